import { formatNumber } from '../model/format.ts';
import { toDecimal, type Exact } from '../model/exact.ts';

export type Operator = '+' | '-' | '*' | '/';

/** `last_12_months(x)`: a flow's sum over twelve months. `previous(x)`: the value one period before. */
export const FUNCTIONS = ['last_12_months', 'previous'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** The value of a measure or metric at the period at hand, or as a function of time takes it. */
export interface Reference {
  readonly kind: 'reference';
  readonly id: string;
  readonly through?: FunctionName;
  /** Where the name starts in the formula, from 1. */
  readonly column: number;
}

export type Expression =
  | Reference
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'negated'; readonly of: Expression }
  | {
      readonly kind: 'operation';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** Returns every reference in order of appearance, repeated ones too. */
export function references(expression: Expression): Reference[] {
  switch (expression.kind) {
    case 'reference':
      return [expression];
    case 'number':
      return [];
    case 'negated':
      return references(expression.of);
    case 'operation':
      return [...references(expression.left), ...references(expression.right)];
  }
}

/** Returns whether the expression only adds and subtracts: then its result is as precise as what it adds. */
export function isSum(expression: Expression): boolean {
  switch (expression.kind) {
    case 'reference':
      return true;
    case 'number':
      return false;
    case 'negated':
      return isSum(expression.of);
    case 'operation':
      return (
        (expression.operator === '+' || expression.operator === '-') &&
        isSum(expression.left) &&
        isSum(expression.right)
      );
  }
}

const SIGNS: Readonly<Record<Operator, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷' };
const STRENGTH: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const WORDS: Readonly<Record<FunctionName, string>> = {
  last_12_months: 'over the last 12 months',
  previous: 'in the period before',
};

/**
 * Returns the formula as people write it, with ÷, × and −, and no more parentheses than it needs; `name` says what
 * stands for each reference: a label (`agency ÷ establishment`) or its value (`39 ÷ 209`).
 */
export function renderExpression(expression: Expression, name: (reference: Reference) => string): string {
  switch (expression.kind) {
    case 'reference':
      return name(expression);
    case 'number': {
      const decimal = toDecimal(expression.value);
      return formatNumber(expression.value, decimal.split('.')[1]?.length ?? 0);
    }
    case 'negated':
      return `−${wrapped(expression.of, 3, name)}`;
    case 'operation': {
      const strength = STRENGTH[expression.operator];
      const tight = expression.operator === '-' || expression.operator === '/' ? 1 : 0;
      const left = wrapped(expression.left, strength, name);
      const right = wrapped(expression.right, strength + tight, name);
      return `${left} ${SIGNS[expression.operator]} ${right}`;
    }
  }
}

/** Returns a reference in words: the label, and how time takes it. */
export function referenceText(reference: Reference, label: string): string {
  return reference.through === undefined ? label : `${label} ${WORDS[reference.through]}`;
}

function wrapped(expression: Expression, strength: number, name: (reference: Reference) => string): string {
  const text = renderExpression(expression, name);
  const own =
    expression.kind === 'operation' ? STRENGTH[expression.operator] : expression.kind === 'negated' ? 1 : 3;
  return own < strength ? `(${text})` : text;
}
