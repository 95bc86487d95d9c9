/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-event.h"

#include <string.h>

#include "charter-json.h"

#define HLC_COUNTER_BITS 16
#define DEVICE_LENGTH 16
#define LAST_TIME (G_GINT64_CONSTANT (1) << 53) /* either way from 1970; JSON's readers hold no greater number */
#define LAST_ZONE (24 * 60)

static const char *const kind_names[] = {
  [CHARTER_EVENT_OTHER] = "other",     [CHARTER_EVENT_SESSION_BEGUN] = "session-begun",
  [CHARTER_EVENT_ANSWER] = "answer",   [CHARTER_EVENT_SESSION_ENDED] = "session-ended",
  [CHARTER_EVENT_UNDO] = "undo",       [CHARTER_EVENT_MOVE] = "move",
  [CHARTER_EVENT_GRADE] = "grade",     [CHARTER_EVENT_SUSPEND] = "suspend",
  [CHARTER_EVENT_RESET] = "reset",     [CHARTER_EVENT_DELETE] = "delete",
  [CHARTER_EVENT_SETTING] = "setting", [CHARTER_EVENT_ERASE] = "erase",
  [CHARTER_EVENT_ERASED] = "erased",   [CHARTER_EVENT_NOTE] = "note",
};

const char *
charter_event_kind_name (CharterEventKind kind)
{
  return kind_names[kind];
}

CharterEventKind
charter_event_kind_from_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (g_strcmp0 (name, kind_names[i]) == 0)
      return i;
  return CHARTER_EVENT_OTHER;
}

const char *
charter_event_get_kind_name (const CharterEvent *event)
{
  return event->kind == CHARTER_EVENT_OTHER && event->other != NULL ? event->other : kind_names[event->kind];
}

CharterEvent *
charter_event_new (CharterEventKind kind, const char *session, gint64 wall)
{
  CharterEvent *event = g_atomic_rc_box_new0 (CharterEvent);

  event->kind = kind;
  event->session = g_strdup (session);
  event->wall = wall;
  event->v = 1;
  return event;
}

CharterEvent *
charter_event_ref (CharterEvent *event)
{
  return g_atomic_rc_box_acquire (event);
}

static void
charter_event_clear (gpointer data)
{
  CharterEvent *event = data;

  g_free (event->device);
  g_free (event->other);
  g_free (event->session);
  g_free (event->pack);
  g_free (event->item);
  g_free (event->key_hash);
  g_free (event->payload);
  g_free (event->undo_device);
}

void
charter_event_unref (CharterEvent *event)
{
  g_atomic_rc_box_release_full (event, charter_event_clear);
}

int
charter_event_compare (const CharterEvent *a, const CharterEvent *b)
{
  int order = (a->hlc > b->hlc) - (a->hlc < b->hlc);

  if (order == 0)
    order = g_strcmp0 (a->device, b->device);
  return order != 0 ? order : (a->seq > b->seq) - (a->seq < b->seq);
}

static gboolean
is_device (const char *device)
{
  return device != NULL && strlen (device) == DEVICE_LENGTH && strspn (device, "0123456789abcdef") == DEVICE_LENGTH;
}

gboolean
charter_event_is_stamped (const CharterEvent *event)
{
  return is_device (event->device) && event->seq > 0 && event->seq <= LAST_TIME && event->hlc > 0
         && event->hlc < CHARTER_HLC_END && ABS (event->wall) <= LAST_TIME && ABS (event->tz) <= LAST_ZONE
         && (event->undo_device == NULL || (is_device (event->undo_device) && event->undo_seq > 0));
}

static gboolean
same_payload (const char *a, const char *b)
{
  g_autoptr (JsonNode) first = NULL;
  g_autoptr (JsonNode) second = NULL;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  first = charter_json_parse (a);
  second = charter_json_parse (b);
  return first != NULL && second != NULL && json_node_equal (first, second);
}

gboolean
charter_event_equal (const CharterEvent *a, const CharterEvent *b)
{
  return a->seq == b->seq && a->hlc == b->hlc && a->wall == b->wall && a->tz == b->tz && a->v == b->v
         && a->undo_seq == b->undo_seq && g_strcmp0 (a->device, b->device) == 0
         && g_str_equal (charter_event_get_kind_name (a), charter_event_get_kind_name (b))
         && g_strcmp0 (a->session, b->session) == 0 && g_strcmp0 (a->pack, b->pack) == 0
         && g_strcmp0 (a->item, b->item) == 0 && g_strcmp0 (a->key_hash, b->key_hash) == 0
         && g_strcmp0 (a->undo_device, b->undo_device) == 0 && same_payload (a->payload, b->payload);
}

gint64
charter_hlc_next (gint64 last, gint64 wall)
{
  gint64 now = CLAMP (wall / 1000, 0, (CHARTER_HLC_END >> HLC_COUNTER_BITS) - 1) << HLC_COUNTER_BITS;

  return MAX (last + 1, now);
}

gint64
charter_hlc_lead (gint64 lead, gint64 last, gint64 wall)
{
  gint64 ahead = (last >> HLC_COUNTER_BITS) * 1000 - wall;

  if (ahead <= 0)
    return 0;
  return ahead - lead > G_TIME_SPAN_DAY ? ahead : lead;
}
