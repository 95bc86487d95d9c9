/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* At most as many levels as there are styles of headings. */
#define LEVELS (CHARTER_STYLE_SUBHEADING + 1)

static void
add_outline (cairo_surface_t *surface, CharterLayout *layout)
{
  g_autoptr (GArray) marks = charter_layout_list_landmarks (layout);
  int above[LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < marks->len; i++)
    {
      const CharterLandmark *mark = &g_array_index (marks, CharterLandmark, i);
      guint level = mark->piece->style;
      char y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *place = NULL;

      g_ascii_formatd (y, sizeof y, "%.1f", mark->y);
      place = g_strdup_printf ("page=%u pos=[0 %s]", mark->page + 1, y);
      above[level + 1] = cairo_pdf_surface_add_outline (surface, above[level], mark->piece->text.plain, place, 0);
      for (guint below = level + 2; below <= LEVELS; below++)
        above[below] = above[level + 1];
    }
}

static void
describe (cairo_surface_t *surface, CharterLayout *layout, const char *author)
{
  const CharterDocument *document = charter_layout_get_document (layout);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, charter_document_get_title (document));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Charter");
  if (author != NULL && *author != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, author);
}

static cairo_status_t
keep_bytes (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_status_t
draw (CharterLayout *layout, const char *author, GByteArray *bytes)
{
  const CharterPageSize *size = charter_layout_get_size (layout);
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (keep_bytes, bytes, size->width, size->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  describe (surface, layout, author);
  for (guint i = 0; i < charter_layout_get_n_pages (layout); i++)
    {
      charter_layout_draw_page (layout, i, cr);
      cairo_show_page (cr);
    }
  add_outline (surface, layout);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = status != CAIRO_STATUS_SUCCESS ? status : cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

gboolean
charter_print_pdf_save (CharterLayout *layout, const char *author, GFile *file, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_status_t status = draw (layout, author, bytes);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The pages could not be drawn: %s"),
                   cairo_status_to_string (status));
      return FALSE;
    }
  return g_file_replace_contents (file, (const char *)bytes->data, bytes->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                  NULL, error);
}
