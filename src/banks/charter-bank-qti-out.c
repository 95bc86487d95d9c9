/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes QTI 3: a zip with a manifest, a file for each item, and the pictures. */
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "charter-bank-qti.h"

#define HELD                                                                                                           \
  (CHARTER_BANK_RATIONALE | CHARTER_BANK_WHY | CHARTER_BANK_MARKUP | CHARTER_BANK_PICTURES | CHARTER_BANK_PARTIAL      \
   | CHARTER_BANK_EXACT)
#define TEMPLATES "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/"

typedef struct {
  CharterBankSheet *sheet;
  const CharterItem *item;
  GString *declarations;
  GString *body;
  GString *feedback;
  gboolean is_mapped;
} Page;

static void
add_attribute (GString *xml, const char *name, const char *value)
{
  g_string_append_printf (xml, " %s=\"", name);
  charter_bank_words_escape (xml, value);
  g_string_append_c (xml, '"');
}

/* ---- responses ---- */

/* Identifiers of QTI begin with a letter, which ours need not. */
static char *
dup_identifier (const char *id)
{
  return g_ascii_isalpha (*id) ? g_strdup (id) : g_strconcat ("i-", id, NULL);
}

static void
begin_declaration (Page *page, const char *id, const char *cardinality, const char *type)
{
  g_string_append_printf (page->declarations,
                          "  <qti-response-declaration identifier=\"%s\" cardinality=\"%s\" base-type=\"%s\">\n"
                          "    <qti-correct-response>",
                          id, cardinality, type);
}

static void
add_value (Page *page, const char *value)
{
  g_string_append (page->declarations, "<qti-value>");
  charter_bank_words_escape (page->declarations, value);
  g_string_append (page->declarations, "</qti-value>");
}

static void
end_declaration (Page *page)
{
  g_string_append (page->declarations, "</qti-correct-response>\n  </qti-response-declaration>\n");
}

static void
add_worth (Page *page, const char *id, double worth)
{
  g_autofree char *key = dup_identifier (id), *value = charter_bank_words_decimal (worth);

  g_string_append (page->declarations, "<qti-map-entry");
  add_attribute (page->declarations, "map-key", key);
  add_attribute (page->declarations, "mapped-value", value);
  g_string_append (page->declarations, "/>");
}

/* What is worth how much, where parts are counted: a share for each that is right, and as much off for a wrong one. The
 * last of three gets what the others leave, so that all of them together are one. */
static void
end_mapped_declaration (Page *page)
{
  const CharterItem *item = page->item;
  guint n_keys = MAX (charter_item_count_keys (item), 1), n = 0;
  double share = floor (1e12 / n_keys) / 1e12;

  page->is_mapped = TRUE;
  g_string_append (page->declarations, "</qti-correct-response>\n    <qti-mapping lower-bound=\"0\" upper-bound=\"1\" "
                                       "default-value=\"0\">");
  for (guint i = 0; i < item->n_parts; i++)
    {
      n += item->parts[i].correct;
      add_worth (page, item->parts[i].id,
                 !item->parts[i].correct ? -share
                 : n == n_keys           ? 1 - share * (n_keys - 1)
                                         : share);
    }
  g_string_append (page->declarations, "</qti-mapping>\n  </qti-response-declaration>\n");
}

/* ---- feedback ---- */

static void
add_feedback (Page *page, const char *id, CharterBlocks why)
{
  g_autofree char *html = charter_bank_html_from_blocks (why, "../");

  if (why.n_blocks == 0)
    return;
  g_string_append (page->feedback, "  <qti-modal-feedback outcome-identifier=\"FEEDBACK\" show-hide=\"show\"");
  add_attribute (page->feedback, "identifier", id);
  g_string_append_printf (page->feedback, "><qti-content-body>%s</qti-content-body></qti-modal-feedback>\n", html);
}

/* ---- kinds ---- */

static void
add_simple_choice (Page *page, const char *element, const char *id, const CharterText *text, const char *more)
{
  g_autofree char *html = charter_bank_html_from_text (text);

  g_string_append_printf (page->body, "      <%s", element);
  add_attribute (page->body, "identifier", id);
  g_string_append_printf (page->body, "%s>%s</%s>\n", more, html, element);
}

