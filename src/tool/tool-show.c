/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "tool-blocks.h"
#include "tool-case.h"
#include "tool-command.h"
#include "tool-feedback.h"
#include "tool-outline.h"
#include "tool-packs.h"
#include "tool-question.h"

static gboolean with_key, with_mock;

static void
print_title (const char *title, ToolOut *out)
{
  tool_out_heading (out, title);
  tool_out_gap (out);
}

static void
print_see (const CharterPack *pack, const char *see, ToolOut *out)
{
  const CharterSection *section = charter_pack_find_section (pack, see);

  if (see == NULL)
    return;
  tool_out_gap (out);
  if (section != NULL)
    tool_out_wrapf (out, "", _ ("Read more: %s, %s (%s)"), section->lesson->title.plain, section->title.plain,
                    section->id);
  else
    tool_out_wrapf (out, "", _ ("Read more: %s"), see);
}

/* ---- each thing that has an id ---- */

static void
print_item (const CharterPack *pack, const CharterItem *item, ToolOut *out)
{
  CharterStep *step;

  if (item->reserved && !with_mock)
    {
      tool_out_wrapf (out, "", _ ("“%s” is kept for exams. “--mock” shows it."), item->id);
      return;
    }
  step = tool_item_new_step (item, 0);
  tool_out_linef (out, TOOL_DIM "%s %s" TOOL_PLAIN, charter_item_kind_name (item->kind), item->id);
  tool_out_gap (out);
  tool_question_print (step, 0, out);
  if (with_key)
    {
      print_title (_ ("Key"), out);
      tool_feedback_print (step, NULL, out);
      print_see (pack, item->see, out);
    }
  tool_item_free_step (step);
}

static void
print_section (const CharterSection *section, ToolOut *out)
{
  print_title (section->title.plain, out);
  tool_blocks_print (section->blocks, out);
}

static void
print_lesson (const CharterLesson *lesson, ToolOut *out)
{
  print_title (lesson->title.plain, out);
  if (*lesson->summary.plain != '\0')
    tool_out_wrap (out, "", lesson->summary.plain);
  for (guint i = 0; i < lesson->n_sections; i++)
    print_section (&lesson->sections[i], out);
}

static void
print_group (const CharterPack *pack, const CharterGroup *group, ToolOut *out)
{
  print_title (group->title.plain, out);
  if (*group->summary.plain != '\0')
    tool_out_wrap (out, "", group->summary.plain);
  tool_out_gap (out);
  tool_blocks_print (group->situation, out);
  for (guint i = 0; i < group->n_items; i++)
    {
      tool_out_gap (out);
      print_item (pack, group->items[i], out);
    }
}

/* What it is worth, why, and what it changes: the key of a move. */
static void
print_move_key (const CharterCase *story, const CharterMove *move, ToolOut *out)
{
  tool_out_indent (out, 4);
  if (move->why.n_blocks > 0)
    tool_blocks_print (move->why, out);
  for (guint i = 0; i < move->n_effects; i++)
    {
      g_autofree char *change = tool_case_dup_change (move->effects[i].by);
      tool_out_wrapf (out, "", "%s %s", story->gauges[move->effects[i].gauge].text.plain, change);
    }
  tool_out_indent (out, -4);
}

static void
print_move (const CharterCase *story, const CharterMove *move, ToolOut *out)
{
  g_autofree char *text = tool_blocks_dup_text (move->text);

  if (!with_key)
    {
      tool_out_wrapf (out, "  • ", "%s → %s", text, story->scenes[move->to].id);
      return;
    }
  tool_out_wrapf (out, "  • ", "%s → %s (%s)", text, story->scenes[move->to].id, tool_case_get_grade (move->grade));
  print_move_key (story, move, out);
}

static void
print_case (const CharterCase *story, ToolOut *out)
{
  print_title (story->title.plain, out);
  if (*story->summary.plain != '\0')
    tool_out_wrap (out, "", story->summary.plain);
  tool_out_gap (out);
  for (guint i = 0; i < story->n_gauges; i++)
    tool_out_wrapf (out, "  • ", "%s %.4g", story->gauges[i].text.plain, story->gauges[i].start);
  for (guint i = 0; i < story->n_scenes; i++)
    {
      const CharterScene *scene = &story->scenes[i];

      print_title (*scene->title.plain != '\0' ? scene->title.plain : scene->id, out);
      tool_blocks_print (scene->blocks, out);
      tool_out_gap (out);
      for (guint m = 0; m < scene->n_moves; m++)
        print_move (story, &scene->moves[m], out);
    }
}

static void
print_exam (const CharterExam *exam, ToolOut *out)
{
  print_title (exam->title.plain, out);
  if (*exam->summary.plain != '\0')
    tool_out_wrap (out, "", exam->summary.plain);
  tool_out_wrapf (out, "", _ ("%'u items in %'u minutes; %'u of them don’t count."), exam->items, exam->minutes,
                  exam->unscored);
  for (guint i = 0; i < exam->n_draws; i++)
    tool_out_wrapf (out, "  • ", _ ("drawn from %s"), exam->draws[i].from);
  for (guint i = 0; i < exam->n_shares; i++)
    tool_out_wrapf (out, "  • ", "%g%% %s", exam->shares[i].percent, exam->shares[i].value);
}

