/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-outline.h"

#include <glib/gi18n.h>
#include <string.h>

#include "tool-blocks.h"

/* "ID  Title", the title indented as far as it goes. */
static void
print_entry (const char *id, const char *title, ToolOut *out)
{
  g_autofree char *lead = g_strconcat (id, "  ", NULL);

  tool_out_wrap (out, lead, title);
}

static void
print_info (const CharterPack *pack, ToolOut *out)
{
  g_autofree char *authors = g_strjoinv (", ", (char **)pack->authors);
  g_autofree char *summary = tool_blocks_dup_text (pack->summary);

  tool_out_wrapf (out, "", TOOL_BOLD "%s" TOOL_PLAIN, pack->title.plain);
  tool_out_wrapf (out, "", "%s %s (%s)", pack->id, pack->release, pack->language);
  if (*authors != '\0')
    tool_out_wrapf (out, "", _ ("By %s"), authors);
  if (pack->license != NULL)
    tool_out_wrapf (out, "", _ ("Licence: %s"), pack->license);
  if (*summary != '\0')
    tool_out_wrap (out, "", summary);
}

static guint
count_parents (const CharterTopic *topic)
{
  guint n = 0;

  for (topic = topic->parent; topic != NULL; topic = topic->parent)
    n++;
  return n;
}

static void
print_topics (const CharterPack *pack, ToolOut *out)
{
  if (pack->n_topics > 0)
    tool_out_heading (out, _ ("Topics"));
  for (guint i = 0; i < pack->n_topics; i++)
    {
      int columns = 2 + 2 * (int)count_parents (pack->topics[i]);

      tool_out_indent (out, columns);
      print_entry (pack->topics[i]->id, pack->topics[i]->title.plain, out);
      tool_out_indent (out, -columns);
    }
}

static void
print_lesson (const CharterLesson *lesson, ToolOut *out)
{
  print_entry (lesson->id, lesson->title.plain, out);
  tool_out_indent (out, 2);
  for (guint i = 0; i < lesson->n_sections; i++)
    print_entry (lesson->sections[i].id, lesson->sections[i].title.plain, out);
  tool_out_indent (out, -2);
}

static void
print_lessons (const CharterPack *pack, ToolOut *out)
{
  if (pack->n_lessons > 0)
    tool_out_heading (out, _ ("Lessons and their sections"));
  tool_out_indent (out, 2);
  for (guint i = 0; i < pack->n_lessons; i++)
    print_lesson (pack->lessons[i], out);
  tool_out_indent (out, -2);
}

static void
print_glossary (const CharterPack *pack, ToolOut *out)
{
  if (pack->n_entries > 0)
    tool_out_heading (out, _ ("Glossary"));
  tool_out_indent (out, 2);
  for (guint i = 0; i < pack->n_entries; i++)
    print_entry (pack->entries[i].id, pack->entries[i].name.plain, out);
  tool_out_indent (out, -2);
}

static void
print_item (const CharterItem *item, ToolOut *out)
{
  g_autofree char *stem = charter_blocks_to_plain (item->stem);
  g_autofree char *lead = g_strdup_printf ("%-9s %s  ", charter_item_kind_name (item->kind), item->id);
  glong room = MAX ((glong)tool_out_get_width (out) - (glong)tool_out_measure (lead), 0);

  g_strdelimit (stem, "\n", ' ');
  if (g_utf8_strlen (stem, -1) > room)
    {
      g_autofree char *cut = g_utf8_substring (stem, 0, MAX (room - 1, 0));
      tool_out_linef (out, "%s" TOOL_DIM "%s…" TOOL_PLAIN, lead, cut);
    }
  else
    tool_out_linef (out, "%s" TOOL_DIM "%s" TOOL_PLAIN, lead, stem);
}

static void
print_group (const CharterGroup *group, gboolean with_mock, ToolOut *out)
{
  guint n_kept = group->n_items - charter_group_count_open (group);

  print_entry (group->id, group->title.plain, out);
  tool_out_indent (out, 2);
  for (guint i = 0; i < group->n_items; i++)
    if (with_mock || !group->items[i]->reserved)
      print_item (group->items[i], out);
  if (n_kept > 0 && !with_mock)
    tool_out_wrapf (out, "", ngettext ("%'u item is kept for exams", "%'u items are kept for exams", n_kept), n_kept);
  tool_out_indent (out, -2);
}

static void
print_groups (const CharterPack *pack, gboolean is_scenario, gboolean with_mock, const char *heading, ToolOut *out)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < pack->n_groups; i++)
    if (pack->groups[i]->is_scenario == is_scenario)
      {
        if (is_first)
          tool_out_heading (out, heading);
        is_first = FALSE;
        tool_out_indent (out, 2);
        print_group (pack->groups[i], with_mock, out);
        tool_out_indent (out, -2);
      }
}

static void
print_cases (const CharterPack *pack, ToolOut *out)
{
  if (pack->n_cases > 0)
    tool_out_heading (out, _ ("Cases"));
  tool_out_indent (out, 2);
  for (guint i = 0; i < pack->n_cases; i++)
    print_entry (pack->cases[i]->id, pack->cases[i]->title.plain, out);
  tool_out_indent (out, -2);
}

static void
print_exams (const CharterPack *pack, ToolOut *out)
{
  if (pack->n_exams > 0)
    tool_out_heading (out, _ ("Exams"));
  tool_out_indent (out, 2);
  for (guint i = 0; i < pack->n_exams; i++)
    print_entry (pack->exams[i].id, pack->exams[i].title.plain, out);
  tool_out_indent (out, -2);
}

void
tool_outline_print (const CharterPack *pack, gboolean with_mock, ToolOut *out)
{
  print_info (pack, out);
  print_topics (pack, out);
  print_lessons (pack, out);
  print_glossary (pack, out);
  print_groups (pack, TRUE, with_mock, _ ("Scenarios and their items"), out);
  print_groups (pack, FALSE, with_mock, _ ("Banks and their items"), out);
  print_cases (pack, out);
  print_exams (pack, out);
}
