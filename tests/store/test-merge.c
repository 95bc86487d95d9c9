/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Logs of several devices as one set: whatever the way and the order in which events come, the same is folded. */
#include <string.h>

#include "charter-event-line.h"
#include "charter-log-private.h"
#include "charter-merge.h"
#include "charter-note.h"
#include "charter-tables.h"
#include "store-support.h"

#define MAX_DEVICES 3
#define N_SESSIONS 3
#define N_ITEMS 3

/* device: its name, or NULL for a new one. */
static CharterLog *
new_log_of (const char *device)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf ("UPDATE meta SET value = '%s' WHERE name = 'device'", device);
  sqlite3 *db = charter_database_open (NULL, FALSE, NULL, NULL, NULL);
  CharterLog *log;

  g_assert_true (device == NULL || charter_database_exec (db, sql, NULL));
  log = charter_log_new (db, &error);
  g_assert_no_error (error);
  return log;
}

static CharterLog *
new_log (void)
{
  return new_log_of (NULL);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterLog, charter_log_free)

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)charter_event_unref);
}

/* event: taken. Returns: (transfer none) as stamped; the log of the test keeps it */
static CharterEvent *
say (CharterLog *log, GPtrArray *said, CharterEvent *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = new_events ();
  g_autoptr (CharterPlaces) places = charter_places_new ();
  g_autoptr (CharterChanges) changes = NULL;

  g_ptr_array_add (events, charter_event_ref (event));
  changes = charter_log_write (log, events, places, &error);
  g_assert_no_error (error);
  if (event->device != NULL) /* a second beginning is left out */
    g_ptr_array_add (said, event);
  else
    charter_event_unref (event);
  return event;
}

static CharterMerged *
merge_part (CharterLog *log, GPtrArray *events, gboolean more)
{
  g_autoptr (GError) error = NULL;
  CharterMerged *merged = NULL;
  g_autoptr (CharterChanges) changes = charter_log_merge (log, events, more, &merged, &error);

  g_assert_no_error (error);
  g_assert_nonnull (changes);
  return merged;
}

static CharterMerged *
merge (CharterLog *log, GPtrArray *events)
{
  return merge_part (log, events, FALSE);
}

static void
assert_folded (CharterLog *log)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (charter_log_verify (log, &error));
  g_assert_no_error (error);
}

static guint
count_rows (CharterLog *log, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (charter_log_get_database (log), sql, NULL);

  g_assert_cmpint (charter_database_step (charter_log_get_database (log), s, NULL), >, 0);
  return (guint)sqlite3_column_int (s, 0);
}

static void
dump_rows (CharterLog *log, const char *sql, GString *text)
{
  g_autoptr (sqlite3_stmt) s = charter_database_prepare (charter_log_get_database (log), sql, NULL);

  while (charter_database_step (charter_log_get_database (log), s, NULL) > 0)
    {
      for (int i = 0; i < sqlite3_column_count (s); i++)
        g_string_append_printf (text, "%s|", (const char *)sqlite3_column_text (s, i));
      g_string_append_c (text, '\n');
    }
}

/* All that is folded and the log itself, as text. */
static char *
dump (CharterLog *log)
{
  static const char *const selects[] = {
    "SELECT * FROM event ORDER BY hlc, device, seq",
    "SELECT * FROM session_state ORDER BY session",
    "SELECT * FROM item_state ORDER BY pack, item, key_hash",
    "SELECT * FROM slip ORDER BY pack, item, key_hash, misconception",
    "SELECT * FROM scene_move ORDER BY device, seq",
    "SELECT * FROM group_state ORDER BY pack, grp",
    "SELECT * FROM tally WHERE n_answers <> 0 OR n_right <> 0 OR time <> 0 ORDER BY quarter",
    "SELECT * FROM note ORDER BY id",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_string_append_printf (text, "-- %s\n", selects[i]);
      dump_rows (log, selects[i], text);
    }
  return g_string_free (text, FALSE);
}

/* Random histories. Each device has its own clock, which may be wrong by hours and go back; sessions and items are
 * few, so that devices often speak of the same. */

typedef struct {
  CharterLog *log;
  GPtrArray *said; /* CharterEvent, by this device */
  gint64 wall;
} Device;

typedef struct {
  GRand *rand;
  Device devices[MAX_DEVICES];
  guint n_devices;
} World;

