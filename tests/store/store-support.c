/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-support.h"

#include <string.h>

char *
place_find (const Place *place, const char *text)
{
  g_autofree char *folder = g_build_filename (place->folder, "learner", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, text) != NULL)
      return g_build_filename (folder, name, NULL);
  return NULL;
}

CharterStore *
open_store (const Place *place)
{
  g_autoptr (GError) error = NULL;
  CharterStore *store = charter_store_open (place->file, NOW, &error);

  g_assert_no_error (error);
  return store;
}

CharterEvent *
make_begun (const char *session, guint n_items, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_SESSION_BEGUN, session, wall);
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();
  g_auto (CharterBeginning) beginning = { .group = g_strdup ("group"), .seed = 7, .mood = g_strdup ("study") };

  for (guint i = 0; i < n_items; i++)
    {
      g_autofree char *item = g_strdup_printf ("item-%u", i);
      g_strv_builder_add (items, item);
    }
  beginning.items = g_strv_builder_end (items);
  event->pack = g_strdup ("pack");
  event->payload = charter_beginning_to_json (&beginning);
  return event;
}

CharterEvent *
make_case_begun (const char *session, gint64 wall)
{
  return make_begun (session, 0, wall);
}

CharterEvent *
make_move (const char *session, guint position, const char *scene, const char *offered, const char *shown, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_MOVE, session, wall);
  g_auto (CharterMoveMade) made = {
    .position = position,
    .scene = g_strdup (scene),
    .move = g_strdup ("ask"),
    .to = g_strdup ("office"),
    .grade = g_strdup ("best"),
    .offered = offered != NULL ? g_strsplit (offered, " ", -1) : NULL,
    .misconception = g_strdup (shown),
    .points = 1,
    .maximum = 1,
    .time = 900,
  };

  event->pack = g_strdup ("pack");
  event->payload = charter_move_made_to_json (&made);
  return event;
}

CharterEvent *
make_form_begun (const char *session, guint n_items, gint64 wall)
{
  CharterEvent *event = make_begun (session, n_items, wall);
  g_auto (CharterBeginning) beginning = { 0 };

  g_assert_true (charter_beginning_from_json (&beginning, event->payload));
  beginning.form = TRUE;
  beginning.unscored = g_new0 (guint, n_items);
  for (guint i = 1; i < n_items; i += 2)
    beginning.unscored[beginning.n_unscored++] = i;
  g_free (event->payload);
  event->payload = charter_beginning_to_json (&beginning);
  return event;
}

CharterEvent *
make_answer (const char *session, guint position, const char *item, double points, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_ANSWER, session, wall);
  g_auto (CharterAnswer) answer = {
    .position = position,
    .response = g_strdup ("a"),
    .points = points,
    .maximum = 1,
    .correct = points == 1,
    .rule = g_strdup ("exact"),
    .time = 1500,
  };

  event->pack = g_strdup ("pack");
  event->item = g_strdup (item);
  event->key_hash = g_strdup ("0123456789abcdef");
  event->payload = charter_answer_to_json (&answer);
  return event;
}

CharterEvent *
make_ended (const char *session, gboolean finished, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_SESSION_ENDED, session, wall);

  event->payload = charter_ending_to_json (&(CharterEnding){ .finished = finished });
  return event;
}

CharterEvent *
make_undo (const CharterEvent *answer, gboolean feedback_seen, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_UNDO, answer->session, wall);

  event->pack = g_strdup (answer->pack);
  event->item = g_strdup (answer->item);
  event->key_hash = g_strdup (answer->key_hash);
  event->undo_device = g_strdup (answer->device);
  event->undo_seq = answer->seq;
  event->payload = charter_undo_to_json (feedback_seen);
  return event;
}

static CharterEvent *
make_about_item (CharterEventKind kind, const char *item, gint64 wall)
{
  CharterEvent *event = charter_event_new (kind, NULL, wall);

  event->pack = g_strdup ("pack");
  event->item = g_strdup (item);
  event->key_hash = g_strdup ("0123456789abcdef");
  return event;
}

CharterEvent *
make_grade (const CharterEvent *answer, guint grade, gint64 wall)
{
  CharterEvent *event = make_about_item (CHARTER_EVENT_GRADE, answer->item, wall);

  event->undo_device = g_strdup (answer->device);
  event->undo_seq = answer->seq;
  event->payload = charter_grade_to_json (grade);
  return event;
}

