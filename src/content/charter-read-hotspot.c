/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hotspot: places in a picture, or nodes of a diagram. */
#include "charter-diagram.h"
#include "charter-read-item-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static CharterShape
read_shape (const CharterElement *element)
{
  const char *shape = charter_element_get (element, AT_SHAPE);

  return *shape == 'r' ? CHARTER_SHAPE_RECT : *shape == 'c' ? CHARTER_SHAPE_CIRCLE : CHARTER_SHAPE_POLYGON;
}

static gboolean
fits_shape (const CharterRegion *region)
{
  switch (region->shape)
    {
    case CHARTER_SHAPE_RECT:
      return region->n_at == 4 && region->at[0] + region->at[2] <= 100 && region->at[1] + region->at[3] <= 100
             && region->at[2] > 0 && region->at[3] > 0;
    case CHARTER_SHAPE_CIRCLE:
      return region->n_at == 3 && region->at[2] > 0;
    case CHARTER_SHAPE_POLYGON:
    default:
      return region->n_at >= 6 && region->n_at % 2 == 0;
    }
}

static void
read_region (CharterReader *reader, const CharterElement *element, CharterRegion *region)
{
  g_auto (GStrv) words = g_strsplit_set (charter_element_get (element, AT_AT), " \t\n\r", -1);
  double *at = charter_arena_new_n (reader->arena, double, g_strv_length (words));

  for (char **word = words; *word; word++)
    if (**word)
      at[region->n_at++] = g_ascii_strtod (*word, NULL);
  region->at = at;
  region->shape = read_shape (element);
  if (!fits_shape (region))
    charter_reader_error (reader, "bad-value", element, AT_AT,
                          g_strdup_printf (_ ("these %u numbers are no %s within the picture"), region->n_at,
                                           charter_element_get (element, AT_SHAPE)),
                          g_strdup (
                            _ ("rect: x y width height; circle: x y radius; polygon: x y for three or more corners; "
                               "in per cent of the picture")),
                          g_strdup (_ ("change the numbers")));
}

static void
report_mix (CharterReader *reader, const CharterElement *child, gboolean picture)
{
  charter_reader_error (reader, "wrong-key", child, AT_NONE,
                        picture ? g_strdup (_ ("a “target” stands with a picture"))
                                : g_strdup (_ ("a “region” stands with a diagram")),
                        g_strdup (_ ("a picture has regions, a diagram has targets")),
                        picture ? g_strdup (_ ("make it a “region”")) : g_strdup (_ ("make it a “target”")));
}

static void
read_regions (CharterReader *reader, const CharterElement *element, CharterItem *item, CharterHotspot *hotspot)
{
  guint n = charter_element_count (element, EL_REGION);
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, n);
  CharterRegion *regions = charter_arena_new_n (reader->arena, CharterRegion, n);

  charter_element_foreach (child, element, EL_REGION)
  {
    charter_read_part (reader, child, &parts[item->n_parts]);
    read_region (reader, child, &regions[item->n_parts++]);
  }
  charter_element_foreach (child, element, EL_TARGET) report_mix (reader, child, TRUE);
  item->parts = parts;
  hotspot->regions = regions;
}

/* ---- places of a diagram */

typedef struct {
  const char *id; /* NULL where there is none such */
  CharterText text;
} Place;

static Place
find_node (const CharterDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->n_nodes; i++)
    if (strcmp (diagram->nodes[i].id, id) == 0)
      return (Place){ id, diagram->nodes[i].text };
  return (Place){ NULL };
}

static Place
find_point (const CharterDiagram *diagram, const char *id)
{
  for (guint i = 0; i < diagram->n_points; i++)
    if (g_strcmp0 (diagram->points[i].id, id) == 0)
      return (Place){ id, { .plain = diagram->points[i].at } };
  return (Place){ NULL };
}

static Place
name_cell (CharterReader *reader, const CharterElement *element)
{
  guint probability = charter_element_get_count (element, AT_PROBABILITY);
  guint impact = charter_element_get_count (element, AT_IMPACT);
  char id[CHARTER_CELL_ID_SIZE];
  /* Translators: a cell of a risk matrix; both are from 1 to 5 */
  g_autofree char *words = g_strdup_printf (_ ("Probability %u, impact %u"), probability, impact);

  charter_cell_write_id (probability, impact, id);
  return (Place){ charter_arena_strdup (reader->arena, id), { .plain = charter_arena_strdup (reader->arena, words) } };
}

