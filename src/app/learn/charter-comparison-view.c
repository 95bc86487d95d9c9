/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-comparison-view.h"

#include <glib/gi18n.h>

#include "charter-blocks-view.h"
#include "charter-check-card.h"
#include "charter-comparison-text.h"
#include "charter-table-view.h"
#include "charter-text-label.h"
#include "charter-window.h"

struct _CharterComparisonView {
  GtkBox parent_instance;

  GtkStack *forms;
  GtkWidget *table;
  GtkWidget *left;   /* how many cells are still covered */
  GPtrArray *cells;  /* borrowed GtkStacks, side by side, aspect by aspect */
  GPtrArray *whys;   /* borrowed, in the same order; NULL where there is none */
  GPtrArray *covers; /* borrowed toggles in the heads, one a side */

  CharterPack *pack;
  const CharterComparison *comparison;
  char *mode;
  gboolean reasons;
};

G_DEFINE_FINAL_TYPE (CharterComparisonView, charter_comparison_view, GTK_TYPE_BOX)

enum { PROP_0, PROP_MODE, PROP_REASONS, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* --- covering ----------------------------------------------------------------------------------------------------- */

static gboolean
is_covered (CharterComparisonView *self, guint index)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (g_ptr_array_index (self->cells, index)), "cover") == 0;
}

static void
set_covered (CharterComparisonView *self, guint index, gboolean covered)
{
  gtk_stack_set_visible_child_name (g_ptr_array_index (self->cells, index), covered ? "cover" : "words");
}

static void
tell_left (CharterComparisonView *self)
{
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n += is_covered (self, i);
  words = n == 0 ? g_strdup (_ ("Nothing is covered. Choose a side’s eye to cover it."))
                 : g_strdup_printf (ngettext ("%'u cell is covered. Say it, then uncover it.",
                                              "%'u cells are covered. Say each, then uncover it.", n),
                                    n);
  gtk_label_set_label (GTK_LABEL (self->left), words);
}

/* What is not to be drilled, examples mostly, stays as it is. */
static void
cover_side (CharterComparisonView *self, guint side, gboolean covered)
{
  for (guint i = 0; i < self->comparison->n_aspects; i++)
    if (self->comparison->aspects[i].drill)
      set_covered (self, i * self->comparison->n_sides + side, covered);
  tell_left (self);
}

static void
side_toggled (CharterComparisonView *self, GtkToggleButton *toggle)
{
  guint side;

  if (g_ptr_array_find (self->covers, toggle, &side))
    cover_side (self, side, gtk_toggle_button_get_active (toggle));
}

/* Down the same side first: that is the order in which one recalls. */
static void
focus_next_covered (CharterComparisonView *self, guint from)
{
  guint n = self->cells->len, step = self->comparison->n_sides;

  for (guint i = from + step; i < n; i += step)
    if (is_covered (self, i))
      {
        gtk_widget_child_focus (g_ptr_array_index (self->cells, i), GTK_DIR_TAB_FORWARD);
        return;
      }
  for (guint i = 0; i < n; i++)
    if (is_covered (self, i))
      {
        gtk_widget_child_focus (g_ptr_array_index (self->cells, i), GTK_DIR_TAB_FORWARD);
        return;
      }
}

static void
uncover (CharterComparisonView *self, GtkWidget *button)
{
  GtkWidget *cell = gtk_widget_get_ancestor (button, GTK_TYPE_STACK);
  guint index;

  if (!g_ptr_array_find (self->cells, cell, &index))
    return;
  set_covered (self, index, FALSE);
  focus_next_covered (self, index);
  tell_left (self);
}

/* --- copying ------------------------------------------------------------------------------------------------------ */

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterComparisonView *self = CHARTER_COMPARISON_VIEW (widget);
  const char *form = g_variant_get_string (parameter, NULL);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  CharterWindow *window = charter_window_of (widget);
  g_autofree char *words = NULL;

  if (g_str_equal (form, "html"))
    words = charter_comparison_to_html (self->comparison);
  else if (g_str_equal (form, "markdown"))
    words = charter_comparison_to_markdown (self->comparison);
  else
    words = charter_comparison_to_text (self->comparison);

  if (g_str_equal (form, "html"))
    {
      g_autofree char *plain = charter_comparison_to_text (self->comparison);
      g_autoptr (GBytes) html = g_bytes_new (words, strlen (words));
      GdkContentProvider *both[] = { gdk_content_provider_new_for_bytes ("text/html", html),
                                     gdk_content_provider_new_typed (G_TYPE_STRING, plain) };
      g_autoptr (GdkContentProvider) provider = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

      gdk_clipboard_set_content (clipboard, provider);
    }
  else
    gdk_clipboard_set_text (clipboard, words);
  if (window != NULL)
    charter_window_toast (window, _ ("Table copied"));
}

