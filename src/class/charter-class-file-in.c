/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads result files, which are anybody's: nothing in them is believed before it was looked at. */
#include "charter-class-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define NOT_WHOLE _ ("It is not whole, or no JSON, so it can’t be read.")
#define MOST_POINTS 1e6
#define MOST_SECONDS 1e7 /* four months */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, sentence);
  return FALSE;
}

/* ---- before anything is parsed ---- */

typedef struct {
  int depth, deepest;
  guint n; /* values, about */
  gboolean is_strange;
} Shape;

/* Outside of quotes. What leads into a comment or another sort of quotes, which the parser knows and JSON does not,
 * could hide all the rest. */
static void
measure_sign (Shape *shape, char sign)
{
  if (sign == '[' || sign == '{')
    shape->depth++;
  else if (sign == ']' || sign == '}')
    shape->depth--;
  shape->deepest = MAX (shape->deepest, shape->depth);
  shape->n += sign == ',' || sign == '[' || sign == '{';
  shape->is_strange |= shape->depth < 0 || strchr ("/#'`", sign) != NULL;
}

static Shape
measure (const char *text, gsize length)
{
  Shape shape = { 0 };
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
      else if (!quoted)
        measure_sign (&shape, text[i]);
    }
  return shape;
}

/* A parser would go as deep as the file likes, and take a hundred times its size. */
static gboolean
check_shape (const char *text, gsize length, GError **error)
{
  Shape shape = measure (text, length);

  if (shape.is_strange)
    return refuse (error, NOT_WHOLE);
  if (shape.deepest > CHARTER_CLASS_MOST_DEPTH)
    return refuse (error, _ ("Its brackets stand within one another deeper than in any result file."));
  return shape.n <= CHARTER_CLASS_MOST_VALUES || refuse (error, _ ("It holds more values than any result file."));
}

static gboolean
check_text (const char *text, gsize length, GError **error)
{
  if (length > CHARTER_CLASS_MOST_BYTES)
    return refuse (error, _ ("It is larger than any result file."));
  if (!g_utf8_validate (text, (gssize)length, NULL))
    return refuse (error, _ ("It is no text in UTF-8, so it is no result file."));
  return check_shape (text, length, error);
}

/* ---- members ---- */

typedef struct {
  JsonObject *object;
  guint item; /* from 1, or 0 for the file's own members */
  GError **error;
} Reading;

static gboolean
refuse_member (const Reading *reading, const char *name, const char *expected)
{
  g_autofree char *sentence
    = reading->item > 0
        /* Translators: the number of a question, the name of a value in a file, and what the value should be. */
        ? g_strdup_printf (_ ("Of question %u, “%s” should be %s."), reading->item, name, expected)
        : g_strdup_printf (_ ("“%s” should be %s."), name, expected);

  return refuse (reading->error, sentence);
}

