/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An expression is kept as steps in postfix order: values and names push onto a stack, operations take from it what
 * they need and push what comes out.
 *
 *   sum     = product { ("+" | "-") product }
 *   product = signed { ("*" | "/") signed }
 *   signed  = ["-"] signed | power
 *   power   = atom [ "^" signed ]
 *   atom    = decimal | name | function "(" sum { "," sum } ")" | "(" sum ")"
 */

#include "charter-expression.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* clang-format off */
G_DEFINE_QUARK (charter-expression-error-quark, charter_expression_error)
/* clang-format on */

typedef enum { PUSH, NAME, NEGATE, ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MIN_OF, MAX_OF, ROUND, SQRT, ABS } Operation;

static const struct {
  const char *name;
  Operation operation;
  guint min_args, max_args;
} functions[] = {
  { "min", MIN_OF, 2, 16 }, { "max", MAX_OF, 2, 16 }, { "round", ROUND, 1, 2 },
  { "sqrt", SQRT, 1, 1 },   { "abs", ABS, 1, 1 },
};

typedef struct {
  Operation operation;
  guint position;     /* in characters, from 1 */
  guint n_args;       /* what it takes from the stack */
  guint name;         /* NAME: an index into the names */
  CharterValue value; /* PUSH */
} Step;

struct _CharterExpression {
  GArray *steps;    /* of Step; at most one a byte of the text */
  GPtrArray *names; /* NULL-terminated */
};

typedef struct {
  const char *text;
  const char *at;
  guint depth;
  CharterExpression *expression;
  GError **error;
} Reader;

static gboolean read_sum (Reader *self);
static gboolean read_signed (Reader *self);

void
charter_expression_free (CharterExpression *self)
{
  g_array_unref (self->steps);
  g_ptr_array_unref (self->names);
  g_free (self);
}

const char *const *
charter_expression_get_names (const CharterExpression *self)
{
  return (const char *const *)self->names->pdata;
}

/* ---- reading ---- */

static guint
position_of (Reader *self, const char *at)
{
  return g_utf8_pointer_to_offset (self->text, at) + 1;
}

static void
skip_spaces (Reader *self)
{
  while (g_ascii_isspace (*self->at))
    self->at++;
}

static gboolean
take (Reader *self, char sign)
{
  skip_spaces (self);
  if (*self->at != sign)
    return FALSE;
  self->at++;
  return TRUE;
}

static void
add_step (Reader *self, Operation operation, const char *at, guint n_args)
{
  Step step = { .operation = operation, .position = position_of (self, at), .n_args = n_args };

  g_array_append_val (self->expression->steps, step);
}

static gsize
name_length (const char *text)
{
  if (!g_ascii_islower (*text))
    return 0;
  return strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789_");
}

static int
find_function (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      return i;
  return -1;
}

gboolean
charter_expression_is_name (const char *text)
{
  gsize length = name_length (text);

  return length > 0 && text[length] == '\0' && find_function (text) < 0;
}

/* Signs that people take from books, and how they are written here. */
static const struct {
  gunichar sign;
  const char *instead;
} book_signs[] = {
  { 0x00d7, "*" }, { 0x00b7, "*" },    { 0x00f7, "/" }, { ':', "/" }, { 0x2212, "-" },
  { 0x2013, "-" }, { 0x221a, "sqrt" }, { '[', "(" },    { ']', ")" },
};

static gboolean
fail_at_sign (Reader *self)
{
  gunichar sign = g_utf8_get_char (self->at);
  char text[7] = "";

  g_unichar_to_utf8 (sign, text);
  for (guint i = 0; i < G_N_ELEMENTS (book_signs); i++)
    if (book_signs[i].sign == sign)
      {
        g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                     _ ("“%s” at character %u is not understood; write “%s”"), text, position_of (self, self->at),
                     book_signs[i].instead);
        return FALSE;
      }
  if (g_unichar_isupper (sign))
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“%s” at character %u is a capital; names are written in small letters"), text,
                 position_of (self, self->at));
  else
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“%s” at character %u has no meaning here"), text, position_of (self, self->at));
  return FALSE;
}

