/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-form-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-form-field.h"
#include "charter-form-words.h"
#include "charter-author-form.h"
#include "charter-widget.h"

#define NOWHERE G_MAXUINT

/* A part of the unit, in the order of the file; the first one is the unit itself. */
typedef struct {
  guint index; /* in the outline */
  guint owner; /* the part that it is in, or NOWHERE */
  CharterElementKind kind;
  gboolean is_unit; /* a row that leads to it */
} Part;

struct _CharterFormView {
  AdwBin parent_instance;

  GtkScrolledWindow *scroll;
  AdwClamp *clamp;

  CharterAuthorForm *form; /* NULL until there is a draft */
  gsize unit;              /* where the unit begins */
  GArray *parts;           /* of Part, as the draft is */
  guint64 version;         /* of the draft, when parts were listed */
  char *shape;             /* what was built; NULL: nothing */
  GPtrArray *fields;       /* of CharterFormField */
  GPtrArray *boxes;        /* of GtkWidget, one a part; borrowed */
  guint refresh_source;

  /* Where the focus is to be when the parts are built anew. */
  gsize wanted; /* start of a part, or G_MAXSIZE */
  CharterElementKind wanted_child;
  CharterAttribute wanted_attribute;
};

G_DEFINE_FINAL_TYPE (CharterFormView, charter_form_view, ADW_TYPE_BIN)

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- parts ---- */

static const CharterOutlineElement *
get (CharterFormView *self, guint index)
{
  return charter_outline_get (charter_author_form_get_outline (self->form), index);
}

static const CharterParticle *
find_particle (CharterElementKind parent, CharterElementKind kind)
{
  const CharterParticle *particle = charter_grammar_get_rule (parent)->particles;

  for (; particle != NULL && particle->elements != NULL; particle++)
    if (memchr (particle->elements, (int)kind, strlen ((const char *)particle->elements)) != NULL)
      return particle;
  return NULL;
}

static gboolean
holds (const CharterParticle *particle, CharterElementKind kind)
{
  return memchr (particle->elements, (int)kind, strlen ((const char *)particle->elements)) != NULL;
}

/* Words that are there once at most: a field of what holds them, and no part. */
static gboolean
is_field (const CharterParticle *particle)
{
  return particle->max == 1 && charter_author_form_has_text (particle->elements[0])
         && particle->elements[0] != EL_FIGURE;
}

static void list_parts_in (CharterFormView *self, guint index, guint owner);

static void
list_part (CharterFormView *self, guint index, guint owner)
{
  CharterElementKind kind = get (self, index)->kind;
  Part part = { index, owner, kind, owner != NOWHERE && charter_element_is_unit (kind) };

  g_array_append_val (self->parts, part);
  if (!part.is_unit)
    list_parts_in (self, index, self->parts->len - 1);
}

static void
list_parts_in (CharterFormView *self, guint index, guint owner)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);

  for (guint child = charter_outline_first_child (outline, index); child != CHARTER_OUTLINE_NONE;
       child = charter_outline_next_sibling (outline, child))
    {
      CharterElementKind kind = get (self, child)->kind;
      const CharterParticle *particle = find_particle (get (self, index)->kind, kind);

      if (particle == NULL || (holds (particle, EL_P) && kind != EL_BLANK))
        continue;
      if (kind == EL_PASSAGE)
        list_parts_in (self, child, owner);
      else if (!is_field (particle) && (!holds (particle, EL_EM) || kind == EL_BLANK))
        list_part (self, child, owner);
    }
}

static void
list_parts (CharterFormView *self)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  guint at = charter_outline_find_at (outline, self->unit);
  guint unit = at != CHARTER_OUTLINE_NONE ? charter_outline_find_unit (outline, at) : CHARTER_OUTLINE_NONE;

  g_array_set_size (self->parts, 0);
  self->version = charter_draft_get_version (charter_author_form_get_draft (self->form));
  if (unit == CHARTER_OUTLINE_NONE && charter_outline_get_length (outline) > 0 && get (self, 0)->kind == EL_PACK)
    unit = 0;
  if (unit == CHARTER_OUTLINE_NONE)
    return;
  self->unit = get (self, unit)->start;
  list_part (self, unit, NOWHERE);
}

