/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-event.h"

G_BEGIN_DECLS

/* An event as one line of JSON, the same in the segments of a shared folder and in a history handed out. Its members:
 * device, seq, hlc (16 hexadecimal digits: JSON's readers round great numbers), wall, tz, kind, v; where they say
 * something, session, pack, item, key, payload (an object) and undo (an object of device and seq). A member that a
 * reader does not know is passed over. */

/* No event is longer, in bytes; whoever reads lines refuses longer ones. */
#define CHARTER_LINE_LIMIT (1024 * 1024)

/* event: stamped. Returns: (transfer full) without a line feed */
char *charter_event_to_line (const CharterEvent *event);

/* error: G_IO_ERROR_INVALID_DATA with a sentence for the person. Returns: (transfer full) (nullable) */
CharterEvent *charter_event_from_line (const char *line, GError **error);

G_END_DECLS
