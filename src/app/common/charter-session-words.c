/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-session-words.h"

#include <glib/gi18n.h>

#include "charter-study.h"

static const char *
get_group_title (const CharterPack *pack, const char *id)
{
  const CharterGroup *group = charter_pack_find_group (pack, id);
  const CharterCase *story = charter_pack_find_case (pack, id);
  const CharterExam *exam = charter_pack_find_exam (pack, id);

  if (group != NULL)
    return group->title.plain;
  if (story != NULL)
    return story->title.plain;
  return exam != NULL ? exam->title.plain : pack->title.plain;
}

/* Reviews and quizzes that were built are of many scenarios. */
const char *
charter_session_words_get_title (const CharterPack *pack, const char *group)
{
  if (g_strcmp0 (group, CHARTER_STUDY_REVIEW) == 0)
    return _ ("Reviews");
  if (g_strcmp0 (group, CHARTER_STUDY_BUILT) == 0)
    return _ ("Your Quiz");
  return group != NULL ? get_group_title (pack, group) : pack->title.plain;
}

char *
charter_session_words_dup_when (gint64 wall)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a date and time for g_date_time_format(). */
  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}
