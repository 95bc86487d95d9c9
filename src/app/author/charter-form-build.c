/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-build.h"

#include <glib/gi18n.h>

#include "charter-form-buttons.h"
#include "charter-form-field.h"
#include "charter-form-words.h"
#include "charter-widget.h"

static CharterAuthorForm *
get_form (CharterFormBuild *self)
{
  return charter_form_parts_get_form (self->parts);
}

static CharterOutline *
get_outline (CharterFormBuild *self)
{
  return charter_author_form_get_outline (get_form (self));
}

/* ---- fields ---- */

static void
add_field (CharterFormBuild *self, GtkWidget *box, CharterFormField *field)
{
  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (box), charter_form_field_get_widget (field));
}

static void
add_words (CharterFormBuild *self, GtkWidget *box, guint part, CharterElementKind child)
{
  add_field (self, box,
             charter_form_field_new_words (get_form (self), part, child, charter_form_parts_locate, self->parts));
}

/* Those of the unit that need not be told are its details, as is its id. */
static gboolean
is_detail (const CharterAttributeRule *rule)
{
  return !rule->required || rule->attribute == AT_ID;
}

static void
add_attributes (CharterFormBuild *self, GtkWidget *box, guint part, gboolean details)
{
  CharterElementKind kind = charter_form_parts_get (self->parts, part)->kind;
  GtkWidget *flow = gtk_flow_box_new ();
  gboolean any = FALSE;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  for (const CharterAttributeRule *rule = charter_grammar_get_rule (kind)->attributes; rule->attribute != AT_NONE;
       rule++)
    if (rule->attribute != AT_CORRECT && (part > 0 ? rule->attribute != AT_ID : is_detail (rule) == details))
      {
        CharterFormField *field
          = charter_form_field_new_attribute (get_form (self), part, rule, charter_form_parts_locate, self->parts);

        g_ptr_array_add (self->fields, field);
        gtk_flow_box_append (GTK_FLOW_BOX (flow), charter_form_field_get_widget (field));
        gtk_widget_set_focusable (gtk_widget_get_parent (charter_form_field_get_widget (field)), FALSE);
        any = TRUE;
      }
  gtk_box_append (GTK_BOX (box), flow);
  gtk_widget_set_visible (flow, any);
}

static void
add_right (CharterFormBuild *self, GtkWidget *box, guint part)
{
  CharterElementKind kind = charter_form_parts_get (self->parts, part)->kind;

  for (const CharterAttributeRule *rule = charter_grammar_get_rule (kind)->attributes; rule->attribute != AT_NONE;
       rule++)
    if (rule->attribute == AT_CORRECT)
      add_field (self, box,
                 charter_form_field_new_attribute (get_form (self), part, rule, charter_form_parts_locate,
                                                   self->parts));
}

/* ---- parts ---- */

GtkWidget *
charter_form_build_create_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void fill_part (CharterFormBuild *self, GtkWidget *box, guint part);

static GtkWidget *
make_part (CharterFormBuild *self, guint part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = charter_form_parts_dup_name (self->parts, part);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "form-part");
  gtk_box_append (GTK_BOX (head), charter_form_order_create_handle (self->order, part));
  gtk_box_append (GTK_BOX (head), charter_form_build_create_label (name, "heading"));
  add_right (self, head, part);
  gtk_box_append (GTK_BOX (head), charter_form_buttons_create_menu (self->parts, part, name));
  gtk_box_append (GTK_BOX (box), head);
  charter_form_order_take_drops (self->order, box, part);
  fill_part (self, box, part);
  add_attributes (self, box, part, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static GtkWidget *
make_opener (CharterFormBuild *self, guint part, const char *name)
{
  GtkWidget *button = gtk_button_new (), *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *words = charter_form_parts_dup_words (self->parts, part);
  GtkWidget *label = charter_form_build_create_label (words, "body");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (inside), charter_form_build_create_label (name, "caption"));
  gtk_box_append (GTK_BOX (inside), label);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", part);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.open");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  return button;
}

