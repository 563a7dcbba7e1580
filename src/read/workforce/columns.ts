import type { Basis } from '../../model/dataset.ts';
import type { MetricDefinition } from '../../model/definition.ts';
import { DEFINITIONS } from '../../model/definitions.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { midSentence } from '../../model/format.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import { fold, nearest } from '../../model/suggest.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import { headingKey, IGNORE, ownHeadings, type HeadingMap } from '../table/heading-key.ts';
import { dateText } from '../table/dates.ts';
import type { TextCell } from '../table/table.ts';
import { parseTablePeriod } from './period.ts';
import {
  BASIS_NAMES,
  DIMENSIONS,
  MEASURE_COLUMN_NAMES,
  METRIC_WORDS,
  PERIOD_NAMES,
  VALUE_NAMES,
  type ValuePart,
  type Vocabulary,
} from './vocabulary.ts';

/** The words of a table of figures: the council's own headings first, and what is known of figures. */
export interface Words {
  readonly headings: HeadingMap;
  readonly vocabulary: Vocabulary;
}

/** How the cells of a table are read: its words, and the basis where neither heading nor row names one. */
export interface Reader {
  readonly words: Words;
  readonly basis: Basis;
  /** Whether the configuration says that days come first in dates. */
  readonly dayFirst?: boolean;
}

/** A figure that a column, or a row of a table with periods across, holds. */
export interface FigureRole {
  readonly kind: 'figure';
  readonly measure: string;
  readonly stated: boolean;
  /** Where the heading itself names a basis. */
  readonly basis?: Basis;
}

/** What a column holds of the figure that its row names. */
export interface ValueRole {
  readonly kind: 'value';
  readonly part: ValuePart;
  readonly stated: boolean;
  readonly basis?: Basis;
}

/** A change that a column states. */
export interface ChangeRole {
  readonly kind: 'change';
  /** Of which figure, where each row is a period; elsewhere the row says it. */
  readonly measure?: string;
  readonly basis?: Basis;
  /** Between which periods, where the configuration names them. */
  readonly between?: { readonly from: Period; readonly to: Period };
}

/** What a column of a table of figures holds. */
export type ColumnRole =
  | FigureRole
  | ValueRole
  | ChangeRole
  | { readonly kind: 'period' }
  | { readonly kind: 'measure' }
  | { readonly kind: 'basis' }
  | { readonly kind: 'dimension'; readonly name: string }
  | { readonly kind: 'ignore' }
  /** Mapped to nothing that is known, which is reported with the configuration. */
  | { readonly kind: 'mapped-to-nothing' }
  | { readonly kind: 'across'; readonly period: Period };

/** Returns what a heading means, by the configuration first and common spellings then, or a finding where it means nothing. */
export function columnRole(heading: TextCell, words: Words): ColumnRole | Finding {
  const mapped = words.headings.get(headingKey(heading.text))?.to;
  const role = roleOf(mapped ?? heading.text, words.vocabulary);
  if (role) return role;
  if (mapped !== undefined) return { kind: 'mapped-to-nothing' };
  const period = parseTablePeriod(dateText(heading));
  if (period.ok) return { kind: 'across', period: period.value };
  // A heading that is shaped like a date and is none is better told so than that it is unknown.
  if (period.problem.code === 'E063' || period.problem.code === 'E064')
    return problemAt(period.problem, heading.at);
  return unknownHeading(heading, words);
}

/**
 * Returns what a word of the configuration or a common heading means; undefined where it is not known. A basis is no
 * dimension: citations and the ids of figures name it beside the dimensions.
 */
export function roleOf(text: string, vocabulary: Vocabulary): ColumnRole | undefined {
  const key = headingKey(text);
  if (key === IGNORE) return { kind: 'ignore' };
  if (PERIOD_NAMES.has(key)) return { kind: 'period' };
  if (MEASURE_COLUMN_NAMES.has(key)) return { kind: 'measure' };
  if (BASIS_NAMES.has(key)) return { kind: 'basis' };
  const dimension = DIMENSIONS.get(key) ?? /^dimension (?<name>[a-z][a-z0-9 ]*)$/.exec(key)?.groups?.['name'];
  if (dimension !== undefined && BASIS_NAMES.has(dimension)) return undefined;
  if (dimension !== undefined) return { kind: 'dimension', name: dimension.replaceAll(' ', '_') };
  const change = changeNamed(text, vocabulary);
  if (change) return changeRole(change, vocabulary);
  return figureRole(text, vocabulary) ?? valueRole(text);
}

const CHANGE = /^(?:(?<figure>.+) )?change(?: from (?<from>.+?) to (?<to>.+?))? \(stated\)$/i;

