/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-question-notes.h"

#include "charter-item-notes.h"

struct _CharterQuestionNotes {
  AdwBin parent_instance;

  /* owned */
  CharterStudy *study;
  CharterLook look; /* its session */
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (CharterQuestionNotes, charter_question_notes, ADW_TYPE_BIN)

/* ---- writing ---- */

static void
write_note (CharterQuestionNotes *self, CharterNoteKind kind)
{
  CharterWindow *window = charter_window_of (GTK_WIDGET (self));

  if (window != NULL)
    charter_item_notes_write (window, self->study, charter_look_get_pack (&self->look),
                              charter_look_get_item (&self->look), kind, charter_look_get_response (&self->look));
}

static void
write_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_note (data, CHARTER_NOTE_NOTE);
}

static void
dispute_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  write_note (data, CHARTER_NOTE_DISPUTE);
}

static const GActionEntry actions[] = {
  { "write", write_action, NULL, NULL, NULL },
  { "dispute", dispute_action, NULL, NULL, NULL },
};

static void
enable_action (CharterQuestionNotes *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

GActionGroup *
charter_question_notes_get_actions (CharterQuestionNotes *self)
{
  return G_ACTION_GROUP (self->actions);
}

/* ---- showing ---- */

static void
fill (CharterQuestionNotes *self)
{
  adw_bin_set_child (ADW_BIN (self), charter_item_notes_new (self->study, charter_look_get_pack (&self->look),
                                                             charter_look_get_item (&self->look),
                                                             charter_look_get_response (&self->look)));
}

/* What was written about a question may tell its key: it is shown with the feedback, and stays while that does. */
void
charter_question_notes_show (CharterQuestionNotes *self)
{
  gboolean answered = charter_look_is_answered (&self->look);

  gtk_widget_set_visible (GTK_WIDGET (self), answered);
  if (answered && adw_bin_get_child (ADW_BIN (self)) == NULL)
    fill (self);
  enable_action (self, "write", !charter_look_is_exam (&self->look));
  enable_action (self, "dispute", answered);
}

void
charter_question_notes_set_look (CharterQuestionNotes *self, const CharterLook *look)
{
  g_set_object (&self->look.session, look->session);
  self->look.position = look->position;
  adw_bin_set_child (ADW_BIN (self), NULL);
  charter_question_notes_show (self);
}

void
charter_question_notes_set_study (CharterQuestionNotes *self, CharterStudy *study)
{
  g_set_object (&self->study, study);
}

/* ---- the object ---- */

static void
charter_question_notes_finalize (GObject *object)
{
  CharterQuestionNotes *self = CHARTER_QUESTION_NOTES (object);

  g_clear_object (&self->actions);
  g_clear_object (&self->look.session);
  g_clear_object (&self->study);
  G_OBJECT_CLASS (charter_question_notes_parent_class)->finalize (object);
}

static void
charter_question_notes_class_init (CharterQuestionNotesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_question_notes_finalize;
}

static void
charter_question_notes_init (CharterQuestionNotes *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), actions, G_N_ELEMENTS (actions), self);
}
