/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-chart-card.h"

#include <glib/gi18n.h>

#include "charter-figure-table.h"
#include "charter-file-chooser.h"
#include "charter-widget.h"
#include "charter-window.h"

struct _CharterChartCard {
  GtkBox parent_instance;

  /* children */
  GtkWidget *as_table; /* a toggle */
  GtkWidget *save;
  GtkLabel *summary;
  GtkBox *choice;
  GtkWidget *frame; /* around the chart */
  CharterChart *chart;
  CharterFigureTable *table; /* NULL until asked for */

  CharterFigures *figures; /* NULL where there is nothing to show */
  const char *file_name;
  char *title;
  CharterWindow *window; /* borrowed while rooted */
};

G_DEFINE_FINAL_TYPE (CharterChartCard, charter_chart_card, GTK_TYPE_BOX)

/* ---- the table ---- */

static void
drop_table (CharterChartCard *self)
{
  if (self->table != NULL)
    gtk_box_remove (GTK_BOX (self), GTK_WIDGET (self->table));
  self->table = NULL;
}

static void
fit_table (CharterChartCard *self)
{
  if (self->table != NULL && self->window != NULL)
    charter_figure_table_set_narrow (self->table, charter_window_get_narrow (self->window));
}

static void
make_table (CharterChartCard *self)
{
  self->table = CHARTER_FIGURE_TABLE (charter_figure_table_new (self->figures, self->title));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->table));
  fit_table (self);
}

static void
show_form (CharterChartCard *self)
{
  gboolean as_table = self->figures != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_table));

  if (as_table && self->table == NULL)
    make_table (self);
  if (self->table != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->table), as_table);
  gtk_widget_set_visible (self->frame, self->figures != NULL && !as_table);
}

/* ---- saving ---- */

static void
on_saved (GObject *file, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterChartCard) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *words = NULL;

  if (self->window == NULL)
    return;
  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      words = g_strdup_printf (_ ("Saved as “%s”"), name);
      charter_window_toast (self->window, words);
      return;
    }
  words = g_strdup_printf (_ ("“%s” could not be saved: %s"), name, error->message);
  charter_window_toast_fault (self->window, words);
}

static void
save_in (GObject *object, GFile *file)
{
  CharterChartCard *self = CHARTER_CHART_CARD (object);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GBytes) bytes
    = g_str_has_suffix (name, ".png") ? charter_chart_to_png (self->chart) : charter_chart_to_svg (self->chart);

  if (bytes != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_saved,
                                         g_object_ref (self));
}

static void
ask_where (CharterChartCard *self)
{
  static const char *const endings[] = { "svg", "png", NULL };
  g_autofree char *name = g_strdup_printf ("%s.svg", self->file_name);

  charter_choose_place (GTK_WINDOW (self->window), _ ("Save as SVG or PNG"), name, endings, G_OBJECT (self), save_in);
}

/* ---- the object ---- */

static void
charter_chart_card_root (GtkWidget *widget)
{
  CharterChartCard *self = CHARTER_CHART_CARD (widget);

  GTK_WIDGET_CLASS (charter_chart_card_parent_class)->root (widget);
  self->window = charter_window_of (widget);
  if (self->window != NULL)
    g_signal_connect_swapped (self->window, "notify::narrow", G_CALLBACK (fit_table), self);
  fit_table (self);
}

static void
charter_chart_card_unroot (GtkWidget *widget)
{
  CharterChartCard *self = CHARTER_CHART_CARD (widget);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  self->window = NULL;
  GTK_WIDGET_CLASS (charter_chart_card_parent_class)->unroot (widget);
}

static void
charter_chart_card_finalize (GObject *object)
{
  CharterChartCard *self = CHARTER_CHART_CARD (object);

  g_clear_pointer (&self->figures, charter_figures_free);
  g_free (self->title);
  G_OBJECT_CLASS (charter_chart_card_parent_class)->finalize (object);
}

static void
charter_chart_card_class_init (CharterChartCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = charter_chart_card_finalize;
  widget_class->root = charter_chart_card_root;
  widget_class->unroot = charter_chart_card_unroot;
}

static void
charter_chart_card_init (CharterChartCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
}

/* Each button says for which chart it is: they all look the same. */
static void
set_up_button (GtkWidget *button, const char *tooltip, const char *title)
{
  /* Translators: what a button does, and with which chart. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), tooltip, title);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  charter_widget_set_spoken_name (button, name);
}

static GtkWidget *
make_head (CharterChartCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *heading
    = g_object_new (GTK_TYPE_LABEL, "label", self->title, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                    PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (heading, "hero-title");
  self->as_table = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "view-list-symbolic", NULL);
  self->save = gtk_button_new_from_icon_name ("document-save-symbolic");
  set_up_button (self->as_table, _ ("Show as a Table"), self->title);
  set_up_button (self->save, _ ("Save as a Picture…"), self->title);
  g_signal_connect_swapped (self->as_table, "toggled", G_CALLBACK (show_form), self);
  g_signal_connect_swapped (self->save, "clicked", G_CALLBACK (ask_where), self);
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), self->as_table);
  gtk_box_append (GTK_BOX (head), self->save);
  return head;
}

GtkWidget *
charter_chart_card_new (const char *title, const char *file_name)
{
  CharterChartCard *self = g_object_new (CHARTER_TYPE_CHART_CARD, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->title = g_strdup (title);
  self->file_name = file_name;
  self->summary = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  self->choice = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->chart = CHARTER_CHART (charter_chart_new ());
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->chart), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "explanation");
  gtk_widget_add_css_class (self->frame, "card");
  gtk_widget_add_css_class (self->frame, "padded");
  gtk_widget_set_visible (GTK_WIDGET (self->choice), FALSE);
  gtk_box_append (GTK_BOX (words), make_head (self));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->summary));
  gtk_box_append (GTK_BOX (self->frame), GTK_WIDGET (self->chart));
  gtk_box_append (GTK_BOX (self), words);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (self), self->frame);
  charter_chart_card_show_nothing (self, "");
  return GTK_WIDGET (self);
}

static void
change (CharterChartCard *self, const char *summary, CharterFigures *figures)
{
  drop_table (self);
  g_clear_pointer (&self->figures, charter_figures_free);
  self->figures = figures;
  gtk_label_set_label (self->summary, summary);
  gtk_widget_set_visible (self->as_table, figures != NULL);
  gtk_widget_set_visible (self->save, figures != NULL);
  show_form (self);
}

void
charter_chart_card_show (CharterChartCard *self,
                         const CharterChartKind *kind,
                         gpointer data,
                         GDestroyNotify free_data,
                         const char *summary,
                         CharterFigures *figures)
{
  charter_chart_show (self->chart, kind, data, free_data, self->title, summary);
  change (self, summary, figures);
}

void
charter_chart_card_show_nothing (CharterChartCard *self, const char *words)
{
  change (self, words, NULL);
}

void
charter_chart_card_set_choice (CharterChartCard *self, GtkWidget *widget)
{
  gtk_box_append (self->choice, widget);
  gtk_widget_set_visible (GTK_WIDGET (self->choice), TRUE);
}
