/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-out.h"

#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Longer lines are hard to read, however wide the terminal is. */
#define MAX_WIDTH 100
#define MIN_WIDTH 20

struct _ToolOut {
  FILE *file;
  gboolean is_terminal;
  gboolean has_colour;
  const char *charset; /* NULL for UTF-8 */
  guint width;
  guint indent;
  gboolean at_gap;    /* nothing, or an empty line, stands above */
  gboolean at_prompt; /* a question stands on the line */
};

static const char *const styles[] = {
  [1] = "\033[1m", [2] = "\033[2m", [3] = "\033[32m", [4] = "\033[31m", [5] = "\033[33m", [6] = "\033[0m",
};

static guint
find_width (int fd, gboolean is_terminal)
{
  const char *columns = g_getenv ("COLUMNS");
  struct winsize size;
  guint width = 80;

  if (columns != NULL && atoi (columns) > 0)
    width = (guint)atoi (columns);
  else if (is_terminal && ioctl (fd, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;

  return CLAMP (width, MIN_WIDTH, MAX_WIDTH);
}

ToolOut *
tool_out_new (FILE *file)
{
  ToolOut *self = g_new0 (ToolOut, 1);
  const char *no_colour = g_getenv ("NO_COLOR");
  const char *charset;

  self->file = file;
  self->is_terminal = isatty (fileno (file)) != 0;
  self->has_colour
    = self->is_terminal && (no_colour == NULL || *no_colour == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
  if (!g_get_charset (&charset))
    self->charset = charset;
  self->width = find_width (fileno (file), self->is_terminal);
  self->at_gap = TRUE;
  return self;
}

void
tool_out_free (ToolOut *self)
{
  fflush (self->file);
  g_free (self);
}

gboolean
tool_out_is_terminal (ToolOut *self)
{
  return self->is_terminal;
}

gboolean
tool_out_is_unicode (ToolOut *self)
{
  return self->charset == NULL;
}

guint
tool_out_get_width (ToolOut *self)
{
  return self->width - MIN (self->indent, self->width / 2);
}

static guint
measure_char (gunichar c)
{
  if (c < 0x20 || g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
measure (const char *text, gsize length)
{
  guint width = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    width += measure_char (g_utf8_get_char (at));
  return width;
}

guint
tool_out_measure (const char *text)
{
  return measure (text, strlen (text));
}

/* The text with styles as the terminal wants them, and with nothing else that a terminal could obey. */
static char *
dress (ToolOut *self, const char *text)
{
  GString *dressed = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c < G_N_ELEMENTS (styles))
        g_string_append (dressed, self->has_colour ? styles[c] : "");
      else if (!g_unichar_iscntrl (c))
        g_string_append_unichar (dressed, c);
      else if (g_unichar_isspace (c))
        g_string_append_c (dressed, ' ');
      else
        g_string_append_unichar (dressed, 0xFFFD);
    }
  return g_string_free (dressed, FALSE);
}

static char *
to_charset (ToolOut *self, const char *text)
{
  g_autofree char *converted = g_convert (text, -1, self->charset, "UTF-8", NULL, NULL, NULL);

  return converted != NULL ? g_steal_pointer (&converted) : g_str_to_ascii (text, NULL);
}

static void
put (ToolOut *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *dressed = dress (self, valid);

  if (self->charset == NULL)
    fputs (dressed, self->file);
  else
    {
      g_autofree char *converted = to_charset (self, dressed);
      fputs (converted, self->file);
    }
}

static void
put_line (ToolOut *self, const char *text)
{
  if (*text != '\0')
    fprintf (self->file, "%*s", (int)(self->width - tool_out_get_width (self)), "");
  put (self, text);
  fputc ('\n', self->file);
  self->at_gap = *text == '\0' && !self->at_prompt;
  self->at_prompt = FALSE;
}

void
tool_out_indent (ToolOut *self, int columns)
{
  g_return_if_fail ((int)self->indent + columns >= 0);

  self->indent = (guint)((int)self->indent + columns);
}

/* How many bytes of word fit into room columns; at least one character. */
static gsize
fit (const char *word, gsize length, guint room)
{
  const char *at = word;

  do
    at = g_utf8_next_char (at);
  while (at < word + length && measure (word, (gsize)(g_utf8_next_char (at) - word)) <= room);
  return (gsize)(at - word);
}

typedef struct {
  ToolOut *out;
  GString *line;
  guint hang;     /* columns before every line but the first */
  guint used;     /* columns of line */
  gboolean empty; /* no word is on the line yet */
} Wrapping;

static void
break_line (Wrapping *wrapping)
{
  g_strchomp (wrapping->line->str);
  put_line (wrapping->out, wrapping->line->str);
  g_string_printf (wrapping->line, "%*s", (int)wrapping->hang, "");
  wrapping->used = wrapping->hang;
  wrapping->empty = TRUE;
}

static void
add_word (Wrapping *wrapping, const char *word, gsize length)
{
  guint width = tool_out_get_width (wrapping->out);
  guint needed = measure (word, length);

  if (!wrapping->empty && wrapping->used + 1 + needed > width)
    break_line (wrapping);
  if (!wrapping->empty)
    {
      g_string_append_c (wrapping->line, ' ');
      wrapping->used++;
    }
  while (wrapping->used + needed > width && needed > 1)
    {
      gsize bytes = fit (word, length, width > wrapping->used ? width - wrapping->used : 1);

      if (bytes >= length)
        break;
      g_string_append_len (wrapping->line, word, (gssize)bytes);
      break_line (wrapping);
      word += bytes;
      length -= bytes;
      needed = measure (word, length);
    }
  g_string_append_len (wrapping->line, word, (gssize)length);
  wrapping->used += needed;
  wrapping->empty = FALSE;
}

void
tool_out_wrap (ToolOut *self, const char *lead, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint hang = MIN (tool_out_measure (lead), tool_out_get_width (self) / 2);
  g_autoptr (GString) line = g_string_new (lead);
  Wrapping wrapping = { self, line, hang, tool_out_measure (lead), TRUE };

  for (const char *at = valid; *at != '\0';)
    {
      gsize length = strcspn (at, " \t\n");

      if (length > 0)
        add_word (&wrapping, at, length);
      at += length;
      if (*at == '\n' && at[1] != '\0')
        break_line (&wrapping);
      if (*at != '\0')
        at++;
    }
  g_strchomp (line->str);
  put_line (self, line->str);
}

void
tool_out_wrapf (ToolOut *self, const char *lead, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tool_out_wrap (self, lead, text);
}

void
tool_out_line (ToolOut *self, const char *text)
{
  put_line (self, text);
}

void
tool_out_linef (ToolOut *self, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  put_line (self, text);
}

void
tool_out_prompt (ToolOut *self, const char *text)
{
  put (self, text);
  fflush (self->file);
  self->at_gap = FALSE;
  self->at_prompt = TRUE;
}

void
tool_out_gap (ToolOut *self)
{
  if (!self->at_gap)
    put_line (self, "");
}

void
tool_out_heading (ToolOut *self, const char *heading)
{
  tool_out_gap (self);
  tool_out_wrapf (self, "", TOOL_BOLD "%s" TOOL_PLAIN, heading);
}

gboolean
tool_out_flush (ToolOut *self)
{
  return fflush (self->file) == 0 && !ferror (self->file);
}
