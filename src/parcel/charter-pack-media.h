/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* The pictures that a pack shows anywhere, each once, relative to its folder.
 * Returns: (transfer container) (element-type utf8) strings owned by the pack */
GPtrArray *charter_pack_media_list (const CharterPack *pack);

G_END_DECLS
