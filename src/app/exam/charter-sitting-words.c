/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-sitting-words.h"

#include <glib/gi18n.h>

static gint64
count_seconds (gint64 time)
{
  return (time + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

char *
charter_sitting_words_dup_time (gint64 time)
{
  gint64 seconds = count_seconds (time);

  if (seconds >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60), (int)(seconds % 60));
  return g_strdup_printf ("%d:%02d", (int)(seconds / 60), (int)(seconds % 60));
}

char *
charter_sitting_words_dup_minutes_left (gint64 time)
{
  guint minutes = (guint)((count_seconds (time) + 59) / 60);

  return g_strdup_printf (ngettext ("%'u minute left", "%'u minutes left", minutes), minutes);
}

char *
charter_sitting_words_dup_warning (guint minutes)
{
  return g_strdup_printf (ngettext ("Less than %'u minute is left.", "Less than %'u minutes are left.", minutes),
                          minutes);
}

char *
charter_sitting_words_dup_left (gint64 time)
{
  g_autofree char *figures = charter_sitting_words_dup_time (time);

  /* Translators: a time as on a clock, “2:14:05”. */
  return g_strdup_printf (_ ("%s left"), figures);
}

char *
charter_sitting_words_dup_place (guint position, guint n_steps, gint64 time_left)
{
  g_autofree char *place = g_strdup_printf (_ ("Left at question %'u of %'u"), position + 1, n_steps);
  g_autofree char *left = time_left < G_MAXINT64 ? charter_sitting_words_dup_left (time_left) : NULL;

  return left != NULL ? g_strdup_printf ("%s · %s", place, left) : g_steal_pointer (&place);
}

static guint
count_breaks (const CharterExam *exam)
{
  guint n = 0;

  for (guint i = 0; i < exam->n_stages; i++)
    n += exam->stages[i].kind == CHARTER_STAGE_BREAK;
  return n;
}

char *
charter_sitting_words_dup_facts (const CharterExam *exam)
{
  guint n_breaks = count_breaks (exam);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%'u question", "%'u questions", exam->items), exam->items);
  g_string_append (words, " · ");
  g_string_append_printf (words, ngettext ("%'u minute", "%'u minutes", exam->minutes), exam->minutes);
  if (n_breaks > 0)
    {
      g_string_append (words, " · ");
      g_string_append_printf (words, ngettext ("%'u break", "%'u breaks", n_breaks), n_breaks);
    }
  return g_string_free (words, FALSE);
}

char *
charter_sitting_words_dup_section (CharterSession *session)
{
  CharterPath *path = charter_session_get_path (session);
  guint n = charter_path_get_n_sections (path);
  guint index = charter_session_get_section (session);
  const char *title;
  g_autofree char *number = NULL;

  if (n < 2 || index >= n)
    return NULL;
  title = charter_path_get_section (path, index)->title.plain;
  number = g_strdup_printf (_ ("Section %'u of %'u"), index + 1, n);
  /* Translators: “Section 2 of 3”, and what that section is called. */
  return *title != '\0' ? g_strdup_printf (_ ("%s: %s"), number, title) : g_steal_pointer (&number);
}

gboolean
charter_sitting_words_is_last_section (CharterSession *session)
{
  guint n = charter_session_get_n_steps (session);

  return charter_path_get_step (charter_session_get_path (session), n - 1)->section
         <= charter_session_get_section (session);
}
