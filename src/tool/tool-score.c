/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "charter-scoring.h"
#include "tool-answer.h"
#include "tool-command.h"
#include "tool-packs.h"

static gboolean as_json;
static gint64 seed;

/* A response and what it is worth. */
typedef struct {
  const CharterItem *item;
  CharterResponse *response;
  CharterScore score;
  CharterStep *step;
} Scored;

static void
scored_clear (Scored *scored)
{
  g_clear_pointer (&scored->response, charter_response_unref);
  g_clear_pointer (&scored->step, tool_item_free_step);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scored, scored_clear)

/* ---- scoring ---- */

static int
fail_unknown_item (const CharterPack *pack, const char *id)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *what = g_strdup_printf (_ ("The pack has no item with the id “%s”."), id);

  for (guint i = 0; i < pack->n_items; i++)
    g_ptr_array_add (ids, (gpointer)pack->items[i]->id);
  g_ptr_array_add (ids, NULL);
  return tool_fail_unknown (what, id, (const char *const *)ids->pdata, _ ("“charter-tool show” lists the items."));
}

static int
score (const CharterPack *pack, const char *id, const char *text, Scored *scored)
{
  g_autoptr (GError) error = NULL;

  scored->item = charter_pack_find_item (pack, id);
  if (scored->item == NULL)
    return fail_unknown_item (pack, id);
  scored->response = charter_response_parse (charter_item_kind_response_shape (scored->item->kind), text, &error);
  if (scored->response == NULL || !tool_answer_check_ids (scored->item, scored->response, &error))
    return tool_fail (error->message, _ ("“charter-tool help score” shows how responses are written."));
  scored->score = charter_scoring_score (scored->item, scored->response, (guint64)seed);
  scored->step = tool_item_new_step (scored->item, (guint64)seed);
  return TOOL_CLEAN;
}

/* ---- what has marks ---- */

static guint
count_sources (const Scored *scored)
{
  guint n = tool_item_count_numbered (scored->step);

  return n > 0 ? n : tool_item_count_lettered (scored->step, 0);
}

static const char *
get_source (const Scored *scored, guint index)
{
  if (tool_item_count_numbered (scored->step) > 0)
    return tool_item_get_numbered (scored->step, index);
  return tool_item_get_lettered (scored->step, 0, index);
}

static const char *
get_mark_name (const Scored *scored, const char *source)
{
  static const char *const names[] = {
    [CHARTER_MARK_NONE] = "none",
    [CHARTER_MARK_RIGHT] = "right",
    [CHARTER_MARK_WRONG] = "wrong",
    [CHARTER_MARK_MISSED] = "missed",
  };

  return names[charter_scoring_mark (scored->item, scored->response, source)];
}

/* ---- printing: its words are for scripts, so they are not translated ---- */

static char *
dup_points (double points)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.6g", points));
}

static const char *
get_verdict (const Scored *scored)
{
  if (scored->score.correct)
    return "right";
  return scored->score.points > 0 ? "partly right" : "wrong";
}

static void
print_text (const Scored *scored, gboolean with_marks, ToolOut *out)
{
  g_autofree char *points = dup_points (scored->score.points);
  g_autofree char *maximum = dup_points (scored->score.maximum);

  tool_out_linef (out, "%s: %s/%s %s", scored->item->id, points, maximum, get_verdict (scored));
  for (guint i = 0; with_marks && i < count_sources (scored); i++)
    {
      const char *source = get_source (scored, i);
      const char *target = charter_response_find_target (scored->response, source);

      tool_out_linef (out, "  %-6s  %s%s%s", get_mark_name (scored, source), source, target != NULL ? "=" : "",
                      target != NULL ? target : "");
    }
}

static void
add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_number (JsonBuilder *builder, const char *name, double number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_double_value (builder, number);
}

static void
add_marks (JsonBuilder *builder, const Scored *scored)
{
  json_builder_set_member_name (builder, "marks");
  json_builder_begin_object (builder);
  for (guint i = 0; i < count_sources (scored); i++)
    {
      const char *source = get_source (scored, i);
      add_string (builder, source, get_mark_name (scored, source));
    }
  json_builder_end_object (builder);
}