static const char *
find_words (const CharterItem *item, guint index)
{
  static const char *const truths[] = { N_ ("True"), N_ ("False") };

  return item->kind == CHARTER_ITEM_TRUEFALSE ? _ (truths[MIN (index, 1)]) : item->parts[index].text.plain;
}

static void
add_choices (Page *page)
{
  const CharterItem *item = page->item;
  gboolean is_multiple = item->kind == CHARTER_ITEM_MULTIPLE;

  begin_declaration (page, "RESPONSE", is_multiple ? "multiple" : "single", "identifier");
  g_string_append_printf (
    page->body, "    <qti-choice-interaction response-identifier=\"RESPONSE\" shuffle=\"%s\" max-choices=\"%u\">\n",
    item->kind == CHARTER_ITEM_TRUEFALSE ? "false" : "true", is_multiple ? item->select : 1);
  for (guint i = 0; i < item->n_parts; i++)
    {
      const CharterPart *part = &item->parts[i];
      const CharterText text = { find_words (item, i), part->text.spans };
      g_autofree char *id = dup_identifier (part->id);

      if (part->correct)
        add_value (page, id);
      add_simple_choice (page, "qti-simple-choice", id, &text, part->fixed ? " fixed=\"true\"" : "");
      add_feedback (page, id, part->why);
    }
  g_string_append (page->body, "    </qti-choice-interaction>\n");
  if (is_multiple && item->scoring == CHARTER_SCORING_PARTIAL)
    end_mapped_declaration (page);
  else
    end_declaration (page);
}

static void
add_order (Page *page)
{
  const CharterItem *item = page->item;

  begin_declaration (page, "RESPONSE", "ordered", "identifier");
  g_string_append (page->body, "    <qti-order-interaction response-identifier=\"RESPONSE\" shuffle=\"true\">\n");
  for (guint i = 0; i < item->n_parts; i++)
    {
      g_autofree char *id = dup_identifier (item->parts[i].id);

      add_value (page, id);
      add_simple_choice (page, "qti-simple-choice", id, &item->parts[i].text, "");
      add_feedback (page, id, item->parts[i].why);
    }
  g_string_append (page->body, "    </qti-order-interaction>\n");
  end_declaration (page);
}

/* Cards go into categories, left sides to right ones: "left-a right-a". */
static void
add_pairs (Page *page)
{
  const CharterItem *item = page->item;
  gboolean is_match = item->kind == CHARTER_ITEM_MATCH;

  begin_declaration (page, "RESPONSE", "multiple", "directedPair");
  g_string_append_printf (page->body,
                          "    <qti-match-interaction response-identifier=\"RESPONSE\" shuffle=\"true\" "
                          "max-associations=\"%u\">\n      <qti-simple-match-set>\n",
                          is_match ? item->n_slots : item->n_parts);
  for (guint i = 0; i < (is_match ? item->n_slots : item->n_parts); i++)
    {
      const char *own = is_match ? item->slots[i].id : item->parts[i].id;
      g_autofree char *id = g_strconcat ("left-", own, NULL);
      g_autofree char *pair = g_strconcat (id, " right-", is_match ? own : item->parts[i].slot, NULL);

      add_simple_choice (page, "qti-simple-associable-choice", id,
                         is_match ? &item->slots[i].text : &item->parts[i].text, " match-max=\"1\"");
      add_value (page, pair);
      add_feedback (page, id, item->parts[i].why);
    }
  g_string_append (page->body, "      </qti-simple-match-set>\n      <qti-simple-match-set>\n");
  for (guint i = 0; i < (is_match ? item->n_parts : item->n_slots); i++)
    {
      g_autofree char *id = g_strconcat ("right-", is_match ? item->parts[i].id : item->slots[i].id, NULL);

      add_simple_choice (page, "qti-simple-associable-choice", id,
                         is_match ? &item->parts[i].text : &item->slots[i].text,
                         is_match ? " match-max=\"1\"" : " match-max=\"0\"");
      if (is_match && item->parts[i].slot == NULL)
        add_feedback (page, id, item->parts[i].why);
    }
  g_string_append (page->body, "      </qti-simple-match-set>\n    </qti-match-interaction>\n");
  end_declaration (page);
}

