/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-blocks.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "charter-print-letter.h"

#define WIDEST 400.0 /* points */
#define FINEST 1600  /* pixels across: about 290 an inch */

typedef struct {
  CharterPack *pack;       /* owned */
  const CharterItem *item; /* or NULL */
  cairo_surface_t *surface;
  int width, height; /* pixels */
} Figure;

/* A drawing is drawn fine enough for paper; a photograph is as fine as it is. */
static GdkPixbuf *
load (CharterPack *pack, const CharterFigure *figure)
{
  g_autoptr (GFile) file = pack->folder != NULL ? g_file_resolve_relative_path (pack->folder, figure->src) : NULL;
  const char *path = file != NULL ? g_file_peek_path (file) : NULL;

  if (path == NULL)
    return NULL;
  if (g_str_has_suffix (path, ".svg"))
    return gdk_pixbuf_new_from_file_at_scale (path, FINEST, -1, TRUE, NULL);
  return gdk_pixbuf_new_from_file (path, NULL);
}

/* One pixel on white paper: cairo wants it in a machine word. */
static guint32
pack_pixel (const guchar *from, gboolean has_alpha)
{
  guint alpha = has_alpha ? from[3] : 255;
  guint32 word = 0;

  for (guint i = 0; i < 3; i++)
    word = word << 8 | (from[i] * alpha + 255 * (255 - alpha)) / 255;
  return word;
}

static cairo_surface_t *
make_surface (GdkPixbuf *pixbuf)
{
  int width = gdk_pixbuf_get_width (pixbuf), height = gdk_pixbuf_get_height (pixbuf);
  int channels = gdk_pixbuf_get_n_channels (pixbuf);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guchar *data = cairo_image_surface_get_data (surface);

  for (int y = 0; data != NULL && y < height; y++)
    for (int x = 0; x < width; x++)
      ((guint32 *)(void *)(data + (gsize)y * cairo_image_surface_get_stride (surface)))[x]
        = pack_pixel (gdk_pixbuf_read_pixels (pixbuf) + (gsize)y * gdk_pixbuf_get_rowstride (pixbuf) + x * channels,
                      gdk_pixbuf_get_has_alpha (pixbuf));
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* ---- letters on regions ---- */

/* A region's middle, in per cent. */
static void
find_middle (const CharterRegion *region, double *x, double *y)
{
  guint n = region->shape == CHARTER_SHAPE_CIRCLE ? 1 : region->n_at / 2;

  if (region->shape == CHARTER_SHAPE_RECT)
    {
      *x = region->at[0] + region->at[2] / 2;
      *y = region->at[1] + region->at[3] / 2;
      return;
    }
  *x = *y = 0;
  for (guint i = 0; i < n; i++)
    {
      *x += region->at[2 * i] / n;
      *y += region->at[2 * i + 1] / n;
    }
}

static void
draw_letters (cairo_t *cr, const CharterItem *item, double width, double height)
{
  for (guint i = 0; i < item->n_parts; i++)
    {
      double x, y;

      find_middle (&item->hotspot->regions[i], &x, &y);
      charter_print_letter_draw (cr, i, x * width / 100, y * height / 100);
    }
}

/* Within a clip: what fills a page of cairo 1.16 that is still empty takes the PDF's structure away with it. */
static void
draw (cairo_t *cr, double width, double height, gpointer data)
{
  Figure *figure = data;

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, width / figure->width, height / figure->height);
  cairo_set_source_surface (cr, figure->surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  if (figure->item != NULL)
    draw_letters (cr, figure->item, width, height);
}

static void
free_figure (gpointer data)
{
  Figure *figure = data;

  cairo_surface_destroy (figure->surface);
  charter_pack_unref (figure->pack);
  g_free (figure);
}

static CharterPicture *
make_picture (CharterPack *pack, GdkPixbuf *pixbuf, const CharterItem *item)
{
  CharterPicture *picture = g_new0 (CharterPicture, 1);
  Figure *figure = g_new0 (Figure, 1);

  *figure = (Figure){ charter_pack_ref (pack), item, make_surface (pixbuf), gdk_pixbuf_get_width (pixbuf),
                      gdk_pixbuf_get_height (pixbuf) };
  picture->width = WIDEST;
  picture->height = WIDEST * figure->height / figure->width;
  picture->draw = draw;
  picture->data = figure;
  picture->destroy = free_figure;
  return picture;
}

void
charter_print_figure (CharterDocument *document,
                      CharterPack *pack,
                      const CharterFigure *figure,
                      const CharterItem *marks)
{
  g_autoptr (GdkPixbuf) pixbuf = load (pack, figure);

  if (pixbuf != NULL)
    charter_document_add_picture (document, make_picture (pack, pixbuf, marks), figure->alt);
  else
    charter_document_add_words (document, CHARTER_STYLE_NOTE, figure->alt);
  charter_document_add_text (document, CHARTER_STYLE_NOTE, figure->caption);
}
