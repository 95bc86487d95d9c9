/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack-change.h"
#include "charter-pack-file.h"

G_BEGIN_DECLS

/* The packs at hand: those that came with the program and those that the user added; of two with one id the user's, and
 * of a pack and its translations the one in the language that the user reads best.
 * A GListModel of CharterPackFile whose packs can be used, by title. It emits "changed" when anything about it did. */
#define CHARTER_TYPE_LIBRARY (charter_library_get_type ())
G_DECLARE_FINAL_TYPE (CharterLibrary, charter_library, CHARTER, LIBRARY, GObject)

/* installed, added: the two folders; they need not exist. languages: those that the user reads, as of
 * g_get_language_names(), the best first; copied. Nothing is read yet. Returns: (transfer full) */
CharterLibrary *charter_library_new (GFile *installed, GFile *added, const char *const *languages);

/* Reads both folders in a thread, then emits "changed". Files that can't be read are left out. */
void charter_library_load_async (CharterLibrary *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean charter_library_load_finish (CharterLibrary *self, GAsyncResult *result, GError **error);
/* Whether the folders were read once. */
gboolean charter_library_is_loaded (CharterLibrary *self);

/* Returns: (transfer none) (nullable) the pack with that id; where one is looked at under it, that one. */
CharterPack *charter_library_find_pack (CharterLibrary *self, const char *pack_id);
/* All packs at hand that find_pack finds, the ones looked at first.
 * Returns: (transfer full) (element-type CharterPack) */
GPtrArray *charter_library_list_packs (CharterLibrary *self);
/* The same with pack first, which stands for what else is at hand under its id: it may be one that was read before.
 * pack: kept. */
GPtrArray *charter_library_list_packs_with (CharterLibrary *self, CharterPack *pack);
/* From pack, which is none of them, refs lead to those that are at hand at any time. */
void charter_library_lend (CharterLibrary *self, CharterPack *pack);
/* Whether pack is only looked at: what is answered in it is not kept. */
gboolean charter_library_is_guest (CharterLibrary *self, CharterPack *pack);

/* A pack that is looked at, until it is dismissed. guest: kept. */
void charter_library_welcome (CharterLibrary *self, CharterPackFile *guest);
void charter_library_dismiss (CharterLibrary *self, CharterPackFile *guest);

/* Copies a pack's file and the pictures that it shows into the user's library, each pack in a folder of its own name.
 * A pack of the same authors with the same id is replaced. error: G_IO_ERROR_EXISTS where another author's pack has
 * that id, G_IO_ERROR_INVALID_DATA where nothing of the file can be used, or what the disk says; all messages are for
 * the person. Returns from finish: (transfer full) (nullable) what undo needs. */
void charter_library_add_async (CharterLibrary *self,
                                CharterPackFile *file,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GVariant *charter_library_add_finish (CharterLibrary *self, GAsyncResult *result, GError **error);
/* The one of that id in the library, looked at or not. Returns: (transfer none) (nullable) */
CharterPackFile *charter_library_find_file (CharterLibrary *self, const char *pack_id);
/* Reads the folders anew if one of the packs was read from this file. */
void charter_library_follow (CharterLibrary *self, GFile *file);
/* Whether the user added it, and so may take it out again. */
gboolean charter_library_is_added (CharterLibrary *self, CharterPackFile *file);

/* How file differs from the pack of the same id and authors that is in the library.
 * Returns from finish: (transfer full) (nullable) NULL without an error where there is none to compare it with */
void charter_library_compare_async (CharterLibrary *self,
                                    CharterPackFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
CharterPackChange *charter_library_compare_finish (CharterLibrary *self, GAsyncResult *result, GError **error);

/* Takes a pack out that the user added; the history stays. Returns: (transfer full) (nullable) what undo needs */
GVariant *charter_library_remove (CharterLibrary *self, CharterPackFile *file, GError **error);
/* Takes an addition or a removal back: what was replaced or removed is there again. */
gboolean charter_library_undo (CharterLibrary *self, GVariant *undo, GError **error);

G_END_DECLS
