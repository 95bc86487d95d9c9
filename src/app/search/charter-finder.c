/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-finder.h"

#include "charter-note-text.h"
#include "charter-study-notes.h"

struct _CharterFinder {
  GObject parent_instance;

  CharterLibrary *library;
  CharterStudy *study;
  CharterSearchIndex *notes; /* NULL where they have changed since */
  GPtrArray *indices; /* of CharterSearchIndex, in the library's order; replaced, never changed */
  GTask *latest;      /* borrowed: what an older one brings comes too late */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (CharterFinder, charter_finder, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The packs that indices are wanted for, and the indices that there are. */
typedef struct {
  GPtrArray *packs;
  GPtrArray *indices;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_ptr_array_unref (order->packs);
  g_ptr_array_unref (order->indices);
  g_free (order);
}

/* Returns: (transfer none) (nullable) */
static CharterSearchIndex *
find_index (GPtrArray *indices, CharterPack *pack)
{
  for (guint i = 0; i < indices->len; i++)
    if (charter_search_index_get_pack (indices->pdata[i]) == pack)
      return indices->pdata[i];
  return NULL;
}

static void
index_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Order *order = data;
  GPtrArray *indices = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_search_index_unref);

  for (guint i = 0; i < order->packs->len; i++)
    {
      CharterSearchIndex *there = find_index (order->indices, order->packs->pdata[i]);

      g_ptr_array_add (indices, there != NULL ? charter_search_index_ref (there)
                                              : charter_search_index_new (order->packs->pdata[i]));
    }
  g_task_return_pointer (task, indices, (GDestroyNotify)g_ptr_array_unref);
}

static void
on_indexed (GObject *source, GAsyncResult *result, gpointer data)
{
  CharterFinder *self = CHARTER_FINDER (source);
  g_autoptr (GPtrArray) indices = g_task_propagate_pointer (G_TASK (result), NULL);

  if (self->latest != G_TASK (result))
    return;
  self->latest = NULL;
  g_ptr_array_unref (self->indices);
  self->indices = g_steal_pointer (&indices);
  self->ready = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
has_all (CharterFinder *self, GPtrArray *packs)
{
  if (!self->ready || self->latest != NULL || packs->len != self->indices->len)
    return FALSE;
  for (guint i = 0; i < packs->len; i++)
    if (charter_search_index_get_pack (self->indices->pdata[i]) != packs->pdata[i])
      return FALSE;
  return TRUE;
}

void
charter_finder_refresh (CharterFinder *self)
{
  g_autoptr (GPtrArray) packs = charter_library_list_packs (self->library);
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (!charter_library_is_loaded (self->library) || has_all (self, packs))
    return;
  order = g_new0 (Order, 1);
  order->packs = g_steal_pointer (&packs);
  order->indices = g_ptr_array_ref (self->indices);
  task = g_task_new (self, NULL, on_indexed, NULL);
  g_task_set_task_data (task, order, order_free);
  self->latest = task;
  g_task_run_in_thread (task, index_in_thread);
}

gboolean
charter_finder_is_ready (CharterFinder *self)
{
  return self->ready;
}

guint
charter_finder_get_n_packs (CharterFinder *self)
{
  return self->indices->len;
}

/* --- notes -------------------------------------------------------------------------------------------------------- */

/* The words of it, and those that they are about. */
static void
add_note (CharterFinder *self, const CharterNote *note, GPtrArray *notes)
{
  CharterPack *pack = charter_library_find_pack (self->library, note->pack);
  g_autofree char *place = charter_note_dup_place (note, pack);
  g_autofree char *title = charter_note_dup_title (note, pack);
  gboolean quoted = note->quote != NULL && note->text != NULL && *note->text != '\0';
  CharterSearchNote *own = g_new0 (CharterSearchNote, 1);

  own->id = note->id;
  own->text = quoted ? g_strdup_printf ("%s\n%s", title, note->quote) : g_steal_pointer (&title);
  own->place = g_steal_pointer (&place);
  g_ptr_array_add (notes, own);
}

static void
handed_in_free (gpointer data)
{
  CharterSearchNote *note = data;

  g_free ((char *)note->text);
  g_free ((char *)note->place);
  g_free (note);
}

static CharterSearchIndex *
index_notes (CharterFinder *self)
{
  g_autoptr (GPtrArray) all = charter_study_list_notes (self->study, NULL);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (handed_in_free);

  for (guint i = 0; i < all->len; i++)
    add_note (self, all->pdata[i], notes);
  return charter_search_index_new_for_notes (notes);
}

/* Looked through again when it is next searched. */
static void
forget_notes (CharterFinder *self)
{
  g_clear_pointer (&self->notes, charter_search_index_unref);
}

GArray *
charter_finder_find (CharterFinder *self, const char *const *words)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (self->notes == NULL)
    self->notes = index_notes (self);
  g_ptr_array_extend (all, self->indices, NULL, NULL);
  g_ptr_array_add (all, self->notes);
  return charter_search_find (all, words);
}

static void
charter_finder_finalize (GObject *object)
{
  CharterFinder *self = CHARTER_FINDER (object);

  g_clear_object (&self->library);
  g_clear_object (&self->study);
  forget_notes (self);
  g_ptr_array_unref (self->indices);

  G_OBJECT_CLASS (charter_finder_parent_class)->finalize (object);
}

static void
charter_finder_class_init (CharterFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_finder_finalize;
  signals[CHANGED]
    = g_signal_new ("changed", CHARTER_TYPE_FINDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_finder_init (CharterFinder *self)
{
  self->indices = g_ptr_array_new_with_free_func ((GDestroyNotify)charter_search_index_unref);
}

CharterFinder *
charter_finder_new (CharterLibrary *library, CharterStudy *study)
{
  CharterFinder *self = g_object_new (CHARTER_TYPE_FINDER, NULL);

  self->library = g_object_ref (library);
  self->study = g_object_ref (study);
  g_signal_connect_object (study, "changed", G_CALLBACK (forget_notes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (forget_notes), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "changed", G_CALLBACK (charter_finder_refresh), self, G_CONNECT_SWAPPED);
  charter_finder_refresh (self);
  return self;
}
