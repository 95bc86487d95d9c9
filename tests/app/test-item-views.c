/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind's view on a window: what is chosen by keys and clicks, what is told, what the feedback says. */
#include <adwaita.h>

#include "charter-check-card.h"
#include "charter-item-view.h"
#include "charter-picture-view.h"
#include "charter-spot.h"
#include "charter-test-pack.h"

#define SEED 7

typedef struct {
  CharterPack *pack;
  CharterPath *path;
  CharterItemView *view;
  GtkWidget *window;
  guint n_changes;
  guint n_activations;
} Fixture;

static void
count (guint *n)
{
  *n += 1;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
set_up (Fixture *fixture, gconstpointer item)
{
  const char *const items[] = { item, NULL };
  g_autoptr (GError) error = NULL;

  fixture->pack = load_pack ("quiz.xml");
  fixture->path = charter_paper_new (fixture->pack, "bakery", items, SEED, &error);
  g_assert_no_error (error);
  fixture->view = charter_item_view_new (fixture->path, 0);
  g_signal_connect_swapped (fixture->view, "response-changed", G_CALLBACK (count), &fixture->n_changes);
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (count), &fixture->n_activations);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle ();
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer item)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->window);
  settle ();
  charter_path_unref (fixture->path);
  charter_pack_unref (fixture->pack);
}

/* ---- looking ---- */

static char *
dup_response (Fixture *fixture)
{
  return charter_response_to_string (charter_item_view_get_response (fixture->view));
}

#define assert_response(fixture, text)                                                                                 \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *now = dup_response (fixture);                                                                     \
    g_assert_cmpstr (now, ==, text);                                                                                   \
  }                                                                                                                    \
  G_STMT_END

/* The first label below widget, itself included, that is to be seen and holds words. */
static GtkWidget *
find_label (GtkWidget *widget, const char *words)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
says (Fixture *fixture, const char *words)
{
  return find_label (GTK_WIDGET (fixture->view), words) != NULL;
}

static GtkWidget *
find_row (Fixture *fixture, const char *words)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->view), words);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* ---- doing ---- */

static gboolean
send_key (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, modifiers, &handled);
    }
  return handled;
}

/* What a key press on the focused widget does: our own controllers from the window down; where none takes it, Space
 * and Enter activate. */
static void
press (Fixture *fixture, guint keyval, GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_autoptr (GPtrArray) line = g_ptr_array_new ();

  g_assert_nonnull (focus);
  for (GtkWidget *widget = focus; widget != NULL; widget = gtk_widget_get_parent (widget))
    g_ptr_array_insert (line, 0, widget);
  for (guint i = 0; i < line->len; i++)
    if (send_key (line->pdata[i], GTK_PHASE_CAPTURE, keyval, modifiers))
      return;
  if (keyval == GDK_KEY_space || keyval == GDK_KEY_Return)
    gtk_widget_activate (focus);
  settle ();
}

static void
give_feedback (Fixture *fixture, const char *response)
{
  CharterResponseShape shape
    = charter_item_kind_response_shape (charter_item_view_get_step (fixture->view)->item->kind);
  g_autoptr (GError) error = NULL;
  g_autoptr (CharterResponse) given = charter_response_parse (shape, response, &error);

  g_assert_no_error (error);
  charter_item_view_set_response (fixture->view, given);
  charter_item_view_set_feedback (fixture->view, TRUE);
  settle ();
}

/* ---- single, multiple, truefalse ---- */

static void
test_single_by_key (Fixture *fixture, gconstpointer item)
{
  assert_response (fixture, "");
  g_assert_true (charter_item_view_choose (fixture->view, 1));
  assert_response (fixture, "sponsor");
  g_assert_true (charter_item_view_choose (fixture->view, 0));
  assert_response (fixture, "impact");
  g_assert_cmpuint (fixture->n_changes, ==, 2);
  g_assert_false (charter_item_view_choose (fixture->view, 4));
}

static void
test_single_roles (Fixture *fixture, gconstpointer item)
{
  GtkWidget *row = find_row (fixture, "Find out");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "A. Find out what the delay does to the opening");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  charter_item_view_choose (fixture->view, 0);
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
}

