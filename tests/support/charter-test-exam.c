/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-test-exam.h"

static gint64 ticks;

static gint64
get_fake (gpointer data)
{
  return ticks;
}

CharterSession *
sitting_new (CharterPack *pack, const char *exam)
{
  const CharterClock clock = { get_fake, get_fake, NULL };
  g_autoptr (CharterPath) path = NULL;
  CharterPaperItem items[SITTING_N_ITEMS];
  CharterSession *session;

  for (guint i = 0; i < SITTING_N_ITEMS; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i + 1);

      items[i] = (CharterPaperItem){ pack, charter_pack_find_item (pack, id), 0, i >= SITTING_N_COUNTED };
    }
  path = charter_paper_new_form (pack, exam, items, SITTING_N_ITEMS, NULL, 0, 7, NULL);
  session = charter_session_new ("s1", path, CHARTER_MOOD_EXAM, clock);
  charter_session_set_limit (session, 20 * G_TIME_SPAN_MINUTE);
  return session;
}

static void
choose (CharterSession *session, char option)
{
  const char id[] = { option, '\0' };
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_CHOICE, id, NULL);

  charter_session_set_response (session, response);
}

void
sitting_answer (
  CharterSession *session, guint position, const char *choices, guint seconds, CharterConfidence confidence)
{
  charter_session_go_to (session, position);
  ticks += seconds * G_USEC_PER_SEC;
  for (const char *at = choices; *at != '\0'; at++)
    choose (session, *at);
  charter_session_set_confidence (session, confidence);
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, position, TRUE);
}
