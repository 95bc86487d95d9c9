/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-class-words.h"

G_BEGIN_DECLS

/* What the pages of a class are made of. Each appends to box. */

/* facts: (transfer full) (element-type CharterClassFact). title, about: or NULL */
void charter_class_add_facts (GtkBox *box, const char *title, const char *about, GArray *facts);
/* One below the other, in a group. sentences: (transfer full); nothing is added for none. */
void charter_class_add_sentences (GtkBox *box, const char *title, GStrv sentences);
/* How often each answer was chosen, as bars and as a table. */
void charter_class_add_choices (GtkBox *box, const CharterClassItem *item);
void charter_class_add_confidence (GtkBox *box, const CharterClassItem *item);
/* ideas: (element-type CharterClassIdea) */
void charter_class_add_ideas (GtkBox *box, GArray *ideas);
/* faults: (element-type CharterClassFault) */
void charter_class_add_faults (GtkBox *box, GPtrArray *faults);
/* The same where nothing could be used, with a way to another folder. */
void charter_class_add_refused (GtkBox *box, GPtrArray *faults);

G_END_DECLS
