/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The events that study hands to the store: what happened, in ids and figures. */
#include "charter-study-private.h"

static const char *
mood_name (CharterMood mood)
{
  return mood == CHARTER_MOOD_EXAM ? "exam" : "study";
}

CharterMood
charter_study_mood_from_name (const char *name)
{
  return g_strcmp0 (name, "exam") == 0 ? CHARTER_MOOD_EXAM : CHARTER_MOOD_STUDY;
}

static const char *
rule_name (CharterScoringRule rule)
{
  return rule == CHARTER_SCORING_PARTIAL ? "partial" : "exact";
}

static int
minutes_east (gint64 wall)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, wall / G_TIME_SPAN_SECOND);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) / 60 : 0;
}

CharterEvent *
charter_study_make_event (CharterStudy *self, CharterEventKind kind, const char *session_id, const char *pack_id)
{
  CharterEvent *event = charter_event_new (kind, session_id, self->clock.wall (self->clock.data));

  event->tz = minutes_east (event->wall);
  event->pack = g_strdup (pack_id);
  return event;
}

/* What is about the whole session is the exam's or scenario's pack's; what is about an item, its own pack's. */
static CharterEvent *
make_event (CharterStudy *self, CharterEventKind kind, CharterSession *session)
{
  return charter_study_make_event (self, kind, charter_session_get_id (session),
                                   charter_path_get_pack (charter_session_get_path (session))->id);
}

static char *
dup_item (CharterPath *path, const CharterStep *step)
{
  if (step->pack == charter_path_get_pack (path))
    return g_strdup (step->item->id);
  return g_strdup_printf ("%s#%s", step->pack->id, step->item->id);
}

static char **
dup_items (CharterPath *path)
{
  g_autoptr (GStrvBuilder) items = g_strv_builder_new ();

  for (guint i = 0; i < charter_path_get_n_steps (path); i++)
    {
      g_autofree char *item = dup_item (path, charter_path_get_step (path, i));

      g_strv_builder_add (items, item);
    }
  return g_strv_builder_end (items);
}

static void
put_sections (CharterBeginning *beginning, CharterPath *path)
{
  beginning->n_sections = charter_path_get_n_sections (path);
  beginning->sections = g_new0 (CharterBeginningSection, beginning->n_sections);
  for (guint i = 0; i < beginning->n_sections; i++)
    {
      const CharterPaperSection *section = charter_path_get_section (path, i);

      beginning->sections[i] = (CharterBeginningSection){ section->n_items, section->break_minutes };
    }
}

static void
put_unscored (CharterBeginning *beginning, CharterPath *path)
{
  guint n_steps = charter_path_get_n_steps (path);

  beginning->unscored = g_new0 (guint, n_steps);
  for (guint i = 0; i < n_steps; i++)
    if (charter_path_get_step (path, i)->unscored)
      beginning->unscored[beginning->n_unscored++] = i;
}

gboolean
charter_study_is_built_name (const char *group_id)
{
  return g_strcmp0 (group_id, CHARTER_STUDY_BUILT) == 0 || charter_study_is_review_name (group_id);
}

gboolean
charter_study_is_review_name (const char *group_id)
{
  return g_strcmp0 (group_id, CHARTER_STUDY_REVIEW) == 0;
}

/* A session on chosen items alone goes by the first of them: the sorting of a comparison by the comparison. */
static const char *
group_name (CharterPath *path, const char *group_id)
{
  return group_id != NULL ? group_id : charter_path_get_step (path, 0)->item->id;
}

/* Whether a paper asks less than its group could. */
static gboolean
is_part (CharterPath *path)
{
  const CharterGroup *group = charter_path_get_group (path);

  return group != NULL && charter_path_get_n_steps (path) < charter_group_count_open (group);
}

CharterEvent *
charter_study_make_begun (CharterStudy *self, CharterSession *session, const char *group_id, guint64 drawn)
{
  CharterPath *path = charter_session_get_path (session);
  CharterEvent *event = make_event (self, CHARTER_EVENT_SESSION_BEGUN, session);
  g_auto (CharterBeginning) beginning = {
    .group = g_strdup (group_name (path, group_id)),
    .release = g_strdup (charter_path_get_pack (path)->release),
    .items = dup_items (path),
    .part = charter_study_is_built_name (group_id) || is_part (path),
    .seed = charter_path_get_seed (path),
    .drawn = drawn,
    .mood = g_strdup (mood_name (charter_session_get_mood (session))),
    .limit = charter_session_get_limit (session) / 1000,
    .form = charter_path_is_form (path),
  };

  put_sections (&beginning, path);
  put_unscored (&beginning, path);
  event->payload = charter_beginning_to_json (&beginning);
  return event;
}

