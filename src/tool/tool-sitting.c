/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tool-sitting.h"

#include <glib/gi18n.h>

#include "tool-input.h"
#include "tool-item.h"
#include "tool-line.h"

/* ---- the rules ---- */

static void
print_counts (const CharterForm *form, ToolOut *out)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, form->seed);
  guint n_unscored = 0;

  for (guint i = 0; i < form->n_items; i++)
    n_unscored += form->items[i].unscored;
  tool_out_linef (out, ngettext ("%'u question, seed %s", "%'u questions, seed %s", form->n_items), form->n_items,
                  seed);
  if (n_unscored > 0)
    tool_out_wrapf (out, "",
                    ngettext ("%'u of them does not count, and nobody is told which one.",
                              "%'u of them do not count, and nobody is told which ones.", n_unscored),
                    n_unscored);
}

static void
print_pictures (const CharterForm *form, ToolOut *out)
{
  guint n = 0;

  for (guint i = 0; i < form->n_items; i++)
    n += !tool_item_can_be_asked (form->items[i].item);
  if (n > 0)
    tool_out_wrapf (out, "",
                    ngettext ("%'u of them needs a picture and can’t be asked here",
                              "%'u of them need a picture and can’t be asked here", n),
                    n);
}

static void
print_time (const CharterForm *form, ToolOut *out)
{
  tool_out_wrapf (out, "", ngettext ("%'u minute for all of it", "%'u minutes for all of it", form->minutes),
                  form->minutes);
  tool_out_wrap (out, "",
                 _ ("When the time is up, what you answered is scored. When you leave, the clock stands still, and you "
                    "can go on later with the time you had."));
  tool_out_wrap (out, "", _ ("What was right you see only at the end, and there are no hints."));
}

static void
print_sections (const CharterForm *form, ToolOut *out)
{
  if (form->n_sections < 2)
    return;
  tool_out_gap (out);
  tool_out_wrap (out, "", _ ("Each is closed for good when you end it: you can’t come back to its questions."));
  for (guint i = 0; i < form->n_sections; i++)
    {
      const CharterPaperSection *section = &form->sections[i];
      g_autofree char *count
        = g_strdup_printf (ngettext ("Section %'u: %'u question", "Section %'u: %'u questions", section->n_items),
                           i + 1, section->n_items);

      if (*section->title.plain != '\0')
        tool_out_wrapf (out, "  ", "%s · %s", count, section->title.plain);
      else
        tool_out_wrap (out, "  ", count);
      if (section->break_minutes > 0)
        tool_out_wrapf (out, "  ",
                        ngettext ("Then a break of %'u minute.", "Then a break of %'u minutes.",
                                  section->break_minutes),
                        section->break_minutes);
    }
}

static void
print_aids (const CharterForm *form, ToolOut *out)
{
  const CharterLesson *sheet = charter_pack_find_lesson (form->home, form->exam->sheet);

  if (form->exam->calculator)
    tool_out_wrap (out, "", _ ("You may use a calculator."));
  if (sheet != NULL)
    tool_out_wrapf (out, "", _ ("You may look at “%s” (charter-tool show %s %s)."), sheet->title.plain, form->home->id,
                    sheet->id);
  if (form->exam->pass >= 0)
    tool_out_wrapf (out, "", _ ("The pass mark is %.0f%%."), form->exam->pass);
}

static void
print_lacks (const CharterForm *form, ToolOut *out)
{
  if (form->lacks[0] != NULL)
    tool_out_heading (out, _ ("What the bank lacks"));
  for (guint i = 0; form->lacks[i] != NULL; i++)
    tool_out_wrap (out, "  • ", form->lacks[i]);
}

void
tool_sitting_print_rules (const CharterForm *form, ToolOut *out)
{
  tool_out_linef (out, TOOL_BOLD "%s" TOOL_PLAIN, form->exam->title.plain);
  print_counts (form, out);
  print_pictures (form, out);
  tool_out_gap (out);
  print_time (form, out);
  print_sections (form, out);
  print_aids (form, out);
  print_lacks (form, out);
}

/* ---- sections ---- */

gboolean
tool_sitting_has_sections (CharterSession *session)
{
  return charter_session_get_n_sections (session) > 1;
}

/* Those behind it may have lost all their questions. */
gboolean
tool_sitting_is_last_section (CharterSession *session)
{
  guint n = charter_session_get_n_steps (session);

  return charter_path_get_step (charter_session_get_path (session), n - 1)->section
         <= charter_session_get_section (session);
}

void
tool_sitting_print_section (CharterSession *session, ToolOut *out)
{
  guint index = charter_session_get_section (session), n = charter_session_get_n_sections (session);
  const char *title;
  g_autofree char *number = NULL;

  if (n < 2 || index >= n)
    return;
  title = charter_path_get_section (charter_session_get_path (session), index)->title.plain;
  number = g_strdup_printf (_ ("Section %'u of %'u"), index + 1, n);
  tool_out_gap (out);
  if (*title != '\0')
    /* Translators: “Section 2 of 3”, and what that section is called. */
    tool_out_wrapf (out, "", _ ("%s: %s"), number, title);
  else
    tool_out_wrap (out, "", number);
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **)data = g_object_ref (result);
}

