/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-event.h"

G_BEGIN_DECLS

/* A part of a device's history as a file in a folder that several devices share: DEVICE-FIRST-LAST.jsonl. Its first
 * line says what it is, its last has the SHA-256 of all bytes before that line, and between them there is a line for
 * each event FIRST to LAST, as charter_event_to_line writes it. Such a file is made under another name, and is whole
 * when it has its own; then it is never written to again. Nothing in a shared folder is trusted: links are not
 * followed, and what does not hold together is told and left. */

#define CHARTER_SEGMENT_MOST_EVENTS 20000 /* that are written into one */

typedef struct {
  char *device;
  gint64 first, last; /* seq of its events, all between included */
  gint64 from, hlc;   /* stamps of the first and the last; 0 where only the name is known */
} CharterSegment;

void charter_segment_clear (CharterSegment *segment);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterSegment, charter_segment_clear)

/* Returns: (transfer full) */
char *charter_segment_get_name (const CharterSegment *segment);
/* segment: cleared, or filled where name is such a name. */
gboolean charter_segment_from_name (CharterSegment *segment, const char *name);

/* Reads the first and the last line alone, and fills segment's stamps. error: G_IO_ERROR_INVALID_DATA where the file
 * does not hold together, or is no segment of that name; G_IO_ERROR_NOT_SUPPORTED where a newer release wrote it; or
 * what the disk says. The messages are sentences for the person. */
gboolean charter_segment_peek (CharterSegment *segment, const char *folder, GError **error);

/* Reads all of it. error: as above. Returns: (transfer full) (nullable) (element-type CharterEvent) */
GPtrArray *charter_segment_read (const CharterSegment *segment, const char *folder, GError **error);

/* Writes events (element-type CharterEvent: of one device, each seq one more than that before, at least one) and waits
 * until the disk has them. writer: the device that writes. replace: put it in the place of a file of its name; else
 * such a file stays, and it is no error. */
gboolean
charter_segment_write (GPtrArray *events, const char *folder, const char *writer, gboolean replace, GError **error);

G_END_DECLS
