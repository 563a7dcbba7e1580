import { exact } from '../model/exact.ts';
import { nearest } from '../model/suggest.ts';
import { visible } from '../model/visible.ts';
import { FUNCTIONS, type Expression, type Operator, type Reference } from './expression.ts';

/** Limits on formulas: those of a council come from a file that anybody may have changed. */
export const FORMULA_LIMITS = { characters: 400, depth: 20 } as const;

/** What is wrong with a formula, and where in it, counted from 1. */
export interface FormulaProblem {
  readonly column: number;
  readonly message: string;
}

export type FormulaResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly problem: FormulaProblem };

type TokenKind = 'name' | 'number' | 'operator' | '(' | ')' | 'end';

interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly column: number;
}

interface Cursor {
  readonly tokens: readonly Token[];
  at: number;
}

class FormulaError extends Error {
  readonly problem: FormulaProblem;
  constructor(column: number, message: string) {
    super(message);
    this.problem = { column, message };
  }
}

/**
 * Returns a formula as an expression, or the first problem with its column.
 *
 *     sum     = product { ("+" | "-" | "−") product }
 *     product = factor { ("*" | "×" | "/" | "÷") factor }
 *     factor  = ("-" | "−") factor | number | name | function "(" name ")" | "(" sum ")"
 *
 * A name is a measure or metric id in lower case (`agency_rate`); a number is a plain decimal (`0.5`).
 */
export function parseFormula(text: string): FormulaResult {
  try {
    const cursor: Cursor = { tokens: tokenise(text), at: 0 };
    const expression = sum(cursor, 0);
    const rest = peek(cursor);
    if (rest.kind === ')') throw new FormulaError(rest.column, 'this ")" has no "(" before it');
    if (rest.kind !== 'end') throw new FormulaError(rest.column, `expected + − × or ÷ before "${rest.text}"`);
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof FormulaError) return { ok: false, problem: error.problem };
    throw error;
  }
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  '+': '+',
  '-': '-',
  '−': '-',
  '*': '*',
  '×': '*',
  '/': '/',
  '÷': '/',
};

const TOKEN =
  /(?<space>\s+)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<number>\d+(?:\.\d+)?)|(?<sign>[+\-−*×/÷()])/uy;

function tokenise(text: string): Token[] {
  if (text.length > FORMULA_LIMITS.characters)
    throw new FormulaError(
      FORMULA_LIMITS.characters + 1,
      `a formula has at most ${FORMULA_LIMITS.characters} characters; split it into several definitions`,
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (match === null) throw new FormulaError(at + 1, unreadable(text, at));
    const groups = match.groups ?? {};
    const column = at + 1;
    at += match[0].length;
    if (groups['space'] === undefined) tokens.push(token(match[0], groups, column));
  }
  tokens.push({ kind: 'end', text: 'the end', column: text.length + 1 });
  return tokens;
}

function token(text: string, groups: Readonly<Record<string, string | undefined>>, column: number): Token {
  if (groups['name'] !== undefined) return { kind: 'name', text, column };
  if (groups['number'] !== undefined) return { kind: 'number', text, column };
  if (text === '(' || text === ')') return { kind: text, text, column };
  return { kind: 'operator', text, column };
}

function unreadable(text: string, at: number): string {
  const char = visible(String.fromCodePoint(text.codePointAt(at) ?? 0));
  if (char === '%')
    return '"%" cannot stand in a formula: a share is a number from 0 to 1 and is printed in percent';
  if (char === ',') return '"," cannot stand in a formula: write 1500 for 1,500';
  return `"${char}" cannot stand in a formula: use names, numbers, + − × ÷ and parentheses`;
}

function peek(cursor: Cursor): Token {
  const next = cursor.tokens[cursor.at];
  if (next === undefined) throw new RangeError('read past the end of a formula');
  return next;
}

function operatorOf(next: Token, wanted: readonly Operator[]): Operator | undefined {
  const operator = next.kind === 'operator' ? OPERATORS[next.text] : undefined;
  return operator !== undefined && wanted.includes(operator) ? operator : undefined;
}

function sum(cursor: Cursor, depth: number): Expression {
  return chain(cursor, ['+', '-'], () => product(cursor, depth));
}

function product(cursor: Cursor, depth: number): Expression {
  return chain(cursor, ['*', '/'], () => factor(cursor, depth));
}

function chain(cursor: Cursor, wanted: readonly Operator[], part: () => Expression): Expression {
  let left = part();
  let operator = operatorOf(peek(cursor), wanted);
  while (operator !== undefined) {
    const sign = peek(cursor);
    cursor.at += 1;
    const right = part();
    if (operator === '/' && right.kind === 'number' && right.value.n === 0n)
      throw new FormulaError(sign.column, 'this divides by zero');
    left = { kind: 'operation', operator, left, right };
    operator = operatorOf(peek(cursor), wanted);
  }
  return left;
}

function factor(cursor: Cursor, depth: number): Expression {
  const next = peek(cursor);
  if (depth > FORMULA_LIMITS.depth)
    throw new FormulaError(
      next.column,
      `a formula is at most ${FORMULA_LIMITS.depth} parentheses or signs deep`,
    );
  cursor.at += 1;
  switch (next.kind) {
    case 'number':
      return { kind: 'number', value: exact(next.text) };
    case 'name':
      return peek(cursor).kind === '(' ? call(cursor, next) : reference(next);
    case '(':
      return parenthesised(cursor, next, depth);
    case 'operator':
      if (OPERATORS[next.text] === '-') return { kind: 'negated', of: factor(cursor, depth + 1) };
      throw new FormulaError(next.column, `expected a name, a number or "(" before "${next.text}"`);
    case ')':
      throw new FormulaError(next.column, 'expected a name, a number or "(" before ")"');
    case 'end':
      throw new FormulaError(next.column, 'the formula ends where a name, a number or "(" should follow');
  }
}

function parenthesised(cursor: Cursor, open: Token, depth: number): Expression {
  const inner = sum(cursor, depth + 1);
  if (peek(cursor).kind === ')') {
    cursor.at += 1;
    return inner;
  }
  if (peek(cursor).kind === 'end') throw new FormulaError(open.column, 'this "(" is not closed');
  throw new FormulaError(peek(cursor).column, `expected + − × ÷ or ")" before "${peek(cursor).text}"`);
}

function reference(name: Token): Reference {
  if (name.text !== name.text.toLowerCase())
    throw new FormulaError(name.column, `names are in lower case: write ${name.text.toLowerCase()}`);
  return { kind: 'reference', id: name.text, column: name.column };
}

function call(cursor: Cursor, name: Token): Expression {
  const through = FUNCTIONS.find((one) => one === name.text);
  if (through === undefined) throw new FormulaError(name.column, unknownFunction(name.text));
  const [, of, close] = cursor.tokens.slice(cursor.at, cursor.at + 3);
  if (of?.kind !== 'name' || close?.kind !== ')')
    throw new FormulaError(
      of?.column ?? name.column,
      `${through} takes the name of one measure or metric: ${through}(leavers)`,
    );
  cursor.at += 3;
  return { ...reference(of), through };
}

function unknownFunction(name: string): string {
  const meant = nearest(name, FUNCTIONS);
  const known = FUNCTIONS.map((one) => `${one}(…)`).join(' and ');
  return `there is no function ${name}${meant === undefined ? '' : `; did you mean ${meant}?`} Known: ${known}`;
}
