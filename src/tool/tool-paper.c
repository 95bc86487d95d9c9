/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers to be answered with a pen, and their keys: as PDF and as HTML. */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "charter-form.h"
#include "charter-print-set.h"
#include "tool-command.h"
#include "tool-packs.h"

static char *group_id;
static char *exam_id;
static char *seed_text;
static char *versions_text;
static char *folder;
static gboolean on_letter;

/* ---- what is wished for ---- */

static gboolean
read_seed (guint64 *seed)
{
  if (seed_text != NULL)
    return g_ascii_string_to_unsigned (seed_text, 10, 0, G_MAXUINT64, seed, NULL);
  *seed = (guint64)g_random_int () << 32 | g_random_int ();
  return TRUE;
}

/* "A,B,C": letters, in any order. Returns: FALSE where it is something else */
static gboolean
read_versions (guint32 *wished)
{
  g_auto (GStrv) letters = g_strsplit (versions_text != NULL ? versions_text : "A", ",", -1);

  *wished = 0;
  for (guint i = 0; letters[i] != NULL; i++)
    {
      char letter = g_ascii_toupper (*g_strstrip (letters[i]));

      if (!g_ascii_isupper (letter) || letters[i][1] != '\0')
        return FALSE;
      *wished |= 1u << (letter - 'A');
    }
  return *wished != 0;
}

static int
fail_group (const CharterPack *pack, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no scenario or bank with the id “%s”."), id);

  for (guint i = 0; i < pack->n_groups; i++)
    g_ptr_array_add (ids, (gpointer)pack->groups[i]->id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, id, (const char *const *)ids->pdata, _ ("“charter-tool show” lists them."));
}

/* The one that is named, or the only one. Returns: (nullable) NULL after having said why */
static const CharterGroup *
choose_group (const CharterPack *pack)
{
  const CharterGroup *group = charter_pack_find_group (pack, group_id);

  if (group_id == NULL && pack->n_groups == 1)
    return pack->groups[0];
  if (group_id == NULL)
    tool_fail (_ ("Which scenario or bank is to be printed?"),
               _ ("Name it by “--group”; “charter-tool show” lists them."));
  else if (group == NULL)
    fail_group (pack, group_id);
  return group;
}

/* ---- files ---- */

static gboolean
save_sheet (const CharterSheet *sheet, const CharterPack *pack, ToolOut *out, GError **error)
{
  g_autofree char *authors = g_strjoinv (", ", (char **)pack->authors);
  g_autofree char *pdf = g_strconcat (sheet->name, ".pdf", NULL);
  g_autofree char *html = g_strconcat (sheet->name, ".html", NULL);
  g_autofree char *pdf_path = g_build_filename (folder, pdf, NULL);
  g_autofree char *html_path = g_build_filename (folder, html, NULL);
  g_autofree char *lead = g_strconcat (pdf_path, "  ", NULL);
  guint n;

  if (!charter_sheet_save (sheet, folder, on_letter ? &CHARTER_PAGE_LETTER : &CHARTER_PAGE_A4, authors, &n, error))
    return FALSE;
  tool_out_wrapf (out, lead, ngettext ("%'u page", "%'u pages", n), n);
  tool_out_line (out, html_path);
  return TRUE;
}

static int
save_sheets (const CharterPrintWish *wish, ToolOut *out)
{
  g_autoptr (GPtrArray) sheets = charter_print_set_new (wish);
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return tool_fail (_ ("The folder for the papers can’t be made."), _ ("Name another one by “--output”."));
  for (guint i = 0; i < sheets->len; i++)
    if (!save_sheet (sheets->pdata[i], charter_path_get_pack (wish->paper), out, &error))
      return tool_fail (error->message, NULL);
  return TOOL_CLEAN;
}

static void
tell_paper (const CharterPrintWish *wish, ToolOut *out)
{
  guint n = charter_path_get_n_steps (wish->paper);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_path_get_seed (wish->paper));

  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, wish->title);
  tool_out_linef (out, ngettext ("%'u question, seed %s", "%'u questions, seed %s", n), n, number);
}

/* ---- of a scenario or bank ---- */

static int
print_group (CharterPack *pack, guint64 seed, CharterPrintWish *wish, ToolOut *out)
{
  const CharterGroup *group = choose_group (pack);
  g_autoptr (CharterPath) path = NULL;
  g_autoptr (GError) error = NULL;

  if (group == NULL)
    return TOOL_COULD_NOT;
  path = charter_paper_new (pack, group->id, NULL, seed, &error);
  if (path == NULL)
    return tool_fail (error->message, NULL);
  wish->paper = path;
  wish->id = group->id;
  wish->title = group->title.plain;
  tell_paper (wish, out);
  return save_sheets (wish, out);
}

