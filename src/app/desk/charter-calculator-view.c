/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-calculator-view.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "charter-calculator.h"
#include "charter-key.h"
#include "charter-number.h"
#include "charter-widget.h"

#define GROUP "\u202f" /* a narrow space that does not break */

struct _CharterCalculatorView {
  AdwBin parent_instance;

  /* widgets */
  GtkWidget *display; /* takes the focus, and is read */
  GtkLabel *figure;
  GtkLabel *state;
  GtkWidget *insert;

  CharterCalculator *calculator; /* owned */
  char mark;                     /* of decimals, in this locale */
};

G_DEFINE_FINAL_TYPE (CharterCalculatorView, charter_calculator_view, ADW_TYPE_BIN)

enum { INSERT, CLOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One key: where it lies, its sign, what it is called and what is typed for it, the first of which is told. */
typedef struct {
  CharterCalculatorKey key;
  int column, row;
  const char *sign, *name;
  guint typed[4];
} Key;

/* Translators: these are the keys of a calculator. */
static const Key keys[] = {
  { CHARTER_CALCULATOR_MEMORY_CLEAR, 0, 0, "MC", N_ ("Clear the memory"), { GDK_KEY_L, GDK_KEY_l } },
  { CHARTER_CALCULATOR_MEMORY_RECALL, 0, 1, "MR", N_ ("Recall the memory"), { GDK_KEY_M, GDK_KEY_m } },
  { CHARTER_CALCULATOR_MEMORY_SUBTRACT, 0, 2, "M−", N_ ("Subtract from the memory"), { GDK_KEY_Q, GDK_KEY_q } },
  { CHARTER_CALCULATOR_MEMORY_ADD, 0, 3, "M+", N_ ("Add to the memory"), { GDK_KEY_P, GDK_KEY_p } },
  { CHARTER_CALCULATOR_0 + 7, 1, 0, "7", NULL, { GDK_KEY_7, GDK_KEY_KP_7 } },
  { CHARTER_CALCULATOR_0 + 8, 2, 0, "8", NULL, { GDK_KEY_8, GDK_KEY_KP_8 } },
  { CHARTER_CALCULATOR_0 + 9, 3, 0, "9", NULL, { GDK_KEY_9, GDK_KEY_KP_9 } },
  { CHARTER_CALCULATOR_0 + 4, 1, 1, "4", NULL, { GDK_KEY_4, GDK_KEY_KP_4 } },
  { CHARTER_CALCULATOR_0 + 5, 2, 1, "5", NULL, { GDK_KEY_5, GDK_KEY_KP_5 } },
  { CHARTER_CALCULATOR_0 + 6, 3, 1, "6", NULL, { GDK_KEY_6, GDK_KEY_KP_6 } },
  { CHARTER_CALCULATOR_0 + 1, 1, 2, "1", NULL, { GDK_KEY_1, GDK_KEY_KP_1 } },
  { CHARTER_CALCULATOR_0 + 2, 2, 2, "2", NULL, { GDK_KEY_2, GDK_KEY_KP_2 } },
  { CHARTER_CALCULATOR_0 + 3, 3, 2, "3", NULL, { GDK_KEY_3, GDK_KEY_KP_3 } },
  { CHARTER_CALCULATOR_SIGN, 1, 3, "±", N_ ("Change the sign"), { GDK_KEY_N, GDK_KEY_n, GDK_KEY_plusminus } },
  { CHARTER_CALCULATOR_0, 2, 3, "0", NULL, { GDK_KEY_0, GDK_KEY_KP_0 } },
  { CHARTER_CALCULATOR_MARK,
    3,
    3,
    NULL,
    N_ ("Decimal mark"),
    { GDK_KEY_period, GDK_KEY_comma, GDK_KEY_KP_Decimal, GDK_KEY_KP_Separator } },
  { CHARTER_CALCULATOR_DIVIDE,
    4,
    0,
    "÷",
    N_ ("Divided by"),
    { GDK_KEY_slash, GDK_KEY_colon, GDK_KEY_division, GDK_KEY_KP_Divide } },
  { CHARTER_CALCULATOR_MULTIPLY,
    4,
    1,
    "×",
    N_ ("Times"),
    { GDK_KEY_asterisk, GDK_KEY_x, GDK_KEY_multiply, GDK_KEY_KP_Multiply } },
  { CHARTER_CALCULATOR_SUBTRACT, 4, 2, "−", N_ ("Minus"), { GDK_KEY_minus, GDK_KEY_KP_Subtract } },
  { CHARTER_CALCULATOR_ADD, 4, 3, "+", N_ ("Plus"), { GDK_KEY_plus, GDK_KEY_KP_Add } },
  { CHARTER_CALCULATOR_CLEAR, 5, 0, "C", N_ ("Clear"), { GDK_KEY_C, GDK_KEY_c, GDK_KEY_Delete, GDK_KEY_KP_Delete } },
  { CHARTER_CALCULATOR_ROOT, 5, 1, "√", N_ ("Square root"), { GDK_KEY_R, GDK_KEY_r, GDK_KEY_radical } },
  { CHARTER_CALCULATOR_PERCENT, 5, 2, "%", N_ ("Per cent"), { GDK_KEY_percent } },
  { CHARTER_CALCULATOR_EQUALS,
    5,
    3,
    "=",
    N_ ("Equals"),
    { GDK_KEY_equal, GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_KP_Equal } },
};

/* ---- what is shown ---- */

static char *
dup_words (CharterCalculatorView *self)
{
  g_autofree char *digits = charter_calculator_dup_digits (self->calculator);

  return charter_number_to_words (digits, self->mark);
}

/* In threes from the mark on, once there are five digits before it. */
static char *
dup_grouped (CharterCalculatorView *self)
{
  g_autofree char *words = dup_words (self);
  const char *start = words + strcspn (words, "0123456789");
  gsize n = strspn (start, "0123456789");
  GString *grouped = g_string_new_len (words, start - words);

  for (gsize i = 0; i < n; i++)
    {
      if (n > 4 && i > 0 && (n - i) % 3 == 0)
        g_string_append (grouped, GROUP);
      g_string_append_c (grouped, start[i]);
    }
  g_string_append (grouped, start + n);
  return g_string_free (grouped, FALSE);
}

static const char *
get_fault_words (CharterCalculatorView *self)
{
  switch (charter_calculator_get_fault (self->calculator))
    {
    case CHARTER_CALCULATOR_FAULT_DIVISION:
      return _ ("Nothing can be divided by 0");
    case CHARTER_CALCULATOR_FAULT_ROOT:
      return _ ("A number below 0 has no square root");
    case CHARTER_CALCULATOR_FAULT_SIZE:
      return _ ("Too large for this calculator");
    case CHARTER_CALCULATOR_FAULT_NONE:
    default:
      return NULL;
    }
}

static const char *
get_pending_sign (CharterCalculatorView *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == charter_calculator_get_pending (self->calculator))
      return keys[i].sign;
  return NULL;
}

