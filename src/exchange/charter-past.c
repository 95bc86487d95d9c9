/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-past.h"

#include "charter-payload.h"
#include "charter-undone.h"

typedef struct {
  CharterPast *past;
  GHashTable *undone;   /* CharterEvent */
  GHashTable *deleted;  /* ids of sessions */
  GHashTable *sittings; /* CharterSitting by id */
  GHashTable *by_name;  /* CharterGiven by its event's name */
  GHashTable *steps;    /* the CharterGiven that stands, by session and position */
} Reading;

static char *
make_name (const char *device, gint64 seq)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, device, seq);
}

static char *
make_step (const char *session, guint position)
{
  return g_strdup_printf ("%u %s", position, session);
}

/* What was undone, and what was deleted, has to be known before the rest is read. */
static void
look_ahead (Reading *reading)
{
  GPtrArray *events = reading->past->events;

  for (guint i = 0; i < events->len; i++)
    {
      CharterEvent *event = g_ptr_array_index (events, i);
      if (event->kind == CHARTER_EVENT_DELETE && event->session != NULL
          && !g_hash_table_contains (reading->undone, event))
        g_hash_table_add (reading->deleted, event->session);
    }
}

static void
begin (Reading *reading, const CharterEvent *event)
{
  g_auto (CharterBeginning) beginning = { 0 };
  CharterSitting *sitting;

  if (event->session == NULL || g_hash_table_contains (reading->sittings, event->session)
      || !charter_beginning_from_json (&beginning, event->payload))
    return;
  sitting = g_new0 (CharterSitting, 1);
  sitting->begun = event;
  sitting->group = g_steal_pointer (&beginning.group);
  sitting->mood = g_steal_pointer (&beginning.mood);
  sitting->unscored = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (sitting->unscored, beginning.unscored, beginning.n_unscored);
  sitting->deleted = g_hash_table_contains (reading->deleted, event->session);
  g_ptr_array_add (reading->past->sittings, sitting);
  g_hash_table_insert (reading->sittings, event->session, sitting);
}

/* Returns: FALSE where there was none */
static gboolean
replace (Reading *reading, const char *session, guint position, CharterGiven *by)
{
  g_autofree char *step = make_step (session, position);
  CharterGiven *before = g_hash_table_lookup (reading->steps, step);

  if (before != NULL)
    before->stands = FALSE;
  if (by != NULL)
    g_hash_table_insert (reading->steps, g_steal_pointer (&step), by);
  else
    g_hash_table_remove (reading->steps, step);
  return before != NULL;
}

/* A move takes the place of all that were made from there on. */
static void
take_place (Reading *reading, CharterGiven *given, guint position)
{
  const CharterEvent *event = given->event;

  if (event->session == NULL)
    return;
  replace (reading, event->session, position, given);
  if (event->kind == CHARTER_EVENT_MOVE)
    for (guint i = position + 1; replace (reading, event->session, i, NULL); i++)
      ;
}

static gboolean
find_position (const CharterEvent *event, guint *position)
{
  g_auto (CharterAnswer) answer = { 0 };
  g_auto (CharterMoveMade) made = { 0 };
  gboolean found;

  if (event->kind == CHARTER_EVENT_ANSWER)
    found = charter_answer_from_json (&answer, event->payload);
  else
    found = charter_move_made_from_json (&made, event->payload);
  *position = event->kind == CHARTER_EVENT_ANSWER ? answer.position : made.position;
  return found;
}

static gboolean
is_unscored (const CharterSitting *sitting, guint position)
{
  for (guint i = 0; sitting != NULL && i < sitting->unscored->len; i++)
    if (g_array_index (sitting->unscored, guint, i) == position)
      return TRUE;
  return FALSE;
}

static void
give (Reading *reading, const CharterEvent *event)
{
  CharterSitting *sitting = event->session != NULL ? g_hash_table_lookup (reading->sittings, event->session) : NULL;
  gboolean is_over = sitting != NULL && (sitting->ended != NULL || sitting->deleted);
  CharterGiven *given;
  guint position;

  if (!find_position (event, &position))
    return;
  given = g_new0 (CharterGiven, 1);
  given->event = event;
  given->sitting = sitting;
  given->unscored = is_unscored (sitting, position);
  given->stands = !is_over && !g_hash_table_contains (reading->undone, event);
  g_ptr_array_add (reading->past->given, given);
  g_hash_table_insert (reading->by_name, make_name (event->device, event->seq), given);
  if (!is_over)
    take_place (reading, given, position);
}

static void
grade (Reading *reading, const CharterEvent *event)
{
  g_autofree char *name = make_name (event->undo_device != NULL ? event->undo_device : "", event->undo_seq);
  CharterGiven *given = g_hash_table_lookup (reading->by_name, name);

  if (given != NULL)
    given->grade = charter_grade_from_json (event->payload);
}

static void
end (Reading *reading, const CharterEvent *event)
{
  CharterSitting *sitting = event->session != NULL ? g_hash_table_lookup (reading->sittings, event->session) : NULL;

  if (sitting != NULL && sitting->ended == NULL)
    sitting->ended = event;
}

static void
read_event (Reading *reading, const CharterEvent *event)
{
  if (event->kind == CHARTER_EVENT_SESSION_BEGUN)
    begin (reading, event);
  else if (event->kind == CHARTER_EVENT_ANSWER || event->kind == CHARTER_EVENT_MOVE)
    give (reading, event);
  else if (event->kind == CHARTER_EVENT_GRADE)
    grade (reading, event);
  else if (event->kind == CHARTER_EVENT_SESSION_ENDED)
    end (reading, event);
}

static void
sitting_free (gpointer data)
{
  CharterSitting *sitting = data;

  g_free (sitting->group);
  g_free (sitting->mood);
  g_array_unref (sitting->unscored);
  g_free (sitting);
}

CharterPast *
charter_past_new (GPtrArray *events)
{
  CharterPast *past = g_new0 (CharterPast, 1);
  g_autoptr (GHashTable) undone = charter_undone_find (events);
  g_autoptr (GHashTable) deleted = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) sittings = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) steps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { past, undone, deleted, sittings, by_name, steps };

  past->events = g_ptr_array_ref (events);
  past->sittings = g_ptr_array_new_with_free_func (sitting_free);
  past->given = g_ptr_array_new_with_free_func (g_free);
  look_ahead (&reading);
  for (guint i = 0; i < events->len; i++)
    read_event (&reading, g_ptr_array_index (events, i));
  return past;
}

void
charter_past_free (CharterPast *past)
{
  g_ptr_array_unref (past->given);
  g_ptr_array_unref (past->sittings);
  g_ptr_array_unref (past->events);
  g_free (past);
}
