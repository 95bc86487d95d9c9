/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-author-form.h"

G_BEGIN_DECLS

/* What the fields of forms are called, in the user's language. All of them are static. */
const char *charter_form_words_get_element (CharterElementKind kind);
const char *charter_form_words_get_attribute (CharterElementKind kind, CharterAttribute attribute);
/* One of the words that the format has for values; anything else is returned as it is. */
const char *charter_form_words_get_value (CharterElementKind kind, CharterAttribute attribute, const char *value);
/* What the numbers of a region of that shape are. */
const char *charter_form_words_get_place (const char *shape);

G_END_DECLS
