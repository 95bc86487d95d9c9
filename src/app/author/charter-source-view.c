/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-source-view.h"

#include <glib/gi18n.h>
#include <string.h>

#ifdef CHARTER_HAS_SOURCE_VIEW
#include <gtksourceview/gtksource.h>
#endif

#include "charter-proposals.h"

#define LARGE (4 * 1024 * 1024) /* bytes: in what is larger nothing is proposed unless it is asked for */

struct _CharterSourceView {
  AdwBin parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;
  CharterProposals *proposals;
  CharterDraft *draft;   /* NULL until set, and where it is no text */
  gboolean is_following; /* the buffer is being made what the draft is */
  gboolean is_typing;    /* the draft is being made what the buffer will be */

  /* A place of which both counts are known: others are counted from there. */
  gsize known_byte;
  int known_char;
};

G_DEFINE_FINAL_TYPE (CharterSourceView, charter_source_view, ADW_TYPE_BIN)

enum { MOVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- characters of the buffer and bytes of the draft ---- */

static gsize
to_byte (CharterSourceView *self, int place)
{
  gsize length;
  const char *text = charter_draft_peek (self->draft, &length);
  const char *at = g_utf8_offset_to_pointer (text + self->known_byte, place - self->known_char);

  self->known_byte = (gsize)(at - text);
  self->known_char = place;
  return self->known_byte;
}

static int
to_char (CharterSourceView *self, gsize offset)
{
  gsize length;
  const char *text = charter_draft_peek (self->draft, &length);
  const char *known = text + self->known_byte;

  while (offset > 0 && offset < length && (text[offset] & 0xC0) == 0x80)
    offset--;
  self->known_char += (int)g_utf8_pointer_to_offset (known, text + offset);
  self->known_byte = offset;
  return self->known_char;
}

static void
get_iter (CharterSourceView *self, gsize offset, GtkTextIter *iter)
{
  gtk_text_buffer_get_iter_at_offset (self->buffer, iter, to_char (self, offset));
}

/* ---- from the buffer to the draft ---- */

static void
type (CharterSourceView *self, gsize offset, gsize n_removed, const char *text, int length)
{
  self->is_typing = TRUE;
  charter_draft_splice (self->draft, offset, n_removed, text, length);
  self->is_typing = FALSE;
}

static void
on_insert (CharterSourceView *self, GtkTextIter *at, const char *text, int length)
{
  if (self->draft != NULL && !self->is_following)
    type (self, to_byte (self, gtk_text_iter_get_offset (at)), 0, text, length);
}

static void
on_delete (CharterSourceView *self, GtkTextIter *start, GtkTextIter *end)
{
  gsize from, to;

  if (self->draft == NULL || self->is_following)
    return;
  to = to_byte (self, gtk_text_iter_get_offset (end));
  from = to_byte (self, gtk_text_iter_get_offset (start));
  type (self, from, to - from, "", 0);
}

static void
on_begin_user_action (CharterSourceView *self)
{
  if (self->draft != NULL && !self->is_following)
    charter_draft_begin_group (self->draft);
}

static void
on_end_user_action (CharterSourceView *self)
{
  if (self->draft != NULL && !self->is_following)
    charter_draft_end_group (self->draft);
}

static void
on_cursor (CharterSourceView *self)
{
  if (self->draft != NULL && !self->is_following)
    g_signal_emit (self, signals[MOVED], 0);
}

/* ---- from the draft to the buffer ---- */

static int
count_chars (GBytes *text)
{
  gsize n;
  const char *data = g_bytes_get_data (text, &n);

  return n > 0 ? (int)g_utf8_strlen (data, (gssize)n) : 0;
}

/* GTK tells screen readers of what is inserted as though it ended with a zero. */
static void
replace (CharterSourceView *self, gsize offset, GBytes *removed, GBytes *inserted)
{
  GtkTextIter start, end;
  g_autofree char *text = g_strndup (g_bytes_get_data (inserted, NULL), g_bytes_get_size (inserted));

  get_iter (self, offset, &start);
  end = start;
  gtk_text_iter_forward_chars (&end, count_chars (removed));
  gtk_text_buffer_delete (self->buffer, &start, &end);
  if (text != NULL)
    gtk_text_buffer_insert (self->buffer, &start, text, -1);
}

/* The draft has it already; the buffer has it only where it was typed here. */
static void
on_spliced (CharterSourceView *self, guint64 offset, GBytes *removed, GBytes *inserted)
{
  if (self->known_byte > offset)
    {
      self->known_byte = 0;
      self->known_char = 0;
    }
  if (self->is_typing)
    return;
  self->is_following = TRUE;
  replace (self, offset, removed, inserted);
  self->is_following = FALSE;
}

static gboolean
fill (CharterSourceView *self, CharterDraft *draft)
{
  gsize length;
  const char *text = charter_draft_peek (draft, &length);
  gboolean is_text = length <= G_MAXINT && g_utf8_validate (text, (gssize)length, NULL);
  GtkTextIter start;

  self->is_following = TRUE;
  gtk_text_buffer_set_text (self->buffer, is_text ? text : "", is_text ? (int)length : 0);
  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_place_cursor (self->buffer, &start);
  self->is_following = FALSE;
  return is_text;
}

gboolean
charter_source_view_set_draft (CharterSourceView *self, CharterDraft *draft)
{
  gboolean is_text;

  g_return_val_if_fail (CHARTER_IS_SOURCE_VIEW (self), FALSE);
  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  self->known_byte = 0;
  self->known_char = 0;
  is_text = fill (self, draft);
  gtk_text_view_set_editable (self->view, is_text);
  if (!is_text)
    return FALSE;
  self->draft = g_object_ref (draft);
  g_signal_connect_swapped (draft, "spliced", G_CALLBACK (on_spliced), self);
  return TRUE;
}

CharterDraft *
charter_source_view_get_draft (CharterSourceView *self)
{
  return self->draft;
}

/* ---- the cursor ---- */

gsize
charter_source_view_get_cursor (CharterSourceView *self)
{
  GtkTextIter at;

  if (self->draft == NULL)
    return 0;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  return to_byte (self, gtk_text_iter_get_offset (&at));
}

void
charter_source_view_select (CharterSourceView *self, gsize start, gsize end)
{
  GtkTextIter from, to;

  if (self->draft == NULL)
    return;
  get_iter (self, start, &from);
  get_iter (self, end, &to);
  charter_draft_break_group (self->draft);
  gtk_text_buffer_select_range (self->buffer, &from, &to);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
}

void
charter_source_view_set_cursor (CharterSourceView *self, gsize offset)
{
  charter_source_view_select (self, offset, offset);
}

void
charter_source_view_focus (CharterSourceView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- suggestions and help ---- */

static CharterOutline *
make_outline (CharterSourceView *self)
{
  g_autoptr (GBytes) bytes = charter_draft_dup_bytes (self->draft);

  return charter_outline_new (bytes);
}

void
charter_source_view_take (CharterSourceView *self, const CharterSuggestion *suggestion)
{
  g_autoptr (CharterOutline) outline = make_outline (self);
  gsize cursor = charter_source_view_get_cursor (self), start;
  g_autoptr (GPtrArray) now = charter_suggestion_list (outline, cursor, &start);

  charter_draft_begin_group (self->draft);
  charter_draft_splice (self->draft, start, cursor - start, suggestion->text, -1);
  charter_draft_end_group (self->draft);
  charter_source_view_set_cursor (self, start + suggestion->caret);
}

/* Of the cursor, in the widget. */
static void
locate_cursor (CharterSourceView *self, GtkWidget *widget, GdkRectangle *place)
{
  GtkTextIter at;
  double x, y;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &at, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (self->view, &at, place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place->x, place->y, &place->x, &place->y);
  if (gtk_widget_translate_coordinates (GTK_WIDGET (self->view), widget, place->x, place->y, &x, &y))
    {
      place->x = (int)x;
      place->y = (int)y;
    }
  place->width = MAX (place->width, 1);
}

static void
popup_at_cursor (CharterSourceView *self, GtkWidget *child)
{
  GtkWidget *popover = gtk_popover_new ();
  GdkRectangle place;

  locate_cursor (self, GTK_WIDGET (self->view), &place);
  gtk_popover_set_child (GTK_POPOVER (popover), child);
  gtk_widget_set_parent (popover, GTK_WIDGET (self->view));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &place);
  g_signal_connect (popover, "closed", G_CALLBACK (gtk_widget_unparent), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
charter_source_view_show_help (CharterSourceView *self)
{
  g_autoptr (CharterOutline) outline = self->draft != NULL ? make_outline (self) : NULL;
  g_autofree char *help
    = outline != NULL ? charter_suggestion_dup_help (outline, charter_source_view_get_cursor (self)) : NULL;
  GtkWidget *label;

  if (help == NULL)
    return;
  label = gtk_label_new (help);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "element-help");
  popup_at_cursor (self, label);
}

/* ---- proposals ---- */

/* What was written of it so far: a tag without its bracket. */
static char *
dup_written (const char *text, gsize start, gsize end)
{
  while (start < end && (text[start] == '<' || text[start] == '/'))
    start++;
  return g_strndup (text + start, end - start);
}

static void
propose (CharterSourceView *self)
{
  g_autoptr (CharterOutline) outline = make_outline (self);
  gsize cursor = charter_source_view_get_cursor (self), start, length;
  g_autoptr (GPtrArray) suggestions = charter_suggestion_list (outline, cursor, &start);
  g_autofree char *written = dup_written (charter_draft_peek (self->draft, &length), start, cursor);
  GdkRectangle place;

  locate_cursor (self, GTK_WIDGET (self->proposals), &place);
  charter_proposals_show (self->proposals, suggestions, written, &place);
}

void
charter_source_view_propose (CharterSourceView *self)
{
  if (self->draft != NULL && gtk_text_view_get_editable (self->view))
    propose (self);
}

/* After the buffer has taken what was typed: where a tag, its end or a value begins, or the list is there already. */
static void
on_typed (CharterSourceView *self)
{
  gsize length, cursor;
  const char *text;
  gboolean begins;

  if (self->draft == NULL || self->is_following || !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;
  text = charter_draft_peek (self->draft, &length);
  cursor = charter_source_view_get_cursor (self);
  begins = cursor > 0 && length <= LARGE
           && (text[cursor - 1] == '<' || (cursor > 1 && strncmp (text + cursor - 2, "</", 2) == 0)
               || (cursor > 1 && strncmp (text + cursor - 2, "=\"", 2) == 0));
  if (begins || charter_proposals_is_open (self->proposals))
    propose (self);
}

static void
on_taken (CharterSourceView *self, const CharterSuggestion *suggestion)
{
  charter_source_view_take (self, suggestion);
}

static gboolean
on_key_pressed (CharterSourceView *self, guint keyval, guint code, GdkModifierType modifiers)
{
  if ((modifiers & GDK_CONTROL_MASK) && keyval == GDK_KEY_space)
    {
      charter_source_view_propose (self);
      return GDK_EVENT_STOP;
    }
  return (modifiers & gtk_accelerator_get_default_mod_mask ()) == 0
         && charter_proposals_press (self->proposals, keyval);
}

/* ---- finding ---- */

static gboolean
search (const GtkTextIter *at, const char *words, gboolean backward, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextSearchFlags flags = GTK_TEXT_SEARCH_CASE_INSENSITIVE | GTK_TEXT_SEARCH_TEXT_ONLY;

  return backward ? gtk_text_iter_backward_search (at, words, flags, start, end, NULL)
                  : gtk_text_iter_forward_search (at, words, flags, start, end, NULL);
}

gboolean
charter_source_view_find (CharterSourceView *self, const char *words, gboolean backward)
{
  GtkTextIter at, selected, start, end;

  if (*words == '\0')
    return FALSE;
  gtk_text_buffer_get_selection_bounds (self->buffer, &at, &selected);
  if (!search (backward ? &at : &selected, words, backward, &start, &end))
    {
      if (backward)
        gtk_text_buffer_get_end_iter (self->buffer, &at);
      else
        gtk_text_buffer_get_start_iter (self->buffer, &at);
      if (!search (&at, words, backward, &start, &end))
        return FALSE;
    }
  gtk_text_buffer_select_range (self->buffer, &start, &end);
  gtk_text_view_scroll_to_mark (self->view, gtk_text_buffer_get_insert (self->buffer), 0.1, FALSE, 0, 0);
  return TRUE;
}

/* ---- colours ---- */

#ifdef CHARTER_HAS_SOURCE_VIEW

static void
follow_style (CharterSourceView *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *manager = gtk_source_style_scheme_manager_get_default ();
  GtkSourceStyleScheme *scheme
    = gtk_source_style_scheme_manager_get_scheme (manager, dark ? "Adwaita-dark" : "Adwaita");

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (self->buffer), scheme);
}

static GtkTextView *
make_view (void)
{
  GtkSourceView *view = GTK_SOURCE_VIEW (gtk_source_view_new ());
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  GtkSourceLanguage *xml = gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "xml");

  gtk_source_buffer_set_language (buffer, xml);
  gtk_source_view_set_show_line_numbers (view, TRUE);
  gtk_source_view_set_highlight_current_line (view, TRUE);
  gtk_source_view_set_auto_indent (view, TRUE);
  gtk_source_view_set_insert_spaces_instead_of_tabs (view, TRUE);
  gtk_source_view_set_indent_width (view, 2);
  gtk_source_view_set_tab_width (view, 2);
  return GTK_TEXT_VIEW (view);
}

static void
set_up_view (CharterSourceView *self)
{
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (follow_style), self,
                           G_CONNECT_SWAPPED);
  follow_style (self);
}

