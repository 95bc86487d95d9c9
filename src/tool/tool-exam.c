/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdio.h>

#include "charter-form.h"
#include "tool-command.h"
#include "tool-json.h"
#include "tool-packs.h"

static char *exam_id, *seed_text;
static gboolean as_json, only_lacks;

/* ---- printing for people ---- */

static void
print_section (const CharterForm *form, guint index, ToolOut *out)
{
  const CharterPaperSection *section = &form->sections[index];

  tool_out_heading (out, *section->title.plain != '\0' ? section->title.plain : _ ("Section"));
  tool_out_wrapf (out, "", ngettext ("%'u question", "%'u questions", section->n_items), section->n_items);
  if (section->break_minutes > 0)
    tool_out_wrapf (out, "",
                    ngettext ("Then a break of %'u minute.", "Then a break of %'u minutes.", section->break_minutes),
                    section->break_minutes);
}

static void
print_items (const CharterForm *form, ToolOut *out)
{
  for (guint i = 0; i < form->n_items; i++)
    {
      const CharterPaperItem *asked = &form->items[i];

      if (form->n_sections > 0 && (i == 0 || asked->section != form->items[i - 1].section))
        print_section (form, asked->section, out);
      else if (i == 0)
        tool_out_heading (out, _ ("Questions"));
      tool_out_linef (out, "  %-9s %s#%s%s", charter_item_kind_name (asked->item->kind), asked->pack->id,
                      asked->item->id, asked->unscored ? " *" : "");
    }
}

static void
print_shares (const CharterForm *form, ToolOut *out)
{
  if (form->n_shares > 0)
    tool_out_heading (out, _ ("Shares"));
  for (guint i = 0; i < form->n_shares; i++)
    tool_out_wrapf (out, "  • ", _ ("%s: %'u wanted, %'u found"), form->shares[i].share->value, form->shares[i].wanted,
                    form->shares[i].found);
}

static void
print_lacks (const CharterForm *form, ToolOut *out)
{
  if (form->lacks[0] != NULL)
    tool_out_heading (out, _ ("What the bank lacks"));
  for (guint i = 0; form->lacks[i] != NULL; i++)
    tool_out_wrap (out, "  • ", form->lacks[i]);
}

static void
print_text (const CharterForm *form, ToolOut *out)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, form->seed);

  tool_out_wrapf (out, "", TOOL_BOLD "%s" TOOL_PLAIN, form->exam->title.plain);
  tool_out_linef (out, ngettext ("%'u question, seed %s", "%'u questions, seed %s", form->n_items), form->n_items,
                  seed);
  tool_out_wrapf (out, "", ngettext ("%'u minute", "%'u minutes", form->minutes), form->minutes);
  print_items (form, out);
  print_shares (form, out);
  print_lacks (form, out);
}

/* ---- printing for scripts ---- */

static void
add_item (JsonBuilder *builder, const CharterPaperItem *asked)
{
  json_builder_begin_object (builder);
  tool_json_add_string (builder, "pack", asked->pack->id);
  tool_json_add_string (builder, "item", asked->item->id);
  tool_json_add_number (builder, "section", asked->section);
  json_builder_set_member_name (builder, "unscored");
  json_builder_add_boolean_value (builder, asked->unscored);
  json_builder_end_object (builder);
}

static void
add_section (JsonBuilder *builder, const CharterForm *form, guint index)
{
  json_builder_begin_object (builder);
  tool_json_add_string (builder, "title", form->sections[index].title.plain);
  tool_json_add_number (builder, "items", form->sections[index].n_items);
  tool_json_add_number (builder, "cases", form->section_cases[index]);
  tool_json_add_number (builder, "break", form->sections[index].break_minutes);
  json_builder_end_object (builder);
}

static void
add_share (JsonBuilder *builder, const CharterFormShare *share)
{
  static const char *const names[] = { "topic", "approach", "kind" };

  json_builder_begin_object (builder);
  tool_json_add_string (builder, names[share->share->of], share->share->value);
  tool_json_add_number (builder, "wanted", share->wanted);
  tool_json_add_number (builder, "found", share->found);
  json_builder_end_object (builder);
}