static guint
locate (gpointer data, guint part)
{
  CharterFormView *self = data;

  if (self->version != charter_draft_get_version (charter_author_form_get_draft (self->form)))
    list_parts (self);
  return part < self->parts->len ? g_array_index (self->parts, Part, part).index : CHARTER_OUTLINE_NONE;
}

/* What decides which widgets there are. */
static char *
dup_shape (CharterFormView *self)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *words
        = part->is_unit ? charter_outline_dup_words (charter_author_form_get_outline (self->form), part->index) : NULL;

      g_string_append_printf (shape, "%u.%d %.80s;", part->owner, (int)part->kind, words != NULL ? words : "");
    }
  if (self->parts->len > 0)
    g_string_append_printf (shape, "%" G_GSIZE_FORMAT, self->unit);
  return g_string_free (shape, FALSE);
}

/* ---- building: fields ---- */

static void
add_field (CharterFormView *self, GtkWidget *box, CharterFormField *field)
{
  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (box), charter_form_field_get_widget (field));
}

static void
add_words (CharterFormView *self, GtkWidget *box, guint part, CharterElementKind child)
{
  add_field (self, box, charter_form_field_new_words (self->form, part, child, locate, self));
}

/* Those of the unit that need not be told are its details, as is its id. */
static gboolean
is_detail (const CharterAttributeRule *rule)
{
  return !rule->required || rule->attribute == AT_ID;
}

static void
add_attributes (CharterFormView *self, GtkWidget *box, guint part, gboolean details)
{
  CharterElementKind kind = g_array_index (self->parts, Part, part).kind;
  GtkWidget *flow = gtk_flow_box_new ();
  gboolean any = FALSE;

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 12);
  for (const CharterAttributeRule *rule = charter_grammar_get_rule (kind)->attributes; rule->attribute != AT_NONE;
       rule++)
    if (rule->attribute != AT_CORRECT && (part > 0 ? rule->attribute != AT_ID : is_detail (rule) == details))
      {
        CharterFormField *field = charter_form_field_new_attribute (self->form, part, rule, locate, self);

        g_ptr_array_add (self->fields, field);
        gtk_flow_box_append (GTK_FLOW_BOX (flow), charter_form_field_get_widget (field));
        gtk_widget_set_focusable (gtk_widget_get_parent (charter_form_field_get_widget (field)), FALSE);
        any = TRUE;
      }
  gtk_box_append (GTK_BOX (box), flow);
  gtk_widget_set_visible (flow, any);
}

static void
add_right (CharterFormView *self, GtkWidget *box, guint part)
{
  CharterElementKind kind = g_array_index (self->parts, Part, part).kind;

  for (const CharterAttributeRule *rule = charter_grammar_get_rule (kind)->attributes; rule->attribute != AT_NONE;
       rule++)
    if (rule->attribute == AT_CORRECT)
      add_field (self, box, charter_form_field_new_attribute (self->form, part, rule, locate, self));
}

/* ---- building: parts ---- */

static GMenuModel *
make_part_menu (CharterFormView *self, guint part)
{
  GMenu *menu = g_menu_new ();
  static const struct {
    const char *label, *action;
  } rows[] = {
    { N_ ("Move _Up"), "form.move-up" },
    { N_ ("Move _Down"), "form.move-down" },
    { N_ ("Du_plicate"), "form.duplicate" },
    { N_ ("_Delete"), "form.remove" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *action = g_strdup_printf ("%s(uint32 %u)", rows[i].action, part);

      g_menu_append (menu, _ (rows[i].label), action);
    }
  return G_MENU_MODEL (menu);
}

static GtkWidget *
make_menu_button (CharterFormView *self, guint part, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenuModel) menu = make_part_menu (self, part);
  /* Translators: %s is a part of a question, such as “Option B”. */
  g_autofree char *spoken = g_strdup_printf (_ ("Actions for %s"), name);

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), menu);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, spoken);
  charter_widget_set_spoken_name (button, spoken);
  return button;
}

