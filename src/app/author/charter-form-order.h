/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-form-parts.h"

G_BEGIN_DECLS

/* The parts of a form put into another order with the pointer: each has a handle, and is a place for those that may
 * stand there. */
typedef struct _CharterFormOrder CharterFormOrder;

/* by: places */
typedef void (*CharterFormMover) (gpointer data, guint part, int by);

/* parts: borrowed. Returns: (transfer full) */
CharterFormOrder *charter_form_order_new (CharterFormParts *parts, CharterFormMover move, gpointer data);
void charter_form_order_free (CharterFormOrder *self);

/* Returns: (transfer floating) for the part with that number */
GtkWidget *charter_form_order_create_handle (CharterFormOrder *self, guint part);
void charter_form_order_take_drops (CharterFormOrder *self, GtkWidget *widget, guint part);

G_END_DECLS
