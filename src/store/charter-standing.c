/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-standing.h"

#include "charter-payload.h"
#include "charter-tables.h"
#include "charter-undone.h"

struct _CharterStanding {
  GPtrArray *removals;  /* CharterEvent, the oldest first */
  GHashTable *deleted;  /* ids of sessions, of removals */
  GHashTable *resets;   /* the latest CharterEvent by what it reset, of removals */
  GHashTable *settings; /* texts by name */
  CharterScheme scheme;
};

/* A whole pack where item is NULL. */
static char *
make_key (const char *pack, const char *item)
{
  return g_strconcat (pack, "\n", item, NULL);
}

static void
add_setting (CharterStanding *standing, const CharterEvent *event)
{
  char *name;
  char *value;

  if (!charter_setting_from_json (event->payload, &name, &value))
    return;
  charter_scheme_set (&standing->scheme, name, value);
  g_hash_table_replace (standing->settings, name, value);
}

static void
add_removal (CharterStanding *standing, CharterEvent *event)
{
  if (event->kind == CHARTER_EVENT_DELETE)
    g_hash_table_add (standing->deleted, event->session);
  else
    g_hash_table_replace (standing->resets, make_key (event->pack, event->item), event);
  g_ptr_array_add (standing->removals, charter_event_ref (event));
}

static void
add_event (CharterStanding *standing, CharterEvent *event)
{
  if (event->kind == CHARTER_EVENT_SETTING)
    add_setting (standing, event);
  else if ((event->kind == CHARTER_EVENT_DELETE && event->session != NULL)
           || (event->kind == CHARTER_EVENT_RESET && event->pack != NULL))
    add_removal (standing, event);
}

/* What changes how things stand, and the undos of that, and their undos in turn; each is found by an index. */
static GPtrArray *
load_events (sqlite3 *db, GError **error)
{
  return charter_tables_load_events (
    db,
    "WHERE rowid IN (WITH RECURSIVE said (id, device, seq) AS"
    " (SELECT rowid, device, seq FROM event WHERE kind IN ('delete', 'reset', 'setting')"
    "  UNION SELECT u.rowid, u.device, u.seq FROM said CROSS JOIN event AS u"
    "  WHERE u.undo_device = said.device AND u.undo_seq = said.seq AND u.kind = 'undo')"
    " SELECT id FROM said) ORDER BY hlc, device, seq",
    NULL, error);
}

static void
add_all (CharterStanding *standing, GPtrArray *events)
{
  g_autoptr (GHashTable) undone = charter_undone_find (events);

  for (guint i = 0; i < events->len; i++)
    if (!g_hash_table_contains (undone, g_ptr_array_index (events, i)))
      add_event (standing, g_ptr_array_index (events, i));
}

CharterStanding *
charter_standing_load (sqlite3 *db, GError **error)
{
  g_autoptr (CharterStanding) standing = g_new0 (CharterStanding, 1);
  g_autoptr (GPtrArray) events = load_events (db, error);

  standing->removals = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
  standing->deleted = g_hash_table_new (g_str_hash, g_str_equal);
  standing->resets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  standing->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  charter_scheme_init (&standing->scheme);
  if (events == NULL)
    return NULL;
  add_all (standing, events);
  return g_steal_pointer (&standing);
}

void
charter_standing_free (CharterStanding *standing)
{
  g_hash_table_unref (standing->deleted);
  g_hash_table_unref (standing->resets);
  g_hash_table_unref (standing->settings);
  g_ptr_array_unref (standing->removals);
  g_free (standing);
}

/* The undo of an answer is about one session alone. */
gboolean
charter_event_changes_standing (const CharterEvent *event)
{
  return event->kind == CHARTER_EVENT_RESET || event->kind == CHARTER_EVENT_DELETE
         || event->kind == CHARTER_EVENT_SETTING || event->kind == CHARTER_EVENT_ERASE
         || (event->kind == CHARTER_EVENT_UNDO && event->session == NULL);
}

gboolean
charter_event_reaches_back (const CharterEvent *event)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (event->kind != CHARTER_EVENT_SETTING)
    return charter_event_changes_standing (event);
  return charter_setting_from_json (event->payload, &name, &value) && charter_scheme_has (name);
}

gboolean
charter_standing_is_deleted (const CharterStanding *standing, const char *session)
{
  return session != NULL && g_hash_table_contains (standing->deleted, session);
}

static gboolean
is_reset (const CharterStanding *standing, const CharterEvent *event, const char *item)
{
  g_autofree char *key = NULL;
  const CharterEvent *reset;

  if (event->pack == NULL || g_hash_table_size (standing->resets) == 0)
    return FALSE;
  key = make_key (event->pack, item);
  reset = g_hash_table_lookup (standing->resets, key);
  return reset != NULL && charter_event_compare (event, reset) < 0;
}

gboolean
charter_standing_counts_for_group (const CharterStanding *standing, const CharterEvent *ended)
{
  return !is_reset (standing, ended, NULL);
}

gboolean
charter_standing_counts_for_item (const CharterStanding *standing, const CharterEvent *event)
{
  return !charter_standing_is_deleted (standing, event->session) && !is_reset (standing, event, NULL)
         && !is_reset (standing, event, event->item);
}

const CharterScheme *
charter_standing_get_scheme (const CharterStanding *standing)
{
  return &standing->scheme;
}

GHashTable *
charter_standing_get_settings (const CharterStanding *standing)
{
  return standing->settings;
}

GPtrArray *
charter_standing_get_removals (const CharterStanding *standing)
{
  return standing->removals;
}
