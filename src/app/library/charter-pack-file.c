/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-pack-file.h"

#include "charter-loader.h"
#include "charter-parcel.h"

#define KEPT (7 * G_TIME_SPAN_DAY) /* what was unpacked, when nobody asks for it */

struct _CharterPackFile {
  GObject parent_instance;

  GFile *file;
  GFile *xml; /* the same, or what was unpacked from it */
  CharterPack *pack;
  GPtrArray *diagnostics;
};

G_DEFINE_FINAL_TYPE (CharterPackFile, charter_pack_file, G_TYPE_OBJECT)

static void
charter_pack_file_finalize (GObject *object)
{
  CharterPackFile *self = CHARTER_PACK_FILE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->xml);
  g_clear_pointer (&self->pack, charter_pack_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);

  G_OBJECT_CLASS (charter_pack_file_parent_class)->finalize (object);
}

static void
charter_pack_file_class_init (CharterPackFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = charter_pack_file_finalize;
}

static void
charter_pack_file_init (CharterPackFile *self)
{
}

/* Returns: (transfer full) where packs that were packed up are unpacked */
static GFile *
get_opened (void)
{
  return g_file_new_build_filename (g_get_user_cache_dir (), "charter", "opened", NULL);
}

CharterPackFile *
charter_pack_file_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (CharterPackFile) self = g_object_new (CHARTER_TYPE_PACK_FILE, NULL);
  g_autoptr (GFile) place = get_opened ();
  g_autoptr (GError) local = NULL;

  self->file = g_object_ref (file);
  self->xml = charter_parcel_open (file, place, cancellable, error);
  if (self->xml == NULL)
    return NULL;
  self->pack = charter_loader_load_file (self->xml, &self->diagnostics, cancellable, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&self);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  CharterPackFile *self = charter_pack_file_read (data, cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
charter_pack_file_read_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, charter_pack_file_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

CharterPackFile *
charter_pack_file_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
charter_pack_file_clean_up (void)
{
  g_autoptr (GFile) place = get_opened ();

  charter_parcel_clean_up (place, (g_get_real_time () - KEPT) / G_USEC_PER_SEC);
}

GFile *
charter_pack_file_get_file (CharterPackFile *self)
{
  return self->file;
}

GFile *
charter_pack_file_get_xml (CharterPackFile *self)
{
  return self->xml;
}

CharterPack *
charter_pack_file_get_pack (CharterPackFile *self)
{
  return self->pack;
}

GPtrArray *
charter_pack_file_get_diagnostics (CharterPackFile *self)
{
  return self->diagnostics;
}
