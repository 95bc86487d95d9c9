/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a new part of a form needs to know of what it is put into: an id that it may refer to and that its like does not
 * yet, and values that fit those beside it. Each gives NULL where there is nothing of that sort. */
#include <string.h>

#include "charter-author-form-private.h"
#include "charter-lint.h"

static CharterElementKind
get_kind (CharterOutline *outline, guint index)
{
  return charter_outline_get (outline, index)->kind;
}

static guint
next_of_kind (CharterOutline *outline, guint child, CharterElementKind kind)
{
  while (child != CHARTER_OUTLINE_NONE && get_kind (outline, child) != kind)
    child = charter_outline_next_sibling (outline, child);
  return child;
}

#define FOREACH_CHILD(child, outline, parent)                                                                          \
  for (guint child = charter_outline_first_child (outline, parent); child != CHARTER_OUTLINE_NONE;                     \
       child = charter_outline_next_sibling (outline, child))

static gboolean
has_value (CharterOutline *outline, guint index, const char *attribute, const char *value)
{
  g_autofree char *has = charter_outline_dup_value (outline, index, attribute);

  return g_strcmp0 (has, value) == 0;
}

static gboolean
is_used (CharterOutline *outline, guint parent, CharterElementKind kind, const char *attribute, const char *value)
{
  FOREACH_CHILD (child, outline, parent)
    if (get_kind (outline, child) == kind && has_value (outline, child, attribute, value))
      return TRUE;
  return FALSE;
}

static guint
count_of_kind (CharterOutline *outline, guint parent, CharterElementKind kind)
{
  guint n = 0;

  FOREACH_CHILD (child, outline, parent)
    n += get_kind (outline, child) == kind;
  return n;
}

/* The first child of that kind whose id no child of the user's kind has. users: where those are */
static char *
find_unused (CharterOutline *outline,
             guint parent,
             CharterElementKind kind,
             guint users,
             CharterElementKind user,
             const char *name)
{
  FOREACH_CHILD (child, outline, parent)
    {
      g_autofree char *id = get_kind (outline, child) == kind ? charter_outline_dup_value (outline, child, "id") : NULL;

      if (id != NULL && !is_used (outline, users, user, name, id))
        return g_steal_pointer (&id);
    }
  return NULL;
}

static guint
find_around (CharterOutline *outline, guint index, CharterElementKind kind)
{
  while (index != CHARTER_OUTLINE_NONE && get_kind (outline, index) != kind)
    index = charter_outline_get (outline, index)->parent;
  return index;
}

/* ---- items ---- */

static char *
find_category (CharterOutline *outline, guint parent)
{
  guint category = charter_outline_find_child (outline, parent, EL_CATEGORY);

  return category != CHARTER_OUTLINE_NONE ? charter_outline_dup_value (outline, category, "id") : NULL;
}

static char *
find_letter (CharterOutline *outline, guint parent)
{
  for (char name[2] = "a"; name[0] <= 'z'; name[0]++)
    if (!is_used (outline, parent, EL_LET, "name", name))
      return g_strdup (name);
  return NULL;
}

static char *
find_answered (CharterOutline *outline, guint parent)
{
  if (!is_used (outline, parent, EL_TRUEFALSE_WHY, "for", "false"))
    return g_strdup ("false");
  return is_used (outline, parent, EL_TRUEFALSE_WHY, "for", "true") ? NULL : g_strdup ("true");
}

static char *
count_children (CharterOutline *outline, guint parent)
{
  guint n = 1;

  FOREACH_CHILD (child, outline, parent)
    n++;
  return g_strdup_printf ("%u", n);
}

static double
get_number (CharterOutline *outline, guint index, const char *attribute)
{
  g_autofree char *value = charter_outline_dup_value (outline, index, attribute);

  return value != NULL ? g_ascii_strtod (value, NULL) : 0;
}

/* A number that no answer is near to. */
static char *
find_far (CharterOutline *outline, guint parent)
{
  double far = MAX (0, get_number (outline, parent, "answer"));

  FOREACH_CHILD (child, outline, parent)
    far = MAX (far, get_number (outline, child, "value"));
  return far < 1e12 ? g_strdup_printf ("%.0f", far + 1000) : NULL;
}

