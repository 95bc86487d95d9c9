/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-merge.h"

#include "charter-erase.h"
#include "charter-log-private.h"
#include "charter-tables.h"

/* A merge on its way. */
typedef struct {
  CharterLog *log;
  CharterMerged *merged;
  gboolean more;       /* parts to come */
  GPtrArray *fresh;    /* CharterEvent in the log's order */
  GHashTable *seen;    /* the same, a set by device and number */
  CharterEvent *last;  /* of the log before, or NULL */
  sqlite3_stmt *find;  /* an event by device and number */
  gboolean is_doubled; /* another device writes under this one's name */
} Merge;

CharterMerged *
charter_merged_new (void)
{
  CharterMerged *merged = g_new0 (CharterMerged, 1);

  merged->refused = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  return merged;
}

void
charter_merged_free (CharterMerged *merged)
{
  g_ptr_array_unref (merged->refused);
  g_free (merged);
}

static guint
hash_name (gconstpointer data)
{
  const CharterEvent *event = data;

  return g_str_hash (event->device) * 31 + (guint)event->seq;
}

static gboolean
same_name (gconstpointer a, gconstpointer b)
{
  const CharterEvent *first = a;
  const CharterEvent *second = b;

  return first->seq == second->seq && g_str_equal (first->device, second->device);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return charter_event_compare (*(CharterEvent *const *)a, *(CharterEvent *const *)b);
}

static void
merge_init (Merge *merge, CharterLog *log, gboolean more)
{
  *merge = (Merge){ .log = log, .merged = charter_merged_new (), .more = more };
  merge->fresh = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  merge->seen = g_hash_table_new (hash_name, same_name);
}

static void
merge_clear (Merge *merge)
{
  g_clear_pointer (&merge->merged, charter_merged_free);
  g_ptr_array_unref (merge->fresh);
  g_hash_table_unref (merge->seen);
  g_clear_pointer (&merge->last, charter_event_unref);
  g_clear_pointer (&merge->find, sqlite3_finalize);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

static gboolean
read_last (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) last
    = charter_tables_load_events (merge->log->db, "ORDER BY hlc DESC, device DESC, seq DESC LIMIT 1", NULL, error);

  if (last != NULL && last->len > 0)
    merge->last = g_ptr_array_steal_index (last, 0);
  return last != NULL;
}

/* known: (out) (transfer full) (nullable) the event of the same device and number, in the log or among the new. */
static gboolean
find_known (Merge *merge, const CharterEvent *event, CharterEvent **known, GError **error)
{
  CharterEvent *fresh = g_hash_table_lookup (merge->seen, event);

  *known = fresh != NULL ? charter_event_ref (fresh) : NULL;
  return fresh != NULL
         || charter_tables_find_event (merge->log->db, &merge->find, event->device, event->seq, known, error);
}

static void
refuse (Merge *merge, CharterEvent *event)
{
  g_ptr_array_add (merge->merged->refused, charter_event_ref (event));
  merge->is_doubled = merge->is_doubled || g_strcmp0 (event->device, merge->log->device) == 0;
}

/* Whose erasure has not come yet is left until it does. */
static gboolean
is_erased (const CharterEvent *event)
{
  return event->kind == CHARTER_EVENT_ERASED;
}

static gboolean
sort_out (Merge *merge, CharterEvent *event, GError **error)
{
  g_autoptr (CharterEvent) known = NULL;

  if (!charter_event_is_stamped (event))
    {
      g_ptr_array_add (merge->merged->refused, charter_event_ref (event));
      return TRUE;
    }
  if (!find_known (merge, event, &known, error))
    return FALSE;
  if (known == NULL)
    {
      g_ptr_array_add (merge->fresh, charter_event_ref (event));
      g_hash_table_add (merge->seen, event);
    }
  else if (is_erased (known) && !is_erased (event))
    merge->merged->n_erased++;
  else if (charter_event_equal (known, event) || is_erased (event))
    merge->merged->n_known++;
  else
    refuse (merge, event);
  return TRUE;
}

/* Returns: (transfer none) (nullable) the latest erasure among the new */
static CharterEvent *
find_erasure (Merge *merge)
{
  for (guint i = merge->fresh->len; i > 0; i--)
    {
      CharterEvent *event = g_ptr_array_index (merge->fresh, i - 1);
      if (event->kind == CHARTER_EVENT_ERASE)
        return event;
    }
  return NULL;
}

static gboolean
count_fresh (Merge *merge, GError **error)
{
  g_autoptr (GPtrArray) here = charter_tables_load_events (
    merge->log->db, "WHERE kind = 'erase' ORDER BY hlc DESC, device DESC, seq DESC LIMIT 1", NULL, error);
  CharterEvent *before = here != NULL && here->len > 0 ? g_ptr_array_index (here, 0) : NULL;
  CharterEvent *among = find_erasure (merge);
  CharterEvent *latest;
  guint n = 0;

  merge->merged->erases = among != NULL && (before == NULL || charter_event_compare (among, before) > 0);
  latest = merge->merged->erases ? among : before;
  while (latest != NULL && n < merge->fresh->len
         && charter_event_compare (g_ptr_array_index (merge->fresh, n), latest) < 0)
    n++;
  merge->merged->n_erased += n;
  merge->merged->n_new = merge->fresh->len - n;
  return here != NULL;
}

static gboolean
sort_all_out (Merge *merge, GPtrArray *events, GError **error)
{
  for (guint i = 0; i < events->len; i++)
    if (!sort_out (merge, g_ptr_array_index (events, i), error))
      return FALSE;
  g_ptr_array_sort (merge->fresh, compare);
  return count_fresh (merge, error);
}