/* Enter gives the answer on the chosen option, and chooses on another one. */
static void
test_single_enter (Fixture *fixture, gconstpointer item)
{
  charter_item_view_choose (fixture->view, 0);
  gtk_widget_grab_focus (find_row (fixture, "Wait and see"));
  press (fixture, GDK_KEY_Return, 0);
  assert_response (fixture, "nothing");
  g_assert_cmpuint (fixture->n_activations, ==, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activations, ==, 1);
}

static void
test_single_feedback (Fixture *fixture, gconstpointer item)
{
  g_assert_false (says (fixture, "Nobody can choose well"));
  give_feedback (fixture, "cancel");
  g_assert_true (says (fixture, "Correct answer"));
  g_assert_true (says (fixture, "Your answer"));
  g_assert_true (says (fixture, "Nobody can choose well"));
  g_assert_true (says (fixture, "That may cost more"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Cancel the order"), "wrong"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Find out"), "right"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_row (fixture, "Cancel the order")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "C. Cancel the order. Your answer");
}

static void
test_locked (Fixture *fixture, gconstpointer item)
{
  charter_item_view_choose (fixture->view, 0);
  charter_item_view_set_locked (fixture->view, TRUE);
  g_assert_false (charter_item_view_choose (fixture->view, 1));
  gtk_widget_activate (find_row (fixture, "Wait and see"));
  settle ();
  assert_response (fixture, "impact");
  charter_item_view_set_locked (fixture->view, FALSE);
  g_assert_true (charter_item_view_choose (fixture->view, 1));
}

static void
test_multiple (Fixture *fixture, gconstpointer item)
{
  charter_item_view_choose (fixture->view, 0);
  charter_item_view_choose (fixture->view, 1);
  charter_item_view_choose (fixture->view, 2);
  charter_item_view_choose (fixture->view, 1);
  assert_response (fixture, "fit train");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (find_row (fixture, "Fit out")), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  give_feedback (fixture, "fit bake");
  g_assert_true (says (fixture, "Your answer, and correct"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Train the first"), "right"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Bake the morning"), "wrong"));
}

static void
test_truefalse (Fixture *fixture, gconstpointer item)
{
  g_assert_true (says (fixture, "True"));
  gtk_widget_activate (find_row (fixture, "False"));
  settle ();
  assert_response (fixture, "false");
  give_feedback (fixture, "true");
  g_assert_true (says (fixture, "It ends when Jon has taken it over."));
}

/* ---- classify ---- */

static void
test_classify_by_number (Fixture *fixture, gconstpointer item)
{
  gtk_widget_grab_focus (find_row (fixture, "Order flour"));
  charter_item_view_choose (fixture->view, 1);
  assert_response (fixture, "flour=operation");
  g_assert_true (says (fixture, "“Order flour every week” is in “Operation”. 2 cards left."));
  charter_item_view_choose (fixture->view, 0);
  charter_item_view_choose (fixture->view, 0);
  assert_response (fixture, "flour=operation lease=project oven=project");
  g_assert_true (says (fixture, "All cards are sorted."));
}

static void
test_classify_by_keys (Fixture *fixture, gconstpointer item)
{
  GtkWidget *card = find_row (fixture, "Order flour");

  gtk_widget_grab_focus (card);
  press (fixture, GDK_KEY_space, 0);
  g_assert_true (says (fixture, "is picked up"));
  g_assert_true (gtk_widget_has_css_class (card, "held"));
  press (fixture, GDK_KEY_Right, 0);
  g_assert_true (says (fixture, "“Operation”, 2 of 2."));
  press (fixture, GDK_KEY_space, 0);
  assert_response (fixture, "flour=operation");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Order flour every week, Operation");

  gtk_widget_grab_focus (card);
  press (fixture, GDK_KEY_space, 0);
  press (fixture, GDK_KEY_Escape, 0);
  assert_response (fixture, "flour=operation");
  press (fixture, GDK_KEY_Delete, 0);
  assert_response (fixture, "");
}