/* --- building ----------------------------------------------------------------------------------------------------- */

static GtkWidget *
make_cover (CharterComparisonView *self, const CharterAspect *aspect, const CharterSide *side)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-reveal-symbolic");
  /* Translators: a covered cell of a table; the row’s and the column’s name. */
  g_autofree char *name = g_strdup_printf (_ ("Uncover %s, %s"), aspect->text.plain, side->text.plain);

  gtk_widget_add_css_class (button, "cover");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (uncover), self);
  return button;
}

static GtkWidget *
make_words (CharterComparisonView *self, const CharterCell *cell)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *why = NULL;

  gtk_box_append (GTK_BOX (box), charter_text_label_new (self->pack, &cell->text));
  if (cell->why.n_blocks > 0)
    {
      why = charter_blocks_view_new (self->pack, cell->why);
      gtk_widget_add_css_class (why, "explanation");
      gtk_widget_set_visible (why, FALSE);
      gtk_box_append (GTK_BOX (box), why);
    }
  g_ptr_array_add (self->whys, why);
  return box;
}

static GtkWidget *
make_cell (CharterComparisonView *self, const CharterAspect *aspect, guint side)
{
  GtkWidget *stack = gtk_stack_new ();

  gtk_stack_set_transition_type (GTK_STACK (stack), GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_add_named (GTK_STACK (stack), make_words (self, &aspect->cells[side]), "words");
  gtk_stack_add_named (GTK_STACK (stack), make_cover (self, aspect, &self->comparison->sides[side]), "cover");
  g_ptr_array_add (self->cells, stack);
  return stack;
}

static GtkWidget *
make_head (CharterComparisonView *self, const CharterSide *side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = charter_text_label_new (self->pack, &side->text);
  GtkWidget *toggle = gtk_toggle_button_new ();
  g_autofree char *words = g_strdup_printf (_ ("Cover %s"), side->text.plain);

  gtk_button_set_icon_name (GTK_BUTTON (toggle), "view-conceal-symbolic");
  gtk_widget_add_css_class (toggle, "flat");
  gtk_widget_add_css_class (toggle, "in-cell");
  gtk_widget_set_tooltip_text (toggle, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (toggle, FALSE);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (name, TRUE);
  g_signal_connect_swapped (toggle, "toggled", G_CALLBACK (side_toggled), self);
  g_ptr_array_add (self->covers, toggle);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), toggle);
  return box;
}

static void
fill_table (CharterComparisonView *self)
{
  CharterTableView *table = CHARTER_TABLE_VIEW (self->table);

  charter_table_view_append (table, gtk_label_new (NULL));
  for (guint i = 0; i < self->comparison->n_sides; i++)
    charter_table_view_append (table, make_head (self, &self->comparison->sides[i]));
  for (guint i = 0; i < self->comparison->n_aspects; i++)
    {
      const CharterAspect *aspect = &self->comparison->aspects[i];

      charter_table_view_append (table, charter_text_label_new (self->pack, &aspect->text));
      for (guint side = 0; side < self->comparison->n_sides; side++)
        charter_table_view_append (table, make_cell (self, aspect, side));
    }
}

static GtkWidget *
make_mode (const char *name, const char *mode, const char *tooltip)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_label (name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "comparison.mode");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "s", mode);
  gtk_widget_set_tooltip_text (toggle, tooltip);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (toggle))), PANGO_ELLIPSIZE_END);
  return toggle;
}

static GtkWidget *
make_more_button (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) copy = g_menu_new ();

  g_menu_append (menu, _ ("Show the _Reasons"), "comparison.reasons");
  g_menu_append (copy, _ ("Copy as _Text"), "comparison.copy::text");
  g_menu_append (copy, _ ("Copy as _Markdown"), "comparison.copy::markdown");
  g_menu_append (copy, _ ("Copy as _HTML"), "comparison.copy::html");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Reasons and Copies"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reasons and Copies"), -1);
  return button;
}

static GtkWidget *
make_bar (CharterComparisonView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *modes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *more = make_more_button ();

  gtk_widget_add_css_class (modes, "linked");
  gtk_widget_add_css_class (modes, "modes");
  gtk_widget_set_visible (modes, self->comparison->sorting != NULL);
  gtk_box_append (GTK_BOX (modes), make_mode (_ ("Read"), "read", _ ("See the whole table")));
  gtk_box_append (GTK_BOX (modes), make_mode (_ ("Cover"), "cover", _ ("Cover a side and recall it")));
  gtk_box_append (GTK_BOX (modes), make_mode (_ ("Sort"), "sort", _ ("Sort the cells to their sides")));
  gtk_widget_set_hexpand (more, TRUE);
  gtk_widget_set_halign (more, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (bar), modes);
  gtk_box_append (GTK_BOX (bar), more);
  return bar;
}

