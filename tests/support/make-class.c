/* SPDX-License-Identifier: GPL-3.0-or-later */
/* make-class FOLDER PACK GROUP LEARNERS: writes the result files of a class that was asked all of a group. Each learner
 * knows a little more than the one before; of the second question the contrary is true. Each time the same. */
#include <glib/gstdio.h>
#include <stdlib.h>

#include "charter-class-file.h"
#include "charter-loader.h"
#include "charter-scoring.h"

static gint64 ticks;

static gint64
get_ticks (gpointer data)
{
  return ticks;
}

/* Some wrong option; NULL where the question has none. Returns: (transfer full) (nullable) */
static CharterResponse *
respond_wrong (const CharterItem *item, guint learner)
{
  const char *wrong[2] = { NULL, NULL };

  for (guint i = 0; item->kind == CHARTER_ITEM_SINGLE && i < item->n_parts; i++)
    if (!item->parts[i].correct && (wrong[0] == NULL || learner % 4 == 0))
      wrong[0] = item->parts[i].id;
  return wrong[0] != NULL ? charter_response_new_ids (CHARTER_RESPONSE_CHOICE, wrong) : NULL;
}

static gboolean
is_right (guint learner, guint position, guint n_learners, guint n)
{
  guint needed = n_learners * (position + 1) / (n + 1);

  return position == 1 ? learner < n_learners / 2 : (learner * 5 + position * 3) % 7 < 2 || learner >= needed;
}

static void
answer (CharterSession *session, guint position, guint learner, guint n_learners)
{
  guint n = charter_session_get_n_steps (session);
  gboolean right = is_right (learner, position, n_learners, n);
  const CharterStep *step = charter_path_get_step (charter_session_get_path (session), position);
  g_autoptr (CharterResponse) response
    = right ? charter_scoring_dup_key (step->item, step->seed) : respond_wrong (step->item, learner);

  charter_session_go_to (session, position);
  ticks += (15 + (learner * 7 + position * 11) % 90) * G_USEC_PER_SEC;
  if (response == NULL)
    return;
  charter_session_set_response (session, response);
  charter_session_set_confidence (session, (CharterConfidence)(1 + (learner + right) % 3));
  if (charter_session_lock (session))
    charter_session_settle (session, position, TRUE);
}

static void
write_result (CharterPack *pack, const char *group, guint learner, guint n_learners, const char *folder)
{
  const CharterClock clock = { get_ticks, get_ticks, NULL };
  g_autofree char *id = g_strdup_printf ("made-%u", learner);
  g_autofree char *name = g_strdup_printf ("Learner %02u", learner + 1);
  g_autofree char *file = g_strdup_printf ("%s/%s." CHARTER_CLASS_FILE_ENDING, folder, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPath) path = charter_paper_new (pack, group, NULL, 1, &error);
  g_autoptr (CharterSession) session = path != NULL ? charter_session_new (id, path, CHARTER_MOOD_EXAM, clock) : NULL;
  g_autoptr (CharterClassResult) result = NULL;
  g_autofree char *text = NULL;

  if (session == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < charter_session_get_n_steps (session); i++)
    answer (session, i, learner, n_learners);
  result = charter_class_result_new (session, name, "2026-05-31", NULL);
  text = charter_class_file_write (result);
  if (!g_file_set_contents_full (file, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (CharterPack) pack = NULL;
  guint n_learners = argc == 5 ? (guint)atoi (argv[4]) : 0;

  if (n_learners == 0)
    {
      g_printerr ("Usage: make-class FOLDER PACK GROUP LEARNERS\n");
      return 2;
    }
  source = g_file_new_for_commandline_arg (argv[2]);
  pack = charter_loader_load_file (source, &diagnostics, NULL, NULL);
  if (pack == NULL || g_mkdir_with_parents (argv[1], 0700) != 0)
    g_error ("%s can't be read, or %s not be made", argv[2], argv[1]);
  for (guint i = 0; i < n_learners; i++)
    write_result (pack, argv[3], i, n_learners, argv[1]);
  return 0;
}
