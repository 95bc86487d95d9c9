/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What events carry, as values and as the JSON text in which it is kept. Ids and figures as they were: history reads
 * the same after a pack has changed. A member that a reader does not know is passed over; one that is missing has its
 * zero, so that older and newer releases read each other. */

/* The payload of an answer: all that is needed to read it again after its pack has changed. */
typedef struct {
  guint position; /* in the session's list of items */
  char *response; /* the response's text form */
  char **parts;   /* ids in the order shown */
  char **slots;   /* ids in the order shown */
  guint64 seed;   /* the step's own */
  double points;
  double maximum;
  gboolean correct; /* wholly right */
  char *rule;       /* the scoring rule's name */
  gint64 time;      /* milliseconds */
  gboolean hint_used;
  guint n_changes;
  char *first;      /* the text form of the choice before all changes; NULL where there were none, or it is not known */
  guint grade;      /* 1 again, 2 hard, 3 good, 4 easy; 0 where none was made, as before there was a schedule */
  guint confidence; /* 1 guess, 2 think so, 3 sure; 0 where it was not said */
  char **offered;   /* ids of the misconceptions that the item's options name, each once */
  char **shown;     /* those of them that were chosen */
} CharterAnswer;

char *charter_answer_to_json (const CharterAnswer *answer);
/* Returns: FALSE where payload is no answer; answer is then empty. */
gboolean charter_answer_from_json (CharterAnswer *answer, const char *payload);
void charter_answer_clear (CharterAnswer *answer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterAnswer, charter_answer_clear)

/* What comes from elsewhere, within bounds: points far beyond what any item is worth, so that no sum is without an end;
 * a grade of 1 to 4, else 0; a confidence of 1 to 3, else 0. length: of name, which need not be ended. */
double charter_points_clamp (double points);
guint charter_grade_clamp (gint64 grade);
guint charter_confidence_from_name (const char *name, gsize length);

/* A part of a form that is closed for good when it is left. */
typedef struct {
  guint n_items;
  guint break_minutes; /* after it; 0 for none */
} CharterBeginningSection;

/* The payload of a session's beginning: what it takes to draw the same paper again. */
typedef struct {
  char *group;   /* or case */
  char *release; /* of the pack, or NULL */
  char **items;  /* ids in the order asked, those of other packs as "pack#id"; none for a case */
  gboolean part; /* they are fewer than the group had to ask */
  guint64 seed;
  guint64 drawn;                     /* the seed that drew the items of what was built; 0 where none did */
  char *mood;                        /* "study" or "exam" */
  gint64 limit;                      /* milliseconds that it may take; 0 for no limit */
  gboolean form;                     /* of an exam, whose id is the group */
  CharterBeginningSection *sections; /* n_sections of them, in the order of the items */
  guint n_sections;
  guint *unscored; /* n_unscored positions in items of what counts for nothing */
  guint n_unscored;
} CharterBeginning;

char *charter_beginning_to_json (const CharterBeginning *beginning);
gboolean charter_beginning_from_json (CharterBeginning *beginning, const char *payload);
void charter_beginning_clear (CharterBeginning *beginning);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterBeginning, charter_beginning_clear)

/* The payload of a move in a case. A move at a position takes the place of all that were made from there on. */
typedef struct {
  guint position; /* how many were made before it */
  char *scene, *move;
  char *to;            /* the scene or ending to which it led */
  char *grade;         /* as the format writes it */
  char **shown;        /* ids of the scene's moves in the order shown */
  char **offered;      /* ids of the misconceptions that the scene's moves stand for, each once */
  char *misconception; /* that the move stands for, one of offered; or NULL */
  char **gauges;       /* ids of the case's gauges */
  double *levels;      /* as they stood after the move, one for each gauge; may be NULL where there is none */
  double points, maximum;
  gint64 time; /* milliseconds */
} CharterMoveMade;

char *charter_move_made_to_json (const CharterMoveMade *made);
/* Returns: FALSE where payload is no move; made is then empty. */
gboolean charter_move_made_from_json (CharterMoveMade *made, const char *payload);
void charter_move_made_clear (CharterMoveMade *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterMoveMade, charter_move_made_clear)

/* The payload of a session's end: finished, or left for good. */
typedef struct {
  gboolean finished;
  char *ending;   /* of a case that was reached, or NULL */
  double maximum; /* of an exam with all that was not answered in it; 0 where what was answered is all that counts */
} CharterEnding;

char *charter_ending_to_json (const CharterEnding *ending);
/* What is no ending is one that was left. */
void charter_ending_from_json (CharterEnding *ending, const char *payload);
void charter_ending_clear (CharterEnding *ending);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CharterEnding, charter_ending_clear)

/* The payload of an undo: whether the answer's feedback was seen, so that answering again is no first attempt. */
char *charter_undo_to_json (gboolean feedback_seen);
gboolean charter_undo_from_json (const char *payload);

/* The payload of a grade: 1 to 4. Returns from the second: 0 where payload is none */
char *charter_grade_to_json (guint grade);
guint charter_grade_from_json (const char *payload);

char *charter_suspend_to_json (gboolean suspended);
gboolean charter_suspend_from_json (const char *payload);

/* The payload of a setting. value: the setting's own text. name, value: (out) (transfer full).
 * Returns: FALSE where payload is none */
char *charter_setting_to_json (const char *name, const char *value);
gboolean charter_setting_from_json (const char *payload, char **name, char **value);

G_END_DECLS