static JsonNode *
find_value (const Reading *reading, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (reading->object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

/* Words without control characters, which could only do harm where they are shown. */
static gboolean
is_plain (const char *text, guint longest)
{
  if (g_utf8_strlen (text, -1) > (glong)longest)
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_iscntrl (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/* optional: may be missing, and is NULL then. Returns: FALSE after having said what is wrong */
static gboolean
read_text (const Reading *reading, const char *name, guint longest, gboolean optional, const char **text)
{
  JsonNode *node = find_value (reading, name, G_TYPE_STRING);
  const char *found = node != NULL ? json_node_get_string (node) : NULL;

  *text = found;
  if (optional && !json_object_has_member (reading->object, name))
    return TRUE;
  if (found != NULL && is_plain (found, longest) && (optional || *found != '\0'))
    return TRUE;
  refuse_member (reading, name, _ ("words, and not too many"));
  return FALSE;
}

/* Packs, items and groups: as the packs' format writes ids, or the mark for what was built. */
static gboolean
read_id (const Reading *reading, const char *name, gboolean optional, const char **id)
{
  if (!read_text (reading, name, CHARTER_CLASS_LONGEST_NAME, optional, id))
    return FALSE;
  if (*id == NULL || strpbrk (*id, " \t#") == NULL)
    return TRUE;
  return refuse_member (reading, name, _ ("an id"));
}

static gboolean
read_digits (const Reading *reading, const char *name, guint n, const char **digits)
{
  if (!read_text (reading, name, CHARTER_CLASS_LONGEST_NAME, FALSE, digits))
    return FALSE;
  if (strlen (*digits) == n && strspn (*digits, "0123456789abcdef") == n)
    return TRUE;
  return refuse_member (reading, name, _ ("hexadecimal digits, as many as Charter writes"));
}

static gboolean
read_day (const Reading *reading, const char **day)
{
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *text = NULL;

  if (!read_text (reading, "day", 10, FALSE, day))
    return FALSE;
  text = g_strconcat (*day, "T00:00:00Z", NULL);
  when = strlen (*day) == 10 ? g_date_time_new_from_iso8601 (text, NULL) : NULL;
  return when != NULL || refuse_member (reading, "day", _ ("a day, such as 2026-05-31"));
}

static gboolean
read_number (const Reading *reading, const char *name, double most, double *number)
{
  JsonNode *node = find_value (reading, name, G_TYPE_DOUBLE);
  JsonNode *whole = node == NULL ? find_value (reading, name, G_TYPE_INT64) : NULL;
  double value = node != NULL ? json_node_get_double (node) : whole != NULL ? (double)json_node_get_int (whole) : NAN;

  *number = value;
  if (isfinite (value) && value >= 0 && value <= most)
    return TRUE;
  return refuse_member (reading, name, _ ("a number in the range that there is"));
}

static gboolean
read_boolean (const Reading *reading, const char *name, gboolean *boolean)
{
  JsonNode *node = find_value (reading, name, G_TYPE_BOOLEAN);

  *boolean = node != NULL && json_node_get_boolean (node);
  return node != NULL || refuse_member (reading, name, _ ("true or false"));
}

/* ---- an item ---- */

static gboolean
read_sure (const Reading *reading, CharterConfidence *confidence)
{
  static const char *const names[] = { "guess", "think", "sure", NULL };
  const char *text;

  *confidence = CHARTER_CONFIDENCE_NONE;
  if (!read_text (reading, "sure", CHARTER_CLASS_LONGEST_NAME, TRUE, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (text, names[i]))
      *confidence = (CharterConfidence)(CHARTER_CONFIDENCE_GUESS + i);
  return *confidence != CHARTER_CONFIDENCE_NONE || refuse_member (reading, "sure", _ ("“guess”, “think” or “sure”"));
}

static gboolean
read_response (const Reading *reading, CharterItemKind kind, char **response)
{
  CharterResponseShape shape = charter_item_kind_response_shape (kind);
  g_autoptr (CharterResponse) read = NULL;
  const char *text;

  if (!read_text (reading, "response", CHARTER_CLASS_LONGEST_RESPONSE, TRUE, &text))
    return FALSE;
  if (text == NULL || *text == '\0')
    return TRUE;
  read = charter_response_parse (shape, text, NULL);
  if (read == NULL)
    return refuse_member (reading, "response", _ ("a response to a question of its kind"));
  *response = charter_response_to_string (read);
  return TRUE;
}

static gboolean
read_seed (const Reading *reading, guint64 *seed)
{
  const char *text;

  if (!read_text (reading, "seed", CHARTER_CLASS_LONGEST_NAME, TRUE, &text))
    return FALSE;
  if (text == NULL || g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, seed, NULL))
    return TRUE;
  return refuse_member (reading, "seed", _ ("a whole number in quotes"));
}

static gboolean
read_kind (const Reading *reading, CharterItemKind *kind)
{
  const char *text;

  return read_text (reading, "kind", CHARTER_CLASS_LONGEST_NAME, FALSE, &text)
         && (charter_item_kind_from_name (text, kind) || refuse_member (reading, "kind", _ ("a kind of question")));
}

static gboolean
read_names (const Reading *reading, const CharterClassResult *result, CharterClassAnswer *answer)
{
  const char *pack, *item, *key_hash;

  if (!read_id (reading, "pack", TRUE, &pack) || !read_id (reading, "item", FALSE, &item)
      || !read_digits (reading, "key", CHARTER_KEY_HASH_LENGTH, &key_hash))
    return FALSE;
  answer->pack = g_ref_string_new_intern (pack != NULL ? pack : result->pack);
  answer->item = g_ref_string_new_intern (item);
  answer->key_hash = g_ref_string_new_intern (key_hash);
  return read_kind (reading, &answer->kind);
}

static gboolean
read_score (const Reading *reading, CharterClassAnswer *answer)
{
  double seconds;

  if (!read_number (reading, "maximum", MOST_POINTS, &answer->maximum)
      || !read_number (reading, "points", MOST_POINTS, &answer->points)
      || !read_number (reading, "seconds", MOST_SECONDS, &seconds) || !read_boolean (reading, "counts", &answer->counts)
      || !read_boolean (reading, "first", &answer->first))
    return FALSE;
  answer->time = (gint64)round (seconds * 1000);
  if (answer->points > answer->maximum || answer->maximum == 0)
    return refuse_member (reading, "points", _ ("no more than “maximum”, and that more than 0"));
  return answer->response != NULL || answer->points == 0
         || refuse_member (reading, "points", _ ("0 where there is no response"));
}

static gboolean
read_answer (const Reading *reading, const CharterClassResult *result, CharterClassAnswer *answer)
{
  return read_names (reading, result, answer) && read_response (reading, answer->kind, &answer->response)
         && read_score (reading, answer) && read_sure (reading, &answer->confidence)
         && read_seed (reading, &answer->seed);
}

/* ---- all items ---- */

static gboolean
add_answer (CharterClassResult *result, GHashTable *known, JsonNode *node, guint number, GError **error)
{
  Reading reading = { NULL, number, error };
  CharterClassAnswer answer = { 0 };
  gboolean read;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, _ ("“items” should hold one object a question."));
  reading.object = json_node_get_object (node);
  read = read_answer (&reading, result, &answer);
  g_array_append_val (result->answers, answer); /* frees what it has, read or not */
  return read
         && (g_hash_table_add (known, g_strdup_printf ("%s %s", answer.pack, answer.item))
             || refuse_member (&reading, "item", _ ("there only once")));
}

static gboolean
read_items (const Reading *reading, CharterClassResult *result)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonNode *node = json_object_get_member (reading->object, "items");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL || json_array_get_length (array) == 0)
    return refuse_member (reading, "items", _ ("a list of questions"));
  if (json_array_get_length (array) > CHARTER_CLASS_MOST_ITEMS)
    return refuse (reading->error, _ ("It has more questions than any quiz."));
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_answer (result, known, json_array_get_element (array, i), i + 1, reading->error))
      return FALSE;
  return TRUE;
}

