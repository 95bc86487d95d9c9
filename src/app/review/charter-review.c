/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-review.h"

#include "charter-library.h"
#include "charter-question-page.h"
#include "charter-quiz.h"
#include "charter-review-end-page.h"
#include "charter-study-review.h"

typedef struct {
  CharterWindow *window;
  guint portions;
  gboolean replace;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->window);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static CharterApplication *
get_app (CharterWindow *window)
{
  return CHARTER_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));
}

GPtrArray *
charter_review_list_packs (CharterWindow *window)
{
  CharterLibrary *library = charter_application_get_library (get_app (window));
  GPtrArray *packs = charter_library_list_packs (library);

  for (guint i = packs->len; i > 0; i--)
    if (charter_library_is_guest (library, g_ptr_array_index (packs, i - 1)))
      g_ptr_array_remove_index (packs, i - 1);
  return packs;
}

static void
lay (const Wish *wish, GtkWidget *page)
{
  if (wish->replace)
    charter_window_replace (wish->window, page);
  else
    charter_window_push (wish->window, page);
}

static void
show_session (const Wish *wish, CharterStudy *study, CharterSession *session)
{
  GtkWidget *page = charter_question_page_new (study, session);

  charter_recall_set_portions (charter_question_page_get_recall (CHARTER_QUESTION_PAGE (page)), wish->portions);
  lay (wish, page);
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  CharterStudy *study = CHARTER_STUDY (source);
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterReviewPlan) plan = charter_study_load_review_finish (study, result, &error);
  g_autoptr (CharterSession) session = NULL;

  if (get_app (wish->window) == NULL) /* closed meanwhile, while the application runs on */
    return;
  if (plan != NULL && plan->queue->len == 0)
    {
      lay (wish, charter_review_end_page_new (study, NULL));
      return;
    }
  if (plan != NULL)
    session = charter_study_begin_review (study, plan, charter_quiz_draw_seed (), &error);
  if (session != NULL)
    show_session (wish, study, session);
  else
    charter_window_toast_fault (wish->window, error->message);
}

void
charter_review_begin (CharterWindow *window, guint portions, gboolean replace)
{
  CharterStudy *study = charter_application_get_study (get_app (window));
  g_autoptr (GPtrArray) packs = charter_review_list_packs (window);
  g_autoptr (CharterSession) session = charter_study_resume_review (study, packs);
  g_autoptr (Wish) wish = g_new0 (Wish, 1);

  wish->window = g_object_ref (window);
  wish->portions = portions;
  wish->replace = replace;
  if (session != NULL)
    show_session (wish, study, session);
  else
    charter_study_load_review_async (study, packs, portions, NULL, on_planned, g_steal_pointer (&wish));
}