static void
lose_typed (Page *page)
{
  const CharterTyped *typed = page->item->typed;

  if (typed->unit != NULL)
    charter_bank_sheet_lose (page->sheet, page->item, g_strdup_printf (_ ("without its unit, %s"), typed->unit));
  if (typed->n_nears > 0)
    charter_bank_sheet_lose (page->sheet, page->item, g_strdup (_ ("without its nearly right answers")));
  if (typed->keep_case || typed->keep_accents || typed->keep_spaces)
    charter_bank_sheet_lose (page->sheet, page->item,
                             g_strdup (_ ("without telling capitals, accents or spaces apart")));
}

static void
add_typed (Page *page)
{
  const CharterTyped *typed = page->item->typed;
  gboolean is_number = page->item->kind == CHARTER_ITEM_NUMBER;

  g_string_append_printf (
    page->declarations,
    "  <qti-response-declaration identifier=\"RESPONSE\" cardinality=\"single\" base-type=\"%s\">\n"
    "    <qti-correct-response>",
    is_number ? "float" : "string");
  add_value (page, typed->accepts[0]);
  g_string_append (page->declarations, "</qti-correct-response>\n");
  if (!is_number)
    {
      page->is_mapped = TRUE;
      g_string_append (page->declarations, "    <qti-mapping default-value=\"0\">");
      for (guint i = 0; i < typed->n_accepts; i++)
        {
          g_string_append (page->declarations, "<qti-map-entry");
          add_attribute (page->declarations, "map-key", typed->accepts[i]);
          g_string_append (page->declarations, " mapped-value=\"1\" case-sensitive=\"");
          g_string_append (page->declarations, typed->keep_case ? "true\"/>" : "false\"/>");
        }
      g_string_append (page->declarations, "</qti-mapping>\n");
    }
  g_string_append (page->declarations, "  </qti-response-declaration>\n");
  g_string_append (page->body, "    <p><qti-text-entry-interaction response-identifier=\"RESPONSE\"/></p>\n");
  lose_typed (page);
}

static void
add_blank (Page *page, guint index)
{
  const CharterSlot *slot = &page->item->slots[index];
  g_autofree char *response = g_strdup_printf ("RESPONSE%u", index + 1);

  begin_declaration (page, response, "single", "identifier");
  g_string_append_printf (page->body, "<qti-inline-choice-interaction response-identifier=\"%s\" shuffle=\"true\">",
                          response);
  for (guint i = 0; i < page->item->n_parts; i++)
    {
      const CharterPart *part = &page->item->parts[i];
      g_autofree char *html = charter_bank_html_from_text (&part->text), *id = dup_identifier (part->id);

      if (strcmp (part->slot, slot->id) != 0)
        continue;
      if (part->correct)
        add_value (page, id);
      g_string_append (page->body, "<qti-inline-choice");
      add_attribute (page->body, "identifier", id);
      g_string_append_printf (page->body, ">%s</qti-inline-choice>", html);
      add_feedback (page, id, part->why);
    }
  g_string_append (page->body, "</qti-inline-choice-interaction>");
  end_declaration (page);
}

static void
add_cloze (Page *page)
{
  g_autoptr (GPtrArray) pieces = charter_bank_cut_passage (page->item);

  g_string_append (page->body, "    <p>");
  for (guint i = 0; i < page->item->n_slots; i++)
    {
      g_string_append (page->body, g_ptr_array_index (pieces, i));
      add_blank (page, i);
    }
  g_string_append_printf (page->body, "%s</p>\n", (const char *)g_ptr_array_index (pieces, page->item->n_slots));
}

static gboolean
add_interaction (Page *page)
{
  switch (page->item->kind)
    {
    case CHARTER_ITEM_SINGLE:
    case CHARTER_ITEM_MULTIPLE:
    case CHARTER_ITEM_TRUEFALSE:
      add_choices (page);
      break;
    case CHARTER_ITEM_CLASSIFY:
    case CHARTER_ITEM_MATCH:
      add_pairs (page);
      break;
    case CHARTER_ITEM_ORDER:
      add_order (page);
      break;
    case CHARTER_ITEM_NUMBER:
    case CHARTER_ITEM_SHORT:
      add_typed (page);
      break;
    case CHARTER_ITEM_CLOZE:
      add_cloze (page);
      break;
    case CHARTER_ITEM_HOTSPOT:
    case CHARTER_ITEM_DRILL:
    default:
      charter_bank_sheet_leave (page->sheet, page->item,
                                g_strdup_printf (_ ("not written: the format has no “%s”"),
                                                 charter_item_kind_name (page->item->kind)));
      return FALSE;
    }
  return TRUE;
}

