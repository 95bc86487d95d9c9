/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-author FILE: what lies between a file being saved by any editor and its preview, but for the drawing: the file
 * is read, an author's draft becomes it, and all of it is read with every check. Prints the milliseconds of the whole,
 * of making the draft the same, of the outline, of the advice that comes after it, and items. */
#include "charter-draft.h"
#include "charter-proof.h"

static double
since (gint64 begin)
{
  return (double)(g_get_monotonic_time () - begin) / 1000.0;
}

/* An outline by itself: it is a part of the proof. */
static double
measure_outline (GBytes *bytes)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (CharterOutline) outline = charter_outline_new (bytes);

  return since (begin);
}

static double
measure_advice (CharterProof *proof)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GPtrArray) advice = charter_proof_advise (proof);

  return since (begin);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = argc == 2 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (GBytes) before = file != NULL ? g_file_load_bytes (file, NULL, NULL, &error) : NULL;
  g_autoptr (CharterDraft) draft = before != NULL ? charter_draft_new (before) : NULL;
  g_autoptr (GBytes) now = NULL;
  g_autoptr (CharterProof) proof = NULL;
  gint64 begin = g_get_monotonic_time ();
  double becoming, whole;

  if (draft == NULL)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Usage: bench-author FILE");
      return 2;
    }
  now = g_file_load_bytes (file, NULL, NULL, NULL);
  becoming = since (begin);
  charter_draft_become (draft, now);
  becoming = since (begin) - becoming;
  proof = charter_proof_new (now, charter_draft_get_version (draft), NULL);
  whole = since (begin);
  g_print ("%.1f %.1f %.1f %.1f %u\n", whole, becoming, measure_outline (now), measure_advice (proof),
           proof->pack != NULL ? proof->pack->n_items : 0);
  return proof->pack != NULL && proof->problems->len == 0 ? 0 : 1;
}