static void
begin_list (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_lists (JsonBuilder *builder, const CharterForm *form)
{
  begin_list (builder, "sections");
  for (guint i = 0; i < form->n_sections; i++)
    add_section (builder, form, i);
  json_builder_end_array (builder);
  begin_list (builder, "items");
  for (guint i = 0; i < form->n_items; i++)
    add_item (builder, &form->items[i]);
  json_builder_end_array (builder);
  begin_list (builder, "shares");
  for (guint i = 0; i < form->n_shares; i++)
    add_share (builder, &form->shares[i]);
  json_builder_end_array (builder);
  begin_list (builder, "lacks");
  for (guint i = 0; form->lacks[i] != NULL; i++)
    json_builder_add_string_value (builder, form->lacks[i]);
  json_builder_end_array (builder);
}

/* The seed is a string: JSON's numbers don't hold all of its 64 bits. */
static void
print_json (const CharterForm *form)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, form->seed), *text = NULL;

  json_builder_begin_object (builder);
  tool_json_add_string (builder, "pack", form->home->id);
  tool_json_add_string (builder, "exam", form->exam->id);
  tool_json_add_string (builder, "seed", seed);
  tool_json_add_number (builder, "minutes", form->minutes);
  add_lists (builder, form);
  json_builder_end_object (builder);
  tool_json_print (builder);
}

/* ---- running ---- */

static int
fail_exam (const CharterPack *pack)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = NULL;

  for (guint i = 0; i < pack->n_exams; i++)
    g_ptr_array_add (ids, (gpointer)pack->exams[i].id);
  g_ptr_array_add (ids, NULL);
  if (exam_id == NULL)
    return tool_fail (_ ("Which exam is to be drawn?"), _ ("For example: charter-tool exam --exam train pmp-exam"));
  what = g_strdup_printf (_ ("The pack has no exam with the id “%s”."), exam_id);
  return tool_fail_unknown (what, exam_id, (const char *const *)ids->pdata, _ ("“charter-tool show” lists the exams."));
}

static const CharterExam *
find_exam (const CharterPack *pack)
{
  const char *id = exam_id == NULL && pack->n_exams == 1 ? pack->exams[0].id : exam_id;

  return id != NULL ? charter_pack_find_exam (pack, id) : NULL;
}

static gboolean
read_seed (guint64 *seed)
{
  *seed = (guint64)g_random_int () << 32 | g_random_int ();
  return seed_text == NULL || g_ascii_string_to_unsigned (seed_text, 10, 0, G_MAXUINT64, seed, NULL);
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) home = NULL;
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (CharterForm) form = NULL;
  guint64 seed;

  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack has the exam?"));
  if (!read_seed (&seed))
    return tool_fail (_ ("The seed is not a whole number."), _ ("For example: --seed 7"));
  home = tool_packs_load (arguments[0]);
  packs = home != NULL ? tool_packs_load_beside (home, arguments + 1) : NULL;
  if (packs == NULL)
    return TOOL_COULD_NOT;
  if (find_exam (home) == NULL)
    return fail_exam (home);
  form = charter_form_draw (home, find_exam (home), packs, seed, NULL, NULL);
  if (as_json)
    print_json (form);
  else if (only_lacks)
    print_lacks (form, out);
  else
    print_text (form, out);
  return form->lacks[0] == NULL ? TOOL_CLEAN : TOOL_PROBLEMS;
}

static const GOptionEntry options[] = {
  { "exam", 0, 0, G_OPTION_ARG_STRING, &exam_id, N_ ("The exam; needed where the pack has several"), N_ ("ID") },
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text, N_ ("Draw the same questions again"), N_ ("NUMBER") },
  { "lacks", 0, 0, G_OPTION_ARG_NONE, &only_lacks, N_ ("Only tell what the bank lacks"), NULL },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "exam --exam train --seed 7 pmp-exam", N_ ("draws fifteen questions from the installed packs") },
  { "exam --lacks --exam full pmp-exam my-bank.xml", N_ ("tells what is missing for a whole exam") },
  { NULL },
};

const ToolCommand tool_exam_command = {
  .name = "exam",
  .arguments = N_ ("PACK [PACK…]"),
  .summary = N_ ("Draw questions by the rules of an exam"),
  .description = N_ (
    "Draws the questions of an exam by its rules, and prints them with their sections, the shares that are met, and "
    "what the bank lacks. Questions with a star don’t count. The first pack has the exam; questions come from the "
    "packs named and from those installed. Nothing that was seen before is taken into account.\n"
    "Exit status: 0 where the rules are met, 1 where something lacks, 2 where nothing could be drawn."),
  .options = options,
  .examples = examples,
  .run = run,
};
