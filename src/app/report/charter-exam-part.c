/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-part.h"

#include <glib/gi18n.h>

#include "charter-exam-words.h"
#include "charter-quiz.h"
#include "charter-readiness-group.h"
#include "charter-report-words.h"
#include "charter-rows.h"
#include "charter-share-bar.h"
#include "charter-window.h"

struct _CharterExamPart {
  AdwBin parent_instance;

  CharterStudy *study;
  CharterExamReport *report;

  CharterReadinessGroup *readiness; /* a child */
};

G_DEFINE_FINAL_TYPE (CharterExamPart, charter_exam_part, ADW_TYPE_BIN)

/* ---- what next ---- */

void
charter_exam_part_begin (CharterExamPart *self, guint index)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));
  const CharterExamNext *next;

  g_return_if_fail (index < self->report->next->len);

  next = &g_array_index (self->report->next, CharterExamNext, index);
  if (window != NULL)
    charter_quiz_begin_drill (window, self->study, next->items,
                              next->seconds * (gint64)next->items->len * G_TIME_SPAN_SECOND);
}

static void
begin_action (GtkWidget *widget, const char *name, GVariant *index)
{
  charter_exam_part_begin (CHARTER_EXAM_PART (widget), g_variant_get_uint32 (index));
}

static const char *
next_icon (CharterExamNextKind kind)
{
  static const char *const icons[] = {
    [CHARTER_NEXT_SURE] = "mistakes-symbolic",        [CHARTER_NEXT_IDEA] = "lightbulb-symbolic",
    [CHARTER_NEXT_TOPIC] = "practice-symbolic",       [CHARTER_NEXT_PACE] = "document-open-recent-symbolic",
    [CHARTER_NEXT_GUESSED] = "view-refresh-symbolic",
  };

  return icons[kind];
}

static void
add_next (CharterExamPart *self, GtkBox *box)
{
  GtkListBox *list;

  if (self->report->next->len == 0)
    return;
  gtk_box_append (box, charter_group_new (_ ("What Next"), _ ("The most useful first."), &list));
  for (guint i = 0; i < self->report->next->len; i++)
    {
      const CharterExamNext *next = &g_array_index (self->report->next, CharterExamNext, i);
      g_autofree char *title = charter_exam_words_dup_next (next);
      g_autofree char *reason = charter_exam_words_dup_next_reason (next);
      AdwActionRow *row = charter_row_new (next_icon (next->kind), title, reason);

      charter_row_add_arrow (row);
      charter_row_set_action (row, "exam.begin", "u", i);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
}

/* ---- domains ---- */

static GtkWidget *
create_line (const char *words, const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
create_domain_head (const CharterExamDomain *domain)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = create_line (charter_exam_words_get_domain_title (domain), "body");
  GtkWidget *band = create_line (charter_band_get_title (domain->band),
                                 domain->band == CHARTER_BAND_NONE ? "explanation" : "heading");

  gtk_widget_set_hexpand (name, TRUE);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), band);
  return head;
}

/* A row with a bar, where the answers are enough for one, and both in words. head: (transfer full) */
static GtkWidget *
create_share_row (
  GtkWidget *head, const char *label, const char *words, guint n, guint n_right, const CharterInterval *interval)
{
  GtkWidget *row = g_object_new (GTK_TYPE_LIST_BOX_ROW, "activatable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "part-box");
  gtk_box_append (GTK_BOX (box), head);
  if (n >= CHARTER_INTERVAL_MIN_N)
    {
      GtkWidget *bar = charter_share_bar_new ((double)n_right / n, interval->low, interval->high);

      gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
      gtk_box_append (GTK_BOX (box), bar);
    }
  gtk_box_append (GTK_BOX (box), create_line (words, "explanation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static GtkWidget *
create_domain (const CharterExamDomain *domain)
{
  g_autofree char *words = charter_exam_words_dup_domain (domain);
  g_autofree char *label = g_strdup_printf ("%s: %s. %s", charter_exam_words_get_domain_title (domain),
                                            charter_band_get_title (domain->band), words);

  return create_share_row (create_domain_head (domain), label, words, domain->n, domain->n_right, &domain->interval);
}

/* It stands under its domain, further in. */
static GtkWidget *
create_topic (const CharterReportTopic *topic)
{
  const char *title = charter_report_words_get_topic_title (topic);
  g_autofree char *words = charter_report_words_dup_topic (topic);
  g_autofree char *label = g_strdup_printf ("%s: %s", title, words);
  GtkWidget *row
    = create_share_row (create_line (title, "body"), label, words, topic->n, topic->n_right, &topic->interval);

  gtk_widget_set_margin_start (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)), 24);
  return row;
}

/* The definition stands beside what it defines. */
static GtkWidget *
create_meanings (CharterExamPart *self)
{
  GtkWidget *expander
    = g_object_new (ADW_TYPE_EXPANDER_ROW, "title", _ ("What the Words Mean"), "use-markup", FALSE, NULL);

  for (int band = CHARTER_BAND_SECURE; band >= CHARTER_BAND_NONE; band--)
    {
      g_autofree char *meaning = charter_band_dup_meaning ((CharterBand)band, self->report->mark);
      AdwActionRow *row = charter_row_new (NULL, charter_band_get_title ((CharterBand)band), meaning);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), GTK_WIDGET (row));
    }
  return expander;
}

