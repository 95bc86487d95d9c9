/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* file: the one chosen; not called where the person chose none. */
typedef void (*CharterFileChosen) (GtkWindow *parent, GFile *file);

/* Asks for a pack's file. */
void charter_choose_pack (GtkWindow *parent, CharterFileChosen chosen);

G_END_DECLS
