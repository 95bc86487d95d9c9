/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-item-fold.h"

#include "charter-payload.h"

/* An answer that stands. */
typedef struct {
  const CharterEvent *event;
  CharterAnswer answer;
  gboolean spoilt; /* given after an earlier one of the same session was taken back, its feedback seen */
} Given;

/* The answers that stand, on the way through all that was said. */
typedef struct {
  CharterItemRecord *record;
  GArray *answers;    /* Given */
  GHashTable *spoilt; /* sessions in which an answer was taken back after its feedback was seen; the events own them */
} Gathering;

gboolean
charter_event_is_about_item (const CharterEvent *event)
{
  switch (event->kind)
    {
    case CHARTER_EVENT_ANSWER:
    case CHARTER_EVENT_UNDO:
    case CHARTER_EVENT_GRADE:
    case CHARTER_EVENT_SUSPEND:
      return event->pack != NULL && event->item != NULL && event->key_hash != NULL;
    case CHARTER_EVENT_OTHER:
    case CHARTER_EVENT_SESSION_BEGUN:
    case CHARTER_EVENT_SESSION_ENDED:
    case CHARTER_EVENT_MOVE:
    case CHARTER_EVENT_RESET:
    case CHARTER_EVENT_DELETE:
    case CHARTER_EVENT_SETTING:
    case CHARTER_EVENT_NOTE:
    case CHARTER_EVENT_ERASE:
    case CHARTER_EVENT_ERASED:
    default:
      return FALSE;
    }
}

static gboolean
given_init (Given *given, const CharterEvent *event)
{
  *given = (Given){ .event = event };
  return charter_answer_from_json (&given->answer, event->payload);
}

