/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (CharterStudy, charter_study, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* A commit on its way: which step it is about, and what becomes of it. */
typedef struct {
  CharterSession *session;
  guint position;
  CharterEvent *event;
  CharterScore score;
} Errand;

static Errand *
errand_new (CharterSession *session, CharterEvent *event)
{
  Errand *errand = g_new0 (Errand, 1);

  errand->session = g_object_ref (session);
  errand->position = charter_session_get_position (session);
  errand->event = charter_event_ref (event);
  return errand;
}

static void
errand_free (gpointer data)
{
  Errand *errand = data;

  g_object_unref (errand->session);
  charter_event_unref (errand->event);
  g_free (errand);
}

void
charter_study_emit_changed (CharterStudy *self)
{
  charter_study_forget_ahead (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

CharterStudy *
charter_study_new (CharterStore *store, CharterClock clock)
{
  CharterStudy *self = g_object_new (CHARTER_TYPE_STUDY, NULL);

  self->store = store != NULL ? g_object_ref (store) : charter_store_new_in_memory ();
  self->clock = clock;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (charter_study_emit_changed), self, G_CONNECT_SWAPPED);
  return self;
}

/* drawn: 0 for what was not. limit: 0 for none. */
static CharterSession *
begin_on_path (
  CharterStudy *self, CharterPath *path, const char *group_id, guint64 drawn, CharterMood mood, gint64 limit)
{
  g_autoptr (CharterEvent) begun = NULL;
  g_autofree char *id = g_uuid_string_random ();
  CharterSession *session = charter_session_new (id, path, mood, self->clock);

  charter_session_set_limit (session, limit);
  begun = charter_study_make_begun (self, session, group_id, drawn);
  charter_track_attach (session, begun, NULL);
  return session;
}

/* What was built belongs to no group of the pack. */
static CharterSession *
begin (CharterStudy *self,
       CharterPack *pack,
       const char *group_id,
       const char *const *items,
       guint64 seed,
       guint64 drawn,
       CharterMood mood,
       gint64 limit,
       GError **error)
{
  const char *group = charter_study_is_built_name (group_id) ? NULL : group_id;
  g_autoptr (CharterPath) path = charter_paper_new (pack, group, items, seed, error);

  return path != NULL ? begin_on_path (self, path, group_id, drawn, mood, limit) : NULL;
}

static guint64
seed_of_built (const char *group_id, guint64 seed)
{
  return g_strcmp0 (group_id, CHARTER_STUDY_BUILT) == 0 ? seed : 0;
}

CharterSession *
charter_study_begin (CharterStudy *self,
                     CharterPack *pack,
                     const char *group_id,
                     const char *const *items,
                     guint64 seed,
                     CharterMood mood,
                     GError **error)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  return begin (self, pack, group_id, items, seed, seed_of_built (group_id, seed), mood, 0, error);
}

CharterSession *
charter_study_begin_exam (CharterStudy *self,
                          CharterPack *pack,
                          const char *group_id,
                          const char *const *items,
                          guint64 seed,
                          gint64 limit,
                          GError **error)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);

  return begin (self, pack, group_id, items, seed, seed_of_built (group_id, seed), CHARTER_MOOD_EXAM, limit, error);
}

CharterSession *
charter_study_begin_form (CharterStudy *self, CharterPath *form, gint64 limit)
{
  const CharterExam *exam;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);
  g_return_val_if_fail (form != NULL && charter_path_get_exam (form) != NULL, NULL);

  exam = charter_path_get_exam (form);
  return begin_on_path (self, form, exam->id, 0, CHARTER_MOOD_EXAM, limit);
}

CharterSession *
charter_study_begin_chosen (CharterStudy *self,
                            const CharterPaperItem *items,
                            guint n_items,
                            guint64 seed,
                            guint64 drawn,
                            CharterMood mood,
                            gint64 limit,
                            GError **error)
{
  g_autoptr (CharterPath) path = NULL;

  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);
  g_return_val_if_fail (n_items > 0, NULL);

  path = charter_paper_new_chosen (items[0].pack, items, n_items, seed, error);
  return path != NULL ? begin_on_path (self, path, CHARTER_STUDY_BUILT, drawn, mood, limit) : NULL;
}

gboolean
charter_study_is_built (CharterSession *session)
{
  const CharterTrack *track = charter_track_get (session);

  return track != NULL && track->built;
}

guint64
charter_study_get_drawn (CharterSession *session)
{
  const CharterTrack *track = charter_track_get (session);

  return track != NULL ? track->drawn : 0;
}

gboolean
charter_study_is_review (CharterSession *session)
{
  const CharterTrack *track = charter_track_get (session);

  return track != NULL && track->review;
}

CharterSession *
charter_study_resume (CharterStudy *self, GPtrArray *packs, const char *session_id, GError **error)
{
  g_return_val_if_fail (CHARTER_IS_STUDY (self), NULL);
  g_return_val_if_fail (packs != NULL, NULL);

  return charter_study_restore_session (self->store, self->clock, packs, session_id, error);
}

