/* SPDX-License-Identifier: GPL-3.0-or-later */
/* charter-tool report: what the result files of a class say of each question. */
#include <glib/gi18n.h>
#include <string.h>

#include "charter-class-report.h"
#include "charter-class-words.h"
#include "charter-print-class.h"
#include "charter-print-text.h"
#include "tool-command.h"
#include "tool-packs.h"
#include "tool-table.h"

static char *format;
static char *subject_name;
static char **pack_names;

/* ---- as text ---- */

static void
print_facts (GArray *facts, ToolOut *out)
{
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterClassFact *fact = &g_array_index (facts, CharterClassFact, i);

      tool_out_wrapf (out, "  ", "%s: %s%s", fact->title, fact->words, fact->is_small ? " *" : "");
    }
  g_array_unref (facts);
}

static void
print_sentences (GStrv sentences, const char *lead, ToolOut *out)
{
  for (guint i = 0; sentences[i] != NULL; i++)
    tool_out_wrap (out, lead, sentences[i]);
  g_strfreev (sentences);
}

static void
add_line (GPtrArray *cells, const CharterClassItem *item)
{
  g_autofree char *facility = charter_class_words_dup_share (item->facility);
  g_autofree char *discrimination = charter_class_words_dup_number (item->discrimination, 1);
  g_autofree char *efficiency = charter_class_words_dup_number (item->efficiency, 1);
  const char *mark = charter_class_item_is_small (item, CHARTER_CLASS_DISCRIMINATION) ? " *" : "";

  g_ptr_array_add (cells, g_strdup (item->column->id));
  g_ptr_array_add (cells, g_strdup_printf ("%'u", item->n));
  g_ptr_array_add (cells, g_strconcat (facility, charter_class_item_is_small (item, CHARTER_CLASS_FACILITY) ? " *" : "",
                                       NULL));
  g_ptr_array_add (cells, g_strconcat (discrimination, mark, NULL));
  g_ptr_array_add (cells, g_strconcat (efficiency, mark, NULL));
  g_ptr_array_add (cells, charter_class_words_dup_seconds (item->quartiles[1]));
}

static void
print_items (const CharterClassReport *class, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *const heads[]
    = { _ ("Question"), _ ("Learners"), _ ("Facility"), _ ("Discrimination"), _ ("Efficiency"), _ ("Median time") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (cells, g_strdup (heads[i]));
  for (guint i = 0; i < class->analysis->items->len; i++)
    add_line (cells, class->analysis->items->pdata[i]);
  tool_out_heading (out, _ ("All questions"));
  tool_out_indent (out, 2);
  tool_table_print ((const char *const *)cells->pdata, class->analysis->items->len + 1, G_N_ELEMENTS (heads), TRUE,
                    out);
  tool_out_indent (out, -2);
}

static void
print_choices (const CharterClassItem *item, ToolOut *out)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *const heads[] = { _ ("Answer"), _ ("Key"), _ ("Chosen"), _ ("Best third"), _ ("Weakest third") };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    g_ptr_array_add (cells, g_strdup (heads[i]));
  for (guint i = 0; i < item->choices->len; i++)
    {
      const CharterClassChoice *choice = &g_array_index (item->choices, CharterClassChoice, i);

      g_ptr_array_add (cells, charter_class_words_dup_choice (item, choice));
      g_ptr_array_add (cells, g_strdup (charter_class_words_get_role (choice)));
      g_ptr_array_add (cells, g_strdup_printf ("%'u", choice->n));
      g_ptr_array_add (cells, g_strdup_printf ("%'u", choice->n_upper));
      g_ptr_array_add (cells, g_strdup_printf ("%'u", choice->n_lower));
    }
  tool_out_indent (out, 2);
  tool_table_print ((const char *const *)cells->pdata, item->choices->len + 1, G_N_ELEMENTS (heads), TRUE, out);
  tool_out_indent (out, -2);
}

