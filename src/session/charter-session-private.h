/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-session.h"

G_BEGIN_DECLS

/* A session is several files: what somebody does in it, its sections (charter-session-section.c) and time
 * (charter-session-time.c), what somebody marks beside the answer (charter-session-marks.c), and how it is put together
 * again (charter-session-restore.c). */

typedef struct {
  CharterStand stand;
  CharterResponse *response; /* never NULL */
  CharterResponse *answer;   /* the one that is safe, or NULL */
  CharterResponse *noted;    /* the last complete choice that counts as one, or NULL */
  CharterResponse *first;    /* the first such, or NULL where there is none or nobody knows it any more */
  guint n_changes;
  gint64 time; /* without what runs now */
  gboolean flagged, hint_used, taken_back;
  CharterConfidence confidence;
  guint64 struck;        /* a bit a part */
  GPtrArray *highlights; /* of CharterHighlight in the question, or NULL */
} SessionPlace;

struct _CharterSession {
  GObject parent_instance;
  char *id;
  CharterPath *path;
  CharterMood mood;
  CharterClock clock;
  SessionPlace *places;   /* one a step */
  GHashTable *situations; /* from a scenario's first step to the GPtrArray of CharterHighlight in its situation */
  guint64 *loose;         /* a bit a step: whether more is to be kept of it than its answer */
  guint n_steps;
  guint position;
  guint n_sections;
  guint section; /* all before it are closed */
  gboolean in_break;
  gint64 break_left; /* at since */
  gboolean paused;
  gint64 limit;     /* or 0 */
  gint64 time_gone; /* that steps took which are no longer there */
  gint64 since;     /* ticks since which the current step's time, or a break's, is counted */
};

SessionPlace *session_get_place (CharterSession *self, guint position);
SessionPlace *session_get_current_place (CharterSession *self);
const CharterItem *session_get_item (CharterSession *self, guint position);

/* Puts highlights in the place of those that are there. highlights: taken. */
void session_put_highlights (CharterSession *self, guint position, CharterHighlightOf of, GPtrArray *highlights);

void session_tell_changed (CharterSession *self);

/* Whether its steps can be worked on at all. */
gboolean session_is_running (CharterSession *self);
/* Before anything changes that decides whose time it is, or whether it runs. */
void session_count_time (CharterSession *self);
void session_set_stand (CharterSession *self, guint position, CharterStand stand);
/* After anything changed that decides what of the step is to be kept. */
void session_note_loose (CharterSession *self, guint position);
void session_see_current (CharterSession *self);
guint session_get_section_of (CharterSession *self, guint position);
/* To the first section from there on that has steps, and its first step. Where there is none, the cursor stays. */
void session_move_to_section (CharterSession *self, guint section);

void session_put_response (SessionPlace *place, CharterResponse *response);
/* Counts a change where one complete choice stands in the place of another. */
void session_note_choice (CharterSession *self, guint position);
/* What is chosen is safe. */
void session_keep_answer (SessionPlace *place);
/* What is chosen is not struck out. */
void session_clear_chosen (CharterSession *self, guint position);

G_END_DECLS