static void
print_comparison (const CharterComparison *comparison, ToolOut *out)
{
  const CharterBlock block = { .kind = CHARTER_BLOCK_COMPARISON, .comparison = comparison };

  tool_blocks_print ((CharterBlocks){ &block, 1 }, out);
}

/* Returns: FALSE where nothing has that id. */
static gboolean
print_text_thing (const CharterPack *pack, const char *id, ToolOut *out)
{
  const CharterSection *section = charter_pack_find_section (pack, id);
  const CharterLesson *lesson = charter_pack_find_lesson (pack, id);
  const CharterEntry *entry = charter_pack_find_entry (pack, id);
  const CharterMisconception *misconception = charter_pack_find_misconception (pack, id);
  const CharterTopic *topic = charter_pack_find_topic (pack, id);

  if (lesson != NULL)
    print_lesson (lesson, out);
  else if (section != NULL)
    print_section (section, out);
  else if (entry != NULL)
    {
      print_title (entry->name.plain, out);
      tool_blocks_print (entry->meaning, out);
    }
  else if (misconception != NULL)
    {
      print_title (misconception->title.plain, out);
      tool_blocks_print (misconception->remedy, out);
      print_see (pack, misconception->see, out);
    }
  else if (topic != NULL)
    print_title (topic->title.plain, out);
  else
    return FALSE;
  return TRUE;
}

static gboolean
print_thing (const CharterPack *pack, const char *id, ToolOut *out)
{
  const CharterComparison *comparison = charter_pack_find_comparison (pack, id);
  const CharterItem *item = charter_pack_find_item (pack, id);
  const CharterGroup *group = charter_pack_find_group (pack, id);
  const CharterCase *story = charter_pack_find_case (pack, id);
  const CharterExam *exam = charter_pack_find_exam (pack, id);

  if (comparison != NULL)
    print_comparison (comparison, out);
  else if (item != NULL)
    print_item (pack, item, out);
  else if (group != NULL)
    print_group (pack, group, out);
  else if (story != NULL)
    print_case (story, out);
  else if (exam != NULL)
    print_exam (exam, out);
  else
    return print_text_thing (pack, id, out);
  return TRUE;
}

/* ---- ids for did-you-mean ---- */

static void
add_id (GPtrArray *ids, const char *id)
{
  g_ptr_array_add (ids, (gpointer)id);
}

static GPtrArray *
list_ids (const CharterPack *pack)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < pack->n_items; i++)
    add_id (ids, pack->items[i]->id);
  for (guint i = 0; i < pack->n_groups; i++)
    add_id (ids, pack->groups[i]->id);
  for (guint i = 0; i < pack->n_lessons; i++)
    {
      add_id (ids, pack->lessons[i]->id);
      for (guint s = 0; s < pack->lessons[i]->n_sections; s++)
        add_id (ids, pack->lessons[i]->sections[s].id);
    }
  for (guint i = 0; i < pack->n_entries; i++)
    add_id (ids, pack->entries[i].id);
  for (guint i = 0; i < pack->n_misconceptions; i++)
    add_id (ids, pack->misconceptions[i].id);
  for (guint i = 0; i < pack->n_topics; i++)
    add_id (ids, pack->topics[i]->id);
  for (guint i = 0; i < pack->n_cases; i++)
    add_id (ids, pack->cases[i]->id);
  for (guint i = 0; i < pack->n_exams; i++)
    add_id (ids, pack->exams[i].id);
  add_id (ids, NULL);
  return ids;
}

static int
fail_unknown (const CharterPack *pack, const char *id)
{
  g_autoptr (GPtrArray) ids = list_ids (pack);
  g_autofree char *what = g_strdup_printf (_ ("Nothing in this pack has the id “%s”."), id);

  return tool_fail_unknown (what, id, (const char *const *)ids->pdata,
                            _ ("Without an id, “charter-tool show” lists all of them."));
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) pack = NULL;

  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be shown?"));
  pack = tool_packs_load (arguments[0]);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  if (arguments[1] == NULL)
    tool_outline_print (pack, with_mock, out);
  for (guint i = 1; arguments[i] != NULL; i++)
    {
      tool_out_gap (out);
      if (!print_thing (pack, arguments[i], out))
        return fail_unknown (pack, arguments[i]);
    }
  return TOOL_CLEAN;
}

static const GOptionEntry options[] = {
  { "key", 'k', 0, G_OPTION_ARG_NONE, &with_key, N_ ("Show items with their key and why each option is right or wrong"),
    NULL },
  { "mock", 0, 0, G_OPTION_ARG_NONE, &with_mock, N_ ("Show also the items that are kept for exams"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "show my-pack.xml", N_ ("lists lessons, scenarios and items with their ids") },
  { "show my-pack.xml handover", N_ ("shows the lesson, section, entry or item with that id") },
  { "show --key my-pack.xml cost-alarm", N_ ("shows an item with its key and reasons") },
  { NULL },
};

const ToolCommand tool_show_command = {
  .name = "show",
  .arguments = N_ ("PACK [ID…]"),
  .summary = N_ ("Show what is in a pack, or one lesson, item or entry of it"),
  .description = N_ ("Without an id, shows the outline of a pack: its lessons, glossary, scenarios, banks, cases and "
                     "exams, each with its id. With ids, shows those in full: lessons, sections, glossary entries, "
                     "scenarios, banks, items, comparisons, misconceptions, topics, cases and exams.\n"
                     "PACK is a file, or the id or short name of an installed pack."),
  .options = options,
  .examples = examples,
  .run = run,
};
