/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a memory fades and grows: FSRS-6, the sixth Free Spaced Repetition Scheduler of the open-spaced-repetition
 * project, by its published formulas; where its implementations differ, as fsrs-rs has it.
 *
 * A memory is two numbers. Its stability S says how long it lasts: after S days the chance to recall is 90 %. Its
 * difficulty D, 1 to 10, says how slowly S grows. Each review moves both: a memory recalled just before it was lost
 * gains most, and one that fails falls back, though never to nothing. 21 weights say how much; they can be fitted to
 * somebody's own history (charter-fit.h).
 *
 *                      days since the last review, a grade
 *     memory before ─────────────────────────────────────────▶ memory after ──▶ interval until the next review
 *
 * Days are whole and counted by the caller, who knows the clock and when a day begins. All functions are pure. */

typedef enum {
  CHARTER_GRADE_AGAIN = 1, /* not recalled */
  CHARTER_GRADE_HARD,      /* recalled, only just */
  CHARTER_GRADE_GOOD,      /* recalled */
  CHARTER_GRADE_EASY,      /* recalled at once */
} CharterGrade;

#define CHARTER_N_GRADES 4

typedef struct {
  double stability;  /* S: days until recall has fallen to 90 %, 0.001 to 36,500 */
  double difficulty; /* D: 1 (easy) to 10 (hard) */
} CharterMemory;

#define CHARTER_LEAST_STABILITY 0.001
#define CHARTER_MOST_STABILITY 36500.0
#define CHARTER_LEAST_DIFFICULTY 1.0
#define CHARTER_MOST_DIFFICULTY 10.0

/* What has not been reviewed yet. */
#define CHARTER_MEMORY_NONE ((CharterMemory){ 0, 0 })

gboolean charter_memory_is_none (CharterMemory memory);

/* w0 to w20, by the numbers that the formulas name them by. w0 to w3 are the stability after a first review, one for
 * each grade, in days. */
#define CHARTER_N_WEIGHTS 21

typedef struct {
  double w[CHARTER_N_WEIGHTS];
} CharterWeights;

/* The weights of FSRS-6 for everybody, found by its authors over many learners' reviews. */
const CharterWeights *charter_weights_get_default (void);
/* The range of w[i] outside of which the formulas make no sense. i: 0 to 20. */
void charter_weights_get_bounds (guint i, double *least, double *most);
gboolean charter_weights_are_equal (const CharterWeights *one, const CharterWeights *other);
/* Whether each is a number within its bounds. */
gboolean charter_weights_are_valid (const CharterWeights *weights);
/* Brings each into its bounds; what is no number becomes the default. */
CharterWeights charter_weights_clamp (const CharterWeights *weights);

/* R, the chance that the memory is recalled, 1 (sure) to 0. days: since the last review, 0 and up; fractions are
 * welcome, for curves. memory: not none. */
double charter_fsrs_get_recall (const CharterWeights *weights, CharterMemory memory, double days);

/* The memory after a review. memory: before it, or CHARTER_MEMORY_NONE for the first. days: whole days since the last
 * review, unused for the first; 0 is the same day, and so is less, as clocks are set back. weights: valid. */
CharterMemory charter_fsrs_review (const CharterWeights *weights, CharterMemory memory, int days, CharterGrade grade);

/* Intervals are whole days, from 1 on. Nobody plans for longer than a hundred years. */
#define CHARTER_LONGEST_INTERVAL 36500
#define CHARTER_RETENTION_DEFAULT 0.9

/* How long to wait so that recall has fallen to retention. retention: above 0, up to 1. longest: 1 and up.
 * Returns: days, 1 to longest */
guint charter_fsrs_get_interval (const CharterWeights *weights, CharterMemory memory, double retention, guint longest);

/* What was learned in one sitting would come back in one heap for ever, so an interval of 3 days or more is drawn from
 * a range around it: a day to each side, with 15 % of what is above 2.5 days, 10 % of what is above 7 and 5 % of what
 * is above 20. 7 days become 5 to 9, 100 become 93 to 107.
 *
 * elapsed: days waited before this review; where interval is longer than that, so is the whole range. longest: nothing
 * in the range is above it. low, high: (out) days; both can be drawn. */
void charter_fsrs_get_fuzz_range (guint interval, int elapsed, guint longest, guint *low, guint *high);
/* random: 0 and up, below 1, drawn by the caller. Keep what came of it: the next call draws another.
 * Returns: days, each in the range as likely as any other */
guint charter_fsrs_fuzz (guint interval, int elapsed, guint longest, double random);

/* What each grade would lead to, for buttons that tell before they are pressed. outlook: by grade − 1. interval is in
 * days and not yet drawn from its range; after AGAIN it is 0: the item comes back on the same day, until it is
 * recalled. */
typedef struct {
  CharterMemory memory;
  guint interval;
} CharterOutlook;

void charter_fsrs_look_ahead (const CharterWeights *weights,
                              CharterMemory memory,
                              int days,
                              double retention,
                              guint longest,
                              CharterOutlook outlook[CHARTER_N_GRADES]);

G_END_DECLS
