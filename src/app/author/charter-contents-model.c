/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-contents-model.h"

#include <string.h>

struct _CharterContentsEntry {
  GObject parent_instance;

  CharterContents *contents;
  guint row;
};

G_DEFINE_FINAL_TYPE (CharterContentsEntry, charter_contents_entry, G_TYPE_OBJECT)

struct _CharterContentsModel {
  GObject parent_instance;

  CharterContents *contents; /* NULL until something is shown */
  GArray *shown;             /* of guint: rows of the contents */
  char *sought;              /* folded; "" for all */
};

static void charter_contents_model_list_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CharterContentsModel,
                               charter_contents_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, charter_contents_model_list_init))

/* ---- entries ---- */

const CharterContentsRow *
charter_contents_entry_get_row (CharterContentsEntry *self)
{
  return charter_contents_get (self->contents, self->row);
}

static void
charter_contents_entry_finalize (GObject *object)
{
  charter_contents_unref (CHARTER_CONTENTS_ENTRY (object)->contents);
  G_OBJECT_CLASS (charter_contents_entry_parent_class)->finalize (object);
}

static void
charter_contents_entry_class_init (CharterContentsEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_contents_entry_finalize;
}

static void
charter_contents_entry_init (CharterContentsEntry *self)
{
}

/* ---- the list ---- */

static GType
get_item_type (GListModel *list)
{
  return CHARTER_TYPE_CONTENTS_ENTRY;
}

static guint
get_n_items (GListModel *list)
{
  return CHARTER_CONTENTS_MODEL (list)->shown->len;
}

static gpointer
get_item (GListModel *list, guint position)
{
  CharterContentsModel *self = CHARTER_CONTENTS_MODEL (list);
  CharterContentsEntry *entry;

  if (position >= self->shown->len)
    return NULL;
  entry = g_object_new (CHARTER_TYPE_CONTENTS_ENTRY, NULL);
  entry->contents = charter_contents_ref (self->contents);
  entry->row = g_array_index (self->shown, guint, position);
  return entry;
}

static void
charter_contents_model_list_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* ---- what is shown ---- */

static GArray *
list_shown (CharterContentsModel *self)
{
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = self->contents != NULL ? charter_contents_get_length (self->contents) : 0;

  for (guint i = 0; i < n; i++)
    if (*self->sought == '\0' || strstr (charter_contents_get (self->contents, i)->folded, self->sought) != NULL)
      g_array_append_val (shown, i);
  return shown;
}

typedef struct {
  const CharterContents *contents;
  const GArray *shown;
} State;

static gboolean
is_same (const State *a, guint at, const State *b, guint bt)
{
  const CharterContentsRow *one = charter_contents_get (a->contents, g_array_index (a->shown, guint, at));
  const CharterContentsRow *other = charter_contents_get (b->contents, g_array_index (b->shown, guint, bt));

  return one->kind == other->kind && one->depth == other->depth && one->trouble == other->trouble
         && strcmp (one->words, other->words) == 0;
}

/* Of the two the rows are told anew in which they differ, from the first on that does to the last. */
static void
tell_change (CharterContentsModel *self, const State *before, const State *now)
{
  guint n_before = before->shown->len, n_now = now->shown->len, most = MIN (n_before, n_now);
  guint same = 0, same_end = 0;

  while (same < most && is_same (before, same, now, same))
    same++;
  while (same_end < most - same && is_same (before, n_before - 1 - same_end, now, n_now - 1 - same_end))
    same_end++;
  if (n_before - same - same_end > 0 || n_now - same - same_end > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), same, n_before - same - same_end, n_now - same - same_end);
}

/* old: (transfer full) (nullable) the contents until now */
static void
update (CharterContentsModel *self, CharterContents *old)
{
  g_autoptr (GArray) before = self->shown;
  State was = { old, before };
  State is = { self->contents, NULL };

  self->shown = list_shown (self);
  is.shown = self->shown;
  tell_change (self, &was, &is);
  g_clear_pointer (&old, charter_contents_unref);
}

void
charter_contents_model_show (CharterContentsModel *self, CharterContents *contents)
{
  CharterContents *old = self->contents;

  self->contents = charter_contents_ref (contents);
  update (self, old);
}

void
charter_contents_model_search (CharterContentsModel *self, const char *words)
{
  g_free (self->sought);
  self->sought = charter_contents_fold (words);
  update (self, self->contents != NULL ? charter_contents_ref (self->contents) : NULL);
}

const CharterContentsRow *
charter_contents_model_get_row (CharterContentsModel *self, guint position)
{
  return position < self->shown->len
           ? charter_contents_get (self->contents, g_array_index (self->shown, guint, position))
           : NULL;
}

static int
compare_row (gconstpointer a, gconstpointer b)
{
  guint one = *(const guint *)a, other = *(const guint *)b;

  return one < other ? -1 : one > other;
}

guint
charter_contents_model_find (CharterContentsModel *self, guint row)
{
  guint position;

  return g_array_binary_search (self->shown, &row, compare_row, &position) ? position : CHARTER_OUTLINE_NONE;
}

/* ---- its life ---- */

static void
charter_contents_model_finalize (GObject *object)
{
  CharterContentsModel *self = CHARTER_CONTENTS_MODEL (object);

  g_clear_pointer (&self->contents, charter_contents_unref);
  g_array_unref (self->shown);
  g_free (self->sought);
  G_OBJECT_CLASS (charter_contents_model_parent_class)->finalize (object);
}

static void
charter_contents_model_class_init (CharterContentsModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_contents_model_finalize;
}

static void
charter_contents_model_init (CharterContentsModel *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sought = g_strdup ("");
}

CharterContentsModel *
charter_contents_model_new (void)
{
  return g_object_new (CHARTER_TYPE_CONTENTS_MODEL, NULL);
}
