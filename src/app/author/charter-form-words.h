/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-author-form.h"

G_BEGIN_DECLS

/* What the fields of forms are called, in the user's language. All of them are static. */
const char *charter_form_words_get_element (CharterElementKind kind);
const char *charter_form_words_get_attribute (CharterAttribute attribute);
const char *charter_form_words_get_value (CharterAttribute attribute, const char *value);

G_END_DECLS
