/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-form-parts.h"

G_BEGIN_DECLS

/* The buttons of a form’s parts, which activate the actions that charter-form-view.h tells of. All return
 * (transfer floating). */

/* The menu of what can be done with a part. parts: borrowed. name: what the part is called */
GtkWidget *charter_form_buttons_create_menu (CharterFormParts *parts, guint part, const char *name);
/* Adds one of that kind to a part, or to its words within. */
GtkWidget *charter_form_buttons_create_adder (guint part, CharterElementKind within, CharterElementKind kind);
/* A menu of those that can be added. kinds: ends with EL_NONE */
GtkWidget *
charter_form_buttons_create_add_menu (guint part, CharterElementKind within, const char *label, const guint8 *kinds);
/* Any other action. target: floating, or NULL */
GtkWidget *charter_form_buttons_create (const char *label, const char *action, GVariant *target);

G_END_DECLS
