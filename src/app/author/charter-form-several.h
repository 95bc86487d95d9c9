/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-grammar.h"

G_BEGIN_DECLS

/* A choice of several words of the format: a button that says which, and opens a list of them to be checked. It emits
 *
 *   changed   by whoever uses it */
#define CHARTER_TYPE_FORM_SEVERAL (charter_form_several_get_type ())
G_DECLARE_FINAL_TYPE (CharterFormSeveral, charter_form_several, CHARTER, FORM_SEVERAL, AdwBin)

/* rule: of VALUE_CHOICES, static. Returns: (transfer floating) */
GtkWidget *charter_form_several_new (CharterElementKind kind, const CharterAttributeRule *rule);
/* value: words with spaces between, or NULL */
void charter_form_several_set_value (CharterFormSeveral *self, const char *value);
/* Returns: (transfer full) (not nullable) "" for none */
char *charter_form_several_dup_value (CharterFormSeveral *self);

G_END_DECLS