/** Returns the parts of a text that names a change; undefined where a figure of the council's own is called so. */
function changeNamed(text: string, { names }: Vocabulary): Readonly<Record<string, string>> | undefined {
  return names.has(nameOf(text).bare) ? undefined : CHANGE.exec(text.trim().replace(/\s+/g, ' '))?.groups;
}

/** Returns the change of `change (stated)`, `change from Jul 2023 to Mar 2024 (stated)` or `agency change (stated)`. */
function changeRole(
  { figure, from, to }: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
): ChangeRole | undefined {
  if (from !== undefined && to !== undefined) {
    const [first, last] = [parseTablePeriod(from), parseTablePeriod(to)];
    if (figure !== undefined || !first.ok || !last.ok) return undefined;
    if (comparePeriods(first.value, last.value) >= 0) return undefined;
    return { kind: 'change', between: { from: first.value, to: last.value } };
  }
  if (figure === undefined) return { kind: 'change' };
  const role = figureRole(`${figure} (stated)`, vocabulary);
  return role && { kind: 'change', measure: role.measure, ...(role.basis && { basis: role.basis }) };
}

const STATED = / ?\(stated\)$/;
const BASIS = / ?(?:\((?<bracketed>fte|headcount)\)|\b(?<plain>fte|headcount))$/;

interface Name {
  /** As a key, without its mark for stated figures. */
  readonly key: string;
  /** The key without the basis behind it. */
  readonly bare: string;
  readonly stated: boolean;
  readonly basis?: Basis;
}

function nameOf(text: string): Name {
  const written = headingKey(text);
  const key = written.replace(STATED, '');
  const parts = BASIS.exec(key)?.groups;
  const basis = basisWord(parts?.['bracketed'] ?? parts?.['plain']);
  return { key, bare: key.replace(BASIS, ''), stated: STATED.test(written), ...(basis && { basis }) };
}

/**
 * Returns the figure that a text names: one of the vocabulary in any common spelling, with a basis behind it
 * (`Agency FTE`), or, in a workforce table, any metric id marked `(stated)`. Whether such a metric exists is for the
 * check of stated figures to say: formulas are not known here.
 */
function figureRole(text: string, { kind, names }: Vocabulary): FigureRole | undefined {
  const { key, bare, stated, basis } = nameOf(text);
  const other = stated && kind === 'workforce' && !VALUE_NAMES.has(bare) ? metricId(bare) : undefined;
  // A basis that belongs to the name itself is none: a figure may be called `cost per fte`.
  const whole = names.get(key);
  const metric = other !== undefined && METRIC_IDS.has(other) ? other : undefined;
  const measure = metric ?? whole ?? names.get(bare) ?? other;
  if (measure === undefined) return undefined;
  return { kind: 'figure', measure, stated, ...(basis && whole === undefined && { basis }) };
}

function valueRole(text: string): ValueRole | undefined {
  const { bare, stated, basis } = nameOf(text);
  const part = VALUE_NAMES.get(bare);
  return part && { kind: 'value', part, stated, ...(basis && { basis }) };
}

function basisWord(word: string | undefined): Basis | undefined {
  return word === 'fte' || word === 'headcount' ? word : undefined;
}

/** A rate marked as stated is itself, also where its id is how some people head a column of counts. */
const METRIC_IDS: ReadonlySet<string> = new Set(METRIC_WORDS.map(({ figure }) => figure.id));

function metricId(key: string): string | undefined {
  return /^[a-z][a-z0-9 ]*$/.test(key) ? key.replaceAll(' ', '_') : undefined;
}

/** What a column of changes is mapped to where periods stand across. */
const CHANGE_WORD = 'change (stated)';

/** Returns every word that a heading or a mapping may be, for a suggestion. */
export function knownWords({ names }: Vocabulary): readonly string[] {
  return [
    'period',
    'measure',
    'basis',
    IGNORE,
    CHANGE_WORD,
    ...VALUE_NAMES.keys(),
    ...DIMENSIONS.keys(),
    ...names.keys(),
  ];
}

/** Returns what headings there are, for a person who has used another. */
export function knownHeadings({ kind, told }: Vocabulary): string {
  const dimensions = [...new Set(DIMENSIONS.values())].join(', ');
  if (kind === 'workforce')
    return `Period, Measure, Value, Basis, ${dimensions}, a period such as Feb-21, and the measures ${told.join(', ')}`;
  const own = told.length === 0 ? '' : `the indicators ${told.join(', ')}, and `;
  return `Period, Indicator, Value, Numerator, Denominator, Basis, ${dimensions}, a period such as Feb-21, ${own}measures and metrics such as average_caseload`;
}

