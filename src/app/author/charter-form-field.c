/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-form-text.h"
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
  GtkWidget *input;  /* a text view, an entry, a drop-down or a check button */
  GStrv values;      /* of a drop-down: what its rows stand for; "" takes the attribute away */
  gboolean is_quiet; /* the input is being made what the draft has */
};

static guint
get_owner (CharterFormField *self)
{
  return self->locate (self->data, self->part);
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

/* ---- what an attribute may refer to ---- */

static gboolean
is_referred (CharterAttribute attribute, CharterElementKind kind)
{
  switch ((int)attribute)
    {
    case AT_TOPIC:
      return kind == EL_TOPIC;
    case AT_MISCONCEPTION:
      return kind == EL_MISCONCEPTION;
    case AT_SEE:
      return kind == EL_SECTION || kind == EL_LESSON;
    case AT_IN:
      return kind == EL_CATEGORY;
    case AT_NODE:
      return kind == EL_NODE;
    default:
      return FALSE;
    }
}

/* Categories and boxes are those of the same item, and the others the whole pack's. */
static guint
find_range (CharterFormField *self, guint *end)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  guint index = self->rule->attribute == AT_IN || self->rule->attribute == AT_NODE
                  ? charter_outline_find_unit (outline, get_owner (self))
                  : CHARTER_OUTLINE_NONE;

  *end
    = index != CHARTER_OUTLINE_NONE ? charter_outline_get (outline, index)->next : charter_outline_get_length (outline);
  return index != CHARTER_OUTLINE_NONE ? index : 0;
}

static char *
describe (CharterOutline *outline, guint index)
{
  guint title = charter_outline_first_child (outline, index);

  return charter_outline_dup_words (outline, title != CHARTER_OUTLINE_NONE ? title : index);
}

static void
add_choice (GStrvBuilder *values, GStrvBuilder *labels, const char *value, const char *label)
{
  g_strv_builder_add (values, value);
  g_strv_builder_add (labels, label);
}

static void
list_referred (CharterFormField *self, GStrvBuilder *values, GStrvBuilder *labels)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  guint end;

  for (guint i = find_range (self, &end); i < end; i++)
    if (is_referred (self->rule->attribute, charter_outline_get (outline, i)->kind))
      {
        g_autofree char *id = charter_outline_dup_value (outline, i, "id");
        g_autofree char *label = describe (outline, i);

        if (id != NULL)
          add_choice (values, labels, id, *label != '\0' ? label : id);
      }
}

static void
list_written (CharterFormField *self, GStrvBuilder *values, GStrvBuilder *labels)
{
  static const char *const yes_no[] = { "true", "false", NULL };
  static const char *const one_to_five[] = { "1", "2", "3", "4", "5", NULL };
  const char *const *choices = self->rule->value == VALUE_YES_NO        ? yes_no
                               : self->rule->value == VALUE_ONE_TO_FIVE ? one_to_five
                                                                        : self->rule->choices;

  for (; choices != NULL && *choices != NULL; choices++)
    add_choice (values, labels, *choices, charter_form_words_get_value (self->rule->attribute, *choices));
}

static gboolean
is_chosen (const CharterAttributeRule *rule)
{
  return rule->value == VALUE_YES_NO || rule->value == VALUE_ONE_TO_FIVE || rule->value == VALUE_CHOICE
         || rule->attribute == AT_TOPIC || rule->attribute == AT_MISCONCEPTION || rule->attribute == AT_SEE
         || rule->attribute == AT_IN || rule->attribute == AT_NODE;
}

static GStrv
list_choices (CharterFormField *self, const char *value, GStrv *labels)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new (), names = g_strv_builder_new ();
  GStrv all;

  if (!self->rule->required || value == NULL)
    add_choice (ids, names, "", "—");
  list_referred (self, ids, names);
  list_written (self, ids, names);
  all = g_strv_builder_end (ids);
  /* What stands there stays, also where it leads into another pack or nowhere. */
  if (value != NULL && !g_strv_contains ((const char *const *)all, value))
    {
      guint n = g_strv_length (all);

      all = g_renew (char *, all, n + 2);
      all[n] = g_strdup (value);
      all[n + 1] = NULL;
      g_strv_builder_add (names, value);
    }
  *labels = g_strv_builder_end (names);
  return all;
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
on_right (CharterFormField *self)
{
  guint owner = get_owner (self);

  if (!self->is_quiet && owner != CHARTER_OUTLINE_NONE)
    charter_author_form_set_correct (self->form, owner, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->input)));
}

static void
refresh_choice (CharterFormField *self, const char *value)
{
  g_auto (GStrv) labels = NULL;
  GStrv values = list_choices (self, value, &labels);
  g_autoptr (GtkStringList) model = gtk_string_list_new ((const char *const *)labels);
  guint chosen = 0;

  while (values[chosen] != NULL && strcmp (values[chosen], value != NULL ? value : "") != 0)
    chosen++;
  g_strfreev (self->values);
  self->values = values;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->input), G_LIST_MODEL (model));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->input), chosen);
}

static void
refresh_attribute (CharterFormField *self)
{
  g_autofree char *value = charter_author_form_dup_attribute (self->form, get_owner (self), self->rule->attribute);

  self->is_quiet = TRUE;
  if (GTK_IS_DROP_DOWN (self->input))
    refresh_choice (self, value);
  else if (GTK_IS_CHECK_BUTTON (self->input))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->input), g_strcmp0 (value, "true") == 0);
  else if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->input)), value != NULL ? value : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->input), value != NULL ? value : "");
  self->is_quiet = FALSE;
}

void
charter_form_field_refresh (CharterFormField *self)
{
  if (get_owner (self) == CHARTER_OUTLINE_NONE)
    return;
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
make_input (CharterFormField *self)
{
  GtkWidget *input;

  if (self->rule->attribute == AT_CORRECT)
    {
      input = gtk_check_button_new_with_label (charter_form_words_get_attribute (AT_CORRECT));
      g_signal_connect_swapped (input, "toggled", G_CALLBACK (on_right), self);
      gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER); /* beside the name of its part */
    }
  else if (is_chosen (self->rule))
    {
      input = gtk_drop_down_new (NULL, NULL);
      g_signal_connect_swapped (input, "notify::selected", G_CALLBACK (on_choice), self);
    }
  else
    {
      input = gtk_entry_new ();
      g_object_set (input, "enable-undo", FALSE, "width-chars", 12, NULL);
      g_signal_connect_swapped (input, "changed", G_CALLBACK (on_entry), self);
    }
  return input;
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
    add_label (self, charter_form_words_get_attribute (rule->attribute));
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
