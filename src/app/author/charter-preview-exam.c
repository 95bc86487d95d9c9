/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-preview-exam.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charter-form-words.h"
#include "charter-item-words.h"
#include "charter-rows.h"
#include "charter-rules-list.h"
#include "charter-study-form.h"

#define SEED 1            /* the same whenever it is shown: what changes, changes by what is written */
#define SHOWN_AT_MOST 200 /* questions */

struct _CharterPreviewExam {
  AdwBin parent_instance;

  GtkBox *box;
  CharterPack *home;
  const CharterExam *exam; /* home's */
  GPtrArray *packs;
  CharterForm *form; /* the one before while it is drawn, or NULL */
  GCancellable *drawing;
};

G_DEFINE_FINAL_TYPE (CharterPreviewExam, charter_preview_exam, ADW_TYPE_BIN)

static AdwActionRow *
add_row (GtkListBox *list, const char *icon, const char *title, const char *subtitle)
{
  AdwActionRow *row = charter_row_new (icon, title, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (list, GTK_WIDGET (row));
  return row;
}

/* group: (nullable) */
static void
append (CharterPreviewExam *self, GtkWidget *group)
{
  if (group != NULL)
    gtk_box_append (self->box, group);
}

/* ---- where questions come from ---- */

static CharterPack *
find_pack (CharterPreviewExam *self, const char *id, gsize length)
{
  for (guint i = 0; i < self->packs->len; i++)
    {
      CharterPack *pack = self->packs->pdata[i];

      if (strlen (pack->id) == length && strncmp (pack->id, id, length) == 0)
        return pack;
    }
  return NULL;
}

/* A bank or scenario of this pack, or of another one, or all of a pack. pack: (out) NULL where it is not at hand. */
static const CharterGroup *
find_source (CharterPreviewExam *self, const char *from, CharterPack **pack)
{
  const char *hash = strchr (from, '#');
  const CharterGroup *own = hash == NULL ? charter_pack_find_group (self->home, from) : NULL;

  *pack = own != NULL ? self->home : find_pack (self, from, hash != NULL ? (gsize)(hash - from) : strlen (from));
  return hash != NULL && *pack != NULL ? charter_pack_find_group (*pack, from) : own;
}

static const char *
get_reserve_words (CharterDrawReserve reserve)
{
  static const char *const words[] = {
    [CHARTER_DRAW_PRACTICE] = N_ ("Without those that are kept for rehearsals"),
    [CHARTER_DRAW_MOCK] = N_ ("Only those that are kept for rehearsals"),
    [CHARTER_DRAW_ALL] = N_ ("All of its questions"),
  };

  return _ (words[reserve]);
}

static void
add_draw (CharterPreviewExam *self, GtkListBox *list, const CharterDraw *draw)
{
  CharterPack *pack;
  const CharterGroup *group = find_source (self, draw->from, &pack);
  gboolean is_there = group != NULL || (pack != NULL && strchr (draw->from, '#') == NULL);
  const char *title = group != NULL ? group->title.plain : is_there ? pack->title.plain : draw->from;

  add_row (list, is_there ? "view-list-symbolic" : "dialog-warning-symbolic", title,
           is_there ? get_reserve_words (draw->reserve)
                    : _ ("It is not in your library, so nothing can be drawn from it here."));
}

static void
add_draws (CharterPreviewExam *self)
{
  GtkListBox *list;
  GtkWidget *group = charter_group_new (_ ("Where Questions Come From"), NULL, &list);

  for (guint i = 0; i < self->exam->n_draws; i++)
    add_draw (self, list, &self->exam->draws[i]);
  append (self, group);
}

/* ---- shares ---- */

static char *
dup_kinds (const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  CharterItemKind kind;

  for (guint i = 0; names[i] != NULL; i++)
    g_strv_builder_add (words,
                        charter_item_kind_from_name (names[i], &kind) ? charter_item_words_get_kind (kind) : names[i]);
  list = g_strv_builder_end (words);
  return g_strjoinv (", ", list);
}

static char *
dup_approaches (const char *value)
{
  g_auto (GStrv) names = g_strsplit (value, " ", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    g_strv_builder_add (words, charter_form_words_get_value (EL_SHARE, AT_APPROACH, names[i]));
  list = g_strv_builder_end (words);
  return g_strjoinv (", ", list);
}

static char *
dup_topic (CharterPreviewExam *self, const char *ref)
{
  const char *hash = strchr (ref, '#');
  CharterPack *pack = hash != NULL ? find_pack (self, ref, (gsize)(hash - ref)) : self->home;
  const CharterTopic *topic = pack != NULL ? charter_pack_find_topic (pack, ref) : NULL;

  return g_strdup (topic != NULL ? topic->title.plain : ref);
}

static char *
dup_share_title (CharterPreviewExam *self, const CharterShare *share)
{
  switch (share->of)
    {
    case CHARTER_SHARE_APPROACH:
      return dup_approaches (share->value);
    case CHARTER_SHARE_KIND:
      return dup_kinds (share->value);
    default:
      return dup_topic (self, share->value);
    }
}

static void
add_share (CharterPreviewExam *self, GtkListBox *list, const CharterFormShare *share)
{
  g_autofree char *title = dup_share_title (self, share->share);
  g_autofree char *percent = g_strdup_printf (_ ("%g%%"), share->share->percent);
  g_autofree char *found = g_strdup_printf (
    /* Translators: how many questions of a topic were found, and how many there should be. */
    ngettext ("%'u of %'u question", "%'u of %'u questions", share->wanted), share->found, share->wanted);
  AdwActionRow *row = add_row (list, share->found < share->wanted ? "dialog-warning-symbolic" : NULL, title, found);
  GtkWidget *label = gtk_label_new (percent);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (row, label);
}

static void
add_shares (CharterPreviewExam *self)
{
  GtkListBox *list;
  GtkWidget *group;

  if (self->form->n_shares == 0)
    return;
  group = charter_group_new (_ ("Shares"), _ ("What each should have, and what it has in the questions below"), &list);
  for (guint i = 0; i < self->form->n_shares; i++)
    add_share (self, list, &self->form->shares[i]);
  append (self, group);
}

/* ---- the questions ---- */

static gboolean
is_own (CharterPreviewExam *self, const CharterPaperItem *item)
{
  return g_str_equal (item->pack->id, self->home->id);
}

/* Its kind, and its pack where that is another. */
static char *
dup_origin (CharterPreviewExam *self, const CharterPaperItem *item)
{
  const char *kind = charter_item_words_get_kind (item->item->kind);

  return !is_own (self, item) ? g_strdup_printf ("%s · %s", kind, item->pack->title.plain) : g_strdup (kind);
}

static void
add_item (CharterPreviewExam *self, GtkListBox *list, guint index)
{
  const CharterPaperItem *item = &self->form->items[index];
  g_autofree char *origin = dup_origin (self, item);
  AdwActionRow *row = charter_row_new (NULL, charter_item_words_get_beginning (item->item), origin);
  g_autofree char *number = g_strdup_printf ("%'u", index + 1);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "explanation");
  adw_action_row_add_prefix (row, label);
  adw_action_row_set_title_lines (row, 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), is_own (self, item));
  if (is_own (self, item))
    charter_row_set_action (row, "win.ask-item", "(ss)", item->pack->id, item->item->id);
  gtk_list_box_append (list, GTK_WIDGET (row));
}

