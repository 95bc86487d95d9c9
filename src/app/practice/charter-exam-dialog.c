/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-exam-dialog.h"

#include <glib/gi18n.h>

#include "charter-blueprint.h"
#include "charter-question.h"
#include "charter-quiz.h"

typedef struct {
  CharterWindow *window; /* borrowed: the dialog goes with it */
  CharterStudy *study;
  CharterPack *pack;
  const CharterGroup *group;
} Wish;

static void
wish_free (gpointer data, GClosure *closure)
{
  Wish *wish = data;

  g_object_unref (wish->study);
  charter_pack_unref (wish->pack);
  g_free (wish);
}

static guint
get_minutes (const CharterGroup *group)
{
  return charter_blueprint_count_minutes (charter_group_count_open (group), CHARTER_BLUEPRINT_PACE);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Wish *wish)
{
  gint64 limit = g_str_equal (response, "timed") ? get_minutes (wish->group) * G_TIME_SPAN_MINUTE : 0;

  if (!g_str_equal (response, "cancel"))
    charter_quiz_begin_exam (wish->window, wish->study, wish->pack, wish->group->id, NULL, charter_quiz_draw_seed (),
                             limit, FALSE);
}

void
charter_exam_dialog_show (CharterWindow *window, CharterStudy *study, CharterPack *pack, const CharterGroup *group)
{
  Wish *wish = g_new0 (Wish, 1);
  guint minutes = get_minutes (group);
  g_autofree char *timed = g_strdup_printf (ngettext ("In %'u Minute", "In %'u Minutes", minutes), minutes);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (window), _ ("Take It as an Exam"),
    _ ("You see what was right only at the end, and there are no hints. Until you finish, every answer can be changed. "
       "When you leave, the clock stands still."));

  *wish = (Wish){ window, g_object_ref (study), charter_pack_ref (pack), group };
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "untimed",
                                    _ ("Without a Clock"), "timed", timed, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "timed", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "timed");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), wish, wish_free, 0);
  charter_question_present (ADW_MESSAGE_DIALOG (dialog));
}
