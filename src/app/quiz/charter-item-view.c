/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all kinds of item share on screen, and the table by which a kind finds its view. */
#include "charter-item-view.h"

#include "charter-choice-view.h"
#include "charter-classify-view.h"
#include "charter-cloze-view.h"
#include "charter-host.h"
#include "charter-hotspot-view.h"
#include "charter-match-view.h"
#include "charter-order-view.h"
#include "charter-typed-view.h"
#include "charter-widget.h"

typedef struct {
  /* widgets */
  GtkWidget *box;
  GtkWidget *told;

  /* owned */
  CharterPath *path;
  CharterResponse *response;

  /* owned by the path */
  const CharterStep *step;

  guint64 struck; /* a bit a part */
  gboolean locked;
  gboolean feedback;
  gboolean narrow;
} CharterItemViewPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CharterItemView, charter_item_view, GTK_TYPE_WIDGET)

enum { RESPONSE_CHANGED, ACTIVATED, STRIKE, N_SIGNALS };
static guint signals[N_SIGNALS];

static GType (*const view_types[CHARTER_N_ITEM_KINDS]) (void) = {
  [CHARTER_ITEM_SINGLE] = charter_choice_view_get_type,    [CHARTER_ITEM_MULTIPLE] = charter_choice_view_get_type,
  [CHARTER_ITEM_TRUEFALSE] = charter_choice_view_get_type, [CHARTER_ITEM_CLASSIFY] = charter_classify_view_get_type,
  [CHARTER_ITEM_MATCH] = charter_match_view_get_type,      [CHARTER_ITEM_ORDER] = charter_order_view_get_type,
  [CHARTER_ITEM_NUMBER] = charter_typed_view_get_type,     [CHARTER_ITEM_SHORT] = charter_typed_view_get_type,
  [CHARTER_ITEM_CLOZE] = charter_cloze_view_get_type,      [CHARTER_ITEM_HOTSPOT] = charter_hotspot_view_get_type,
  [CHARTER_ITEM_DRILL] = charter_typed_view_get_type,
};

static CharterItemViewPrivate *
get_private (CharterItemView *self)
{
  return charter_item_view_get_instance_private (self);
}

static void
update (CharterItemView *self)
{
  CHARTER_ITEM_VIEW_GET_CLASS (self)->update (self);
}

static CharterResponse *
make_first (CharterItemView *self)
{
  CharterItemViewClass *klass = CHARTER_ITEM_VIEW_GET_CLASS (self);

  if (klass->make_first != NULL)
    return klass->make_first (self);
  return charter_response_new_empty (charter_item_kind_response_shape (get_private (self)->step->item->kind));
}

static void
keep_response (CharterItemView *self, CharterResponse *response)
{
  CharterItemViewPrivate *priv = get_private (self);
  CharterResponse *kept = charter_response_is_empty (response) ? make_first (self) : charter_response_ref (response);

  g_clear_pointer (&priv->response, charter_response_unref);
  priv->response = kept;
}

static void
charter_item_view_dispose (GObject *object)
{
  CharterItemViewPrivate *priv = get_private (CHARTER_ITEM_VIEW (object));

  g_clear_pointer (&priv->box, gtk_widget_unparent);
  g_clear_pointer (&priv->told, gtk_widget_unparent);
  G_OBJECT_CLASS (charter_item_view_parent_class)->dispose (object);
}

static void
charter_item_view_finalize (GObject *object)
{
  CharterItemViewPrivate *priv = get_private (CHARTER_ITEM_VIEW (object));

  g_clear_pointer (&priv->response, charter_response_unref);
  g_clear_pointer (&priv->path, charter_path_unref);
  G_OBJECT_CLASS (charter_item_view_parent_class)->finalize (object);
}

/* Focus goes to what can be answered, never to the view as a whole. GTK asks for this too when Shift+Tab has found
 * nothing more inside: then the focus is to go on, not to come back. */
static gboolean
charter_item_view_grab_focus (GtkWidget *widget)
{
  CharterItemViewPrivate *priv = get_private (CHARTER_ITEM_VIEW (widget));

  return gtk_widget_get_focus_child (widget) == NULL && gtk_widget_child_focus (priv->box, GTK_DIR_TAB_FORWARD);
}