static void
add_more (GtkListBox *list, guint n)
{
  g_autofree char *more = g_strdup_printf (ngettext ("%'u more", "%'u more", n), n);

  add_row (list, NULL, more, NULL);
}

static void
add_items (CharterPreviewExam *self)
{
  guint n = self->form->n_items;
  GtkListBox *list;
  GtkWidget *group;

  if (n == 0)
    return;
  group = charter_group_new (
    _ ("For Example"),
    _ ("One form that could be drawn. Each learner gets another one, first of what they have not seen."), &list);
  for (guint i = 0; i < MIN (n, SHOWN_AT_MOST); i++)
    add_item (self, list, i);
  if (n > SHOWN_AT_MOST)
    add_more (list, n - SHOWN_AT_MOST);
  append (self, group);
}

/* ---- all of it ---- */

static void
show (CharterPreviewExam *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  append (self, charter_rules_list_new (self->exam, self->home, self->form));
  if (self->form != NULL)
    append (self, charter_rules_lacks_new (self->form));
  add_draws (self);
  if (self->form != NULL)
    {
      add_shares (self);
      add_items (self);
    }
  append (self, charter_rules_sources_new (self->exam, self->home));
}

static void
on_drawn (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CharterPreviewExam) self = data;
  CharterForm *form = charter_study_draw_form_finish (CHARTER_STUDY (source), result, NULL);

  if (form == NULL)
    return;
  g_clear_pointer (&self->form, charter_form_free);
  self->form = form;
  show (self);
}

static void
charter_preview_exam_dispose (GObject *object)
{
  CharterPreviewExam *self = CHARTER_PREVIEW_EXAM (object);

  g_cancellable_cancel (self->drawing);
  g_clear_object (&self->drawing);
  g_clear_pointer (&self->form, charter_form_free);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->home, charter_pack_unref);
  G_OBJECT_CLASS (charter_preview_exam_parent_class)->dispose (object);
}

static void
charter_preview_exam_class_init (CharterPreviewExamClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = charter_preview_exam_dispose;
}

static void
charter_preview_exam_init (CharterPreviewExam *self)
{
  self->drawing = g_cancellable_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 24));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

GtkWidget *
charter_preview_exam_new (
  CharterStudy *study, CharterPack *home, const CharterExam *exam, GPtrArray *packs, CharterPreviewExam *before)
{
  CharterPreviewExam *self = g_object_new (CHARTER_TYPE_PREVIEW_EXAM, NULL);

  self->home = charter_pack_ref (home);
  self->exam = exam;
  self->packs = g_ptr_array_ref (packs);
  if (before != NULL)
    self->form = g_steal_pointer (&before->form);
  show (self);
  charter_study_draw_form_async (study, home, exam, packs, SEED, FALSE, self->drawing, on_drawn, g_object_ref (self));
  return GTK_WIDGET (self);
}
