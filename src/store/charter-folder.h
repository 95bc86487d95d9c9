/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-segment.h"

G_BEGIN_DECLS

/* A folder in which several devices put segments of their histories, and which something else carries from one to the
 * other: Syncthing, Nextcloud, a stick. Nothing is in it but files that are never changed. What a device finds there
 * and can't use is left as it is, and told.
 *
 * Everything here may take as long as a disk or a network does: it is for a thread of its own. */

/* Something about the folder that the person should know. */
typedef struct {
  char *file;     /* its name, or NULL where it is about no file */
  char *sentence; /* or two */
} CharterTrouble;

/* Both may be NULL where they say nothing. Returns: (transfer full) */
CharterTrouble *charter_trouble_new (const char *file, const char *sentence);
void charter_trouble_free (CharterTrouble *trouble);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterTrouble, charter_trouble_free)

/* What is in the folder. */
typedef struct {
  GPtrArray *segments; /* CharterSegment: whole, as far as their first and last line tell */
  GPtrArray *troubles; /* CharterTrouble */
} CharterFolder;

/* Files whose names begin with a dot are passed over: those of programs that carry the folder, and parts of files.
 * error: what the disk says, with a sentence for the person. Returns: (transfer full) (nullable) */
CharterFolder *charter_folder_scan (const char *path, GError **error);
void charter_folder_free (CharterFolder *folder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterFolder, charter_folder_free)

/* Events that are to be written as one segment. They are many together, and asked of the log one segment at a time. */
typedef struct {
  CharterSegment run; /* without its stamps */
  gboolean replace;   /* in the place of a file of that name */
} CharterSaying;

/* What a log and a folder have to give each other. */
typedef struct {
  char *device;        /* who writes */
  GPtrArray *unread;   /* CharterSegment: in the folder, with something that the log lacks */
  GPtrArray *unsaid;   /* CharterSaying */
  GPtrArray *absorbed; /* CharterSegment: this device's, and part of one of those that are to be written, or there */
  guint n_unsaid;      /* events that the folder lacks */
} CharterErrand;

CharterErrand *charter_errand_new (void);
void charter_errand_free (CharterErrand *errand);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterErrand, charter_errand_free)

/* segment's device is copied. */
void charter_segment_array_add (GPtrArray *segments, const CharterSegment *segment);
/* run's device is copied. */
void charter_errand_say (CharterErrand *errand, const CharterSegment *run, gboolean replace);

/* Writes one of what is unsaid. events: (element-type CharterEvent) those of its run. troubles: (element-type
 * CharterTrouble) gets why it could not be done. Returns: whether it was */
gboolean charter_folder_write (
  const char *path, const CharterErrand *errand, const CharterSaying *saying, GPtrArray *events, GPtrArray *troubles);
/* When all is written: where what has absorbed others is safely there and reads back well, removes those. */
void charter_folder_remove_absorbed (const char *path, const CharterErrand *errand);

/* Reads what is unread from next on, file by file, until it has as many events as a segment or none is left. next:
 * (inout) Returns: (transfer full) (element-type CharterEvent) */
GPtrArray *charter_folder_read (const char *path, const CharterErrand *errand, guint *next, GPtrArray *troubles);

G_END_DECLS
