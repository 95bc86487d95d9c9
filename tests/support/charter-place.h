/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-store.h"

G_BEGIN_DECLS

#define NOW (G_GINT64_CONSTANT (1780000000) * G_TIME_SPAN_SECOND) /* a Thursday in May 2026 */

/* A folder of its own, and in a folder in it a store's file that is not there yet. */
typedef struct {
  char *folder;
  GFile *file;
} Place;

void place_init (Place *place);
void place_clear (Place *place); /* removes the folder */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

/* Removes a folder and all that is in it. */
void remove_tree (const char *path);

/* What is stored is what the log says. */
void assert_verified (CharterStore *store);

G_END_DECLS
