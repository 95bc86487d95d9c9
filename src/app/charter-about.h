/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"

G_BEGIN_DECLS

/* Says what this is, who made it, what may be done with it, and what whoever is told of a fault will ask for. */
void charter_show_about (CharterApplication *app, GtkWindow *parent);

G_END_DECLS
