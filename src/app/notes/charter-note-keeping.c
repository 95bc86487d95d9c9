/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-note-keeping.h"

#include <glib/gi18n.h>

/* What was done, so that it can be undone. */
typedef struct {
  GWeakRef window;
  CharterStudy *study;
  CharterNote *note;
  char *told;
} Deed;

static Deed *
deed_new (CharterWindow *window, CharterStudy *study, const CharterNote *note, const char *told)
{
  Deed *deed = g_new0 (Deed, 1);

  g_weak_ref_init (&deed->window, window);
  deed->study = g_object_ref (study);
  deed->note = charter_note_copy (note);
  deed->told = g_strdup (told);
  return deed;
}

static void
deed_free (Deed *deed)
{
  g_weak_ref_clear (&deed->window);
  g_object_unref (deed->study);
  charter_note_free (deed->note);
  g_free (deed->told);
  g_free (deed);
}

static void
deed_free_closure (gpointer deed, GClosure *closure)
{
  deed_free (deed);
}

static const char *
get_removed_words (CharterNoteKind kind)
{
  switch (kind)
    {
    case CHARTER_NOTE_BOOKMARK:
      return _ ("Bookmark removed");
    case CHARTER_NOTE_HIGHLIGHT:
      return _ ("Highlight removed");
    case CHARTER_NOTE_DISPUTE:
      return _ ("Dispute removed");
    case CHARTER_NOTE_NOTE:
    default:
      return _ ("Note removed");
    }
}

/* undo: the button's handler, which gets deed. Takes deed. */
static void
offer_undo (Deed *deed, const char *words, GCallback undo)
{
  g_autoptr (CharterWindow) window = g_weak_ref_get (&deed->window);

  if (window == NULL)
    {
      deed_free (deed);
      return;
    }
  charter_window_toast_with_button (window, words, _ ("Undo"), undo, deed, deed_free_closure);
}

static void
tell_error (Deed *deed, const GError *error)
{
  g_autoptr (CharterWindow) window = g_weak_ref_get (&deed->window);

  if (window != NULL)
    charter_window_toast_fault (window, error->message);
  deed_free (deed);
}

static void
undo_removal (AdwToast *toast, Deed *deed)
{
  g_autoptr (CharterWindow) window = g_weak_ref_get (&deed->window);

  if (window != NULL)
    charter_note_keep (window, deed->study, deed->note, NULL);
}

static void
undo_keeping (AdwToast *toast, Deed *deed)
{
  g_autoptr (CharterWindow) window = g_weak_ref_get (&deed->window);

  if (window != NULL)
    charter_note_remove (window, deed->study, deed->note);
}

static void
on_removed (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterNote) removed = charter_study_remove_note_finish (CHARTER_STUDY (study), result, &error);
  Deed *deed = data;

  if (removed != NULL)
    offer_undo (deed, get_removed_words (removed->kind), G_CALLBACK (undo_removal));
  else
    tell_error (deed, error);
}

void
charter_note_remove (CharterWindow *window, CharterStudy *study, const CharterNote *note)
{
  charter_study_remove_note_async (study, note, NULL, on_removed, deed_new (window, study, note, NULL));
}

static void
on_kept (GObject *study, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterNote) kept = charter_study_keep_note_finish (CHARTER_STUDY (study), result, &error);
  Deed *deed = data;

  if (kept == NULL)
    tell_error (deed, error);
  else if (deed->told != NULL)
    offer_undo (deed, deed->told, G_CALLBACK (undo_keeping));
  else
    deed_free (deed);
}

void
charter_note_keep (CharterWindow *window, CharterStudy *study, const CharterNote *note, const char *told)
{
  charter_study_keep_note_async (study, note, NULL, on_kept, deed_new (window, study, note, told));
}
