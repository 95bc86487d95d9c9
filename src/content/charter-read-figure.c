/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures, and drawings made from data. */
#include "charter-network.h"
#include "charter-reader-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- figures */

static gboolean
has_parent_step (const char *src)
{
  g_auto (GStrv) steps = g_strsplit (src, "/", -1);

  return g_strv_contains ((const char *const *)steps, "..");
}

/* A link inside the folder may lead out of it. */
static gboolean
leaves_folder (const char *folder, const char *path)
{
  g_autofree char *real_folder = realpath (folder, NULL);
  g_autofree char *real_path = realpath (path, NULL);
  gsize n;

  if (!real_folder || !real_path)
    return FALSE;
  n = strlen (real_folder);
  return strncmp (real_path, real_folder, n) != 0 || (real_path[n] != '/' && n > 1);
}

static void
report_leaving (CharterReader *reader, const CharterElement *element, const char *src)
{
  charter_reader_error (reader, "path-leaves", element, AT_SRC,
                        g_strdup_printf (_ ("the picture “%s” lies outside the pack’s folder"), src),
                        g_strdup (_ ("pictures lie in the folder of the pack, or below it")),
                        g_strdup (_ ("copy the picture beside the pack")));
}

/* Returns: FALSE where the picture may not be shown. */
static gboolean
check_picture (CharterReader *reader, const CharterElement *element, const char *src)
{
  g_autoptr (GFile) file = reader->folder ? g_file_resolve_relative_path (reader->folder, src) : NULL;

  if (has_parent_step (src))
    {
      report_leaving (reader, element, src);
      return FALSE;
    }
  if (!file)
    return TRUE;
  if (g_file_peek_path (file) && leaves_folder (g_file_peek_path (reader->folder), g_file_peek_path (file)))
    {
      report_leaving (reader, element, src);
      return FALSE;
    }
  if (!g_file_query_exists (file, NULL))
    charter_reader_report (reader, CHARTER_SEVERITY_WARNING, "missing-picture", element, AT_SRC,
                           g_strdup_printf (_ ("there is no picture “%s”"), src),
                           g_strdup (_ ("a file beside the pack, or below its folder")),
                           g_strdup (_ ("put the picture there, or change “src”")));
  return TRUE;
}

const CharterFigure *
charter_read_figure (CharterReader *reader, const CharterElement *element)
{
  CharterFigure *figure = charter_arena_new_n (reader->arena, CharterFigure, 1);
  const char *src = charter_element_get (element, AT_SRC);

  if (!src || !check_picture (reader, element, src))
    return NULL;
  figure->src = charter_arena_strdup (reader->arena, src);
  figure->alt = charter_arena_strdup (reader->arena, charter_element_get (element, AT_ALT));
  figure->caption = charter_read_child_text (reader, element, EL_CAPTION);
  return figure;
}

/* ---- diagrams */

static const char *const diagram_kinds[] = { "cycle", "flow", "network", "burn-down", "risk-matrix", "earned-value" };
static const char *const shows[] = { "names", "durations", "dates", "critical" };
static const char *const node_kinds[] = { "neutral", "project", "operation", "idea", "delivery", "milestone" };

static guint
index_of (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return 0;
}

static void
read_node (CharterReader *reader, const CharterElement *element, CharterNode *node)
{
  node->id = charter_arena_strdup (reader->arena, charter_element_get (element, AT_ID));
  node->kind
    = (CharterNodeKind)index_of (node_kinds, G_N_ELEMENTS (node_kinds), charter_element_get (element, AT_KIND));
  node->text = charter_read_child_text (reader, element, EL_TEXT);
  node->note = charter_read_child_text (reader, element, EL_NOTE);
  node->duration = charter_element_get_number (element, AT_DURATION, 0);
  node->probability = (int)charter_element_get_count (element, AT_PROBABILITY);
  node->impact = (int)charter_element_get_count (element, AT_IMPACT);
}

