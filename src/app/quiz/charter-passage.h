/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-text.h"

G_BEGIN_DECLS

/* Running text with a widget in the place of each blank. The text is one layout, so that it wraps, kerns and runs
 * right to left as text does; each blank is a shape in it, as large as the widget that stands there. */
#define CHARTER_TYPE_PASSAGE (charter_passage_get_type ())
G_DECLARE_FINAL_TYPE (CharterPassage, charter_passage, CHARTER, PASSAGE, GtkWidget)

/* text: must outlive the widget. */
CharterPassage *charter_passage_new (const CharterText *text);
/* Puts child where the next blank is, from the first on. child: (transfer floating) */
void charter_passage_add (CharterPassage *self, GtkWidget *child);

G_END_DECLS