static void
given_clear (gpointer data)
{
  charter_answer_clear (&((Given *)data)->answer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, given_clear)

static void
add_attempt (CharterItemRecord *record, const Given *given)
{
  const CharterAnswer *answer = &given->answer;
  CharterAttempt attempt = { answer->points, answer->maximum, answer->correct, given->event->wall, answer->time };

  if (record->n_attempts == 0 && !record->spoilt)
    {
      record->first = attempt;
      record->has_first = TRUE;
    }
  record->n_attempts++;
  record->n_right += attempt.correct ? 1 : 0;
  record->time += attempt.time;
  record->last = attempt;
  g_free (record->last_session);
  record->last_session = g_strdup (given->event->session);
}

/* Answers from before there were grades are known or not. */
static CharterGrade
get_grade (const CharterAnswer *answer)
{
  if (answer->grade != 0)
    return (CharterGrade)answer->grade;
  return answer->correct ? CHARTER_GRADE_GOOD : CHARTER_GRADE_AGAIN;
}

/* Drawn from what every device knows, so that all come to the same day. */
static double
draw (const CharterItemRecord *record)
{
  guint32 hash = g_str_hash (record->item) * 2654435761U + record->n_reviews * 40503U;

  hash ^= hash >> 16;
  return (hash * 2246822519U >> 8) / 16777216.0;
}

static int
find_due_day (const CharterItemRecord *record, int elapsed, const CharterScheme *scheme)
{
  guint interval;

  if (record->last_grade == CHARTER_GRADE_AGAIN)
    return record->last_day;
  interval = charter_fsrs_get_interval (&scheme->weights, record->memory, scheme->retention, scheme->longest);
  return record->last_day + (int)charter_fsrs_fuzz (interval, elapsed, scheme->longest, draw (record));
}

static void
put_review (CharterItemRecord *record, int day, CharterGrade grade, const CharterScheme *scheme)
{
  int elapsed = record->n_reviews > 0 ? MAX (day - record->last_day, 0) : 0;

  if (record->n_reviews > 0 && record->last_grade != CHARTER_GRADE_AGAIN && grade == CHARTER_GRADE_AGAIN)
    record->n_lapses++;
  record->memory = charter_fsrs_review (&scheme->weights, record->memory, elapsed, grade);
  record->n_reviews++;
  record->last_grade = grade;
  record->last_day = day;
  record->due_day = find_due_day (record, elapsed, scheme);
}

static void
add_review (CharterItemRecord *record, const Given *given, const CharterScheme *scheme)
{
  int day = charter_scheme_get_day (scheme, given->event->wall, given->event->tz);

  if (!given->spoilt)
    put_review (record, day, get_grade (&given->answer), scheme);
}

static void
add_slips (CharterItemRecord *record, const Given *given)
{
  const char *const *shown = (const char *const *)given->answer.shown;

  for (guint i = 0; given->answer.offered != NULL && given->answer.offered[i] != NULL; i++)
    charter_slip_add (charter_item_record_get_slip (record, given->answer.offered[i]),
                      shown != NULL && g_strv_contains (shown, given->answer.offered[i]), given->event->wall);
}

static void
add_given (CharterItemRecord *record, const Given *given, const CharterScheme *scheme)
{
  add_attempt (record, given);
  add_review (record, given, scheme);
  add_slips (record, given);
}

static void
add_answer (CharterItemRecord *record, const CharterEvent *event, const CharterScheme *scheme)
{
  g_auto (Given) given = { 0 };

  if (given_init (&given, event))
    add_given (record, &given, scheme);
}

gboolean
charter_item_record_add (CharterItemRecord *record,
                         const CharterEvent *event,
                         gboolean answered,
                         const CharterScheme *scheme)
{
  if (event->kind == CHARTER_EVENT_ANSWER && !answered)
    add_answer (record, event, scheme);
  else if (event->kind == CHARTER_EVENT_SUSPEND)
    record->suspended = charter_suspend_from_json (event->payload);
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_meant (const Given *given, const CharterEvent *event)
{
  return given->event->seq == event->undo_seq && g_strcmp0 (given->event->device, event->undo_device) == 0;
}

/* Takes the answer away that an undo names; where its feedback was seen, what is answered again in its session is
 * neither a first attempt nor a review. */
static void
take_back (Gathering *gathering, const CharterEvent *undo)
{
  CharterItemRecord *record = gathering->record;

  for (guint i = 0; i < gathering->answers->len; i++)
    {
      if (!is_meant (&g_array_index (gathering->answers, Given, i), undo))
        continue;
      g_array_remove_index (gathering->answers, i);
      if (!charter_undo_from_json (undo->payload))
        return;
      record->spoilt = record->spoilt || i == 0;
      g_free (record->spoilt_session);
      record->spoilt_session = g_strdup (undo->session);
      if (undo->session != NULL)
        g_hash_table_add (gathering->spoilt, undo->session);
      return;
    }
}

/* Whatever was answered in other sessions meanwhile. */
static void
remove_of_session (GArray *answers, const char *session)
{
  for (guint i = answers->len; session != NULL && i > 0; i--)
    if (g_strcmp0 (g_array_index (answers, Given, i - 1).event->session, session) == 0)
      {
        g_array_remove_index (answers, i - 1);
        return;
      }
}

/* An answer that changes another of the same session takes its place, and stands where it was given itself. */
static void
put_answer (Gathering *gathering, const CharterEvent *event)
{
  Given given;

  if (!given_init (&given, event))
    return;
  given.spoilt = event->session != NULL && g_hash_table_contains (gathering->spoilt, event->session);
  remove_of_session (gathering->answers, event->session);
  g_array_append_val (gathering->answers, given);
}

static void
put_grade (GArray *answers, const CharterEvent *event)
{
  guint grade = charter_grade_from_json (event->payload);

  for (guint i = 0; i < answers->len && grade > 0; i++)
    if (is_meant (&g_array_index (answers, Given, i), event))
      g_array_index (answers, Given, i).answer.grade = grade;
}

static void
put_event (Gathering *gathering, const CharterEvent *event)
{
  if (event->kind == CHARTER_EVENT_ANSWER)
    put_answer (gathering, event);
  else if (event->kind == CHARTER_EVENT_UNDO)
    take_back (gathering, event);
  else if (event->kind == CHARTER_EVENT_GRADE)
    put_grade (gathering->answers, event);
  else if (event->kind == CHARTER_EVENT_SUSPEND)
    gathering->record->suspended = charter_suspend_from_json (event->payload);
}

/* Returns: (transfer full) the answers that stand */
static GArray *
gather (CharterItemRecord *record, GPtrArray *events)
{
  g_autoptr (GHashTable) spoilt = g_hash_table_new (g_str_hash, g_str_equal);
  Gathering gathering = { record, g_array_new (FALSE, FALSE, sizeof (Given)), spoilt };

  g_array_set_clear_func (gathering.answers, given_clear);
  charter_item_record_reset (record);
  for (guint i = 0; i < events->len; i++)
    put_event (&gathering, g_ptr_array_index (events, i));
  return gathering.answers;
}

void
charter_item_record_refold (CharterItemRecord *record, GPtrArray *events, const CharterScheme *scheme)
{
  g_autoptr (GArray) answers = gather (record, events);

  for (guint i = 0; i < answers->len; i++)
    add_given (record, &g_array_index (answers, Given, i), scheme);
}

static CharterItemHistory *
history_new (const CharterItemRecord *record)
{
  CharterItemHistory *history = g_new0 (CharterItemHistory, 1);

  history->pack = g_strdup (record->pack);
  history->item = g_strdup (record->item);
  history->key_hash = g_strdup (record->key_hash);
  history->reviews = g_array_new (FALSE, FALSE, sizeof (CharterItemReview));
  return history;
}

CharterItemHistory *
charter_item_history_new (GPtrArray *events, const CharterScheme *scheme)
{
  const CharterEvent *any = g_ptr_array_index (events, 0);
  g_autoptr (CharterItemRecord) record = charter_item_record_new (any->pack, any->item, any->key_hash);
  g_autoptr (GArray) answers = gather (record, events);
  CharterItemHistory *history = history_new (record);

  for (guint i = 0; i < answers->len; i++)
    {
      const Given *given = &g_array_index (answers, Given, i);
      CharterItemReview review = { .wall = given->event->wall };
      guint n_reviews = record->n_reviews;
      add_given (record, given, scheme);
      review.day = record->last_day;
      review.grade = record->last_grade;
      review.memory = record->memory;
      if (record->n_reviews > n_reviews)
        g_array_append_val (history->reviews, review);
    }
  history->suspended = record->suspended;
  return history;
}

/* The record as it stood before a review. */
static CharterItemRecord *
record_before (const CharterItemHistory *history, guint i)
{
  CharterItemRecord *record = charter_item_record_new (history->pack, history->item, history->key_hash);
  const CharterItemReview *last = i > 0 ? &g_array_index (history->reviews, CharterItemReview, i - 1) : NULL;

  if (last == NULL)
    return record;
  record->n_reviews = i;
  record->memory = last->memory;
  record->last_day = last->day;
  record->last_grade = last->grade;
  return record;
}

void
charter_item_history_look_ahead (const CharterItemHistory *history,
                                 guint i,
                                 const CharterScheme *scheme,
                                 int due_days[CHARTER_N_GRADES])
{
  g_return_if_fail (i < history->reviews->len);

  for (guint grade = CHARTER_GRADE_AGAIN; grade <= CHARTER_GRADE_EASY; grade++)
    {
      g_autoptr (CharterItemRecord) record = record_before (history, i);

      put_review (record, g_array_index (history->reviews, CharterItemReview, i).day, (CharterGrade)grade, scheme);
      due_days[grade - 1] = record->due_day;
    }
}
