/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-study.h"

G_BEGIN_DECLS

/* The questions that are left out of reviews, to be taken in again. */
#define CHARTER_TYPE_LEFT_OUT_PAGE (charter_left_out_page_get_type ())
G_DECLARE_FINAL_TYPE (CharterLeftOutPage, charter_left_out_page, CHARTER, LEFT_OUT_PAGE, AdwBin)

/* packs: (element-type CharterPack) whose questions are listed, kept. Returns: (transfer floating) */
GtkWidget *charter_left_out_page_new (CharterStudy *study, GPtrArray *packs);

G_END_DECLS
