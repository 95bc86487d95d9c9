/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-text.h"

struct _CharterFormText {
  GtkTextView parent_instance;
};

#define SPARE 8 /* pixels: where a word only just fits, rather a line too many than half a line */

G_DEFINE_FINAL_TYPE (CharterFormText, charter_form_text, GTK_TYPE_TEXT_VIEW)

/* Returns: (transfer full) the view's words, laid out as it does in that width */
static PangoLayout *
lay_out (GtkTextView *view, int width)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  int inside = width - gtk_text_view_get_left_margin (view) - gtk_text_view_get_right_margin (view) - SPARE;
  g_autofree char *words = NULL;
  PangoLayout *layout;

  g_object_get (buffer, "text", &words, NULL);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), words);
  pango_layout_set_width (layout, MAX (inside, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

static int
measure_height (GtkTextView *view, int width)
{
  g_autoptr (PangoLayout) layout = lay_out (view, width);
  int n_paragraphs = gtk_text_buffer_get_line_count (gtk_text_view_get_buffer (view));
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height
         + n_paragraphs * (gtk_text_view_get_pixels_above_lines (view) + gtk_text_view_get_pixels_below_lines (view))
         + gtk_text_view_get_top_margin (view) + gtk_text_view_get_bottom_margin (view);
}

static void
charter_form_text_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GTK_WIDGET_CLASS (charter_form_text_parent_class)
    ->measure (widget, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = measure_height (GTK_TEXT_VIEW (widget), for_size);
}

static GtkSizeRequestMode
charter_form_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
charter_form_text_class_init (CharterFormTextClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = charter_form_text_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = charter_form_text_get_request_mode;
}

static void
charter_form_text_init (CharterFormText *self)
{
}

GtkWidget *
charter_form_text_new (void)
{
  return g_object_new (CHARTER_TYPE_FORM_TEXT, "wrap-mode", GTK_WRAP_WORD_CHAR, NULL);
}
