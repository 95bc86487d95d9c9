/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of a question’s page, each with its action: the page’s own, its parts’ and those of who leads through the
 * session. What isn’t there does nothing. */
void charter_question_keys_bind (GtkWidgetClass *klass);

G_END_DECLS
