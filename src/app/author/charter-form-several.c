/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-several.h"

#include "charter-form-words.h"
#include "charter-widget.h"

struct _CharterFormSeveral {
  AdwBin parent_instance;

  CharterElementKind kind;
  const CharterAttributeRule *rule;
  GtkMenuButton *button;
  GPtrArray *checks; /* of GtkCheckButton, as the rule has its choices; borrowed */
  gboolean is_quiet;
};

G_DEFINE_FINAL_TYPE (CharterFormSeveral, charter_form_several, ADW_TYPE_BIN)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
is_checked (CharterFormSeveral *self, guint choice)
{
  return gtk_check_button_get_active (self->checks->pdata[choice]);
}

static void
tell (CharterFormSeveral *self)
{
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_autofree char *label = NULL, *spoken = NULL;

  for (guint i = 0; i < self->checks->len; i++)
    if (is_checked (self, i))
      g_strv_builder_add (chosen,
                          charter_form_words_get_value (self->kind, self->rule->attribute, self->rule->choices[i]));
  words = g_strv_builder_end (chosen);
  label = g_strjoinv (", ", words);
  spoken = g_strdup_printf ("%s: %s", charter_form_words_get_attribute (self->kind, self->rule->attribute), label);
  gtk_menu_button_set_label (self->button, *label != '\0' ? label : "—");
  charter_widget_set_spoken_name (gtk_widget_get_first_child (GTK_WIDGET (self->button)), spoken);
}

static void
on_toggled (CharterFormSeveral *self)
{
  if (self->is_quiet)
    return;
  tell (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
make_checks (CharterFormSeveral *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (const char *const *choice = self->rule->choices; *choice != NULL; choice++)
    {
      GtkWidget *check
        = gtk_check_button_new_with_label (charter_form_words_get_value (self->kind, self->rule->attribute, *choice));

      g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
      g_ptr_array_add (self->checks, check);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

void
charter_form_several_set_value (CharterFormSeveral *self, const char *value)
{
  g_auto (GStrv) words = g_strsplit_set (value != NULL ? value : "", " \t\r\n", -1);

  self->is_quiet = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i],
                                 g_strv_contains ((const char *const *)words, self->rule->choices[i]));
  self->is_quiet = FALSE;
  tell (self);
}

char *
charter_form_several_dup_value (CharterFormSeveral *self)
{
  GString *value = g_string_new (NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (is_checked (self, i))
      g_string_append_printf (value, "%s%s", value->len > 0 ? " " : "", self->rule->choices[i]);
  return g_string_free (value, FALSE);
}

static gboolean
charter_form_several_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CHARTER_FORM_SEVERAL (widget)->button));
}

static void
charter_form_several_finalize (GObject *object)
{
  g_ptr_array_unref (CHARTER_FORM_SEVERAL (object)->checks);
  G_OBJECT_CLASS (charter_form_several_parent_class)->finalize (object);
}

static void
charter_form_several_class_init (CharterFormSeveralClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_form_several_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = charter_form_several_grab_focus;
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_form_several_init (CharterFormSeveral *self)
{
  self->checks = g_ptr_array_new ();
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

GtkWidget *
charter_form_several_new (CharterElementKind kind, const CharterAttributeRule *rule)
{
  CharterFormSeveral *self = g_object_new (CHARTER_TYPE_FORM_SEVERAL, NULL);
  GtkWidget *popover = gtk_popover_new ();

  self->kind = kind;
  self->rule = rule;
  gtk_popover_set_child (GTK_POPOVER (popover), make_checks (self));
  gtk_menu_button_set_popover (self->button, popover);
  tell (self);
  return GTK_WIDGET (self);
}
