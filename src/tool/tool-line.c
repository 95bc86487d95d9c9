/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-line.h"

#include <string.h>

#include "charter-response.h"
#include "tool-item.h"

static const struct {
  char letter;
  const char *word;
  ToolLine meaning;
} words[] = {
  { '?', "help", TOOL_LINE_HELP }, { 'h', "hint", TOOL_LINE_HINT }, { 's', "skip", TOOL_LINE_SKIP },
  { 'f', "flag", TOOL_LINE_FLAG }, { 'b', "back", TOOL_LINE_BACK }, { 'r', "read", TOOL_LINE_REREAD },
  { 'e', "end", TOOL_LINE_END },   { 'q', "quit", TOOL_LINE_QUIT }, { 'l', "list", TOOL_LINE_LIST },
};

static ToolLine
find (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (text, words[i].word) == 0
        || (text[0] != '\0' && text[1] == '\0' && g_ascii_tolower (text[0]) == words[i].letter))
      return words[i].meaning;
  return TOOL_LINE_UNKNOWN;
}

static gboolean
is_strike (const char *line)
{
  return line[0] == ':' && g_ascii_tolower (line[1]) == 'x' && (line[2] == '\0' || line[2] == ' ');
}

const char *
tool_line_get_letters (const char *line)
{
  return line + 2 + strspn (line + 2, " ");
}

guint
tool_line_get_number (const char *line)
{
  guint64 number;

  return g_ascii_string_to_unsigned (line + (*line == ':'), 10, 1, G_MAXUINT, &number, NULL) ? (guint)number : 0;
}

ToolLine
tool_line_read (const char *line)
{
  if (is_strike (line))
    return TOOL_LINE_STRIKE;
  return tool_line_get_number (line) > 0 ? TOOL_LINE_GO_TO : find (line + (*line == ':'));
}

static gboolean
is_option (const CharterStep *step, const char *line)
{
  guint index;

  if (charter_item_kind_response_shape (step->item->kind) != CHARTER_RESPONSE_CHOICE)
    return FALSE;
  return tool_item_read_letter (line, strlen (line), tool_item_count_lettered (step, 0), &index)
         || (step->item->kind == CHARTER_ITEM_TRUEFALSE && g_ascii_strcasecmp (line, "f") == 0);
}

ToolLine
tool_line_read_at (const CharterStep *step, const char *line)
{
  ToolLine meaning = find (line);

  if (*line == ':')
    return tool_line_read (line);
  if (strcmp (line, "?") == 0)
    return TOOL_LINE_HELP;
  if (step->item->kind == CHARTER_ITEM_SHORT || is_option (step, line) || meaning == TOOL_LINE_UNKNOWN)
    return TOOL_LINE_ANSWER;
  return meaning;
}
