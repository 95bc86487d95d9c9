/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-passage.h"

#include "charter-widget.h"

#define LINE_GAP 6   /* px between lines, so that the blanks of two lines don't touch */
#define SIDE_GAP 3   /* px between a blank and the words beside it */
#define SMALLEST 120 /* px; narrower than that nobody reads */

struct _CharterPassage {
  GtkWidget parent_instance;

  const CharterText *text;
  PangoLayout *layout; /* as it was last allocated */
};

G_DEFINE_FINAL_TYPE (CharterPassage, charter_passage, GTK_TYPE_WIDGET)

/* The room that a blank takes. ascent: px above the line's base. */
typedef struct {
  int width, height, ascent;
} Room;

static Room
measure_child (GtkWidget *child, int available)
{
  Room room;
  int natural, baseline;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  room.width = MIN (natural, MAX (available - 2 * SIDE_GAP, 1));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, room.width, NULL, &room.height, NULL, &baseline);
  room.ascent = baseline >= 0 ? baseline : room.height * 7 / 10;
  return room;
}

static PangoAttribute *
create_style (CharterSpanKind kind)
{
  switch (kind)
    {
    case CHARTER_SPAN_EM:
      return pango_attr_style_new (PANGO_STYLE_ITALIC);
    case CHARTER_SPAN_STRONG:
      return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    case CHARTER_SPAN_CODE:
      return pango_attr_family_new ("monospace");
    case CHARTER_SPAN_END:
    case CHARTER_SPAN_TERM:
    case CHARTER_SPAN_LINK:
    case CHARTER_SPAN_SEE:
    case CHARTER_SPAN_MATH:
    case CHARTER_SPAN_BLANK:
    default:
      return NULL;
    }
}

static PangoAttribute *
create_shape (GtkWidget *child, int available)
{
  Room room = measure_child (child, available);
  PangoRectangle rectangle = {
    0,
    -room.ascent * PANGO_SCALE,
    (room.width + 2 * SIDE_GAP) * PANGO_SCALE,
    room.height * PANGO_SCALE,
  };

  return pango_attr_shape_new (&rectangle, &rectangle);
}

/* available: px for the longest blank. */
static PangoAttrList *
create_attributes (CharterPassage *self, int available)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  for (const CharterSpan *span = self->text->spans; span != NULL && span->kind != CHARTER_SPAN_END; span++)
    {
      PangoAttribute *attribute = create_style (span->kind);

      if (span->kind == CHARTER_SPAN_BLANK && child != NULL)
        {
          attribute = create_shape (child, available);
          child = gtk_widget_get_next_sibling (child);
        }
      if (attribute == NULL)
        continue;
      attribute->start_index = span->start;
      attribute->end_index = span->start + span->length;
      pango_attr_list_insert (attributes, attribute);
    }
  return attributes;
}

/* width: px, or -1 for one line. */
static PangoLayout *
create_layout (CharterPassage *self, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text->plain);
  g_autoptr (PangoAttrList) attributes = create_attributes (self, width < 0 ? G_MAXINT : width);

  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, LINE_GAP * PANGO_SCALE);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  return layout;
}

static GtkSizeRequestMode
charter_passage_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_passage_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  CharterPassage *self = CHARTER_PASSAGE (widget);
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;
  g_autoptr (PangoLayout) layout = create_layout (self, across ? -1 : for_size);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  *natural = across ? MAX (width, SMALLEST) : height;
  *minimum = across ? SMALLEST : height;
}

/* The base of the line that holds index, in Pango units. */
static int
find_baseline (PangoLayout *layout, int index)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int baseline;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);

      baseline = pango_layout_iter_get_baseline (iter);
      if (index < line->start_index + line->length)
        break;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return baseline;
}

static void
place_child (CharterPassage *self, GtkWidget *child, int index, int width)
{
  Room room = measure_child (child, width);
  PangoRectangle at;
  GtkAllocation allocation;

  pango_layout_index_to_pos (self->layout, index, &at);
  allocation.x = PANGO_PIXELS (MIN (at.x, at.x + at.width)) + SIDE_GAP;
  allocation.y = PANGO_PIXELS (find_baseline (self->layout, index)) - room.ascent;
  allocation.width = room.width;
  allocation.height = room.height;
  gtk_widget_size_allocate (child, &allocation, -1);
}

static void
charter_passage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CharterPassage *self = CHARTER_PASSAGE (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);

  g_clear_object (&self->layout);
  self->layout = create_layout (self, width);
  for (const CharterSpan *span = self->text->spans; child != NULL && span != NULL && span->kind != CHARTER_SPAN_END;
       span++)
    if (span->kind == CHARTER_SPAN_BLANK)
      {
        place_child (self, child, (int)span->start, width);
        child = gtk_widget_get_next_sibling (child);
      }
}

static void
charter_passage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CharterPassage *self = CHARTER_PASSAGE (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  GTK_WIDGET_CLASS (charter_passage_parent_class)->snapshot (widget, snapshot);
}

static void
charter_passage_dispose (GObject *object)
{
  charter_widget_unparent_children (GTK_WIDGET (object));
  g_clear_object (&CHARTER_PASSAGE (object)->layout);
  G_OBJECT_CLASS (charter_passage_parent_class)->dispose (object);
}

static void
charter_passage_class_init (CharterPassageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_passage_dispose;
  widget_class->get_request_mode = charter_passage_get_request_mode;
  widget_class->measure = charter_passage_measure;
  widget_class->size_allocate = charter_passage_size_allocate;
  widget_class->snapshot = charter_passage_snapshot;
  gtk_widget_class_set_css_name (widget_class, "passage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
charter_passage_init (CharterPassage *self)
{
}

CharterPassage *
charter_passage_new (const CharterText *text)
{
  CharterPassage *self = g_object_new (CHARTER_TYPE_PASSAGE, NULL);

  self->text = text;
  return self;
}

void
charter_passage_add (CharterPassage *self, GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