/* “M  ×  rounded” */
static char *
dup_state_words (CharterCalculatorView *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (charter_calculator_has_memory (self->calculator))
    g_ptr_array_add (words, (gpointer) "M");
  if (get_pending_sign (self) != NULL)
    g_ptr_array_add (words, (gpointer)get_pending_sign (self));
  if (charter_calculator_is_rounded (self->calculator))
    g_ptr_array_add (words, _ ("rounded"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("  ", (char **)words->pdata);
}

static char *
dup_spoken (CharterCalculatorView *self)
{
  g_autofree char *words = dup_words (self);
  const char *fault = get_fault_words (self);

  if (fault != NULL)
    return g_strdup (fault);
  if (charter_calculator_is_rounded (self->calculator))
    return g_strdup_printf (_ ("%s, rounded"), words);
  return g_steal_pointer (&words);
}

static void
show (CharterCalculatorView *self)
{
  const char *fault = get_fault_words (self);
  g_autofree char *figure = fault != NULL ? g_strdup (fault) : dup_grouped (self);
  g_autofree char *state = dup_state_words (self);
  g_autofree char *spoken = dup_spoken (self);

  gtk_label_set_label (self->figure, figure);
  charter_widget_set_class (self->display, "fault", fault != NULL);
  charter_widget_set_spoken_name (self->display, spoken);
  gtk_label_set_label (self->state, state);
}

/* ---- keys ---- */

/* Who types digits hears them from the keyboard already. */
static gboolean
is_typing (CharterCalculatorKey key)
{
  return key <= CHARTER_CALCULATOR_MARK;
}

static void
press (CharterCalculatorView *self, CharterCalculatorKey key)
{
  g_autofree char *spoken = NULL;

  charter_calculator_press (self->calculator, key);
  show (self);
  if (is_typing (key))
    return;
  spoken = dup_spoken (self);
  charter_widget_announce (self->display, spoken);
}

/* What is typed after a click is meant for the calculator too. */
static void
on_clicked (CharterCalculatorView *self, GtkWidget *button)
{
  const Key *key = g_object_get_data (G_OBJECT (button), "charter-key");

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
    charter_calculator_view_focus (self);
  press (self, key->key);
}

static const Key *
find_key (guint keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys[i].typed); k++)
      if (keys[i].typed[k] == keyval && keyval != 0)
        return &keys[i];
  return NULL;
}

