/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-warning.h"

#include "charter-banner.h"
#include "charter-sitting-words.h"

static void
on_warning (CharterBanner *banner, guint minutes)
{
  g_autofree char *words = charter_sitting_words_dup_warning (minutes);

  charter_banner_tell (banner, words);
}

/* Who has seen it goes on with the question. */
static void
on_seen (CharterBanner *banner)
{
  charter_banner_set_revealed (banner, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (banner), "page.enter", NULL);
}

GtkWidget *
charter_exam_warning_new (CharterSitting *sitting)
{
  GtkWidget *banner = g_object_new (CHARTER_TYPE_BANNER, NULL);

  g_signal_connect_object (sitting, "warning", G_CALLBACK (on_warning), banner, G_CONNECT_SWAPPED);
  g_signal_connect (banner, "button-clicked", G_CALLBACK (on_seen), NULL);
  return banner;
}