static GtkWidget *
make_unit_row (CharterFormBuild *self, guint part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = charter_form_parts_dup_name (self->parts, part);

  gtk_box_append (GTK_BOX (box), charter_form_order_create_handle (self->order, part));
  gtk_box_append (GTK_BOX (box), make_opener (self, part, name));
  gtk_box_append (GTK_BOX (box), charter_form_buttons_create_menu (self->parts, part, name));
  charter_form_order_take_drops (self->order, box, part);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "form-unit");
  return box;
}

static void
add_parts (
  CharterFormBuild *self, GtkWidget *box, guint owner, CharterElementKind within, const CharterParticle *particle)
{
  for (guint i = owner + 1; i < charter_form_parts_get_length (self->parts); i++)
    {
      const CharterFormPart *part = charter_form_parts_get (self->parts, i);
      GtkWidget *widget;

      if (part->owner != owner || part->within != within || !charter_form_holds (particle, part->kind))
        continue;
      widget = part->is_unit ? make_unit_row (self, i) : make_part (self, i);
      self->boxes->pdata[i] = widget;
      gtk_box_append (GTK_BOX (box), widget);
    }
}

static void
add_hidden (CharterFormBuild *self, GtkWidget *box, const CharterParticle *particle)
{
  guint n = charter_form_parts_count_hidden (self->parts, particle);
  /* Translators: %u is how many questions or the like are not shown yet. */
  g_autofree char *label = g_strdup_printf (_ ("Show More (%u)"), n);

  if (n > 0)
    gtk_box_append (GTK_BOX (box), charter_form_buttons_create (label, "form.show-more", NULL));
}

/* ---- what can be added ---- */

/* index: of the part, or of its words within */
static void
add_adders (CharterFormBuild *self,
            GtkWidget *box,
            guint part,
            CharterElementKind within,
            guint index,
            const CharterParticle *particle)
{
  g_autoptr (GByteArray) kinds = g_byte_array_new ();

  for (const guint8 *kind = particle->elements; *kind != EL_NONE; kind++)
    if (charter_form_can_add (get_form (self), index, particle, *kind))
      g_byte_array_append (kinds, kind, 1);
  g_byte_array_append (kinds, (const guint8[]){ EL_NONE }, 1);
  if (kinds->len > 3)
    gtk_box_append (GTK_BOX (box),
                    charter_form_buttons_create_add_menu (part, within,
                                                          charter_form_holds (particle, EL_DRILL) ? _ ("Add Question")
                                                                                                  : _ ("Add"),
                                                          kinds->data));
  else
    for (const guint8 *kind = kinds->data; *kind != EL_NONE; kind++)
      gtk_box_append (GTK_BOX (box), charter_form_buttons_create_adder (part, within, *kind));
}

/* Those that stand among words. Hints and reasons are short, and can have them in XML. */
static void
add_drawings (
  CharterFormBuild *self, GtkWidget *box, guint part, CharterElementKind within, guint index, gboolean can_add)
{
  const CharterParticle *particle
    = charter_form_find_particle (charter_outline_get (get_outline (self), index)->kind, EL_DIAGRAM);

  if (particle == NULL)
    return;
  add_parts (self, box, part, within, particle);
  if (can_add)
    gtk_box_append (GTK_BOX (box),
                    charter_form_buttons_create_add_menu (part, within, _ ("Add Picture or Drawing"),
                                                          (const guint8[]){ EL_FIGURE, EL_DIAGRAM, EL_NONE }));
}

/* ---- the whole ---- */

static void
add_passage (CharterFormBuild *self, GtkWidget *box, guint part, guint index)
{
  const CharterParticle *particle = charter_grammar_get_rule (EL_PASSAGE)->particles;

  add_parts (self, box, part, EL_PASSAGE, particle);
  add_adders (self, box, part, EL_PASSAGE, index, particle);
}