static const char *
draw_session (World *world)
{
  static const char *const sessions[N_SESSIONS] = { "one", "two", "three" };

  return sessions[g_rand_int_range (world->rand, 0, N_SESSIONS)];
}

static const char *
draw_item (World *world)
{
  static const char *const items[N_ITEMS] = { "item-0", "item-1", "item-2" };

  return items[g_rand_int_range (world->rand, 0, N_ITEMS)];
}

/* An event of a kind that a device knows: its own, or one that came from another. Returns: (transfer full) (nullable)
 */
static CharterEvent *
draw_known (World *world, Device *device, CharterEventKind kind)
{
  g_autoptr (GPtrArray) events
    = charter_tables_load_events (charter_log_get_database (device->log), "WHERE kind = ? ORDER BY hlc, device, seq",
                                  (const char *[]){ charter_event_kind_name (kind), NULL }, NULL);

  if (events->len == 0)
    return NULL;
  return charter_event_ref (g_ptr_array_index (events, g_rand_int_range (world->rand, 0, events->len)));
}

static CharterEvent *
draw_answer (World *world, gint64 wall)
{
  guint position = g_rand_int_range (world->rand, 0, N_ITEMS);
  g_autofree char *item = g_strdup_printf ("item-%u", position);

  return make_answer (draw_session (world), position, item, g_rand_boolean (world->rand) ? 1 : 0, wall);
}

/* Cases have sessions of their own, in which the last move, or an earlier one, is made again now and then. */
static const char *
draw_case (World *world)
{
  static const char *const cases[] = { "case-one", "case-two" };

  return cases[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (cases))];
}

static CharterEvent *
draw_move (World *world, gint64 wall)
{
  static const char *const scenes[] = { "gate", "office", "yard" };
  static const char *const offered[] = { NULL, "one", "one two" };
  const char *offer = offered[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (offered))];

  return make_move (draw_case (world), g_rand_int_range (world->rand, 0, 3),
                    scenes[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (scenes))], offer,
                    offer != NULL && g_rand_boolean (world->rand) ? "one" : NULL, wall);
}

static CharterEvent *
draw_begun (World *world, gint64 wall)
{
  switch (g_rand_int_range (world->rand, 0, 4))
    {
    case 0:
      return make_begun (draw_session (world), N_ITEMS, wall);
    case 1:
      return make_form_begun (draw_session (world), N_ITEMS, wall);
    default:
      return make_case_begun (draw_case (world), wall);
    }
}

static CharterEvent *
draw_ended (World *world, gint64 wall)
{
  const char *session = g_rand_int_range (world->rand, 0, 4) > 0 ? draw_session (world) : draw_case (world);
  CharterEvent *ended = make_ended (session, g_rand_boolean (world->rand), wall);

  ended->pack = g_strdup ("pack");
  return ended;
}

/* Returns: (nullable) an undo of an answer, or of a delete or a reset */
static CharterEvent *
draw_undo (World *world, Device *device)
{
  static const CharterEventKind kinds[]
    = { CHARTER_EVENT_ANSWER, CHARTER_EVENT_MOVE, CHARTER_EVENT_DELETE, CHARTER_EVENT_RESET, CHARTER_EVENT_UNDO };
  CharterEventKind kind = kinds[g_rand_int_range (world->rand, 0, G_N_ELEMENTS (kinds))];
  g_autoptr (CharterEvent) known = draw_known (world, device, kind);

  if (known == NULL)
    return NULL;
  return kind == CHARTER_EVENT_ANSWER || kind == CHARTER_EVENT_MOVE
           ? make_undo (known, g_rand_boolean (world->rand), device->wall)
           : make_undo_of (known, device->wall);
}

static CharterEvent *
draw_grade (World *world, Device *device)
{
  g_autoptr (CharterEvent) known = draw_known (world, device, CHARTER_EVENT_ANSWER);

  return known != NULL ? make_grade (known, g_rand_int_range (world->rand, 1, 5), device->wall) : NULL;
}

static CharterEvent *
draw_setting (World *world, gint64 wall)
{
  static const char *const settings[][2]
    = { { "retention", "0.8" }, { "retention", "0.9" }, { "rollover", "0" }, { "exam-date", "2027-03-01" } };
  guint i = g_rand_int_range (world->rand, 0, G_N_ELEMENTS (settings));

  return make_setting (settings[i][0], settings[i][1], wall);
}

