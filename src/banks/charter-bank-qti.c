/* SPDX-License-Identifier: GPL-3.0-or-later */
/* QTI: its rows of the table. A package may be of one dialect or the other; what is in it tells. */
#include <glib/gi18n-lib.h>

#include "charter-bank-qti.h"

static gboolean
recognize_items (GBytes *bytes, const char *text)
{
  static const char *const names[] = { "assessmentItem", "qti-assessment-item", NULL };

  return charter_bank_package_holds (bytes, names);
}

static gboolean
recognize_canvas (GBytes *bytes, const char *text)
{
  static const char *const names[] = { "questestinterop", NULL };

  return charter_bank_package_holds (bytes, names);
}

const CharterBankFormat charter_bank_qti = {
  .name = "qti",
  .title = N_ ("QTI 2.1, 2.2 and 3"),
  .extensions = (const char *const[]){ "qti", NULL },
  .recognize = recognize_items,
  .read = charter_bank_qti_read,
};

const CharterBankFormat charter_bank_qti3 = {
  .name = "qti3",
  .title = N_ ("QTI 3, a zip package"),
  .extensions = (const char *const[]){ "zip", NULL },
  .write = charter_bank_qti_write,
};

const CharterBankFormat charter_bank_canvas = {
  .name = "canvas",
  .title = N_ ("QTI 1.2, as Canvas writes it"),
  .extensions = (const char *const[]){ "imscc", NULL },
  .recognize = recognize_canvas,
  .read = charter_bank_canvas_read,
};
