/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-attempts.h"

#include "charter-payload.h"
#include "charter-tables.h"

#define OVER "WHERE state <> 0 AND (state = 1 OR (n_answered > 0 AND n_steps > 0))"

static gboolean
count_all (sqlite3 *db, guint *n, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (db, "SELECT count(*) FROM session_state " OVER, error);

  if (s == NULL || charter_database_step (db, s, error) <= 0)
    return FALSE;
  *n = (guint)sqlite3_column_int64 (s, 0);
  return TRUE;
}

/* What was not answered in an exam is known from its end alone. */
static gboolean
make_whole (sqlite3 *db, CharterSessionRecord *record, GError **error)
{
  const char *const texts[] = { record->session, NULL };
  g_autoptr (GPtrArray) events
    = charter_tables_load_events (db, "WHERE session = ? AND kind = 'session-ended'", texts, error);

  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      g_auto (CharterEnding) ending = { 0 };

      charter_ending_from_json (&ending, ((const CharterEvent *)events->pdata[i])->payload);
      record->maximum = MAX (record->maximum, ending.maximum);
    }
  return events != NULL;
}

CharterAttempts *
charter_attempts_load (sqlite3 *db, guint skip, guint limit, GError **error)
{
  g_autoptr (CharterAttempts) attempts = g_new0 (CharterAttempts, 1);
  g_autofree char *rest = g_strdup_printf (OVER " ORDER BY last_hlc DESC, session LIMIT %u OFFSET %u", limit, skip);

  attempts->list = charter_tables_load_some_sessions (db, rest, error);
  if (attempts->list == NULL || !count_all (db, &attempts->n_all, error))
    return NULL;
  for (guint i = 0; i < attempts->list->len; i++)
    if (!make_whole (db, attempts->list->pdata[i], error))
      return NULL;
  return g_steal_pointer (&attempts);
}