/* Few notes, so that devices change and remove one another's. */
static CharterEvent *
draw_note (World *world, gint64 wall)
{
  const char *item = draw_item (world);

  return make_note (draw_session (world), item, g_rand_int_range (world->rand, 0, 3) > 0 ? item : NULL, wall);
}

static CharterEvent *
draw_later_kind (gint64 wall)
{
  CharterEvent *event = charter_event_new (CHARTER_EVENT_OTHER, "one", wall);

  event->other = g_strdup ("of-a-later-release");
  event->payload = g_strdup ("{\"some\":[1,2.5,\"three\"]}");
  return event;
}

/* Now and then somebody has all forgotten. */
static CharterEvent *
draw_erase (World *world, gint64 wall)
{
  return g_rand_int_range (world->rand, 0, 8) == 0 ? charter_event_new (CHARTER_EVENT_ERASE, NULL, wall)
                                                   : draw_later_kind (wall);
}

static CharterEvent *
draw_event (World *world, Device *device)
{
  int n = g_rand_int_range (world->rand, 0, 100);
  gint64 wall = device->wall;

  if (n < 14)
    return draw_begun (world, wall);
  if (n < 42)
    return draw_answer (world, wall);
  if (n < 54)
    return draw_move (world, wall);
  if (n < 60)
    return draw_note (world, wall);
  if (n < 68)
    return draw_ended (world, wall);
  if (n < 78)
    return draw_undo (world, device);
  if (n < 84)
    return draw_grade (world, device);
  if (n < 88)
    return make_suspend (draw_item (world), g_rand_boolean (world->rand), wall);
  if (n < 91)
    return make_delete (g_rand_boolean (world->rand) ? draw_session (world) : draw_case (world), wall);
  if (n < 94)
    return make_reset (g_rand_boolean (world->rand) ? draw_item (world) : NULL, wall);
  return n < 98 ? draw_setting (world, wall) : draw_erase (world, wall);
}

/* Some of what a device has said goes to another: any part, once more, in any order. */
static GPtrArray *
draw_part (World *world, GPtrArray *from)
{
  GPtrArray *part = new_events ();

  for (guint i = 0; i < from->len; i++)
    if (g_rand_int_range (world->rand, 0, 3) > 0)
      g_ptr_array_insert (part, g_rand_int_range (world->rand, 0, part->len + 1),
                          charter_event_ref (g_ptr_array_index (from, i)));
  return part;
}

static void
live_a_moment (World *world)
{
  Device *device = &world->devices[g_rand_int_range (world->rand, 0, world->n_devices)];
  CharterEvent *event;

  if (g_rand_int_range (world->rand, 0, 6) == 0)
    {
      Device *other = &world->devices[g_rand_int_range (world->rand, 0, world->n_devices)];
      g_autoptr (GPtrArray) part = draw_part (world, other->said);
      g_autoptr (CharterMerged) weighed = charter_log_weigh (device->log, part, NULL);
      g_autoptr (CharterMerged) merged = merge (device->log, part);
      g_assert_cmpuint (merged->refused->len, ==, 0);
      g_assert_cmpuint (merged->n_new + merged->n_known + merged->n_erased, ==, part->len);
      g_assert_cmpuint (weighed->n_new, ==, merged->n_new);
      g_assert_cmpuint (weighed->n_erased, ==, merged->n_erased);
      g_assert_cmpint (weighed->erases, ==, merged->erases);
      return;
    }
  device->wall += (gint64)g_rand_int_range (world->rand, -5, 3000) * G_TIME_SPAN_MINUTE;
  event = draw_event (world, device);
  if (event != NULL)
    say (device->log, device->said, event);
}

static void
world_init (World *world, GRand *rand)
{
  *world = (World){ .rand = rand, .n_devices = g_rand_int_range (rand, 2, MAX_DEVICES + 1) };
  for (guint i = 0; i < world->n_devices; i++)
    world->devices[i]
      = (Device){ new_log (), new_events (), NOW + (gint64)g_rand_int_range (rand, -600, 600) * G_TIME_SPAN_MINUTE };
}

