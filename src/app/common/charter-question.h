/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Presents a dialog with the keyboard on its default response. Where there is little room AdwMessageDialog puts the
 * last response first, and the keyboard would be on what must not be said by mistake. */
void charter_question_present (AdwMessageDialog *dialog);

G_END_DECLS
