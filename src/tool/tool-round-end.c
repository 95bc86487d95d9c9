/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told and kept when a round is over, or left. */
#include "tool-round-private.h"

#include <glib/gi18n.h>

#include "charter-study-held.h"
#include "tool-report.h"
#include "tool-sitting.h"
#include "tool-verdict.h"

static void
tell_seed (const Round *round)
{
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, charter_study_get_drawn (round->session));

  tool_out_gap (round->out);
  tool_out_wrapf (round->out, "", _ ("Seed %s: with “--seed %s” and the same wishes, the same questions come again."),
                  seed, seed);
}

static void
tell_whether_kept (const Round *round, gboolean has_more)
{
  if (!round->is_kept)
    tool_out_wrap (round->out, "", _ ("This round is not kept in your history."));
  else if (has_more && charter_study_is_review (round->session))
    tool_out_wrap (round->out, "", _ ("Your place is kept: “charter-tool review” goes on here."));
  else if (has_more && charter_study_is_built (round->session))
    tool_out_wrapf (round->out, "", _ ("Your place is kept: “charter-tool quiz --resume %s” goes on here."),
                    round->name);
  else if (has_more)
    tool_out_wrap (round->out, "", _ ("Your place is kept: the same command goes on here."));
  else if (round_is_exam (round) && !round->is_over)
    tool_out_wrap (round->out, "", _ ("Your place is kept. What needs a picture, the application asks."));
}

static void
report (const Round *round)
{
  g_autoptr (GHashTable) held = charter_study_list_held (round->study, charter_session_get_id (round->session));

  if (round_is_exam (round))
    tool_verdict_print_missed (round->study, round->session, round->name, round->out);
  if (round->packs != NULL)
    tool_report_print_exam (round->session, round->packs, held, round->out);
  else
    tool_report_print (round->session, round->out);
  if (charter_study_get_drawn (round->session) != 0)
    tell_seed (round);
}

void
round_say_goodbye (Round *round)
{
  gboolean is_finished = charter_session_is_finished (round->session) && !tool_sitting_has_sections (round->session);
  gboolean has_more;

  round->is_over = round->is_over || (round_is_exam (round) && (is_finished || !round->is_kept));
  has_more = !round->is_over && round_has_question (round);
  if (round->is_over && !charter_session_is_closed (round->session))
    charter_study_hand_in (round->study, round->session);
  else if (round->is_over)
    ; /* closing the last section has handed it in */
  else if (is_finished)
    charter_study_end (round->study, round->session);
  else
    charter_study_keep_place (round->study, round->session);
  if (!round_is_exam (round) || round->is_over)
    report (round);
  tool_out_gap (round->out);
  tell_whether_kept (round, has_more);
}
