/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "charter-path.h"
#include "charter-response.h"
#include "charter-scoring.h"

G_BEGIN_DECLS

/* Right or wrong in words, an icon and a colour, as it stands beside Next. */
#define CHARTER_TYPE_VERDICT (charter_verdict_get_type ())
G_DECLARE_FINAL_TYPE (CharterVerdict, charter_verdict, CHARTER, VERDICT, GtkWidget)

void charter_verdict_show (CharterVerdict *self,
                           const CharterStep *step,
                           CharterResponse *response,
                           const CharterScore *score);

G_END_DECLS
