/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-loader.h"
#include "charter-study.h"

G_BEGIN_DECLS

#define NOW (G_GINT64_CONSTANT (1780000000) * G_TIME_SPAN_SECOND)

/* A clock that goes when told to. */
typedef struct {
  gint64 wall;
  gint64 ticks;
} TestClock;

CharterClock test_clock (TestClock *clock);
void test_clock_pass (TestClock *clock, gint64 microseconds);

/* Folder and file of a store that is not there yet; clear removes them. */
typedef struct {
  char *folder;
  GFile *file;
} Place;

void place_init (Place *place);
void place_clear (Place *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* A pack of tests/study; it has no faults. */
CharterPack *load_pack (const char *name);

/* Answers the current step with a response in its text form, or with its key. */
gboolean answer (CharterStudy *study, CharterSession *session, const char *response, GError **error);
void answer_key (CharterStudy *study, CharterSession *session);
gboolean take_back (CharterStudy *study, CharterSession *session, GError **error);
void choose (CharterSession *session, const char *response);
/* Runs the main context until the store has written what was posted. */
void settle (CharterStudy *study);
void assert_verified (CharterStore *store);

G_END_DECLS
