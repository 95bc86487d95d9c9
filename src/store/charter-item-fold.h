/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"
#include "charter-record.h"
#include "charter-scheme.h"

G_BEGIN_DECLS

/* Pure code that turns what was said of one item, under one key, into its record: attempts, memory, misconceptions. */

/* Whether an event is about an item, and so changes its record. */
gboolean charter_event_is_about_item (const CharterEvent *event);

/* One more event after all that the record knows. answered: whether its session has an earlier answer to the item,
 * taken back or not; the record alone does not tell, for other sessions may have come in between. Returns: FALSE where
 * the event changes what was known before, so that the record has to be folded anew; it is then untouched. */
gboolean charter_item_record_add (CharterItemRecord *record,
                                  const CharterEvent *event,
                                  gboolean answered,
                                  const CharterScheme *scheme);

/* The record anew, from all of these. events: (element-type CharterEvent) in the log's order. */
void charter_item_record_refold (CharterItemRecord *record, GPtrArray *events, const CharterScheme *scheme);

/* Its reviews one by one. events: as above, at least one. Returns: (transfer full) */
CharterItemHistory *charter_item_history_new (GPtrArray *events, const CharterScheme *scheme);

/* When the item would be due if its i-th review had been given another grade: on the very day that folding that grade
 * comes to. due_days: (out) by grade − 1. */
void charter_item_history_look_ahead (const CharterItemHistory *history,
                                      guint i,
                                      const CharterScheme *scheme,
                                      int due_days[CHARTER_N_GRADES]);

G_END_DECLS
