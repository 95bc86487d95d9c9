/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-report-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-attempt-menu.h"
#include "charter-exam-part.h"
#include "charter-exam-words.h"
#include "charter-file-chooser.h"
#include "charter-idea-row.h"
#include "charter-print-report.h"
#include "charter-print-run.h"
#include "charter-print-text.h"
#include "charter-quiz.h"
#include "charter-report.h"
#include "charter-report-ideas.h"
#include "charter-report-item-row.h"
#include "charter-report-words.h"
#include "charter-result-dialog.h"
#include "charter-share-bar.h"
#include "charter-study-held.h"
#include "charter-way-out.h"
#include "charter-widget.h"
#include "charter-window.h"

#define BESIDE 240 /* px: buttons that are wider, with large text or long words, stand below the score */

struct _CharterReportPage {
  AdwBin parent_instance;

  /* template widgets */
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkWidget *hero;
  GtkLabel *percent;
  GtkLabel *points;
  GtkLabel *facts;
  GtkButton *mistakes;
  GtkWidget *buttons;
  GtkWidget *again;
  GtkWidget *done;
  AdwBin *exam;
  AdwPreferencesGroup *sure;
  AdwPreferencesGroup *ideas;
  AdwPreferencesGroup *topics;
  AdwPreferencesGroup *items;
  AdwPreferencesGroup *unscored;
  GtkWidget *drawn_group;
  AdwActionRow *drawn_row;

  /* owned */
  CharterStudy *study;
  CharterPath *path;
  CharterSession *session;
  CharterReport *report;
  char *name;
  char *date;     /* of the attempt, for the reader */
  char *day;      /* the same, YYYY-MM-DD */
  char *language; /* of the words around it, BCP 47 */

  CharterMood mood;
  gint64 limit; /* of an exam */
  gboolean built;
  guint64 drawn; /* the seed that drew what was built, or 0 */

  CharterWindow *window; /* borrowed while rooted */
};

G_DEFINE_FINAL_TYPE (CharterReportPage, charter_report_page, ADW_TYPE_BIN)

/* ---- what to do next ---- */

static gboolean
is_mistake (const CharterReportItem *item)
{
  return !item->score.correct;
}

/* Returns: (transfer container) NULL-terminated ids, those of the pack */
static const char **
list_ids (CharterReportPage *self, gboolean only_mistakes)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < self->report->n_items; i++)
    if (!only_mistakes || is_mistake (&self->report->items[i]))
      g_ptr_array_add (ids, (gpointer)self->report->items[i].step->item->id);
  g_ptr_array_add (ids, NULL);
  return (const char **)g_ptr_array_free (ids, FALSE);
}

static void
begin_mistakes (CharterReportPage *self, CharterPack *pack, guint64 seed)
{
  const CharterGroup *group = charter_path_get_group (self->path);
  g_autofree const char **ids = list_ids (self, TRUE);

  charter_quiz_begin (self->window, self->study, pack, group != NULL ? group->id : NULL, ids, seed, TRUE);
}

static void
begin_all (CharterReportPage *self, CharterPack *pack, guint64 seed)
{
  const CharterGroup *group = charter_path_get_group (self->path);
  const char *group_id = group != NULL ? group->id : NULL;
  g_autofree const char **ids = list_ids (self, FALSE);

  if (self->mood == CHARTER_MOOD_EXAM)
    charter_quiz_begin_exam (self->window, self->study, pack, group_id, ids, seed, self->limit, TRUE);
  else
    charter_quiz_begin (self->window, self->study, pack, group_id, ids, seed, TRUE);
}

/* A drill's step has a copy of its item. */
static void
add_asked (GArray *items, const CharterStep *step)
{
  const CharterPaperItem asked = { step->pack, charter_pack_find_item (step->pack, step->item->id) };

  g_array_append_val (items, asked);
}

/* What was built is put into another order; a scenario tells its story as it is written. */
static void
begin_built (CharterReportPage *self, gboolean only_mistakes)
{
  g_autoptr (GArray) items = g_array_new (FALSE, TRUE, sizeof (CharterPaperItem));

  for (guint i = 0; i < self->report->n_items; i++)
    if (!only_mistakes || is_mistake (&self->report->items[i]))
      add_asked (items, self->report->items[i].step);
  charter_quiz_begin_chosen (self->window, self->study, items, only_mistakes ? 0 : self->drawn,
                             only_mistakes ? CHARTER_MOOD_STUDY : self->mood, only_mistakes ? 0 : self->limit, TRUE);
}

