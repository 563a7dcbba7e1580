import { exact } from '../../model/exact.ts';
import {
  capitalised,
  formatChange,
  formatList,
  formatPoints,
  MINUS,
  plural,
  severalOf,
  spaced,
} from '../../model/format.ts';
import type { Amount, FigureChange, MemberEffect, RatePart, RateSplit } from '../comparison.ts';
import type { ViewBlock, ViewColumn, ViewRow, ViewTable } from '../view.ts';
import { brief, labelWithGroup, NAME, SENTENCE } from './texts.ts';

/** The most members of a dimension whose effects are told one by one. */
const MOST_MEMBERS = 8;

/** The most rates that are told, and the most whose members are. */
const MOST_RATES = 12;
const MOST_BY_MEMBER = 2;

/** A rate with what is known of its change. */
interface Told {
  readonly split: RateSplit;
  readonly figure: FigureChange | undefined;
  readonly label: string;
}

/**
 * Returns where the changes of rates come from: one table of the whole's rates (of groups' where there is none of the whole),
 * of headlines the parts of members, and how many others there are.
 */
export function rateBlocks(
  rates: readonly RateSplit[],
  known: ReadonlyMap<string, FigureChange>,
  headlines: readonly string[],
): ViewBlock[] {
  const all = rates.flatMap((split): Told[] => {
    const figure = known.get(split.figure);
    if (figure?.within !== undefined) return [];
    return [
      { split, figure, label: figure === undefined ? brief(split.label, NAME) : labelWithGroup(figure) },
    ];
  });
  const depth = Math.min(...all.map(depthOf));
  const rank = ({ figure }: Told): number => {
    const at = headlines.indexOf(figure?.metric ?? '');
    return at < 0 ? headlines.length : at;
  };
  const rows = all
    .filter((one) => depthOf(one) === depth)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, MOST_RATES);
  if (rows.length === 0) return [];
  const first = rows.filter((one) => rank(one) < headlines.length);
  const byMember = first.filter(({ split }) => split.by !== undefined).slice(0, MOST_BY_MEMBER);
  const others = rows.filter((one) => one.split.by !== undefined && !byMember.includes(one));
  return [
    ratesTable(rows, new Set(first)),
    ...byMember.flatMap(memberTable),
    ...othersBlocks(
      others,
      all.filter((one) => !rows.includes(one)),
    ),
  ];
}

/** How many dimensions a figure's group has; a figure that is not known is taken to be of the whole. */
function depthOf({ figure }: Told): number {
  return Object.keys(figure?.group ?? {}).length;
}

/** `More in the JSON: effects by team for 2 more rates, and the parts of 7 rates of teams.` */
function othersBlocks(byMember: readonly Told[], left: readonly Told[]): ViewBlock[] {
  const texts = [
    byMember.length === 0
      ? ''
      : `effects by ${dimensionOf(byMember, ({ split }) => split.by?.dimension)} for ${plural(byMember.length, 'more rate')}`,
    left.length === 0 ? '' : `the parts of ${leftText(left)}`,
  ].filter((text) => text !== '');
  if (texts.length === 0) return [];
  return [{ kind: 'text', text: `More in the JSON: ${texts.join(', and ')}.`, tone: 'quiet', whole: 'json' }];
}

/** The dimension that all have in common, in words. */
function dimensionOf(some: readonly Told[], pick: (told: Told) => string | undefined): string {
  const [only = 'group', ...more] = new Set(some.map(pick));
  return more.length === 0 ? spaced(brief(only, NAME)) : 'group';
}

/** `7 rates of teams`, `2 more rates`. */
function leftText(left: readonly Told[]): string {
  if (left.some((told) => depthOf(told) === 0)) return plural(left.length, 'more rate');
  const noun = dimensionOf(left, ({ figure }) => {
    const [only, another] = Object.keys(figure?.group ?? {});
    return another === undefined ? only : undefined;
  });
  return `${plural(left.length, 'rate')} of ${severalOf(noun)}`;
}

const RATES: readonly ViewColumn[] = [
  { title: 'Rate', align: 'left' },
  { title: 'Change', align: 'right' },
  { title: 'From the numerator', align: 'right' },
  { title: 'From the denominator', align: 'right' },
];

/** A row a rate; under it the two parts by name, and of a headline why it is not split further. */
function ratesTable(rates: readonly Told[], headlines: ReadonlySet<Told>): ViewTable {
  return {
    kind: 'table',
    caption: 'Where changes of rates come from',
    columns: RATES,
    rows: rates.map((one): ViewRow => {
      const { change, numerator, denominator, notSplit } = one.split;
      const parts = [numerator, denominator].map(
        ({ label, before, after }) => `${brief(label, NAME)} ${before} → ${after}`,
      );
      const isNamed = headlines.has(one) && notSplit !== undefined;
      return {
        ...row([one.label, change.text, numerator.effect.text, denominator.effect.text]),
        notes: [
          parts.join('; '),
          ...restatedNote(one),
          ...measuresNote(one.split),
          ...(isNamed ? [`not split by members: ${brief(notSplit, SENTENCE)}`] : []),
        ],
      };
    }),
  };
}

