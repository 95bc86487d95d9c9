/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-pack.h"

G_BEGIN_DECLS

/* Loads a pack that somebody named: by a file, or, where no such file is there, by the id or the short name of an
 * installed pack (its file's name without ".xml"; its id where that is "pack.xml"). Says on standard error why it
 * can't, and where the pack has faults. Returns: (transfer full) (nullable) */
CharterPack *tool_packs_load (const char *name);
/* The same. file: (out) (transfer full) the XML that it was read from, where the pack is not NULL */
CharterPack *tool_packs_load_from (const char *name, GFile **file);
/* The XML of a file that somebody named: of a pack that was packed up to be handed out, what is unpacked from it.
 * Returns: (transfer full) (nullable) */
GFile *tool_packs_open (const char *path, GError **error);
/* All installed packs, each in the first of its languages; those that can't be read are left out.
 * Returns: (transfer full) (element-type CharterPack) */
GPtrArray *tool_packs_load_installed (void);
/* What an exam may be drawn from: pack, then those named, then all others that are installed. names: NULL-terminated,
 * or NULL. Says on standard error which can't be loaded. Returns: (transfer full) (nullable) (element-type CharterPack)
 */
GPtrArray *tool_packs_load_beside (CharterPack *pack, const char *const *names);
/* All that were loaded stand on one shelf (charter-shelf.h), with the installed packs that those named by somebody use,
 * so that what one of them names in another is found. Takes them off it: at the end. */
void tool_packs_put_away (void);
/* No pack was named: asks for one, and lists the installed packs. Returns: an exit status */
int tool_packs_fail_unnamed (const char *question);

G_END_DECLS
