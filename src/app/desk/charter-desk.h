/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-look.h"

G_BEGIN_DECLS

/* What lies on the desk beside a question: below it on the page the calculator, once it is taken, and in its place the
 * lesson that an exam lets one look at. The calculator stays there from question to question, with what it shows, as
 * long as it may be used. It emits
 *
 *   insert  words   a number is wanted as the answer, a string
 *   sheet           the lesson is to be shown, or the question again
 *
 * and has the actions
 *
 *   desk.calculator   takes it, or puts it away
 *   desk.sheet        opens the lesson, or goes back to the question */
#define CHARTER_TYPE_DESK (charter_desk_get_type ())
G_DECLARE_FINAL_TYPE (CharterDesk, charter_desk, CHARTER, DESK, AdwBin)

/* Its actions. Returns: (transfer none) */
GActionGroup *charter_desk_get_actions (CharterDesk *self);
/* What may be used at the step that is on the screen, as it now stands. question: its turn it is, and not that of
 * something else in its place, as the list of an exam */
void charter_desk_show (CharterDesk *self, const CharterLook *look, gboolean question);

/* What the lesson is called, while it is open. Returns: (nullable) NULL while it is not */
const char *charter_desk_get_sheet_title (CharterDesk *self);
/* Returns: (transfer floating) the lesson that is open */
GtkWidget *charter_desk_create_sheet (CharterDesk *self);
/* Without a signal: something else has come. */
void charter_desk_close_sheet (CharterDesk *self);

G_END_DECLS