/* Mistakes are practised with feedback. */
static void
mistakes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);
  CharterPack *pack = charter_path_get_pack (self->path);

  if (self->window != NULL && self->built)
    begin_built (self, TRUE);
  else if (self->window != NULL)
    begin_mistakes (self, pack, charter_quiz_draw_seed ());
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);
  CharterPack *pack = charter_path_get_pack (self->path);

  if (self->window != NULL && self->built)
    begin_built (self, FALSE);
  else if (self->window != NULL)
    begin_all (self, pack, charter_quiz_draw_seed ());
}

static char *
dup_drawn (CharterReportPage *self)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT, self->drawn);
}

static void
copy_drawn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);
  g_autofree char *number = dup_drawn (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), number);
  if (self->window != NULL)
    charter_window_toast (self->window, _ ("Number copied"));
}

/* ---- showing ---- */

static void
show_hero (CharterReportPage *self)
{
  g_autofree char *percent = charter_report_words_dup_percent (self->report);
  g_autofree char *points = charter_report_words_dup_points (self->report);
  g_auto (GStrv) facts = charter_report_words_list_facts (self->report);
  g_autofree char *lines = g_strjoinv ("\n", facts);

  gtk_label_set_label (self->percent, percent);
  gtk_label_set_label (self->points, points);
  gtk_label_set_label (self->facts, lines);
}

/* A form is not asked twice: its items are not for practice, and another is drawn anew. */
static void
show_buttons (CharterReportPage *self)
{
  gboolean is_form = charter_path_is_form (self->path);
  g_autofree const char **ids = list_ids (self, TRUE);
  guint n = g_strv_length ((char **)ids);
  g_autofree char *words = g_strdup_printf (ngettext ("Practise the Mistake", "Practise %'u Mistakes", n), n);

  gtk_button_set_label (self->mistakes, words);
  gtk_widget_set_visible (GTK_WIDGET (self->mistakes), n > 0 && !is_form);
  gtk_widget_set_visible (self->again, !is_form);
  if (n == 0 || is_form)
    gtk_widget_add_css_class (self->done, "suggested-action");
}

/* A bar with its interval, and both in words. */
static GtkWidget *
create_share (const CharterReportTopic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *words = charter_report_words_dup_topic (topic);
  const char *title = charter_report_words_get_topic_title (topic);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, NULL);
  GtkWidget *bar = charter_share_bar_new ((double)topic->n_right / topic->n, topic->interval.low, topic->interval.high);
  GtkWidget *caption = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (box, "part-box");
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "explanation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

/* A full bar for one of one would say what nobody knows: few answers are only counted. */
static GtkWidget *
create_count (const CharterReportTopic *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *words = charter_report_words_dup_topic (topic);
  const char *title = charter_report_words_get_topic_title (topic);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "wrap", TRUE, "hexpand", TRUE, NULL);
  GtkWidget *count = gtk_label_new (words);

  gtk_widget_add_css_class (box, "part-box");
  gtk_widget_add_css_class (count, "explanation");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), count);
  return box;
}

static void
add_topic (CharterReportPage *self, const CharterReportTopic *topic)
{
  GtkWidget *row = g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, NULL);
  g_autofree char *label = g_strdup_printf (_ ("%s: %'u of %'u right"), charter_report_words_get_topic_title (topic),
                                            topic->n_right, topic->n);

  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), topic->too_few ? create_count (topic) : create_share (topic));
  adw_preferences_group_add (self->topics, row);
}

/* Those of which something can be told come first. An exam has them under its domains. */
static void
show_topics (CharterReportPage *self)
{
  gboolean any_few = FALSE;

  if (charter_path_is_form (self->path))
    {
      gtk_widget_set_visible (GTK_WIDGET (self->topics), FALSE);
      return;
    }
  for (guint i = 0; i < self->report->n_topics; i++)
    if (!self->report->topics[i].too_few)
      add_topic (self, &self->report->topics[i]);
  for (guint i = 0; i < self->report->n_topics; i++)
    if (self->report->topics[i].too_few)
      {
        add_topic (self, &self->report->topics[i]);
        any_few = TRUE;
      }
  if (any_few)
    adw_preferences_group_set_description (self->topics,
                                           _ ("Where there is no bar, the answers are too few to say more."));
  gtk_widget_set_visible (GTK_WIDGET (self->topics), self->report->n_topics > 0);
}

/* With it somebody else can take the same quiz. */
static void
show_drawn (CharterReportPage *self)
{
  g_autofree char *number = dup_drawn (self);

  adw_action_row_set_subtitle (self->drawn_row, number);
  gtk_widget_set_visible (self->drawn_group, self->drawn != 0);
}

/* What is sure and wrong is worth a look, whether it counts or not. */
static gboolean
is_unscored (const CharterReportItem *item)
{
  return item->step->unscored && !charter_report_item_is_sure_but_wrong (item);
}