static gboolean
fail_at_value (Reader *self)
{
  if (*self->at == '\0')
    g_set_error_literal (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                         _ ("the expression stops where a number, a name or “(” should follow"));
  else if (strchr ("+-*/^,)", *self->at) != NULL)
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("a number, a name or “(” is missing before “%c” at character %u"), *self->at,
                 position_of (self, self->at));
  else
    return fail_at_sign (self);
  return FALSE;
}

static gboolean
read_decimal (Reader *self)
{
  const char *start = self->at;
  gsize length = strspn (start, "0123456789.");
  g_autofree char *digits = g_strndup (start, length);
  Step step = { .operation = PUSH, .position = position_of (self, start) };

  if (!charter_value_from_decimal (digits, &step.value))
    {
      g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                   _ ("“%s” at character %u is not a number; write it like 12 or 0.5"), digits, step.position);
      return FALSE;
    }
  self->at += length;
  g_array_append_val (self->expression->steps, step);
  return TRUE;
}

static gboolean
close_parenthesis (Reader *self, const char *open)
{
  if (take (self, ')'))
    return TRUE;
  g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
               _ ("the “(” at character %u is not closed"), position_of (self, open));
  return FALSE;
}

static gboolean
check_n_args (Reader *self, int function, const char *start, guint n_args)
{
  guint min = functions[function].min_args, max = functions[function].max_args;

  if (n_args >= min && n_args <= max)
    return TRUE;
  if (max == 1)
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“%s” at character %u takes one value"), functions[function].name, position_of (self, start));
  else
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“%s” at character %u takes %u to %u values"), functions[function].name, position_of (self, start),
                 min, max);
  return FALSE;
}

static gboolean
read_function (Reader *self, int function, const char *start)
{
  const char *open = self->at - 1;
  guint n_args = 0;

  do
    {
      if (!read_sum (self))
        return FALSE;
      n_args++;
  } while (take (self, ','));

  if (!close_parenthesis (self, open) || !check_n_args (self, function, start, n_args))
    return FALSE;
  add_step (self, functions[function].operation, start, n_args);
  return TRUE;
}

static guint
intern_name (CharterExpression *self, const char *name)
{
  guint last = self->names->len - 1; /* where NULL stands */

  for (guint i = 0; i < last; i++)
    if (g_str_equal (self->names->pdata[i], name))
      return i;
  self->names->pdata[last] = g_strdup (name);
  g_ptr_array_add (self->names, NULL);
  return last;
}

static gboolean
read_word (Reader *self)
{
  const char *start = self->at;
  g_autofree char *word = g_strndup (start, name_length (start));
  int function = find_function (word);
  Step step = { .operation = NAME, .position = position_of (self, start) };
  gboolean called;

  self->at += strlen (word);
  called = take (self, '(');
  if (function >= 0 && called)
    return read_function (self, function, start);
  if (function >= 0)
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“%s” at character %u needs “(” and a value after it"), word, step.position);
  else if (called)
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“%s” at character %u is not a function; there are min, max, round, sqrt and abs"), word,
                 step.position);
  if (function >= 0 || called)
    return FALSE;
  step.name = intern_name (self->expression, word);
  g_array_append_val (self->expression->steps, step);
  return TRUE;
}

static gboolean
read_atom (Reader *self)
{
  const char *open;

  skip_spaces (self);
  open = self->at;
  if (take (self, '('))
    return read_sum (self) && close_parenthesis (self, open);
  if (g_ascii_isdigit (*self->at) || *self->at == '.')
    return read_decimal (self);
  if (name_length (self->at) > 0)
    return read_word (self);
  return fail_at_value (self);
}