/* In a picture only: somewhere beside the places that there are. */
static char *
find_place (CharterOutline *outline, guint parent)
{
  if (charter_outline_find_child (outline, parent, EL_FIGURE) == CHARTER_OUTLINE_NONE)
    return NULL;
  return g_strdup_printf ("%u 40 20 20", count_of_kind (outline, parent, EL_REGION) % 5 * 20);
}

static gboolean
has_cell (CharterOutline *outline, guint parent, guint probability, guint impact)
{
  FOREACH_CHILD (child, outline, parent)
    if (get_kind (outline, child) == EL_TARGET && get_number (outline, child, "probability") == probability
        && get_number (outline, child, "impact") == impact)
      return TRUE;
  return FALSE;
}

static char *
find_cell (CharterOutline *outline, guint parent)
{
  for (guint cell = 0; cell < 25; cell++)
    if (!has_cell (outline, parent, 5 - cell / 5, 5 - cell % 5))
      return g_strdup_printf (" probability=\"%u\" impact=\"%u\"", 5 - cell / 5, 5 - cell % 5);
  return NULL;
}

/* A box, a date or a cell of the drawing that is no target yet, as attributes. */
static char *
find_target (CharterOutline *outline, guint parent)
{
  guint diagram = charter_outline_find_child (outline, parent, EL_DIAGRAM);
  g_autofree char *node = NULL, *point = NULL;

  if (diagram == CHARTER_OUTLINE_NONE)
    return NULL;
  if ((node = find_unused (outline, diagram, EL_NODE, parent, EL_TARGET, "node")) != NULL)
    return g_strdup_printf (" node=\"%s\"", node);
  if ((point = find_unused (outline, diagram, EL_POINT, parent, EL_TARGET, "point")) != NULL)
    return g_strdup_printf (" point=\"%s\"", point);
  return has_value (outline, diagram, "kind", "risk-matrix") ? find_cell (outline, parent) : NULL;
}

/* A piece of advice that the item doesn’t silence yet. */
static char *
find_advice (CharterOutline *outline, guint item)
{
  const CharterLintRule *rule;

  for (guint i = 0; (rule = charter_lint_get_rule (i)) != NULL; i++)
    if (!is_used (outline, item, EL_IGNORE, "advice", rule->code))
      return g_strdup (rule->code);
  return NULL;
}

/* ---- drawings ---- */

static gboolean
is_of_dates (CharterOutline *outline, guint diagram)
{
  return has_value (outline, diagram, "kind", "burn-down") || has_value (outline, diagram, "kind", "earned-value");
}

/* What a box of that kind of drawing must have beside its id, as attributes. */
static char *
find_box_facts (CharterOutline *outline, guint diagram)
{
  if (is_of_dates (outline, diagram))
    return NULL;
  if (has_value (outline, diagram, "kind", "risk-matrix"))
    return g_strdup (" probability=\"3\" impact=\"3\"");
  return g_strdup (has_value (outline, diagram, "kind", "network") ? " duration=\"1\"" : "");
}

static char *
find_figures (CharterOutline *outline, guint diagram)
{
  if (has_value (outline, diagram, "kind", "burn-down"))
    return g_strdup (" planned=\"0\"");
  return has_value (outline, diagram, "kind", "earned-value") ? g_strdup (" pv=\"0\"") : NULL;
}

static gboolean
is_joined (CharterOutline *outline, guint diagram, const char *one, const char *other)
{
  FOREACH_CHILD (child, outline, diagram)
    if (get_kind (outline, child) == EL_EDGE
        && ((has_value (outline, child, "from", one) && has_value (outline, child, "to", other))
            || (has_value (outline, child, "from", other) && has_value (outline, child, "to", one))))
      return TRUE;
  return FALSE;
}