static void
add_misconceptions (JsonBuilder *builder, const Scored *scored)
{
  g_autofree const char **refs = charter_scoring_list_misconceptions (scored->item, scored->response, (guint64)seed);

  json_builder_set_member_name (builder, "misconceptions");
  json_builder_begin_array (builder);
  for (guint i = 0; refs[i] != NULL; i++)
    json_builder_add_string_value (builder, refs[i]);
  json_builder_end_array (builder);
}

static void
print_json (const Scored *scored)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *response = charter_response_to_string (scored->response);
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "item", scored->item->id);
  add_string (builder, "kind", charter_item_kind_name (scored->item->kind));
  add_string (builder, "scoring", scored->item->scoring == CHARTER_SCORING_EXACT ? "exact" : "partial");
  add_string (builder, "response", response);
  add_number (builder, "points", scored->score.points);
  add_number (builder, "maximum", scored->score.maximum);
  json_builder_set_member_name (builder, "correct");
  json_builder_add_boolean_value (builder, scored->score.correct);
  add_marks (builder, scored);
  add_misconceptions (builder, scored);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  fprintf (stdout, "%s\n", text); /* JSON is UTF-8 whatever the locale */
}

/* ---- running ---- */

static int
score_one (const CharterPack *pack, const char *id, const char *text, gboolean with_marks, ToolOut *out)
{
  g_auto (Scored) scored = { 0 };

  if (score (pack, id, text, &scored) != TOOL_CLEAN)
    return TOOL_COULD_NOT;
  if (as_json)
    print_json (&scored);
  else
    print_text (&scored, with_marks, out);
  return TOOL_CLEAN;
}

/* "ITEM RESPONSE" a line; empty lines and those that begin with # are left out. */
static int
score_lines (const CharterPack *pack, ToolOut *out)
{
  char *line = NULL;
  size_t size = 0;
  int status = TOOL_CLEAN;

  while (getline (&line, &size, stdin) >= 0)
    {
      g_auto (GStrv) halves = NULL;

      g_strstrip (line);
      if (*line == '\0' || *line == '#')
        continue;
      halves = g_strsplit (line, " ", 2);
      if (score_one (pack, halves[0], halves[1] != NULL ? halves[1] : "", FALSE, out) != TOOL_CLEAN)
        status = TOOL_PROBLEMS;
    }
  free (line);
  return status;
}

static int
run (const char *const *arguments, ToolOut *out)
{
  g_autoptr (CharterPack) pack = NULL;
  g_autofree char *text = NULL;

  if (arguments[0] == NULL || arguments[1] == NULL)
    return tool_fail (_ ("What is to be scored?"), _ ("For example: charter-tool score my-pack.xml cost-alarm ops"));
  pack = tool_packs_load (arguments[0]);
  if (pack == NULL)
    return TOOL_COULD_NOT;
  if (strcmp (arguments[1], "-") == 0)
    return score_lines (pack, out);
  text = g_strjoinv (" ", (char **)arguments + 2);
  return score_one (pack, arguments[1], text, TRUE, out);
}

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print one JSON object a response, each on a line of its own"),
    NULL },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_ ("Draw a drill’s numbers from this seed; 0 unless told"),
    N_ ("NUMBER") },
  { NULL },
};

static const ToolExample examples[] = {
  { "score my-pack.xml cost-alarm ops", N_ ("single, multiple, truefalse, hotspot: the ids chosen") },
  { "score my-pack.xml sort-work payroll=operation cut-over=project",
    N_ ("classify: card=category; match: left=right; cloze: blank=choice") },
  { "score my-pack.xml go-live plan rehearse switch", N_ ("order: all ids in the order given") },
  { "score my-pack.xml downtime -- -5,5", N_ ("number, short, drill: the words as typed") },
  { "score my-pack.xml - < answers.txt", N_ ("a line for each response: the item’s id, then the response") },
  { NULL },
};

const ToolCommand tool_score_command = {
  .name = "score",
  .arguments = N_ ("PACK ITEM [RESPONSE…]"),
  .summary = N_ ("Score a response to an item, for scripts and tests"),
  .description = N_ (
    "Prints the points that a response gets, and what became of each of its parts: right, wrong, missed (right, but "
    "not chosen) or none (rightly left alone). Responses are written by ids.\n"
    "With “-” for ITEM, reads lines of an item’s id and a response from standard input.\n"
    "Exit status: 0 where all was scored, 1 where some line of standard input could not be, 2 where nothing could be."),
  .options = options,
  .examples = examples,
  .run = run,
};
