/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One thing that happened. The log is made of these and of nothing else; it is only ever added to. */
typedef enum {
  CHARTER_EVENT_OTHER, /* of a kind that this release does not know; kept as it is, and folded into nothing */
  CHARTER_EVENT_SESSION_BEGUN,
  CHARTER_EVENT_ANSWER,
  CHARTER_EVENT_SESSION_ENDED,
  CHARTER_EVENT_UNDO,
  CHARTER_EVENT_MOVE,
  CHARTER_EVENT_GRADE,   /* how well an answer was known, said by the learner */
  CHARTER_EVENT_SUSPEND, /* an item is not to be asked again, or is */
  CHARTER_EVENT_RESET,   /* what was known of an item, or of all of a pack, is to be learnt anew */
  CHARTER_EVENT_DELETE,  /* a session and all that was answered in it */
  CHARTER_EVENT_SETTING, /* how this learner wants to be asked; the latest of a name holds */
  CHARTER_EVENT_NOTE,    /* something written or marked beside a pack; the latest of an id holds */
  CHARTER_EVENT_ERASE,   /* all that was said before is to be forgotten, everywhere and for good */
  CHARTER_EVENT_ERASED,  /* what that left of another event: its device and number */
} CharterEventKind;

typedef struct {
  /* Stamped by the store when it commits. */
  char *device; /* 16 hexadecimal digits */
  gint64 seq;   /* from 1, without gaps on one device */
  gint64 hlc;   /* hybrid logical clock: the order of events, whatever the clocks do */
  /* Filled by whoever makes the event. */
  gint64 wall; /* what the clock on the wall said, microseconds since 1970 */
  int tz;      /* minutes east of UTC, at that time and place */
  int v;       /* the payload's version */
  CharterEventKind kind;
  char *other;   /* the kind's name, where it is CHARTER_EVENT_OTHER; else NULL */
  char *session; /* the others may be NULL where they say nothing */
  char *pack;
  char *item;
  char *key_hash;
  char *payload;     /* a JSON object, or NULL */
  char *undo_device; /* undo: which event is undone; grade: which answer is meant */
  gint64 undo_seq;
} CharterEvent;

/* wall: microseconds since 1970. session may be NULL. Returns: (transfer full) */
CharterEvent *charter_event_new (CharterEventKind kind, const char *session, gint64 wall);
CharterEvent *charter_event_ref (CharterEvent *event);
void charter_event_unref (CharterEvent *event);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterEvent, charter_event_unref)

/* The name under which a kind is stored: "answer". Returns: (not nullable) */
const char *charter_event_kind_name (CharterEventKind kind);
CharterEventKind charter_event_kind_from_name (const char *name);
/* The name of this event's kind, also where this release does not know it. Returns: (not nullable) */
const char *charter_event_get_kind_name (const CharterEvent *event);

/* Whether its stamp and its times can be those of an event that some store committed. */
gboolean charter_event_is_stamped (const CharterEvent *event);
/* Whether both say the same in every field; payloads by what they say, not by how it is written. */
gboolean charter_event_equal (const CharterEvent *a, const CharterEvent *b);

/* The order of the log, for sorting: (hlc, device, seq). */
int charter_event_compare (const CharterEvent *a, const CharterEvent *b);

/* The next stamp after last: 48 bits of milliseconds and 16 that count, so that it always grows, also when the clock
 * goes back. wall: microseconds since 1970. */
gint64 charter_hlc_next (gint64 last, gint64 wall);

/* The stamp of all that was erased. */
#define CHARTER_HLC_ERASED 1

/* No stamp reaches this one; it stands for the year 4199. */
#define CHARTER_HLC_END (G_GINT64_CONSTANT (1) << 62)

/* How far the log's clock goes ahead of the one on the wall, in microseconds. A stamp that is more than a day ahead
 * of both comes from a clock that was wrong. Nothing may be stamped before it, or it could never be undone or set
 * anew; but time goes on from there at its own pace, or else nothing but the number of events would say which of two
 * devices was later. lead: until now. last: the latest stamp in the log. wall: now, microseconds since 1970. */
gint64 charter_hlc_lead (gint64 lead, gint64 last, gint64 wall);

G_END_DECLS