static AdwPreferencesGroup *
find_group (CharterReportPage *self, const CharterReportItem *item)
{
  if (charter_report_item_is_sure_but_wrong (item))
    return self->sure;
  return is_unscored (item) ? self->unscored : self->items;
}

/* What was sure and wrong stands first, and only there. */
static void
show_items (CharterReportPage *self)
{
  const CharterReport *report = self->report;

  guint n_unscored = 0;

  for (guint i = 0; i < report->n_items; i++)
    {
      adw_preferences_group_add (find_group (self, &report->items[i]),
                                 charter_report_item_row_new (self->study, self->path, &report->items[i]));
      n_unscored += is_unscored (&report->items[i]);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sure), report->n_sure_but_wrong > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->items), report->n_items > report->n_sure_but_wrong + n_unscored);
  gtk_widget_set_visible (GTK_WIDGET (self->unscored), n_unscored > 0);
}

static void
show_ideas (CharterReportPage *self)
{
  g_autoptr (GArray) ideas = charter_report_list_ideas (self->report);

  for (guint i = 0; i < ideas->len; i++)
    {
      const CharterReportIdea *idea = &g_array_index (ideas, CharterReportIdea, i);
      g_autofree char *line = charter_report_words_dup_shown (idea->n_shown);

      adw_preferences_group_add (self->ideas, charter_idea_row_new (idea->pack, idea->misconception, line));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->ideas), ideas->len > 0);
}

static void
show (CharterReportPage *self)
{
  adw_window_title_set_title (self->title, self->name);
  show_hero (self);
  show_buttons (self);
  show_topics (self);
  show_drawn (self);
  show_items (self);
  show_ideas (self);
}

/* ---- on paper and in files ---- */

static char *
dup_date (gint64 wall, const char *format)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (wall / G_USEC_PER_SEC);

  return g_date_time_format (when, format);
}

static CharterPrintReport
describe (CharterReportPage *self)
{
  GtkWidget *part = adw_bin_get_child (self->exam);
  CharterPrintReport what = {
    .report = self->report,
    .title = self->name,
    .date = self->date,
    .language = self->language,
    .drawn = self->drawn,
  };

  if (part == NULL)
    return what;
  what.exam = charter_exam_part_get_report (CHARTER_EXAM_PART (part));
  what.readiness = charter_exam_part_get_readiness (CHARTER_EXAM_PART (part));
  return what;
}

static void
on_place_chosen (GObject *page, GFile *file)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (page);
  const CharterPrintReport what = describe (self);
  g_autoptr (GError) error = NULL;

  charter_print_report_save (&what, file, &error);
  if (self->window != NULL)
    charter_window_toast_outcome (self->window, _ ("Report saved"), error);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);
  const char *const endings[] = { g_variant_get_string (parameter, NULL), NULL };
  g_autofree char *proposed = g_strdup_printf ("%s.%s", self->name, endings[0]);

  if (self->window != NULL)
    charter_choose_place (GTK_WINDOW (self->window), _ ("Save the Report"), g_strdelimit (proposed, "/", '-'), endings,
                          G_OBJECT (self), on_place_chosen);
}

static void
save_result_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);

  if (self->window != NULL)
    charter_result_dialog_show (GTK_WINDOW (self->window), self->study, self->session, self->name, self->day);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);
  const CharterPrintReport what = describe (self);

  if (self->window != NULL)
    charter_print_run_one (GTK_WINDOW (self->window), charter_print_report_new (&what));
}

/* ---- an exam ---- */

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *part = adw_bin_get_child (CHARTER_REPORT_PAGE (widget)->exam);

  if (part != NULL && charter_exam_part_get_report (CHARTER_EXAM_PART (part))->next->len > 0)
    charter_exam_part_begin (CHARTER_EXAM_PART (part), 0);
}

static void
show_mark (CharterReportPage *self, const CharterExamReport *report)
{
  g_autofree char *mark = charter_exam_words_dup_mark (report);
  g_autofree char *words = mark != NULL ? g_strdup_printf ("%s\n%s", mark, gtk_label_get_label (self->facts)) : NULL;

  if (words != NULL)
    gtk_label_set_label (self->facts, words);
}