/* ---- processing ---- */

#define ONE                                                                                                            \
  "<qti-set-outcome-value identifier=\"SCORE\"><qti-base-value base-type=\"float\">1</qti-base-value>"                 \
  "</qti-set-outcome-value>"

/* A number may be off by its tolerance. */
static void
add_equal (GString *xml, const CharterItem *item)
{
  g_autofree char *tolerance = charter_bank_words_decimal (item->typed->tolerance);

  g_string_append_printf (xml,
                          "<qti-equal tolerance-mode=\"absolute\" tolerance=\"%s %s\"><qti-variable "
                          "identifier=\"RESPONSE\"/><qti-correct identifier=\"RESPONSE\"/></qti-equal>",
                          tolerance, tolerance);
}

static void
add_match (GString *xml, const char *response)
{
  g_string_append_printf (xml,
                          "<qti-match><qti-variable identifier=\"%s\"/><qti-correct identifier=\"%s\"/></qti-match>",
                          response, response);
}

/* All blanks right is one point. */
static void
add_matches (GString *xml, const CharterItem *item)
{
  g_string_append (xml, "<qti-and>");
  for (guint i = 0; i < item->n_slots; i++)
    {
      g_autofree char *response = g_strdup_printf ("RESPONSE%u", i + 1);

      add_match (xml, response);
    }
  g_string_append (xml, "</qti-and>");
}

static void
add_scoring (GString *xml, const Page *page)
{
  if (page->is_mapped)
    {
      g_string_append (xml, "<qti-set-outcome-value identifier=\"SCORE\"><qti-map-response identifier=\"RESPONSE\"/>"
                            "</qti-set-outcome-value>");
      return;
    }
  g_string_append (xml, "<qti-response-condition><qti-response-if>");
  if (page->item->kind == CHARTER_ITEM_NUMBER)
    add_equal (xml, page->item);
  else if (page->item->kind == CHARTER_ITEM_CLOZE)
    add_matches (xml, page->item);
  else
    add_match (xml, "RESPONSE");
  g_string_append (xml, ONE "</qti-response-if></qti-response-condition>");
}

/* What was chosen calls the feedback of that name; where it is put in order or paired, only the rationale is told. */
static void
add_telling (GString *xml, const CharterItem *item)
{
  g_string_append (xml, "<qti-set-outcome-value identifier=\"FEEDBACK\"><qti-multiple>");
  if (item->kind == CHARTER_ITEM_SINGLE || item->kind == CHARTER_ITEM_MULTIPLE || item->kind == CHARTER_ITEM_TRUEFALSE)
    g_string_append (xml, "<qti-variable identifier=\"RESPONSE\"/>");
  for (guint i = 0; item->kind == CHARTER_ITEM_CLOZE && i < item->n_slots; i++)
    g_string_append_printf (xml, "<qti-variable identifier=\"RESPONSE%u\"/>", i + 1);
  g_string_append (xml, "<qti-base-value base-type=\"identifier\">RATIONALE</qti-base-value></qti-multiple>"
                        "</qti-set-outcome-value>");
}

/* The templates of QTI score, but tell nothing: they are for items without feedback. */
static void
add_processing (GString *xml, const Page *page)
{
  gboolean tells = page->feedback->len > 0;

  if (!tells && page->item->kind != CHARTER_ITEM_NUMBER && page->item->kind != CHARTER_ITEM_CLOZE)
    {
      g_string_append_printf (xml, "  <qti-response-processing template=\"" TEMPLATES "%s.xml\"/>\n",
                              page->is_mapped ? "map_response" : "match_correct");
      return;
    }
  g_string_append (xml, "  <qti-response-processing>");
  add_scoring (xml, page);
  if (tells)
    add_telling (xml, page->item);
  g_string_append (xml, "</qti-response-processing>\n");
}

