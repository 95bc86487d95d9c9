/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "charter-session.h"

typedef struct {
  CharterStand stand;
  CharterResponse *response; /* never NULL */
  CharterResponse *answer;   /* the one that is safe, or NULL */
  CharterResponse *noted;    /* the last complete choice that counts as one, or NULL */
  CharterResponse *first;    /* the first such, or NULL where there is none or nobody knows it any more */
  guint n_changes;
  gint64 time; /* without what runs now */
  gboolean flagged, hint_used, taken_back;
  CharterConfidence confidence;
  guint64 struck; /* a bit a part */
} Place;

struct _CharterSession {
  GObject parent_instance;
  char *id;
  CharterPath *path;
  CharterMood mood;
  CharterClock clock;
  Place *places;  /* one a step */
  guint64 *loose; /* a bit a step: whether more is to be kept of it than its answer */
  guint n_steps;
  guint position;
  guint n_sections;
  guint section; /* all before it are closed */
  gboolean in_break;
  gint64 break_left; /* at since */
  gboolean paused;
  gint64 limit;     /* or 0 */
  gint64 time_gone; /* that steps took which are no longer there */
  gint64 since;     /* ticks since which the current step's time, or a break's, is counted */
};

G_DEFINE_FINAL_TYPE (CharterSession, charter_session, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
charter_session_finalize (GObject *object)
{
  CharterSession *self = CHARTER_SESSION (object);

  for (guint i = 0; i < self->n_steps; i++)
    {
      charter_response_unref (self->places[i].response);
      g_clear_pointer (&self->places[i].answer, charter_response_unref);
      g_clear_pointer (&self->places[i].noted, charter_response_unref);
      g_clear_pointer (&self->places[i].first, charter_response_unref);
    }
  g_free (self->places);
  g_free (self->loose);
  g_clear_pointer (&self->path, charter_path_unref);
  g_free (self->id);
  G_OBJECT_CLASS (charter_session_parent_class)->finalize (object);
}

static void
charter_session_class_init (CharterSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_session_finalize;

  signals[CHANGED]
    = g_signal_new ("changed", CHARTER_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_session_init (CharterSession *self)
{
}

static void
tell_changed (CharterSession *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static Place *
get_place (CharterSession *self, guint position)
{
  return &self->places[position];
}

static Place *
get_current_place (CharterSession *self)
{
  return get_place (self, self->position);
}

static const CharterItem *
get_item (CharterSession *self, guint position)
{
  return charter_path_get_step (self->path, position)->item;
}

static gboolean
has_answer (CharterSession *self, guint position)
{
  CharterStand stand = get_place (self, position)->stand;

  return stand == CHARTER_STAND_ANSWERED || stand == CHARTER_STAND_LOCKED;
}

/* ---- sections ---- */

static guint
get_section_of (CharterSession *self, guint position)
{
  return charter_path_get_step (self->path, position)->section;
}

gboolean
charter_session_is_closed (CharterSession *self)
{
  return self->section >= self->n_sections;
}

/* Whether its steps can be worked on at all. */
static gboolean
is_running (CharterSession *self)
{
  return !self->in_break && !charter_session_is_closed (self);
}

/* Returns: how many steps it has; first is n_steps where it has none */
static guint
find_steps (CharterSession *self, guint section, guint *first)
{
  guint n = 0;

  *first = self->n_steps;
  for (guint i = 0; i < self->n_steps; i++)
    if (get_section_of (self, i) == section)
      {
        *first = MIN (*first, i);
        n++;
      }
  return n;
}

/* ---- what is to be kept ---- */

/* In study mood nothing of a step changes once its answer is safe, but for the flag. Exams are short. */
static gboolean
is_loose (CharterSession *self, guint position)
{
  const Place *place = get_place (self, position);
  gboolean settled = place->stand == CHARTER_STAND_UNSEEN || place->stand == CHARTER_STAND_ANSWERED;

  return self->mood == CHARTER_MOOD_EXAM || !settled || place->flagged;
}

static void
note_loose (CharterSession *self, guint position)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << position % 64;

  if (is_loose (self, position))
    self->loose[position / 64] |= bit;
  else
    self->loose[position / 64] &= ~bit;
}

gboolean
charter_session_find_loose (CharterSession *self, guint *position)
{
  g_return_val_if_fail (CHARTER_IS_SESSION (self), FALSE);

  for (guint i = *position; i < self->n_steps; i++)
    {
      guint64 rest = self->loose[i / 64] >> i % 64;
      if (rest & 1)
        {
          *position = i;
          return TRUE;
        }
      if (rest == 0)
        i |= 63;
    }
  return FALSE;
}

/* ---- time ---- */

/* An exam's answer can be thought over as long as the exam lasts. */
static gboolean
is_worked_on (CharterSession *self)
{
  CharterStand stand = get_current_place (self)->stand;

  return is_running (self)
         && (stand == CHARTER_STAND_OPEN || (stand == CHARTER_STAND_ANSWERED && self->mood == CHARTER_MOOD_EXAM));
}

static gint64
get_now (CharterSession *self)
{
  return self->clock.ticks (self->clock.data);
}

static gint64
get_elapsed (CharterSession *self, gint64 now)
{
  return self->paused ? 0 : MAX (now - self->since, 0);
}

/* What a break lasts too long is the step's that waits. */
static gint64
get_running_time (CharterSession *self, gint64 now)
{
  if (self->in_break)
    return MAX (get_elapsed (self, now) - self->break_left, 0);
  return is_worked_on (self) ? get_elapsed (self, now) : 0;
}

/* Before anything changes that decides whose time it is, or whether it runs. */
static void
count_time (CharterSession *self)
{
  gint64 now = get_now (self);

  get_current_place (self)->time += get_running_time (self, now);
  self->break_left = MAX (self->break_left - get_elapsed (self, now), 0);
  self->since = now;
}

static void
set_stand (CharterSession *self, guint position, CharterStand stand)
{
  count_time (self);
  get_place (self, position)->stand = stand;
  note_loose (self, position);
}

/* ---- making ---- */

CharterSession *
charter_session_new (const char *id, CharterPath *path, CharterMood mood, CharterClock clock)
{
  CharterSession *self;

  g_return_val_if_fail (id != NULL && path != NULL && charter_path_get_n_steps (path) > 0, NULL);

  self = g_object_new (CHARTER_TYPE_SESSION, NULL);
  self->id = g_strdup (id);
  self->path = charter_path_ref (path);
  self->mood = mood;
  self->clock = clock;
  self->n_steps = charter_path_get_n_steps (path);
  self->places = g_new0 (Place, self->n_steps);
  self->loose = g_new0 (guint64, self->n_steps / 64 + 1);
  for (guint i = 0; i < self->n_steps; i++)
    note_loose (self, i);
  for (guint i = 0; i < self->n_steps; i++)
    self->places[i].response = charter_response_new_empty (charter_item_kind_response_shape (get_item (self, i)->kind));
  self->n_sections = MAX (charter_path_get_n_sections (path), 1);
  self->section = get_section_of (self, 0);
  set_stand (self, 0, CHARTER_STAND_OPEN);
  return self;
}

const char *
charter_session_get_id (CharterSession *self)
{
  return self->id;
}

CharterPath *
charter_session_get_path (CharterSession *self)
{
  return self->path;
}

CharterMood
charter_session_get_mood (CharterSession *self)
{
  return self->mood;
}

guint
charter_session_get_n_steps (CharterSession *self)
{
  return self->n_steps;
}

guint
charter_session_get_position (CharterSession *self)
{
  return self->position;
}

const CharterStep *
charter_session_get_current (CharterSession *self)
{
  return charter_path_get_step (self->path, self->position);
}

/* ---- choosing ---- */

static gboolean
is_typed (const CharterResponse *response)
{
  return charter_response_get_shape (response) == CHARTER_RESPONSE_TYPED;
}

/* Counts a change where one complete choice stands in the place of another. */
static void
note_choice (CharterSession *self, guint position)
{
  Place *place = get_place (self, position);

  if (!charter_response_is_complete (place->response, get_item (self, position)))
    return;
  if (place->noted != NULL && charter_response_equal (place->noted, place->response))
    return;
  place->n_changes += place->noted != NULL;
  if (place->n_changes == 0)
    place->first = charter_response_ref (place->response);
  g_clear_pointer (&place->noted, charter_response_unref);
  place->noted = charter_response_ref (place->response);
}

static void
put_response (Place *place, CharterResponse *response)
{
  charter_response_ref (response);
  charter_response_unref (place->response);
  place->response = response;
}

static gboolean
can_choose (CharterSession *self)
{
  CharterStand stand = get_current_place (self)->stand;

  if (!is_running (self))
    return FALSE;
  if (stand == CHARTER_STAND_ANSWERED)
    return self->mood == CHARTER_MOOD_EXAM;
  return stand != CHARTER_STAND_LOCKED;
}

/* What is chosen is not struck out. */
static void
clear_chosen (CharterSession *self, guint position)
{
  Place *place = get_place (self, position);
  const CharterItem *item = get_item (self, position);

  for (guint i = 0; i < MIN (item->n_parts, 64) && place->struck != 0; i++)
    if (charter_response_contains (place->response, item->parts[i].id))
      place->struck &= ~(G_GUINT64_CONSTANT (1) << i);
}

void
charter_session_set_struck (CharterSession *self, guint position, guint64 parts)
{
  g_return_if_fail (position < self->n_steps);

  get_place (self, position)->struck = parts;
  clear_chosen (self, position);
  tell_changed (self);
}

guint64
charter_session_get_struck (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return get_place (self, position)->struck;
}

void
charter_session_set_response (CharterSession *self, CharterResponse *response)
{
  Place *place = get_current_place (self);

  g_return_if_fail (charter_response_get_shape (response) == charter_response_get_shape (place->response));

  if (!can_choose (self) || charter_response_equal (place->response, response))
    return;
  set_stand (self, self->position, CHARTER_STAND_OPEN);
  put_response (place, response);
  clear_chosen (self, self->position);
  if (!is_typed (response))
    note_choice (self, self->position);
  tell_changed (self);
}

CharterResponse *
charter_session_get_response (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return get_place (self, position)->response;
}

CharterResponse *
charter_session_get_answer (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return get_place (self, position)->answer;
}

CharterStand
charter_session_get_stand (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, CHARTER_STAND_UNSEEN);

  return get_place (self, position)->stand;
}

void
charter_session_set_flagged (CharterSession *self, guint position, gboolean flagged)
{
  g_return_if_fail (position < self->n_steps);

  if (get_place (self, position)->flagged == !!flagged)
    return;
  get_place (self, position)->flagged = !!flagged;
  note_loose (self, position);
  tell_changed (self);
}

gboolean
charter_session_get_flagged (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, FALSE);

  return get_place (self, position)->flagged;
}

/* Once an answer is given, a hint no longer helps it. */
void
charter_session_use_hint (CharterSession *self)
{
  Place *place = get_current_place (self);

  if (place->hint_used || has_answer (self, self->position) || !is_running (self))
    return;
  place->hint_used = TRUE;
  tell_changed (self);
}

gboolean
charter_session_get_hint_used (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, FALSE);

  return get_place (self, position)->hint_used;
}

