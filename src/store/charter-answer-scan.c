/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-answer-scan.h"

#include <string.h>

#include "charter-scan.h"

typedef enum { COUNT, LENGTH, WORD, WORDS, SEED, POINTS, FLAG, GRADE, CONFIDENCE } Meaning;

/* In the order in which they are written; those behind the first twelve may be missing. */
static const struct {
  const char *name;
  Meaning meaning;
  gsize offset;
} members[] = {
  { "position", COUNT, G_STRUCT_OFFSET (CharterAnswer, position) },
  { "response", WORD, G_STRUCT_OFFSET (CharterAnswer, response) },
  { "parts", WORDS, G_STRUCT_OFFSET (CharterAnswer, parts) },
  { "slots", WORDS, G_STRUCT_OFFSET (CharterAnswer, slots) },
  { "seed", SEED, G_STRUCT_OFFSET (CharterAnswer, seed) },
  { "points", POINTS, G_STRUCT_OFFSET (CharterAnswer, points) },
  { "maximum", POINTS, G_STRUCT_OFFSET (CharterAnswer, maximum) },
  { "correct", FLAG, G_STRUCT_OFFSET (CharterAnswer, correct) },
  { "rule", WORD, G_STRUCT_OFFSET (CharterAnswer, rule) },
  { "ms", LENGTH, G_STRUCT_OFFSET (CharterAnswer, time) },
  { "hint", FLAG, G_STRUCT_OFFSET (CharterAnswer, hint_used) },
  { "changes", COUNT, G_STRUCT_OFFSET (CharterAnswer, n_changes) },
  { "grade", GRADE, G_STRUCT_OFFSET (CharterAnswer, grade) },
  { "confidence", CONFIDENCE, G_STRUCT_OFFSET (CharterAnswer, confidence) },
  { "offered", WORDS, G_STRUCT_OFFSET (CharterAnswer, offered) },
  { "shown", WORDS, G_STRUCT_OFFSET (CharterAnswer, shown) },
  { "first", WORD, G_STRUCT_OFFSET (CharterAnswer, first) },
};
#define N_NEEDED 12

static const CharterScanKind kinds[] = {
  [COUNT] = CHARTER_SCAN_WHOLE,  [LENGTH] = CHARTER_SCAN_WHOLE, [WORD] = CHARTER_SCAN_WORD,
  [WORDS] = CHARTER_SCAN_WORDS,  [SEED] = CHARTER_SCAN_WORD,    [POINTS] = CHARTER_SCAN_NUMBER,
  [FLAG] = CHARTER_SCAN_BOOLEAN, [GRADE] = CHARTER_SCAN_WHOLE,  [CONFIDENCE] = CHARTER_SCAN_WORD,
};

static void
take (gpointer field, Meaning meaning, const CharterScanValue *value)
{
  switch (meaning)
    {
    case COUNT:
      *(guint *)field = charter_scan_get_whole (value);
      return;
    case LENGTH:
      *(gint64 *)field = charter_scan_get_whole (value);
      return;
    case WORD:
      *(char **)field = charter_scan_dup_word (value);
      return;
    case WORDS:
      *(char ***)field = charter_scan_dup_words (value);
      return;
    case SEED:
      *(guint64 *)field = g_ascii_strtoull (value->text, NULL, 10);
      return;
    case POINTS:
      *(double *)field = charter_points_clamp (charter_scan_get_number (value));
      return;
    case FLAG:
      *(gboolean *)field = charter_scan_get_boolean (value);
      return;
    case GRADE:
      *(guint *)field = charter_grade_clamp (charter_scan_get_whole (value));
      return;
    case CONFIDENCE:
    default:
      *(guint *)field = charter_confidence_from_name (value->text, value->length);
      return;
    }
}

/* Returns: where in the table a name is, from at on; past its end where it is not */
static guint
find (guint at, const char *name, gsize length)
{
  while (at < G_N_ELEMENTS (members)
         && (strncmp (members[at].name, name, length) != 0 || members[at].name[length] != '\0'))
    at++;
  return at;
}

static gboolean
is_kind (Meaning meaning, CharterScanKind kind)
{
  return kind == kinds[meaning] || (meaning == POINTS && kind == CHARTER_SCAN_WHOLE);
}

static gboolean
scan_members (CharterAnswer *answer, const char *payload)
{
  CharterScan scan;
  CharterScanValue value;
  const char *name;
  gsize length;
  guint at = 0;

  charter_scan_init (&scan, payload);
  while (charter_scan_next (&scan, &name, &length, &value))
    {
      guint found = find (at, name, length);
      if (found >= G_N_ELEMENTS (members) || (found > at && at < N_NEEDED)
          || !is_kind (members[found].meaning, value.kind))
        return FALSE;
      take (G_STRUCT_MEMBER_P (answer, members[found].offset), members[found].meaning, &value);
      at = found + 1;
    }
  return !scan.failed && at >= N_NEEDED;
}

gboolean
charter_answer_scan (CharterAnswer *answer, const char *payload)
{
  *answer = (CharterAnswer){ 0 };
  if (!scan_members (answer, payload))
    {
      charter_answer_clear (answer);
      return FALSE;
    }
  if (answer->offered == NULL)
    answer->offered = g_new0 (char *, 1);
  if (answer->shown == NULL)
    answer->shown = g_new0 (char *, 1);
  return TRUE;
}
