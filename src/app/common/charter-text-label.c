/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-text-label.h"

#include "charter-markup.h"
#include "charter-meaning.h"
#include "charter-shelf.h"

typedef struct {
  CharterPack *pack;
  const CharterText *text;
} Shown;

static void
shown_free (Shown *shown)
{
  charter_pack_unref (shown->pack);
  g_free (shown);
}

static Shown *
get_shown (GtkWidget *label)
{
  return g_object_get_data (G_OBJECT (label), "charter-shown");
}

/* Where a span stands in the label. A span broken over two lines is pointed to where it starts. */
static GdkRectangle
find_span (GtkLabel *label, const CharterText *text, guint index)
{
  const CharterSpan *span = &text->spans[index];
  PangoRectangle start, end;
  int x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (label), span->start, &start);
  pango_layout_index_to_pos (gtk_label_get_layout (label), span->start + span->length, &end);
  if (end.y != start.y)
    end = start;
  return (GdkRectangle){
    x + PANGO_PIXELS (MIN (start.x, end.x)),
    y + PANGO_PIXELS (start.y),
    MAX (1, PANGO_PIXELS (ABS (end.x - start.x))),
    PANGO_PIXELS (start.height),
  };
}

/* Of a pack that is not at hand nothing is known. */
static void
show_meaning (GtkWidget *label, const char *ref, guint span)
{
  Shown *shown = get_shown (label);
  g_autoptr (CharterPack) home = charter_pack_follow (shown->pack, ref);
  const CharterEntry *entry = home != NULL ? charter_pack_find_entry (home, ref) : NULL;
  GdkRectangle where;

  if (entry == NULL)
    return;
  where = find_span (GTK_LABEL (label), shown->text, span);
  charter_meaning_show (label, home, entry, &where);
}

static gboolean
follow_link (GtkWidget *label, const char *uri, gpointer data)
{
  Shown *shown = get_shown (label);
  const char *ref;
  guint span;

  switch (charter_markup_parse_target (uri, &span, &ref))
    {
    case CHARTER_TARGET_TERM:
      show_meaning (label, ref, span);
      return TRUE;
    case CHARTER_TARGET_SEE:
      gtk_widget_activate_action (label, "win.open-see", "(ss)", shown->pack->id, ref);
      return TRUE;
    case CHARTER_TARGET_OUT:
    default:
      return FALSE;
    }
}

gboolean
charter_text_label_is (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && get_shown (widget) != NULL;
}

GtkWidget *
charter_text_label_new (CharterPack *pack, const CharterText *text)
{
  g_autofree char *markup = charter_markup_from_text (text);
  GtkWidget *label = gtk_label_new (NULL);
  Shown *shown = g_new0 (Shown, 1);

  shown->pack = charter_pack_ref (pack);
  shown->text = text;
  g_object_set_data_full (G_OBJECT (label), "charter-shown", shown, (GDestroyNotify)shown_free);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  g_signal_connect (label, "activate-link", G_CALLBACK (follow_link), NULL);
  gtk_label_set_markup (GTK_LABEL (label), markup);
  return label;
}