/* “Option B”: the letter that learners see before shuffling. */
static char *
dup_part_name (CharterFormView *self, guint part)
{
  const Part *it = &g_array_index (self->parts, Part, part);
  guint before, behind;

  charter_author_form_count_places (self->form, it->index, &before, &behind);
  if (before + behind == 0)
    return g_strdup (charter_form_words_get_element (it->kind));
  if (before >= 26 || it->is_unit)
    return g_strdup_printf ("%s %u", charter_form_words_get_element (it->kind), before + 1);
  return g_strdup_printf ("%s %c", charter_form_words_get_element (it->kind), (char)('A' + before));
}

static GtkWidget *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* ---- building: reordering with the pointer ---- */

static void move (CharterFormView *self, guint part, int by);

static guint
get_place (CharterFormView *self, guint part)
{
  guint before, behind;

  charter_author_form_count_places (self->form, locate (self, part), &before, &behind);
  return before;
}

/* Only among those that may stand in each other’s place. */
static gboolean
on_drop (CharterFormView *self, const GValue *value, double x, double y, GtkDropTarget *target)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  guint from = g_value_get_uint (value), to = 0;
  const Part *dragged, *there;

  for (guint i = 1; i < self->boxes->len; i++)
    if (self->boxes->pdata[i] == box)
      to = i;
  if (from == 0 || to == 0 || from == to || from >= self->parts->len || to >= self->parts->len)
    return FALSE;
  dragged = &g_array_index (self->parts, Part, from);
  there = &g_array_index (self->parts, Part, to);
  if (get (self, locate (self, from))->parent != get (self, locate (self, to))->parent
      || !holds (find_particle (get (self, get (self, dragged->index)->parent)->kind, dragged->kind), there->kind))
    return FALSE;
  move (self, from, (int)get_place (self, to) - (int)get_place (self, from));
  return TRUE;
}

static GtkWidget *
make_handle (guint part)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (G_TYPE_UINT, part);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _ ("Drag, or press Alt with Up or Down"));
  return handle;
}

static void
take_drops (CharterFormView *self, GtkWidget *box)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
}

static void fill_part (CharterFormView *self, GtkWidget *box, guint part);

static GtkWidget *
make_part (CharterFormView *self, guint part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = dup_part_name (self, part);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "form-part");
  gtk_box_append (GTK_BOX (head), make_handle (part));
  gtk_box_append (GTK_BOX (head), make_label (name, "heading"));
  add_right (self, head, part);
  gtk_box_append (GTK_BOX (head), make_menu_button (self, part, name));
  gtk_box_append (GTK_BOX (box), head);
  take_drops (self, box);
  fill_part (self, box, part);
  add_attributes (self, box, part, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return box;
}

static char *
dup_unit_words (CharterFormView *self, guint index)
{
  CharterOutline *outline = charter_author_form_get_outline (self->form);
  guint title = charter_outline_first_child (outline, index);

  return charter_outline_dup_words (outline, title != CHARTER_OUTLINE_NONE ? title : index);
}

static GtkWidget *
make_unit_row (CharterFormView *self, guint part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new (), *inside = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *name = dup_part_name (self, part);
  g_autofree char *words = dup_unit_words (self, g_array_index (self->parts, Part, part).index);
  GtkWidget *label = make_label (words, "body");

  gtk_label_set_wrap (GTK_LABEL (label), FALSE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (inside), make_label (name, "caption"));
  gtk_box_append (GTK_BOX (inside), label);
  gtk_button_set_child (GTK_BUTTON (button), inside);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", part);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (box), make_handle (part));
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), make_menu_button (self, part, name));
  take_drops (self, box);
  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "form-unit");
  return box;
}

