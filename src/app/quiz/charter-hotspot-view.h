/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "charter-choice-view.h"

G_BEGIN_DECLS

/* Places of a picture, or boxes of a diagram, to be pointed at. The places are outlined and lettered, as QTI has it for
 * the hotspots that are its choices: finding out where one may point is no part of the question, so keys and screen
 * readers walk from place to place by name and are told no more than the eye is. After the check a list below has each
 * place with its why; where nothing can be pointed at, because the picture is missing, that list is what one chooses
 * from. */
#define CHARTER_TYPE_HOTSPOT_VIEW (charter_hotspot_view_get_type ())
G_DECLARE_FINAL_TYPE (CharterHotspotView, charter_hotspot_view, CHARTER, HOTSPOT_VIEW, CharterChoiceView)

G_END_DECLS
