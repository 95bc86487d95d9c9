/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-event.h"

G_BEGIN_DECLS

/* What became of events that were merged into a log. */
typedef struct {
  guint n_new;
  guint n_known;    /* were there already, or came twice */
  guint n_erased;   /* of before an erasure, here or among the new: nothing is kept of them but that they were */
  gint64 n_missing; /* of devices of which later events are there: they have not arrived yet. 0 before the last part */
  gboolean erases;  /* among the new is that everything was erased */
  GPtrArray *refused; /* CharterEvent: their stamp makes no sense, or another event has their device and number */
} CharterMerged;

CharterMerged *charter_merged_new (void);
void charter_merged_free (CharterMerged *merged);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterMerged, charter_merged_free)

G_END_DECLS