/* ---- building: what can be added ---- */

static GtkWidget *
make_add_button (guint part, CharterElementKind kind)
{
  /* Translators: %s is a part of a question, such as “Option”. */
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), charter_form_words_get_element (kind));
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "form.add");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uu)", part, (guint)kind);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
make_add_menu (guint part, const guint8 *kinds)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (; *kinds != EL_NONE; kinds++)
    {
      const CharterAuthorFormKind *row = charter_author_form_kind_get (*kinds);
      g_autofree char *label = NULL, *action = NULL;

      if (row == NULL)
        continue;
      label
        = row->line != NULL ? g_strdup_printf ("%s – %s", _ (row->title), _ (row->line)) : g_strdup (_ (row->title));
      action = g_strdup_printf ("form.add((uint32 %u, uint32 %u))", part, (guint)*kinds);
      g_menu_append (menu, label, action);
    }
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), kinds[-1] == EL_DRILL ? _ ("Add Question") : _ ("Add"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static guint
count_addable (CharterFormView *self, guint index, const guint8 *kinds)
{
  guint n = 0;

  for (; *kinds != EL_NONE; kinds++)
    n += charter_author_form_kind_get (*kinds) != NULL && charter_author_form_can_add (self->form, index, *kinds);
  return n;
}

static void
add_adders (CharterFormView *self, GtkWidget *box, guint part, guint index, const CharterParticle *particle)
{
  if (count_addable (self, index, particle->elements) > 2)
    gtk_box_append (GTK_BOX (box), make_add_menu (part, particle->elements));
  else
    for (const guint8 *kind = particle->elements; *kind != EL_NONE; kind++)
      if (charter_author_form_kind_get (*kind) != NULL && charter_author_form_can_add (self->form, index, *kind))
        gtk_box_append (GTK_BOX (box), make_add_button (part, *kind));
}

/* ---- building: the whole ---- */

static void
add_parts (CharterFormView *self, GtkWidget *box, guint owner, const CharterParticle *particle)
{
  for (guint i = owner + 1; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      GtkWidget *widget;

      if (part->owner != owner || !holds (particle, part->kind))
        continue;
      widget = part->is_unit ? make_unit_row (self, i) : make_part (self, i);
      self->boxes->pdata[i] = widget;
      gtk_box_append (GTK_BOX (box), widget);
    }
}

static void
add_passage (CharterFormView *self, GtkWidget *box, guint part)
{
  guint passage
    = charter_outline_find_child (charter_author_form_get_outline (self->form), locate (self, part), EL_PASSAGE);
  const CharterParticle *particle = charter_grammar_get_rule (EL_PASSAGE)->particles;

  add_words (self, box, part, EL_PASSAGE);
  if (passage == CHARTER_OUTLINE_NONE)
    return;
  add_parts (self, box, part, particle);
  gtk_box_append (GTK_BOX (box), make_add_button (part, EL_BLANK));
}

static void
fill_part (CharterFormView *self, GtkWidget *box, guint part)
{
  const Part *it = &g_array_index (self->parts, Part, part);
  const CharterElementRule *rule = charter_grammar_get_rule (it->kind);

  if (rule->content == CONTENT_TEXT || rule->content == CONTENT_MIXED)
    add_words (self, box, part, EL_NONE);
  for (const CharterParticle *particle = rule->particles;
       rule->content == CONTENT_ELEMENTS && particle->elements != NULL; particle++)
    if (holds (particle, EL_P))
      add_words (self, box, part, EL_NONE);
    else if (holds (particle, EL_PASSAGE))
      add_passage (self, box, part);
    else if (is_field (particle))
      add_words (self, box, part, particle->elements[0]);
    else
      {
        add_parts (self, box, part, particle);
        add_adders (self, box, part, it->index, particle);
      }
}

static GtkWidget *
make_head (CharterFormView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *up;
  const Part *unit = &g_array_index (self->parts, Part, 0);
  const char *name = charter_form_words_get_element (unit->kind);

  if (get (self, unit->index)->parent != CHARTER_OUTLINE_NONE)
    {
      up = gtk_button_new_from_icon_name ("go-up-symbolic");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (up), "form.up");
      gtk_widget_set_tooltip_text (up, _ ("What This Is In"));
      charter_widget_set_spoken_name (up, _ ("What This Is In"));
      gtk_widget_add_css_class (up, "flat");
      gtk_box_append (GTK_BOX (box), up);
    }
  gtk_box_append (GTK_BOX (box), make_label (name, "title-3"));
  if (get (self, unit->index)->parent != CHARTER_OUTLINE_NONE)
    gtk_box_append (GTK_BOX (box), make_menu_button (self, 0, name));
  return box;
}