static gboolean
check_paper (const Reading *reading, CharterClassResult *result)
{
  g_autofree char *paper = charter_class_result_dup_paper (result);

  return g_str_equal (paper, result->paper)
         || refuse (reading->error, _ ("The questions in it are not those that it was saved with: its checksum is that "
                                       "of another paper, so somebody or something has changed it."));
}

/* ---- the whole ---- */

static gboolean
check_format (const Reading *reading)
{
  JsonNode *version = find_value (reading, "version", G_TYPE_INT64);
  JsonNode *format = find_value (reading, "format", G_TYPE_STRING);

  if (format == NULL || !g_str_equal (json_node_get_string (format), "charter-result"))
    return refuse (reading->error, _ ("It is no result file of Charter."));
  if (version == NULL || json_node_get_int (version) < 1)
    return refuse_member (reading, "version", _ ("a whole number"));
  return json_node_get_int (version) <= CHARTER_CLASS_FILE_VERSION
         || refuse (reading->error, _ ("A newer Charter has written it than this one can read."));
}

static gboolean
read_head (const Reading *reading, CharterClassResult *result)
{
  const char *name, *attempt, *day, *pack, *group, *release, *mood, *paper;

  if (!read_text (reading, "name", CHARTER_CLASS_LONGEST_NAME, FALSE, &name)
      || !read_digits (reading, "attempt", 16, &attempt) || !read_day (reading, &day)
      || !read_id (reading, "pack", FALSE, &pack) || !read_id (reading, "group", FALSE, &group)
      || !read_text (reading, "release", CHARTER_CLASS_LONGEST_NAME, TRUE, &release)
      || !read_text (reading, "mood", CHARTER_CLASS_LONGEST_NAME, FALSE, &mood)
      || !read_digits (reading, "paper", 64, &paper))
    return FALSE;
  result->name = g_strstrip (g_strdup (name));
  result->attempt = g_strdup (attempt);
  result->day = g_strdup (day);
  result->pack = g_ref_string_new_intern (pack);
  result->group = g_ref_string_new_intern (group);
  result->release = g_strdup (release);
  result->is_exam = g_str_equal (mood, "exam");
  result->paper = g_strdup (paper);
  return *result->name != '\0' || refuse_member (reading, "name", _ ("words, and not too many"));
}

static CharterClassResult *
read_root (JsonNode *root, GError **error)
{
  g_autoptr (CharterClassResult) result = charter_class_result_new_empty ();
  Reading reading = { NULL, 0, error };

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      refuse (error, _ ("It is no result file of Charter."));
      return NULL;
    }
  reading.object = json_node_get_object (root);
  if (!check_format (&reading) || !read_head (&reading, result) || !read_items (&reading, result)
      || !check_paper (&reading, result))
    return NULL;
  return g_steal_pointer (&result);
}

CharterClassResult *
charter_class_file_read (const char *text, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize skip = length >= strlen (BYTE_ORDER_MARK) && memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0
                 ? strlen (BYTE_ORDER_MARK)
                 : 0;

  if (!check_text (text, length, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text + skip, (gssize)(length - skip), NULL))
    {
      refuse (error, NOT_WHOLE);
      return NULL;
    }
  return read_root (json_parser_get_root (parser), error);
}