/* Where the choice was never changed, the answer itself says what it was. */
static char *
dup_first (CharterSession *session, guint position)
{
  CharterResponse *first = charter_session_get_first_choice (session, position);

  return first != NULL && charter_session_get_n_changes (session, position) > 0 ? charter_response_to_string (first)
                                                                                : NULL;
}

static char **
dup_parts (const CharterStep *step)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < step->item->n_parts; i++)
    g_strv_builder_add (ids, step->item->parts[step->part_order[i]].id);
  return g_strv_builder_end (ids);
}

static char **
dup_slots (const CharterStep *step)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < step->item->n_slots; i++)
    g_strv_builder_add (ids, step->item->slots[step->slot_order[i]].id);
  return g_strv_builder_end (ids);
}

/* A learner's grade can change it later. */
static CharterGrade
find_grade (CharterSession *session, guint position, const CharterScore *score)
{
  double share = score->correct ? 1 : score->maximum > 0 ? score->points / score->maximum : 0;

  return charter_grade_find_rule (share, charter_session_get_confidence (session, position),
                                  charter_session_get_hint_used (session, position))
    ->grade;
}

/* What is known of the current step, as it is now: a changed pack changes nothing of it. */
CharterEvent *
charter_study_make_answer (CharterStudy *self, CharterSession *session, const CharterScore *score)
{
  guint position = charter_session_get_position (session);
  const CharterStep *step = charter_session_get_current (session);
  CharterEvent *event
    = charter_study_make_event (self, CHARTER_EVENT_ANSWER, charter_session_get_id (session), step->pack->id);
  const CharterResponse *response = charter_session_get_response (session, position);
  g_autofree const char **offered = charter_scoring_list_offered_misconceptions (step->item);
  g_autofree const char **shown = charter_scoring_list_misconceptions (step->item, response, step->seed);
  g_auto (CharterAnswer) answer = {
    .position = charter_track_get (session)->steps[position].origin,
    .response = charter_response_to_string (response),
    .parts = dup_parts (step),
    .slots = dup_slots (step),
    .seed = step->seed,
    .points = score->points,
    .maximum = score->maximum,
    .correct = score->correct,
    .rule = g_strdup (rule_name (step->item->scoring)),
    .time = charter_session_get_time (session, position) / 1000,
    .hint_used = charter_session_get_hint_used (session, position),
    .n_changes = charter_session_get_n_changes (session, position),
    .first = dup_first (session, position),
    .grade = find_grade (session, position, score),
    .confidence = charter_session_get_confidence (session, position),
    .offered = g_strdupv ((char **)offered),
    .shown = g_strdupv ((char **)shown),
  };

  event->item = g_strdup (step->item->id);
  event->key_hash = charter_item_dup_key_hash (step->item);
  event->payload = charter_answer_to_json (&answer);
  return event;
}

CharterEvent *
charter_study_make_undo (CharterStudy *self, CharterSession *session, const CharterEvent *answer)
{
  CharterEvent *event
    = charter_study_make_event (self, CHARTER_EVENT_UNDO, charter_session_get_id (session), answer->pack);

  event->item = g_strdup (answer->item);
  event->key_hash = g_strdup (answer->key_hash);
  event->undo_device = g_strdup (answer->device);
  event->undo_seq = answer->seq;
  event->payload = charter_undo_to_json (charter_session_get_mood (session) == CHARTER_MOOD_STUDY);
  return event;
}

static double
add_up_maximum (CharterPath *path)
{
  double maximum = 0;

  for (guint i = 0; i < charter_path_get_n_steps (path); i++)
    {
      const CharterStep *step = charter_path_get_step (path, i);

      maximum += step->unscored ? 0 : step->item->points;
    }
  return maximum;
}

CharterEvent *
charter_study_make_ended (CharterStudy *self, CharterSession *session, gboolean handed_in)
{
  CharterEvent *event = make_event (self, CHARTER_EVENT_SESSION_ENDED, session);
  CharterEnding ending = { .finished = handed_in || charter_session_is_finished (session) };

  if (charter_session_get_mood (session) == CHARTER_MOOD_EXAM)
    ending.maximum = add_up_maximum (charter_session_get_path (session));
  event->payload = charter_ending_to_json (&ending);
  return event;
}
