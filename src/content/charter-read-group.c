/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scenarios and banks. Their items are read one by one as their end tags come, so a group is opened first. */
#include "charter-reader-private.h"

#include <string.h>

void
charter_read_group_start (CharterReader *reader, const CharterElement *element)
{
  CharterGroup *group = charter_arena_new_n (reader->arena, CharterGroup, 1);

  group->is_scenario = element->kind == EL_SCENARIO;
  group->id = charter_reader_claim_id (reader, element, CHARTER_INDEX_GROUP, group);
  group->topic = charter_reader_read_ref (reader, element, AT_TOPIC, CHARTER_INDEX_MASK (CHARTER_INDEX_TOPIC));
  group->see
    = charter_reader_read_ref (reader, element, AT_SEE,
                               CHARTER_INDEX_MASK (CHARTER_INDEX_LESSON) | CHARTER_INDEX_MASK (CHARTER_INDEX_SECTION));
  group->title.plain = group->id ? group->id : "";
  group->summary.plain = "";
  charter_pack_builder_begin_group (reader->builder, group);
}

void
charter_read_group_part (CharterReader *reader, const CharterElement *element)
{
  CharterGroup *group = charter_pack_builder_get_group (reader->builder);

  if (element->kind == EL_TITLE)
    group->title = charter_read_text (reader, element);
  else if (element->kind == EL_SUMMARY)
    group->summary = charter_read_text (reader, element);
  else
    group->situation = charter_read_blocks (reader, element);
}

/* Without an id nothing could be remembered of the group, so it is left out, its items with it. */
void
charter_read_group_end (CharterReader *reader, const CharterElement *element)
{
  CharterGroup *group = charter_pack_builder_get_group (reader->builder);

  if (group->id)
    {
      charter_pack_builder_end_group (reader->builder);
      return;
    }
  reader->n_set_aside++;
  charter_pack_builder_drop_group (reader->builder);
}
