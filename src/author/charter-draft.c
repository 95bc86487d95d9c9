/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-draft.h"

#include <string.h>

#define NEVER G_MAXUINT

typedef struct {
  gsize offset;
  GBytes *removed, *inserted;
} Splice;

struct _CharterDraft {
  GObject parent_instance;

  GString *text;
  GBytes *bytes; /* a copy of text that was asked for, or NULL */
  guint64 version;

  GPtrArray *groups; /* of GArray of Splice, in the order in which they were made */
  guint n_done;      /* of groups; those behind it were undone */
  guint saved;       /* n_done when it was saved, or NEVER */
  guint depth;       /* of open groups */
  gboolean is_empty; /* the open group has no splice yet */
  gboolean is_apart; /* the next splice is not joined to the last */
};

G_DEFINE_FINAL_TYPE (CharterDraft, charter_draft, G_TYPE_OBJECT)

enum { SPLICED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
splice_clear (gpointer data)
{
  Splice *splice = data;

  g_bytes_unref (splice->removed);
  g_bytes_unref (splice->inserted);
}

/* ---- the text ---- */

GBytes *
charter_draft_dup_bytes (CharterDraft *self)
{
  if (self->bytes == NULL)
    self->bytes = g_bytes_new (self->text->str, self->text->len);
  return g_bytes_ref (self->bytes);
}

const char *
charter_draft_peek (CharterDraft *self, gsize *length)
{
  *length = self->text->len;
  return self->text->str;
}

guint64
charter_draft_get_version (CharterDraft *self)
{
  return self->version;
}

static void
replace (CharterDraft *self, gsize offset, GBytes *removed, GBytes *inserted)
{
  gsize n;
  const char *text = g_bytes_get_data (inserted, &n);

  g_string_erase (self->text, (gssize)offset, (gssize)g_bytes_get_size (removed));
  if (n > 0)
    g_string_insert_len (self->text, (gssize)offset, text, (gssize)n);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->version++;
  g_signal_emit (self, signals[SPLICED], 0, (guint64)offset, removed, inserted);
}

/* ---- what can be undone ---- */

/* What was undone can't be done again once something else was done. */
static void
forget_undone (CharterDraft *self)
{
  if (self->saved != NEVER && self->saved > self->n_done)
    self->saved = NEVER;
  g_ptr_array_set_size (self->groups, (int)self->n_done);
}

static GArray *
open_group (CharterDraft *self)
{
  GArray *group = g_array_new (FALSE, FALSE, sizeof (Splice));

  g_array_set_clear_func (group, splice_clear);
  forget_undone (self);
  g_ptr_array_add (self->groups, group);
  self->n_done++;
  return group;
}

static GBytes *
join (GBytes *a, GBytes *b)
{
  GByteArray *both = g_byte_array_new ();

  g_byte_array_append (both, g_bytes_get_data (a, NULL), (guint)g_bytes_get_size (a));
  g_byte_array_append (both, g_bytes_get_data (b, NULL), (guint)g_bytes_get_size (b));
  return g_byte_array_free_to_bytes (both);
}

static gboolean
ends_word (GBytes *text)
{
  gsize n;
  const char *c = g_bytes_get_data (text, &n);

  return n > 0 && strchr (" \t\n>", c[n - 1]) != NULL;
}

/* Whether what was done after it belongs to the same word. */
static gboolean
is_continued (const Splice *last, const Splice *next)
{
  gsize offset = next->offset;

  if (g_bytes_get_size (next->removed) == 0 && g_bytes_get_size (last->removed) == 0)
    return offset == last->offset + g_bytes_get_size (last->inserted)
           && (!ends_word (last->inserted) || ends_word (next->inserted));
  if (g_bytes_get_size (next->inserted) == 0 && g_bytes_get_size (last->inserted) == 0)
    return offset == last->offset || offset + g_bytes_get_size (next->removed) == last->offset;
  return FALSE;
}

static void
add_to (Splice *last, const Splice *next)
{
  gboolean before = next->offset < last->offset;
  GBytes *removed = before ? join (next->removed, last->removed) : join (last->removed, next->removed);
  GBytes *inserted = join (last->inserted, next->inserted);
  gsize offset = MIN (last->offset, next->offset);

  splice_clear (last);
  *last = (Splice){ offset, removed, inserted };
}

static Splice *
get_only_splice (CharterDraft *self, guint group)
{
  GArray *splices = self->groups->pdata[group];

  return splices->len == 1 ? &g_array_index (splices, Splice, 0) : NULL;
}

/* The group that was just ended becomes a part of the one before, where both are one splice of the same word. */
static void
join_last (CharterDraft *self)
{
  gboolean apart = self->is_apart || self->n_done < 2 || self->saved == self->n_done - 1;
  Splice *last = apart ? NULL : get_only_splice (self, self->n_done - 2);
  Splice *next = apart ? NULL : get_only_splice (self, self->n_done - 1);

  self->is_apart = FALSE;
  if (last == NULL || next == NULL || !is_continued (last, next))
    return;
  add_to (last, next);
  g_ptr_array_set_size (self->groups, (int)--self->n_done);
}

static void
remember (CharterDraft *self, gsize offset, GBytes *removed, GBytes *inserted)
{
  Splice splice = { offset, g_bytes_ref (removed), g_bytes_ref (inserted) };
  GArray *group = self->depth > 0 && !self->is_empty ? self->groups->pdata[self->n_done - 1] : open_group (self);

  g_array_append_val (group, splice);
  self->is_empty = FALSE;
  if (self->depth == 0)
    join_last (self);
}

static void
tell_changed (CharterDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
charter_draft_splice (CharterDraft *self, gsize offset, gsize n_removed, const char *inserted, gssize n_inserted)
{
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) in = NULL;

  g_return_if_fail (offset <= self->text->len && n_removed <= self->text->len - offset);
  out = g_bytes_new (self->text->str + offset, n_removed);
  in = g_bytes_new (inserted, n_inserted < 0 ? strlen (inserted) : (gsize)n_inserted);
  if (g_bytes_get_size (out) == 0 && g_bytes_get_size (in) == 0)
    return;
  remember (self, offset, out, in);
  replace (self, offset, out, in);
  if (self->depth == 0)
    tell_changed (self);
}

void
charter_draft_begin_group (CharterDraft *self)
{
  if (self->depth++ == 0)
    self->is_empty = TRUE;
}

void
charter_draft_end_group (CharterDraft *self)
{
  g_return_if_fail (self->depth > 0);
  if (--self->depth > 0 || self->is_empty)
    return;
  join_last (self);
  tell_changed (self);
}

void
charter_draft_break_group (CharterDraft *self)
{
  self->is_apart = TRUE;
}

gboolean
charter_draft_can_undo (CharterDraft *self)
{
  return self->depth == 0 && self->n_done > 0;
}

gboolean
charter_draft_can_redo (CharterDraft *self)
{
  return self->depth == 0 && self->n_done < self->groups->len;
}

static void
tell_at (gsize *at, gsize place)
{
  if (at != NULL)
    *at = place;
}

gboolean
charter_draft_undo (CharterDraft *self, gsize *at)
{
  GArray *group;

  if (!charter_draft_can_undo (self))
    return FALSE;
  group = self->groups->pdata[--self->n_done];
  for (guint i = group->len; i-- > 0;)
    {
      Splice *splice = &g_array_index (group, Splice, i);

      replace (self, splice->offset, splice->inserted, splice->removed);
      tell_at (at, splice->offset + g_bytes_get_size (splice->removed));
    }
  self->is_apart = TRUE;
  tell_changed (self);
  return TRUE;
}

gboolean
charter_draft_redo (CharterDraft *self, gsize *at)
{
  GArray *group;

  if (!charter_draft_can_redo (self))
    return FALSE;
  group = self->groups->pdata[self->n_done++];
  for (guint i = 0; i < group->len; i++)
    {
      Splice *splice = &g_array_index (group, Splice, i);

      replace (self, splice->offset, splice->removed, splice->inserted);
      tell_at (at, splice->offset + g_bytes_get_size (splice->inserted));
    }
  self->is_apart = TRUE;
  tell_changed (self);
  return TRUE;
}

/* ---- saved or not ---- */

gboolean
charter_draft_is_modified (CharterDraft *self)
{
  return self->saved != self->n_done;
}

void
charter_draft_mark_saved (CharterDraft *self)
{
  self->saved = self->n_done;
  self->is_apart = TRUE;
}

void
charter_draft_mark_unsaved (CharterDraft *self)
{
  self->saved = NEVER;
}

void
charter_draft_become (CharterDraft *self, GBytes *bytes)
{
  gsize n;
  const char *text = g_bytes_get_data (bytes, &n);
  gsize same = 0, same_end = 0, shorter = MIN (n, self->text->len);

  while (same < shorter && text[same] == self->text->str[same])
    same++;
  while (same > 0 && same < n && (text[same] & 0xC0) == 0x80)
    same--;
  while (same_end < shorter - same && text[n - 1 - same_end] == self->text->str[self->text->len - 1 - same_end])
    same_end++;
  while (same_end > 0 && (text[n - same_end] & 0xC0) == 0x80)
    same_end--;
  charter_draft_begin_group (self);
  if (n != same + same_end || self->text->len != same + same_end)
    charter_draft_splice (self, same, self->text->len - same - same_end, text + same, (gssize)(n - same - same_end));
  charter_draft_end_group (self);
}

/* ---- its life ---- */

static void
charter_draft_finalize (GObject *object)
{
  CharterDraft *self = CHARTER_DRAFT (object);

  g_string_free (self->text, TRUE);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->groups);
  G_OBJECT_CLASS (charter_draft_parent_class)->finalize (object);
}

static void
charter_draft_class_init (CharterDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_draft_finalize;
  signals[SPLICED] = g_signal_new ("spliced", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_UINT64, G_TYPE_BYTES, G_TYPE_BYTES);
  signals[CHANGED]
    = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
charter_draft_init (CharterDraft *self)
{
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
}

CharterDraft *
charter_draft_new (GBytes *bytes)
{
  CharterDraft *self = g_object_new (CHARTER_TYPE_DRAFT, NULL);
  gsize n;
  const char *text = g_bytes_get_data (bytes, &n);

  self->text = g_string_new_len (text, (gssize)n);
  return self;
}
