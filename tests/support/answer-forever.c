/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer-forever FILE PACK GROUP: answers a scenario as fast as it can, over and over, going on with what was left
 * half-way, until somebody kills it. It says "SESSION POSITION RESPONSE" when an answer was confirmed to be safe, and
 * not before, in one write. */
#include "charter-loader.h"
#include "charter-study.h"

#include <string.h>
#include <unistd.h>

static void
say (CharterSession *session)
{
  guint position = charter_session_get_position (session);
  g_autofree char *response = charter_response_to_string (charter_session_get_response (session, position));
  g_autofree char *line = g_strdup_printf ("%s %u %s\n", charter_session_get_id (session), position, response);

  if (write (STDOUT_FILENO, line, strlen (line)) != (gssize)strlen (line))
    g_error ("Nobody listens");
}

/* Some answers are right, and what is chosen first is changed. */
static void
choose (CharterSession *session)
{
  const CharterStep *step = charter_session_get_current (session);
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);

  charter_session_set_response (session, key);
  if (step->item->kind == CHARTER_ITEM_SINGLE && g_random_boolean ())
    {
      const char *const ids[] = { step->item->parts[0].id, NULL };
      g_autoptr (CharterResponse) other = charter_response_new_ids (CHARTER_RESPONSE_CHOICE, ids);
      charter_session_set_response (session, other);
    }
}

static void
answer (CharterStudy *study, CharterSession *session)
{
  g_autoptr (GError) error = NULL;

  choose (session);
  charter_study_keep_place (study, session);
  if (!charter_study_answer (study, session, &error))
    g_error ("%s", error->message);
  say (session);
}

static void
play (CharterStudy *study, CharterSession *session)
{
  guint position = charter_session_get_position (session);

  if (charter_session_get_stand (session, position) != CHARTER_STAND_ANSWERED)
    answer (study, session);
  while (charter_session_next (session))
    answer (study, session);
  charter_study_end (study, session);
}

static void
go_on (CharterStudy *study, CharterPack *pack)
{
  g_autoptr (GPtrArray) sessions = charter_study_list_open_sessions (study);
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  g_ptr_array_add (packs, pack);
  for (guint i = 0; i < sessions->len; i++)
    {
      const CharterOpenSession *open = g_ptr_array_index (sessions, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (CharterSession) session = charter_study_resume (study, packs, open->session, &error);
      if (session == NULL)
        g_error ("%s", error->message);
      play (study, session);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GFile) file = g_file_new_for_path (argv[1]);
  g_autoptr (GFile) pack_file = g_file_new_for_path (argv[2]);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPack) pack = charter_loader_load_file (pack_file, &diagnostics, NULL, &error);
  CharterClock clock = charter_clock_system ();
  g_autoptr (CharterStore) store = charter_store_open (file, clock.wall (clock.data), &error);
  g_autoptr (CharterStudy) study = NULL;

  if (pack == NULL || store == NULL)
    g_error ("%s", error != NULL ? error->message : "The pack can't be used");
  study = charter_study_new (store, clock);
  go_on (study, pack);
  while (TRUE)
    {
      g_autoptr (CharterSession) session
        = charter_study_begin (study, pack, argv[3], NULL, g_random_int (), CHARTER_MOOD_STUDY, &error);
      if (session == NULL)
        g_error ("%s", error->message);
      play (study, session);
    }
}