gboolean
tool_sitting_close_section (CharterStudy *study, CharterSession *session, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_study_close_section_async (study, session, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return charter_study_close_section_finish (study, result, error);
}

/* ---- the list ---- */

typedef gboolean (*Chooser) (CharterSession *session, guint position);

static gboolean
is_picture (CharterSession *session, guint position)
{
  return !tool_item_can_be_asked (charter_path_get_step (charter_session_get_path (session), position)->item);
}

static gboolean
is_answered (CharterSession *session, guint position)
{
  return charter_session_get_answer (session, position) != NULL;
}

static gboolean
is_open (CharterSession *session, guint position)
{
  return !is_answered (session, position) && !is_picture (session, position);
}

static gboolean
is_left_to_the_application (CharterSession *session, guint position)
{
  return !is_answered (session, position) && is_picture (session, position);
}

/* "3–5" or "3" */
static void
append_run (GString *numbers, guint first, guint last)
{
  g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", first + 1);
  if (last > first)
    g_string_append_printf (numbers, "–%u", last + 1);
}

static void
print_those (CharterSession *session, const char *words, Chooser choose, ToolOut *out)
{
  guint n = charter_session_get_n_steps (session);
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      guint last = i;

      if (!charter_session_can_go_to (session, i) || !choose (session, i))
        continue;
      while (last + 1 < n && charter_session_can_go_to (session, last + 1) && choose (session, last + 1))
        last++;
      append_run (numbers, i, last);
      i = last;
    }
  if (numbers->len > 0)
    tool_out_wrapf (out, "  ", "%s %s", words, numbers->str);
}

void
tool_sitting_print_list (CharterSession *session, ToolOut *out)
{
  tool_out_gap (out);
  print_those (session, _ ("Answered:"), is_answered, out);
  print_those (session, _ ("Without an answer:"), is_open, out);
  print_those (session, _ ("Flagged:"), charter_session_get_flagged, out);
  print_those (session, _ ("Need a picture; the application asks them:"), is_left_to_the_application, out);
}

/* ---- time ---- */

typedef struct {
  CharterStudy *study;
  CharterSession *session;
} Wait;

void
tool_sitting_warn (CharterSession *session, gint64 *told, ToolOut *out)
{
  const CharterExam *exam = charter_path_get_exam (charter_session_get_path (session));
  gint64 left = charter_session_get_time_left (session);
  gboolean is_short = FALSE;

  for (guint i = 0; exam != NULL && i < exam->n_stages; i++)
    {
      gint64 at = exam->stages[i].minutes * G_TIME_SPAN_MINUTE;

      is_short |= exam->stages[i].kind == CHARTER_STAGE_WARN && left <= at && *told > at;
    }
  *told = left;
  if (!is_short)
    return;
  tool_out_gap (out);
  tool_out_linef (out, TOOL_NOTE "%s" TOOL_PLAIN, _ ("Time runs short."));
}

static gboolean
keep_time (gpointer data)
{
  const Wait *wait = data;

  charter_study_keep_place (wait->study, wait->session);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  return charter_session_get_time_left (wait->session) > 0;
}

char *
tool_sitting_ask (CharterStudy *study, CharterSession *session, const char *question, ToolOut *out)
{
  Wait wait = { .study = study, .session = session };

  return tool_input_ask_while (question, out, keep_time, &wait);
}

/* ---- breaks ---- */

static gboolean
keep_break (gpointer data)
{
  const Wait *wait = data;

  keep_time (data);
  return charter_session_get_break_left (wait->session) > 0;
}

gboolean
tool_sitting_take_break (CharterStudy *study, CharterSession *session, ToolOut *out)
{
  guint minutes = (guint)((charter_session_get_break_left (session) + G_TIME_SPAN_MINUTE - 1) / G_TIME_SPAN_MINUTE);
  Wait wait = { .study = study, .session = session };
  g_autofree char *line = NULL;

  charter_study_keep_place (study, session);
  tool_out_heading (out, _ ("Break"));
  tool_out_wrapf (out, "",
                  ngettext ("%'u minute. The clock of the exam stands still.",
                            "%'u minutes. The clock of the exam stands still.", minutes),
                  minutes);
  line = tool_input_ask_while (_ ("Enter to go on (q: leave) "), out, keep_break, &wait);
  if (line != NULL ? tool_line_read (line) == TOOL_LINE_QUIT : charter_session_get_break_left (session) > 0)
    return FALSE;
  if (line == NULL)
    tool_out_wrap (out, "", _ ("The break is over."));
  charter_session_end_break (session);
  charter_study_keep_place (study, session);
  return TRUE;
}