static GtkWidget *
make_details (CharterFormView *self)
{
  GtkWidget *expander = gtk_expander_new (_ ("Details")), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_set_margin_top (box, 9);
  add_attributes (self, box, 0, TRUE);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  return expander;
}

static void
remember_focus (CharterFormView *self)
{
  for (guint i = 0; i < self->fields->len && self->wanted == G_MAXSIZE; i++)
    {
      CharterFormField *field = self->fields->pdata[i];
      guint index;

      if (!charter_form_field_has_focus (field))
        continue;
      index = locate (self, charter_form_field_get_part (field));
      if (index != CHARTER_OUTLINE_NONE)
        self->wanted = get (self, index)->start;
      charter_form_field_tell_kind (field, &self->wanted_child, &self->wanted_attribute);
    }
}

/* Into the same field of the part that is wanted, or else its first. */
static void
give_focus (CharterFormView *self)
{
  CharterFormField *first = NULL, *same = NULL;

  for (guint i = 0; i < self->fields->len && self->wanted != G_MAXSIZE; i++)
    {
      CharterFormField *field = self->fields->pdata[i];
      guint index = locate (self, charter_form_field_get_part (field));

      if (index == CHARTER_OUTLINE_NONE || get (self, index)->start != self->wanted)
        continue;
      if (same == NULL && charter_form_field_is_like (field, self->wanted_child, self->wanted_attribute))
        same = field;
      if (first == NULL && charter_form_field_is_like (field, self->wanted_child, AT_NONE))
        first = field;
      if (first == NULL || charter_form_field_is_like (first, EL_NONE, AT_CORRECT))
        first = field;
    }
  self->wanted = G_MAXSIZE;
  if (same != NULL || first != NULL)
    charter_form_field_focus (same != NULL ? same : first);
}

static void
clear (CharterFormView *self)
{
  adw_clamp_set_child (self->clamp, NULL);
  g_ptr_array_set_size (self->fields, 0);
  g_ptr_array_set_size (self->boxes, 0);
}

static void
build (CharterFormView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  clear (self);
  g_ptr_array_set_size (self->boxes, (int)self->parts->len);
  gtk_widget_add_css_class (box, "form");
  if (self->parts->len > 0)
    {
      gtk_box_append (GTK_BOX (box), make_head (self));
      fill_part (self, box, 0);
      add_attributes (self, box, 0, FALSE);
      gtk_box_append (GTK_BOX (box), make_details (self));
    }
  else
    gtk_box_append (GTK_BOX (box), make_label (_ ("There is no pack in this file yet. Begin it in XML."), "body"));
  adw_clamp_set_child (self->clamp, box);
}

