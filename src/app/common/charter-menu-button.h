/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The main menu's button, for every header bar. The menu is made when it is first opened. */
#define CHARTER_TYPE_MENU_BUTTON (charter_menu_button_get_type ())
G_DECLARE_FINAL_TYPE (CharterMenuButton, charter_menu_button, CHARTER, MENU_BUTTON, AdwBin)

G_END_DECLS
