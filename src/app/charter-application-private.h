/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-application.h"
#include "charter-reminders.h"
#include "charter-window.h"

G_BEGIN_DECLS

struct _CharterApplication {
  AdwApplication parent_instance;

  CharterSettings *settings;
  CharterLibrary *library;
  CharterStore *store; /* NULL where the history could not be opened */
  CharterStudy *study;
  CharterKeeper *keeper; /* NULL where there is no folder to keep in step with */
  char *learner;         /* id of whose history it is; NULL until it is being opened */
  char *next_learner;    /* of whose it will be as soon as it is open, or NULL */
  CharterStore *next;    /* theirs, while what is open is saved */
  gboolean reading;
  gboolean preferences_wanted; /* before it was ready */
  gboolean is_authoring;       /* begun with a window to write in, and so with no other */
  gboolean class_wanted;       /* the same */
  GPtrArray *results;          /* GFile: what is to be read for it, or NULL */
  char *trouble;               /* what to say of a history or of settings that could not be read */
  GError *failure;             /* why the history could not be opened, or NULL */
  guint service;               /* the history's on the session bus */

  CharterReminders *reminders;
  guint n_awake; /* calls of wake without one of rest */
  guint rest;    /* the timer until then */
};

/* The window that was used last, or a new one; About may lie over it. Returns: (transfer none) */
CharterWindow *charter_application_ensure_window (CharterApplication *self);
/* Shows it, and begins to read what all windows share, where that was not begun. */
void charter_application_present (CharterApplication *self, CharterWindow *window);
/* Shows the results of a class, as soon as the packs are there by which they are scored. */
void charter_application_show_class (CharterApplication *self);

/* From now on this is the history. store: (transfer full) (nullable) NULL for one that forgets */
void charter_application_take_store (CharterApplication *self, CharterStore *store);
/* Keeps what is open in step through a folder. folder: (nullable) NULL to stop that */
void charter_application_follow_folder (CharterApplication *self, const char *folder);

/* What menus, keys and the desktop ask for (charter-application-actions.c). */
void charter_application_add_actions (CharterApplication *self);

G_END_DECLS
