/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-study-held.h"

#include "charter-fold.h"
#include "charter-study-private.h"

#include <string.h>

gboolean
charter_held_has (GHashTable *held, const char *pack_id, const char *item_id)
{
  g_autofree char *name = NULL;

  if (g_hash_table_size (held) == 0)
    return FALSE;
  name = g_strdup_printf ("%s %s", pack_id, item_id);
  return g_hash_table_contains (held, name);
}

/* items: as a beginning names them, "pack#id" where they are of another pack than its own */
static void
hold (GHashTable *held, const char *pack_id, char **items)
{
  for (guint i = 0; items != NULL && items[i] != NULL; i++)
    if (strchr (items[i], '#') != NULL)
      g_hash_table_add (held, g_strdelimit (g_strdup (items[i]), "#", ' '));
    else
      g_hash_table_add (held, g_strdup_printf ("%s %s", pack_id, items[i]));
}

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

static void
hold_items (const CharterSessionRecord *record, const CharterBeginning *beginning, GPtrArray *events, gpointer held)
{
  hold (held, record->pack, beginning->items);
}

GHashTable *
charter_study_list_held (CharterStudy *self)
{
  GHashTable *held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  visit_exams (self, hold_items, held);
  return held;
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
