/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* A pack that lies beside the test, by its file's name; it must have no faults. Returns: (transfer full) */
CharterPack *load_pack (const char *name);

G_END_DECLS
