/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-next FILE PACK N: how long it takes from giving an answer until it is scored, committed and confirmed and the
 * next question is at hand. N answers in quizzes of 20 drawn from the whole pack, then N in one session on all items of
 * its first bank. Of each, microseconds: half of them less, 95 in 100 less, most; and at last the items of the pack. */
#include <stdlib.h>

#include "charter-loader.h"
#include "charter-study.h"

#define QUIZ 20

typedef struct {
  CharterStudy *study;
  CharterPack *pack;
  GRand *random;
  GArray *times;
} Bench;

/* One in three is wrong, where that is easily chosen. */
static void
choose (Bench *self, CharterSession *session)
{
  const CharterStep *step = charter_session_get_current (session);
  const char *const ids[] = { step->item->n_parts > 0 ? step->item->parts[0].id : NULL, NULL };
  g_autoptr (CharterResponse) response = charter_scoring_dup_key (step->item, step->seed);

  if (step->item->kind == CHARTER_ITEM_SINGLE && g_rand_int_range (self->random, 0, 3) == 0)
    {
      charter_response_unref (response);
      response = charter_response_new_ids (CHARTER_RESPONSE_CHOICE, ids);
    }
  charter_session_set_response (session, response);
}

/* The feedback would be read before the next question; nobody waits for that here. Returns: whether there is one */
static gboolean
answer (Bench *self, CharterSession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 begun = g_get_monotonic_time ();
  double time;
  gboolean more;

  if (!charter_study_answer (self->study, session, &error))
    g_error ("%s", error->message);
  more = charter_session_next (session);
  charter_study_keep_place (self->study, session);
  time = (double)(g_get_monotonic_time () - begun);
  g_array_append_val (self->times, time);
  return more;
}

/* Returns: (transfer full) the ids of some items, anywhere in the pack */
static char **
draw (Bench *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint first = g_rand_int_range (self->random, 0, self->pack->n_items);
  guint stride = self->pack->n_items / QUIZ;

  for (guint i = 0; i < QUIZ; i++)
    g_strv_builder_add (ids, self->pack->items[(first + i * stride) % self->pack->n_items]->id);
  return g_strv_builder_end (ids);
}

static CharterSession *
begin (Bench *self, const char *group, const char *const *ids)
{
  g_autoptr (GError) error = NULL;
  CharterSession *session
    = charter_study_begin (self->study, self->pack, group, ids, g_rand_int (self->random), CHARTER_MOOD_STUDY, &error);

  if (session == NULL)
    g_error ("%s", error->message);
  return session;
}

static void
play (Bench *self, CharterSession *session, guint n)
{
  for (choose (self, session); self->times->len < n && answer (self, session); choose (self, session))
    continue;
  charter_study_end (self->study, session);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a, second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
tell (Bench *self)
{
  GArray *times = self->times;

  g_array_sort (times, compare);
  g_print ("%.0f %.0f %.0f ", g_array_index (times, double, times->len / 2),
           g_array_index (times, double, times->len * 95 / 100), g_array_index (times, double, times->len - 1));
  g_array_set_size (times, 0);
}

static void
measure_quizzes (Bench *self, guint n)
{
  while (self->times->len < n)
    {
      g_auto (GStrv) ids = draw (self);
      g_autoptr (CharterSession) session = begin (self, CHARTER_STUDY_BUILT, (const char *const *)ids);
      play (self, session, n);
    }
  tell (self);
}

static void
measure_bank (Bench *self, guint n)
{
  while (self->times->len < n)
    {
      g_autoptr (CharterSession) session = begin (self, self->pack->groups[0]->id, NULL);
      play (self, session, n);
    }
  tell (self);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterPack) pack = NULL;
  g_autoptr (CharterStore) store = NULL;
  g_autoptr (CharterStudy) study = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  if (argc != 4 || atoi (argv[3]) < 1)
    {
      g_printerr ("Usage: bench-next FILE PACK N\n");
      return 2;
    }
  file = g_file_new_for_commandline_arg (argv[1]);
  source = g_file_new_for_commandline_arg (argv[2]);
  pack = charter_loader_load_file (source, &diagnostics, NULL, &error);
  store = pack != NULL ? charter_store_open (file, g_get_real_time (), &error) : NULL;
  if (store == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "The pack can't be read.");
      return 1;
    }
  study = charter_study_new (store, charter_clock_system ());
  measure_quizzes (&(Bench){ study, pack, random, times }, atoi (argv[3]));
  measure_bank (&(Bench){ study, pack, random, times }, atoi (argv[3]));
  g_print ("%u\n", pack->n_items);
  return 0;
}