/* From a box to one behind it, as attributes; the last boxes first, as they are the new ones. */
static char *
find_arrow (CharterOutline *outline, guint diagram)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (is_of_dates (outline, diagram) || has_value (outline, diagram, "kind", "risk-matrix"))
    return NULL;
  for (guint node = next_of_kind (outline, charter_outline_first_child (outline, diagram), EL_NODE);
       node != CHARTER_OUTLINE_NONE;
       node = next_of_kind (outline, charter_outline_next_sibling (outline, node), EL_NODE))
    {
      char *id = charter_outline_dup_value (outline, node, "id");

      if (id != NULL)
        g_ptr_array_add (ids, id);
    }
  for (guint to = ids->len; to-- > 0;)
    for (guint from = to; from-- > 0;)
      if (!is_joined (outline, diagram, ids->pdata[from], ids->pdata[to]))
        return g_strdup_printf (" from=\"%s\" to=\"%s\"", (char *)ids->pdata[from], (char *)ids->pdata[to]);
  return NULL;
}

/* ---- cases ---- */

static char *
find_ending (CharterOutline *outline, guint parent)
{
  guint ending = charter_outline_find_child (outline, parent, EL_ENDING);

  return ending != CHARTER_OUTLINE_NONE ? charter_outline_dup_value (outline, ending, "id") : NULL;
}

static gboolean
is_led_to (CharterOutline *outline, guint a_case, const char *id)
{
  for (guint i = a_case; i < charter_outline_get (outline, a_case)->next; i++)
    if (get_kind (outline, i) == EL_MOVE && has_value (outline, i, "to", id))
      return TRUE;
  return FALSE;
}

/* Where a new move of a scene leads: to what nothing leads to yet, or else to an ending. */
static char *
find_onward (CharterOutline *outline, guint scene)
{
  guint a_case = find_around (outline, scene, EL_CASE);
  guint first;

  if (a_case == CHARTER_OUTLINE_NONE)
    return NULL;
  first = charter_outline_find_child (outline, a_case, EL_SCENE);
  FOREACH_CHILD (child, outline, a_case)
    {
      CharterElementKind kind = get_kind (outline, child);
      g_autofree char *id
        = kind == EL_SCENE || kind == EL_ENDING ? charter_outline_dup_value (outline, child, "id") : NULL;

      if (id != NULL && child != scene && child != first && !is_led_to (outline, a_case, id))
        return g_steal_pointer (&id);
    }
  return find_ending (outline, a_case);
}

/* One that the move has no effect on yet. */
static char *
find_gauge (CharterOutline *outline, guint move)
{
  guint a_case = find_around (outline, move, EL_CASE);

  return a_case != CHARTER_OUTLINE_NONE ? find_unused (outline, a_case, EL_GAUGE, move, EL_EFFECT, "gauge") : NULL;
}

/* ---- exams ---- */

static char *
find_pack (CharterOutline *outline, guint parent)
{
  return charter_outline_dup_value (outline, 0, "id");
}

/* A bank or scenario of the pack, the pack itself, or another one that it uses: the first that is not drawn from. */
static char *
find_group (CharterOutline *outline, guint exam)
{
  guint info = charter_outline_find_child (outline, 0, EL_INFO);
  g_autofree char *own = charter_outline_dup_value (outline, 0, "id");
  char *found = find_unused (outline, 0, EL_BANK, exam, EL_DRAW, "from");

  if (found == NULL)
    found = find_unused (outline, 0, EL_SCENARIO, exam, EL_DRAW, "from");
  if (found == NULL && own != NULL && !is_used (outline, exam, EL_DRAW, "from", own))
    found = g_steal_pointer (&own);
  for (guint use = info != CHARTER_OUTLINE_NONE ? charter_outline_find_child (outline, info, EL_USE) : info;
       found == NULL && use != CHARTER_OUTLINE_NONE;
       use = next_of_kind (outline, charter_outline_next_sibling (outline, use), EL_USE))
    {
      g_autofree char *pack = charter_outline_dup_value (outline, use, "pack");

      if (pack != NULL && !is_used (outline, exam, EL_DRAW, "from", pack))
        found = g_steal_pointer (&pack);
    }
  return found;
}

