/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* A scenario, bank or case to practise, or an exam to sit: what it is, how it went so far, and a button that starts it
 * or goes on with it. An exam's leads to its rules. It is a row, so that Tab passes by a whole list of cards, and
 * arrows lead from one to the next. */
#define CHARTER_TYPE_GROUP_CARD (charter_group_card_get_type ())
G_DECLARE_FINAL_TYPE (CharterGroupCard, charter_group_card, CHARTER, GROUP_CARD, GtkListBoxRow)

/* study, pack: kept; group is the pack's. now: wall time in microseconds, for "3 days ago".
 * Returns: (transfer floating) */
GtkWidget *charter_group_card_new (CharterStudy *study, CharterPack *pack, const CharterGroup *group, gint64 now);
GtkWidget *
charter_group_card_new_for_case (CharterStudy *study, CharterPack *pack, const CharterCase *story, gint64 now);
GtkWidget *
charter_group_card_new_for_exam (CharterStudy *study, CharterPack *pack, const CharterExam *rehearsal, gint64 now);

/* What its first button does. */
void charter_group_card_start (CharterGroupCard *self);

/* Shows how it stands now; what has the focus keeps it. now: as above. */
void charter_group_card_update (CharterGroupCard *self, gint64 now);

/* Whether there is something to start or to go on with. */
gboolean charter_group_card_can_start (CharterGroupCard *self);
/* Whether it was left half-way. */
gboolean charter_group_card_is_open (CharterGroupCard *self);
/* The one card whose button is the page's primary action. */
void charter_group_card_set_suggested (CharterGroupCard *self, gboolean suggested);
/* The buttons below the words instead of beside them. */
void charter_group_card_set_narrow (CharterGroupCard *self, gboolean narrow);

G_END_DECLS
