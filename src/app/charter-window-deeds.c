/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window's actions do that need packs or history: each opens something of a pack. */
#include "charter-window-private.h"

#include <glib/gi18n.h>

#include "charter-builder-page.h"
#include "charter-case-start.h"
#include "charter-left-out-page.h"
#include "charter-note-dialog.h"
#include "charter-notes-page.h"
#include "charter-paper-dialog.h"
#include "charter-packs-page.h"
#include "charter-quiz.h"
#include "charter-reading-page.h"
#include "charter-review.h"
#include "charter-rules-page.h"
#include "charter-search-page.h"

static CharterPack *
find_pack (CharterWindow *self, const char *pack_id)
{
  CharterPack *pack = charter_library_find_pack (charter_window_get_library (self), pack_id);

  if (pack == NULL)
    charter_window_toast_fault (self, _ ("This pack is no longer in your library."));
  return pack;
}

static void
open_lesson (CharterWindow *self, CharterPack *pack, const CharterLesson *lesson, const CharterSection *section)
{
  GtkWidget *top = charter_window_get_top (self);

  if (!CHARTER_IS_READING_PAGE (top) || charter_reading_page_get_pack (CHARTER_READING_PAGE (top)) != pack)
    {
      top = charter_reading_page_new (pack, charter_window_get_study (self, pack));
      charter_window_push (self, top);
    }
  charter_reading_page_open (CHARTER_READING_PAGE (top), lesson, section);
}

static void
open_lesson_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id, *lesson_id, *section_id;
  const CharterLesson *lesson;
  const CharterSection *section;
  CharterPack *pack;

  g_variant_get (parameter, "(&s&s&s)", &pack_id, &lesson_id, &section_id);
  pack = find_pack (self, pack_id);
  if (pack == NULL)
    return;
  lesson = charter_pack_find_lesson (pack, lesson_id);
  section = *section_id != '\0' ? charter_pack_find_section (pack, section_id) : NULL;
  if (lesson == NULL)
    charter_window_toast_fault (self, _ ("This lesson is no longer in its pack."));
  else
    open_lesson (self, pack, lesson, section != NULL && section->lesson == lesson ? section : NULL);
}

/* A ref may lead into another pack: “pack#id”. */
static void
open_see_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id, *ref, *hash;
  g_autofree char *other = NULL;
  const CharterSection *section;
  CharterPack *pack;

  g_variant_get (parameter, "(&s&s)", &pack_id, &ref);
  hash = strchr (ref, '#');
  if (hash != NULL)
    other = g_strndup (ref, hash - ref);
  pack = find_pack (self, other != NULL ? other : pack_id);
  if (pack == NULL)
    return;
  section = charter_pack_find_section (pack, ref);
  if (section == NULL)
    charter_window_toast_fault (self, _ ("This section is no longer in its pack."));
  else
    open_lesson (self, pack, section->lesson, section);
}

static void
start_scenario_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id, *group_id;
  CharterPack *pack;

  g_variant_get (parameter, "(&s&s)", &pack_id, &group_id);
  pack = find_pack (self, pack_id);
  if (pack == NULL)
    return;
  if (charter_pack_find_case (pack, group_id) != NULL)
    charter_case_begin (self, charter_window_get_study (self, pack), pack, group_id, charter_quiz_draw_seed (), FALSE);
  else
    charter_quiz_begin (self, charter_window_get_study (self, pack), pack, group_id, NULL, charter_quiz_draw_seed (),
                        FALSE);
}

/* minutes: 0 for no limit. */
static void
start_exam_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id, *group_id;
  CharterPack *pack;
  guint minutes;

  g_variant_get (parameter, "(&s&su)", &pack_id, &group_id, &minutes);
  pack = find_pack (self, pack_id);
  if (pack != NULL)
    charter_quiz_begin_exam (self, charter_window_get_study (self, pack), pack, group_id, NULL,
                             charter_quiz_draw_seed (), minutes * G_TIME_SPAN_MINUTE, FALSE);
}

static void
print_paper_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id, *id;
  CharterPack *pack;
  g_autoptr (GPtrArray) packs = charter_library_list_packs (charter_window_get_library (self));

  g_variant_get (parameter, "(&s&s)", &pack_id, &id);
  pack = find_pack (self, pack_id);
  if (pack != NULL)
    charter_paper_dialog_show (self, pack, id, packs);
}

static void
show_exam_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id, *exam_id;
  const CharterExam *exam;
  CharterPack *pack;

  g_variant_get (parameter, "(&s&s)", &pack_id, &exam_id);
  pack = find_pack (self, pack_id);
  if (pack == NULL)
    return;
  exam = charter_pack_find_exam (pack, exam_id);
  if (exam == NULL)
    charter_window_toast_fault (self, _ ("This exam is no longer in its pack."));
  else
    charter_window_push (self, charter_rules_page_new (self, pack, exam));
}

static void
build_quiz_now (CharterWindow *self, GVariant *parameter)
{
  if (charter_builder_page_has_packs (charter_window_get_library (self)))
    charter_window_push (self, charter_builder_page_new (self, charter_window_get_library (self),
                                                         g_variant_get_string (parameter, NULL)));
}

