/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-standing.h"

#include "charter-payload.h"
#include "charter-tables.h"

struct _CharterStanding {
  GHashTable *deleted;  /* ids of sessions */
  GHashTable *resets;   /* the latest CharterEvent by what it reset */
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

static gboolean
add_event (CharterEvent *event, gpointer data, GError **error)
{
  CharterStanding *standing = data;

  if (event->kind == CHARTER_EVENT_DELETE && event->session != NULL)
    g_hash_table_add (standing->deleted, g_strdup (event->session));
  else if (event->kind == CHARTER_EVENT_RESET && event->pack != NULL)
    g_hash_table_replace (standing->resets, make_key (event->pack, event->item), charter_event_ref (event));
  else if (event->kind == CHARTER_EVENT_SETTING)
    add_setting (standing, event);
  return TRUE;
}

/* An undo is later than what it names, wherever the two come from: what is undone is left out here. */
static gboolean
load (CharterStanding *standing, sqlite3 *db, GError **error)
{
  return charter_tables_visit_events (db,
                                      "AS e WHERE kind IN ('delete', 'reset', 'setting') AND NOT EXISTS "
                                      "(SELECT 1 FROM event AS u WHERE u.undo_device = e.device AND u.undo_seq = e.seq"
                                      " AND u.kind = 'undo') ORDER BY hlc, device, seq",
                                      NULL, add_event, standing, error);
}

CharterStanding *
charter_standing_load (sqlite3 *db, GError **error)
{
  g_autoptr (CharterStanding) standing = g_new0 (CharterStanding, 1);

  standing->deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  standing->resets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)charter_event_unref);
  standing->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  charter_scheme_init (&standing->scheme);
  return load (standing, db, error) ? g_steal_pointer (&standing) : NULL;
}

void
charter_standing_free (CharterStanding *standing)
{
  g_hash_table_unref (standing->deleted);
  g_hash_table_unref (standing->resets);
  g_hash_table_unref (standing->settings);
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
