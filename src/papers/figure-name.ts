import type { Group } from '../model/dataset.ts';

/** A figure as people and reports name it. Names are as written and may be unknown. */
export interface FigureName {
  /** Measure or metric id, or a label. */
  readonly name: string;
  readonly period?: string;
  readonly group: Group;
}

/** Why a text names no figure: its `group` is not written as one, or the text has no such `form`. */
type Unreadable = 'form' | 'group';

/**
 * Returns what a name asks for: `agency_rate`, `agency_rate@2021-02`, `Agency rate from Feb 2021`,
 * `agency[team=Assessment]`. What `escapedName` puts before `,` `=` `]` in a name is read again.
 */
export function readFigureName(text: string): FigureName | Unreadable {
  const written = text.trim();
  const open = written.indexOf('[');
  const head = (open < 0 ? written : written.slice(0, open)).replace(/\s+/g, ' ').trim();
  const group = open < 0 ? {} : readGroup(written.slice(open + 1));
  const named = readHead(head);
  if (named === undefined || group === 'form') return 'form';
  return group === 'group' ? group : { ...named, group };
}

/** Returns a name with an escape before each character that parts names: two figures must never share one. */
export function escapedName(name: string): string {
  return name.replace(/[\\,=\]]/g, '\\$&');
}

/** A name, and the period after `@` or `from`. */
function readHead(head: string): Omit<FigureName, 'group'> | undefined {
  const [before = '', after, ...more] = head.includes('@') ? head.split('@') : splitFrom(head);
  const [name, period] = [before.trim(), after?.trim()];
  if (name === '' || period === '' || more.length > 0 || head.includes(']')) return undefined;
  return { name, ...(period !== undefined && { period }) };
}

function splitFrom(head: string): string[] {
  const from = head.indexOf(' from ');
  return from < 0 ? [head] : [head.slice(0, from), head.slice(from + ' from '.length)];
}

/** What follows the opening bracket: pairs up to the closing one, which is the last character. */
function readGroup(rest: string): Group | Unreadable {
  const parts = [...rest.matchAll(/\\.|./gs)].map(([part]) => part);
  if (parts.findIndex((one) => one === ']') !== parts.length - 1) return 'form';
  const entries: [string, string][] = [];
  for (const pair of splitAt(parts.slice(0, -1), ',')) {
    const [dimension, name, ...more] = splitAt(pair, '=').map(plain);
    if (dimension === undefined || name === undefined || more.length > 0) return 'group';
    if (dimension === '' || name === '') return 'group';
    entries.push([dimension, name]);
  }
  return Object.fromEntries(entries);
}

function splitAt(parts: readonly string[], mark: string): string[][] {
  const split: string[][] = [[]];
  for (const part of parts) {
    if (part === mark) split.push([]);
    else split.at(-1)?.push(part);
  }
  return split;
}

function plain(parts: readonly string[]): string {
  return parts
    .map((part) => (part.length > 1 && part.startsWith('\\') ? part.slice(1) : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