/* Only those of which something is to be said; all of them are in the other formats. */
static void
print_findings (const CharterClassReport *class, ToolOut *out)
{
  gboolean is_first = TRUE;

  for (guint i = 0; i < class->analysis->items->len; i++)
    {
      const CharterClassItem *item = class->analysis->items->pdata[i];
      g_auto (GStrv) findings = charter_class_words_list_findings (item);

      if (findings[0] == NULL)
        continue;
      if (is_first)
        tool_out_heading (out, _ ("Worth a look"));
      is_first = FALSE;
      tool_out_gap (out);
      tool_out_linef (out, "  " TOOL_BOLD "%s" TOOL_PLAIN, item->column->id);
      print_sentences (g_steal_pointer (&findings), "  ", out);
      print_choices (item, out);
    }
}

static void
print_ideas (const CharterClassReport *class, ToolOut *out)
{
  GArray *ideas = class->analysis->ideas;

  if (ideas->len > 0)
    tool_out_heading (out, _ ("Misconceptions"));
  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterClassIdea *idea = &g_array_index (ideas, CharterClassIdea, i);

      /* Translators: a misconception’s title, in how many of all answers that could show it. */
      tool_out_wrapf (out, "  ", _ ("%s: in %'u of %'u answers"), charter_class_words_get_idea (idea), idea->n_shown,
                      idea->n_offered);
    }
}

static void
print_text (const CharterClassReport *class, ToolOut *out)
{
  g_auto (GStrv) cautions = charter_class_words_list_cautions (class->analysis);

  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, class->title);
  tool_out_heading (out, _ ("The class"));
  print_facts (charter_class_words_list_figures (class->analysis), out);
  print_items (class, out);
  print_findings (class, out);
  print_ideas (class, out);
  tool_out_heading (out, _ ("How it is counted"));
  print_sentences (charter_class_words_list_rules (class->analysis), "  ", out);
  if (cautions[0] == NULL)
    return;
  tool_out_heading (out, _ ("With an asterisk: too few learners"));
  print_sentences (g_steal_pointer (&cautions), "  ", out);
}

/* Said on standard error, so that a file of figures holds nothing else; a file that is asked for tells it, too. */
static void
tell_faults (const CharterClassReport *class)
{
  g_autoptr (ToolOut) err = tool_out_new (stderr);

  for (guint i = 0; i < class->faults->len; i++)
    {
      const CharterClassFault *fault = class->faults->pdata[i];
      tool_out_wrapf (err, "", "%s: %s", fault->file, fault->sentence);
    }
}

/* ---- reading ---- */

static int
fail_subject (GArray *subjects)
{
  g_autoptr (ToolOut) err = tool_out_new (stderr);

  tool_fail (_ ("There are no results of that."), _ ("There are results of:"));
  for (guint i = 0; i < subjects->len; i++)
    {
      const CharterClassSubject *subject = &g_array_index (subjects, CharterClassSubject, i);
      tool_out_linef (err, "    %s#%s", subject->pack, subject->group);
    }
  return TOOL_COULD_NOT;
}

static gboolean
is_wished_for (const CharterClassSubject *subject)
{
  g_autofree char *name = g_strdup_printf ("%s#%s", subject->pack, subject->group);

  return g_str_equal (subject_name, name) || g_str_equal (subject_name, subject->group);
}

/* Returns: FALSE where there are no results of what is wished for */
static gboolean
choose_subject (CharterClassReport *class)
{
  for (guint i = 0; i < class->subjects->len; i++)
    if (is_wished_for (&g_array_index (class->subjects, CharterClassSubject, i)))
      {
        if (i != class->subject)
          charter_class_report_choose (class, i);
        return TRUE;
      }
  return FALSE;
}

/* The pack that is named is looked at before an installed one of the same id.
 * Returns: (transfer full) (nullable) NULL after having said why */
static GPtrArray *
load_packs (void)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_pack_unref);
  g_autoptr (GPtrArray) installed = tool_packs_load_installed ();

  for (guint i = 0; pack_names != NULL && pack_names[i] != NULL; i++)
    {
      CharterPack *pack = tool_packs_load (pack_names[i]);
      if (pack == NULL)
        return NULL;
      g_ptr_array_add (packs, pack);
    }
  for (guint i = 0; i < installed->len; i++)
    g_ptr_array_add (packs, charter_pack_ref (installed->pdata[i]));
  return g_steal_pointer (&packs);
}

