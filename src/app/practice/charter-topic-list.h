/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "charter-pack.h"

G_BEGIN_DECLS

/* A pack's topics with tick boxes, those in another folded into it, and how many questions each has. Ticking a topic
 * ticks all in it. It emits "changed" when somebody ticks. */
#define CHARTER_TYPE_TOPIC_LIST (charter_topic_list_get_type ())
G_DECLARE_FINAL_TYPE (CharterTopicList, charter_topic_list, CHARTER, TOPIC_LIST, AdwBin)

/* pack: kept. topics: as in a blueprint, NULL for all. Returns: (transfer floating) */
GtkWidget *charter_topic_list_new (CharterPack *pack, char **topics);

/* What is ticked, as in a blueprint. Returns: (transfer full) (nullable) NULL where all is */
char **charter_topic_list_dup_topics (CharterTopicList *self);
/* Whether there is a choice: fewer than two rows give none. */
gboolean charter_topic_list_has_choice (CharterTopicList *self);

G_END_DECLS