void
charter_study_store_place (CharterStudy *self, CharterSession *session, gboolean now)
{
  g_autofree char *place = charter_study_place_to_json (session);

  charter_store_set_session_place (self->store, charter_session_get_id (session), place, now);
}

/* An event on its way; the session's beginning goes before it until one has arrived. */
static void
commit (CharterStudy *self, Errand *errand, GTask *task, GAsyncReadyCallback callback)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  CharterTrack *track = charter_track_get (errand->session);

  if (!track->begun_safe)
    g_ptr_array_add (events, track->begun);
  g_ptr_array_add (events, errand->event);
  track->n_on_their_way++;
  charter_study_store_place (self, errand->session, FALSE);
  g_task_set_task_data (task, errand, errand_free);
  charter_store_commit_async (self->store, events, g_task_get_cancellable (task), callback, task);
}

static gboolean
arrive (GTask *task, GObject *source, GAsyncResult *result, GError **error)
{
  Errand *errand = g_task_get_task_data (task);
  CharterTrack *track = charter_track_get (errand->session);
  gboolean safe = charter_store_commit_finish (CHARTER_STORE (source), result, error);

  track->n_on_their_way--;
  track->begun_safe = track->begun_safe || safe;
  return safe;
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  Errand *errand = g_task_get_task_data (task);
  gboolean safe = arrive (task, source, result, &error);

  if (safe)
    charter_track_set_answer (charter_track_get (errand->session), errand->position, errand->event, errand->score);
  charter_session_settle (errand->session, errand->position, safe);
  charter_study_emit_changed (g_task_get_source_object (task));
  if (safe)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
refuse (GTask *task, GIOErrorEnum code, const char *sentence)
{
  g_task_return_new_error (task, G_IO_ERROR, code, "%s", sentence);
  return FALSE;
}

/* Locks the step, or says why it can't be answered. */
static gboolean
lock (CharterSession *session, GTask *task)
{
  CharterStand stand = charter_session_get_stand (session, charter_session_get_position (session));

  if (charter_track_get (session)->ended)
    return refuse (task, G_IO_ERROR_CLOSED, _ ("This quiz is over."));
  if (stand == CHARTER_STAND_LOCKED)
    return refuse (task, G_IO_ERROR_PENDING, _ ("This answer is being saved."));
  if (!charter_session_lock (session))
    return refuse (task, G_IO_ERROR_INVALID_ARGUMENT, _ ("This question has no complete answer yet."));
  return TRUE;
}

void
charter_study_answer_async (CharterStudy *self,
                            CharterSession *session,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (CharterEvent) event = NULL;
  const CharterStep *step;
  Errand *errand;
  CharterScore score;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_answer_async);
  g_task_set_check_cancellable (task, FALSE); /* what has been saved is not to be called cancelled */
  if (!lock (session, task))
    return;
  step = charter_session_get_current (session);
  score
    = charter_scoring_score (step->item, charter_session_get_response (session, charter_session_get_position (session)),
                             step->seed);
  event = charter_study_make_answer (self, session, &score);
  errand = errand_new (session, event);
  errand->score = score;
  commit (self, errand, g_steal_pointer (&task), on_answered);
}

