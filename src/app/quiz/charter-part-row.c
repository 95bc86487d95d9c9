/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-part-row.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-text-label.h"
#include "charter-widget.h"

struct _CharterPartRow {
  GtkListBoxRow parent_instance;

  /* widgets */
  GtkWidget *box;
  GtkWidget *badge;
  GtkWidget *column;
  GtkWidget *label;
  GtkWidget *mark_line;
  GtkWidget *why_view;

  /* owned */
  CharterPack *pack;
  char *id;
  char *words;
  char *place;
  char *mark_words;
  CharterText text; /* its words are the pack's, and so are the why's */
  CharterBlocks why;
};

G_DEFINE_FINAL_TYPE (CharterPartRow, charter_part_row, GTK_TYPE_LIST_BOX_ROW)

static void
charter_part_row_finalize (GObject *object)
{
  CharterPartRow *self = CHARTER_PART_ROW (object);

  g_clear_pointer (&self->pack, charter_pack_unref);
  g_free (self->id);
  g_free (self->words);
  g_free (self->place);
  g_free (self->mark_words);
  G_OBJECT_CLASS (charter_part_row_parent_class)->finalize (object);
}

static void
charter_part_row_class_init (CharterPartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_part_row_finalize;
}

static GtkWidget *
create_badge (void)
{
  GtkWidget *badge = gtk_label_new (NULL);

  gtk_widget_add_css_class (badge, "badge");
  gtk_widget_set_valign (badge, GTK_ALIGN_START);
  gtk_widget_set_visible (badge, FALSE);
  return badge;
}

static void
charter_part_row_init (CharterPartRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "part");
  self->badge = create_badge ();
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  gtk_widget_set_hexpand (self->column, TRUE);
  gtk_widget_set_valign (self->column, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->badge);
  gtk_box_append (GTK_BOX (self->box), self->column);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
}

/* The row is read as a whole: badge, words, where it stands, what became of it. */
static void
update_accessible (CharterPartRow *self)
{
  GString *name = g_string_new (NULL);
  g_autofree char *why = charter_blocks_to_plain (self->why);
  g_autofree char *label = NULL;

  if (gtk_widget_get_visible (self->badge))
    g_string_append_printf (name, "%s. ", gtk_label_get_label (GTK_LABEL (self->badge)));
  g_string_append (name, self->words);
  if (self->place != NULL)
    g_string_append_printf (name, ", %s", self->place);
  if (self->mark_words != NULL)
    g_string_append_printf (name, ". %s", self->mark_words);

  label = g_string_free (name, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, why, -1);
}

CharterPartRow *
charter_part_row_new (CharterPack *pack, const char *id, CharterText text, GtkAccessibleRole role)
{
  CharterPartRow *self = g_object_new (CHARTER_TYPE_PART_ROW, "accessible-role", role, NULL);

  self->pack = charter_pack_ref (pack);
  self->id = g_strdup (id);
  self->text = text;
  self->words = g_strdup (text.plain);
  self->label = charter_text_label_new (pack, &self->text);
  gtk_box_prepend (GTK_BOX (self->column), self->label);
  update_accessible (self);
  return self;
}

const char *
charter_part_row_get_id (CharterPartRow *self)
{
  return self->id;
}

const char *
charter_part_row_get_words (CharterPartRow *self)
{
  return self->words;
}

void
charter_part_row_set_words (CharterPartRow *self, const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
  gtk_label_set_text (GTK_LABEL (self->label), words);
  update_accessible (self);
}

void
charter_part_row_set_badge (CharterPartRow *self, const char *badge)
{
  gtk_widget_set_visible (self->badge, badge != NULL);
  gtk_label_set_label (GTK_LABEL (self->badge), badge != NULL ? badge : "");
  update_accessible (self);
}

void
charter_part_row_set_chosen (CharterPartRow *self, gboolean chosen)
{
  GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (self));

  charter_widget_set_class (GTK_WIDGET (self), "chosen", chosen);
  if (role == GTK_ACCESSIBLE_ROLE_RADIO || role == GTK_ACCESSIBLE_ROLE_CHECKBOX)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                                 chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

void
charter_part_row_set_struck (CharterPartRow *self, gboolean struck)
{
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "struck") == !!struck)
    return;
  charter_widget_set_class (GTK_WIDGET (self), "struck", struck);
  charter_part_row_set_place (self, struck ? _ ("struck out") : NULL);
}

void
charter_part_row_set_held (CharterPartRow *self, gboolean held)
{
  charter_widget_set_class (GTK_WIDGET (self), "held", held);
}

void
charter_part_row_set_place (CharterPartRow *self, const char *place)
{
  g_free (self->place);
  self->place = g_strdup (place);
  update_accessible (self);
}

const char *
charter_mark_icon (CharterMark mark)
{
  return mark == CHARTER_MARK_WRONG ? "window-close-symbolic" : "object-select-symbolic";
}

static GtkWidget *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/* An icon and words for a mark; right and missed look alike, for both name the key. */
static GtkWidget *
create_mark_line (CharterMark mark, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", charter_mark_icon (mark), "valign", GTK_ALIGN_START,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = create_label ();

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "mark");
  charter_mark_tint (line, mark);
  return line;
}

void
charter_part_row_set_mark (CharterPartRow *self, CharterMark mark, const char *words)
{
  if (self->mark_line != NULL)
    gtk_box_remove (GTK_BOX (self->column), g_steal_pointer (&self->mark_line));
  if (words != NULL)
    {
      self->mark_line = create_mark_line (mark, words);
      gtk_box_append (GTK_BOX (self->column), self->mark_line);
    }
  g_free (self->mark_words);
  self->mark_words = g_strdup (words);
  charter_mark_tint (GTK_WIDGET (self), words != NULL ? mark : CHARTER_MARK_NONE);
  update_accessible (self);
}

void
charter_part_row_set_why (CharterPartRow *self, CharterBlocks why)
{
  if (self->why_view != NULL)
    gtk_box_remove (GTK_BOX (self->column), g_steal_pointer (&self->why_view));
  if (why.n_blocks > 0)
    {
      self->why_view = charter_blocks_view_new (self->pack, why);
      gtk_widget_add_css_class (self->why_view, "why");
      gtk_box_append (GTK_BOX (self->column), self->why_view);
    }
  self->why = why;
  update_accessible (self);
}

void
charter_part_row_add_below (CharterPartRow *self, GtkWidget *child)
{
  gtk_box_insert_child_after (GTK_BOX (self->column), child, self->label);
}

void
charter_part_row_add_suffix (CharterPartRow *self, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (self->box), child);
}

GtkWidget *
charter_part_list_new (GtkAccessibleRole role, const char *label)
{
  GtkWidget *list
    = g_object_new (GTK_TYPE_LIST_BOX, "accessible-role", role, "selection-mode", GTK_SELECTION_NONE, NULL);

  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return list;
}

void
charter_mark_tint (GtkWidget *widget, CharterMark mark)
{
  charter_widget_set_class (widget, "right", mark == CHARTER_MARK_RIGHT || mark == CHARTER_MARK_MISSED);
  charter_widget_set_class (widget, "wrong", mark == CHARTER_MARK_WRONG);
}
