/* SPDX-License-Identifier: GPL-3.0-or-later */
/* RFC 4180: a row for each answer and move. A text that a spreadsheet would take for a formula gets an apostrophe
 * before it, which says there that it is text. */
#include <string.h>

#include "charter-out-private.h"
#include "charter-past.h"
#include "charter-payload.h"

#define COLUMNS                                                                                                        \
  "time,kind,pack,group,item,key,session,mood,position,response,right,points,maximum,seconds,confidence,grade,hint,"   \
  "changes,rule,misconceptions,stands,device,seq,counts\r\n"

static void
add_cell (GString *row, const char *text)
{
  if (row->len > 0)
    g_string_append_c (row, ',');
  g_string_append (row, text != NULL ? text : "");
}

static void
add_text (GString *row, const char *text)
{
  const char *guard = text != NULL && *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? "'" : "";
  g_autofree char *guarded = g_strconcat (guard, text, NULL);
  g_autoptr (GString) quoted = NULL;

  if (strpbrk (guarded, ",\"\r\n") == NULL)
    {
      add_cell (row, guarded);
      return;
    }
  quoted = g_string_new (guarded);
  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_prepend_c (quoted, '"');
  g_string_append_c (quoted, '"');
  add_cell (row, quoted->str);
}

static void
add_int (GString *row, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  add_cell (row, text);
}

static void
add_number (GString *row, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  add_cell (row, g_ascii_formatd (text, sizeof text, "%.15g", number));
}

static void
add_boolean (GString *row, gboolean boolean)
{
  add_cell (row, boolean ? "true" : "false");
}

/* What was not said stays empty. */
static void
add_grade (GString *row, guint grade)
{
  static const char *const names[] = { "", "again", "hard", "good", "easy" };

  add_cell (row, names[MIN (grade, G_N_ELEMENTS (names) - 1)]);
}

static void
add_confidence (GString *row, guint confidence)
{
  static const char *const names[] = { "", "guess", "think", "sure" };

  add_cell (row, names[MIN (confidence, G_N_ELEMENTS (names) - 1)]);
}

static void
add_event (GString *row, const CharterGiven *given, const char *item)
{
  g_autofree char *time = charter_out_time (given->event);

  add_cell (row, time);
  add_text (row, charter_event_get_kind_name (given->event));
  add_text (row, given->event->pack);
  add_text (row, given->sitting != NULL ? given->sitting->group : NULL);
  add_text (row, item);
  add_text (row, given->event->key_hash);
  add_text (row, given->event->session);
  add_text (row, given->sitting != NULL ? given->sitting->mood : NULL);
}

static void
add_answer (GString *row, const CharterGiven *given)
{
  g_auto (CharterAnswer) answer = { 0 };
  g_autofree char *shown = NULL;

  charter_answer_from_json (&answer, given->event->payload);
  shown = answer.shown != NULL ? g_strjoinv (" ", answer.shown) : NULL;
  add_event (row, given, given->event->item);
  add_int (row, answer.position);
  add_text (row, answer.response);
  add_boolean (row, answer.correct);
  add_number (row, answer.points);
  add_number (row, answer.maximum);
  add_number (row, (double)answer.time / 1000);
  add_confidence (row, answer.confidence);
  add_grade (row, given->grade > 0 ? given->grade : answer.grade);
  add_boolean (row, answer.hint_used);
  add_int (row, answer.n_changes);
  add_text (row, answer.rule);
  add_text (row, shown);
}

/* A case's scene stands for the item, the move for the response, its grade for the rule. */
static void
add_move (GString *row, const CharterGiven *given)
{
  g_auto (CharterMoveMade) made = { 0 };

  charter_move_made_from_json (&made, given->event->payload);
  add_event (row, given, made.scene);
  add_int (row, made.position);
  add_text (row, made.move);
  add_boolean (row, made.points >= made.maximum);
  add_number (row, made.points);
  add_number (row, made.maximum);
  add_number (row, (double)made.time / 1000);
  for (guint i = 0; i < 4; i++)
    add_cell (row, NULL);
  add_text (row, made.grade);
  add_text (row, made.misconception);
}

static gboolean
write_row (const CharterOut *out, const CharterGiven *given, GError **error)
{
  g_autoptr (GString) row = g_string_new (NULL);

  if (given->event->kind == CHARTER_EVENT_ANSWER)
    add_answer (row, given);
  else
    add_move (row, given);
  add_boolean (row, given->stands);
  add_text (row, given->event->device);
  add_int (row, given->event->seq);
  add_boolean (row, !given->unscored);
  g_string_append (row, "\r\n");
  return charter_out_text (out, row->str, error);
}

gboolean
charter_out_csv (const CharterOut *out, GError **error)
{
  g_autoptr (CharterPast) past = charter_past_new (out->events);

  if (!charter_out_text (out, COLUMNS, error))
    return FALSE;
  for (guint i = 0; i < past->given->len; i++)
    if (!write_row (out, g_ptr_array_index (past->given, i), error))
      return FALSE;
  return TRUE;
}
