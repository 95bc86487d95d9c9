/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-rules-list.h"

#include <glib/gi18n.h>

#include "charter-rows.h"
#include "charter-shelf.h"
#include "charter-text-label.h"

/* ---- the rules ---- */

static void
add_row (GtkListBox *list, const char *icon, const char *title, const char *subtitle)
{
  AdwActionRow *row = charter_row_new (icon, title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
add_questions (GtkListBox *list, const CharterExam *exam, const CharterForm *form)
{
  guint n = form != NULL ? form->n_items : exam->items;
  guint n_unscored = 0;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u question", "%'u questions", n), n);
  g_autofree char *unscored = NULL;

  for (guint i = 0; form != NULL && i < form->n_items; i++)
    n_unscored += form->items[i].unscored;
  if (form == NULL)
    n_unscored = exam->unscored;
  if (n_unscored > 0)
    unscored = g_strdup_printf (ngettext ("%'u of them does not count, and nobody is told which one.",
                                          "%'u of them do not count, and nobody is told which ones.", n_unscored),
                                n_unscored);
  add_row (list, "practice-symbolic", title,
           unscored != NULL ? unscored : _ ("What was right you see only at the end, and there are no hints."));
}

static void
add_time (GtkListBox *list, const CharterExam *exam, const CharterForm *form)
{
  guint minutes = form != NULL ? form->minutes : exam->minutes;
  g_autofree char *title = g_strdup_printf (ngettext ("%'u minute", "%'u minutes", minutes), minutes);

  add_row (list, "alarm-symbolic", title,
           _ (
             "When the time is up, what you answered is scored. When you leave, the clock stands still, and you can go "
             "on later with the time you had."));
}

static void
add_sections (GtkListBox *list, const CharterForm *form)
{
  GString *counts = NULL;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  if (form == NULL || form->n_sections < 2)
    return;
  title = g_strdup_printf (ngettext ("%'u section", "%'u sections", form->n_sections), form->n_sections);
  counts = g_string_new (_ ("Each is closed for good when you end it: you can’t come back to its questions."));
  for (guint i = 0; i < form->n_sections; i++)
    {
      guint n = form->sections[i].n_items;

      g_string_append (counts, "\n");
      /* Translators: the number of a section, and how many questions it has. */
      g_string_append_printf (counts, ngettext ("Section %'u: %'u question", "Section %'u: %'u questions", n), i + 1,
                              n);
      if (*form->sections[i].title.plain != '\0')
        g_string_append_printf (counts, " · %s", form->sections[i].title.plain);
    }
  words = g_string_free (counts, FALSE);
  add_row (list, "view-list-symbolic", title, words);
}

static void
add_breaks (GtkListBox *list, const CharterForm *form)
{
  guint n = 0, minutes = 0;
  g_autofree char *title = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; form != NULL && i + 1 < form->n_sections; i++)
    if (form->sections[i].break_minutes > 0)
      {
        n++;
        minutes += form->sections[i].break_minutes;
      }
  if (n == 0)
    return;
  title = g_strdup_printf (ngettext ("%'u break", "%'u breaks", n), n);
  words
    = g_strdup_printf (ngettext ("%'u minute in all. The clock of the exam stands still, and you can go on earlier.",
                                 "%'u minutes in all. The clock of the exam stands still, and you can go on earlier.",
                                 minutes),
                       minutes);
  add_row (list, "media-playback-pause-symbolic", title, words);
}

static void
add_aids (GtkListBox *list, const CharterExam *exam, CharterPack *pack)
{
  g_autoptr (CharterPack) home = charter_pack_follow (pack, exam->sheet);
  const CharterLesson *sheet = home != NULL ? charter_pack_find_lesson (home, exam->sheet) : NULL;

  if (exam->calculator)
    add_row (list, "view-grid-symbolic", _ ("Calculator"), _ ("You may calculate with one."));
  if (sheet != NULL)
    add_row (list, "book-open-symbolic", sheet->title.plain, _ ("You may look at it."));
}

static void
add_pass_mark (GtkListBox *list, const CharterExam *exam)
{
  g_autofree char *words = NULL;

  if (exam->pass < 0)
    return;
  words = g_strdup_printf (_ ("%.0f%%"), exam->pass);
  add_row (list, "check-circle-symbolic", _ ("Pass Mark"), words);
}

GtkWidget *
charter_rules_list_new (const CharterExam *exam, CharterPack *pack, const CharterForm *form)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (_ ("Rules"), NULL, &list);

  add_questions (list, exam, form);
  add_time (list, exam, form);
  add_sections (list, form);
  add_breaks (list, form);
  add_aids (list, exam, pack);
  add_pass_mark (list, exam);
  return group;
}

/* ---- what is lacking ---- */

static char *
dup_meaning (const CharterForm *form)
{
  if (form->n_items == 0)
    return g_strdup (_ ("So it can’t be sat. Packs with such questions can be added to the library."));
  if (form->n_items < form->exam->items)
    return g_strdup_printf (
      ngettext ("So you sit a smaller one with %'u question, at the same pace. Its score says less "
                "about the exam.",
                "So you sit a smaller one with %'u questions, at the same pace. Its score says "
                "less about the exam.",
                form->n_items),
      form->n_items);
  return g_strdup (
    _ ("It has as many questions as it should, but of another mix. Its score says less about the exam."));
}

GtkWidget *
charter_rules_lacks_new (const CharterForm *form)
{
  g_autofree char *meaning = NULL;
  GtkListBox *list;
  GtkWidget *group;

  if (form->lacks[0] == NULL)
    return NULL;
  meaning = dup_meaning (form);
  group = charter_group_new (_ ("What Your Packs Lack for It"), meaning, &list);
  for (guint i = 0; form->lacks[i] != NULL; i++)
    add_row (list, NULL, form->lacks[i], NULL);
  return group;
}

/* ---- where the rules come from ---- */

static char *
dup_checked (const char *checked)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day = checked != NULL ? g_date_time_new_from_iso8601 (checked, utc) : NULL;
  g_autofree char *words = NULL;

  if (checked == NULL)
    return NULL;
  if (day == NULL)
    {
      g_autofree char *midnight = g_strconcat (checked, "T00:00:00Z", NULL);

      day = g_date_time_new_from_iso8601 (midnight, utc);
    }
  words = day != NULL ? g_date_time_format (day, "%x") : g_strdup (checked);
  /* Translators: %s is a day. */
  return g_strdup_printf (_ ("checked on %s"), words);
}

static GtkWidget *
create_source (const CharterSource *source, CharterPack *pack)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *checked = dup_checked (source->checked);

  gtk_widget_add_css_class (box, "part");
  gtk_box_append (GTK_BOX (box), charter_text_label_new (pack, &source->text));
  if (checked != NULL)
    {
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", checked, "xalign", 0.0, "wrap", TRUE, NULL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "explanation");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (source->href != NULL)
    {
      GtkWidget *link = gtk_link_button_new_with_label (source->href, _ ("Open in the Browser"));

      gtk_widget_set_halign (link, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), link);
    }
  return box;
}

GtkWidget *
charter_rules_sources_new (const CharterExam *exam, CharterPack *pack)
{
  GtkListBox *list;
  GtkWidget *group;

  if (exam->n_sources == 0)
    return NULL;
  group = charter_group_new (_ ("Where These Rules Come From"), NULL, &list);
  for (guint i = 0; i < exam->n_sources; i++)
    {
      GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, "child",
                                     create_source (&exam->sources[i], pack), NULL);

      gtk_list_box_append (list, row);
    }
  return group;
}