static void
on_narrow (CharterItemView *self)
{
  charter_item_view_set_narrow (self, charter_host_get_narrow (charter_host_of (GTK_WIDGET (self))));
}

static void
charter_item_view_root (GtkWidget *widget)
{
  CharterHost *host;

  GTK_WIDGET_CLASS (charter_item_view_parent_class)->root (widget);
  host = charter_host_of (widget);
  if (host == NULL)
    return;
  g_signal_connect_swapped (host, "notify::narrow", G_CALLBACK (on_narrow), widget);
  on_narrow (CHARTER_ITEM_VIEW (widget));
}

static void
charter_item_view_unroot (GtkWidget *widget)
{
  CharterHost *host = charter_host_of (widget);

  if (host != NULL)
    g_signal_handlers_disconnect_by_data (host, widget);
  GTK_WIDGET_CLASS (charter_item_view_parent_class)->unroot (widget);
}

static void
charter_item_view_class_init (CharterItemViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = charter_item_view_dispose;
  object_class->finalize = charter_item_view_finalize;
  widget_class->grab_focus = charter_item_view_grab_focus;
  widget_class->root = charter_item_view_root;
  widget_class->unroot = charter_item_view_unroot;

  signals[RESPONSE_CHANGED]
    = g_signal_new ("response-changed", CHARTER_TYPE_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED]
    = g_signal_new ("activated", CHARTER_TYPE_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[STRIKE] = g_signal_new ("strike", CHARTER_TYPE_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "itemview");
}

static gboolean
is_enter (guint keyval, GdkModifierType modifiers)
{
  return (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter)
         && (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0;
}

/* An open list of choices has its own use for Enter. */
static gboolean
is_in_popover (CharterItemView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
wants_to_go_on (CharterItemView *self)
{
  CharterItemViewPrivate *priv = get_private (self);
  CharterItemViewClass *klass = CHARTER_ITEM_VIEW_GET_CLASS (self);

  if (charter_item_view_get_locked (self))
    return TRUE;
  return charter_response_is_complete (priv->response, priv->step->item)
         && (klass->needs_enter == NULL || !klass->needs_enter (self));
}

static gboolean
on_key_pressed (CharterItemView *self, guint keyval, guint code, GdkModifierType modifiers)
{
  if (!is_enter (keyval, modifiers) || is_in_popover (self) || !wants_to_go_on (self))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[ACTIVATED], 0);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_told (void)
{
  GtkWidget *told = g_object_new (GTK_TYPE_LABEL, "accessible-role", CHARTER_ROLE_STATUS, "visible", FALSE, "wrap",
                                  TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (told, "caption");
  gtk_widget_add_css_class (told, "told");
  return told;
}

static void
charter_item_view_init (CharterItemView *self)
{
  CharterItemViewPrivate *priv = get_private (self);
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 6);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_parent (priv->box, GTK_WIDGET (self));
  priv->told = create_told ();
  gtk_widget_set_parent (priv->told, GTK_WIDGET (self));
}

CharterItemView *
charter_item_view_new (CharterPath *path, guint position)
{
  const CharterStep *step = charter_path_get_step (path, position);
  CharterItemView *self = g_object_new (view_types[step->item->kind](), NULL);
  CharterItemViewPrivate *priv = get_private (self);

  priv->path = charter_path_ref (path);
  priv->step = step;
  priv->response = make_first (self);
  CHARTER_ITEM_VIEW_GET_CLASS (self)->build (self);
  update (self);
  return self;
}

const CharterStep *
charter_item_view_get_step (CharterItemView *self)
{
  return get_private (self)->step;
}

CharterPack *
charter_item_view_get_pack (CharterItemView *self)
{
  return charter_item_view_get_step (self)->pack;
}

CharterResponse *
charter_item_view_get_response (CharterItemView *self)
{
  return get_private (self)->response;
}

void
charter_item_view_set_response (CharterItemView *self, CharterResponse *response)
{
  keep_response (self, response);
  update (self);
}

void
charter_item_view_set_locked (CharterItemView *self, gboolean locked)
{
  get_private (self)->locked = locked;
  update (self);
}

gboolean
charter_item_view_get_locked (CharterItemView *self)
{
  CharterItemViewPrivate *priv = get_private (self);

  return priv->locked || priv->feedback;
}

void
charter_item_view_set_feedback (CharterItemView *self, gboolean feedback)
{
  CharterItemViewPrivate *priv = get_private (self);

  priv->feedback = feedback;
  gtk_widget_set_visible (priv->told, FALSE);
  update (self);
}

gboolean
charter_item_view_get_feedback (CharterItemView *self)
{
  return get_private (self)->feedback;
}

void
charter_item_view_set_narrow (CharterItemView *self, gboolean narrow)
{
  CharterItemViewPrivate *priv = get_private (self);

  if (priv->narrow == narrow)
    return;
  priv->narrow = narrow;
  update (self);
}

gboolean
charter_item_view_get_narrow (CharterItemView *self)
{
  return get_private (self)->narrow;
}

void
charter_item_view_set_struck (CharterItemView *self, guint64 parts)
{
  CharterItemViewPrivate *priv = get_private (self);

  if (priv->struck == parts)
    return;
  priv->struck = parts;
  update (self);
}

gboolean
charter_item_view_is_struck (CharterItemView *self, guint index)
{
  CharterItemViewPrivate *priv = get_private (self);
  guint part = priv->step->part_order[index];

  return !priv->feedback && part < 64 && (priv->struck >> part & 1) != 0;
}

gboolean
charter_item_view_ask_to_strike (CharterItemView *self, guint index)
{
  CharterItemViewPrivate *priv = get_private (self);
  guint64 before = priv->struck;

  if (charter_item_view_get_locked (self))
    return FALSE;
  g_signal_emit (self, signals[STRIKE], 0, priv->step->part_order[index]);
  return priv->struck != before;
}

gboolean
charter_item_view_strike (CharterItemView *self, guint index)
{
  CharterItemViewClass *klass = CHARTER_ITEM_VIEW_GET_CLASS (self);

  if (klass->strike == NULL || index >= get_private (self)->step->item->n_parts)
    return FALSE;
  klass->strike (self, index);
  return TRUE;
}

gboolean
charter_item_view_choose (CharterItemView *self, guint index)
{
  CharterItemViewClass *klass = CHARTER_ITEM_VIEW_GET_CLASS (self);

  return klass->choose != NULL && !charter_item_view_get_locked (self) && klass->choose (self, index);
}

void
charter_item_view_take (CharterItemView *self, CharterResponse *response)
{
  if (charter_item_view_get_locked (self) || charter_response_equal (response, get_private (self)->response))
    return;
  keep_response (self, response);
  update (self);
  g_signal_emit (self, signals[RESPONSE_CHANGED], 0);
}

/* A status that appears is read out; one whose words change while it stands there often is not. */
void
charter_item_view_tell (CharterItemView *self, const char *words)
{
  CharterItemViewPrivate *priv = get_private (self);

  gtk_widget_set_visible (priv->told, FALSE);
  gtk_label_set_label (GTK_LABEL (priv->told), words);
  gtk_widget_set_visible (priv->told, TRUE);
  charter_widget_announce (GTK_WIDGET (self), words);
}

void
charter_item_view_append (CharterItemView *self, GtkWidget *child)
{
  gtk_box_append (GTK_BOX (get_private (self)->box), child);
}

const CharterPart *
charter_item_view_get_part (CharterItemView *self, guint index)
{
  const CharterStep *step = get_private (self)->step;

  return &step->item->parts[step->part_order[index]];
}

const CharterSlot *
charter_item_view_get_slot (CharterItemView *self, guint index)
{
  const CharterStep *step = get_private (self)->step;

  return &step->item->slots[step->slot_order[index]];
}

CharterMark
charter_item_view_get_mark (CharterItemView *self, const char *source)
{
  CharterItemViewPrivate *priv = get_private (self);

  if (!priv->feedback)
    return CHARTER_MARK_NONE;
  return charter_scoring_mark (priv->step->item, priv->response, source);
}
