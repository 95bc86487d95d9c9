/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-parts.h"

#include <glib/gi18n.h>

#include "charter-class-line.h"
#include "charter-figure-table.h"
#include "charter-rows.h"
#include "charter-share-bar.h"

#define MOST_FAULTS 200 /* shown; more would take long to draw, and nobody reads them here */

/* Returns: (transfer none) the list of a new group */
static GtkListBox *
add_group (GtkBox *box, const char *title, const char *about)
{
  GtkListBox *list;

  gtk_box_append (box, charter_group_new (title, about, &list));
  return list;
}

/* words: plain text. Returns: (transfer floating) */
static GtkWidget *
create_label (const char *words, gboolean is_caption)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, NULL);

  if (is_caption)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "explanation");
    }
  return label;
}

/* A row that only says something: a name, and words below it. is_name_small: what counts are the words. */
static void
add_row_with (GtkListBox *list, const char *name, const char *words, gboolean is_name_small)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *spoken = words != NULL ? g_strdup_printf ("%s: %s", name, words) : g_strdup (name);

  gtk_widget_add_css_class (box, "part-box");
  gtk_box_append (GTK_BOX (box), create_label (name, is_name_small));
  if (words != NULL)
    gtk_box_append (GTK_BOX (box), create_label (words, !is_name_small));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_list_box_append (list, row);
}

static void
add_row (GtkListBox *list, const char *name, const char *words)
{
  add_row_with (list, name, words, FALSE);
}

void
charter_class_add_facts (GtkBox *box, const char *title, const char *about, GArray *facts)
{
  GtkListBox *list = add_group (box, title, about);

  for (guint i = 0; i < facts->len; i++)
    {
      const CharterClassFact *fact = &g_array_index (facts, CharterClassFact, i);
      g_autofree char *words = g_strconcat (fact->words, fact->is_small ? CHARTER_CLASS_LINE_SMALL : NULL, NULL);

      add_row_with (list, fact->title, words, TRUE);
    }
  g_array_unref (facts);
}

void
charter_class_add_sentences (GtkBox *box, const char *title, GStrv sentences)
{
  GtkListBox *list = sentences[0] != NULL ? add_group (box, title, NULL) : NULL;

  for (guint i = 0; sentences[i] != NULL; i++)
    add_row (list, sentences[i], NULL);
  g_strfreev (sentences);
}

/* ---- choices ---- */

static char *
dup_chosen (const CharterClassItem *item, const CharterClassChoice *choice)
{
  const char *role = charter_class_words_get_role (choice);

  if (item->n_upper == 0)
    /* Translators: whether an answer is right, and how many of how many chose it. */
    return g_strdup_printf (_ ("%s · %'u of %'u"), role, choice->n, item->n_answered);
  /* Translators: the same, and then of the best third and of the weakest third of a class. */
  return g_strdup_printf (_ ("%s · %'u of %'u · best third: %'u of %'u · weakest third: %'u of %'u"), role, choice->n,
                          item->n_answered, choice->n_upper, item->n_upper, choice->n_lower, item->n_lower);
}

/* A bar with its range, and all of it in words. */
static void
add_choice (GtkListBox *list, const CharterClassItem *item, const CharterClassChoice *choice)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  CharterInterval range = charter_interval_wilson (choice->n, item->n_answered);
  g_autofree char *name = charter_class_words_dup_choice (item, choice);
  g_autofree char *words = dup_chosen (item, choice);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, words);
  GtkWidget *bar
    = charter_share_bar_new (item->n_answered > 0 ? (double)choice->n / item->n_answered : 0, range.low, range.high);

  gtk_widget_add_css_class (box, "part-box");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (box), create_label (name, FALSE));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), create_label (words, TRUE));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (list, row);
}

/* figures: (transfer full) */
static void
add_table (GtkBox *box, const char *title, CharterFigures *figures)
{
  GtkWidget *table = charter_figure_table_new (figures, title);

  gtk_widget_add_css_class (table, "card");
  gtk_box_append (box, table);
  charter_figures_free (figures);
}

