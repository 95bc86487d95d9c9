/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-path.h"
#include "charter-response.h"
#include "charter-scoring.h"

G_BEGIN_DECLS

/* One item as it is put to somebody: what can be chosen, sorted, paired, ordered or typed, and after the check what
 * became of it. The stem, the hint and the rationale stand around it and are not its business.
 *
 * It shows what it is told (response, locked, feedback) and changes the response only when a person does so; it then
 * emits "response-changed", or "strike" with the index of a part that is to be struck out, or no longer. It neither
 * scores nor stores. "activated" asks for what comes next, the check or the next item: Enter means it as soon as the
 * response is complete. */
#define CHARTER_TYPE_ITEM_VIEW (charter_item_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (CharterItemView, charter_item_view, CHARTER, ITEM_VIEW, GtkWidget)

struct _CharterItemViewClass {
  GtkWidgetClass parent_class;

  /* Makes the widgets; called once, when path and position are known. */
  void (*build) (CharterItemView *self);
  /* Shows the response, and whether it is locked or has its feedback, as they are now. */
  void (*update) (CharterItemView *self);
  /* What a number key or letter means, index from 0. Returns: FALSE where it means nothing. May be NULL. */
  gboolean (*choose) (CharterItemView *self, guint index);
  /* Asks for "strike" of what a letter means, index from 0. May be NULL. */
  void (*strike) (CharterItemView *self, guint index);
  /* The response of somebody who has touched nothing. May be NULL: the empty one. */
  CharterResponse *(*make_first) (CharterItemView *self);
  /* Whether Enter belongs to what has the focus, though the response is complete. May be NULL: it then never does. */
  gboolean (*needs_enter) (CharterItemView *self);
};

/* The view of a path's step; path is kept. position: below the number of steps. Returns: (not nullable) */
CharterItemView *charter_item_view_new (CharterPath *path, guint position);

const CharterStep *charter_item_view_get_step (CharterItemView *self);
CharterPack *charter_item_view_get_pack (CharterItemView *self); /* (transfer none) */

/* What is chosen now. Returns: (transfer none) never NULL */
CharterResponse *charter_item_view_get_response (CharterItemView *self);
/* Shows response without a signal; an empty one stands for nothing touched. */
void charter_item_view_set_response (CharterItemView *self, CharterResponse *response);

/* Locked: it can be read and focused, but not changed. */
void charter_item_view_set_locked (CharterItemView *self, gboolean locked);
gboolean charter_item_view_get_locked (CharterItemView *self);
/* Feedback shows each mark, each why and the key; it locks. */
void charter_item_view_set_feedback (CharterItemView *self, gboolean feedback);
gboolean charter_item_view_get_feedback (CharterItemView *self);
/* Narrow: what stands side by side stands one below the other. In the main window the view follows by itself. */
void charter_item_view_set_narrow (CharterItemView *self, gboolean narrow);
gboolean charter_item_view_get_narrow (CharterItemView *self);

/* The parts that are struck out, as a session has them. */
void charter_item_view_set_struck (CharterItemView *self, guint64 parts);
/* Whether what is shown at index is, as long as there is no feedback. */
gboolean charter_item_view_is_struck (CharterItemView *self, guint index);
/* Strikes what is shown at index (from 0) out, or takes the line away. Returns: whether there is such a thing here */
gboolean charter_item_view_strike (CharterItemView *self, guint index);

/* Returns: TRUE where index (from 0) meant something and was done. */
gboolean charter_item_view_choose (CharterItemView *self, guint index);

/* ---- for the kinds' own files ---- */

/* Takes a response from the person: keeps it, shows it, and emits "response-changed". Ignored while locked. */
void charter_item_view_take (CharterItemView *self, CharterResponse *response);
/* Emits "strike" for what is shown at index. Returns: whether it was done */
gboolean charter_item_view_ask_to_strike (CharterItemView *self, guint index);
/* Says a move to those who can't see it, and shows it as a line below. */
void charter_item_view_tell (CharterItemView *self, const char *words);
/* Puts a child above the line of told moves. */
void charter_item_view_append (CharterItemView *self, GtkWidget *child);
/* The part shown at index. */
const CharterPart *charter_item_view_get_part (CharterItemView *self, guint index);
const CharterSlot *charter_item_view_get_slot (CharterItemView *self, guint index);
/* What became of source; NONE while there is no feedback. */
CharterMark charter_item_view_get_mark (CharterItemView *self, const char *source);

G_END_DECLS