static void
refresh (CharterFormView *self)
{
  g_autofree char *shape = NULL;

  if (self->form == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  list_parts (self);
  shape = dup_shape (self);
  if (g_strcmp0 (shape, self->shape) == 0)
    {
      for (guint i = 0; i < self->fields->len; i++)
        charter_form_field_refresh (self->fields->pdata[i]);
    }
  else
    {
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
      remember_focus (self);
      build (self);
    }
  give_focus (self);
}

static gboolean
on_idle (gpointer data)
{
  CharterFormView *self = data;

  self->refresh_source = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Later, so that what was clicked is still there. */
static void
queue_refresh (CharterFormView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

static void
on_spliced (CharterFormView *self, guint64 offset, GBytes *removed, GBytes *inserted)
{
  gsize n_removed = g_bytes_get_size (removed);

  if (offset + n_removed <= self->unit && offset < self->unit)
    self->unit = self->unit - n_removed + g_bytes_get_size (inserted);
}

/* ---- actions ---- */

static void
want (CharterFormView *self, guint index)
{
  if (index == CHARTER_OUTLINE_NONE)
    return;
  self->wanted = get (self, index)->start;
  self->wanted_child = EL_NONE;
  self->wanted_attribute = AT_NONE;
}

static void
go (CharterFormView *self, guint index)
{
  if (index == CHARTER_OUTLINE_NONE)
    return;
  self->unit = get (self, index)->start;
  want (self, index);
  queue_refresh (self);
  g_signal_emit (self, signals[MOVED], 0, (guint64)self->unit + 1);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);

  go (self, locate (self, g_variant_get_uint32 (parameter)));
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint unit = locate (self, 0);
  guint parent = unit != CHARTER_OUTLINE_NONE ? get (self, unit)->parent : unit;

  if (parent != CHARTER_OUTLINE_NONE)
    go (self, charter_outline_find_unit (charter_author_form_get_outline (self->form), parent) != CHARTER_OUTLINE_NONE
                ? charter_outline_find_unit (charter_author_form_get_outline (self->form), parent)
                : 0);
}

static void
move (CharterFormView *self, guint part, int by)
{
  guint index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE)
    return;
  remember_focus (self);
  index = charter_author_form_move (self->form, index, by);
  if (part == 0)
    go (self, index);
  else
    self->wanted = get (self, index)->start;
}

static void
move_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move (CHARTER_FORM_VIEW (widget), g_variant_get_uint32 (parameter), g_str_equal (name, "form.move-up") ? -1 : 1);
}

static void
duplicate_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = g_variant_get_uint32 (parameter), index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE)
    return;
  index = charter_author_form_duplicate (self->form, index);
  if (part == 0)
    go (self, index);
  else
    want (self, index);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = g_variant_get_uint32 (parameter), index = locate (self, part);

  if (index == CHARTER_OUTLINE_NONE || !charter_author_form_can_remove (self->form, index))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  if (part == 0)
    up_action (widget, name, NULL);
  charter_author_form_remove (self->form, index);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part, kind, index;

  g_variant_get (parameter, "(uu)", &part, &kind);
  index = locate (self, part);
  if (index != CHARTER_OUTLINE_NONE && kind == EL_BLANK)
    index = charter_outline_find_child (charter_author_form_get_outline (self->form), index, EL_PASSAGE);
  if (index == CHARTER_OUTLINE_NONE)
    return;
  index = charter_author_form_add (self->form, index, (CharterElementKind)kind, CHARTER_OUTLINE_NONE);
  if (index != CHARTER_OUTLINE_NONE && charter_element_is_unit ((CharterElementKind)kind))
    go (self, index);
  else
    want (self, index);
}

/* The part that has the focus, for the keys. */
static guint
find_focused_part (CharterFormView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (; focus != NULL && focus != GTK_WIDGET (self); focus = gtk_widget_get_parent (focus))
    for (guint i = 1; i < self->boxes->len; i++)
      if (self->boxes->pdata[i] == focus)
        return i;
  return 0;
}