/* What was said before the answer stays what was said. */
void
charter_session_set_confidence (CharterSession *self, CharterConfidence confidence)
{
  CharterStand stand = charter_session_get_stand (self, self->position);
  Place *place = get_current_place (self);

  if (place->confidence == confidence || stand == CHARTER_STAND_LOCKED || !is_running (self)
      || (stand == CHARTER_STAND_ANSWERED && self->mood == CHARTER_MOOD_STUDY))
    return;
  place->confidence = confidence;
  if (stand == CHARTER_STAND_ANSWERED)
    set_stand (self, self->position, CHARTER_STAND_OPEN);
  tell_changed (self);
}

CharterConfidence
charter_session_get_confidence (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, CHARTER_CONFIDENCE_NONE);

  return get_place (self, position)->confidence;
}

void
charter_session_restore_confidence (CharterSession *self, guint position, CharterConfidence confidence)
{
  g_return_if_fail (position < self->n_steps);

  get_place (self, position)->confidence = confidence;
}

guint
charter_session_get_n_changes (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return get_place (self, position)->n_changes;
}

CharterResponse *
charter_session_get_first_choice (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, NULL);

  return get_place (self, position)->first;
}

void
charter_session_restore_first_choice (CharterSession *self, guint position, CharterResponse *first)
{
  Place *place;

  g_return_if_fail (position < self->n_steps);

  place = get_place (self, position);
  charter_response_ref (first);
  g_clear_pointer (&place->first, charter_response_unref);
  place->first = first;
}

