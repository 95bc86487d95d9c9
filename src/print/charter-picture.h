/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* Draws itself into an area that begins at 0, 0 and is so many points wide and high. */
typedef void (*CharterPictureDraw) (cairo_t *cr, double width, double height, gpointer data);

/* Something drawn that is as wide as the text, or less. */
typedef struct {
  double width, height; /* as large as it would like to be, in points; above 0 */
  CharterPictureDraw draw;
  gpointer data;
  GDestroyNotify destroy; /* of data, or NULL */
} CharterPicture;

void charter_picture_free (CharterPicture *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterPicture, charter_picture_free)

G_END_DECLS
