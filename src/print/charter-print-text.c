/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-print-text.h"

#include <pango/pangocairo.h>
#include <string.h>

#define BLANK "____________"

static guint
count_spans (CharterText text)
{
  guint n = 0;

  while (text.spans != NULL && text.spans[n].kind != CHARTER_SPAN_END)
    n++;
  return n;
}

/* Puts a line in the place of a blank; what stands around and behind it grows and moves along. */
static void
write_blank (GString *words, CharterSpan *spans, guint n_spans, guint blank, guint number)
{
  const CharterSpan old = spans[blank];
  g_autofree char *line = g_strdup_printf ("(%u) " BLANK, number);
  guint32 growth = (guint32)strlen (line) - old.length;

  g_string_erase (words, old.start, old.length);
  g_string_insert (words, old.start, line);
  for (guint i = 0; i < n_spans; i++)
    if (i > blank)
      spans[i].start += growth;
    else if (i == blank || spans[i].start + spans[i].length >= old.start + old.length)
      spans[i].length += growth;
}

CharterText
charter_print_text_copy (CharterText text)
{
  GString *words = g_string_new (text.plain != NULL ? text.plain : "");
  guint n = count_spans (text);
  CharterSpan *spans = n > 0 ? g_memdup2 (text.spans, (n + 1) * sizeof (CharterSpan)) : NULL;
  guint n_blanks = 0;

  for (guint i = 0; i < n; i++)
    if (spans[i].kind == CHARTER_SPAN_BLANK)
      write_blank (words, spans, n, i, ++n_blanks);
  return (CharterText){ g_string_free (words, FALSE), spans };
}

void
charter_print_text_clear (CharterText *text)
{
  g_free ((char *)text->plain);
  g_free ((CharterSpan *)text->spans);
  *text = (CharterText){ NULL };
}

static PangoAttribute *
make_attribute (CharterSpanKind kind)
{
  switch (kind)
    {
    case CHARTER_SPAN_EM:
      return pango_attr_style_new (PANGO_STYLE_ITALIC);
    case CHARTER_SPAN_STRONG:
      return pango_attr_weight_new (PANGO_WEIGHT_BOLD);
    case CHARTER_SPAN_CODE:
      return pango_attr_family_new ("monospace");
    case CHARTER_SPAN_MATH:
      return pango_attr_allow_breaks_new (FALSE);
    case CHARTER_SPAN_END:
    case CHARTER_SPAN_TERM:
    case CHARTER_SPAN_LINK:
    case CHARTER_SPAN_SEE:
    case CHARTER_SPAN_BLANK:
    default:
      return NULL;
    }
}

PangoAttrList *
charter_print_text_get_attributes (const CharterText *text)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; i < count_spans (*text); i++)
    {
      PangoAttribute *attribute = make_attribute (text->spans[i].kind);

      if (attribute == NULL)
        continue;
      attribute->start_index = text->spans[i].start;
      attribute->end_index = text->spans[i].start + text->spans[i].length;
      pango_attr_list_insert (list, attribute);
    }
  return list;
}

gboolean
charter_print_text_is_rtl (const char *words)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  pango_layout_set_text (layout, words, -1);
  g_object_unref (context);
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

char *
charter_print_text_dup_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, ".@"));

  return g_strdup (g_str_equal (language, "C") ? "en" : g_strdelimit (language, "_", '-'));
}