/* --- the object --------------------------------------------------------------------------------------------------- */

static void
begin_cover (CharterComparisonView *self, gboolean cover)
{
  for (guint i = 0; i < self->covers->len; i++)
    {
      GtkToggleButton *toggle = g_ptr_array_index (self->covers, i);
      gboolean last = i + 1 == self->covers->len;

      gtk_widget_set_visible (GTK_WIDGET (toggle), cover);
      gtk_toggle_button_set_active (toggle, cover && last);
      cover_side (self, i, cover && last);
    }
  gtk_widget_set_visible (self->left, cover);
}

void
charter_comparison_view_set_mode (CharterComparisonView *self, const char *mode)
{
  gboolean sort = g_str_equal (mode, "sort") && self->comparison->sorting != NULL;

  if (g_str_equal (self->mode, mode))
    return;
  g_free (self->mode);
  self->mode = g_strdup (mode);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODE]);
  begin_cover (self, g_str_equal (mode, "cover"));
  if (sort && gtk_stack_get_child_by_name (self->forms, "sort") == NULL)
    gtk_stack_add_named (self->forms, charter_check_card_new (self->pack, self->comparison->sorting), "sort");
  gtk_stack_set_visible_child_name (self->forms, sort ? "sort" : "table");
}

static void
set_reasons (CharterComparisonView *self, gboolean reasons)
{
  self->reasons = reasons;
  for (guint i = 0; i < self->whys->len; i++)
    if (g_ptr_array_index (self->whys, i) != NULL)
      gtk_widget_set_visible (g_ptr_array_index (self->whys, i), reasons);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REASONS]);
}

static void
charter_comparison_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CharterComparisonView *self = CHARTER_COMPARISON_VIEW (object);

  if (id == PROP_MODE)
    charter_comparison_view_set_mode (self, g_value_get_string (value));
  else if (id == PROP_REASONS)
    set_reasons (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
charter_comparison_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CharterComparisonView *self = CHARTER_COMPARISON_VIEW (object);

  if (id == PROP_MODE)
    g_value_set_string (value, self->mode);
  else if (id == PROP_REASONS)
    g_value_set_boolean (value, self->reasons);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
charter_comparison_view_finalize (GObject *object)
{
  CharterComparisonView *self = CHARTER_COMPARISON_VIEW (object);

  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->whys);
  g_ptr_array_unref (self->covers);
  charter_pack_unref (self->pack);
  g_free (self->mode);

  G_OBJECT_CLASS (charter_comparison_view_parent_class)->finalize (object);
}

static void
charter_comparison_view_class_init (CharterComparisonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = charter_comparison_view_set_property;
  object_class->get_property = charter_comparison_view_get_property;
  object_class->finalize = charter_comparison_view_finalize;

  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "read",
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_REASONS]
    = g_param_spec_boolean ("reasons", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "comparison.mode", "mode");
  gtk_widget_class_install_property_action (widget_class, "comparison.reasons", "reasons");
  gtk_widget_class_install_action (widget_class, "comparison.copy", "s", copy_action);
}

static void
charter_comparison_view_init (CharterComparisonView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->cells = g_ptr_array_new ();
  self->whys = g_ptr_array_new ();
  self->covers = g_ptr_array_new ();
  self->mode = g_strdup ("read");
}

GtkWidget *
charter_comparison_view_new (CharterPack *pack, const CharterComparison *comparison)
{
  CharterComparisonView *self = g_object_new (CHARTER_TYPE_COMPARISON_VIEW, NULL);

  self->pack = charter_pack_ref (pack);
  self->comparison = comparison;
  self->forms = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_vhomogeneous (self->forms, FALSE);
  gtk_stack_set_hhomogeneous (self->forms, FALSE);
  self->table = charter_table_view_new (comparison->n_sides + 1, TRUE, TRUE);
  self->left = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->left, "explanation");
  gtk_label_set_xalign (GTK_LABEL (self->left), 0);
  gtk_label_set_wrap (GTK_LABEL (self->left), TRUE);
  gtk_widget_set_visible (self->left, FALSE);
  fill_table (self);

  gtk_stack_add_named (self->forms, self->table, "table");
  gtk_box_append (GTK_BOX (self), make_bar (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->forms));
  gtk_box_append (GTK_BOX (self), self->left);
  return GTK_WIDGET (self);
}
