/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-spot.h"

#include <math.h>

#include "charter-color.h"
#include "charter-part-row.h"
#include "charter-widget.h"

#define BOX_RADIUS 12  /* px: a diagram's boxes have it too */
#define RECT_RADIUS 3  /* px */
#define REACH 20       /* px round the middle in which even a tiny place can be hit by a finger */
#define BADGE_INSET 4  /* px from a corner of a picture's place to the middle of its letter */
#define BADGE_RAISED 5 /* px from a box to the middle of its letter, which leaves its words alone */
#define BADGE_BEYOND 9 /* px that the letter may stand out at the side */

#define RING_INSIDE 4  /* px from its line to the ring of what has the focus */
#define RING_OUTSIDE 7 /* px to the end of the ring */
#define ROOM 10        /* px round it that it draws in */

struct _CharterSpot {
  GtkButton parent_instance;

  /* widgets */
  GtkWidget *badge;
  GtkWidget *letter;
  GtkWidget *icon;

  /* the pack's */
  const CharterPart *part;
  const CharterRegion *region; /* or NULL */

  graphene_rect_t area; /* of the whole picture, or of the box, seen from here */
  gboolean chosen;
  gboolean broken; /* its line */
};

G_DEFINE_FINAL_TYPE (CharterSpot, charter_spot, GTK_TYPE_BUTTON)

/* ---- its form ---- */

static double
get_x (CharterSpot *self, guint index)
{
  return self->area.origin.x + self->region->at[index] / 100 * self->area.size.width;
}

static double
get_y (CharterSpot *self, guint index)
{
  return self->area.origin.y + self->region->at[index] / 100 * self->area.size.height;
}

static void
trace_rect (cairo_t *cr, double x, double y, double width, double height, double most)
{
  double r = MIN (most, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
trace (CharterSpot *self, cairo_t *cr)
{
  const CharterRegion *region = self->region;
  const graphene_rect_t *area = &self->area;

  if (region == NULL)
    trace_rect (cr, area->origin.x, area->origin.y, area->size.width, area->size.height, BOX_RADIUS);
  else if (region->shape == CHARTER_SHAPE_RECT)
    trace_rect (cr, get_x (self, 0), get_y (self, 1), region->at[2] / 100 * area->size.width,
                region->at[3] / 100 * area->size.height, RECT_RADIUS);
  else if (region->shape == CHARTER_SHAPE_CIRCLE)
    cairo_arc (cr, get_x (self, 0), get_y (self, 1), region->at[2] / 100 * area->size.width, 0, 2 * G_PI);
  else
    {
      for (guint i = 0; i + 1 < region->n_at; i += 2)
        cairo_line_to (cr, get_x (self, i), get_y (self, i + 1));
      cairo_close_path (cr);
    }
}

/* For questions about the form; nothing is drawn on it. */
static cairo_t *
new_trace (CharterSpot *self)
{
  cairo_surface_t *nowhere = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (nowhere);

  cairo_surface_destroy (nowhere);
  trace (self, cr);
  return cr;
}

static graphene_rect_t
get_bounds (CharterSpot *self)
{
  cairo_t *cr = new_trace (self);
  double left, top, right, bottom;

  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_destroy (cr);
  return GRAPHENE_RECT_INIT (floor (left), floor (top), ceil (right) - floor (left), ceil (bottom) - floor (top));
}

static gboolean
charter_spot_contains (GtkWidget *widget, double x, double y)
{
  CharterSpot *self = CHARTER_SPOT (widget);
  double from_middle = hypot (x - gtk_widget_get_width (widget) / 2., y - gtk_widget_get_height (widget) / 2.);
  cairo_t *cr = new_trace (self);
  gboolean inside = cairo_in_fill (cr, x, y);

  cairo_destroy (cr);
  return inside || from_middle <= REACH;
}

/* ---- its letter ---- */

static graphene_point_t
get_highest_corner (CharterSpot *self)
{
  guint highest = 0;

  for (guint i = 2; i + 1 < self->region->n_at; i += 2)
    if (self->region->at[i + 1] < self->region->at[highest + 1])
      highest = i;
  return GRAPHENE_POINT_INIT (get_x (self, highest), get_y (self, highest + 1));
}

/* At the upper corner where lines of a language end, but in a picture, which is never mirrored, on the line at the
 * right. */
static graphene_point_t
get_badge_middle (CharterSpot *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = gtk_widget_get_width (widget);

  if (self->region == NULL)
    return GRAPHENE_POINT_INIT (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : width, -BADGE_RAISED);
  if (self->region->shape == CHARTER_SHAPE_CIRCLE)
    return GRAPHENE_POINT_INIT (width / 2 * (1 + G_SQRT2 / 2), width / 2 * (1 - G_SQRT2 / 2));
  if (self->region->shape == CHARTER_SHAPE_POLYGON)
    return get_highest_corner (self);
  return GRAPHENE_POINT_INIT (width - BADGE_INSET, BADGE_INSET);
}

static void
charter_spot_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterSpot *self = CHARTER_SPOT (widget);
  graphene_point_t middle = get_badge_middle (self);
  const graphene_rect_t *area = &self->area;
  GtkRequisition size;
  GdkRectangle at;

  gtk_widget_get_preferred_size (self->badge, NULL, &size);
  at = (GdkRectangle){ middle.x - size.width / 2., middle.y - size.height / 2., size.width, size.height };
  at.x = CLAMP (at.x, area->origin.x - BADGE_BEYOND, area->origin.x + area->size.width + BADGE_BEYOND - size.width);
  if (self->region != NULL)
    at.y = MAX (at.y, area->origin.y - BADGE_BEYOND);
  gtk_widget_size_allocate (self->badge, &at, -1);
}

static void
charter_spot_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = 0;
}