static void
test_classify_by_click (Fixture *fixture, gconstpointer item)
{
  GtkWidget *button = gtk_widget_get_ancestor (find_label (GTK_WIDGET (fixture->view), "Project"), GTK_TYPE_BUTTON);
  GtkWidget *second;

  g_signal_emit_by_name (button, "clicked");
  g_assert_true (says (fixture, "Choose a card first"));
  gtk_widget_activate (find_row (fixture, "Sign the lease"));
  settle ();
  g_signal_emit_by_name (button, "clicked");
  assert_response (fixture, "lease=project");

  second = gtk_widget_get_ancestor (find_label (find_row (fixture, "Order flour"), "2"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (second, "clicked");
  assert_response (fixture, "flour=operation lease=project");
}

static void
test_classify_feedback (Fixture *fixture, gconstpointer item)
{
  give_feedback (fixture, "lease=project flour=project oven=project");
  g_assert_true (says (fixture, "Belongs in “Operation”"));
  g_assert_true (says (fixture, "Again and again."));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Order flour"), "wrong"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Sign the lease"), "right"));
}

/* ---- order ---- */

static void
test_order_by_keys (Fixture *fixture, gconstpointer item)
{
  GtkWidget *row;
  g_autofree char *first = dup_response (fixture);
  g_autofree char *moved = NULL;

  g_assert_true (charter_response_is_complete (charter_item_view_get_response (fixture->view),
                                               charter_item_view_get_step (fixture->view)->item));
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_grab_focus (find_row (fixture, "Plan the shop"));
      press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
    }
  moved = dup_response (fixture);
  g_assert_true (g_str_has_prefix (moved, "plan "));

  row = find_row (fixture, "Run it");
  gtk_widget_grab_focus (row);
  press (fixture, GDK_KEY_space, 0);
  g_assert_true (gtk_widget_has_css_class (row, "held"));
  for (guint i = 0; i < 4; i++)
    press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_space, 0);
  g_assert_true (says (fixture, "“Run it” is now 4 of 4."));
  g_assert_false (gtk_widget_has_css_class (row, "held"));
  g_assert_true (gtk_widget_is_focus (row));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, "4. Run it, 4 of 4");
}

static void
test_order_put_back (Fixture *fixture, gconstpointer item)
{
  g_autofree char *before = dup_response (fixture);

  gtk_widget_grab_focus (find_row (fixture, "Build the shop"));
  press (fixture, GDK_KEY_space, 0);
  press (fixture, GDK_KEY_Down, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Up, 0);
  press (fixture, GDK_KEY_Escape, 0);
  assert_response (fixture, before);
}

/* A step that is picked up and clicked onto another one takes its place. */
static void
test_order_by_click (Fixture *fixture, gconstpointer item)
{
  give_feedback (fixture, "run plan build accept");
  charter_item_view_set_feedback (fixture->view, FALSE);
  gtk_widget_activate (find_row (fixture, "Run it"));
  settle ();
  gtk_widget_activate (find_row (fixture, "Let Jon accept it"));
  settle ();
  assert_response (fixture, "plan build accept run");
}

/* Enter picks up as long as nothing was moved, and gives the answer afterwards. */
static void
test_order_enter (Fixture *fixture, gconstpointer item)
{
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activations, ==, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activations, ==, 0);
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activations, ==, 1);
}

static void
test_order_feedback (Fixture *fixture, gconstpointer item)
{
  give_feedback (fixture, "plan accept build run");
  g_assert_true (says (fixture, "In its place"));
  g_assert_true (says (fixture, "Belongs in place 2"));
  g_assert_true (says (fixture, "Belongs in place 3"));
}

/* ---- match, cloze ---- */

/* A right side goes with one line at a time. */
static void
test_match (Fixture *fixture, gconstpointer item)
{
  g_autofree char *first = NULL;

  charter_item_view_choose (fixture->view, 0);
  charter_item_view_choose (fixture->view, 0);
  g_assert_cmpuint (charter_response_get_n (charter_item_view_get_response (fixture->view)), ==, 1);
  charter_item_view_set_narrow (fixture->view, TRUE);
  give_feedback (fixture, "output=risk benefit=benefit");
  g_assert_true (says (fixture, "Goes with “A shop with two ovens”"));
  g_assert_true (says (fixture, "Belong nowhere"));
  g_assert_true (says (fixture, "That is a risk."));
  g_assert_true (says (fixture, "What comes of using it."));
}

