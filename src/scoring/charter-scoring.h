/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"
#include "charter-response.h"

G_BEGIN_DECLS

/* How well a response meets an item's key. Pure functions: the same item, response and seed give the same score on
 * every machine. seed matters to drills only, whose numbers it draws. */
typedef struct {
  double points;    /* 0 to maximum */
  double maximum;   /* the item's points */
  gboolean correct; /* all of it right, whatever the rule */
} CharterScore;

/* What became of one option, card, left side, blank or step. */
typedef enum {
  CHARTER_MARK_NONE,   /* rightly left alone */
  CHARTER_MARK_RIGHT,  /* chosen or placed, and right */
  CHARTER_MARK_WRONG,  /* chosen or placed, and wrong */
  CHARTER_MARK_MISSED, /* right, but not chosen or placed */
} CharterMark;

/* What a move of a case is worth: best 1, fair ½, poor 0, each of 1. The format gives grades and no points; this rule
 * is our own. A whole way through a case is worth the mean of its moves, however long it is. */
CharterScore charter_scoring_score_move (const CharterMove *move);

/* response has the shape of the item's kind. An empty response scores 0. */
CharterScore charter_scoring_score (const CharterItem *item, const CharterResponse *response, guint64 seed);

/* source: an id as in a response's ids or sources. For order: right when the step stands where it belongs. */
CharterMark charter_scoring_mark (const CharterItem *item, const CharterResponse *response, const char *source);

/* The response that scores everything. Returns: (transfer full) */
CharterResponse *charter_scoring_dup_key (const CharterItem *item, guint64 seed);

/* The near miss that a typed response hits; one that is right hits none, nor is a near miss one that is right with the
 * numbers that seed draws. Returns: (nullable) owned by the pack */
const CharterNear *charter_scoring_find_near (const CharterItem *item, const CharterResponse *response, guint64 seed);

/* What would be typed for a near miss of item.
 * Returns: (transfer full) (nullable) NULL where that is right with the numbers that seed draws */
char *charter_scoring_dup_near (const CharterItem *item, const CharterNear *near, guint64 seed);

/* The misconceptions (refs) that a response's wrong choices stand for, each once.
 * Returns: (transfer container) NULL-terminated, its strings owned by the pack */
const char **
charter_scoring_list_misconceptions (const CharterItem *item, const CharterResponse *response, guint64 seed);

/* The misconceptions (refs) that an answer to the item could show, each once.
 * Returns: (transfer container) NULL-terminated, its strings owned by the pack */
const char **charter_scoring_list_offered_misconceptions (const CharterItem *item);

G_END_DECLS