static gboolean
check_target (CharterReader *reader, const CharterElement *element, const CharterDiagram *diagram)
{
  gboolean node = charter_element_get (element, AT_NODE) != NULL,
           point = charter_element_get (element, AT_POINT) != NULL;
  gboolean probability = charter_element_get (element, AT_PROBABILITY) != NULL;
  gboolean impact = charter_element_get (element, AT_IMPACT) != NULL;

  if (probability == impact && node + point + probability == 1
      && (!probability || diagram->kind == CHARTER_DIAGRAM_RISK_MATRIX))
    return TRUE;
  charter_reader_error (reader, "missing-attribute", element, AT_NONE,
                        g_strdup (_ ("this target names no one place of its diagram")),
                        g_strdup (_ ("a “node”, or a “point”, or in a risk matrix “probability” and “impact”")),
                        g_strdup (_ ("write one of the three")));
  return FALSE;
}

static Place
find_place (CharterReader *reader, const CharterElement *element, const CharterDiagram *diagram)
{
  const char *node = charter_element_get (element, AT_NODE), *point = charter_element_get (element, AT_POINT);

  if (node != NULL)
    return find_node (diagram, node);
  return point != NULL ? find_point (diagram, point) : name_cell (reader, element);
}

static void
report_no_place (CharterReader *reader, const CharterElement *element)
{
  const char *node = charter_element_get (element, AT_NODE), *point = charter_element_get (element, AT_POINT);

  if (node != NULL)
    charter_reader_error (reader, "broken-reference", element, AT_NODE,
                          g_strdup_printf (_ ("the diagram has no node “%s”"), node),
                          g_strdup (_ ("“node” names a node of the item’s diagram")),
                          g_strdup (_ ("write the id of one of the nodes")));
  else
    charter_reader_error (reader, "broken-reference", element, AT_POINT,
                          g_strdup_printf (_ ("the diagram has no point “%s”"), point),
                          g_strdup (_ ("“point” names a point of the item’s diagram")),
                          g_strdup (_ ("write the id of one of the points")));
}

static void
report_second (CharterReader *reader, const CharterElement *element, const Place *place)
{
  const char *node = charter_element_get (element, AT_NODE);

  charter_reader_error (reader, "duplicate-id", element, node != NULL ? AT_NODE : AT_NONE,
                        node != NULL ? g_strdup_printf (_ ("a second target for the node “%s”"), node)
                                     : g_strdup_printf (_ ("a second target for “%s”"), place->text.plain),
                        node != NULL ? g_strdup (_ ("one target for each node"))
                                     : g_strdup (_ ("one target for each place")),
                        g_strdup (_ ("remove one of them")));
}

static void
read_target (CharterReader *reader,
             const CharterElement *element,
             const CharterDiagram *diagram,
             CharterItem *item,
             CharterPart *part)
{
  Place place;

  if (!check_target (reader, element, diagram))
    return;
  place = find_place (reader, element, diagram);
  if (place.id == NULL)
    report_no_place (reader, element);
  else if (charter_item_find_part (item, place.id))
    report_second (reader, element, &place);
  else
    {
      charter_read_part (reader, element, part);
      part->id = charter_arena_strdup (reader->arena, place.id);
      part->text = place.text;
      item->n_parts++;
    }
}

static void
read_targets (CharterReader *reader, const CharterElement *element, CharterItem *item, const CharterDiagram *diagram)
{
  CharterPart *parts = charter_arena_new_n (reader->arena, CharterPart, charter_element_count (element, EL_TARGET));

  item->parts = parts;
  charter_element_foreach (child, element, EL_TARGET) read_target (reader, child, diagram, item, &parts[item->n_parts]);
  charter_element_foreach (child, element, EL_REGION) report_mix (reader, child, FALSE);
}

void
charter_read_hotspot (CharterReader *reader, const CharterElement *element, CharterItem *item)
{
  CharterHotspot *hotspot = charter_arena_new_n (reader->arena, CharterHotspot, 1);
  const CharterElement *figure = charter_element_find (element, EL_FIGURE);
  const CharterElement *diagram = charter_element_find (element, EL_DIAGRAM);

  item->hotspot = hotspot;
  if (figure)
    {
      hotspot->figure = charter_read_figure (reader, figure);
      read_regions (reader, element, item, hotspot);
    }
  else if (diagram)
    {
      hotspot->diagram = charter_read_diagram (reader, diagram);
      read_targets (reader, element, item, hotspot->diagram);
    }
  if (charter_item_count_keys (item) == 0)
    charter_report_key (reader, element, g_strdup_printf (_ ("the item “%s” has no right place"), item->id),
                        _ ("a “hotspot” has at least one"), _ ("write correct=\"true\" on the place that is right"));
}