static void
test_cloze (Fixture *fixture, gconstpointer item)
{
  g_assert_true (charter_item_view_choose (fixture->view, 0));
  g_assert_cmpuint (charter_response_get_n (charter_item_view_get_response (fixture->view)), ==, 1);
  g_assert_false (charter_item_view_choose (fixture->view, 5));
  give_feedback (fixture, "thing=bread gain=money");
  g_assert_true (says (fixture, "Should be “shop”"));
  g_assert_true (says (fixture, "The bread comes later."));
  g_assert_true (says (fixture, "Right"));
}

/* ---- number, short, drill ---- */

static GtkEditable *
find_field (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *found = ADW_IS_ENTRY_ROW (child) ? GTK_EDITABLE (child) : find_field (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_number (Fixture *fixture, gconstpointer item)
{
  gtk_editable_set_text (find_field (GTK_WIDGET (fixture->view)), "14");
  assert_response (fixture, "14");
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  charter_item_view_set_feedback (fixture->view, TRUE);
  g_assert_true (says (fixture, "Correct answer"));
  g_assert_true (says (fixture, "6 weeks"));
  g_assert_true (says (fixture, "Those are the two added."));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "14 weeks"), "wrong"));
  g_assert_false (gtk_editable_get_editable (find_field (GTK_WIDGET (fixture->view))));
}

static void
test_short (Fixture *fixture, gconstpointer item)
{
  give_feedback (fixture, "mira");
  g_assert_true (says (fixture, "Mira opens it"));
  give_feedback (fixture, "jon");
  g_assert_true (says (fixture, "Your answer, and correct"));
}

/* The field is the number's; the numbers are the seed's, and so are those of the why. */
static void
test_drill (Fixture *fixture, gconstpointer item)
{
  const CharterStep *step = charter_item_view_get_step (fixture->view);
  g_autofree char *stem = charter_blocks_to_plain (step->item->stem);
  g_autoptr (CharterResponse) key = charter_scoring_dup_key (step->item, step->seed);
  guint64 left = g_ascii_strtoull (charter_response_get_typed (key), NULL, 10);
  g_autofree char *asked = g_strdup_printf ("There are %" G_GUINT64_FORMAT " bags and two are used.", left + 2);
  g_autofree char *why = g_strdup_printf ("%" G_GUINT64_FORMAT " is what there was before.", left + 2);
  g_autofree char *near = g_strdup_printf ("%" G_GUINT64_FORMAT ",0", left + 2);
  g_autofree char *shown = g_strdup_printf ("%" G_GUINT64_FORMAT " bags", left);

  g_assert_nonnull (strstr (stem, asked));
  gtk_editable_set_text (find_field (GTK_WIDGET (fixture->view)), near);
  assert_response (fixture, near);
  charter_item_view_set_feedback (fixture->view, TRUE);
  g_assert_true (says (fixture, why));
  g_assert_true (says (fixture, "Correct answer"));
  g_assert_true (says (fixture, shown));
  charter_item_view_set_response (fixture->view, key);
  g_assert_true (says (fixture, "Your answer, and correct"));
}

/* ---- hotspot ---- */

static GtkWidget *
find_spot (GtkWidget *widget, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_spot (child, id);

      if (CHARTER_IS_SPOT (child) && g_str_equal (charter_spot_get_part (CHARTER_SPOT (child))->id, id))
        return child;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
get_spot (Fixture *fixture, const char *id)
{
  GtkWidget *spot = find_spot (GTK_WIDGET (fixture->view), id);

  g_assert_nonnull (spot);
  return spot;
}

/* What lies under a point of the picture, in per cent of it. Returns: (nullable) the id of the place */
static const char *
pick (Fixture *fixture, double x, double y)
{
  GtkWidget *board = gtk_widget_get_parent (get_spot (fixture, "oven"));
  GtkWidget *picture = gtk_widget_get_first_child (board);
  GtkWidget *found;
  graphene_rect_t area;

  while (gtk_widget_get_width (picture) == 0) /* until the first frame */
    g_main_context_iteration (NULL, TRUE);
  area = charter_picture_view_get_area (CHARTER_PICTURE_VIEW (picture));
  found = gtk_widget_pick (board, area.origin.x + area.size.width * x / 100, area.origin.y + area.size.height * y / 100,
                           GTK_PICK_DEFAULT);
  found = found != NULL ? gtk_widget_get_ancestor (found, CHARTER_TYPE_SPOT) : NULL;
  return found != NULL ? charter_spot_get_part (CHARTER_SPOT (found))->id : NULL;
}

/* One right place: another click moves the choice. */
static void
test_hotspot_one (Fixture *fixture, gconstpointer item)
{
  GtkWidget *spot = get_spot (fixture, "opened");

  g_assert_null (find_spot (GTK_WIDGET (fixture->view), "built"));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_ROLE_RADIO);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_PROPERTY_LABEL, "A. Opened");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_FALSE);
  g_signal_emit_by_name (spot, "clicked");
  assert_response (fixture, "opened");
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (spot), GTK_ACCESSIBLE_STATE_CHECKED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  g_assert_true (charter_item_view_choose (fixture->view, 1));
  assert_response (fixture, "taken-over");
  g_assert_true (gtk_widget_is_focus (get_spot (fixture, "taken-over")));
  g_assert_false (charter_item_view_choose (fixture->view, 3));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

