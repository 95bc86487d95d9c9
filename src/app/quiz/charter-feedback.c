/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-feedback.h"

#include "charter-blocks-view.h"
#include "charter-idea-row.h"
#include "charter-report-ideas.h"
#include "charter-shelf.h"
#include "charter-twin-view.h"
#include "charter-twin.h"

struct _CharterFeedback {
  AdwBin parent_instance;

  /* template widgets */
  AdwBin *ideas;
  GtkWidget *rationale_card;
  GtkBox *rationale;
  GtkWidget *section_list;
  AdwActionRow *section_row;
  AdwBin *twin;

  CharterSession *session; /* owned */
  guint position;
};

G_DEFINE_FINAL_TYPE (CharterFeedback, charter_feedback, ADW_TYPE_BIN)

static const CharterStep *
get_step (CharterFeedback *self)
{
  return charter_path_get_step (charter_session_get_path (self->session), self->position);
}

static CharterPack *
get_pack (CharterFeedback *self)
{
  return get_step (self)->pack;
}

static void
show_section (CharterFeedback *self)
{
  const char *see = get_step (self)->item->see;
  g_autoptr (CharterPack) home = charter_pack_follow (get_pack (self), see);
  const CharterSection *section = home != NULL ? charter_pack_find_section (home, see) : NULL;
  g_autofree char *words = NULL;

  gtk_widget_set_visible (self->section_list, section != NULL);
  if (section == NULL)
    return;
  words = g_strdup_printf ("%s · %s", section->lesson->title.plain, section->title.plain);
  adw_action_row_set_subtitle (self->section_row, words);
}

/* Made anew only when there is something new to tell. */
static void
show_ideas (CharterFeedback *self, gboolean answered)
{
  gboolean told = adw_bin_get_child (self->ideas) != NULL;
  g_autoptr (GArray) found = NULL;

  if (answered && !told)
    {
      found = charter_report_find_ideas (get_pack (self), get_step (self)->item,
                                         charter_session_get_response (self->session, self->position),
                                         get_step (self)->seed);
      adw_bin_set_child (self->ideas, charter_idea_row_new_group (found));
    }
  else if (!answered)
    adw_bin_set_child (self->ideas, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ideas), adw_bin_get_child (self->ideas) != NULL);
}

/* Not before its turn: while it is still to be asked it would be given away. */
static void
show_twin (CharterFeedback *self, gboolean answered)
{
  g_autoptr (CharterPath) twin = NULL;

  if (answered && adw_bin_get_child (self->twin) == NULL)
    {
      twin = charter_twin_new_path (charter_session_get_path (self->session), self->position, self->session);
      adw_bin_set_child (self->twin, twin != NULL ? charter_twin_view_new (twin) : NULL);
    }
  else if (!answered)
    adw_bin_set_child (self->twin, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->twin), adw_bin_get_child (self->twin) != NULL);
}

/* With nothing to tell there shall be no gap either. */
void
charter_feedback_show (CharterFeedback *self, gboolean answered)
{
  show_ideas (self, answered);
  show_twin (self, answered);
  gtk_widget_set_visible (GTK_WIDGET (self), answered
                                               && (gtk_widget_get_visible (GTK_WIDGET (self->ideas))
                                                   || gtk_widget_get_visible (self->rationale_card)
                                                   || gtk_widget_get_visible (GTK_WIDGET (self->twin))
                                                   || gtk_widget_get_visible (self->section_list)));
}

void
charter_feedback_set_step (CharterFeedback *self, CharterSession *session, guint position)
{
  CharterBlocks rationale;

  g_set_object (&self->session, session);
  self->position = position;
  rationale = get_step (self)->item->rationale;
  adw_bin_set_child (self->ideas, NULL);
  adw_bin_set_child (self->twin, NULL);
  charter_blocks_view_fill_card (self->rationale, get_pack (self), rationale);
  gtk_widget_set_visible (self->rationale_card, rationale.n_blocks > 0);
  show_section (self);
}

static void
on_section_activated (CharterFeedback *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-see", "(ss)", get_pack (self)->id,
                              get_step (self)->item->see);
}

static void
charter_feedback_finalize (GObject *object)
{
  g_clear_object (&CHARTER_FEEDBACK (object)->session);
  G_OBJECT_CLASS (charter_feedback_parent_class)->finalize (object);
}

static void
charter_feedback_class_init (CharterFeedbackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_feedback_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/charterstudy/Charter/quiz/charter-feedback.ui");
  gtk_widget_class_bind_template_child (widget_class, CharterFeedback, ideas);
  gtk_widget_class_bind_template_child (widget_class, CharterFeedback, rationale_card);
  gtk_widget_class_bind_template_child (widget_class, CharterFeedback, rationale);
  gtk_widget_class_bind_template_child (widget_class, CharterFeedback, section_list);
  gtk_widget_class_bind_template_child (widget_class, CharterFeedback, section_row);
  gtk_widget_class_bind_template_child (widget_class, CharterFeedback, twin);
  gtk_widget_class_bind_template_callback (widget_class, on_section_activated);
}

static void
charter_feedback_init (CharterFeedback *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
