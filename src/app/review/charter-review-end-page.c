/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-review-end-page.h"

#include <glib/gi18n.h>

#include "charter-review-words.h"
#include "charter-review.h"
#include "charter-way-out.h"

struct _CharterReviewEndPage {
  AdwBin parent_instance;

  /* template widgets */
  AdwStatusPage *status;
  GtkWidget *more;

  /* owned */
  CharterStudy *study;
  CharterRecall *recall; /* or NULL */

  guint portions; /* of a day's that were asked */
};

G_DEFINE_FINAL_TYPE (CharterReviewEndPage, charter_review_end_page, ADW_TYPE_BIN)

/* ---- words ---- */

static void
add_line (GString *words, char *line)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", line);
  g_free (line);
}

static void
add_counts (CharterReviewEndPage *self, GString *words)
{
  guint n_reviewed, n_again;

  if (self->recall == NULL)
    return;
  charter_recall_count (self->recall, &n_reviewed, &n_again);
  add_line (words,
            g_strdup_printf (ngettext ("%'u question answered", "%'u questions answered", n_reviewed), n_reviewed));
  if (n_again > 0)
    add_line (words,
              g_strdup_printf (ngettext ("%'u had to come once more", "%'u had to come once more", n_again), n_again));
}

/* What a portion held back is due all the same. */
static const char *
get_title (CharterReviewEndPage *self, const CharterReviewPlan *plan)
{
  if (self->recall != NULL)
    return _ ("Review Finished");
  return plan != NULL && plan->n_held_back > 0 ? _ ("That Is All for Today") : _ ("Nothing Is Due");
}

static void
show_words (CharterReviewEndPage *self, const CharterReviewPlan *plan)
{
  GString *words = g_string_new (NULL);

  add_counts (self, words);
  if (plan != NULL)
    add_line (words, charter_review_dup_next (plan));
  adw_status_page_set_title (self->status, get_title (self, plan));
  adw_status_page_set_description (self->status, words->str);
  g_string_free (words, TRUE);
}

/* ---- what is left ---- */

static void
on_more (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterReviewEndPage) self = data;
  g_autoptr (CharterReviewPlan) plan = charter_study_load_review_finish (CHARTER_STUDY (study), result, NULL);
  g_autofree char *words = NULL;

  if (self->status == NULL || plan == NULL || plan->queue->len == 0)
    return;
  words = g_strdup_printf (ngettext ("Go On with %'u More", "Go On with %'u More", plan->queue->len), plan->queue->len);
  gtk_button_set_label (GTK_BUTTON (self->more), words);
  gtk_widget_set_visible (self->more, TRUE);
  gtk_widget_grab_focus (self->more);
}

/* What a day's portion held back can be asked on the same day, by who wants to. */
static void
look_for_more (CharterReviewEndPage *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));
  g_autoptr (GPtrArray) packs = window != NULL ? charter_review_list_packs (window) : NULL;

  if (packs != NULL)
    charter_study_load_review_async (self->study, packs, self->portions + 1, NULL, on_more, g_object_ref (self));
}

static void
show_plan (CharterReviewEndPage *self, const CharterReviewPlan *plan)
{
  show_words (self, plan);
  if (plan->n_held_back > 0)
    look_for_more (self);
}

static void
on_planned (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterReviewEndPage) self = data;
  g_autoptr (CharterReviewPlan) plan = charter_study_load_review_finish (CHARTER_STUDY (study), result, NULL);

  if (self->status != NULL && plan != NULL)
    show_plan (self, plan);
}

static void
on_more_clicked (CharterReviewEndPage *self)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL)
    charter_review_begin (window, self->portions + 1, TRUE);
}

/* ---- the object ---- */

/* Packs are the window's, so that is when to ask. */
static void
charter_review_end_page_root (GtkWidget *widget)
{
  CharterReviewEndPage *self = CHARTER_REVIEW_END_PAGE (widget);
  CharterWindow *window;
  g_autoptr (GPtrArray) packs = NULL;

  GTK_WIDGET_CLASS (charter_review_end_page_parent_class)->root (widget);
  window = charter_window_of (widget);
  if (window == NULL)
    return;
  packs = charter_review_list_packs (window);
  charter_study_load_review_async (self->study, packs, self->portions, NULL, on_planned, g_object_ref (self));
}

static void
charter_review_end_page_dispose (GObject *object)
{
  CharterReviewEndPage *self = CHARTER_REVIEW_END_PAGE (object);

  self->status = NULL;
  g_clear_object (&self->study);
  g_clear_object (&self->recall);
  G_OBJECT_CLASS (charter_review_end_page_parent_class)->dispose (object);
}

static void
charter_review_end_page_class_init (CharterReviewEndPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_review_end_page_dispose;
  widget_class->root = charter_review_end_page_root;
  g_type_ensure (CHARTER_TYPE_WAY_OUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/charterstudy/Charter/review/charter-review-end-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterReviewEndPage, status);
  gtk_widget_class_bind_template_child (widget_class, CharterReviewEndPage, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
}

static void
charter_review_end_page_init (CharterReviewEndPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->portions = 1;
}

GtkWidget *
charter_review_end_page_new (CharterStudy *study, CharterRecall *recall)
{
  CharterReviewEndPage *self = g_object_new (CHARTER_TYPE_REVIEW_END_PAGE, NULL);

  self->study = g_object_ref (study);
  if (recall != NULL)
    {
      self->recall = g_object_ref (recall);
      self->portions = charter_recall_get_portions (recall);
    }
  show_words (self, NULL);
  return GTK_WIDGET (self);
}