static void
world_clear (World *world)
{
  for (guint i = 0; i < world->n_devices; i++)
    {
      charter_log_free (world->devices[i].log);
      g_ptr_array_unref (world->devices[i].said);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static void
merge_all (World *world, CharterLog *log)
{
  for (guint i = 0; i < world->n_devices; i++)
    {
      g_autoptr (CharterMerged) merged = merge (log, world->devices[i].said);
      g_assert_cmpuint (merged->refused->len, ==, 0);
    }
}

/* The same, held back until the last part has come; the device goes on writing meanwhile, and is asked for no more. */
static CharterLog *
gather_in_one (World *world)
{
  CharterLog *log = new_log ();
  g_autoptr (GPtrArray) none = new_events ();
  g_autoptr (CharterMerged) last = NULL;

  for (guint i = 0; i < world->n_devices; i++)
    {
      g_autoptr (CharterMerged) merged = merge_part (log, world->devices[i].said, TRUE);
      g_assert_cmpuint (merged->refused->len, ==, 0);
      g_assert_cmpuint (count_rows (log, "item_state") + count_rows (log, "session_state"), ==, 0);
    }
  last = merge (log, none);
  return log;
}

/* A device that was not there: everything comes to it in parts of any size, any order, some twice. */
static CharterLog *
gather_anew (World *world)
{
  CharterLog *log = new_log ();

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (GPtrArray) part = draw_part (world, world->devices[i % world->n_devices].said);
      g_autoptr (CharterMerged) merged = merge (log, part);
      g_assert_cmpuint (merged->refused->len, ==, 0);
      assert_folded (log);
    }
  merge_all (world, log);
  return log;
}

static void
assert_same (CharterLog *log, const char *expected)
{
  g_autofree char *text = dump (log);

  assert_folded (log);
  g_assert_cmpstr (text, ==, expected);
}

static void
live_once (GRand *rand)
{
  g_auto (World) world = { 0 };
  g_autoptr (CharterLog) newcomer = NULL;
  g_autoptr (CharterLog) patient = NULL;
  g_autofree char *expected = NULL;
  guint n_moments = g_rand_int_range (rand, 10, 70);

  world_init (&world, rand);
  for (guint i = 0; i < n_moments; i++)
    live_a_moment (&world);
  for (guint i = 0; i < world.n_devices; i++)
    {
      assert_folded (world.devices[i].log);
      merge_all (&world, world.devices[i].log);
    }
  expected = dump (world.devices[0].log);
  newcomer = gather_anew (&world);
  for (guint i = 0; i < world.n_devices; i++)
    assert_same (world.devices[i].log, expected);
  assert_same (newcomer, expected);
  patient = gather_in_one (&world);
  assert_same (patient, expected);
}

static void
test_any_history (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < 200; i++)
    live_once (rand);
}

/* One thing at a time */

static void
test_undo_before_what_it_undoes (void)
{
  g_autoptr (CharterLog) here = new_log ();
  g_autoptr (CharterLog) there = new_log ();
  g_autoptr (GPtrArray) said = new_events ();
  g_autoptr (GPtrArray) late = new_events ();
  g_autoptr (CharterMerged) first = NULL;
  g_autoptr (CharterMerged) second = NULL;
  g_autofree char *expected = NULL;
  CharterEvent *answer;

  say (here, said, make_begun ("one", 2, NOW));
  answer = say (here, said, make_answer ("one", 0, "item-0", 1, NOW + 1));
  say (here, said, make_undo (answer, TRUE, NOW + 2));
  g_ptr_array_add (late, charter_event_ref (answer));
  g_ptr_array_remove (said, answer);
  first = merge (there, said);
  g_assert_cmpuint (first->n_new, ==, 2);
  assert_folded (there);
  second = merge (there, late);
  expected = dump (here);
  assert_same (there, expected);
}

static void
test_different_events_of_one_name (void)
{
  g_autoptr (CharterLog) here = new_log ();
  g_autoptr (CharterLog) there = new_log ();
  g_autoptr (GPtrArray) said = new_events ();
  g_autoptr (CharterMerged) first = NULL;
  g_autoptr (CharterMerged) second = NULL;
  CharterEvent *changed;

  say (here, said, make_begun ("one", 2, NOW));
  say (here, said, make_answer ("one", 0, "item-0", 1, NOW + 1));
  first = merge (there, said);
  changed = g_ptr_array_index (said, 1);
  g_free (changed->item);
  changed->item = g_strdup ("item-1");
  second = merge (there, said);
  g_assert_cmpuint (second->n_new, ==, 0);
  g_assert_cmpuint (second->n_known, ==, 1);
  g_assert_cmpuint (second->refused->len, ==, 1);
  assert_folded (there);
}

