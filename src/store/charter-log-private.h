/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-log.h"

G_BEGIN_DECLS

/* What writing and merging share. */
struct _CharterLog {
  sqlite3 *db;
  char *device;
  gint64 last_seq; /* of this device */
  gint64 last_hlc; /* of all */
  gint64 lead;     /* as charter_hlc_lead */
  CharterStanding *standing;
  GHashTable *folds; /* of open sessions, by id; read from the log when first needed */
};

/* Where a log stood before a transaction. */
typedef struct {
  gint64 seq, hlc, lead;
} CharterMark;

CharterMark charter_log_get_mark (CharterLog *log);
/* After a transaction: takes changes, and gives them back where it was done; else all is as it was. */
CharterChanges *charter_log_conclude (CharterLog *log, CharterChanges *changes, gboolean done, CharterMark mark);

/* Whether what is folded is what the log says. */
gboolean charter_log_is_folded (CharterLog *log);

/* Each inside a transaction. */
gboolean charter_log_read_position (CharterLog *log, GError **error);
gboolean charter_log_load_standing (CharterLog *log, GError **error);
gboolean charter_log_refold (CharterLog *log, GError **error);
/* What is folded is behind the log from here on, until it is refolded: whoever opens the log next does that first. */
gboolean charter_log_fall_behind (CharterLog *log, GError **error);
/* Inserts and folds a stamped event that comes after all that the log has. */
gboolean charter_log_append (CharterLog *log, CharterEvent *event, CharterChanges *changes, GError **error);

G_END_DECLS