/* ---- of an exam ---- */

static int
fail_exam (const CharterPack *pack)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no exam with the id “%s”."), exam_id);

  for (guint i = 0; i < pack->n_exams; i++)
    g_ptr_array_add (ids, (gpointer)pack->exams[i].id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, exam_id, (const char *const *)ids->pdata, _ ("“charter-tool show” lists them."));
}

/* What the bank lacks is said, and the smaller paper is printed all the same. */
static int
print_form (const CharterForm *form, CharterPrintWish *wish, ToolOut *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPath) path = charter_form_new_path (form, &error);

  if (path == NULL)
    return tool_fail (error->message, NULL);
  wish->paper = path;
  wish->id = form->exam->id;
  wish->title = form->exam->title.plain;
  wish->minutes = form->minutes;
  tell_paper (wish, out);
  for (guint i = 0; form->lacks[i] != NULL; i++)
    tool_out_wrap (out, "", form->lacks[i]);
  return save_sheets (wish, out);
}

/* Nothing of it hangs on who asks: what was seen is not looked at. */
static int
print_exam (CharterPack *pack, guint64 seed, CharterPrintWish *wish, ToolOut *out)
{
  const CharterExam *exam = charter_pack_find_exam (pack, exam_id);
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (CharterForm) form = NULL;

  if (exam == NULL)
    return fail_exam (pack);
  packs = tool_packs_load_installed ();
  form = charter_form_draw (pack, exam, packs, seed, NULL, NULL);
  return print_form (form, wish, out);
}

/* ---- running ---- */

static int
print (const char *name, ToolOut *out)
{
  CharterPrintWish wish = { .with_papers = TRUE, .with_keys = TRUE };
  g_autoptr (CharterPack) pack = NULL;
  guint64 seed;

  if (exam_id != NULL && group_id != NULL)
    return tool_fail (_ ("An exam and a scenario can’t be printed as one."), _ ("Leave “--group” or “--exam” out."));
  if (!read_seed (&seed))
    return tool_fail (_ ("The seed is not a whole number."), _ ("For example: --seed 7"));
  if (!read_versions (&wish.versions))
    return tool_fail (_ ("The versions are not letters with commas between them."), _ ("For example: --versions A,B"));
  pack = tool_packs_load (name);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  return exam_id != NULL ? print_exam (pack, seed, &wish, out) : print_group (pack, seed, &wish, out);
}

static int
run (const char *const *arguments, ToolOut *out)
{
  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be printed?"));
  if (folder == NULL)
    folder = g_strdup (".");
  return print (arguments[0], out);
}

static const GOptionEntry options[] = {
  { "group", 0, 0, G_OPTION_ARG_STRING, &group_id, N_ ("The scenario or bank to print"), N_ ("ID") },
  { "exam", 0, 0, G_OPTION_ARG_STRING, &exam_id, N_ ("The exam by whose rules the questions are drawn"), N_ ("ID") },
  { "seed", 0, 0, G_OPTION_ARG_STRING, &seed_text,
    N_ ("Draw the paper from this seed: the same number, the same paper"), N_ ("NUMBER") },
  { "versions", 0, 0, G_OPTION_ARG_STRING, &versions_text, N_ ("The versions to print; A unless told"), N_ ("A,B,…") },
  { "output", 0, 0, G_OPTION_ARG_FILENAME, &folder, N_ ("The folder to write into; made where it is not there"),
    N_ ("FOLDER") },
  { "letter", 0, 0, G_OPTION_ARG_NONE, &on_letter, N_ ("Pages of US Letter instead of A4"), NULL },
  { NULL },
};

static const ToolExample examples[] = {
  { "paper my-pack.xml --group payroll --output papers", N_ ("a paper and its key, as PDF and as HTML") },
  { "paper my-pack.xml --group payroll --seed 7 --versions A,B,C", N_ ("the same questions in three orders") },
  { "paper pmp-exam --exam short --seed 7", N_ ("a paper by the rules of an exam, of the installed packs") },
  { NULL },
};

const ToolCommand tool_paper_command = {
  .name = "paper",
  .arguments = N_ ("PACK"),
  .summary = N_ ("Print a paper to be answered with a pen, and its key"),
  .description = N_ (
    "Writes the questions of a scenario or bank, or those drawn by the rules of an exam, as a paper, and beside it the "
    "key: answers, points, why, and where to read on. Each comes as PDF and as HTML.\n"
    "Versions hold the same questions for the same points; questions and options stand in another order, scenarios "
    "stay together. The key tells where each question stands in the other versions. The same pack and seed give the "
    "same papers everywhere, whatever was answered before.\n"
    "PACK is a file, or the id or short name of an installed pack."),
  .options = options,
  .examples = examples,
  .run = run,
};