/* Where another device writes under this one's name, this one takes a new name. */
static void
test_doubled_device (void)
{
  g_autoptr (CharterLog) here = new_log ();
  g_autoptr (GPtrArray) said = new_events ();
  g_autoptr (GPtrArray) foreign = new_events ();
  g_autoptr (CharterMerged) merged = NULL;
  CharterEvent *own = say (here, said, make_begun ("one", 2, NOW));
  CharterEvent *double_ = make_begun ("two", 2, NOW + 5);
  CharterEvent *next;

  double_->device = g_strdup (own->device);
  double_->seq = own->seq;
  double_->hlc = own->hlc;
  g_ptr_array_add (foreign, double_);
  merged = merge (here, foreign);
  g_assert_cmpuint (merged->refused->len, ==, 1);
  next = say (here, said, make_answer ("one", 0, "item-0", 1, NOW + 9));
  g_assert_cmpstr (next->device, !=, own->device);
  g_assert_cmpint (next->seq, ==, 1);
  assert_folded (here);
}

/* What this device had said, lost with its file and brought back from others, is not said under the same number. */
static void
test_own_events_come_back (void)
{
  g_autoptr (CharterLog) here = new_log ();
  g_autoptr (GPtrArray) said = new_events ();
  CharterEvent *own = say (here, said, make_begun ("one", 2, NOW));
  g_autoptr (CharterLog) emptied = new_log_of (own->device);
  g_autoptr (CharterMerged) merged = NULL;
  CharterEvent *next;

  say (here, said, make_answer ("one", 0, "item-0", 1, NOW + 1));
  merged = merge (emptied, said);
  g_assert_cmpuint (merged->n_new, ==, 2);
  next = say (emptied, said, make_answer ("one", 1, "item-1", 1, NOW + 2));
  g_assert_cmpstr (next->device, ==, own->device);
  g_assert_cmpint (next->seq, ==, 3);
  assert_folded (emptied);
}

static void
test_senseless_stamps (void)
{
  static const struct {
    const char *device;
    gint64 seq, hlc, wall;
    int tz;
  } stamps[] = {
    { NULL, 1, 1, 0, 0 },
    { "short", 1, 1, 0, 0 },
    { "0123456789ABCDEF", 1, 1, 0, 0 },
    { "0123456789abcdef", 0, 1, 0, 0 },
    { "0123456789abcdef", 1, 0, 0, 0 },
    { "0123456789abcdef", 1, CHARTER_HLC_END, 0, 0 },
    { "0123456789abcdef", 1, 1, G_MAXINT64, 0 },
    { "0123456789abcdef", 1, 1, 0, 100000 },
  };
  g_autoptr (CharterLog) log = new_log ();
  g_autoptr (GPtrArray) events = new_events ();
  g_autoptr (CharterMerged) merged = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stamps); i++)
    {
      CharterEvent *event = make_begun ("one", 1, stamps[i].wall);
      event->device = g_strdup (stamps[i].device);
      event->seq = stamps[i].seq;
      event->hlc = stamps[i].hlc;
      event->tz = stamps[i].tz;
      g_ptr_array_add (events, event);
    }
  merged = merge (log, events);
  g_assert_cmpuint (merged->refused->len, ==, G_N_ELEMENTS (stamps));
  g_assert_cmpuint (merged->n_new, ==, 0);
}

/* Clocks */

static void
test_clock_goes_ahead_of_all_seen (void)
{
  g_autoptr (CharterLog) ahead = new_log ();
  g_autoptr (CharterLog) behind = new_log ();
  g_autoptr (GPtrArray) said = new_events ();
  g_autoptr (GPtrArray) answered = new_events ();
  g_autoptr (CharterMerged) merged = NULL;
  CharterEvent *seen = say (ahead, said, make_begun ("one", 2, NOW + G_TIME_SPAN_HOUR));
  CharterEvent *next;

  merged = merge (behind, said);
  next = say (behind, answered, make_answer ("one", 0, "item-0", 1, NOW));
  g_assert_cmpint (next->hlc, >, seen->hlc);
  assert_folded (behind);
}

/* A device whose clock was years ahead: all it said is taken and can be set anew, and afterwards the clocks of the
 * others still tell which of two was later, without having met. */
