/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-author-values.h"
#include "charter-form-several.h"
#include "charter-form-text.h"
#include "charter-form-values.h"
#include "charter-form-words.h"
#include "charter-widget.h"

struct _CharterFormField {
  CharterAuthorForm *form;
  guint part;
  CharterFormLocator locate;
  gpointer data;

  CharterElementKind child;
  const CharterAttributeRule *rule; /* NULL for words */

  GtkWidget *box;
  GtkWidget *input;                  /* a text view, an entry, a drop-down, a choice of several or a check button */
  GStrv values;                      /* of a drop-down: what its rows stand for; "" takes the attribute away */
  GStrv labels;                      /* and what they say */
  GtkEventControllerMotion *pointer; /* borrowed, of a drop-down */
  gboolean is_listed;                /* of a drop-down: all that can be chosen is in it */
  gboolean is_quiet;                 /* the input is being made what the draft has */
};

static guint
get_owner (CharterFormField *self)
{
  return self->locate (self->data, self->part);
}

static CharterElementKind
get_kind (CharterFormField *self)
{
  return charter_outline_get (charter_author_form_get_outline (self->form), get_owner (self))->kind;
}

/* ---- words ---- */

/* The element that has the words; NONE where it need not be there and is not. */
static guint
find_words (CharterFormField *self)
{
  guint owner = get_owner (self);

  if (owner == CHARTER_OUTLINE_NONE || self->child == EL_NONE)
    return owner;
  return charter_outline_find_child (charter_author_form_get_outline (self->form), owner, self->child);
}

static CharterWriting
find_writing (CharterFormField *self)
{
  guint index = find_words (self);

  return index != CHARTER_OUTLINE_NONE ? charter_author_form_find_writing (self->form, index) : CHARTER_WRITING_PLAIN;
}

static void
show_taken (CharterFormField *self, gboolean is_taken)
{
  charter_widget_set_class (self->input, "error", !is_taken);
  gtk_widget_set_tooltip_text (self->input,
                               is_taken ? NULL : _ ("This is not taken over as long as its marks don’t match."));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               is_taken ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
}

static void
on_words (CharterFormField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  guint owner = get_owner (self);

  if (self->is_quiet || owner == CHARTER_OUTLINE_NONE)
    return;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  show_taken (self, self->child == EL_NONE
                      ? charter_author_form_set_text (self->form, owner, find_writing (self), text)
                      : charter_author_form_set_child_text (self->form, owner, self->child, find_writing (self), text));
}

static void
refresh_words (CharterFormField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  guint index = find_words (self);
  CharterWriting writing = find_writing (self);
  g_autofree char *text
    = index != CHARTER_OUTLINE_NONE ? charter_author_form_dup_text (self->form, index, writing) : g_strdup ("");
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  gtk_text_view_set_monospace (GTK_TEXT_VIEW (self->input), writing == CHARTER_WRITING_XML);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  shown = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  if (strcmp (text, shown) == 0 || !g_utf8_validate (text, -1, NULL))
    return;
  self->is_quiet = TRUE;
  gtk_text_buffer_set_text (buffer, text, -1);
  self->is_quiet = FALSE;
  show_taken (self, TRUE);
}

/* ---- attributes ---- */

static void
set_value (CharterFormField *self, const char *value)
{
  guint owner = get_owner (self);

  if (!self->is_quiet && owner != CHARTER_OUTLINE_NONE)
    charter_author_form_set_attribute (self->form, owner, self->rule->attribute,
                                       *value == '\0' && !self->rule->required ? NULL : value);
}

static void
on_entry (CharterFormField *self)
{
  const char *value = gtk_editable_get_text (GTK_EDITABLE (self->input));

  charter_widget_set_class (self->input, "error",
                            (*value != '\0' || self->rule->required)
                              && !charter_grammar_value_is_valid (self->rule, value));
  set_value (self, value);
}

static void
on_choice (CharterFormField *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->input));

  if (self->values != NULL && chosen < g_strv_length (self->values))
    set_value (self, self->values[chosen]);
}

static void
on_several (CharterFormField *self)
{
  g_autofree char *value = charter_form_several_dup_value (CHARTER_FORM_SEVERAL (self->input));

  set_value (self, value);
}

static void
on_right (CharterFormField *self)
{
  guint owner = get_owner (self);

  if (!self->is_quiet && owner != CHARTER_OUTLINE_NONE)
    charter_author_form_set_correct (self->form, owner, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input)));
}

/* All that can be chosen is listed only for whoever is about to choose: there are forms of many choices, and packs of
 * many items. */