static gboolean
read_power (Reader *self)
{
  if (!read_atom (self))
    return FALSE;
  if (take (self, '^'))
    {
      const char *sign = self->at - 1;

      if (!read_signed (self))
        return FALSE;
      add_step (self, POWER, sign, 2);
    }
  return TRUE;
}

/* Everything that nests passes here, so this is where depth is counted. */
static gboolean
read_signed (Reader *self)
{
  gboolean good;

  if (self->depth == CHARTER_EXPRESSION_MAX_DEPTH)
    {
      g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                   _ ("at character %u the expression is nested more than %d deep"), position_of (self, self->at),
                   CHARTER_EXPRESSION_MAX_DEPTH);
      return FALSE;
    }
  self->depth++;
  if (take (self, '-'))
    {
      const char *sign = self->at - 1;

      good = read_signed (self);
      if (good)
        add_step (self, NEGATE, sign, 1);
    }
  else
    good = read_power (self);
  self->depth--;
  return good;
}

/* One level of operations that bind equally and from the left. */
static gboolean
read_chain (Reader *self, gboolean (*read_side) (Reader *), const char *signs, const Operation *operations)
{
  if (!read_side (self))
    return FALSE;
  for (;;)
    {
      const char *sign, *found;

      skip_spaces (self);
      sign = self->at;
      found = *sign != '\0' ? strchr (signs, *sign) : NULL;
      if (found == NULL)
        return TRUE;
      self->at++;
      if (!read_side (self))
        return FALSE;
      add_step (self, operations[found - signs], sign, 2);
    }
}

static gboolean
read_product (Reader *self)
{
  return read_chain (self, read_signed, "*/", (const Operation[]){ MULTIPLY, DIVIDE });
}

static gboolean
read_sum (Reader *self)
{
  return read_chain (self, read_product, "+-", (const Operation[]){ ADD, SUBTRACT });
}

static gboolean
check_end (Reader *self)
{
  skip_spaces (self);
  if (*self->at == '\0')
    return TRUE;
  if (*self->at == ')')
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("there is a “)” too many at character %u"), position_of (self, self->at));
  else if (*self->at == ',')
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("the “,” at character %u stands outside a function; decimals are written with a full stop"),
                 position_of (self, self->at));
  else if (g_ascii_isalnum (*self->at) || *self->at == '(' || *self->at == '.')
    g_set_error (self->error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("“+”, “*” or the like is missing before character %u"), position_of (self, self->at));
  else
    fail_at_sign (self);
  return FALSE;
}

static gboolean
check_text (const char *text, GError **error)
{
  if (strlen (text) > CHARTER_EXPRESSION_MAX_LENGTH)
    g_set_error (error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                 _ ("the expression is longer than %d characters"), CHARTER_EXPRESSION_MAX_LENGTH);
  else if (!g_utf8_validate (text, -1, NULL))
    g_set_error_literal (error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                         _ ("the expression is not UTF-8 text"));
  else if (text[strspn (text, " \t\r\n")] == '\0')
    g_set_error_literal (error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_SYNTAX,
                         _ ("the expression is empty"));
  else
    return TRUE;
  return FALSE;
}

CharterExpression *
charter_expression_parse (const char *text, GError **error)
{
  g_autoptr (CharterExpression) self = NULL;
  Reader reader = { .text = text, .at = text, .error = error };

  g_return_val_if_fail (text != NULL, NULL);

  if (!check_text (text, error))
    return NULL;
  self = reader.expression = g_new0 (CharterExpression, 1);
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  self->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->names, NULL);
  if (!read_sum (&reader) || !check_end (&reader))
    return NULL;
  return g_steal_pointer (&self);
}

/* ---- evaluating ---- */

static CharterValue
extreme_of (const CharterValue *args, guint n_args, int sign)
{
  CharterValue best = args[0];

  for (guint i = 1; i < n_args; i++)
    if (charter_value_compare (args[i], best) * sign > 0)
      best = args[i];
  return best;
}