static void
test_stamp_from_years_ahead (void)
{
  const gint64 future = NOW + 50 * 365 * G_TIME_SPAN_DAY;
  g_autoptr (CharterLog) wrong = new_log ();
  g_autoptr (CharterLog) first = new_log ();
  g_autoptr (CharterLog) second = new_log ();
  g_autoptr (GPtrArray) odd = new_events ();
  g_autoptr (GPtrArray) said = new_events ();
  g_autoptr (CharterMerged) one = NULL;
  g_autoptr (CharterMerged) two = NULL;
  CharterEvent *monday, *tuesday;

  say (wrong, odd, make_setting ("exam-date", "2077-01-01", future));
  one = merge (first, odd);
  two = merge (second, odd);
  say (first, said, make_setting ("exam-date", "2027-01-01", NOW));
  g_assert_cmpstr (g_hash_table_lookup (charter_standing_get_settings (charter_log_get_standing (first)), "exam-date"),
                   ==, "2027-01-01");
  say (second, said, make_begun ("one", 3, NOW));
  for (guint i = 0; i < 50; i++)
    monday = say (first, said, make_answer ("one", 0, "item-0", 1, NOW + G_TIME_SPAN_DAY + i));
  tuesday = say (second, said, make_answer ("one", 1, "item-1", 1, NOW + 2 * G_TIME_SPAN_DAY));
  g_assert_cmpint (tuesday->hlc, >, monday->hlc);
  assert_folded (first);
  assert_folded (second);
}

static void
test_lead (void)
{
  const gint64 stamp = charter_hlc_next (0, NOW);

  g_assert_cmpint (charter_hlc_lead (0, stamp, NOW), ==, 0);
  g_assert_cmpint (charter_hlc_lead (0, stamp, NOW - G_TIME_SPAN_HOUR), ==, 0);
  g_assert_cmpint (charter_hlc_lead (0, stamp, NOW - 2 * G_TIME_SPAN_DAY), ==, 2 * G_TIME_SPAN_DAY);
  g_assert_cmpint (charter_hlc_lead (2 * G_TIME_SPAN_DAY, stamp, NOW - G_TIME_SPAN_DAY), ==, 2 * G_TIME_SPAN_DAY);
  g_assert_cmpint (charter_hlc_lead (2 * G_TIME_SPAN_DAY, stamp, NOW), ==, 0);
  g_assert_cmpint (charter_hlc_next (0, G_MAXINT64), <, CHARTER_HLC_END);
  g_assert_cmpint (charter_hlc_next (0, G_MININT64), ==, 1);
}

/* Lines */

static void
test_line_round_trip (void)
{
  g_autoptr (CharterLog) log = new_log ();
  g_autoptr (GPtrArray) said = new_events ();

  say (log, said, make_begun ("one \"ünï\" \n", 2, NOW));
  say (log, said, make_answer ("one", 0, "item-0", 1.0 / 3, NOW + 1));
  say (log, said, make_undo (g_ptr_array_index (said, 1), TRUE, NOW + 2));
  say (log, said, make_reset (NULL, NOW + 3));
  say (log, said, draw_later_kind (NOW + 4));
  for (guint i = 0; i < said->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const CharterEvent *event = g_ptr_array_index (said, i);
      g_autofree char *line = charter_event_to_line (event);
      g_autoptr (CharterEvent) read = charter_event_from_line (line, &error);
      g_autofree char *again = read != NULL ? charter_event_to_line (read) : NULL;
      g_assert_no_error (error);
      g_assert_null (strchr (line, '\n'));
      g_assert_true (charter_event_equal (event, read));
      g_assert_cmpstr (read->payload, ==, event->payload);
      g_assert_cmpstr (again, ==, line);
    }
}

