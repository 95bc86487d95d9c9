/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A risk matrix: probability upwards, impact the way one reads, and a numbered chip a risk. How grave a cell is shows
 * in its colour and in its lines, one of which is enough. */
#include "charter-drawing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SIDES 5
#define GAP 6       /* px between the figures and the matrix */
#define CHIP_GAP 10 /* px between chips, and round them: a hotspot puts its letter there */
#define TINT .35    /* how strong the colour of a cell is */
#define SPARSE 9    /* px between lines */
#define DENSE 6

/* Probability times impact, from 1 to 25. */
#define FAIR_FROM 5
#define POOR_FROM 15

typedef struct {
  CharterArea matrix;
  double chip;  /* a chip's height and least width */
  double width; /* of the widest chip */
  guint across; /* how many chips a cell has side by side */
  double key;   /* where the words below begin */
} Plan;

static CharterInk
get_ink (guint severity)
{
  return severity >= POOR_FROM ? CHARTER_INK_POOR : severity >= FAIR_FROM ? CHARTER_INK_FAIR : CHARTER_INK_GOOD;
}

static gboolean
share_cell (const CharterNode *one, const CharterNode *other)
{
  return one->probability == other->probability && one->impact == other->impact;
}

/* How many risks before it are in its cell. */
static guint
get_rank (const CharterDiagram *diagram, guint node)
{
  guint rank = 0;

  for (guint i = 0; i < node; i++)
    rank += share_cell (&diagram->nodes[i], &diagram->nodes[node]);
  return rank;
}

static guint
get_fullest (const CharterDiagram *diagram)
{
  guint most = 1;

  for (guint i = 0; i < diagram->n_nodes; i++)
    most = MAX (most, get_rank (diagram, i) + 1);
  return most;
}

static char *
name_chip (guint node)
{
  return g_strdup_printf ("%u", node + 1);
}

static Plan
make_plan (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  g_autofree char *widest = name_chip (diagram->n_nodes);
  double side;
  guint rows;
  Plan plan = { .chip = canvas->line * 1.3 };

  plan.width = MAX (plan.chip, charter_canvas_get_width (canvas, widest) + canvas->line * .6);
  plan.matrix.x = charter_canvas_get_width (canvas, "5") + GAP;
  plan.matrix.y = canvas->line * 1.3;
  plan.matrix.width = canvas->width - plan.matrix.x;
  side = plan.matrix.width / SIDES;
  plan.across = (guint)MAX (1, (side - CHIP_GAP) / (plan.width + CHIP_GAP));
  rows = (get_fullest (diagram) + plan.across - 1) / plan.across;
  plan.matrix.height = SIDES * MAX (2.4 * canvas->line, rows * (plan.chip + CHIP_GAP) + CHIP_GAP);
  plan.key = plan.matrix.y + plan.matrix.height + 2.9 * canvas->line;
  return plan;
}

static CharterArea
get_cell (const Plan *plan, guint probability, guint impact)
{
  double width = plan->matrix.width / SIDES, height = plan->matrix.height / SIDES;

  return (CharterArea){ plan->matrix.x + (impact - 1) * width, plan->matrix.y + (SIDES - probability) * height, width,
                        height };
}

/* The rows of chips stand in the middle of their cell. */
static CharterArea
get_chip (const CharterDiagram *diagram, const Plan *plan, guint node)
{
  const CharterNode *risk = &diagram->nodes[node];
  CharterArea cell = get_cell (plan, (guint)risk->probability, (guint)risk->impact);
  guint rank = get_rank (diagram, node), n = 0;
  guint row = rank / plan->across, column = rank % plan->across;
  guint rows, in_row;
  double width, height;

  for (guint i = 0; i < diagram->n_nodes; i++)
    n += share_cell (&diagram->nodes[i], risk);
  rows = (n + plan->across - 1) / plan->across;
  in_row = MIN (plan->across, n - row * plan->across);
  width = in_row * (plan->width + CHIP_GAP) - CHIP_GAP;
  height = rows * (plan->chip + CHIP_GAP) - CHIP_GAP;
  return (CharterArea){ cell.x + (cell.width - width) / 2 + column * (plan->width + CHIP_GAP),
                        cell.y + (cell.height - height) / 2 + row * (plan->chip + CHIP_GAP), plan->width, plan->chip };
}

/* ---- drawing ---- */

static void
draw_severity (CharterCanvas *canvas, const CharterArea *area, guint severity)
{
  charter_canvas_box (canvas, area, 0, get_ink (severity), TINT, CHARTER_INK_SURFACE, 1);
  if (severity >= FAIR_FROM)
    charter_canvas_hatch (canvas, CHARTER_INK_TEXT, area, severity >= POOR_FROM ? DENSE : SPARSE,
                          severity >= POOR_FROM);
}

static void
draw_chip (CharterCanvas *canvas, const CharterArea *area, guint node)
{
  g_autofree char *name = name_chip (node);

  charter_canvas_box (canvas, area, area->height / 2, CHARTER_INK_SURFACE, 1, CHARTER_INK_TEXT, 1.5);
  charter_canvas_write_middle (canvas, CHARTER_INK_TEXT, area->x, area->y + (area->height - canvas->line) / 2,
                               area->width, name);
}

