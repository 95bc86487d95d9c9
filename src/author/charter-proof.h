/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-contents.h"
#include "charter-outline.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* What came of reading a draft as it stood at one time: its outline, its contents, its pack, and what is to be
 * said of it. It never changes, and can be read from any thread. */
typedef struct {
  guint64 version; /* of the draft */
  CharterOutline *outline;
  CharterPack *pack;   /* NULL where nothing of it can be used */
  GPtrArray *problems; /* of CharterDiagnostic: faults, in the order of the file */
  CharterContents *contents;
} CharterProof;

CharterProof *charter_proof_ref (CharterProof *self);
void charter_proof_unref (CharterProof *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterProof, charter_proof_unref)

/* bytes: as the draft has them at that version. folder: where figures are looked for, or NULL. Returns: (transfer full)
 */
CharterProof *charter_proof_new (GBytes *bytes, guint64 version, GFile *folder);
/* The same in a thread. error: G_IO_ERROR_CANCELLED only. */
void charter_proof_read_async (GBytes *bytes,
                               guint64 version,
                               GFile *folder,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
CharterProof *charter_proof_read_finish (GAsyncResult *result, GError **error);

/* What the rules of lint say of its pack, which takes longer and is no fault.
 * Returns: (transfer full) of CharterDiagnostic, in the order of the file; empty where there is no pack */
GPtrArray *charter_proof_advise (CharterProof *self);
void charter_proof_advise_async (CharterProof *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
GPtrArray *charter_proof_advise_finish (GAsyncResult *result, GError **error);

G_END_DECLS