/* As a check in a lesson: a session of this one item, which belongs to no scenario. */
static void
ask_item_now (CharterWindow *self, GVariant *parameter)
{
  const char *pack_id;
  const char *items[] = { NULL, NULL };
  CharterPack *pack;

  g_variant_get (parameter, "(&s&s)", &pack_id, &items[0]);
  pack = find_pack (self, pack_id);
  if (pack != NULL)
    charter_quiz_begin (self, charter_window_get_study (self, pack), pack, NULL, items, charter_quiz_draw_seed (),
                        FALSE);
}

/* Opens what a note is about; the note itself where that is no longer there. */
static void
open_note_now (CharterWindow *self, GVariant *parameter)
{
  CharterStudy *study = charter_application_get_study (charter_window_get_app (self));
  const CharterNote *note = charter_study_get_note (study, g_variant_get_string (parameter, NULL));
  CharterPack *pack = note != NULL ? charter_library_find_pack (charter_window_get_library (self), note->pack) : NULL;
  const CharterLesson *lesson
    = pack != NULL && note->lesson != NULL ? charter_pack_find_lesson (pack, note->lesson) : NULL;
  const CharterSection *section
    = lesson != NULL && note->section != NULL ? charter_pack_find_section (pack, note->section) : NULL;

  if (note == NULL)
    charter_window_toast_fault (self, _ ("This note is no longer there."));
  else if (lesson != NULL)
    open_lesson (self, pack, lesson, section != NULL && section->lesson == lesson ? section : NULL);
  else if (pack != NULL && note->item != NULL && charter_pack_find_item (pack, note->item) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.ask-item", "(ss)", note->pack, note->item);
  else
    charter_note_dialog_show (self, study, pack, note);
}

static void
search_now (CharterWindow *self, GVariant *parameter)
{
  GtkWidget *top = charter_window_get_top (self);

  if (charter_window_is_sitting (self))
    {
      charter_window_toast (self, _ ("Search is closed during the exam."));
      return;
    }
  if (CHARTER_IS_SEARCH_PAGE (top))
    {
      charter_search_page_begin (CHARTER_SEARCH_PAGE (top));
      return;
    }
  charter_finder_refresh (charter_window_get_finder (self));
  charter_window_push (self, charter_search_page_new (charter_window_get_finder (self)));
}

/* Not while an exam is on top: keys may be told in them. */
static void
show_notes_now (CharterWindow *self, GVariant *parameter)
{
  if (charter_window_is_sitting (self))
    charter_window_toast (self, _ ("Notes are closed during the exam."));
  else if (!CHARTER_IS_NOTES_PAGE (charter_window_get_top (self)))
    charter_window_push (self, charter_notes_page_new (charter_application_get_study (charter_window_get_app (self)),
                                                       charter_window_get_library (self)));
}

static void
show_packs_now (CharterWindow *self, GVariant *parameter)
{
  if (!CHARTER_IS_PACKS_PAGE (charter_window_get_top (self)))
    charter_window_push (self, charter_packs_page_new (charter_window_get_library (self)));
}

/* Returns: (nullable) owned by open */
static const CharterOpenSession *
find_session (GPtrArray *open, const char *id)
{
  for (guint i = 0; i < open->len; i++)
    if (g_str_equal (((CharterOpenSession *)open->pdata[i])->session, id))
      return open->pdata[i];
  return NULL;
}

static void
resume_session_now (CharterWindow *self, GVariant *parameter)
{
  const char *id = g_variant_get_string (parameter, NULL);
  CharterStudy *study = charter_application_get_study (charter_window_get_app (self));
  g_autoptr (GPtrArray) open = charter_study_list_open_sessions (study);
  const CharterOpenSession *session = find_session (open, id);
  CharterPack *pack = session != NULL ? find_pack (self, session->pack) : NULL;

  if (session == NULL)
    charter_window_toast_fault (self, _ ("This quiz is no longer open."));
  else if (pack != NULL && charter_pack_find_case (pack, session->group) != NULL)
    charter_case_resume (self, study, pack, id);
  else if (pack != NULL)
    charter_quiz_resume (self, study, pack, id);
}

static void
review_now (CharterWindow *self, GVariant *parameter)
{
  charter_review_begin (self, 1, FALSE);
}

static void
left_out_now (CharterWindow *self, GVariant *parameter)
{
  g_autoptr (GPtrArray) packs = charter_review_list_packs (self);

  charter_window_push (self, charter_left_out_page_new (charter_application_get_study (charter_window_get_app (self)),
                                                        packs));
}

typedef void (*Deed) (CharterWindow *self, GVariant *parameter);

static const struct {
  const char *name;
  Deed deed;
} deeds[] = {
  { "open-lesson", open_lesson_now },
  { "open-see", open_see_now },
  { "start-scenario", start_scenario_now },
  { "start-exam", start_exam_now },
  { "build-quiz", build_quiz_now },
  { "ask-item", ask_item_now },
  { "resume-session", resume_session_now },
  { "review", review_now },
  { "left-out", left_out_now },
  { "search", search_now },
  { "show-notes", show_notes_now },
  { "show-packs", show_packs_now },
  { "open-note", open_note_now },
  { "show-exam", show_exam_now },
  { "print-paper", print_paper_now },
};

void
charter_window_do (CharterWindow *self, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++)
    if (g_str_equal (deeds[i].name, name))
      deeds[i].deed (self, parameter);
}
