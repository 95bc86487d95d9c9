/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-removal-words.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"

static const char *
get_group_title (CharterPack *pack, const char *id)
{
  const CharterGroup *group = charter_pack_find_group (pack, id);
  const CharterCase *story = charter_pack_find_case (pack, id);

  if (group != NULL)
    return group->title.plain;
  return story != NULL ? story->title.plain : pack->title.plain;
}

/* Reviews and quizzes that were built are of many scenarios. */
static const char *
get_session_title (CharterPack *pack, const char *group)
{
  if (g_strcmp0 (group, CHARTER_STUDY_REVIEW) == 0)
    return _ ("Reviews");
  if (g_strcmp0 (group, CHARTER_STUDY_BUILT) == 0)
    return _ ("Your Quiz");
  return group != NULL ? get_group_title (pack, group) : pack->title.plain;
}

char *
charter_removal_words_dup_what (const CharterRemoval *removal, CharterLibrary *library)
{
  CharterPack *pack = removal->pack != NULL ? charter_library_find_pack (library, removal->pack) : NULL;
  const CharterItem *item = pack != NULL && removal->item != NULL ? charter_pack_find_item (pack, removal->item) : NULL;

  if (removal->pack == NULL)
    return g_strdup (_ ("A quiz of another device that has not arrived here"));
  if (pack == NULL)
    /* Translators: %s is the name of a pack that is no longer at hand, such as “org.example.pack”. */
    return g_strdup_printf (_ ("In a pack that is not in your library: %s"), removal->pack);
  if (removal->kind == CHARTER_EVENT_DELETE)
    return g_strdup (get_session_title (pack, removal->group));
  if (removal->item == NULL)
    return g_strdup (pack->title.plain);
  return g_strdup (item != NULL ? charter_item_words_get_beginning (item) : removal->item);
}

/* When it was, by the learner's clock. */
static char *
dup_when (gint64 wall)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (wall / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a date and time for g_date_time_format(). */
  return local != NULL ? g_date_time_format (local, _ ("%-d %B %Y, %H:%M")) : g_strdup ("");
}

static char *
dup_deed (const CharterRemoval *removal)
{
  g_autofree char *when = dup_when (removal->wall);

  if (removal->kind == CHARTER_EVENT_SUSPEND)
    /* Translators: of a question. %s is a date and time. */
    return g_strdup_printf (_ ("Left out of reviews on %s"), when);
  if (removal->kind == CHARTER_EVENT_RESET)
    /* Translators: of a pack or a question. %s is a date and time. */
    return g_strdup_printf (_ ("Begun anew on %s"), when);
  /* Translators: of an attempt at a scenario. %s is a date and time. */
  return g_strdup_printf (_ ("Deleted on %s"), when);
}

static char *
dup_count (const CharterRemoval *removal)
{
  guint n = removal->n_answers;

  if (removal->kind == CHARTER_EVENT_DELETE && removal->n_steps == 0)
    return g_strdup_printf (ngettext ("%'u move", "%'u moves", n), n);
  return g_strdup_printf (ngettext ("%'u answer", "%'u answers", n), n);
}

char *
charter_removal_words_dup_how (const CharterRemoval *removal)
{
  g_autofree char *deed = dup_deed (removal);
  g_autofree char *count = dup_count (removal);
  g_autofree char *begun = dup_when (removal->begun_wall);
  /* Translators: an attempt at a scenario. %s is a date and time. */
  g_autofree char *attempt = g_strdup_printf (_ ("Attempt of %s"), begun);

  if (removal->kind == CHARTER_EVENT_SUSPEND || removal->pack == NULL)
    return g_steal_pointer (&deed);
  if (removal->kind == CHARTER_EVENT_DELETE)
    return g_strjoin (" · ", attempt, count, deed, NULL);
  return g_strjoin (" · ", deed, count, NULL);
}
