/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <sqlite3.h>

typedef struct {
  sqlite3_file base;
  sqlite3_file *real; /* behind this struct */
} FaultFile;

/* Set by the test, read by the store's thread: the store stands still in between, but the sanitizer can't know. */
static gint planned, code, forever_on, count, struck;
static sqlite3_vfs vfs;
static sqlite3_vfs *real_vfs;

void
fault_vfs_plan (guint n, int rc, gboolean forever)
{
  g_atomic_int_set (&planned, n);
  g_atomic_int_set (&code, rc);
  g_atomic_int_set (&forever_on, forever);
  g_atomic_int_set (&count, 0);
  g_atomic_int_set (&struck, FALSE);
}

guint
fault_vfs_count (void)
{
  return g_atomic_int_get (&count);
}

gboolean
fault_vfs_struck (void)
{
  return g_atomic_int_get (&struck);
}

static gboolean
strikes (void)
{
  int n = g_atomic_int_add (&count, 1) + 1;
  int when = g_atomic_int_get (&planned);
  gboolean now = when > 0 && (n == when || (g_atomic_int_get (&forever_on) && n > when));

  if (now)
    g_atomic_int_set (&struck, TRUE);
  return now;
}

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((FaultFile *)file)->real;
}

static int
fault_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
fault_read (sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
  return real (file)->pMethods->xRead (real (file), data, n, offset);
}

static int
fault_write (sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
  if (!strikes ())
    return real (file)->pMethods->xWrite (real (file), data, n, offset);
  real (file)->pMethods->xWrite (real (file), data, n / 2, offset);
  return g_atomic_int_get (&code);
}

static int
fault_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  return strikes () ? g_atomic_int_get (&code) : real (file)->pMethods->xTruncate (real (file), size);
}

/* Nobody pulls the plug here: what is tried is what follows from a sync that fails, and the real ones take long. */
static int
fault_sync (sqlite3_file *file, int flags)
{
  return strikes () ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

static int
fault_size (sqlite3_file *file, sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
fault_lock (sqlite3_file *file, int lock)
{
  return real (file)->pMethods->xLock (real (file), lock);
}

static int
fault_unlock (sqlite3_file *file, int lock)
{
  return real (file)->pMethods->xUnlock (real (file), lock);
}

static int
fault_check_lock (sqlite3_file *file, int *out)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), out);
}

static int
fault_control (sqlite3_file *file, int op, void *data)
{
  return real (file)->pMethods->xFileControl (real (file), op, data);
}

static int
fault_sector (sqlite3_file *file)
{
  return real (file)->pMethods->xSectorSize (real (file));
}

static int
fault_device (sqlite3_file *file)
{
  return real (file)->pMethods->xDeviceCharacteristics (real (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_lock,
  .xFileControl = fault_control,
  .xSectorSize = fault_sector,
  .xDeviceCharacteristics = fault_device,
};

static int
fault_open (sqlite3_vfs *self, sqlite3_filename name, sqlite3_file *file, int flags, int *out_flags)
{
  FaultFile *fault = (FaultFile *)file;
  int rc;

  fault->real = (sqlite3_file *)(fault + 1);
  rc = real_vfs->xOpen (real_vfs, name, fault->real, flags, out_flags);
  fault->base.pMethods = fault->real->pMethods != NULL ? &methods : NULL;
  return rc;
}

void
fault_vfs_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "charter-faults";
  vfs.szOsFile = sizeof (FaultFile) + real_vfs->szOsFile;
  vfs.xOpen = fault_open;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}