static gboolean
is_looked_at (CharterFormField *self)
{
  return charter_form_field_has_focus (self)
         || (self->pointer != NULL && gtk_event_controller_motion_contains_pointer (self->pointer));
}

/* What has the focus in a drop-down is a button without a name of its own. */
static void
name_choice (CharterFormField *self, const char *chosen)
{
  const char *words = charter_form_words_get_attribute (get_kind (self), self->rule->attribute);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", words, chosen);

  charter_widget_set_spoken_name (gtk_widget_get_first_child (self->input), spoken);
}

static void
refresh_choice (CharterFormField *self, const char *value)
{
  g_auto (GStrv) labels = NULL;
  GStrv values = self->is_listed
                   ? charter_form_values_list (self->form, get_owner (self), self->rule, value, &labels)
                   : charter_form_values_list_one (self->form, get_owner (self), self->rule, value, &labels);
  g_autoptr (GtkStringList) model = NULL;
  guint chosen = 0;

  while (values[chosen] != NULL && strcmp (values[chosen], value != NULL ? value : "") != 0)
    chosen++;
  if (self->labels == NULL || !g_strv_equal ((const char *const *)labels, (const char *const *)self->labels))
    {
      model = gtk_string_list_new ((const char *const *)labels);
      gtk_drop_down_set_model (GTK_DROP_DOWN (self->input), G_LIST_MODEL (model));
    }
  g_strfreev (self->values);
  g_strfreev (self->labels);
  self->values = values;
  self->labels = g_steal_pointer (&labels);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), chosen);
  name_choice (self, self->labels[chosen]);
}

/* What the numbers of a place are depends on its shape. */
static void
name_place (CharterFormField *self)
{
  g_autofree char *shape = charter_author_form_dup_attribute (self->form, get_owner (self), AT_SHAPE);
  const char *words = charter_form_words_get_place (shape != NULL ? shape : "");
  GtkWidget *label = gtk_widget_get_first_child (self->box);

  if (!GTK_IS_LABEL (label))
    return;
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
refresh_attribute (CharterFormField *self)
{
  g_autofree char *value = charter_author_form_dup_attribute (self->form, get_owner (self), self->rule->attribute);

  self->is_quiet = TRUE;
  if (get_kind (self) == EL_REGION && self->rule->attribute == AT_AT)
    name_place (self);
  if (GTK_IS_DROP_DOWN (self->input))
    refresh_choice (self, value);
  else if (CHARTER_IS_FORM_SEVERAL (self->input))
    charter_form_several_set_value (CHARTER_FORM_SEVERAL (self->input), value);
  else if (GTK_IS_CHECK_BUTTON (self->input))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input), g_strcmp0 (value, "true") == 0);
  else if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->input)), value != NULL ? value : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->input), value != NULL ? value : "");
  self->is_quiet = FALSE;
}

static void
on_look (CharterFormField *self)
{
  if (self->is_listed || get_owner (self) == CHARTER_OUTLINE_NONE)
    return;
  self->is_listed = TRUE;
  refresh_attribute (self);
}

void
charter_form_field_refresh (CharterFormField *self)
{
  if (get_owner (self) == CHARTER_OUTLINE_NONE)
    return;
  self->is_listed = is_looked_at (self);
  if (self->rule != NULL)
    refresh_attribute (self);
  else
    refresh_words (self);
}

/* ---- its widgets ---- */

static CharterFormField *
make (CharterAuthorForm *form, guint part, CharterFormLocator locate, gpointer data)
{
  CharterFormField *self = g_new0 (CharterFormField, 1);

  self->form = g_object_ref (form);
  self->part = part;
  self->locate = locate;
  self->data = data;
  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  return self;
}