function unknownHeading(heading: TextCell, words: Words): Finding {
  const { vocabulary, headings } = words;
  const table = vocabulary.kind === 'workforce' ? 'a workforce table' : 'a table of indicators';
  return finding('E023', `the heading ${quoted(heading.text)} is not known in ${table}`, {
    at: heading.at,
    why: `known are ${knownHeadings(vocabulary)}${headings.size > 0 ? ', and those that cip-report.yaml maps' : ''}`,
    help: mappingHelp(heading.text, words, true),
  });
}

/** Returns the metric that ships with the program under this name: `Vacancy rate`, `vacancy %`. */
function metricNamed(text: string): MetricDefinition | undefined {
  const wanted = fold(text.replace(/\s*(?:%|\(%\)|percentage)$/i, ' rate'));
  return DEFINITIONS.find(({ id, label }) =>
    [fold(id), fold(label)].some((name) => name === wanted || name === fold(text)),
  );
}

/** What to do about a basis that is written as a dimension. */
export const BASIS_HELP =
  'a basis is no dimension: head the column "Basis", and write fte or headcount in each row';

/** Returns whether a word names the basis as a dimension: `dimension basis`. */
export function isBasisAsDimension(text: string): boolean {
  const [word, ...rest] = headingKey(text).split(' ');
  return word === 'dimension' && BASIS_NAMES.has(rest.join(' '));
}

/**
 * Returns advice for a heading of a table of figures, or a text of its measure column, that is not known: a word that is
 * near, the council's own first, and what it may be mapped to.
 */
export function mappingHelp(text: string, { headings, vocabulary }: Words, isHeading: boolean): string {
  const shared = vocabulary.shared.get(headingKey(text));
  if (shared) return `several figures have this label: call each by its id, ${shared.join(' or ')}`;
  if (vocabulary.indicators?.has(headingKey(text)) === true)
    return 'it is an indicator: move it to a table of indicators, indicators.csv';
  if (isBasisAsDimension(text)) return BASIS_HELP;
  if (isHeading && isChangeHeading(text)) return changeHelp(text, vocabulary);
  const metric = vocabulary.kind === 'workforce' ? metricNamed(text) : undefined;
  if (metric !== undefined)
    return `if it is the printed ${midSentence(metric.label)}, write \`${text}: ${metric.id} (stated)\` under \`headings.workforce\` in cip-report.yaml, and it is compared with the data`;
  const own = nearest(text, ownHeadings(headings));
  if (own !== undefined)
    return `did you mean ${quoted(own)}, which cip-report.yaml maps? Otherwise map this one there too`;
  const meant = nearest(text, knownWords(vocabulary));
  const section = `\`headings.${vocabulary.kind}\` in cip-report.yaml`;
  const targets = targetsIn(vocabulary, isHeading);
  if (meant !== undefined)
    return `did you mean ${quoted(meant)}? Otherwise map it under ${section}: ${targets}`;
  const dimension = isHeading ? dimensionNamedIn(text) : undefined;
  if (dimension !== undefined)
    return `if each row names a ${dimension}, write \`${text}: ${dimension}\` under ${section}; otherwise map it there: ${targets}`;
  return vocabulary.kind === 'workforce'
    ? `map it under ${section}: ${targets}`
    : `add it under \`indicators\` in cip-report.yaml, or map it under ${section}: ${targets}`;
}

const CHANGES = /\b(?:change|variance|variation|movement|difference|diff|increase|decrease|reduction)\b/i;

/** Returns whether a heading is one under which tables print changes: `% change`, `Variance`, `Movement`. */
function isChangeHeading(text: string): boolean {
  return CHANGES.test(text) || /^[+\-–−/ ]*(?:pp|ppts?)$/i.test(text);
}

function changeHelp(text: string, { kind }: Vocabulary): string {
  const figure = kind === 'workforce' ? 'agency' : '<indicator>';
  return [
    `if it is a printed change, write \`${text}: ${CHANGE_WORD}\` under \`headings.${kind}\` in cip-report.yaml, and it is compared with the figures;`,
    `where each row is a period, say of what: \`${text}: ${figure} ${CHANGE_WORD}\`. Otherwise map it to \`ignore\``,
  ].join(' ');
}

/** What a heading, or the text of a measure column, may be mapped to. */
function targetsIn({ kind }: Vocabulary, isHeading: boolean): string {
  const figure = kind === 'workforce' ? 'a measure' : 'an indicator';
  const dimension = isHeading ? ', to a dimension (team, role, staff group, `dimension <name>`)' : '';
  return `to ${figure}, to \`<metric> (stated)\` for a printed rate${dimension}, or to \`ignore\``;
}

/** Returns the dimension that a heading of several words has among them: `Team Name` has the team. */
function dimensionNamedIn(text: string): string | undefined {
  const key = ` ${headingKey(text)} `;
  const named = [...DIMENSIONS.keys()].filter((name) => key.includes(` ${name} `));
  const longest = named.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : DIMENSIONS.get(longest)?.replaceAll('_', ' ');
}