static void
copy (CharterCalculatorView *self)
{
  g_autofree char *words = dup_words (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
  charter_widget_announce (self->display, _ ("Copied"));
}

static void
insert (CharterCalculatorView *self)
{
  g_autofree char *words = dup_words (self);

  if (charter_calculator_get_fault (self->calculator) == CHARTER_CALCULATOR_FAULT_NONE)
    g_signal_emit (self, signals[INSERT], 0, words);
}

static void
close_view (CharterCalculatorView *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

/* Escape clears what there is, and then closes. */
static void
escape (CharterCalculatorView *self)
{
  if (charter_calculator_can_clear (self->calculator))
    press (self, CHARTER_CALCULATOR_CLEAR);
  else
    close_view (self);
}

static gboolean
on_key_pressed (CharterCalculatorView *self, guint keyval, guint code, GdkModifierType modifiers)
{
  const Key *key = find_key (keyval);

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) == GDK_CONTROL_MASK && keyval == GDK_KEY_c)
    copy (self);
  else if (!charter_key_is_free (gtk_widget_get_root (GTK_WIDGET (self)), modifiers))
    return GDK_EVENT_PROPAGATE;
  else if (keyval == GDK_KEY_Escape)
    escape (self);
  else if (keyval == GDK_KEY_BackSpace)
    press (self, CHARTER_CALCULATOR_BACKSPACE);
  else if (key != NULL)
    press (self, key->key);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* ---- making ---- */

static GtkWidget *
create_key (CharterCalculatorView *self, const Key *key)
{
  const char mark[] = { self->mark, '\0' };
  GtkWidget *button = gtk_button_new_with_label (key->sign != NULL ? key->sign : mark);

  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "key");
  charter_widget_set_class (button, "function", key->key > CHARTER_CALCULATOR_MARK);
  g_object_set_data (G_OBJECT (button), "charter-key", (gpointer)key);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);
  if (key->name != NULL)
    {
      g_autofree char *typed = gtk_accelerator_get_label (key->typed[0], 0);
      /* Translators: what a key of the calculator does, and what is typed for it. */
      g_autofree char *tip = g_strdup_printf (_ ("%s (%s)"), _ (key->name), typed);

      gtk_widget_set_tooltip_text (button, tip);
      charter_widget_set_spoken_name (button, _ (key->name));
    }
  return button;
}