gboolean
charter_study_answer_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
on_answered_sync (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

gboolean
charter_study_answer (CharterStudy *self, CharterSession *session, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_answer_async (self, session, NULL, on_answered_sync, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  return charter_study_answer_finish (self, result, error);
}

static void
on_taken_back (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  Errand *errand = g_task_get_task_data (task);
  CharterStudy *self = g_task_get_source_object (task);

  if (!arrive (task, source, result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  charter_track_clear_answer (charter_track_get (errand->session), errand->position);
  charter_session_take_back (errand->session, errand->position);
  charter_study_keep_place (self, errand->session);
  charter_study_emit_changed (self);
  g_task_return_boolean (task, TRUE);
}

void
charter_study_take_back_async (CharterStudy *self,
                               CharterSession *session,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (CharterEvent) event = NULL;
  CharterTrack *track;
  CharterEvent *answer;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL);

  track = charter_track_get (session);
  answer = track->steps[charter_session_get_position (session)].answer;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_take_back_async);
  g_task_set_check_cancellable (task, FALSE);
  if (track->ended)
    refuse (task, G_IO_ERROR_CLOSED, _ ("This quiz is over."));
  else if (answer == NULL)
    refuse (task, G_IO_ERROR_NOT_FOUND, _ ("This question has no answer to take back."));
  else
    {
      event = charter_study_make_undo (self, session, answer);
      commit (self, errand_new (session, event), g_steal_pointer (&task), on_taken_back);
    }
}

gboolean
charter_study_take_back_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* ---- an exam's step before it is left ---- */

static void
on_secured (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Whether the choice that stands there is not yet the answer. */
static gboolean
is_to_be_given (CharterSession *session)
{
  guint position = charter_session_get_position (session);

  return charter_session_get_stand (session, position) != CHARTER_STAND_ANSWERED
         && charter_response_is_complete (charter_session_get_response (session, position),
                                          charter_session_get_current (session)->item);
}

static gboolean
is_to_be_taken_back (CharterSession *session)
{
  guint position = charter_session_get_position (session);

  return charter_session_get_stand (session, position) == CHARTER_STAND_OPEN
         && charter_session_get_answer (session, position) != NULL;
}

void
charter_study_secure_async (CharterStudy *self,
                            CharterSession *session,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_session_get_mood (session) == CHARTER_MOOD_EXAM);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, charter_study_secure_async);
  g_task_set_check_cancellable (task, FALSE);
  if (is_to_be_given (session))
    charter_study_answer_async (self, session, cancellable, on_secured, g_steal_pointer (&task));
  else if (is_to_be_taken_back (session))
    charter_study_take_back_async (self, session, cancellable, on_secured, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

gboolean
charter_study_secure_finish (CharterStudy *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A session that was only looked at leaves no trace, unless its time runs. */
static gboolean
has_something_to_keep (CharterSession *session)
{
  if (charter_session_get_mood (session) == CHARTER_MOOD_EXAM)
    return TRUE;
  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    if (charter_session_get_flagged (session, i) || charter_session_get_stand (session, i) == CHARTER_STAND_SKIPPED
        || !charter_response_is_empty (charter_session_get_response (session, i)))
      return TRUE;
  return charter_session_get_position (session) > 0;
}

static void
post_begun (CharterStudy *self, CharterTrack *track)
{
  if (!track->begun_safe)
    charter_store_post (self->store, track->begun);
  track->begun_safe = TRUE;
}

void
charter_study_keep_place (CharterStudy *self, CharterSession *session)
{
  CharterTrack *track;

  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL);

  track = charter_track_get (session);
  if (track->ended || (!track->begun_safe && !has_something_to_keep (session)))
    return;
  charter_study_store_place (self, session, track->begun_safe);
  post_begun (self, track);
}

static void
end (CharterStudy *self, CharterSession *session, gboolean handed_in)
{
  g_autoptr (CharterEvent) event = NULL;
  CharterTrack *track = charter_track_get (session);

  if (track->ended)
    return;
  track->ended = TRUE;
  if (!track->begun_safe && track->n_on_their_way == 0)
    return;
  post_begun (self, track);
  event = charter_study_make_ended (self, session, handed_in);
  charter_store_post (self->store, event);
}

void
charter_study_end (CharterStudy *self, CharterSession *session)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_track_get (session) != NULL);

  end (self, session, FALSE);
}

void
charter_study_hand_in (CharterStudy *self, CharterSession *session)
{
  g_return_if_fail (CHARTER_IS_STUDY (self));
  g_return_if_fail (charter_session_get_mood (session) == CHARTER_MOOD_EXAM);

  end (self, session, TRUE);
}

gboolean
charter_study_get_score (CharterStudy *self, CharterSession *session, guint position, CharterScore *score)
{
  const CharterTrack *track = charter_track_get (session);

  g_return_val_if_fail (track != NULL && position < track->n_steps, FALSE);

  if (track->steps[position].answer == NULL)
    return FALSE;
  *score = track->steps[position].score;
  return TRUE;
}

char *
charter_study_dup_resume_note (CharterStudy *self, CharterSession *session)
{
  const CharterTrack *track = charter_track_get (session);
  g_autofree char *gone = NULL;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (track != NULL, NULL);

  if (track->n_gone > 0)
    gone = g_strdup_printf (ngettext ("%'u question is no longer in the pack.",
                                      "%'u questions are no longer in the pack.", track->n_gone),
                            track->n_gone);
  if (track->n_changed > 0)
    changed = g_strdup_printf (ngettext ("%'u question has a new key and is asked again.",
                                         "%'u questions have a new key and are asked again.", track->n_changed),
                               track->n_changed);
  if (gone != NULL && changed != NULL)
    return g_strjoin (" ", gone, changed, NULL);
  return gone != NULL ? g_steal_pointer (&gone) : g_steal_pointer (&changed);
}

static void
charter_study_finalize (GObject *object)
{
  g_clear_pointer (&CHARTER_STUDY (object)->ahead, charter_hindsight_free);
  g_clear_pointer (&CHARTER_STUDY (object)->told, g_array_unref);
  g_object_unref (CHARTER_STUDY (object)->store);
  G_OBJECT_CLASS (charter_study_parent_class)->finalize (object);
}

static void
charter_study_class_init (CharterStudyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_study_finalize;
  signals[SIGNAL_CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_study_init (CharterStudy *self)
{
}
