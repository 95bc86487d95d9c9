/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Papers to be answered with a pen, and their keys: as PDF and as HTML. */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "charter-print-html.h"
#include "charter-print-paper.h"
#include "charter-print-pdf.h"
#include "tool-command.h"
#include "tool-packs.h"

static char *group_id;
static char *seed_text;
static char *versions_text;
static char *folder;
static gboolean on_letter;

typedef struct {
  CharterVersions *versions; /* as many as the last that is wished for */
  const char *id;            /* what the files are named after */
  const char *title;
  guint minutes;
  const char *author;
  guint32 wished; /* a bit a version */
  ToolOut *out;
} Job;

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

static char *
name_file (const Job *job, guint version, const char *what, const char *ending)
{
  g_autofree char *name = g_strdup_printf ("%s-%c%s%s", job->id, charter_versions_get_letter (version), what, ending);

  return g_build_filename (folder, name, NULL);
}

static gboolean
save_html (const Job *job, const CharterDocument *document, const char *name, GError **error)
{
  g_autofree char *html = charter_print_html_write (document);
  g_autoptr (GFile) file = g_file_new_for_path (name);

  if (!g_file_replace_contents (file, html, strlen (html), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error))
    return FALSE;
  tool_out_line (job->out, name);
  return TRUE;
}

static gboolean
save_pdf (const Job *job, const CharterDocument *document, const char *name, GError **error)
{
  g_autoptr (CharterLayout) layout = charter_layout_new (document, on_letter ? &CHARTER_PAGE_LETTER : &CHARTER_PAGE_A4);
  g_autoptr (GFile) file = g_file_new_for_path (name);
  g_autofree char *lead = g_strdup_printf ("%s  ", name);
  guint n = charter_layout_get_n_pages (layout);

  if (!charter_print_pdf_save (layout, job->author, file, error))
    return FALSE;
  tool_out_wrapf (job->out, lead, ngettext ("%'u page", "%'u pages", n), n);
  return TRUE;
}

/* what: "" for the paper, "-key" for its key. */
static gboolean
save (const Job *job, const CharterDocument *document, guint version, const char *what, GError **error)
{
  g_autofree char *pdf = name_file (job, version, what, ".pdf");
  g_autofree char *html = name_file (job, version, what, ".html");

  return save_pdf (job, document, pdf, error) && save_html (job, document, html, error);
}

static gboolean
save_version (const Job *job, guint version, GError **error)
{
  g_autoptr (CharterDocument) paper = charter_print_paper_new (job->versions, version, job->title, job->minutes);
  g_autoptr (CharterDocument) key = charter_print_key_new (job->versions, version, job->title);

  return save (job, paper, version, "", error) && save (job, key, version, "-key", error);
}

static int
save_versions (const Job *job)
{
  g_autoptr (GError) error = NULL;

  if (g_mkdir_with_parents (folder, 0777) != 0)
    return tool_fail (_ ("The folder for the papers can’t be made."), _ ("Name another one by “--output”."));
  for (guint i = 0; i < charter_versions_get_n (job->versions); i++)
    if (job->wished & (1u << i) && !save_version (job, i, &error))
      return tool_fail (error->message, NULL);
  return TOOL_CLEAN;
}

/* ---- running ---- */

static void
tell_paper (const Job *job, guint64 seed)
{
  guint n = charter_versions_get_n_steps (job->versions);
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, seed);

  tool_out_linef (job->out, TOOL_BOLD "%s" TOOL_PLAIN, job->title);
  tool_out_linef (job->out, ngettext ("%'u question, seed %s", "%'u questions, seed %s", n), n, number);
}

static int
print_paper (CharterPath *path, Job *job)
{
  g_autoptr (CharterVersions) versions = charter_versions_new (path, g_bit_storage (job->wished));

  job->versions = versions;
  tell_paper (job, charter_path_get_seed (path));
  return save_versions (job);
}

static int
print_group (CharterPack *pack, guint64 seed, Job *job)
{
  const CharterGroup *group = choose_group (pack);
  g_autoptr (CharterPath) path = NULL;
  g_autoptr (GError) error = NULL;

  if (group == NULL)
    return TOOL_COULD_NOT;
  path = charter_paper_new (pack, group->id, NULL, seed, &error);
  if (path == NULL)
    return tool_fail (error->message, NULL);
  job->id = group->id;
  job->title = group->title.plain;
  return print_paper (path, job);
}

static int
print (const char *name, Job *job)
{
  g_autoptr (CharterPack) pack = NULL;
  g_autofree char *authors = NULL;
  guint64 seed;

  if (!read_seed (&seed))
    return tool_fail (_ ("The seed is not a whole number."), _ ("For example: --seed 7"));
  if (!read_versions (&job->wished))
    return tool_fail (_ ("The versions are not letters with commas between them."), _ ("For example: --versions A,B"));
  pack = tool_packs_load (name);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  authors = g_strjoinv (", ", (char **)pack->authors);
  job->author = authors;
  return print_group (pack, seed, job);
}

static int
run (const char *const *arguments, ToolOut *out)
{
  Job job = { .out = out };

  if (arguments[0] == NULL)
    return tool_packs_fail_unnamed (_ ("Which pack is to be printed?"));
  if (folder == NULL)
    folder = g_strdup (".");
  return print (arguments[0], &job);
}

static const GOptionEntry options[] = {
  { "group", 0, 0, G_OPTION_ARG_STRING, &group_id, N_ ("The scenario or bank to print"), N_ ("ID") },
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
  { NULL },
};

const ToolCommand tool_paper_command = {
  .name = "paper",
  .arguments = N_ ("PACK"),
  .summary = N_ ("Print a paper to be answered with a pen, and its key"),
  .description = N_ (
    "Writes the questions of a scenario or bank as a paper, and beside it the key: answers, points, why, and where to "
    "read on. Each comes as PDF and as HTML.\n"
    "Versions hold the same questions for the same points; questions and options stand in another order, scenarios "
    "stay together. The key tells where each question stands in the other versions. The same pack and seed give the "
    "same papers everywhere, whatever was answered before.\n"
    "PACK is a file, or the id or short name of an installed pack."),
  .options = options,
  .examples = examples,
  .run = run,
};
