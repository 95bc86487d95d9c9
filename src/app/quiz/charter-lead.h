/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* Who leads through a session: what comes after a question, and what stands on the page for the sake of that. A page
 * shows the question and does not know what kind of session it is of. This one leads through practice; what is
 * different in an exam is a CharterSitting, in a review a CharterReviewLead. It emits
 *
 *   waiting         something is on its way to the disk
 *   answered        the step’s answer is safe, or taken back, or it failed: the step is to be shown as it now stands
 *   done            nothing is on its way any more, and one is where one was
 *   arrived         where the session now is, of charter_lead_get_session
 *   over            nothing is left: charter_lead_create_end has what comes then
 *   failed   error  it could not be done, a GError, and one is where one was; charter_lead_retry tries it again */
#define CHARTER_TYPE_LEAD (charter_lead_get_type ())
G_DECLARE_DERIVABLE_TYPE (CharterLead, charter_lead, CHARTER, LEAD, GObject)

/* What may be different. Each has a default, that of practice. */
struct _CharterLeadClass {
  GObjectClass parent_class;

  const char *actions_name; /* below which a page has its actions; NULL where there are none */

  GActionGroup *(*get_actions) (CharterLead *self);
  GtkWidget *(*create_tools) (CharterLead *self);
  GtkWidget *(*create_line) (CharterLead *self);
  const char *(*get_sheet_title) (CharterLead *self);
  GtkWidget *(*create_sheet) (CharterLead *self);
  GtkWidget *(*get_notes) (CharterLead *self);
  GtkWidget *(*get_bar) (CharterLead *self);
  GtkWidget *(*create_end) (CharterLead *self);
  void (*look) (CharterLead *self, guint position);
  gboolean (*go_to) (CharterLead *self, guint position);
  void (*go_on) (CharterLead *self);
  gboolean (*press) (CharterLead *self, guint number);
  gboolean (*is_ending) (CharterLead *self);
};

/* Both are kept. Returns: (transfer full) the one for that kind of session */
CharterLead *charter_lead_new (CharterStudy *study, CharterSession *session);
/* For those that are different. */
CharterLead *charter_lead_new_of_type (GType type, CharterStudy *study, CharterSession *session);

CharterStudy *charter_lead_get_study (CharterLead *self);     /* (transfer none) */
CharterSession *charter_lead_get_session (CharterLead *self); /* (transfer none) */
/* For those that go on from one session to another. */
void charter_lead_set_session (CharterLead *self, CharterSession *session);
/* For those that tell of a failure: “failed”. again: what tries it once more */
void charter_lead_fail (CharterLead *self, const GError *error, void (*again) (CharterLead *self));

/* Its actions below their name in page; what it has in the header bar, and below that, (transfer floating) (nullable).
 */
void charter_lead_insert_actions (CharterLead *self, GtkWidget *page);
GtkWidget *charter_lead_create_tools (CharterLead *self);
GtkWidget *charter_lead_create_line (CharterLead *self);

/* What stands in the place of the question where the session now is, as an exam's list of all questions: its title,
 * NULL at a question; and the sheet itself, (transfer floating) (nullable), a new one each time. */
const char *charter_lead_get_sheet_title (CharterLead *self);
GtkWidget *charter_lead_create_sheet (CharterLead *self);

/* What stands below the feedback and above the footer, each (transfer floating) (nullable), the same one whenever
 * asked; what takes the place of the page once it is over, (transfer floating). */
GtkWidget *charter_lead_get_notes (CharterLead *self);
GtkWidget *charter_lead_get_bar (CharterLead *self);
GtkWidget *charter_lead_create_end (CharterLead *self);

/* The step at position is on the screen, or something of it is new. */
void charter_lead_look (CharterLead *self, guint position);
/* Returns: whether it goes to the step at position, and says when it has arrived; FALSE where steps can only be looked
 * at */
gboolean charter_lead_go_to (CharterLead *self, guint position);
/* Gives what is chosen at the step where the session is as its answer, once that is whole, and takes it back. Then
 * “answered”. */
void charter_lead_answer (CharterLead *self);
void charter_lead_take_back (CharterLead *self);
/* From the step where the session is, which is answered; in an exam from any. */
void charter_lead_go_on (CharterLead *self);
/* What failed last. */
void charter_lead_retry (CharterLead *self);
/* A number's key. number: from 0. Returns: whether it was taken */
gboolean charter_lead_press (CharterLead *self, guint number);
/* Whether going on leads to the score. */
gboolean charter_lead_is_ending (CharterLead *self);

G_END_DECLS