gint64
charter_session_get_time (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, 0);

  return get_place (self, position)->time + (position == self->position ? get_running_time (self, get_now (self)) : 0);
}

gint64
charter_session_get_time_spent (CharterSession *self)
{
  gint64 time = self->time_gone + get_running_time (self, get_now (self));

  for (guint i = 0; i < self->n_steps; i++)
    time += get_place (self, i)->time;
  return time;
}

void
charter_session_set_limit (CharterSession *self, gint64 limit)
{
  self->limit = MAX (limit, 0);
}

gint64
charter_session_get_limit (CharterSession *self)
{
  return self->limit;
}

gint64
charter_session_get_time_left (CharterSession *self)
{
  if (self->limit == 0)
    return G_MAXINT64;
  return MAX (self->limit - charter_session_get_time_spent (self), 0);
}

void
charter_session_set_paused (CharterSession *self, gboolean paused)
{
  if (self->paused == !!paused)
    return;
  count_time (self);
  self->paused = !!paused;
  tell_changed (self);
}

/* ---- moving ---- */

static void
see_current (CharterSession *self)
{
  Place *place = get_current_place (self);

  if (place->stand == CHARTER_STAND_UNSEEN || place->stand == CHARTER_STAND_SKIPPED)
    place->stand = CHARTER_STAND_OPEN;
  note_loose (self, self->position);
}

