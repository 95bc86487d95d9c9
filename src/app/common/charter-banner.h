/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A line across a page that says something which stays true until it is dealt with, with one button. */
#define CHARTER_TYPE_BANNER (charter_banner_get_type ())
G_DECLARE_FINAL_TYPE (CharterBanner, charter_banner, CHARTER, BANNER, GtkWidget)

/* In a template: "title" and "button-label" (NULL for none), "revealed"; the signal "button-clicked".
 * title: plain text. */
void charter_banner_set_title (CharterBanner *self, const char *title);
void charter_banner_set_button_label (CharterBanner *self, const char *label);
void charter_banner_set_revealed (CharterBanner *self, gboolean revealed);

/* Each of these is read out, too. Tells something until “Got It” is pressed; to take it away then is up to whoever
 * hears the button. words: plain text. */
void charter_banner_tell (CharterBanner *self, const char *words);
/* Tells what could not be saved, with “Try Again”; what is to be tried is up to whoever hears the button. */
void charter_banner_tell_failure (CharterBanner *self, const GError *error);
/* Tells something once, without a button. note: plain text; NULL tells nothing. */
void charter_banner_tell_note (CharterBanner *self, const char *note);

G_END_DECLS
