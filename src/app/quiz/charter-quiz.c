/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-quiz.h"

#include <glib/gi18n.h>

#include "charter-application.h"
#include "charter-blueprint.h"
#include "charter-question-page.h"
#include "charter-report-page.h"
#include "charter-study-held.h"

/* What is left of an exam whose last section was closed, is to hand it in. */
static GtkWidget *
create_page (CharterStudy *study, CharterSession *session)
{
  if (!charter_session_is_closed (session))
    return charter_question_page_new (study, session);
  charter_study_hand_in (study, session);
  return charter_report_page_new (study, session);
}

/* Shows session, or says why there is none. */
static gboolean
show (CharterWindow *window, CharterStudy *study, CharterSession *session, const GError *error, gboolean replace)
{
  if (session == NULL)
    charter_window_toast_fault (window, error->message);
  else if (replace)
    charter_window_replace (window, create_page (study, session));
  else
    charter_window_push (window, create_page (study, session));
  return session != NULL;
}

gboolean
charter_quiz_begin (CharterWindow *window,
                    CharterStudy *study,
                    CharterPack *pack,
                    const char *group_id,
                    const char *const *items,
                    guint64 seed,
                    gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session
    = charter_study_begin (study, pack, group_id, items, seed, CHARTER_MOOD_STUDY, &error);

  return show (window, study, session, error, replace);
}

gboolean
charter_quiz_begin_exam (CharterWindow *window,
                         CharterStudy *study,
                         CharterPack *pack,
                         const char *group_id,
                         const char *const *items,
                         guint64 seed,
                         gint64 limit,
                         gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session = charter_study_begin_exam (study, pack, group_id, items, seed, limit, &error);

  return show (window, study, session, error, replace);
}

gboolean
charter_quiz_begin_form (CharterWindow *window, CharterStudy *study, const CharterForm *form, gboolean replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPath) path = charter_form_new_path (form, &error);
  g_autoptr (CharterSession) session
    = path != NULL ? charter_study_begin_form (study, path, form->minutes * G_TIME_SPAN_MINUTE) : NULL;

  return show (window, study, session, error, replace);
}

gboolean
charter_quiz_begin_chosen (CharterWindow *window,
                           CharterStudy *study,
                           GArray *items,
                           guint64 drawn,
                           CharterMood mood,
                           gint64 limit,
                           gboolean replace)
{
  CharterPaperItem *first = (CharterPaperItem *)(void *)items->data;
  guint64 seed = charter_quiz_draw_seed ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterSession) session = NULL;

  charter_blueprint_arrange (first, items->len, seed);
  session = charter_study_begin_chosen (study, first, items->len, seed, drawn, mood, limit, &error);
  return show (window, study, session, error, replace);
}

void
charter_quiz_begin_drill (CharterWindow *window, CharterStudy *study, const GArray *items, gint64 limit)
{
  g_autoptr (GHashTable) held = charter_study_list_held (study, NULL);
  g_autoptr (GArray) left = g_array_new (FALSE, FALSE, sizeof (CharterPaperItem));

  for (guint i = 0; i < items->len; i++)
    {
      const CharterPaperItem asked = g_array_index (items, CharterPaperItem, i);

      if (!charter_held_has (held, asked.pack->id, asked.item->id))
        g_array_append_val (left, asked);
    }
  if (left->len > 0)
    charter_quiz_begin_chosen (window, study, left, 0, limit > 0 ? CHARTER_MOOD_EXAM : CHARTER_MOOD_STUDY, limit,
                               FALSE);
  else
    charter_window_toast (window, _ ("An exam that is still open asks these questions. Finish it first."));
}

const char *
charter_quiz_get_title (CharterSession *session)
{
  CharterPath *path = charter_session_get_path (session);
  const CharterGroup *group = charter_path_get_group (path);

  if (charter_study_is_review (session))
    return _ ("Reviews");
  if (charter_study_is_built (session))
    return _ ("Your Quiz");
  if (charter_path_is_form (path))
    return charter_path_get_exam (path) != NULL ? charter_path_get_exam (path)->title.plain : _ ("Exam");
  if (group == NULL)
    group = charter_pack_find_group (charter_path_get_pack (path), charter_session_get_current (session)->item->group);
  return group != NULL ? group->title.plain : "";
}

GPtrArray *
charter_quiz_list_packs (CharterWindow *window, CharterPack *pack)
{
  CharterApplication *app = CHARTER_APPLICATION (gtk_window_get_application (GTK_WINDOW (window)));

  return charter_library_list_packs_with (charter_application_get_library (app), pack);
}

gboolean
charter_quiz_resume (CharterWindow *window, CharterStudy *study, CharterPack *pack, const char *session_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) packs = charter_quiz_list_packs (window, pack);
  g_autoptr (CharterSession) session = charter_study_resume (study, packs, session_id, &error);

  return show (window, study, session, error, FALSE);
}

guint64
charter_quiz_draw_seed (void)
{
  return (guint64)g_random_int () << 32 | g_random_int ();
}
