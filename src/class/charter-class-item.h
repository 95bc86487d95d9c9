/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-class-caution.h"
#include "charter-class-table.h"
#include "charter-interval.h"

G_BEGIN_DECLS

/* What the answers of a class say of one item. What can't be told is NAN. Points are taken as shares of the item's. */

#define CHARTER_CLASS_MOST_CHOICES 40 /* told of an item; the others are only counted */
#define CHARTER_CLASS_DEAD .05        /* a distractor chosen by fewer does nothing */

/* Something that could be chosen, or was: an option, a card with its category ("card=category"), an order, a typed
 * answer. */
typedef struct {
  char *id;
  const CharterPart *part;    /* of an option, where the pack is at hand; else NULL */
  gboolean is_key, key_known; /* whether it is right, and whether that is known */
  guint n, n_upper, n_lower;  /* learners who chose it; those of the best and of the weakest third */
  gboolean is_dead;           /* a distractor chosen by fewer than 1 in 20 of those who answered */
} CharterClassChoice;

/* A misconception that answers to the item may show. */
typedef struct {
  const char *ref;
  const CharterMisconception *misconception; /* NULL where its pack is not at hand */
  guint n_offered, n_shown;                  /* answers that could have shown it, and those that did */
} CharterClassIdea;

typedef struct {
  const CharterClassColumn *column; /* the table's */
  guint n;                          /* learners who were asked it, and for whom it counts */
  guint n_answered, n_right;
  double facility; /* mean share, 0 to 1 */
  CharterInterval facility_interval;
  guint n_rest;          /* learners who had other items too, on whom the next rest */
  double discrimination; /* −100 to 100 */
  double discrimination_low, discrimination_high;
  double efficiency;                /* to 100 */
  guint n_upper, n_lower;           /* learners of the best and the weakest third who were asked it */
  guint n_sure[4], n_sure_right[4]; /* by CharterConfidence */
  guint n_timed;
  double quartiles[3]; /* seconds; the second is the median */
  GArray *choices;     /* CharterClassChoice: as the item has them, then by how often */
  guint n_other;       /* choices beyond those, with how often they were made */
  GArray *ideas;       /* CharterClassIdea, the most frequent first */
} CharterClassItem;

/* thirds: of each learner of the table 1 for the best third, −1 for the weakest, else 0; or NULL where they can't be
 * told apart. */
CharterClassItem *
charter_class_item_new (const CharterClassTable *table, const CharterClassColumn *column, const gint8 *thirds);
void charter_class_item_free (CharterClassItem *item);

/* CharterClassIdea: those that were shown most come first. For sorting an array of them. */
int charter_class_idea_compare (gconstpointer a, gconstpointer b);

/* Whether those of whom a figure of the item tells are so few that it says little. */
gboolean charter_class_item_is_small (const CharterClassItem *item, CharterClassKind kind);
/* Learners who said how sure they were. */
guint charter_class_item_count_sure (const CharterClassItem *item);

G_END_DECLS