static gboolean
on_move_key (GtkWidget *widget, GVariant *by, gpointer data)
{
  CharterFormView *self = CHARTER_FORM_VIEW (widget);
  guint part = find_focused_part (self);

  if (part > 0)
    move (self, part, g_variant_get_int32 (by));
  return part > 0;
}

/* ---- its life ---- */

void
charter_form_view_set_draft (CharterFormView *self, CharterDraft *draft)
{
  g_return_if_fail (CHARTER_IS_FORM_VIEW (self));
  if (self->form != NULL)
    g_signal_handlers_disconnect_by_data (charter_author_form_get_draft (self->form), self);
  clear (self);
  g_clear_pointer (&self->shape, g_free);
  g_clear_object (&self->form);
  self->form = charter_author_form_new (draft);
  self->unit = 0;
  self->version = G_MAXUINT64;
  g_signal_connect_object (draft, "spliced", G_CALLBACK (on_spliced), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  queue_refresh (self);
}

void
charter_form_view_show (CharterFormView *self, gsize offset)
{
  CharterOutline *outline;
  guint index;

  g_return_if_fail (CHARTER_IS_FORM_VIEW (self));
  if (self->form == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->unit = offset;
      return;
    }
  outline = charter_author_form_get_outline (self->form);
  index = charter_outline_find_at (outline, offset);
  index = index != CHARTER_OUTLINE_NONE ? charter_outline_find_unit (outline, index) : index;
  if (index != CHARTER_OUTLINE_NONE && get (self, index)->start != self->unit)
    {
      self->unit = get (self, index)->start;
      queue_refresh (self);
    }
}

void
charter_form_view_focus (CharterFormView *self)
{
  refresh (self);
  if (self->fields->len > 0)
    charter_form_field_focus (self->fields->pdata[0]);
}

static void
charter_form_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (charter_form_view_parent_class)->map (widget);
  queue_refresh (CHARTER_FORM_VIEW (widget));
}

static void
charter_form_view_dispose (GObject *object)
{
  CharterFormView *self = CHARTER_FORM_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->clamp != NULL)
    clear (self);
  self->clamp = NULL;
  g_clear_object (&self->form);
  G_OBJECT_CLASS (charter_form_view_parent_class)->dispose (object);
}

static void
charter_form_view_finalize (GObject *object)
{
  CharterFormView *self = CHARTER_FORM_VIEW (object);

  g_free (self->shape);
  g_array_unref (self->parts);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->boxes);
  G_OBJECT_CLASS (charter_form_view_parent_class)->finalize (object);
}

static void
charter_form_view_class_init (CharterFormViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = charter_form_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = charter_form_view_finalize;
  widget_class->map = charter_form_view_map;
  gtk_widget_class_install_action (widget_class, "form.open", "u", open_action);
  gtk_widget_class_install_action (widget_class, "form.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "form.move-up", "u", move_action);
  gtk_widget_class_install_action (widget_class, "form.move-down", "u", move_action);
  gtk_widget_class_install_action (widget_class, "form.duplicate", "u", duplicate_action);
  gtk_widget_class_install_action (widget_class, "form.remove", "u", remove_action);
  gtk_widget_class_install_action (widget_class, "form.add", "(uu)", add_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, on_move_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, on_move_key, "i", 1);
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_UINT64);
}

static void
charter_form_view_init (CharterFormView *self)
{
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_form_field_free);
  self->boxes = g_ptr_array_new ();
  self->wanted = G_MAXSIZE;
  self->clamp = ADW_CLAMP (adw_clamp_new ());
  self->scroll = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroll, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  adw_clamp_set_maximum_size (self->clamp, 720);
  gtk_scrolled_window_set_child (self->scroll, GTK_WIDGET (self->clamp));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scroll));
}

GtkWidget *
charter_form_view_new (void)
{
  return g_object_new (CHARTER_TYPE_FORM_VIEW, NULL);
}
