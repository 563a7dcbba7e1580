import type { Basis } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { MEASURES } from '../../model/measures.ts';
import type { Period } from '../../model/period.ts';
import { nearest } from '../../model/suggest.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import { headingKey, IGNORE, ownHeadings, type HeadingMap } from '../table/heading-key.ts';
import type { TextCell } from '../table/table.ts';
import { parseTablePeriod } from './period.ts';
import { BASIS_NAMES, DIMENSIONS, MEASURE_COLUMN_NAMES, MEASURE_NAMES, PERIOD_NAMES } from './vocabulary.ts';

/** A figure that a column, or a row of a table with periods across, holds. */
export interface FigureRole {
  readonly kind: 'figure';
  readonly measure: string;
  readonly stated: boolean;
  /** Where the heading itself names a basis. */
  readonly basis?: Basis;
}

/** What a column of a workforce table holds. */
export type ColumnRole =
  | FigureRole
  | { readonly kind: 'period' }
  | { readonly kind: 'measure' }
  | { readonly kind: 'basis' }
  | { readonly kind: 'dimension'; readonly name: string }
  | { readonly kind: 'ignore' }
  /** Mapped to nothing that is known, which is reported with the configuration. */
  | { readonly kind: 'mapped-to-nothing' }
  | { readonly kind: 'across'; readonly period: Period };

/** Returns what a heading means, by the configuration first and common spellings then, or a finding where it means nothing. */
export function columnRole(heading: TextCell, headings: HeadingMap): ColumnRole | Finding {
  const mapped = headings.get(headingKey(heading.text))?.to;
  const role = roleOf(mapped ?? heading.text);
  if (role) return role;
  if (mapped !== undefined) return { kind: 'mapped-to-nothing' };
  const period = parseTablePeriod(heading.text);
  if (period.ok) return { kind: 'across', period: period.value };
  // A heading that is shaped like a date and is none is better told so than that it is unknown.
  if (period.problem.code === 'E063' || period.problem.code === 'E064')
    return problemAt(period.problem, heading.at);
  return unknownHeading(heading, headings);
}

/** Returns what a word of the configuration or a common heading means; undefined where it is not known. */
export function roleOf(text: string): ColumnRole | undefined {
  const key = headingKey(text);
  if (key === IGNORE) return { kind: 'ignore' };
  if (PERIOD_NAMES.has(key)) return { kind: 'period' };
  if (MEASURE_COLUMN_NAMES.has(key)) return { kind: 'measure' };
  if (BASIS_NAMES.has(key)) return { kind: 'basis' };
  const dimension = DIMENSIONS.get(key) ?? /^dimension (?<name>[a-z][a-z0-9 ]*)$/.exec(key)?.groups?.['name'];
  if (dimension !== undefined) return { kind: 'dimension', name: dimension.replaceAll(' ', '_') };
  return figureRole(text);
}

const STATED = / ?\(stated\)$/;
const BASIS = / ?(?:\((?<bracketed>fte|headcount)\)|\b(?<plain>fte|headcount))$/;

/**
 * Returns the figure that a text names: a measure in any common spelling, with a basis behind it (`Agency FTE`), or any
 * measure or metric id marked `(stated)`. Whether a stated metric exists is for the check of stated figures to say: the
 * definitions are not known here.
 */
function figureRole(text: string): FigureRole | undefined {
  const written = headingKey(text);
  const stated = STATED.test(written);
  const key = written.replace(STATED, '');
  const parts = BASIS.exec(key)?.groups;
  const basis = basisWord(parts?.['bracketed'] ?? parts?.['plain']);
  const bare = key.replace(BASIS, '');
  const measure = MEASURE_NAMES.get(key) ?? MEASURE_NAMES.get(bare) ?? (stated ? metricId(bare) : undefined);
  return measure === undefined ? undefined : { kind: 'figure', measure, stated, ...(basis && { basis }) };
}

function basisWord(word: string | undefined): Basis | undefined {
  return word === 'fte' || word === 'headcount' ? word : undefined;
}

function metricId(key: string): string | undefined {
  return /^[a-z][a-z0-9 ]*$/.test(key) ? key.replaceAll(' ', '_') : undefined;
}

/** Every word that a heading or a mapping may be, for a suggestion. */
export const KNOWN_WORDS: readonly string[] = [
  'period',
  'measure',
  'basis',
  IGNORE,
  ...DIMENSIONS.keys(),
  ...MEASURE_NAMES.keys(),
];

/** What headings there are, for a person who has used another. */
export const KNOWN_HEADINGS = `Period, Measure, Basis, ${[...new Set(DIMENSIONS.values())].join(', ')}, a period such as Feb-21, and the measures ${MEASURES.map((one) => one.id).join(', ')}`;

function unknownHeading(heading: TextCell, headings: HeadingMap): Finding {
  return finding('E023', `the heading ${quoted(heading.text)} is not known in a workforce table`, {
    at: heading.at,
    why: `known are ${KNOWN_HEADINGS}${headings.size > 0 ? ', and those that cip-report.yaml maps' : ''}`,
    help: mappingHelp(heading.text, headings),
  });
}

/** Returns advice for a word of a workforce table that is not known: one that is near, the council's own first. */
export function mappingHelp(text: string, headings: HeadingMap): string {
  const own = nearest(text, ownHeadings(headings));
  if (own !== undefined)
    return `did you mean ${quoted(own)}, which cip-report.yaml maps? Otherwise map this one there too`;
  const meant = nearest(text, KNOWN_WORDS);
  return meant === undefined
    ? 'map it under `headings.workforce` in cip-report.yaml: to a measure, to `<metric> (stated)` for a printed rate, or to `ignore`'
    : `did you mean ${quoted(meant)}? Otherwise map it under \`headings.workforce\` in cip-report.yaml`;
}