#else

static GtkTextView *
make_view (void)
{
  return GTK_TEXT_VIEW (gtk_text_view_new ());
}

static void
set_up_view (CharterSourceView *self)
{
}

#endif

/* ---- its life ---- */

static void
charter_source_view_dispose (GObject *object)
{
  CharterSourceView *self = CHARTER_SOURCE_VIEW (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (charter_source_view_parent_class)->dispose (object);
}

static void
charter_source_view_class_init (CharterSourceViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_source_view_dispose;
  signals[MOVED]
    = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
follow_buffer (CharterSourceView *self)
{
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (on_insert), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "delete-range", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "begin-user-action", G_CALLBACK (on_begin_user_action), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "end-user-action", G_CALLBACK (on_end_user_action), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor), self, G_CONNECT_SWAPPED);
}

/* Over the text and as large, so that it can be anywhere; it takes no clicks but those on its list. */
static void
add_proposals (CharterSourceView *self, GtkOverlay *overlay)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->proposals = CHARTER_PROPOSALS (charter_proposals_new ());
  gtk_widget_set_can_target (GTK_WIDGET (self->proposals), FALSE);
  gtk_overlay_add_overlay (overlay, GTK_WIDGET (self->proposals));
  g_signal_connect_object (self->proposals, "taken", G_CALLBACK (on_taken), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (charter_proposals_close), self->proposals);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
}

static void
charter_source_view_init (CharterSourceView *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->view = make_view ();
  self->buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_monospace (self->view, TRUE);
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (self->view, 6);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Source"), -1);
  set_up_view (self);
  follow_buffer (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->view));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scroll);
  add_proposals (self, GTK_OVERLAY (overlay));
  adw_bin_set_child (ADW_BIN (self), overlay);
}

GtkWidget *
charter_source_view_new (void)
{
  return g_object_new (CHARTER_TYPE_SOURCE_VIEW, NULL);
}
