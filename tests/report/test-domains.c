/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charter-domains.h"
#include "charter-test-pack.h"

static CharterPack *home, *other;

static CharterDomains *
make (const char *exam, gboolean with_other)
{
  g_autoptr (GPtrArray) packs = g_ptr_array_new ();

  if (with_other)
    g_ptr_array_add (packs, other);
  return charter_domains_new (home, charter_pack_find_exam (home, exam), packs);
}

/* Returns: the domain's title, "rest" or "none" */
static const char *
find (const CharterDomains *domains, const CharterPack *pack, const char *ref)
{
  guint index;

  if (!charter_domains_find (domains, pack, ref, &index))
    return "none";
  return charter_domains_get (domains, index)->title != NULL ? charter_domains_get (domains, index)->title : "rest";
}

static void
test_shares (void)
{
  g_autoptr (CharterDomains) domains = make ("rest", TRUE);

  g_assert_cmpuint (charter_domains_get_n (domains), ==, 3);
  g_assert_cmpstr (charter_domains_get (domains, 0)->title, ==, "People");
  g_assert_cmpstr (charter_domains_get (domains, 1)->title, ==, "Process");
  g_assert_null (charter_domains_get (domains, 2)->title);
  g_assert_cmpfloat_with_epsilon (charter_domains_get (domains, 0)->weight, 0.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (charter_domains_get (domains, 2)->weight, 0.25, 1e-12);
}

/* A subtopic belongs to its topic, from whichever pack it is named. */
static void
test_finding (void)
{
  g_autoptr (CharterDomains) domains = make ("rest", TRUE);

  g_assert_cmpstr (find (domains, home, "people"), ==, "People");
  g_assert_cmpstr (find (domains, home, "team"), ==, "People");
  g_assert_cmpstr (find (domains, other, "org.charterstudy.home#team"), ==, "People");
  g_assert_cmpstr (find (domains, other, "process"), ==, "Process");
  g_assert_cmpstr (find (domains, home, "process"), ==, "rest"); /* this pack's own */
  g_assert_cmpstr (find (domains, other, "people"), ==, "rest");
  g_assert_cmpstr (find (domains, home, NULL), ==, "rest");
  g_assert_cmpstr (find (domains, home, "crew"), ==, "Process"); /* it counts as that */
  g_assert_cmpstr (find (domains, home, "hands"), ==, "Process");
  g_assert_cmpstr (charter_domains_find_topic (domains, other, "org.charterstudy.home#team")->title.plain, ==,
                   "The team");
}

static void
test_within (void)
{
  g_autoptr (CharterDomains) domains = make ("rest", TRUE);
  const char *process = "org.charterstudy.test#process";

  g_assert_true (charter_domains_is_within (domains, home, "hands", process));
  g_assert_true (charter_domains_is_within (domains, other, "process", process));
  g_assert_false (charter_domains_is_within (domains, home, "team", process));
  g_assert_false (charter_domains_is_within (domains, home, NULL, process));
}

static void
test_no_rest (void)
{
  g_autoptr (CharterDomains) domains = make ("whole", FALSE);

  g_assert_cmpuint (charter_domains_get_n (domains), ==, 2);
  g_assert_cmpstr (find (domains, home, "team"), ==, "People");
  g_assert_cmpstr (find (domains, home, "apart"), ==, "none");
  g_assert_cmpstr (find (domains, home, NULL), ==, "none");
}

/* Its topics are still told apart by what they are called. */
static void
test_pack_not_at_hand (void)
{
  g_autoptr (CharterDomains) domains = make ("rest", FALSE);

  g_assert_cmpstr (charter_domains_get (domains, 1)->title, ==, "org.charterstudy.test#process");
  g_assert_cmpstr (find (domains, other, "process"), ==, "org.charterstudy.test#process");
}

static void
test_no_shares (void)
{
  g_autoptr (CharterDomains) plain = make ("plain", FALSE);
  g_autoptr (CharterDomains) gone = make ("gone", FALSE);

  g_assert_cmpuint (charter_domains_get_n (plain), ==, 1);
  g_assert_cmpfloat (charter_domains_get (plain, 0)->weight, ==, 1);
  g_assert_cmpstr (find (plain, home, "apart"), ==, "rest");
  g_assert_cmpuint (charter_domains_get_n (gone), ==, 1);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  home = load_pack ("domains.xml");
  other = load_pack ("progress.xml");
  g_test_add_func ("/domains/shares", test_shares);
  g_test_add_func ("/domains/finding", test_finding);
  g_test_add_func ("/domains/within", test_within);
  g_test_add_func ("/domains/no-rest", test_no_rest);
  g_test_add_func ("/domains/pack-not-at-hand", test_pack_not_at_hand);
  g_test_add_func ("/domains/no-shares", test_no_shares);
  status = g_test_run ();
  charter_pack_unref (home);
  charter_pack_unref (other);
  return status;
}