/** Which change it is that the parts add up to, where the first figure was restated. */
function restatedNote({ figure, split }: Told): string[] {
  if (figure?.revised === undefined) return [];
  if (split.since === 'revised') return [`from ${brief(figure.revised.before.text, NAME)}, as restated`];
  const { period, text } = figure.before;
  return [`from ${brief(text, NAME)}, as ${period.label} was given first`];
}

/**
 * Where a measure is divided by itself among others, each of the two parts is partly its own: what each measure changed the
 * rate by. `agency +6.41 pp, permanent 0.00 pp: the denominator counts agency too`.
 */
function measuresNote({ measures = [], numerator, denominator }: RateSplit): string[] {
  if (measures.length === 0) return [];
  const effects = measures.map(({ label, effect }) => `${brief(label, NAME)} ${effect.text}`);
  const isIn = ({ label }: RatePart, term: string): boolean =>
    label.split(OPERATORS).some((one) => one.trim() === term);
  const shared = measures
    .map(({ label }) => label)
    .filter((label) => isIn(numerator, label) && isIn(denominator, label));
  const why = shared.length === 0 ? '' : `: the denominator counts ${formatList(shared.map(named))} too`;
  const lead = why === '' ? 'measure by measure: ' : '';
  return [brief(`${lead}${effects.join(', ')}${why}`, SENTENCE)];
}

const OPERATORS = / [+−×÷] |[()]/;

function named(label: string): string {
  return brief(label, NAME);
}

const MEMBERS: readonly ViewColumn[] = [
  { title: 'Own rate', align: 'right' },
  { title: 'Share', align: 'right' },
  { title: 'Mix', align: 'right' },
  { title: 'Within', align: 'right' },
  { title: 'Effect', align: 'right' },
];

/** A row a member, the largest effect first; those beyond the most are one row, so that the columns still add up. */
function memberTable(told: Told): ViewTable[] {
  const { split, label } = told;
  const { change, by } = split;
  if (by === undefined) return [];
  const dimension = spaced(by.dimension);
  // One row of others would be no shorter than the member itself.
  const shown = by.members.length <= MOST_MEMBERS + 1 ? by.members : by.members.slice(0, MOST_MEMBERS);
  const others = by.members.slice(shown.length);
  return [
    {
      kind: 'table',
      caption: `${label} by ${dimension}: from who is counted (mix) and from own rates (within)`,
      columns: [{ title: capitalised(dimension), align: 'left' }, ...MEMBERS],
      rows: [
        ...shown.map(memberRow),
        ...(others.length === 0 ? [] : [othersRow(others, dimension)]),
        {
          ...row(['Together', '', '', by.mix.text, by.within.text, change.text]),
          notes: restatedNote(told),
        },
      ],
    },
  ];
}

function memberRow({ name, before, after, weightBefore, weightAfter, ...effects }: MemberEffect): ViewRow {
  return row([
    brief(name, NAME),
    `${before} → ${after}`,
    `${weightBefore} → ${weightAfter}`,
    effects.mix.text,
    effects.within.text,
    effects.effect.text,
  ]);
}

function othersRow(others: readonly MemberEffect[], dimension: string): ViewRow {
  const sum = (pick: (one: MemberEffect) => Amount) => printedSum(others.map((one) => pick(one).text));
  return row([
    `${others.length.toString()} others by ${dimension}`,
    '',
    '',
    sum((one) => one.mix),
    sum((one) => one.within),
    sum((one) => one.effect),
  ]);
}

const PRINTED = /^([+−]?)(£?)([\d,]+)(?:\.(\d+))?( pp)?$/;

/** Returns the sum of amounts as they are printed, since it is those that a reader adds up: `+0.31 pp`. */
export function printedSum(texts: readonly string[]): string {
  const amounts = texts.map((text) => PRINTED.exec(text));
  const places = Math.max(0, ...amounts.map((match) => match?.[4]?.length ?? 0));
  const sum = amounts.reduce((total, match) => {
    if (match === null) return total;
    const [, sign = '', , whole = '', decimals] = match;
    const size = exact(`${whole.replaceAll(',', '')}${decimals === undefined ? '' : `.${decimals}`}`);
    return sign === MINUS ? total.sub(size) : total.add(size);
  }, exact(0));
  if (amounts.some((match) => match?.[5] !== undefined)) return formatPoints(sum.div(100), places);
  return formatChange(sum, amounts.some((match) => match?.[2] === '£') ? 'money' : 'count', places);
}

function row(cells: readonly string[]): ViewRow {
  return { cells, kind: 'row', tone: 'neutral', notes: [] };
}
