/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-bank-private.h"

G_BEGIN_DECLS

gboolean charter_bank_gift_read (GBytes *bytes, CharterBankBook *book, GError **error);
GBytes *charter_bank_gift_write (CharterBankSheet *sheet, GError **error);

G_END_DECLS
