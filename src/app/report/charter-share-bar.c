/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-share-bar.h"

#include "charter-color.h"

#define HEIGHT 16    /* px: the interval's ends need it */
#define THICK 8      /* px of the bar */
#define SMALLEST 120 /* px across */

struct _CharterShareBar {
  GtkWidget parent_instance;

  double share, low, high;
};

G_DEFINE_FINAL_TYPE (CharterShareBar, charter_share_bar, GTK_TYPE_WIDGET)

static void
charter_share_bar_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? SMALLEST : HEIGHT;
}

/* From one share to another, in the reading direction. */
static graphene_rect_t
span (GtkWidget *widget, double from, double to, double y, double height)
{
  double width = gtk_widget_get_width (widget);
  double x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? (1 - to) * width : from * width;

  return GRAPHENE_RECT_INIT ((float)x, (float)y, (float)MAX ((to - from) * width, 1), (float)height);
}

static void
fill_round (GtkSnapshot *snapshot, const graphene_rect_t *area, const GdkRGBA *color)
{
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, area, THICK / 2.0F);
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, color, area);
  gtk_snapshot_pop (snapshot);
}

/* A thin line from low to high with an upright at each end, as in a printed chart. */
static void
draw_interval (CharterShareBar *self, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double one_px = 2.0 / MAX (gtk_widget_get_width (widget), 1);
  GdkRGBA color = charter_color_of (widget, 0.75);
  graphene_rect_t line = span (widget, self->low, self->high, HEIGHT / 2.0 - 1, 2);
  graphene_rect_t low = span (widget, self->low, MIN (self->low + one_px, 1), 2, HEIGHT - 4);
  graphene_rect_t high = span (widget, MAX (self->high - one_px, 0), self->high, 2, HEIGHT - 4);

  gtk_snapshot_append_color (snapshot, &color, &line);
  gtk_snapshot_append_color (snapshot, &color, &low);
  gtk_snapshot_append_color (snapshot, &color, &high);
}

static void
charter_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterShareBar *self = CHARTER_SHARE_BAR (widget);
  GdkRGBA track = charter_color_of (widget, 0.12);
  GdkRGBA accent;
  graphene_rect_t whole = span (widget, 0, 1, (HEIGHT - THICK) / 2.0, THICK);
  graphene_rect_t done = span (widget, 0, self->share, (HEIGHT - THICK) / 2.0, THICK);

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color", &accent))
    accent = charter_color_of (widget, 1);
  fill_round (snapshot, &whole, &track);
  if (self->share > 0)
    fill_round (snapshot, &done, &accent);
  draw_interval (self, snapshot);
}

static void
charter_share_bar_class_init (CharterShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = charter_share_bar_measure;
  widget_class->snapshot = charter_share_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
charter_share_bar_init (CharterShareBar *self)
{
}

GtkWidget *
charter_share_bar_new (double share, double low, double high)
{
  CharterShareBar *self = g_object_new (CHARTER_TYPE_SHARE_BAR, NULL);

  self->share = CLAMP (share, 0, 1);
  self->low = CLAMP (low, 0, 1);
  self->high = CLAMP (high, 0, 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 100.0, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  self->share * 100, -1);
  return GTK_WIDGET (self);
}
