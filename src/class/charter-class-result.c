/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-class-result.h"

#include <glib/gi18n-lib.h>

#include "charter-random.h"
#include "charter-report.h"

static void
clear_answer (gpointer data)
{
  CharterClassAnswer *answer = data;

  g_clear_pointer (&answer->pack, g_ref_string_release);
  g_clear_pointer (&answer->item, g_ref_string_release);
  g_clear_pointer (&answer->key_hash, g_ref_string_release);
  g_free (answer->response);
}

CharterClassResult *
charter_class_result_new_empty (void)
{
  CharterClassResult *result = g_new0 (CharterClassResult, 1);

  result->answers = g_array_new (FALSE, TRUE, sizeof (CharterClassAnswer));
  g_array_set_clear_func (result->answers, clear_answer);
  return result;
}

void
charter_class_result_free (CharterClassResult *result)
{
  g_free (result->name);
  g_free (result->attempt);
  g_free (result->day);
  g_clear_pointer (&result->pack, g_ref_string_release);
  g_clear_pointer (&result->group, g_ref_string_release);
  g_free (result->release);
  g_free (result->paper);
  g_array_unref (result->answers);
  g_free (result);
}

static char *
intern_key_hash (const CharterItem *item)
{
  g_autofree char *key_hash = charter_item_dup_key_hash (item);

  return g_ref_string_new_intern (key_hash);
}

static CharterClassAnswer
read_answer (const CharterReportItem *item, gboolean before)
{
  const CharterStep *step = item->step;

  return (CharterClassAnswer){
    .pack = g_ref_string_new_intern (step->pack->id),
    .item = g_ref_string_new_intern (step->item->id),
    .key_hash = intern_key_hash (step->item),
    .kind = step->item->kind,
    .response = item->is_answered ? charter_response_to_string (item->response) : NULL,
    .points = item->score.points,
    .maximum = item->score.maximum,
    .time = item->time / 1000,
    .confidence = item->is_answered ? item->confidence : CHARTER_CONFIDENCE_NONE,
    .counts = item->counts,
    .first = !before && !item->taken_back,
    .seed = step->item->kind == CHARTER_ITEM_DRILL ? step->seed : 0,
  };
}

/* A session's own id is in the learner's history; a digest of it tells as much, and leads to nothing there. */
static char *
dup_attempt (CharterSession *session)
{
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, charter_session_get_id (session), -1);

  return g_strndup (digest, 16);
}

CharterClassResult *
charter_class_result_new (CharterSession *session, const char *name, const char *day, GHashTable *before)
{
  g_autoptr (CharterReport) report = charter_report_new (session);
  CharterPath *path = charter_session_get_path (session);
  const CharterGroup *group = charter_path_get_group (path);
  const CharterExam *exam = charter_path_get_exam (path);
  CharterClassResult *result = charter_class_result_new_empty ();

  result->name = g_strdup (name);
  result->attempt = dup_attempt (session);
  result->day = g_strdup (day);
  result->pack = g_ref_string_new_intern (charter_path_get_pack (path)->id);
  result->group = g_ref_string_new_intern (exam != NULL ? exam->id : group != NULL ? group->id : "*");
  result->release = g_strdup (charter_path_get_pack (path)->release);
  result->is_exam = charter_session_get_mood (session) == CHARTER_MOOD_EXAM;
  for (guint i = 0; i < report->n_items; i++)
    {
      CharterClassAnswer answer
        = read_answer (&report->items[i], before != NULL && g_hash_table_contains (before, GUINT_TO_POINTER (i)));
      g_array_append_val (result->answers, answer);
    }
  result->paper = charter_class_result_dup_paper (result);
  return result;
}

char *
charter_class_result_dup_paper (const CharterClassResult *result)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < result->answers->len; i++)
    {
      const CharterClassAnswer *answer = &g_array_index (result->answers, CharterClassAnswer, i);
      g_autofree char *line = g_strdup_printf ("%s %s %s\n", answer->pack, answer->item, answer->key_hash);

      g_checksum_update (sum, (const guchar *)line, -1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* Letters and digits that nobody takes for one another. */
char *
charter_class_dup_random_name (guint64 seed)
{
  static const char signs[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  CharterRandom random = charter_random_new (seed);
  char code[] = "xxx-xxx";

  for (char *at = code; *at != '\0'; at++)
    if (*at == 'x')
      *at = signs[charter_random_below (&random, sizeof signs - 1)];
  /* Translators: a made-up name for a learner who tells none, such as “Learner 4K7-2QX”. */
  return g_strdup_printf (_ ("Learner %s"), code);
}
