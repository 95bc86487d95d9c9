/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an item's twin may be shown beside it. */
#include "charter-loader.h"
#include "charter-scoring.h"
#include "charter-twin.h"

static gint64
get_ticks (gpointer data)
{
  return 0;
}

static CharterPack *
load (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "app", "twins.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) diagnostics = NULL;
  CharterPack *pack = charter_loader_load_file (file, &diagnostics, NULL, NULL);

  g_assert_nonnull (pack);
  g_assert_cmpuint (diagnostics->len, ==, 0);
  return pack;
}

static CharterPath *
ask (const char *first, const char *second)
{
  g_autoptr (CharterPack) pack = load ();
  CharterPath *path = charter_paper_new (pack, "ferry", (const char *const[]){ first, second, NULL }, 7, NULL);

  g_assert_nonnull (path);
  return path;
}

static char *
dup_shown (CharterPath *path, guint position, CharterSession *session)
{
  g_autoptr (CharterPath) twin = charter_twin_new_path (path, position, session);

  return g_strdup (twin ? charter_path_get_step (twin, 0)->item->id : "");
}

static void
assert_shown (CharterPath *path, guint position, CharterSession *session, const char *id)
{
  g_autofree char *shown = dup_shown (path, position, session);

  g_assert_cmpstr (shown, ==, id);
}

static void
answer (CharterSession *session)
{
  const CharterStep *step = charter_session_get_current (session);
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);

  charter_session_set_response (session, key);
  g_assert_true (charter_session_lock (session));
  charter_session_settle (session, charter_session_get_position (session), TRUE);
}

static void
test_over (void)
{
  g_autoptr (CharterPath) either = ask ("within", NULL), other = ask ("beyond", "alone");

  assert_shown (either, 0, NULL, "beyond");
  assert_shown (other, 0, NULL, "within");
  assert_shown (other, 1, NULL, "");
}

/* Not while it is still to be asked. */
static void
test_under_way (void)
{
  const CharterClock clock = { get_ticks, get_ticks, NULL };
  g_autoptr (CharterPath) path = ask ("within", "beyond");
  g_autoptr (CharterSession) session = charter_session_new ("s", path, CHARTER_MOOD_STUDY, clock);

  answer (session);
  assert_shown (path, 0, session, "");
  charter_session_next (session);
  answer (session);
  assert_shown (path, 0, session, "beyond");
  assert_shown (path, 1, session, "within");
}

/* What is kept for rehearsals is not given away, where it was not asked. */
static void
test_reserved (void)
{
  g_autoptr (CharterPath) one = ask ("kept", NULL), both = ask ("kept", "kept-too");

  assert_shown (one, 0, NULL, "");
  assert_shown (both, 0, NULL, "kept-too");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/twin/over", test_over);
  g_test_add_func ("/twin/under-way", test_under_way);
  g_test_add_func ("/twin/reserved", test_reserved);
  return g_test_run ();
}
