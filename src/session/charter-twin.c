/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-twin.h"

/* Returns: the position of the step that asks the item; G_MAXUINT where none does */
static guint
find_step (CharterPath *path, CharterPack *pack, const char *id)
{
  for (guint i = 0; i < charter_path_get_n_steps (path); i++)
    {
      const CharterStep *step = charter_path_get_step (path, i);

      if (step->pack == pack && g_str_equal (step->item->id, id))
        return i;
    }
  return G_MAXUINT;
}

static gboolean
gives_away (const CharterItem *twin, guint position, CharterSession *session)
{
  if (position == G_MAXUINT)
    return twin->reserved;
  return session && charter_session_get_stand (session, position) != CHARTER_STAND_ANSWERED;
}

CharterPath *
charter_twin_new_path (CharterPath *path, guint position, CharterSession *session)
{
  const CharterStep *step = charter_path_get_step (path, position);
  const char *id = step->item->twin;
  const CharterItem *twin = id ? charter_pack_find_item (step->pack, id) : NULL;

  if (!twin || gives_away (twin, find_step (path, step->pack, id), session))
    return NULL;
  return charter_paper_new (step->pack, NULL, (const char *const[]){ id, NULL }, step->seed, NULL);
}
