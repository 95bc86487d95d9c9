/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-grade.h"
#include "charter-path.h"
#include "charter-response.h"
#include "charter-scoring.h"

G_BEGIN_DECLS

/* What is said around an item: how to answer it, and what came of it. */

/* What a kind of question is called: “Putting in order”. Returns: (not nullable) */
const char *charter_item_words_get_kind (CharterItemKind kind);
/* The question in one line: the last words of the stem ask it. Returns: (transfer full) */
char *charter_item_words_dup_question (const CharterItem *item);
/* The first words of a stem that are words, to tell a question by. Returns: (transfer none) */
const char *charter_item_words_get_beginning (const CharterItem *item);
/* How to answer, in one line. Returns: (transfer full) */
char *charter_item_words_dup_task (const CharterItem *item);
/* How to do that with mouse and keys, where it is not plain. Returns: (nullable) */
const char *charter_item_words_get_help (const CharterItem *item);

/* What goes with the verdict: the letters of the key, or how much was right. Returns: (transfer full) */
char *charter_item_words_dup_caption (const CharterStep *step, CharterResponse *response, const CharterScore *score);

/* How sure somebody was: “Guess”, “Think So”, “Sure”; on a button. Returns: (nullable) NULL where it was not said */
const char *charter_item_words_get_confidence (CharterConfidence confidence);

/* What would have been right where something is typed, with its unit. Returns: (transfer full) */
char *charter_item_words_dup_key (const CharterStep *step);

G_END_DECLS