/* The keys lie as everywhere, also where words run from right to left. */
static GtkWidget *
create_keypad (CharterCalculatorView *self)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "row-homogeneous", TRUE, "column-spacing",
                                  6, "row-spacing", 6, NULL);

  gtk_widget_set_direction (grid, GTK_TEXT_DIR_LTR);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_grid_attach (GTK_GRID (grid), create_key (self, &keys[i]), keys[i].column, keys[i].row, 1, 1);
  return grid;
}

static GtkWidget *
create_button (CharterCalculatorView *self, const char *icon, const char *tip, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  return button;
}

static GtkWidget *
create_insert (CharterCalculatorView *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Use as the Answer"));

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, FALSE);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (insert), self);
  return button;
}

static GtkWidget *
create_head (CharterCalculatorView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL, "label", _ ("Calculator"), "xalign", 0.0, "hexpand", TRUE,
                                   "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_widget_add_css_class (title, "heading");
  self->insert = create_insert (self);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), self->insert);
  gtk_box_append (GTK_BOX (box), create_button (self, "edit-copy-symbolic", _ ("Copy the Result"), G_CALLBACK (copy)));
  gtk_box_append (GTK_BOX (box), create_button (self, "window-close-symbolic", _ ("Put the Calculator Away"),
                                                G_CALLBACK (close_view)));
  return box;
}

/* A label alone takes no focus. */
static GtkWidget *
create_figure (CharterCalculatorView *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "focusable", TRUE, "accessible-role", CHARTER_ROLE_STATUS, NULL);

  self->figure
    = g_object_new (GTK_TYPE_LABEL, "hexpand", TRUE, "xalign", 1.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                    "justify", GTK_JUSTIFY_RIGHT, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->figure), "numeric");
  gtk_widget_add_css_class (box, "calculator-figure");
  gtk_widget_set_direction (GTK_WIDGET (self->figure), GTK_TEXT_DIR_LTR);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figure));
  return box;
}

static GtkWidget *
create_display (CharterCalculatorView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->state = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->state), "caption");
  self->display = create_figure (self);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
  gtk_widget_add_css_class (box, "calculator-display");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (box), self->display);
  return box;
}

static void
charter_calculator_view_finalize (GObject *object)
{
  g_clear_pointer (&CHARTER_CALCULATOR_VIEW (object)->calculator, charter_calculator_free);
  G_OBJECT_CLASS (charter_calculator_view_parent_class)->finalize (object);
}

static void
charter_calculator_view_class_init (CharterCalculatorViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_calculator_view_finalize;
  signals[INSERT] = g_signal_new ("insert", CHARTER_TYPE_CALCULATOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSE]
    = g_signal_new ("close", CHARTER_TYPE_CALCULATOR_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "calculator");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
charter_calculator_view_init (CharterCalculatorView *self)
{
  GtkEventController *typing = gtk_event_controller_key_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->calculator = charter_calculator_new ();
  self->mark = *localeconv ()->decimal_point == ',' ? ',' : '.';
  gtk_box_append (GTK_BOX (box), create_head (self));
  gtk_box_append (GTK_BOX (box), create_display (self));
  gtk_box_append (GTK_BOX (box), create_keypad (self));
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Calculator"), -1);
  g_signal_connect_swapped (typing, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), typing);
  show (self);
}

GtkWidget *
charter_calculator_view_new (void)
{
  return g_object_new (CHARTER_TYPE_CALCULATOR_VIEW, NULL);
}

void
charter_calculator_view_set_can_insert (CharterCalculatorView *self, gboolean can_insert)
{
  gtk_widget_set_visible (self->insert, can_insert);
}

void
charter_calculator_view_focus (CharterCalculatorView *self)
{
  gtk_widget_grab_focus (self->display);
}
