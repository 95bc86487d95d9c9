/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "charter-class-result.h"

G_BEGIN_DECLS

/* The result files of a class, as they were gathered: what could be read, and what is to be said of files. */

#define CHARTER_CLASS_MOST_FILES 20000
#define CHARTER_CLASS_MOST_TOGETHER (1u << 30) /* bytes of all files; those of 10,000 learners are half of that */

typedef struct {
  char *file;     /* its name, or the folder's */
  char *sentence; /* what is wrong with it, and what became of it */
} CharterClassFault;

typedef struct {
  CharterClassResult *result;
  char *file;
} CharterClassSheet;

/* A scenario, bank or exam of which there are results. */
typedef struct {
  const char *pack, *group; /* the sheets own them */
  guint n;                  /* sheets */
} CharterClassSubject;

typedef struct {
  GPtrArray *sheets; /* CharterClassSheet, by day and then by name of file */
  GPtrArray *faults; /* CharterClassFault, in the order in which files were read */
} CharterClassPile;

/* Says of a file what is wrong with it. Both are copied. Returns: (transfer full) */
CharterClassFault *charter_class_fault_new (const char *file, const char *sentence);
void charter_class_fault_free (CharterClassFault *fault);

CharterClassPile *charter_class_pile_new (void);
void charter_class_pile_free (CharterClassPile *pile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterClassPile, charter_class_pile_free)

/* Adds one file's text, or says what is wrong with it. An attempt that is there already is left out. file: a name */
void charter_class_pile_add (CharterClassPile *pile, const char *file, const char *text, gsize length);
/* sentence: copied */
void charter_class_pile_tell (CharterClassPile *pile, const char *file, const char *sentence);

/* Reads all result files of folders, by their names' ending and not those of folders within, and files that are named
 * themselves. What is no plain file is not opened. Blocks. places: (element-type GFile). error: G_IO_ERROR_CANCELLED,
 * or where a place can't be read at all. Returns: (transfer full) (nullable) */
CharterClassPile *charter_class_pile_read (GPtrArray *places, GCancellable *cancellable, GError **error);

/* Returns: (transfer full) (element-type CharterClassSubject) that of most sheets first, then by ids */
GArray *charter_class_pile_list_subjects (const CharterClassPile *pile);

G_END_DECLS
