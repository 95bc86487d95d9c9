/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-event.h"

#define HLC_COUNTER_BITS 16

static const char *const kind_names[] = {
  [CHARTER_EVENT_OTHER] = "other",     [CHARTER_EVENT_SESSION_BEGUN] = "session-begun",
  [CHARTER_EVENT_ANSWER] = "answer",   [CHARTER_EVENT_SESSION_ENDED] = "session-ended",
  [CHARTER_EVENT_UNDO] = "undo",       [CHARTER_EVENT_MOVE] = "move",
  [CHARTER_EVENT_GRADE] = "grade",     [CHARTER_EVENT_SUSPEND] = "suspend",
  [CHARTER_EVENT_RESET] = "reset",     [CHARTER_EVENT_DELETE] = "delete",
  [CHARTER_EVENT_SETTING] = "setting",
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

gint64
charter_hlc_next (gint64 last, gint64 wall)
{
  gint64 now = MAX (wall, 0) / 1000 << HLC_COUNTER_BITS;

  return MAX (last + 1, now);
}