/* A button that is activated is clicked a moment later. */
static void
wait_for_choice (Fixture *fixture, const char *id)
{
  while (!charter_response_contains (charter_item_view_get_response (fixture->view), id))
    g_main_context_iteration (NULL, TRUE);
  assert_response (fixture, id);
}

static void
test_hotspot_enter (Fixture *fixture, gconstpointer item)
{
  g_assert_true (gtk_widget_is_focus (get_spot (fixture, "opened")));
  press (fixture, GDK_KEY_space, 0);
  wait_for_choice (fixture, "opened");
  gtk_widget_grab_focus (get_spot (fixture, "year"));
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activations, ==, 0);
  wait_for_choice (fixture, "year");
  press (fixture, GDK_KEY_Return, 0);
  g_assert_cmpuint (fixture->n_activations, ==, 1);
}

static void
test_hotspot_several (Fixture *fixture, gconstpointer item)
{
  GtkWidget *oven = get_spot (fixture, "oven");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (oven), GTK_ACCESSIBLE_ROLE_CHECKBOX);
  g_signal_emit_by_name (oven, "clicked");
  g_assert_true (says (fixture, "“Oven” is chosen."));
  charter_item_view_choose (fixture->view, 2);
  assert_response (fixture, "counter oven");
  charter_item_view_choose (fixture->view, 0);
  g_assert_true (says (fixture, "“Oven” is no longer chosen."));
  assert_response (fixture, "counter");
  charter_item_view_set_locked (fixture->view, TRUE);
  g_signal_emit_by_name (oven, "clicked");
  assert_response (fixture, "counter");
}

/* Within their forms, and for a finger a little beyond where a place is small. */
static void
test_hotspot_forms (Fixture *fixture, gconstpointer item)
{
  g_assert_cmpstr (pick (fixture, 11, 16), ==, "oven");
  g_assert_cmpstr (pick (fixture, 34, 38), ==, "oven");
  g_assert_null (pick (fixture, 38, 41));
  g_assert_cmpstr (pick (fixture, 80, 30), ==, "mixer");
  g_assert_cmpstr (pick (fixture, 87.5, 30), ==, "mixer");
  g_assert_null (pick (fixture, 87.5, 18));
  g_assert_cmpstr (pick (fixture, 60, 78), ==, "counter");
  g_assert_null (pick (fixture, 63, 60));
}

static void
test_hotspot_feedback (Fixture *fixture, gconstpointer item)
{
  g_assert_false (says (fixture, "Bread needs no cable."));
  give_feedback (fixture, "counter oven");
  g_assert_true (says (fixture, "Bread needs no cable."));
  g_assert_true (says (fixture, "It draws more"));
  g_assert_true (gtk_widget_has_css_class (get_spot (fixture, "oven"), "right"));
  g_assert_true (gtk_widget_has_css_class (get_spot (fixture, "counter"), "wrong"));
  g_assert_true (gtk_widget_has_css_class (find_row (fixture, "Counter"), "wrong"));
  g_assert_true (gtk_widget_has_css_class (get_spot (fixture, "mixer"), "right"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_spot (fixture, "mixer")), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "B. Kneading machine. Correct answer");
  g_assert_false (gtk_widget_has_css_class (get_spot (fixture, "door"), "right"));
}

