/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-gauges-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "charter-case-words.h"
#include "charter-widget.h"

#define ROOM 560 /* px: more than this, with large text or long names, does not stand side by side */

typedef struct {
  GtkLabel *change;
  GtkLabel *number;
  GtkLevelBar *bar;
} Gauge;

struct _CharterGaugesView {
  GtkWidget parent_instance;

  GtkWidget *box;
  GArray *gauges; /* of Gauge */

  /* owned */
  CharterPack *pack;

  const CharterCase *story; /* the pack's */
};

G_DEFINE_FINAL_TYPE (CharterGaugesView, charter_gauges_view, GTK_TYPE_WIDGET)

static void
charter_gauges_view_dispose (GObject *object)
{
  charter_widget_unparent_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (charter_gauges_view_parent_class)->dispose (object);
}

static void
charter_gauges_view_finalize (GObject *object)
{
  CharterGaugesView *self = CHARTER_GAUGES_VIEW (object);

  g_array_unref (self->gauges);
  g_clear_pointer (&self->pack, charter_pack_unref);
  G_OBJECT_CLASS (charter_gauges_view_parent_class)->finalize (object);
}

static void
charter_gauges_view_class_init (CharterGaugesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_gauges_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_gauges_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
charter_gauges_view_init (CharterGaugesView *self)
{
  self->gauges = g_array_new (FALSE, TRUE, sizeof (Gauge));
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Gauges"), -1);
}

/* The colours of the bar's own would call a low number bad and a high one good, which only the case knows. */
static GtkLevelBar *
create_bar (void)
{
  GtkLevelBar *bar = GTK_LEVEL_BAR (gtk_level_bar_new_for_interval (0, 100));

  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_FULL);
  return bar;
}

/* What changes has its room from the beginning, or names would wrap and all below would move when a move is told. */
static void
add_gauge (CharterGaugesView *self, const CharterGauge *gauge)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", gauge->text.plain, "xalign", 0.0, "wrap", TRUE, "hexpand",
                                  TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  GtkWidget *change = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_END, "xalign", 1.0, "width-chars", 3, NULL);
  GtkWidget *number = g_object_new (GTK_TYPE_LABEL, "valign", GTK_ALIGN_END, NULL);
  Gauge parts = { GTK_LABEL (change), GTK_LABEL (number), create_bar () };

  gtk_widget_add_css_class (change, "change");
  gtk_widget_add_css_class (change, "numeric");
  gtk_widget_add_css_class (number, "heading");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_set_valign (column, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), name);
  gtk_box_append (GTK_BOX (line), change);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (column), line);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (parts.bar));
  gtk_box_append (GTK_BOX (self->box), column);
  g_array_append_val (self->gauges, parts);
}

void
charter_gauges_view_set_case (CharterGaugesView *self, CharterPack *pack, const CharterCase *story)
{
  g_return_if_fail (self->story == NULL);

  self->pack = charter_pack_ref (pack);
  self->story = story;
  for (guint i = 0; i < story->n_gauges; i++)
    add_gauge (self, &story->gauges[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), story->n_gauges > 0);
}

static void
show_gauge (CharterGaugesView *self, guint index, double level, double change)
{
  Gauge *gauge = &g_array_index (self->gauges, Gauge, index);
  g_autofree char *number = charter_case_words_dup_level (level);
  g_autofree char *by = charter_case_words_dup_change (change);
  gboolean changed = fabs (change) > 1e-9;
  /* Translators: a gauge's name and its number. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), self->story->gauges[index].text.plain, number);
  g_autofree char *changed_name = g_strdup_printf ("%s (%s)", name, by);

  gtk_label_set_label (gauge->number, number);
  gtk_label_set_label (gauge->change, changed ? by : "");
  gtk_level_bar_set_value (gauge->bar, level);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gauge->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  changed ? changed_name : name, -1);
}

void
charter_gauges_view_show (CharterGaugesView *self, const double *gauges, const double *before)
{
  for (guint i = 0; i < self->gauges->len; i++)
    show_gauge (self, i, gauges[i], before != NULL ? gauges[i] - before[i] : 0);
}

void
charter_gauges_view_set_narrow (CharterGaugesView *self, gboolean narrow)
{
  int natural;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  narrow = narrow || natural > ROOM;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->box), narrow ? 8 : 24);
  gtk_box_set_homogeneous (GTK_BOX (self->box), !narrow);
}
