/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Several people who learn with one login, each with a history and backups of their own. The first one's are where they
 * have always been, in the data folder itself; another's in learners/ID. Names are data, kept in learners.ini, which
 * also tells whose turn it is: without it there is the first one alone. A learner who is removed is only no more
 * listed, and can be put back.
 *
 * A change reads the list anew first. It is on the disk when its function comes back, or nothing has changed; error:
 * what the disk says,
 * G_IO_ERROR_INVALID_ARGUMENT for a name that can't be one, G_IO_ERROR_EXISTS for one that is taken,
 * G_IO_ERROR_NOT_FOUND where there is no such learner. Its message is for the person. */
typedef struct _CharterLearners CharterLearners;

#define CHARTER_LEARNER_FIRST "first"  /* id */
#define CHARTER_LEARNER_NAME_LIMIT 60 /* characters */

typedef struct {
  char *id;
  char *name; /* never empty */
  gboolean removed;
  char *shared; /* path of the folder that keeps this learner's devices in step; nullable */
} CharterLearner;

/* Whether somebody gave the name: the first one has none at first, nor has one whose list was lost. */
gboolean charter_learner_is_named (const CharterLearner *self);

/* folder: the data folder; it need not be there. Returns: (transfer full) */
CharterLearners *charter_learners_new (GFile *folder);
/* Of charter in the user's data folder ($XDG_DATA_HOME). */
CharterLearners *charter_learners_new_default (void);
void charter_learners_free (CharterLearners *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterLearners, charter_learners_free)

/* The first one first, then by name. removed: those who are, instead of those who are not.
 * Returns: (transfer container) (element-type CharterLearner) owned by self, valid until the next change */
GPtrArray *charter_learners_list (CharterLearners *self, gboolean removed);
/* Returns: (nullable) */
const CharterLearner *charter_learners_find (CharterLearners *self, const char *id);

/* Whose turn it is. Returns: (not nullable) */
const CharterLearner *charter_learners_get_current (CharterLearners *self);
gboolean charter_learners_set_current (CharterLearners *self, const char *id, GError **error);

/* Where a learner's history is. Returns: (transfer full) */
GFile *charter_learners_dup_file (CharterLearners *self, const char *id);

/* Whether somebody could be called so: a new one, or where id is not NULL that one. */
gboolean charter_learners_check_name (CharterLearners *self, const char *name, const char *id, GError **error);
/* Returns: (nullable) the new one, valid until the next change */
const CharterLearner *charter_learners_add (CharterLearners *self, const char *name, GError **error);
gboolean charter_learners_rename (CharterLearners *self, const char *id, const char *name, GError **error);
/* On this machine; devices of one learner may each have it elsewhere. folder: an absolute path, or NULL for none. */
gboolean charter_learners_set_shared (CharterLearners *self, const char *id, const char *folder, GError **error);
/* Not the current one, so that somebody is left. Nothing of theirs is deleted. */
gboolean charter_learners_remove (CharterLearners *self, const char *id, GError **error);
/* Under another name, with a number behind it, where theirs was taken meanwhile. */
gboolean charter_learners_put_back (CharterLearners *self, const char *id, GError **error);

G_END_DECLS