static void
add_topics (CharterExamPart *self, GtkListBox *list, guint domain)
{
  g_autoptr (GPtrArray) topics = charter_exam_report_list_topics (self->report, domain);

  for (guint i = 0; i < topics->len; i++)
    gtk_list_box_append (list, create_topic (topics->pdata[i]));
}

static void
add_domains (CharterExamPart *self, GtkBox *box)
{
  g_autofree char *about = charter_exam_words_dup_about_bands (self->report);
  GtkListBox *list;

  gtk_box_append (box, charter_group_new (_ ("By Domain"), about, &list));
  for (guint i = 0; i < self->report->n_domains; i++)
    if (self->report->domains[i].n > 0)
      {
        gtk_list_box_append (list, create_domain (&self->report->domains[i]));
        add_topics (self, list, i);
      }
  add_topics (self, list, self->report->n_domains);
  gtk_list_box_append (list, create_meanings (self));
}

/* ---- figures ---- */

/* facts: (transfer full) */
static void
add_facts (GtkBox *box, const char *title, const char *description, GArray *facts)
{
  GtkListBox *list;

  if (facts->len > 0)
    gtk_box_append (box, charter_group_new (title, description, &list));
  for (guint i = 0; i < facts->len; i++)
    {
      const CharterExamFact *fact = &g_array_index (facts, CharterExamFact, i);
      AdwActionRow *row = charter_row_new (NULL, fact->title, fact->words);

      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (list, GTK_WIDGET (row));
    }
  g_array_unref (facts);
}

/* ---- readiness ---- */

void
charter_exam_part_load_readiness (CharterExamPart *self, GPtrArray *packs)
{
  if (self->report->exam != NULL)
    charter_readiness_group_show (self->readiness, self->study, packs, self->report->exam);
}

GArray *
charter_exam_part_get_readiness (CharterExamPart *self)
{
  g_return_val_if_fail (CHARTER_IS_EXAM_PART (self), NULL);

  return charter_readiness_group_get_facts (self->readiness);
}

/* ---- the object ---- */

static void
charter_exam_part_finalize (GObject *object)
{
  CharterExamPart *self = CHARTER_EXAM_PART (object);

  g_clear_object (&self->study);
  g_clear_pointer (&self->report, charter_exam_report_free);
  G_OBJECT_CLASS (charter_exam_part_parent_class)->finalize (object);
}

static void
charter_exam_part_class_init (CharterExamPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_exam_part_finalize;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "exam.begin", "u", begin_action);
}

static void
charter_exam_part_init (CharterExamPart *self)
{
}

GtkWidget *
charter_exam_part_new (CharterStudy *study, CharterExamReport *report)
{
  CharterExamPart *self = g_object_new (CHARTER_TYPE_EXAM_PART, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  g_autofree char *changes = NULL;

  self->study = g_object_ref (study);
  self->report = report;
  changes = charter_exam_words_dup_changes (report);
  add_next (self, GTK_BOX (box));
  self->readiness = CHARTER_READINESS_GROUP (charter_readiness_group_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->readiness));
  add_domains (self, GTK_BOX (box));
  add_facts (GTK_BOX (box), _ ("Time"), NULL, charter_exam_words_list_pace (report));
  add_facts (GTK_BOX (box), _ ("Changed Answers"), changes, charter_exam_words_list_changes (report));
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}

const CharterExamReport *
charter_exam_part_get_report (CharterExamPart *self)
{
  g_return_val_if_fail (CHARTER_IS_EXAM_PART (self), NULL);

  return self->report;
}
