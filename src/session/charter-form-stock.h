/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* One share of an exam, or a topic below one: how many items are wanted of it and how many there are. */
typedef struct {
  CharterShareOf of;
  char *value;    /* as the share's, or the ref of the topic */
  guint level;    /* 0; one more than that of the row which it is a part of, the last one before it with less */
  guint wanted;   /* for all forms together */
  guint found;    /* items that the exam may draw */
  guint reserved; /* of these, kept for mocks */
} CharterStockRow;

/* What a bank holds, held against what an exam wants of it. */
typedef struct {
  guint wanted, found, reserved; /* items in all */
  CharterStockRow *rows;
  guint n_rows;
  gpointer pool; /* its own */
} CharterFormStock;

/* packs: those that are looked at; home, the exam's, need not be among them. n_forms: for how many forms in which no
 * item comes twice. A share of a topic is parted equally among the topics below it that have no share of their own,
 * by largest remainder as everywhere. Items count for the narrowest row of their topic, and for all that it is a part
 * of. Returns: (transfer full) */
CharterFormStock *charter_form_stock_new (CharterPack *home, const CharterExam *exam, GPtrArray *packs, guint n_forms);
/* Whether items of that topic count for one of the exam's shares of topics. pack: one of those looked at. topic: as the
 * item's. */
gboolean charter_form_stock_counts (CharterFormStock *self, const CharterPack *pack, const char *topic);
void charter_form_stock_free (CharterFormStock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CharterFormStock, charter_form_stock_free)

G_END_DECLS