static void
add_words_of_child (CharterFormBuild *self, GtkWidget *box, guint part, CharterElementKind kind)
{
  guint index = charter_outline_find_child (get_outline (self), charter_form_parts_locate (self->parts, part), kind);

  add_words (self, box, part, kind);
  if (index == CHARTER_OUTLINE_NONE)
    return;
  if (kind == EL_PASSAGE)
    add_passage (self, box, part, index);
  else
    add_drawings (self, box, part, kind, index, kind == EL_STEM || kind == EL_SITUATION);
}

/* What is pointed at is a picture or a drawing; one goes for the other. */
static void
add_exchange (CharterFormBuild *self, GtkWidget *box, guint part, guint index)
{
  guint picture = charter_author_form_find_picture (get_form (self), index);

  if (picture != CHARTER_OUTLINE_NONE)
    gtk_box_append (GTK_BOX (box),
                    charter_form_buttons_create (charter_outline_get (get_outline (self), picture)->kind == EL_FIGURE
                                                   ? _ ("Use a Drawing Instead")
                                                   : _ ("Use a Picture Instead"),
                                                 "form.exchange", g_variant_new_uint32 (part)));
}

static void
fill_particle (CharterFormBuild *self, GtkWidget *box, guint part, const CharterParticle *particle)
{
  guint index = charter_form_parts_locate (self->parts, part);

  if (charter_form_holds (particle, EL_P))
    {
      add_words (self, box, part, EL_NONE);
      add_drawings (self, box, part, EL_NONE, index,
                    part == 0 || charter_form_parts_get (self->parts, part)->kind == EL_SCENE);
    }
  else if (charter_form_is_field (particle))
    add_words_of_child (self, box, part, particle->elements[0]);
  else
    {
      add_parts (self, box, part, EL_NONE, particle);
      if (part == 0)
        add_hidden (self, box, particle);
      add_adders (self, box, part, EL_NONE, index, particle);
      if (charter_form_holds (particle, EL_FIGURE))
        add_exchange (self, box, part, index);
    }
}

static void
fill_part (CharterFormBuild *self, GtkWidget *box, guint part)
{
  const CharterElementRule *rule = charter_grammar_get_rule (charter_form_parts_get (self->parts, part)->kind);

  if (rule->content == CONTENT_TEXT || rule->content == CONTENT_MIXED)
    add_words (self, box, part, EL_NONE);
  if (rule->content == CONTENT_ELEMENTS)
    for (const CharterParticle *particle = rule->particles; particle->elements != NULL; particle++)
      fill_particle (self, box, part, particle);
}

static GtkWidget *
make_up (void)
{
  GtkWidget *up = gtk_button_new_from_icon_name ("go-up-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (up), "form.up");
  gtk_widget_set_tooltip_text (up, _ ("What This Is In"));
  charter_widget_set_spoken_name (up, _ ("What This Is In"));
  gtk_widget_add_css_class (up, "flat");
  return up;
}

static GtkWidget *
make_head (CharterFormBuild *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const CharterFormPart *unit = charter_form_parts_get (self->parts, 0);
  const char *name = charter_form_words_get_element (unit->kind);
  gboolean is_inside = charter_outline_get (get_outline (self), unit->index)->parent != CHARTER_OUTLINE_NONE;

  if (is_inside)
    gtk_box_append (GTK_BOX (box), make_up ());
  gtk_box_append (GTK_BOX (box), charter_form_build_create_label (name, "title-3"));
  if (is_inside)
    gtk_box_append (GTK_BOX (box), charter_form_buttons_create_menu (self->parts, 0, name));
  return box;
}

static GtkWidget *
make_details (CharterFormBuild *self)
{
  GtkWidget *expander = gtk_expander_new (_ ("Details")), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_top (box, 9);
  add_attributes (self, box, 0, TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

GtkWidget *
charter_form_build (CharterFormBuild *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_ptr_array_set_size (self->boxes, (int)charter_form_parts_get_length (self->parts));
  gtk_box_append (GTK_BOX (box), make_head (self));
  fill_part (self, box, 0);
  add_attributes (self, box, 0, FALSE);
  gtk_box_append (GTK_BOX (box), make_details (self));
  return box;
}
