/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-history FILE PACK ANSWERS DAYS [SEED]: writes the history of a learner who gave ANSWERS answers to questions of
 * PACK in the last DAYS days, in sessions of 5 to 20, with a day off now and then, and who learned by it. The same seed
 * makes the same answers; only their dates follow the calendar. The exam is in six weeks. */
#include <stdlib.h>

#include "charter-exam-date.h"
#include "charter-loader.h"
#include "charter-payload.h"
#include "charter-scoring.h"
#include "charter-study-say.h"
#include "charter-study.h"

#define LEAST 5 /* answers of a session */
#define MOST 20
#define BATCH 4000 /* events written at a time */

typedef struct {
  CharterPack *pack;
  CharterStore *store;
  GRand *random;
  guint *n_seen;     /* by the number of an item */
  char **keys;       /* key hashes, by the same */
  GPtrArray *events; /* that wait to be written */
} Maker;

static void
on_committed (GObject *store, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (!charter_store_commit_finish (CHARTER_STORE (store), result, &error))
    g_error ("%s", error->message);
  *(gboolean *)data = TRUE;
}

static void
write_events (Maker *self)
{
  gboolean done = FALSE;

  charter_store_commit_async (self->store, self->events, NULL, on_committed, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_ptr_array_set_size (self->events, 0);
}

static void
add (Maker *self, CharterEvent *event)
{
  event->pack = g_strdup (self->pack->id);
  g_ptr_array_add (self->events, event);
  if (self->events->len >= BATCH)
    write_events (self);
}

/* Who has seen an item often is more often right. Of the rest there are near misses: the first wrong option is chosen
 * most. */
static const CharterPart *
find_wrong (Maker *self, const CharterItem *item, guint n_seen)
{
  double right = 0.5 + 0.4 * (1 - 1.0 / (1 + n_seen));
  const CharterPart *wrong = NULL;

  if (item->kind != CHARTER_ITEM_SINGLE || g_rand_double (self->random) < right)
    return NULL;
  for (guint i = 0; i < item->n_parts; i++)
    if (!item->parts[i].correct && (wrong == NULL || g_rand_double (self->random) < 0.3))
      wrong = &item->parts[i];
  return wrong;
}

static CharterResponse *
respond (const CharterItem *item, const CharterPart *wrong)
{
  const char *ids[] = { wrong != NULL ? wrong->id : NULL, NULL };

  return wrong != NULL ? charter_response_new_ids (CHARTER_RESPONSE_CHOICE, ids) : charter_scoring_dup_key (item, 1);
}

static void
add_answer (Maker *self, const char *session, guint position, guint i, gint64 wall)
{
  const CharterItem *item = self->pack->items[i];
  const CharterPart *wrong = find_wrong (self, item, self->n_seen[i]);
  g_autoptr (CharterResponse) response = respond (item, wrong);
  g_autofree const char **offered = charter_scoring_list_offered_misconceptions (item);
  g_autofree const char **shown = charter_scoring_list_misconceptions (item, response, 1);
  CharterConfidence confidence = (CharterConfidence)g_rand_int_range (self->random, 0, wrong != NULL ? 3 : 4);
  CharterEvent *event = charter_event_new (CHARTER_EVENT_ANSWER, session, wall);
  g_auto (CharterAnswer) answer = {
    .position = position,
    .response = charter_response_to_string (response),
    .points = wrong != NULL ? 0 : item->points,
    .maximum = item->points,
    .correct = wrong == NULL,
    .rule = g_strdup ("exact"),
    .time = g_rand_int_range (self->random, 10000, 90000),
    .confidence = confidence,
    .grade = charter_grade_find_rule (wrong == NULL, confidence, FALSE)->grade,
    .offered = g_strdupv ((char **)offered),
    .shown = g_strdupv ((char **)shown),
  };

  self->n_seen[i]++;
  event->item = g_strdup (item->id);
  event->key_hash = g_strdup (self->keys[i]);
  event->payload = charter_answer_to_json (&answer);
  add (self, event);
}

static void
add_session (Maker *self, guint number, guint n, gint64 wall)
{
  g_autofree char *id = g_strdup_printf ("made-%u", number);
  g_autofree guint *items = g_new (guint, n);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (CharterBeginning) beginning = { .group = g_strdup (CHARTER_STUDY_BUILT), .mood = g_strdup ("study") };
  CharterEvent *begun = charter_event_new (CHARTER_EVENT_SESSION_BEGUN, id, wall);
  CharterEvent *ended = charter_event_new (CHARTER_EVENT_SESSION_ENDED, id, wall + n * G_TIME_SPAN_MINUTE);

  for (guint i = 0; i < n; i++)
    {
      items[i] = (guint)g_rand_int_range (self->random, 0, (gint32)self->pack->n_items);
      g_strv_builder_add (ids, self->pack->items[items[i]]->id);
    }
  beginning.items = g_strv_builder_end (ids);
  begun->payload = charter_beginning_to_json (&beginning);
  ended->payload = charter_ending_to_json (&(CharterEnding){ .finished = TRUE });
  add (self, begun);
  for (guint i = 0; i < n; i++)
    add_answer (self, id, i, items[i], wall + i * G_TIME_SPAN_MINUTE);
  add (self, ended);
}

static void
set_exam (Maker *self, gint64 now)
{
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  g_autoptr (GDateTime) day = g_date_time_add_weeks (today, 6);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  CharterEvent *event = charter_event_new (CHARTER_EVENT_SETTING, NULL, now);

  event->payload = charter_setting_to_json (CHARTER_SETTING_EXAM_DATE, date);
  g_ptr_array_add (self->events, event);
}

/* With a day off now and then; all in the order of time. */
static void
make (Maker *self, guint n_answers, guint n_days)
{
  gint64 now = g_get_real_time (), begin = now - n_days * G_TIME_SPAN_DAY;
  guint done = 0;

  for (guint i = 0; done < n_answers; i++)
    {
      guint wished = (guint)g_rand_int_range (self->random, LEAST, MOST + 1), n = MIN (wished, n_answers - done);
      gint64 day = (gint64)((guint64)done * n_days / n_answers), evening = (i % 24) * 20 * G_TIME_SPAN_MINUTE;

      day += day % 7 == 3 ? 1 : 0;
      add_session (self, i, n, MIN (now - G_TIME_SPAN_HOUR, begin + day * G_TIME_SPAN_DAY + evening));
      done += n;
    }
  set_exam (self, now);
  write_events (self);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  Maker self = { .events = events };

  if (argc < 5)
    {
      g_printerr ("Usage: make-history FILE PACK ANSWERS DAYS [SEED]\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  source = g_file_new_for_commandline_arg (argv[2]);
  pack = charter_loader_load_file (source, &diagnostics, NULL, NULL);
  self.store = charter_store_open (file, g_get_real_time (), &error);
  if (pack == NULL || self.store == NULL)
    g_error ("%s", error != NULL ? error->message : "no pack");
  self.pack = pack;
  self.random = g_rand_new_with_seed (argc > 5 ? (guint32)atoi (argv[5]) : 1);
  self.n_seen = g_new0 (guint, pack->n_items);
  self.keys = g_new0 (char *, pack->n_items + 1);
  for (guint i = 0; i < pack->n_items; i++)
    self.keys[i] = charter_item_dup_key_hash (pack->items[i]);
  make (&self, (guint)atoi (argv[3]), (guint)atoi (argv[4]));
  charter_store_close (self.store);
  g_object_unref (self.store);
  g_rand_free (self.random);
  g_strfreev (self.keys);
  g_free (self.n_seen);
  return 0;
}