static GtkSizeRequestMode
charter_spot_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

void
charter_spot_allocate (CharterSpot *self, const graphene_rect_t *area)
{
  graphene_rect_t bounds;
  GdkRectangle place;

  self->area = *area;
  bounds = get_bounds (self);
  graphene_rect_offset (&self->area, -bounds.origin.x, -bounds.origin.y);
  place = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  gtk_widget_size_allocate (GTK_WIDGET (self), &place, -1);
}

/* ---- drawing ---- */

/* A picture may have any colour: what is drawn over one stands off from it by black or white. */
static void
set_opposite (cairo_t *cr, const GdkRGBA *color, double alpha)
{
  double level = .3 * color->red + .59 * color->green + .11 * color->blue > .5 ? 0 : 1;

  cairo_set_source_rgba (cr, level, level, level, alpha);
}

static void
draw_edge (CharterSpot *self, cairo_t *cr, const GdkRGBA *color, double width)
{
  if (self->region == NULL)
    return;
  set_opposite (cr, color, .75);
  cairo_set_line_width (cr, width + 2);
  cairo_stroke_preserve (cr);
}

/* Round the outside of its form, with a gap between. */
static void
draw_ring (CharterSpot *self, cairo_t *cr, const GdkRGBA *color)
{
  cairo_save (cr);
  cairo_rectangle (cr, -ROOM, -ROOM, gtk_widget_get_width (GTK_WIDGET (self)) + 2 * ROOM,
                   gtk_widget_get_height (GTK_WIDGET (self)) + 2 * ROOM);
  trace (self, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  trace (self, cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 2 * RING_OUTSIDE);
  cairo_stroke_preserve (cr);
  set_opposite (cr, color, 1);
  cairo_set_line_width (cr, 2 * RING_INSIDE);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (CharterSpot *self, cairo_t *cr, GdkRGBA color, double width)
{
  const double dashes[] = { 6, 4 };
  gboolean pale = width < 2 && self->region == NULL && !charter_color_is_high_contrast ();

  draw_edge (self, cr, &color, width);
  color.alpha = pale ? .5 : 1;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, width);
  if (self->broken)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

static void
charter_spot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterSpot *self = CHARTER_SPOT (widget);
  gboolean hovered = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_PRELIGHT) != 0;
  GdkRGBA color = charter_color_of (widget, 1), tint = charter_color_of (widget, .16);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr
    = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (-ROOM, -ROOM, width + 2 * ROOM, height + 2 * ROOM));

  if ((gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_VISIBLE) != 0)
    draw_ring (self, cr, &color);
  trace (self, cr);
  if (self->chosen)
    {
      gdk_cairo_set_source_rgba (cr, &tint);
      cairo_fill_preserve (cr);
    }
  draw_line (self, cr, color, self->chosen || self->broken ? 3 : hovered ? 2 : 1.5);
  cairo_destroy (cr);
  gtk_widget_snapshot_child (widget, self->badge, snapshot);
}

/* ---- the object ---- */

static void
charter_spot_class_init (CharterSpotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->contains = charter_spot_contains;
  widget_class->measure = charter_spot_measure;
  widget_class->get_request_mode = charter_spot_get_request_mode;
  widget_class->size_allocate = charter_spot_size_allocate;
  widget_class->snapshot = charter_spot_snapshot;
  gtk_widget_class_set_css_name (widget_class, "spot");
}

static void
charter_spot_init (CharterSpot *self)
{
  self->badge = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  self->letter = gtk_label_new (NULL);
  self->icon
    = g_object_new (GTK_TYPE_IMAGE, "visible", FALSE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_hexpand (self->letter, TRUE);
  gtk_box_append (GTK_BOX (self->badge), self->letter);
  gtk_box_append (GTK_BOX (self->badge), self->icon);
  gtk_widget_add_css_class (self->badge, "badge");
  gtk_widget_set_can_target (self->badge, FALSE);
  gtk_button_set_child (GTK_BUTTON (self), self->badge);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

static void
set_name (CharterSpot *self, const char *mark_words)
{
  const char *letter = gtk_label_get_text (GTK_LABEL (self->letter));
  g_autofree char *name = g_strdup_printf ("%s. %s%s%s", letter, self->part->text.plain, mark_words != NULL ? ". " : "",
                                           mark_words != NULL ? mark_words : "");

  charter_widget_set_spoken_name (GTK_WIDGET (self), name);
}

CharterSpot *
charter_spot_new (const CharterPart *part, const CharterRegion *region, const char *badge, GtkAccessibleRole role)
{
  CharterSpot *self = g_object_new (CHARTER_TYPE_SPOT, "accessible-role", role, NULL);

  self->part = part;
  self->region = region;
  gtk_label_set_label (GTK_LABEL (self->letter), badge);
  charter_widget_set_class (GTK_WIDGET (self), "several", role == GTK_ACCESSIBLE_ROLE_CHECKBOX);
  set_name (self, NULL);
  return self;
}

const CharterPart *
charter_spot_get_part (CharterSpot *self)
{
  return self->part;
}

const CharterRegion *
charter_spot_get_region (CharterSpot *self)
{
  return self->region;
}

void
charter_spot_set_chosen (CharterSpot *self, gboolean chosen)
{
  self->chosen = chosen;
  charter_widget_set_class (GTK_WIDGET (self), "chosen", chosen);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
charter_spot_set_mark (CharterSpot *self, CharterMark mark, const char *words)
{
  self->broken = words != NULL && mark == CHARTER_MARK_MISSED;
  gtk_widget_set_visible (self->icon, words != NULL);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), charter_mark_icon (mark));
  charter_mark_tint (GTK_WIDGET (self), words != NULL ? mark : CHARTER_MARK_NONE);
  set_name (self, words);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
