/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pick.h"

#include <glib/gi18n.h>

#include "charter-widget.h"

#define WIDEST 36 /* characters of a choice in the list; longer ones wrap */

struct _CharterPick {
  GtkWidget parent_instance;

  GtkWidget *drop_down;
  GtkWidget *words;
  char *name;
  gboolean told; /* the change comes from outside and is no choice */
};

G_DEFINE_FINAL_TYPE (CharterPick, charter_pick, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
charter_pick_dispose (GObject *object)
{
  g_clear_pointer (&CHARTER_PICK (object)->drop_down, gtk_widget_unparent);
  g_clear_pointer (&CHARTER_PICK (object)->words, gtk_widget_unparent);
  G_OBJECT_CLASS (charter_pick_parent_class)->dispose (object);
}

static void
charter_pick_finalize (GObject *object)
{
  g_free (CHARTER_PICK (object)->name);
  G_OBJECT_CLASS (charter_pick_parent_class)->finalize (object);
}

static gboolean
charter_pick_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (CHARTER_PICK (widget)->drop_down, GTK_DIR_TAB_FORWARD);
}

static void
charter_pick_class_init (CharterPickClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = charter_pick_dispose;
  object_class->finalize = charter_pick_finalize;
  widget_class->grab_focus = charter_pick_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", CHARTER_TYPE_PICK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pick");
}

static void
charter_pick_init (CharterPick *self)
{
  self->words = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->words, "picked");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *entry, gpointer widest)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), GPOINTER_TO_INT (widest));
  gtk_list_item_set_child (entry, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *entry)
{
  GtkStringObject *choice = gtk_list_item_get_item (entry);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (entry)), gtk_string_object_get_string (choice));
}

/* widest: characters, or -1 for as many as there are. */
static GtkListItemFactory *
create_factory (int widest)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GINT_TO_POINTER (widest));
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  return factory;
}

/* The focus is on the button inside, so that is what has to say its name. */
static void
update_accessible (CharterPick *self)
{
  GtkStringObject *choice = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->drop_down));
  GtkWidget *button = gtk_widget_get_first_child (self->drop_down);
  g_autofree char *label
    = g_strdup_printf ("%s: %s", self->name, choice != NULL ? gtk_string_object_get_string (choice) : "");

  gtk_label_set_label (GTK_LABEL (self->words), choice != NULL ? gtk_string_object_get_string (choice) : "");
  charter_widget_set_spoken_name (self->drop_down, label);
  if (button != NULL)
    charter_widget_set_spoken_name (button, label);
}

static void
on_selected (CharterPick *self)
{
  update_accessible (self);
  if (!self->told)
    g_signal_emit (self, signals[CHOSEN], 0);
}

CharterPick *
charter_pick_new (const char *const *choices, const char *name)
{
  CharterPick *self = g_object_new (CHARTER_TYPE_PICK, NULL);
  const char *const none[] = { _ ("Choose…"), NULL };
  GtkStringList *model = gtk_string_list_new (none);
  g_autoptr (GtkListItemFactory) factory = create_factory (-1);
  g_autoptr (GtkListItemFactory) list_factory = create_factory (WIDEST);

  gtk_string_list_splice (model, 1, 0, choices);
  self->name = g_strdup (name);
  self->drop_down = gtk_drop_down_new (G_LIST_MODEL (model), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->drop_down), factory);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (self->drop_down), list_factory);
  gtk_widget_set_parent (self->drop_down, GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  update_accessible (self);
  return self;
}

int
charter_pick_get_chosen (CharterPick *self)
{
  return (int)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down)) - 1;
}

void
charter_pick_set_chosen (CharterPick *self, int index)
{
  self->told = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), (guint)(index + 1));
  self->told = FALSE;
}

void
charter_pick_set_locked (CharterPick *self, gboolean locked)
{
  gtk_widget_set_visible (self->drop_down, !locked);
  gtk_widget_set_visible (self->words, locked);
}

guint
charter_pick_find_next (GPtrArray *picks)
{
  for (guint i = 0; i < picks->len; i++)
    if (gtk_widget_get_state_flags (picks->pdata[i]) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return i;
  for (guint i = 0; i < picks->len; i++)
    if (charter_pick_get_chosen (picks->pdata[i]) < 0)
      return i;
  return 0;
}