/* Which packs are at hand is known once there is a window. */
static void
show_exam (CharterReportPage *self)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (GHashTable) held = NULL;
  CharterExamReport *report;
  GtkWidget *part;

  if (!charter_path_is_form (self->path) || adw_bin_get_child (self->exam) != NULL)
    return;
  packs = charter_quiz_list_packs (self->window, charter_path_get_pack (self->path));
  held = charter_study_list_held (self->study, charter_session_get_id (self->session));
  report = charter_exam_report_new (self->session, packs, held);
  show_mark (self, report);
  part = charter_exam_part_new (self->study, report);
  charter_exam_part_load_readiness (CHARTER_EXAM_PART (part), packs);
  adw_bin_set_child (self->exam, part);
  gtk_widget_set_visible (GTK_WIDGET (self->exam), TRUE);
  if (report->next->len == 0)
    return;
  gtk_button_set_label (self->mistakes, _ ("Do What Helps Most"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mistakes), "report.next");
  gtk_widget_set_visible (GTK_WIDGET (self->mistakes), TRUE);
  gtk_widget_remove_css_class (self->done, "suggested-action");
}

/* ---- the object ---- */

static void
on_narrow (CharterReportPage *self)
{
  charter_widget_place_buttons (GTK_ORIENTABLE (self->hero), self->buttons, charter_window_get_narrow (self->window),
                                BESIDE);
}

static void
charter_report_page_root (GtkWidget *widget)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);

  GTK_WIDGET_CLASS (charter_report_page_parent_class)->root (widget);
  self->window = charter_window_of (widget);
  if (self->window == NULL)
    return;
  show_exam (self);
  g_signal_connect_swapped (self->window, "notify::narrow", G_CALLBACK (on_narrow), self);
  on_narrow (self);
}

static void
charter_report_page_unroot (GtkWidget *widget)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  self->window = NULL;
  GTK_WIDGET_CLASS (charter_report_page_parent_class)->unroot (widget);
}

/* The focus comes in at what is most useful next. */
static void
enter_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (widget);
  GtkWidget *best = gtk_widget_get_visible (GTK_WIDGET (self->mistakes)) ? GTK_WIDGET (self->mistakes) : self->done;

  gtk_widget_grab_focus (best);
}

static void
charter_report_page_finalize (GObject *object)
{
  CharterReportPage *self = CHARTER_REPORT_PAGE (object);

  g_clear_pointer (&self->report, charter_report_free);
  g_clear_object (&self->session);
  g_clear_pointer (&self->path, charter_path_unref);
  g_clear_object (&self->study);
  g_free (self->name);
  g_free (self->date);
  g_free (self->day);
  g_free (self->language);
  G_OBJECT_CLASS (charter_report_page_parent_class)->finalize (object);
}

static void
charter_report_page_class_init (CharterReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_report_page_finalize;
  widget_class->root = charter_report_page_root;
  widget_class->unroot = charter_report_page_unroot;

  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/report/charter-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, header);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, title);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, hero);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, percent);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, points);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, facts);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, mistakes);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, again);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, done);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, exam);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, sure);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, ideas);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, topics);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, items);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, unscored);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, drawn_group);
  gtk_widget_class_bind_template_child (widget_class, CharterReportPage, drawn_row);

  gtk_widget_class_install_action (widget_class, "page.enter", NULL, enter_action);
  gtk_widget_class_install_action (widget_class, "report.mistakes", NULL, mistakes_action);
  gtk_widget_class_install_action (widget_class, "report.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "report.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "report.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "report.save-result", NULL, save_result_action);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "report.copy-drawn", NULL, copy_drawn_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "report.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
charter_report_page_init (CharterReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
charter_report_page_new (CharterStudy *study, CharterSession *session)
{
  CharterReportPage *self = g_object_new (CHARTER_TYPE_REPORT_PAGE, NULL);

  self->study = g_object_ref (study);
  self->path = charter_path_ref (charter_session_get_path (session));
  self->session = g_object_ref (session);
  self->report = charter_report_new (session);
  self->name = g_strdup (charter_quiz_get_title (session));
  self->date = dup_date (g_get_real_time (), "%x");
  self->day = dup_date (g_get_real_time (), "%Y-%m-%d");
  self->language = charter_print_text_dup_language ();
  self->mood = charter_session_get_mood (session);
  self->limit = charter_session_get_limit (session);
  self->built = charter_study_is_built (session);
  self->drawn = charter_study_get_drawn (session);
  adw_header_bar_pack_end (self->header,
                           charter_attempt_menu_new (study, charter_session_get_id (session), "win.back"));
  show (self);
  return GTK_WIDGET (self);
}

void
charter_report_page_set_time (CharterReportPage *self, gint64 wall)
{
  g_return_if_fail (CHARTER_IS_REPORT_PAGE (self));

  g_free (self->date);
  g_free (self->day);
  self->date = dup_date (wall, "%x");
  self->day = dup_date (wall, "%Y-%m-%d");
  adw_window_title_set_subtitle (self->title, self->date);
}
