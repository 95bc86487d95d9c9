/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-payload.h"
#include "charter-place.h"
#include "charter-study.h"
#include "charter-test-pack.h"

G_BEGIN_DECLS

/* A clock that goes when told to. */
typedef struct {
  gint64 wall;
  gint64 ticks;
} TestClock;

CharterClock test_clock (TestClock *clock);
void test_clock_pass (TestClock *clock, gint64 microseconds);

/* Answers the current step with a response in its text form, or with its key. */
gboolean answer (CharterStudy *study, CharterSession *session, const char *response, GError **error);
void answer_key (CharterStudy *study, CharterSession *session);
gboolean take_back (CharterStudy *study, CharterSession *session, GError **error);
void choose (CharterSession *session, const char *response);
/* Goes on with a session where only its own pack is at hand. */
CharterSession *resume_of (CharterStudy *study, CharterPack *pack, const char *session, GError **error);
/* Waits until a program says something through fd, or has ended. */
void wait_for_word (int fd);
/* Runs the main context until the store has written what was posted. */
void settle (CharterStudy *study);

/* A pack of this folder, and study with a store in a place of its own. */
typedef struct {
  TestClock time;
  Place place;
  CharterPack *pack;
  CharterStore *store;
  CharterStudy *study;
} Fixture;

void fixture_open (Fixture *fixture, const char *pack);
void fixture_close (Fixture *fixture, gconstpointer data);
/* As the program does when it starts and when it ends. */
void fixture_start (Fixture *fixture);
void fixture_stop (Fixture *fixture);
void fixture_restart (Fixture *fixture);

G_END_DECLS