/* Returns: (transfer full) (nullable) NULL after having said why */
static CharterClassReport *
read_class (const char *const *names)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) packs = load_packs ();
  g_autoptr (GError) error = NULL;
  CharterClassPile *pile;

  if (packs == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (places, g_file_new_for_commandline_arg (names[i]));
  pile = charter_class_pile_read (places, NULL, &error);
  if (pile != NULL)
    return charter_class_report_new (pile, packs);
  tool_fail (error->message, NULL);
  return NULL;
}

/* ---- running ---- */

static const char *const formats[] = { "text", "csv", "html", "json", NULL };

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%x");
}

static void
print_class (const CharterClassReport *class, ToolOut *out)
{
  g_autofree char *date = dup_today ();
  g_autofree char *language = charter_print_text_dup_language ();
  g_autofree char *name = g_strconcat (".", format, NULL);
  const CharterPrintClass what = { class->analysis, class->faults, class->title, date, language };
  g_autofree char *text = NULL;

  if (g_str_equal (format, "text"))
    {
      print_text (class, out);
      return;
    }
  text = charter_print_class_write (&what, name);
  fputs (text, stdout);
}

static int
tell (CharterClassReport *class, ToolOut *out)
{
  if (class->analysis == NULL)
    {
      tell_faults (class);
      return tool_fail (_ ("There is no result file that can be read."),
                        _ ("They end in “.charter-result”; a learner saves one from the page of a score."));
    }
  if (subject_name != NULL && !choose_subject (class))
    return fail_subject (class->subjects);
  print_class (class, out);
  tool_out_flush (out);
  tell_faults (class);
  return class->faults->len > 0 ? TOOL_PROBLEMS : TOOL_CLEAN;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterClassReport) class = NULL;

  if (arguments[0] == NULL)
    return tool_fail (_ ("Where are the result files?"), _ ("For example: charter-tool report results/"));
  if (format == NULL)
    format = g_strdup ("text");
  if (!g_strv_contains (formats, format))
    {
      g_autofree char *what = g_strdup_printf (_ ("There is no format “%s”."), format);
      return tool_fail_unknown (what, format, formats, _ ("It is one of text, csv, html and json."));
    }
  class = read_class (arguments);
  return class != NULL ? tell (class, out) : TOOL_COULD_NOT;
}

static const GOptionEntry options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("text, csv, html or json; text unless told"), N_ ("FORMAT") },
  { "pack", 0, 0, G_OPTION_ARG_STRING_ARRAY, &pack_names,
    N_ ("A pack of the questions, besides those that are installed; may be given again"), N_ ("PACK") },
  { "of", 0, 0, G_OPTION_ARG_STRING, &subject_name,
    N_ ("Of which scenario, bank or exam, where there are results of several; that of most results unless told"),
    N_ ("ID") },
  { NULL },
};

static const ToolExample examples[] = {
  { "report results/ --pack my-pack.xml", N_ ("what a class’s results say of the questions of a pack") },
  { "report results/ --format html > class.html", N_ ("the same as a page to print") },
  { "report results/ --format csv > class.csv", N_ ("all figures as a table") },
  { NULL },
};

const ToolCommand tool_class_command = {
  .name = "report",
  .arguments = N_ ("FOLDER…"),
  .summary = N_ ("See what the results of a class say of each question"),
  .description = N_ (
    "Reads the result files that learners hand out (“charter-tool history result”, or the menu of a score report), and "
    "tells of each question its facility, discrimination and efficiency, how often each answer was chosen, how sure "
    "learners were, how long they took and which misconceptions they showed; of the class its mean, spread and "
    "internal consistency. Where learners are too few for a figure, it says so and why.\n"
    "FOLDER is a folder of result files, or such a file. What is wrong with a file is told on standard error; the rest "
    "is used. With the pack at hand every answer is scored anew, so that what a file says of points is not believed.\n"
    "The exit status is 1 where something is to be said of a file."),
  .options = options,
  .examples = examples,
  .run = run,
};