static void
add_label (CharterFormField *self, const char *words)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_prepend (GTK_BOX (self->box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/* Tab leaves the field, and in a text of one line Enter does. */
static gboolean
on_key (CharterFormField *self, guint key)
{
  if (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
    return FALSE;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (self->input)), GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static gboolean
has_lines (CharterElementKind kind)
{
  const CharterElementRule *rule = charter_grammar_get_rule (kind);

  return rule->content == CONTENT_ELEMENTS;
}

static void
leave_on_enter (CharterFormField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->input, keys);
}

CharterFormField *
charter_form_field_new_words (
  CharterAuthorForm *form, guint part, CharterElementKind child, CharterFormLocator locate, gpointer data)
{
  CharterFormField *self = make (form, part, locate, data);
  CharterElementKind kind = child;
  GtkTextView *view;

  self->child = child;
  if (child == EL_NONE)
    kind = charter_outline_get (charter_author_form_get_outline (form), get_owner (self))->kind;
  self->input = charter_form_text_new ();
  view = GTK_TEXT_VIEW (self->input);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_pixels_below_lines (view, 3);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 3);
  gtk_text_view_set_left_margin (view, 9);
  gtk_text_view_set_right_margin (view, 9);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_widget_add_css_class (self->input, "form-words");
  if (!has_lines (kind))
    leave_on_enter (self);
  gtk_box_append (GTK_BOX (self->box), self->input);
  add_label (self, child == EL_NONE && has_lines (kind) ? _ ("Text") : charter_form_words_get_element (kind));
  charter_form_field_refresh (self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (on_words), self);
  return self;
}

static GtkWidget *
make_right (CharterFormField *self)
{
  GtkWidget *input = gtk_check_button_new_with_label (charter_form_words_get_attribute (get_kind (self), AT_CORRECT));

  g_signal_connect_swapped (input, "toggled", G_CALLBACK (on_right), self);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER); /* beside the name of its part */
  return input;
}

static GtkWidget *
make_choice (CharterFormField *self)
{
  GtkWidget *input = gtk_drop_down_new (NULL, NULL);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->pointer = GTK_EVENT_CONTROLLER_MOTION (gtk_event_controller_motion_new ());
  g_signal_connect_swapped (input, "notify::selected", G_CALLBACK (on_choice), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_look), self);
  g_signal_connect_swapped (self->pointer, "enter", G_CALLBACK (on_look), self);
  gtk_widget_add_controller (input, focus);
  gtk_widget_add_controller (input, GTK_EVENT_CONTROLLER (self->pointer));
  return input;
}

static GtkWidget *
make_entry (CharterFormField *self)
{
  GtkWidget *input = gtk_entry_new ();

  g_object_set (input, "enable-undo", FALSE, "width-chars", 12, NULL);
  g_signal_connect_swapped (input, "changed", G_CALLBACK (on_entry), self);
  return input;
}

static GtkWidget *
make_several (CharterFormField *self)
{
  GtkWidget *input = charter_form_several_new (get_kind (self), self->rule);

  g_signal_connect_swapped (input, "changed", G_CALLBACK (on_several), self);
  return input;
}

static GtkWidget *
make_input (CharterFormField *self)
{
  if (self->rule->attribute == AT_CORRECT)
    return make_right (self);
  if (self->rule->value == VALUE_CHOICES)
    return make_several (self);
  return charter_author_values_are_listed (get_kind (self), self->rule) ? make_choice (self) : make_entry (self);
}

CharterFormField *
charter_form_field_new_attribute (
  CharterAuthorForm *form, guint part, const CharterAttributeRule *rule, CharterFormLocator locate, gpointer data)
{
  CharterFormField *self = make (form, part, locate, data);

  self->rule = rule;
  self->input = make_input (self);
  gtk_box_append (GTK_BOX (self->box), self->input);
  if (!GTK_IS_CHECK_BUTTON (self->input))
    add_label (self, charter_form_words_get_attribute (get_kind (self), rule->attribute));
  charter_form_field_refresh (self);
  return self;
}

void
charter_form_field_free (CharterFormField *self)
{
  if (GTK_IS_TEXT_VIEW (self->input))
    g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input)), self);
  g_signal_handlers_disconnect_by_data (self->input, self);
  g_object_unref (self->box);
  g_object_unref (self->form);
  g_strfreev (self->values);
  g_strfreev (self->labels);
  g_free (self);
}

GtkWidget *
charter_form_field_get_widget (CharterFormField *self)
{
  return self->box;
}

void
charter_form_field_focus (CharterFormField *self)
{
  gtk_widget_grab_focus (self->input);
}

gboolean
charter_form_field_has_focus (CharterFormField *self)
{
  return (gtk_widget_get_state_flags (self->input) & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_WITHIN)) != 0;
}

guint
charter_form_field_get_part (CharterFormField *self)
{
  return self->part;
}

void
charter_form_field_tell_kind (CharterFormField *self, CharterElementKind *child, CharterAttribute *attribute)
{
  *child = self->child;
  *attribute = self->rule != NULL ? (CharterAttribute)self->rule->attribute : AT_NONE;
}

gboolean
charter_form_field_is_like (CharterFormField *self, CharterElementKind child, CharterAttribute attribute)
{
  return self->child == child && (self->rule != NULL ? (CharterAttribute)self->rule->attribute : AT_NONE) == attribute;
}
