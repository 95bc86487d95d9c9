/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-removal-words.h"

#include <glib/gi18n.h>

#include "charter-item-words.h"
#include "charter-session-words.h"

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
    return g_strdup (charter_session_words_get_title (pack, removal->group));
  if (removal->item == NULL)
    return g_strdup (pack->title.plain);
  return g_strdup (item != NULL ? charter_item_words_get_beginning (item) : removal->item);
}

static char *
dup_deed (const CharterRemoval *removal)
{
  g_autofree char *when = charter_session_words_dup_when (removal->wall);

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
  g_autofree char *begun = charter_session_words_dup_when (removal->begun_wall);
  /* Translators: an attempt at a scenario. %s is a date and time. */
  g_autofree char *attempt = g_strdup_printf (_ ("Attempt of %s"), begun);

  if (removal->kind == CHARTER_EVENT_SUSPEND || removal->pack == NULL)
    return g_steal_pointer (&deed);
  if (removal->kind == CHARTER_EVENT_DELETE)
    return g_strjoin (" · ", attempt, count, deed, NULL);
  return g_strjoin (" · ", deed, count, NULL);
}