/* Whether an undo is one of an answer that is known, and so of its session alone. */
static gboolean
undoes_answer (Merge *merge, const CharterEvent *undo)
{
  CharterEvent name = { .device = undo->undo_device, .seq = undo->undo_seq };
  g_autoptr (CharterEvent) undone = NULL;

  return name.device != NULL && find_known (merge, &name, &undone, NULL) && undone != NULL
         && (undone->kind == CHARTER_EVENT_ANSWER || undone->kind == CHARTER_EVENT_MOVE);
}

static gboolean
reaches_back (Merge *merge, const CharterEvent *event)
{
  return event->kind == CHARTER_EVENT_UNDO ? !undoes_answer (merge, event) : charter_event_reaches_back (event);
}

/* Whether all that is new follows the log and what is folded of it, and changes nothing of what was before. */
static gboolean
follows (Merge *merge)
{
  if (merge->more || !charter_log_is_folded (merge->log))
    return FALSE;
  if (merge->last != NULL && charter_event_compare (g_ptr_array_index (merge->fresh, 0), merge->last) < 0)
    return FALSE;
  for (guint i = 0; i < merge->fresh->len; i++)
    if (reaches_back (merge, g_ptr_array_index (merge->fresh, i)))
      return FALSE;
  return TRUE;
}

static gboolean
append_all (Merge *merge, CharterChanges *changes, GError **error)
{
  for (guint i = 0; i < merge->fresh->len; i++)
    if (!charter_log_append (merge->log, g_ptr_array_index (merge->fresh, i), changes, error))
      return FALSE;
  return charter_log_load_standing (merge->log, error);
}

/* An erasure among them takes what is here; one that is here takes what comes late. */
static gboolean
scrub (Merge *merge, CharterChanges *changes, GError **error)
{
  return charter_erase_scrub (merge->log->db, merge->merged->erases, &changes->scrubbed, error);
}

static gboolean
insert_all (Merge *merge, CharterChanges *changes, GError **error)
{
  for (guint i = 0; i < merge->fresh->len; i++)
    {
      CharterEvent *event = g_ptr_array_index (merge->fresh, i);
      g_ptr_array_add (changes->events, charter_event_ref (event));
      if (!charter_tables_insert_event (merge->log->db, event, error))
        return FALSE;
    }
  return scrub (merge, changes, error) && charter_log_load_standing (merge->log, error);
}

static gboolean
insert_and_fold (Merge *merge, CharterChanges *changes, GError **error)
{
  return insert_all (merge, changes, error)
         && (merge->more ? charter_log_fall_behind (merge->log, error) : charter_log_refold (merge->log, error));
}

static void
follow_clock (CharterLog *log, GPtrArray *fresh)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      const CharterEvent *event = g_ptr_array_index (fresh, i);
      log->last_hlc = MAX (log->last_hlc, event->hlc);
      if (g_str_equal (event->device, log->device))
        log->last_seq = MAX (log->last_seq, event->seq);
    }
}

static gboolean
take_all (Merge *merge, CharterChanges *changes, GError **error)
{
  if (merge->fresh->len == 0 && (merge->more || charter_log_is_folded (merge->log)))
    return TRUE;
  changes->refolded = TRUE;
  follow_clock (merge->log, merge->fresh);
  return follows (merge) ? append_all (merge, changes, error) : insert_and_fold (merge, changes, error);
}

/* A device numbers its events from 1, without gaps. */
static gboolean
count_missing (Merge *merge, GError **error)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (
    merge->log->db, "SELECT total(last - n) FROM (SELECT max(seq) AS last, count(*) AS n FROM event GROUP BY device)",
    error);

  if (merge->more)
    return TRUE;
  if (s == NULL || charter_database_step (merge->log->db, s, error) < 0)
    return FALSE;
  merge->merged->n_missing = sqlite3_column_int64 (s, 0);
  return TRUE;
}

static gboolean
run (Merge *merge, GPtrArray *events, CharterChanges *changes, GError **error)
{
  return charter_database_begin (merge->log->db, error) && read_last (merge, error)
         && sort_all_out (merge, events, error) && take_all (merge, changes, error) && count_missing (merge, error)
         && (!merge->is_doubled || charter_database_put_device (merge->log->db, error))
         && charter_database_commit (merge->log->db, error);
}

/* Before the last part nothing that is shown has changed. */
static void
keep_quiet (CharterChanges *changes)
{
  g_ptr_array_set_size (changes->events, 0);
  changes->refolded = FALSE;
}

CharterChanges *
charter_log_merge (CharterLog *log, GPtrArray *events, gboolean more, CharterMerged **merged, GError **error)
{
  g_auto (Merge) merge = { 0 };
  CharterChanges *changes = charter_changes_new ();
  CharterMark mark = charter_log_get_mark (log);
  gboolean done;

  merge_init (&merge, log, more);
  done = run (&merge, events, changes, error);
  *merged = done ? g_steal_pointer (&merge.merged) : NULL;
  if (done && merge.is_doubled)
    charter_log_read_position (log, NULL);
  if (done && more)
    keep_quiet (changes);
  return charter_log_conclude (log, changes, done, mark);
}

CharterMerged *
charter_log_weigh (CharterLog *log, GPtrArray *events, GError **error)
{
  g_auto (Merge) merge = { 0 };

  merge_init (&merge, log, FALSE);
  return sort_all_out (&merge, events, error) ? g_steal_pointer (&merge.merged) : NULL;
}
