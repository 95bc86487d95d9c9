/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* An item that is asked and answered where it stands: in a lesson, or as a comparison's sorting drill. What was missed
 * can be tried again at once. */
#define CHARTER_TYPE_CHECK_CARD (charter_check_card_get_type ())
G_DECLARE_FINAL_TYPE (CharterCheckCard, charter_check_card, CHARTER, CHECK_CARD, GtkWidget)

/* pack is kept; item is the pack's. Returns: (transfer floating) */
GtkWidget *charter_check_card_new (CharterPack *pack, const CharterItem *item);

G_END_DECLS
