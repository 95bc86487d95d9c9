/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-form-order.h"

G_BEGIN_DECLS

/* The widgets of a form. What is in it goes by the grammar, so that every kind has its form. */
typedef struct {
  CharterFormParts *parts; /* with one part at least */
  CharterFormOrder *order;
  GPtrArray *fields; /* (inout) of CharterFormField: those that were made are added, in their order */
  GPtrArray *boxes;  /* (inout) of GtkWidget, one a part, borrowed; NULL for the first */
} CharterFormBuild;

/* Returns: (transfer floating) */
GtkWidget *charter_form_build (CharterFormBuild *self);
/* Returns: (transfer floating) a label of words that wrap */
GtkWidget *charter_form_build_create_label (const char *words, const char *css_class);

G_END_DECLS
