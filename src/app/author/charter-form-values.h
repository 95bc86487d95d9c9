/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-author-form.h"

G_BEGIN_DECLS

/* What can be chosen for an attribute of an element, and what it is called. value: what it is now, or NULL; it stays a
 * choice also where it leads into another pack or nowhere. labels: (out) (transfer full), as many.
 * Returns: (transfer full) "" takes the attribute away */
GStrv charter_form_values_list (
  CharterAuthorForm *form, guint index, const CharterAttributeRule *rule, const char *value, GStrv *labels);
/* The same of the value alone. */
GStrv charter_form_values_list_one (
  CharterAuthorForm *form, guint index, const CharterAttributeRule *rule, const char *value, GStrv *labels);

G_END_DECLS
