/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-reader-private.h"

G_BEGIN_DECLS

/* One function a kind: fills in what the kind adds to the item, and tells what is wrong with it. */
void charter_read_single (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_multiple (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_truefalse (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_classify (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_match (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_order (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_number (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_short (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_cloze (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_hotspot (CharterReader *reader, const CharterElement *element, CharterItem *item);
void charter_read_drill (CharterReader *reader, const CharterElement *element, CharterItem *item);

/* The id, text, why and so on of an option and its like. */
void charter_read_part (CharterReader *reader, const CharterElement *element, CharterPart *part);
const char *charter_read_misconception (CharterReader *reader, const CharterElement *element);
/* Tells that an item's key is wrong. found is taken. */
void charter_report_key (
  CharterReader *reader, const CharterElement *element, char *found, const char *expected, const char *mend);

G_END_DECLS