CharterEvent *
make_suspend (const char *item, gboolean suspended, gint64 wall)
{
  CharterEvent *event = make_about_item (CHARTER_EVENT_SUSPEND, item, wall);

  event->payload = charter_suspend_to_json (suspended);
  return event;
}

CharterEvent *
make_delete (const char *session, gint64 wall)
{
  return charter_event_new (CHARTER_EVENT_DELETE, session, wall);
}

CharterEvent *
make_reset (const char *item, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_RESET, NULL, wall);

  event->pack = g_strdup ("pack");
  event->item = g_strdup (item);
  return event;
}

CharterEvent *
make_note (const char *id, const char *item, const char *text, gint64 wall)
{
  g_autoptr (CharterNote) note = charter_note_new (CHARTER_NOTE_NOTE, id, "pack");
  CharterEvent *event = charter_event_new (CHARTER_EVENT_NOTE, NULL, wall);

  note->item = g_strdup (item);
  note->key_hash = g_strdup ("hash");
  note->text = g_strdup (text);
  note->removed = text == NULL;
  charter_note_to_event (note, event);
  return event;
}

CharterEvent *
make_setting (const char *name, const char *value, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_SETTING, NULL, wall);

  event->payload = charter_setting_to_json (name, value);
  return event;
}

CharterEvent *
make_undo_of (const CharterEvent *event, gint64 wall)
{
  CharterEvent *undo = charter_event_new (CHARTER_EVENT_UNDO, NULL, wall);

  undo->undo_device = g_strdup (event->device);
  undo->undo_seq = event->seq;
  return undo;
}

void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **slot = data;

  *slot = g_object_ref (result);
}

GAsyncResult *
await_result (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *slot;
}

gboolean
commit_events (CharterStore *store, GError **error, ...)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  g_autoptr (GAsyncResult) result = NULL;
  CharterEvent *event;
  va_list list;

  va_start (list, error);
  while ((event = va_arg (list, CharterEvent *)) != NULL)
    g_ptr_array_add (events, event);
  va_end (list);
  charter_store_commit_async (store, events, NULL, keep_result, &result);
  return charter_store_commit_finish (store, await_result (&result), error);
}

void
commit (CharterStore *store, CharterEvent *event)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (commit_events (store, &error, event, NULL));
  g_assert_no_error (error);
}

void
settle (CharterStore *store)
{
  g_autoptr (GError) error = NULL;

  commit_events (store, &error, NULL);
  g_assert_no_error (error);
}

CharterItemRecord *
load_item_of (CharterStore *store, const char *pack, const char *item)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) items = NULL;

  charter_store_load_items_async (store, pack, NULL, keep_result, &result);
  items = charter_store_load_items_finish (store, await_result (&result), NULL);
  g_assert_nonnull (items);
  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (((CharterItemRecord *)g_ptr_array_index (items, i))->item, item))
      return g_ptr_array_steal_index (items, i);
  return NULL;
}

CharterItemRecord *
load_item (CharterStore *store, const char *item)
{
  return load_item_of (store, "pack", item);
}

gboolean
load_scene_slip (CharterStore *store, const char *scene, const char *misconception, CharterSlip *slip)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) scenes = NULL;

  charter_store_load_scenes_async (store, "pack", NULL, keep_result, &result);
  scenes = charter_store_load_scenes_finish (store, await_result (&result), NULL);
  g_assert_nonnull (scenes);
  for (guint i = 0; i < scenes->len; i++)
    {
      CharterSceneRecord *record = g_ptr_array_index (scenes, i);

      if (!g_str_equal (record->scene, scene))
        continue;
      *slip = *charter_slips_get (&record->slips, misconception);
      slip->misconception = NULL;
      return slip->n_offered > 0;
    }
  return FALSE;
}

CharterMerged *
merge_into (CharterStore *store, GPtrArray *events)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  CharterMerged *merged;

  charter_store_merge_async (store, events, NULL, keep_result, &result);
  merged = charter_store_merge_finish (store, await_result (&result), &error);
  g_assert_no_error (error);
  return merged;
}
