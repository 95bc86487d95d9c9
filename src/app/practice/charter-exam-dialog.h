/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-study.h"
#include "charter-window.h"

G_BEGIN_DECLS

/* Says what an exam is like, asks whether its time is to be limited, and begins it on a scenario or bank. */
void
charter_exam_dialog_show (CharterWindow *window, CharterStudy *study, CharterPack *pack, const CharterGroup *group);

G_END_DECLS