/* Without its picture it is a list to choose from, below what the picture would have shown. */
static void
test_hotspot_without_picture (void)
{
  static const char *const items[] = { "what-stays-hot", NULL };
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere");
  g_autoptr (CharterPack) pack = load_pack ("quiz.xml");
  g_autoptr (CharterPath) path = NULL;
  g_autoptr (CharterItemView) view = NULL;

  g_set_object (&pack->folder, nowhere);
  path = charter_paper_new (pack, "bakery", items, SEED, NULL);
  view = g_object_ref_sink (charter_item_view_new (path, 0));
  g_assert_null (find_spot (GTK_WIDGET (view), "oven"));
  g_assert_nonnull (find_label (GTK_WIDGET (view), "The shop from above: an oven"));
  g_assert_nonnull (find_label (GTK_WIDGET (view), "Kneading machine"));
  g_assert_true (charter_item_view_choose (view, 1));
  g_assert_true (charter_response_contains (charter_item_view_get_response (view), "mixer"));
}

/* ---- in a lesson ---- */

static GtkWidget *
find_of_type (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_of_type (child, type);
  return found;
}

static GtkWidget *
find_outcome (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "outcome") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_outcome (child);
  return found;
}

static GtkWidget *
find_button (GtkWidget *widget, const char *label)
{
  GtkWidget *found
    = GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

/* Answers a check and looks at the sign beside what is said of it. */
static void
assert_check_looks (Fixture *fixture, const char *text, const char *class)
{
  const CharterItem *item = charter_pack_find_item (fixture->pack, "sort-work");
  g_autoptr (CharterResponse) response = charter_response_parse (CHARTER_RESPONSE_PAIRS, text, NULL);
  GtkWidget *card = charter_check_card_new (fixture->pack, item);
  GtkWidget *view;

  gtk_window_set_child (GTK_WINDOW (fixture->window), card);
  settle ();
  view = find_of_type (card, CHARTER_TYPE_ITEM_VIEW);
  charter_item_view_set_response (CHARTER_ITEM_VIEW (view), response);
  g_signal_emit_by_name (view, "response-changed");
  g_signal_emit_by_name (find_button (card, "Check"), "clicked");
  while (find_outcome (card) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_has_css_class (find_outcome (card), class));
}

static void
test_check (Fixture *fixture, gconstpointer item)
{
  assert_check_looks (fixture, "flour=operation lease=project oven=project", "right");
  assert_check_looks (fixture, "flour=operation lease=project oven=operation", "partly");
  assert_check_looks (fixture, "flour=project lease=operation oven=operation", "wrong");
}

#define add(name, item, function) g_test_add ("/item-view/" name, Fixture, item, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();

  add ("single/by-key", "late-ovens", test_single_by_key);
  add ("single/roles", "late-ovens", test_single_roles);
  add ("single/enter", "late-ovens", test_single_enter);
  add ("single/feedback", "late-ovens", test_single_feedback);
  add ("single/locked", "late-ovens", test_locked);
  add ("multiple", "two-projects", test_multiple);
  add ("truefalse", "done-is-open", test_truefalse);
  add ("classify/by-number", "sort-work", test_classify_by_number);
  add ("classify/by-keys", "sort-work", test_classify_by_keys);
  add ("classify/by-click", "sort-work", test_classify_by_click);
  add ("classify/feedback", "sort-work", test_classify_feedback);
  add ("order/by-keys", "opening-steps", test_order_by_keys);
  add ("order/put-back", "opening-steps", test_order_put_back);
  add ("order/by-click", "opening-steps", test_order_by_click);
  add ("order/enter", "opening-steps", test_order_enter);
  add ("order/feedback", "opening-steps", test_order_feedback);
  add ("match", "words", test_match);
  add ("cloze", "who-owns", test_cloze);
  add ("number", "weeks", test_number);
  add ("short", "who", test_short);
  add ("drill", "flour-left", test_drill);
  add ("hotspot/one", "end-of-project", test_hotspot_one);
  add ("hotspot/enter", "end-of-project", test_hotspot_enter);
  add ("hotspot/several", "what-stays-hot", test_hotspot_several);
  add ("hotspot/forms", "what-stays-hot", test_hotspot_forms);
  add ("hotspot/feedback", "what-stays-hot", test_hotspot_feedback);
  add ("check", "sort-work", test_check);
  g_test_add_func ("/item-view/hotspot/without-picture", test_hotspot_without_picture);
  return g_test_run ();
}
