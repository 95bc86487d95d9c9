/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-author-form.h"

G_BEGIN_DECLS

/* One thing of a part that can be edited in a form: words, an attribute, or whether it is right. */
typedef struct _CharterFormField CharterFormField;

/* The index of the part that a field is of, in the form’s outline as it is. */
typedef guint (*CharterFormLocator) (gpointer data, guint part);

/* form: kept. part, locate, data: which part it is of. child: whose words it has; EL_NONE for those of the part.
 * Before it is freed its widget has to be out of the window. */
CharterFormField *charter_form_field_new_words (
  CharterAuthorForm *form, guint part, CharterElementKind child, CharterFormLocator locate, gpointer data);
CharterFormField *charter_form_field_new_attribute (
  CharterAuthorForm *form, guint part, const CharterAttributeRule *rule, CharterFormLocator locate, gpointer data);
void charter_form_field_free (CharterFormField *self);

GtkWidget *charter_form_field_get_widget (CharterFormField *self); /* (transfer none) with its label */
/* Shows what the draft now has. */
void charter_form_field_refresh (CharterFormField *self);
void charter_form_field_focus (CharterFormField *self);
gboolean charter_form_field_has_focus (CharterFormField *self);
guint charter_form_field_get_part (CharterFormField *self);
/* Whether both are of the same kind, of whatever part. */
gboolean charter_form_field_is_like (CharterFormField *self, CharterElementKind child, CharterAttribute attribute);
void charter_form_field_tell_kind (CharterFormField *self, CharterElementKind *child, CharterAttribute *attribute);

G_END_DECLS