static char *
dup_item_xml (const Page *page)
{
  const CharterItem *item = page->item;
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<qti-assessment-item "
                               "xmlns=\"http://www.imsglobal.org/xsd/imsqtiasi_v3p0\"");
  g_autofree char *line = charter_bank_line_from_blocks (item->stem), *id = dup_identifier (item->id);
  g_autofree char *title = g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), 80));
  g_autofree char *stem = charter_bank_html_from_blocks (item->stem, "../");

  add_attribute (xml, "identifier", id);
  add_attribute (xml, "title", title);
  add_attribute (xml, "xml:lang", page->sheet->pack->language);
  g_string_append (xml, " adaptive=\"false\" time-dependent=\"false\">\n");
  g_string_append (xml, page->declarations->str);
  g_string_append (xml, "  <qti-outcome-declaration identifier=\"SCORE\" cardinality=\"single\" base-type=\"float\">"
                        "<qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>\n"
                        "  <qti-outcome-declaration identifier=\"FEEDBACK\" cardinality=\"multiple\" "
                        "base-type=\"identifier\"/>\n");
  g_string_append_printf (xml, "  <qti-item-body>\n    %s\n%s  </qti-item-body>\n", stem, page->body->str);
  add_processing (xml, page);
  g_string_append (xml, page->feedback->str);
  g_string_append (xml, "</qti-assessment-item>\n");
  return g_string_free (xml, FALSE);
}

/* ---- the package ---- */

static void
add_text_entry (GPtrArray *entries, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  charter_archive_add (entries, name, bytes);
}

static void
add_pictures (CharterBankSheet *sheet, const CharterItem *item, GPtrArray *entries, GString *resources)
{
  g_autoptr (GPtrArray) paths = charter_bank_item_list_figures (item);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GFile) file
        = sheet->pack->folder != NULL ? g_file_resolve_relative_path (sheet->pack->folder, path) : NULL;
      g_autoptr (GBytes) bytes = file != NULL ? g_file_load_bytes (file, NULL, NULL, NULL) : NULL;

      if (bytes == NULL)
        {
          charter_bank_sheet_lose (sheet, item,
                                   g_strdup_printf (_ ("without the picture “%s”, which is not there"), path));
          continue;
        }
      if (charter_archive_find (entries, path) == NULL)
        charter_archive_add (entries, path, bytes);
      g_string_append (resources, "<file");
      add_attribute (resources, "href", path);
      g_string_append (resources, "/>");
    }
}

static void
add_item (CharterBankSheet *sheet, const CharterItem *item, GPtrArray *entries, GString *resources)
{
  Page page = { sheet, item, g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), FALSE };

  if (add_interaction (&page))
    {
      g_autofree char *name = g_strdup_printf ("items/%s.xml", item->id), *xml = NULL;
      g_autofree char *id = dup_identifier (item->id);

      add_feedback (&page, "RATIONALE", item->rationale);
      xml = dup_item_xml (&page);
      g_string_append_printf (resources,
                              "    <resource identifier=\"%s\" type=\"imsqti_item_xmlv3p0\" href=\"%s\"><file "
                              "href=\"%s\"/>",
                              id, name, name);
      add_text_entry (entries, name, xml);
      add_pictures (sheet, item, entries, resources);
      g_string_append (resources, "</resource>\n");
      charter_bank_sheet_tell_fields (sheet, item, HELD);
      sheet->n_written++;
    }
  g_string_free (page.declarations, TRUE);
  g_string_free (page.body, TRUE);
  g_string_free (page.feedback, TRUE);
}

static void
add_manifest (CharterBankSheet *sheet, GPtrArray *entries, const char *resources)
{
  g_autofree char *manifest
    = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<manifest xmlns=\"http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1\" identifier=\"%s\">\n"
                       "  <metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>\n"
                       "  <organizations/>\n  <resources>\n%s  </resources>\n</manifest>\n",
                       sheet->pack->id, resources);

  add_text_entry (entries, "imsmanifest.xml", manifest);
}

GBytes *
charter_bank_qti_write (CharterBankSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) entries = charter_archive_new ();
  GString *resources = g_string_new (NULL);

  charter_bank_sheet_tell_situations (sheet);
  for (guint i = 0; i < sheet->pack->n_items; i++)
    add_item (sheet, sheet->pack->items[i], entries, resources);
  add_manifest (sheet, entries, resources->str);
  g_string_free (resources, TRUE);
  return charter_archive_write (entries);
}
