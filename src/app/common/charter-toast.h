/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A toast that is read out when it appears. title: plain text. Returns: (transfer full) */
AdwToast *charter_toast_new (const char *title);
/* One that tells what went wrong: it stays until it is dismissed, and is never cut. reason: a sentence for the person.
 * Returns: (transfer full) */
AdwToast *charter_toast_new_fault (const char *reason);
/* The one or the other. done: told where error is NULL. Returns: (transfer full) */
AdwToast *charter_toast_new_outcome (const char *done, const GError *error);

/* Shows toast, made by one of these and taken, above what stays at the bottom of the overlay's page: a view switcher's
 * bar, or all from a line of the style class “foot-line” on. */
void charter_toast_show (AdwToastOverlay *overlay, AdwToast *toast);

/* Does the latter anew for what is shown, once another page has got its place. */
void charter_toast_lift (AdwToastOverlay *overlay);

G_END_DECLS
