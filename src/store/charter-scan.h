/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads a JSON object as Charter writes it: without spaces, its members plain words, numbers, yes or no, and lists of
 * words. Where it holds anything else (escapes, letters beyond ASCII, objects in objects) the scan fails, which is no
 * fault of the text: JSON-GLib reads it then. Folding a million answers spends its time here. */
typedef enum {
  CHARTER_SCAN_WORD,
  CHARTER_SCAN_WORDS,
  CHARTER_SCAN_NUMBER,
  CHARTER_SCAN_WHOLE, /* a number without a fraction, of at most 18 digits */
  CHARTER_SCAN_BOOLEAN,
} CharterScanKind;

/* text points into what is scanned and is not ended by a zero: of a word without its quotes, of a list behind its
 * bracket. */
typedef struct {
  CharterScanKind kind;
  const char *text;
  gsize length;
} CharterScanValue;

typedef struct {
  const char *at;
  gboolean begun;
  gboolean failed;
} CharterScan;

void charter_scan_init (CharterScan *scan, const char *text);
/* The next member. name: without quotes, not ended by a zero.
 * Returns: FALSE at the end, and where the scan failed. */
gboolean charter_scan_next (CharterScan *scan, const char **name, gsize *length, CharterScanValue *value);

/* Returns: (transfer full) */
char *charter_scan_dup_word (const CharterScanValue *value);
char **charter_scan_dup_words (const CharterScanValue *value);
gint64 charter_scan_get_whole (const CharterScanValue *value);
double charter_scan_get_number (const CharterScanValue *value);
gboolean charter_scan_get_boolean (const CharterScanValue *value);

G_END_DECLS
