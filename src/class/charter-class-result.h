/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* What one learner hands to an instructor after a session: a name of the learner's choice, what was asked, and what
 * was answered. Nothing else about anybody is in it. */

/* An item that was asked, and the answer to it. */
typedef struct {
  GRefString *pack, *item, *key_hash; /* interned, so that equal ones are one; pack: the item's own */
  CharterItemKind kind;
  char *response; /* text form (charter-response.h), NULL where there is no answer */
  double points, maximum;
  gint64 time; /* milliseconds; 0 where it is not known */
  CharterConfidence confidence;
  gboolean counts; /* for the score */
  gboolean first;  /* never answered under this key before, nor taken back after the feedback was seen */
  guint64 seed;    /* of a drill, whose numbers it draws; else 0 */
} CharterClassAnswer;

typedef struct {
  char *name;
  char *attempt;            /* 16 hexadecimal digits that tell attempts apart and lead back to nobody */
  char *day;                /* YYYY-MM-DD */
  GRefString *pack, *group; /* interned; what was asked: a scenario, bank, exam, or what was built of several ("*") */
  char *release;            /* of the pack */
  gboolean is_exam;         /* no feedback until the end */
  char *paper;              /* charter_class_result_dup_paper as the learner's computer had it */
  GArray *answers;          /* CharterClassAnswer, in the order of the paper */
} CharterClassResult;

/* name: of the learner. day: YYYY-MM-DD. before: positions of items that were answered in an earlier session
 * (a set, GUINT_TO_POINTER), or NULL for none. Returns: (transfer full) */
CharterClassResult *
charter_class_result_new (CharterSession *session, const char *name, const char *day, GHashTable *before);
/* Without answers, to be filled. Returns: (transfer full) */
CharterClassResult *charter_class_result_new_empty (void);
void charter_class_result_free (CharterClassResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterClassResult, charter_class_result_free)

/* A digest of the paper: packs, ids and key hashes in their order, and nothing of what was answered. 64 hexadecimal
 * digits, the SHA-256 of "pack item key_hash" with a line feed after each. Returns: (transfer full) */
char *charter_class_result_dup_paper (const CharterClassResult *result);

/* "Learner 4K7-2QX": for who wants to tell no name. seed: drawn by the caller. Returns: (transfer full) */
char *charter_class_dup_random_name (guint64 seed);

G_END_DECLS