/* Whether the exam has a share of that name, also together with others. */
static gboolean
is_shared (CharterOutline *outline, guint exam, const char *attribute, const char *name)
{
  FOREACH_CHILD (child, outline, exam)
    {
      g_autofree char *value
        = get_kind (outline, child) == EL_SHARE ? charter_outline_dup_value (outline, child, attribute) : NULL;
      g_auto (GStrv) names = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);

      if (g_strv_contains ((const char *const *)names, name))
        return TRUE;
    }
  return FALSE;
}

/* What is left of the shares of topics, of approaches or of kinds, and no more than a tenth. */
static double
find_rest (CharterOutline *outline, guint exam, const char *attribute)
{
  double rest = 100;

  FOREACH_CHILD (child, outline, exam)
    if (get_kind (outline, child) == EL_SHARE && charter_outline_find_attribute (outline, child, attribute, NULL, NULL))
      rest -= get_number (outline, child, "percent");
  return MIN (rest, 10);
}

static char *
find_topic (CharterOutline *outline, guint exam)
{
  for (guint i = 0; i < charter_outline_get_length (outline); i++)
    {
      g_autofree char *id = get_kind (outline, i) == EL_TOPIC ? charter_outline_dup_value (outline, i, "id") : NULL;

      if (id != NULL && !is_shared (outline, exam, "topic", id))
        return g_steal_pointer (&id);
    }
  return NULL;
}

static const char *
find_word (CharterOutline *outline, guint exam, CharterAttribute attribute)
{
  const CharterAttributeRule *rule = charter_grammar_get_rule (EL_SHARE)->attributes;
  const char *name = charter_grammar_get_attribute_name (attribute);

  while (rule->attribute != attribute)
    rule++;
  for (const char *const *word = rule->choices; *word != NULL; word++)
    if (!is_shared (outline, exam, name, *word))
      return *word;
  return NULL;
}

static char *
write_share (CharterOutline *outline, guint exam, const char *attribute, const char *name)
{
  char percent[G_ASCII_DTOSTR_BUF_SIZE];

  if (name == NULL || find_rest (outline, exam, attribute) <= 0)
    return NULL;
  g_ascii_formatd (percent, sizeof percent, "%.6g", find_rest (outline, exam, attribute));
  return g_strdup_printf (" %s=\"%s\" percent=\"%s\"", attribute, name, percent);
}

/* Of a topic, or else of an approach or of a kind, as attributes. */
static char *
find_share (CharterOutline *outline, guint exam)
{
  g_autofree char *topic = find_topic (outline, exam);
  char *share = write_share (outline, exam, "topic", topic);

  if (share == NULL)
    share = write_share (outline, exam, "approach", find_word (outline, exam, AT_APPROACH));
  if (share == NULL)
    share = write_share (outline, exam, "kind", find_word (outline, exam, AT_KIND));
  return share;
}

static char *
find_minutes_left (CharterOutline *outline, guint exam)
{
  double minutes = get_number (outline, exam, "minutes");

  return minutes >= 2 ? g_strdup_printf ("%.0f", MIN (minutes - 1, 10)) : NULL;
}

/* ---- all of them ---- */

static const struct {
  const char *name;
  char *(*find) (CharterOutline *outline, guint parent);
} findings[] = {
  { "category", find_category }, { "target", find_target }, { "place", find_place },
  { "name", find_letter },       { "far", find_far },       { "count", count_children },
  { "answered", find_answered }, { "advice", find_advice }, { "box-facts", find_box_facts },
  { "figures", find_figures },   { "arrow", find_arrow },   { "ending", find_ending },
  { "onward", find_onward },     { "gauge", find_gauge },   { "pack", find_pack },
  { "group", find_group },       { "share", find_share },   { "minutes-left", find_minutes_left },
};

char *
charter_author_form_find_named (const char *name, CharterOutline *outline, guint parent)
{
  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    if (strcmp (findings[i].name, name) == 0)
      return findings[i].find (outline, parent);
  g_return_val_if_reached (NULL);
}