static void
test_odd_lines (void)
{
  static const char *const lines[] = {
    "",
    "[]",
    "{}",
    "{\"kind\":5}",
    "{\"kind\":\"answer\"}",
    "{\"kind\":\"answer\",\"device\":\"0123456789abcdef\",\"seq\":1,\"hlc\":7,\"wall\":0,\"tz\":0,\"v\":1}",
    "{\"kind\":\"answer\",\"device\":\"0123456789abcdef\",\"seq\":[1],\"hlc\":\"0000000000000001\",\"wall\":0}",
    "{\"kind\":\"undo\",\"device\":\"0123456789abcdef\",\"seq\":1,\"hlc\":\"0000000000000001\",\"wall\":0,\"undo\":{"
    "\"device\":\"me\"}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (charter_event_from_line (lines[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

/* A file from anywhere can't lead the parser so deep that it crashes, nor hide how deep it leads. */
static void
test_deep_lines (void)
{
  static const char *const beginnings[] = { "", "{\"kind\":", "/*\"*/", "//\"\n", "#\"\n", "'\"'", "\"\\\"\"" };
  g_autofree char *deep = g_strnfill (1000000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *line = g_strconcat (beginnings[i], deep, NULL);
      g_autoptr (CharterEvent) event = charter_event_new (CHARTER_EVENT_NOTE, NULL, NOW);

      g_assert_null (charter_event_from_line (line, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      event->pack = g_strdup ("org.example");
      event->payload = g_steal_pointer (&line);
      g_assert_null (charter_note_from_event (event));
    }
}

/* Payloads of another's making are folded into nothing, or within bounds; never into an error. */
static void
test_odd_payloads (void)
{
  static const char *const payloads[] = {
    NULL,
    "",
    "[]",
    "{}",
    "{\"items\":[{},[],5,null],\"group\":[]}",
    "{\"position\":-1,\"points\":1e308,\"maximum\":1e308,\"ms\":9e99,\"offered\":[[],{}],\"shown\":7,\"move\":[]}",
    "{\"position\":0,\"points\":1e308,\"maximum\":-1e308,\"items\":\"none\",\"move\":{},\"finished\":\"yes\"}",
  };
  g_autoptr (CharterLog) log = new_log ();
  g_autoptr (GPtrArray) events = new_events ();
  g_autoptr (CharterMerged) merged = NULL;
  gint64 seq = 0;

  for (CharterEventKind kind = CHARTER_EVENT_OTHER; kind <= CHARTER_EVENT_NOTE; kind++)
    for (guint i = 0; i < 2 * G_N_ELEMENTS (payloads); i++)
      {
        CharterEvent *event = charter_event_new (kind, i % 3 > 0 ? "one" : NULL, NOW);
        event->device = g_strdup ("0123456789abcdef");
        event->seq = ++seq;
        event->hlc = 1000 + (seq * 7919) % 1000;
        event->pack = i % 2 == 0 ? g_strdup ("pack") : NULL;
        event->item = i % 5 > 0 ? g_strdup ("item-0") : NULL;
        event->key_hash = i % 7 > 0 ? g_strdup ("key") : NULL;
        event->payload = g_strdup (payloads[i / 2]);
        g_ptr_array_add (events, event);
      }
  merged = merge (log, events);
  g_assert_cmpuint (merged->n_new, ==, events->len);
  assert_folded (log);
}

/* In parts */

static CharterLog *
open_log (const Place *place)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = charter_database_open (g_file_peek_path (place->file), FALSE, NULL, NULL, &error);
  CharterLog *log = db != NULL ? charter_log_new (db, &error) : NULL;

  g_assert_no_error (error);
  return log;
}

static GPtrArray *
make_session (const char *session, gint64 wall)
{
  g_autoptr (CharterLog) log = new_log ();
  GPtrArray *said = new_events ();

  say (log, said, make_begun (session, N_ITEMS, wall));
  for (guint i = 0; i < N_ITEMS; i++)
    {
      g_autofree char *item = g_strdup_printf ("item-%u", i);
      say (log, said, make_answer (session, i, item, i % 2, wall + i * G_TIME_SPAN_MINUTE));
    }
  return said;
}

/* The program is killed between two parts: what came is there, and folded by whoever opens the log next; and when all
 * has come it is as if it had come at once. */
static void
test_killed_between_parts (void)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GPtrArray) first = make_session ("one", NOW + G_TIME_SPAN_DAY);
  g_autoptr (GPtrArray) second = make_session ("two", NOW);
  g_autoptr (CharterLog) at_once = new_log ();
  g_autofree char *expected = NULL;
  CharterLog *log;

  place_init (&place);
  log = open_log (&place);
  charter_merged_free (merge_part (log, first, TRUE));
  g_assert_cmpuint (count_rows (log, "event"), ==, first->len);
  g_assert_cmpuint (count_rows (log, "item_state"), ==, 0);
  charter_log_free (log);

  log = open_log (&place);
  g_assert_cmpuint (count_rows (log, "item_state"), ==, N_ITEMS);
  assert_folded (log);
  charter_merged_free (merge (log, first));
  charter_merged_free (merge (log, second));
  charter_merged_free (merge (at_once, second));
  charter_merged_free (merge (at_once, first));
  expected = dump (at_once);
  assert_same (log, expected);
  charter_log_free (log);
}

/* What somebody answers between two parts is safe, and counted with the last. */
static void
test_answer_between_parts (void)
{
  g_autoptr (GPtrArray) first = make_session ("one", NOW);
  g_autoptr (GPtrArray) none = new_events ();
  g_autoptr (GPtrArray) said = new_events ();
  g_autoptr (CharterLog) log = new_log ();
  g_autoptr (CharterMerged) last = NULL;

  say (log, said, make_begun ("mine", 1, NOW));
  charter_merged_free (merge_part (log, first, TRUE));
  say (log, said, make_answer ("mine", 0, "item-0", 1, NOW + G_TIME_SPAN_HOUR));
  say (log, said, make_answer ("one", 0, "item-0", 1, NOW + G_TIME_SPAN_HOUR)); /* changes what is not folded yet */
  g_assert_false (charter_log_is_folded (log));
  last = merge (log, none);
  g_assert_true (charter_log_is_folded (log));
  g_assert_cmpint (last->n_missing, ==, 0);
  assert_folded (log);
}

/* Stores */

static GPtrArray *
load_events (CharterStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  charter_store_load_events_async (store, NULL, keep_result, &result);
  return charter_store_load_events_finish (store, await_result (&result), NULL);
}

/* A session begun on one device, answered on both, and ended on the other: what is known by heart follows. */
static void
test_stores (void)
{
  g_autoptr (CharterStore) desk = charter_store_new_in_memory ();
  g_autoptr (CharterStore) lap = charter_store_new_in_memory ();
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (CharterMerged) there = NULL;
  g_autoptr (CharterMerged) here = NULL;

  commit (desk, make_begun ("one", 3, NOW));
  commit (desk, make_answer ("one", 0, "item-0", 1, NOW + 1));
  first = load_events (desk);
  there = merge_into (lap, first);
  g_assert_cmpuint (there->n_new, ==, 2);
  g_assert_cmpuint (charter_store_get_open_session (lap, "one")->n_answered, ==, 1);
  commit (desk, make_answer ("one", 1, "item-1", 1, NOW + 2));
  commit (lap, make_answer ("one", 2, "item-2", 1, NOW + 3));
  commit (lap, make_ended ("one", TRUE, NOW + 4));
  back = load_events (lap);
  here = merge_into (desk, back);
  g_assert_cmpuint (here->n_known, ==, 2);
  g_assert_cmpuint (here->n_new, ==, 2);
  g_assert_null (charter_store_get_open_session (desk, "one"));
  g_assert_nonnull (charter_store_get_group (desk, "pack", "group"));
  assert_verified (desk);
  assert_verified (lap);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge/any-history", test_any_history);
  g_test_add_func ("/merge/undo-before-what-it-undoes", test_undo_before_what_it_undoes);
  g_test_add_func ("/merge/different-events-of-one-name", test_different_events_of_one_name);
  g_test_add_func ("/merge/doubled-device", test_doubled_device);
  g_test_add_func ("/merge/own-events-come-back", test_own_events_come_back);
  g_test_add_func ("/merge/senseless-stamps", test_senseless_stamps);
  g_test_add_func ("/merge/clock-goes-ahead-of-all-seen", test_clock_goes_ahead_of_all_seen);
  g_test_add_func ("/merge/stamp-from-years-ahead", test_stamp_from_years_ahead);
  g_test_add_func ("/merge/lead", test_lead);
  g_test_add_func ("/merge/line-round-trip", test_line_round_trip);
  g_test_add_func ("/merge/odd-lines", test_odd_lines);
  g_test_add_func ("/merge/deep-lines", test_deep_lines);
  g_test_add_func ("/merge/odd-payloads", test_odd_payloads);
  g_test_add_func ("/merge/killed-between-parts", test_killed_between_parts);
  g_test_add_func ("/merge/answer-between-parts", test_answer_between_parts);
  g_test_add_func ("/merge/stores", test_stores);
  return g_test_run ();
}
