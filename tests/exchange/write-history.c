/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-history FORMAT: a history with one of everything, for check-formats.py. */
#include <gio/gunixoutputstream.h>
#include <unistd.h>

#include "charter-history-out.h"
#include "store-support.h"

#define SESSION "3f2c0a52-6a0e-4b1c-9d0f-0a1b2c3d4e5f"
#define EXAM "7d1b9c1e-2f30-4a55-8e6b-5b0c4d3e2f1a"

static CharterEvent *
put_response (CharterEvent *event, guint position, const char *response)
{
  g_auto (CharterAnswer) answer = {
    .position = position,
    .response = g_strdup (response),
    .points = 0.5,
    .maximum = 2,
    .rule = g_strdup ("partial"),
    .time = 61005,
    .confidence = 3,
    .grade = 1,
    .hint_used = TRUE,
    .shown = g_strsplit ("one two", " ", -1),
    .offered = g_strsplit ("one two three", " ", -1),
  };

  g_free (event->payload);
  event->payload = charter_answer_to_json (&answer);
  event->tz = 330;
  return event;
}

/* An exam of two questions, the second of another pack and unscored. */
static CharterEvent *
make_form (const char *session, gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_SESSION_BEGUN, session, wall);
  CharterBeginningSection section = { 2, 10 };
  guint unscored = 1;
  char *items[] = { (char *)"item-0", (char *)"other#item-0", NULL };
  const CharterBeginning beginning = {
    .group = (char *)"mock",
    .items = items,
    .mood = (char *)"exam",
    .form = TRUE,
    .sections = &section,
    .n_sections = 1,
    .unscored = &unscored,
    .n_unscored = 1,
  };

  event->pack = g_strdup ("pack");
  event->payload = charter_beginning_to_json (&beginning);
  return event;
}

static void
sit_exam (CharterStore *store)
{
  CharterEvent *other = make_answer (EXAM, 1, "item-0", 0, NOW + 112);

  commit (store, make_form (EXAM, NOW + 110));
  commit (store, make_answer (EXAM, 0, "item-0", 1, NOW + 111));
  g_free (other->pack);
  other->pack = g_strdup ("other");
  commit (store, other);
  commit (store, make_ended (EXAM, TRUE, NOW + 113));
}

static void
fill (CharterStore *store)
{
  static const char *const responses[] = { "=SUM(A1:A9)", "-5,5", "@here", "a \"quoted\", “ünïcode”\nword", "plain" };
  g_autoptr (CharterEvent) taken_back = make_answer (SESSION, 4, "item-4", 1, NOW + 50);
  g_autoptr (CharterEvent) graded = NULL;

  commit (store, make_begun (SESSION, 8, NOW));
  commit (store, charter_event_ref (taken_back));
  commit (store, make_undo (taken_back, TRUE, NOW + 51));
  for (guint i = 0; i < G_N_ELEMENTS (responses); i++)
    {
      CharterEvent *event = make_answer (SESSION, i, "item-9", 1, NOW + 60 + i);
      commit (store, put_response (event, i, responses[i]));
    }
  graded = make_answer (SESSION, 5, "item-5", 1, NOW + 70);
  commit (store, charter_event_ref (graded));
  commit (store, make_grade (graded, 4, NOW + 71));
  commit (store, make_ended (SESSION, TRUE, NOW + 80));
  commit (store, make_begun ("case", 0, NOW + 90));
  commit (store, make_move ("case", 0, "gate", "two three", "three", NOW + 91));
  commit (store, make_ended ("case", TRUE, NOW + 92));
  commit (store, make_begun ("gone", 1, NOW + 100));
  commit (store, make_answer ("gone", 0, "item-0", 1, NOW + 101));
  commit (store, make_delete ("gone", NOW + 102));
  sit_exam (store);
}

int
main (int argc, char **argv)
{
  g_autoptr (CharterStore) store = charter_store_new_in_memory ();
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) events = NULL;
  CharterHistoryFormat format;

  if (argc != 2 || !charter_history_format_from_name (&format, argv[1]))
    return 2;
  fill (store);
  charter_store_load_events_async (store, NULL, keep_result, &result);
  events = charter_store_load_events_finish (store, await_result (&result), NULL);
  return events != NULL && charter_history_write (events, format, NULL, stream, NULL, NULL) ? 0 : 1;
}
