/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Where in the passages of a marker; places are characters, end is after the last. */
typedef struct {
  guint passage; /* from 0, as they are read */
  guint start, end;
  const char *id; /* of the mark there, or NULL: borrowed until the marks change */
} CharterMarkPlace;

/* Passages of text in which words can be selected, and marks are shown. With the pointer, words are selected as
 * anywhere. With keys that has to be asked for, or each passage would be a stop on the way: then Tab leads from one to
 * the next, the arrows move in it, and Escape ends it. It emits, each with a CharterMarkPlace that is there for as long
 * as that lasts,
 *
 *   selected   place   the pointer has selected words
 *   pressed    place   a mark was pressed, by the pointer or with Enter
 *
 * and
 *
 *   left               Escape has ended the keys: the focus is to go elsewhere */
#define CHARTER_TYPE_MARKER (charter_marker_get_type ())
G_DECLARE_FINAL_TYPE (CharterMarker, charter_marker, CHARTER, MARKER, GObject)

/* page: borrowed, holds all passages and outlives this. Returns: (transfer full) */
CharterMarker *charter_marker_new (GtkWidget *page);

/* Takes the passages that stand below widget: paragraphs, entries of lists, cells. Questions of a lesson are no text of
 * it, and what a table covers is not to be read. */
void charter_marker_add_passages (CharterMarker *self, GtkWidget *widget);
/* Before they go away, or when others are to be passages: they are labels again like any. */
void charter_marker_clear_passages (CharterMarker *self);
guint charter_marker_get_n_passages (CharterMarker *self);
/* Its words, as they are counted. Returns: (transfer none) */
const char *charter_marker_get_text (CharterMarker *self, guint passage);

/* What is marked. id: copied. Shown by show, and then whenever the colours change. */
void charter_marker_clear_marks (CharterMarker *self);
void charter_marker_add_mark (CharterMarker *self, guint passage, guint start, guint end, const char *id);
void charter_marker_show (CharterMarker *self);

/* What is selected, without the white space around it. Returns: FALSE where nothing is */
gboolean charter_marker_get_selected (CharterMarker *self, CharterMarkPlace *place);
/* The mark in which the cursor stands. Returns: FALSE where there is none */
gboolean charter_marker_get_at_cursor (CharterMarker *self, CharterMarkPlace *place);
/* Nothing is selected there any more; the cursor is after it. */
void charter_marker_unselect (CharterMarker *self, const CharterMarkPlace *place);

/* Begins to select with keys, at that passage. Returns: FALSE where it is not there */
gboolean charter_marker_begin_keys (CharterMarker *self, guint passage);

/* Shows a menu where a place ends. name: of the menu, for screen readers */
void charter_marker_show_menu (CharterMarker *self, const CharterMarkPlace *place, GMenuModel *menu, const char *name);

G_END_DECLS
