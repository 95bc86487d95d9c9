/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The calculator's keys and what it shows. Every key of it can be typed while the focus is in it, and is then no
 * answer to the question. It emits
 *
 *   insert  words   what is shown is wanted as an answer, a string
 *   close           it is wanted away */
#define CHARTER_TYPE_CALCULATOR_VIEW (charter_calculator_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterCalculatorView, charter_calculator_view, CHARTER, CALCULATOR_VIEW, AdwBin)

/* Returns: (transfer floating) */
GtkWidget *charter_calculator_view_new (void);

/* Whether there is an answer that takes a number. */
void charter_calculator_view_set_can_insert (CharterCalculatorView *self, gboolean can_insert);
/* To what it shows, where keys are typed. */
void charter_calculator_view_focus (CharterCalculatorView *self);

G_END_DECLS