static void
read_nodes (CharterReader *reader, const CharterElement *element, CharterDiagram *diagram)
{
  guint n = charter_element_count (element, EL_NODE);
  CharterNode *nodes = charter_arena_new_n (reader->arena, CharterNode, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  charter_element_foreach (child, element, EL_NODE)
  {
    const char *id = charter_element_get (child, AT_ID);

    if (!charter_reader_check_local_id (reader, child, id, taken, diagram->n_nodes))
      continue;
    taken[diagram->n_nodes] = id;
    read_node (reader, child, &nodes[diagram->n_nodes++]);
  }
  diagram->nodes = nodes;
}

static gboolean
find_node (
  CharterReader *reader, const CharterElement *edge, CharterAttribute end, const CharterDiagram *diagram, guint *found)
{
  const char *id = charter_element_get (edge, end);
  g_autofree const char **ids = g_new0 (const char *, diagram->n_nodes + 1);
  const char *guess;

  for (*found = 0; *found < diagram->n_nodes; (*found)++)
    if (strcmp (diagram->nodes[*found].id, id) == 0)
      return TRUE;
  for (guint i = 0; i < diagram->n_nodes; i++)
    ids[i] = diagram->nodes[i].id;
  guess = charter_grammar_guess (id, ids);
  charter_reader_error (reader, "broken-reference", edge, end, g_strdup_printf (_ ("the diagram has no node “%s”"), id),
                        g_strdup (_ ("an edge joins two nodes of its diagram")),
                        guess ? g_strdup_printf (_ ("did you mean “%s”?"), guess) : g_strdup (_ ("add the node")));
  return FALSE;
}

static void
read_edges (CharterReader *reader, const CharterElement *element, CharterDiagram *diagram)
{
  CharterEdge *edges = charter_arena_new_n (reader->arena, CharterEdge, charter_element_count (element, EL_EDGE));

  charter_element_foreach (child, element, EL_EDGE)
  {
    CharterEdge *edge = &edges[diagram->n_edges];
    gboolean from = find_node (reader, child, AT_FROM, diagram, &edge->from);
    gboolean to = find_node (reader, child, AT_TO, diagram, &edge->to);

    if (!from || !to)
      continue;
    edge->text = charter_read_text (reader, child);
    diagram->n_edges++;
  }
  diagram->edges = edges;
}

static void
read_points (CharterReader *reader, const CharterElement *element, CharterDiagram *diagram)
{
  guint n = charter_element_count (element, EL_POINT);
  CharterPoint *points = charter_arena_new_n (reader->arena, CharterPoint, n);
  g_autofree const char **taken = g_new0 (const char *, n + 1);

  charter_element_foreach (child, element, EL_POINT)
  {
    CharterPoint *point = &points[diagram->n_points];
    const char *id = charter_element_get (child, AT_ID);

    if (id != NULL && !charter_reader_check_local_id (reader, child, id, taken, diagram->n_points))
      continue;
    taken[diagram->n_points++] = id;
    point->id = id != NULL ? charter_arena_strdup (reader->arena, id) : NULL;
    point->at = charter_arena_strdup (reader->arena, charter_element_get (child, AT_AT));
    point->planned = charter_element_get_number (child, AT_PLANNED, NAN);
    point->actual = charter_element_get_number (child, AT_ACTUAL, NAN);
    point->pv = charter_element_get_number (child, AT_PV, NAN);
    point->ev = charter_element_get_number (child, AT_EV, NAN);
    point->ac = charter_element_get_number (child, AT_AC, NAN);
  }
  diagram->points = points;
}

static void
check_order (CharterReader *reader, const CharterElement *element, const CharterDiagram *diagram)
{
  g_autofree guint *order = charter_network_sort (diagram);

  if (order == NULL)
    charter_reader_error (reader, "bad-value", element, AT_NONE,
                          g_strdup (_ ("the arrows of this network lead round in a circle")),
                          g_strdup (_ ("no activity of a network follows itself")),
                          g_strdup (_ ("turn one of the arrows, or remove it")));
}

/* What a kind of diagram is drawn from. */
static void
check_data (CharterReader *reader, const CharterElement *element, const CharterDiagram *diagram)
{
  gboolean of_points = diagram->kind == CHARTER_DIAGRAM_BURN_DOWN || diagram->kind == CHARTER_DIAGRAM_EARNED_VALUE;
  guint n = of_points ? charter_element_count (element, EL_POINT) : charter_element_count (element, EL_NODE);
  guint least = diagram->kind == CHARTER_DIAGRAM_RISK_MATRIX ? 1 : 2;
  const char *kind = diagram_kinds[diagram->kind], *wanted = of_points ? "point" : "node";

  if (n < least && !element->disturbed)
    charter_reader_error (reader, "missing-element", element, AT_NONE,
                          g_strdup_printf (_ ("a %s diagram has too few of “%s”: %u"), kind, wanted, n),
                          g_strdup_printf (_ ("it is drawn from at least %u of “%s”"), least, wanted),
                          g_strdup_printf (_ ("add “%s”"), wanted));
  if (diagram->kind == CHARTER_DIAGRAM_NETWORK)
    check_order (reader, element, diagram);
  if (diagram->kind != CHARTER_DIAGRAM_RISK_MATRIX)
    return;
  charter_element_foreach (node, element, EL_NODE) if (!charter_element_get (node, AT_PROBABILITY)
                                                       || !charter_element_get (node, AT_IMPACT))
    charter_reader_error (reader, "missing-attribute", node, AT_NONE,
                          g_strdup (_ ("this risk has no place in the matrix")),
                          g_strdup (_ ("each node of a risk-matrix has “probability” and “impact”")),
                          g_strdup (_ ("add both, from 1 to 5")));
}

const CharterDiagram *
charter_read_diagram (CharterReader *reader, const CharterElement *element)
{
  CharterDiagram *diagram = charter_arena_new_n (reader->arena, CharterDiagram, 1);
  const char *kind = charter_element_get (element, AT_KIND);

  diagram->kind = (CharterDiagramKind)index_of (diagram_kinds, G_N_ELEMENTS (diagram_kinds), kind);
  diagram->show
    = charter_element_get (element, AT_SHOW) == NULL
        ? CHARTER_SHOW_DURATIONS
        : (CharterNetworkShow)index_of (shows, G_N_ELEMENTS (shows), charter_element_get (element, AT_SHOW));
  diagram->bac = charter_element_get_number (element, AT_BAC, NAN);
  diagram->eac = charter_element_get_number (element, AT_EAC, NAN);
  diagram->alt = charter_arena_strdup (reader->arena, charter_element_get (element, AT_ALT));
  diagram->caption = charter_read_child_text (reader, element, EL_CAPTION);
  diagram->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_DIAGRAM, diagram);
  read_nodes (reader, element, diagram);
  read_edges (reader, element, diagram);
  read_points (reader, element, diagram);
  check_data (reader, element, diagram);
  return diagram;
}
