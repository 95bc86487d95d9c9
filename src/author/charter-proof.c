/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-proof.h"

#include "charter-lint.h"
#include "charter-loader.h"

typedef struct {
  GBytes *bytes;
  guint64 version;
  GFile *folder;
} Request;

static void
proof_clear (CharterProof *self)
{
  charter_outline_unref (self->outline);
  charter_contents_unref (self->contents);
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_ptr_array_unref (self->problems);
}

CharterProof *
charter_proof_ref (CharterProof *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
charter_proof_unref (CharterProof *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)proof_clear);
}

CharterProof *
charter_proof_new (GBytes *bytes, guint64 version, GFile *folder)
{
  CharterProof *self = g_atomic_rc_box_new0 (CharterProof);

  self->version = version;
  self->outline = charter_outline_new (bytes);
  self->pack = charter_loader_load_bytes (bytes, folder, &self->problems);
  self->contents = charter_contents_new (self->outline, self->problems);
  return self;
}

static void
request_free (Request *request)
{
  g_bytes_unref (request->bytes);
  g_clear_object (&request->folder);
  g_free (request);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Request *request = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, charter_proof_new (request->bytes, request->version, request->folder),
                           (GDestroyNotify)charter_proof_unref);
}

void
charter_proof_read_async (GBytes *bytes,
                          guint64 version,
                          GFile *folder,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->bytes = g_bytes_ref (bytes);
  request->version = version;
  g_set_object (&request->folder, folder);
  g_task_set_source_tag (task, charter_proof_read_async);
  g_task_set_task_data (task, request, (GDestroyNotify)request_free);
  g_task_run_in_thread (task, read_in_thread);
}

CharterProof *
charter_proof_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
charter_proof_advise (CharterProof *self)
{
  CharterLintFile file = { .pack = self->pack, .bytes = charter_outline_get_bytes (self->outline) };

  if (self->pack == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)charter_diagnostic_free);
  charter_lint_check (&file, 1, NULL, NULL);
  return file.findings;
}

static void
advise_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, charter_proof_advise (data), (GDestroyNotify)g_ptr_array_unref);
}

void
charter_proof_advise_async (CharterProof *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, charter_proof_advise_async);
  g_task_set_task_data (task, charter_proof_ref (self), (GDestroyNotify)charter_proof_unref);
  g_task_run_in_thread (task, advise_in_thread);
}

GPtrArray *
charter_proof_advise_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