static gboolean
round_args (const CharterValue *args, guint n_args, CharterValue *value)
{
  CharterValue places = n_args > 1 ? args[1] : charter_value_from_int (0);

  if (places.denominator != 1 || ABS (places.approximate) > CHARTER_VALUE_MAX_PLACES)
    return FALSE;
  *value = charter_value_round (args[0], (int)places.numerator);
  return TRUE;
}

static gboolean
apply (const Step *step, const CharterValue *args, CharterValue *value)
{
  switch (step->operation)
    {
    case NEGATE:
      *value = charter_value_negate (args[0]);
      return TRUE;
    case ADD:
      *value = charter_value_add (args[0], args[1]);
      return TRUE;
    case SUBTRACT:
      *value = charter_value_subtract (args[0], args[1]);
      return TRUE;
    case MULTIPLY:
      *value = charter_value_multiply (args[0], args[1]);
      return TRUE;
    case DIVIDE:
      return charter_value_divide (args[0], args[1], value);
    case POWER:
      return charter_value_power (args[0], args[1], value);
    case MIN_OF:
    case MAX_OF:
      *value = extreme_of (args, step->n_args, step->operation == MAX_OF ? 1 : -1);
      return TRUE;
    case ROUND:
      return round_args (args, step->n_args, value);
    case SQRT:
      return charter_value_sqrt (args[0], value);
    case ABS:
      *value = charter_value_abs (args[0]);
      return TRUE;
    case PUSH:
    case NAME:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static char *
tell_why_not (Operation operation, guint position)
{
  switch (operation)
    {
    case DIVIDE:
      return g_strdup_printf (_ ("the “/” at character %u divides by zero"), position);
    case POWER:
      return g_strdup_printf (_ ("the power at character %u has no real value"), position);
    case ROUND:
      return g_strdup_printf (_ ("“round” at character %u takes a whole number from −12 to 12 as its places"),
                              position);
    default:
      return g_strdup_printf (_ ("“sqrt” at character %u is taken of a number below zero"), position);
    }
}

static gboolean
fail_value (char *sentence, GError **error)
{
  g_set_error_literal (error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_VALUE, sentence);
  g_free (sentence);
  return FALSE;
}

static gboolean
run_step (const CharterExpression *self,
          const Step *step,
          CharterExpressionLookup lookup,
          gpointer data,
          const CharterValue *args,
          CharterValue *value,
          GError **error)
{
  if (step->operation == NAME)
    {
      const char *name = self->names->pdata[step->name];

      if (lookup != NULL && lookup (name, value, data))
        return TRUE;
      g_set_error (error, CHARTER_EXPRESSION_ERROR, CHARTER_EXPRESSION_ERROR_NAME,
                   _ ("“%s” at character %u stands for nothing; name a value that a let above gives"), name,
                   step->position);
      return FALSE;
    }
  if (step->operation == PUSH)
    *value = step->value;
  else if (!apply (step, args, value))
    return fail_value (tell_why_not (step->operation, step->position), error);
  if (!isfinite (value->approximate))
    return fail_value (g_strdup_printf (_ ("the result at character %u is too large"), step->position), error);
  return TRUE;
}

gboolean
charter_expression_evaluate (
  const CharterExpression *self, CharterExpressionLookup lookup, gpointer data, CharterValue *value, GError **error)
{
  CharterValue stack[CHARTER_EXPRESSION_MAX_LENGTH];
  CharterValue result = { 0 };
  guint height = 0;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const Step *step = &g_array_index (self->steps, Step, i);

      height -= step->n_args;
      if (!run_step (self, step, lookup, data, &stack[height], &result, error))
        return FALSE;
      stack[height++] = result;
    }
  *value = result; /* the last step leaves the stack with it alone */
  return TRUE;
}
