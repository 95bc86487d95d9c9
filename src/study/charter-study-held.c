/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-held.h"

#include "charter-fold.h"
#include "charter-study-private.h"

/* Returns: FALSE where the session is no exam; beginning is then empty */
static gboolean
read_exam (GPtrArray *events, CharterBeginning *beginning)
{
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const CharterEvent *event = events->pdata[i];

      if (event->kind == CHARTER_EVENT_SESSION_BEGUN && charter_beginning_from_json (beginning, event->payload))
        return charter_study_mood_from_name (beginning->mood) == CHARTER_MOOD_EXAM;
    }
  return FALSE;
}

typedef void (*Visit) (const CharterSessionRecord *record,
                       const CharterBeginning *beginning,
                       GPtrArray *events,
                       gpointer data);

static void
visit_exams (CharterStudy *self, Visit visit, gpointer data)
{
  g_autoptr (GPtrArray) open = charter_store_list_open_sessions (self->store);

  for (guint i = 0; i < open->len; i++)
    {
      const CharterSessionRecord *record = open->pdata[i];
      GPtrArray *events = charter_store_get_open_session_events (self->store, record->session);
      g_auto (CharterBeginning) beginning = { 0 };

      if (read_exam (events, &beginning))
        visit (record, &beginning, events, data);
    }
}

typedef struct {
  GHashTable *held;
  const char *but_for;
} Holding;

static void
hold_items (const CharterSessionRecord *record, const CharterBeginning *beginning, GPtrArray *events, gpointer data)
{
  const Holding *holding = data;

  if (g_strcmp0 (record->session, holding->but_for) == 0)
    return;
  for (guint i = 0; beginning->items != NULL && beginning->items[i] != NULL; i++)
    charter_held_add (holding->held, record->pack, beginning->items[i]);
}

GHashTable *
charter_study_list_held (CharterStudy *self, const char *but_for)
{
  Holding holding = { charter_held_new (), but_for };

  visit_exams (self, hold_items, &holding);
  return holding.held;
}

/* ---- what answers add up to ---- */

static void
list_tallies (const CharterSessionRecord *record, const CharterBeginning *beginning, GPtrArray *events, gpointer given)
{
  g_autoptr (CharterSessionFold) fold = charter_session_fold_new (record->session);

  for (guint i = 0; i < events->len; i++)
    charter_session_fold_apply (fold, events->pdata[i], given);
}

static void
take_out (CharterTally *sum, const CharterTally *tally)
{
  sum->n_answers -= tally->n_answers;
  sum->n_right -= tally->n_right;
  sum->time -= tally->time;
  for (guint i = 0; i < CHARTER_N_CONFIDENCES; i++)
    {
      sum->n_said[i] -= tally->n_said[i];
      sum->n_said_right[i] -= tally->n_said_right[i];
    }
}

/* A quarter with nothing left goes. */
static GArray *
copy_without (const GArray *tallies, const GArray *given)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (CharterTally), tallies->len);

  for (guint i = 0; i < tallies->len; i++)
    {
      CharterTally sum = g_array_index (tallies, CharterTally, i);

      for (guint j = 0; j < given->len; j++)
        if (g_array_index (given, CharterTally, j).quarter == sum.quarter)
          take_out (&sum, &g_array_index (given, CharterTally, j));
      if (sum.n_answers > 0)
        g_array_append_val (rest, sum);
    }
  return rest;
}

GArray *
charter_study_hold_tallies (CharterStudy *self, const GArray *tallies)
{
  g_autoptr (GArray) given = g_array_new (FALSE, FALSE, sizeof (CharterTally));

  visit_exams (self, list_tallies, given);
  return given->len > 0 ? copy_without (tallies, given) : NULL;
}
