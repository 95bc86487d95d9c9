/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A text view that asks for as much height as its words take in the width that it is given. A GtkTextView asks for what
 * they took in the width that it had before, and cuts them. */
#define CHARTER_TYPE_FORM_TEXT (charter_form_text_get_type ())
G_DECLARE_FINAL_TYPE (CharterFormText, charter_form_text, CHARTER, FORM_TEXT, GtkTextView)

/* Returns: (transfer floating) */
GtkWidget *charter_form_text_new (void);

G_END_DECLS
