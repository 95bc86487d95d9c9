/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-document.h"
#include "charter-pack.h"

G_BEGIN_DECLS

/* A lesson with all its sections. Questions in it stand there without their answers. Returns: (transfer full) */
CharterDocument *charter_print_lesson_new (CharterPack *pack, const CharterLesson *lesson);

G_END_DECLS
