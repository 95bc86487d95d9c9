/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that is read out when it appears. title: plain text. Returns: (transfer full) */
AdwToast *charter_toast_new (const char *title);

G_END_DECLS