static void
draw_axes (CharterCanvas *canvas, const Plan *plan)
{
  double below = plan->matrix.y + plan->matrix.height + canvas->line / 5;

  for (guint i = 1; i <= SIDES; i++)
    {
      CharterArea up = get_cell (plan, i, 1), along = get_cell (plan, 1, i);
      g_autofree char *figure = g_strdup_printf ("%u", i);

      charter_canvas_write (canvas, CHARTER_INK_DIM, plan->matrix.x - GAP, up.y + (up.height - canvas->line) / 2, 1,
                            figure);
      charter_canvas_write (canvas, CHARTER_INK_DIM, along.x + along.width / 2, below, .5, figure);
    }
  charter_canvas_write (canvas, CHARTER_INK_TEXT, 0, 0, 0, _ ("Probability"));
  charter_canvas_write (canvas, CHARTER_INK_TEXT, canvas->width, below + canvas->line, 1, _ ("Impact"));
}

static void
lay_key (CharterCanvas *canvas, double *x, double *y, guint severity, const char *words)
{
  double side = canvas->line;

  charter_canvas_flow (canvas, x, y, 1.4 * side, words);
  draw_severity (canvas, &(CharterArea){ *x, *y, side, side }, severity);
  charter_canvas_write (canvas, CHARTER_INK_DIM, *x + 1.4 * side, *y, 0, words);
  *x += 2.4 * side + charter_canvas_get_width (canvas, words);
}

static double
lay_risk (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan, guint node, double y)
{
  double indent = plan->width + 2 * GAP, drop = (plan->chip - canvas->line) / 2;
  double height;

  draw_chip (canvas, &(CharterArea){ 0, y, plan->width, plan->chip }, node);
  height = charter_canvas_write_lines (canvas, CHARTER_INK_TEXT, indent, y + drop, canvas->width - indent,
                                       diagram->nodes[node].text.plain);
  return y + MAX (plan->chip, height + drop) + GAP / 2.;
}

/* What the tints and the numbers mean. Returns: where it ends */
static double
lay_words (const CharterDiagram *diagram, CharterCanvas *canvas, const Plan *plan)
{
  double x = 0, y = plan->key;

  /* Translators: how grave a risk is; the numbers are probability times impact */
  lay_key (canvas, &x, &y, 1, _ ("low (1–4)"));
  lay_key (canvas, &x, &y, FAIR_FROM, _ ("medium (5–12)"));
  lay_key (canvas, &x, &y, POOR_FROM, _ ("high (15–25)"));
  y += 1.6 * canvas->line;
  for (guint i = 0; i < diagram->n_nodes; i++)
    y = lay_risk (diagram, canvas, plan, i, y);
  return y;
}

static double
get_least_width (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = make_plan (diagram, canvas);

  return plan.matrix.x + SIDES * (plan.width + CHIP_GAP); /* half a gap on either side */
}

static double
measure (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = make_plan (diagram, canvas);
  cairo_t *cr = g_steal_pointer (&canvas->cr);
  double height = lay_words (diagram, canvas, &plan);

  canvas->cr = cr;
  return height;
}

static void
draw (const CharterDiagram *diagram, CharterCanvas *canvas)
{
  Plan plan = make_plan (diagram, canvas);

  for (guint i = 0; i < SIDES * SIDES; i++)
    {
      guint probability = 1 + i / SIDES, impact = 1 + i % SIDES;
      CharterArea cell = get_cell (&plan, probability, impact);

      draw_severity (canvas, &cell, probability * impact);
    }
  draw_axes (canvas, &plan);
  for (guint i = 0; i < diagram->n_nodes; i++)
    {
      CharterArea chip = get_chip (diagram, &plan, i);

      draw_chip (canvas, &chip, i);
    }
  lay_words (diagram, canvas, &plan);
}

static gboolean
find_cell (const Plan *plan, const char *id, CharterArea *area)
{
  for (guint i = 0; i < SIDES * SIDES; i++)
    {
      guint probability = 1 + i / SIDES, impact = 1 + i % SIDES;
      char cell[CHARTER_CELL_ID_SIZE];

      charter_cell_write_id (probability, impact, cell);
      if (strcmp (cell, id) != 0)
        continue;
      *area = get_cell (plan, probability, impact);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find (const CharterDiagram *diagram, CharterCanvas *canvas, const char *id, CharterArea *area)
{
  Plan plan = make_plan (diagram, canvas);

  for (guint i = 0; i < diagram->n_nodes; i++)
    if (strcmp (diagram->nodes[i].id, id) == 0)
      {
        *area = get_chip (diagram, &plan, i);
        *area = (CharterArea){ area->x - CHIP_GAP / 2., area->y - CHIP_GAP / 2., area->width + CHIP_GAP,
                               area->height + CHIP_GAP };
        return TRUE;
      }
  return find_cell (&plan, id, area);
}

const CharterDrawingKind charter_drawing_risks = { get_least_width, measure, draw, find };