gboolean
charter_session_can_go_to (CharterSession *self, guint position)
{
  return position < self->n_steps && is_running (self) && get_section_of (self, position) == self->section;
}

void
charter_session_go_to (CharterSession *self, guint position)
{
  g_return_if_fail (position < self->n_steps);

  if (!charter_session_can_go_to (self, position))
    return;
  note_choice (self, self->position);
  count_time (self);
  self->position = position;
  see_current (self);
  tell_changed (self);
}

gboolean
charter_session_next (CharterSession *self)
{
  for (guint i = 1; i <= self->n_steps && is_running (self); i++)
    {
      guint position = (self->position + i) % self->n_steps;

      if (get_section_of (self, position) == self->section && !has_answer (self, position))
        {
          charter_session_go_to (self, position);
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
charter_session_skip (CharterSession *self)
{
  if (!has_answer (self, self->position) && is_running (self))
    set_stand (self, self->position, CHARTER_STAND_SKIPPED);
  return charter_session_next (self);
}

guint
charter_session_get_n_sections (CharterSession *self)
{
  return self->n_sections;
}

guint
charter_session_get_section (CharterSession *self)
{
  return self->section;
}

static gint64
get_break_after (CharterSession *self, guint section)
{
  if (section >= charter_path_get_n_sections (self->path))
    return 0;
  return charter_path_get_section (self->path, section)->break_minutes * G_TIME_SPAN_MINUTE;
}

/* The first section from there on that has steps, and its first step. Where there is none, the cursor stays. */
static void
move_to_section (CharterSession *self, guint section)
{
  guint first = self->n_steps;

  while (section < self->n_sections && find_steps (self, section, &first) == 0)
    section++;
  self->section = MIN (section, self->n_sections);
  if (first < self->n_steps)
    self->position = first;
}

gboolean
charter_session_close_section (CharterSession *self)
{
  gint64 after = get_break_after (self, self->section);

  if (!is_running (self))
    return !charter_session_is_closed (self);
  note_choice (self, self->position);
  count_time (self);
  move_to_section (self, self->section + 1);
  self->in_break = after > 0 && !charter_session_is_closed (self);
  self->break_left = self->in_break ? after : 0;
  if (is_running (self))
    see_current (self);
  tell_changed (self);
  return !charter_session_is_closed (self);
}

gboolean
charter_session_is_in_break (CharterSession *self)
{
  return self->in_break;
}

gint64
charter_session_get_break_left (CharterSession *self)
{
  return self->in_break ? MAX (self->break_left - get_elapsed (self, get_now (self)), 0) : 0;
}

void
charter_session_end_break (CharterSession *self)
{
  if (!self->in_break)
    return;
  count_time (self);
  self->in_break = FALSE;
  see_current (self);
  tell_changed (self);
}

gboolean
charter_session_is_finished (CharterSession *self)
{
  for (guint i = 0; i < self->n_steps; i++)
    if (self->places[i].stand != CHARTER_STAND_ANSWERED)
      return FALSE;
  return TRUE;
}

/* ---- what study does ---- */

static void
keep_answer (Place *place)
{
  g_clear_pointer (&place->answer, charter_response_unref);
  place->answer = charter_response_ref (place->response);
}

gboolean
charter_session_lock (CharterSession *self)
{
  Place *place = get_current_place (self);

  if (has_answer (self, self->position) || !is_running (self)
      || !charter_response_is_complete (place->response, get_item (self, self->position)))
    return FALSE;
  note_choice (self, self->position);
  set_stand (self, self->position, CHARTER_STAND_LOCKED);
  tell_changed (self);
  return TRUE;
}

void
charter_session_settle (CharterSession *self, guint position, gboolean safe)
{
  g_return_if_fail (position < self->n_steps);

  if (get_place (self, position)->stand != CHARTER_STAND_LOCKED)
    return;
  set_stand (self, position, safe ? CHARTER_STAND_ANSWERED : CHARTER_STAND_OPEN);
  if (safe)
    keep_answer (get_place (self, position));
  tell_changed (self);
}

void
charter_session_take_back (CharterSession *self, guint position)
{
  Place *place;

  g_return_if_fail (position < self->n_steps);

  place = get_place (self, position);
  if (place->answer == NULL || place->stand == CHARTER_STAND_LOCKED || get_section_of (self, position) < self->section)
    return;
  set_stand (self, position, CHARTER_STAND_OPEN);
  g_clear_pointer (&place->answer, charter_response_unref);
  place->taken_back = self->mood == CHARTER_MOOD_STUDY;
  tell_changed (self);
}

gboolean
charter_session_get_taken_back (CharterSession *self, guint position)
{
  g_return_val_if_fail (position < self->n_steps, FALSE);

  return get_place (self, position)->taken_back;
}

void
charter_session_set_taken_back (CharterSession *self, guint position, gboolean taken_back)
{
  g_return_if_fail (position < self->n_steps);

  if (get_place (self, position)->taken_back == !!taken_back)
    return;
  get_place (self, position)->taken_back = !!taken_back;
  tell_changed (self);
}

void
charter_session_restore_section (CharterSession *self, guint section, gint64 break_left)
{
  count_time (self);
  if (get_current_place (self)->stand == CHARTER_STAND_OPEN)
    get_current_place (self)->stand = CHARTER_STAND_UNSEEN; /* nobody knows that yet */
  move_to_section (self, section);
  self->in_break = break_left > 0 && !charter_session_is_closed (self);
  self->break_left = self->in_break ? break_left : 0;
  if (is_running (self))
    see_current (self);
  tell_changed (self);
}

void
charter_session_restore_time_spent (CharterSession *self, gint64 time)
{
  self->time_gone = 0;
  self->time_gone = MAX (time - charter_session_get_time_spent (self), 0);
}

/* Nothing is being made safe in a session that was put back, and the current step has been seen. */
static CharterStand
restored_stand (CharterSession *self, guint position, CharterStand stand)
{
  if (stand == CHARTER_STAND_LOCKED)
    return CHARTER_STAND_OPEN;
  if (position == self->position && stand == CHARTER_STAND_UNSEEN && is_running (self))
    return CHARTER_STAND_OPEN;
  return stand;
}

void
charter_session_restore (CharterSession *self,
                         guint position,
                         CharterStand stand,
                         CharterResponse *response,
                         gint64 time,
                         gboolean flagged,
                         gboolean hint_used,
                         guint n_changes)
{
  Place *place;

  g_return_if_fail (position < self->n_steps);

  place = get_place (self, position);
  g_return_if_fail (charter_response_get_shape (response) == charter_response_get_shape (place->response));

  set_stand (self, position, restored_stand (self, position, stand));
  put_response (place, response);
  g_clear_pointer (&place->noted, charter_response_unref);
  g_clear_pointer (&place->first, charter_response_unref);
  place->n_changes = 0;
  note_choice (self, position);
  if (n_changes > 0)
    g_clear_pointer (&place->first, charter_response_unref);
  if (stand == CHARTER_STAND_ANSWERED)
    keep_answer (place);
  place->time = MAX (time, 0);
  place->flagged = !!flagged;
  place->hint_used = !!hint_used;
  place->n_changes = n_changes;
  note_loose (self, position);
  tell_changed (self);
}