static void
add_choice_table (GtkBox *box, const CharterClassItem *item)
{
  CharterFigures *figures
    = CHARTER_FIGURES (_ ("Answer"), _ ("Chosen"), _ ("By the Best Third"), _ ("By the Weakest Third"));

  for (guint i = 0; i < item->choices->len; i++)
    {
      const CharterClassChoice *choice = &g_array_index (item->choices, CharterClassChoice, i);

      CHARTER_FIGURES_ADD (figures, charter_class_words_dup_choice (item, choice), g_strdup_printf ("%'u", choice->n),
                           g_strdup_printf ("%'u", choice->n_upper), g_strdup_printf ("%'u", choice->n_lower));
    }
  add_table (box, _ ("Answers"), figures);
}

void
charter_class_add_choices (GtkBox *box, const CharterClassItem *item)
{
  g_autofree char *others
    = g_strdup_printf (ngettext ("%'u other answer", "%'u other answers", item->n_other), item->n_other);
  GtkListBox *list;

  if (item->choices->len == 0)
    return;
  list = add_group (box, _ ("Answers"), item->n_other > 0 ? others : NULL);
  for (guint i = 0; i < item->choices->len; i++)
    add_choice (list, item, &g_array_index (item->choices, CharterClassChoice, i));
  add_choice_table (box, item);
}

/* ---- the rest ---- */

void
charter_class_add_confidence (GtkBox *box, const CharterClassItem *item)
{
  CharterFigures *figures;

  if (charter_class_item_count_sure (item) == 0)
    return;
  figures = CHARTER_FIGURES (_ ("How Sure"), _ ("Answers"), _ ("Wholly Right"));
  for (guint i = CHARTER_CONFIDENCE_GUESS; i <= CHARTER_CONFIDENCE_SURE; i++)
    CHARTER_FIGURES_ADD (figures, g_strdup (charter_class_words_get_confidence ((CharterConfidence)i)),
                         g_strdup_printf ("%'u", item->n_sure[i]), g_strdup_printf ("%'u", item->n_sure_right[i]));
  add_table (box, _ ("How Sure"), figures);
}

void
charter_class_add_ideas (GtkBox *box, GArray *ideas)
{
  GtkListBox *list = ideas->len > 0 ? add_group (box, _ ("Misconceptions"), NULL) : NULL;

  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterClassIdea *idea = &g_array_index (ideas, CharterClassIdea, i);
      g_autofree char *words = g_strdup_printf (_ ("In %'u of %'u answers"), idea->n_shown, idea->n_offered);

      add_row (list, charter_class_words_get_idea (idea), words);
    }
}

/* where: the rest is listed, or NULL */
static void
list_faults (GtkListBox *list, GPtrArray *faults, const char *where)
{
  for (guint i = 0; i < MIN (faults->len, MOST_FAULTS); i++)
    {
      const CharterClassFault *fault = faults->pdata[i];
      add_row (list, fault->file, fault->sentence);
    }
  if (faults->len > MOST_FAULTS)
    {
      guint n = faults->len - MOST_FAULTS;
      g_autofree char *more = g_strdup_printf (ngettext ("… and %'u more", "… and %'u more", n), n);

      add_row (list, more, where);
    }
}

void
charter_class_add_faults (GtkBox *box, GPtrArray *faults)
{
  GtkListBox *list = add_group (box, _ ("Files"), _ ("What is wrong with a file was left out; the rest was used."));

  list_faults (list, faults, _ ("What you save lists all of them."));
}

void
charter_class_add_refused (GtkBox *box, GPtrArray *faults)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Open Another Folder…"));

  if (faults->len > 0)
    list_faults (add_group (box, _ ("Nothing Can Be Read"), _ ("None of these files holds results that can be used.")),
                 faults, NULL);
  else
    add_group (box, _ ("Nothing to Read"), _ ("There is no result file in what you opened."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "class.open");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_box_append (box, button);
}
