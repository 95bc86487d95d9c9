/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A picture of a pack, PNG, JPEG or SVG, as wide as there is room and no wider than 640 px, and always as high as that
 * makes it: a page that scrolls never squeezes it. It is not mirrored for right to left. */
#define CHARTER_TYPE_PICTURE_VIEW (charter_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterPictureView, charter_picture_view, CHARTER, PICTURE_VIEW, GtkWidget)

/* figure is the pack's. Returns: (transfer floating) (nullable) NULL where the file is not there or is no picture */
GtkWidget *charter_picture_view_new (CharterPack *pack, const CharterFigure *figure);

/* Where in the widget the picture stands. */
graphene_rect_t charter_picture_view_get_area (CharterPictureView *self);

G_END_DECLS
