import { exact } from '../../model/exact.ts';
import { formatChange, formatPoints, midSentence, MINUS, plural } from '../../model/format.ts';
import type {
  Amount,
  BridgeBetween,
  FigureChange,
  MemberEffect,
  RateSplit,
  SignalRow,
  WorkstreamComparison,
} from '../comparison.ts';
import type { ViewBlock, ViewColumn, ViewRow, ViewTable } from '../view.ts';
import { brief, groupWords, labelWithGroup, NAME, sentence, SENTENCE, spaced } from './texts.ts';

/** The most members of a dimension whose effects are told one by one. */
const MOST_MEMBERS = 8;

/** The most rates whose changes are taken apart on a page. */
const MOST_SPLITS = 6;

/**
 * Returns why figures changed: the bridges, where changes of rates come from, and what history says of them. Rates of groups
 * are told where there is none of the whole; else they are counted, since each would take two tables.
 */
export function whyBlocks(workstream: WorkstreamComparison): ViewBlock[] {
  const { bridges, figures, rates, signals } = workstream;
  const known = new Map(figures.map((one) => [one.id, one]));
  const splits = rates.flatMap((split) => {
    const figure = known.get(split.figure);
    return figure?.within === undefined ? [{ split, figure }] : [];
  });
  const depth = Math.min(...splits.map(({ figure }) => depthOf(figure)));
  const told = splits.filter(({ figure }) => depthOf(figure) === depth).slice(0, MOST_SPLITS);
  const label = (row: { readonly figure: string; readonly label: string }): string => {
    const figure = known.get(row.figure);
    return figure === undefined ? brief(row.label, NAME) : labelWithGroup(figure);
  };
  return [
    ...bridges.map(bridgeBlock),
    ...told.flatMap(({ split }) => [effectTable(split, label(split)), ...memberBlocks(split, label(split))]),
    ...othersBlocks(splits.length - told.length),
    ...signals
      .filter(({ kind, figure }) => kind === 'signal' || depthOf(known.get(figure)) === 0)
      .map((one) => signalBlock(one, label(one))),
  ];
}

/** How many dimensions a figure's group has; a figure that is not known is taken to be of the whole. */
function depthOf(figure: FigureChange | undefined): number {
  return Object.keys(figure?.group ?? {}).length;
}

function othersBlocks(count: number): ViewBlock[] {
  if (count === 0) return [];
  const text = `Where the changes of ${plural(count, 'other rate')} come from is in the JSON (--format json).`;
  return [{ kind: 'text', text, tone: 'quiet' }];
}

function bridgeBlock(bridge: BridgeBetween): ViewBlock {
  return { kind: 'bridge', bridge, lines: bridgeLines(bridge).map((line) => brief(line, SENTENCE)) };
}

/** The sum in one line, then what it leaves unexplained; or why there is none. */
function bridgeLines({ group, from, to, periods, steps, because, ...sums }: BridgeBetween): string[] {
  const whose = groupWords(group);
  const title = `${whose === '' ? 'Permanent staff' : `Permanent staff, ${whose}`}, ${from.label} to ${to.label}`;
  if (because !== undefined) return [`${title}: cannot be reckoned, ${because}`];
  const sum = steps.map(({ kind, amount, label }) => {
    const sign = { level: '', in: '+ ', out: `${MINUS} ` }[kind];
    return `${sign}${amount.text} ${kind === 'level' ? `at the end of ${from.label}` : brief(label, NAME).toLowerCase()}`;
  });
  const result = `${sum.join(' ')} = ${sums.expected?.text ?? ''} expected; there are ${sums.closing?.text ?? ''}`;
  const over = periods > 1 ? [`The flows of ${plural(periods, 'period')} are added up.`] : [];
  const rest =
    sums.explained === true
      ? 'Every movement is explained.'
      : `Unexplained: ${sums.unexplained?.text ?? ''}.`;
  return [`${title}: ${sentence(result)}`, rest, ...over];
}

const EFFECTS: readonly ViewColumn[] = [
  { title: 'Comes from', align: 'left' },
  { title: 'Before', align: 'right' },
  { title: 'After', align: 'right' },
  { title: 'Effect', align: 'right' },
];

function effectTable({ change, numerator, denominator, notSplit }: RateSplit, label: string): ViewTable {
  const parts = [
    { role: 'numerator', part: numerator },
    { role: 'denominator', part: denominator },
  ];
  return {
    kind: 'table',
    caption: `Where the change of ${label} comes from`,
    columns: EFFECTS,
    rows: [
      ...parts.map(({ role, part }) =>
        row([`${brief(part.label, NAME)} (${role})`, part.before, part.after, part.effect.text]),
      ),
      row(['Together', '', '', change.text]),
    ],
    ...(notSplit !== undefined && { more: `Not split further: ${brief(notSplit, SENTENCE)}` }),
  };
}

const MEMBERS: readonly ViewColumn[] = [
  { title: 'Own rate', align: 'right' },
  { title: 'Share', align: 'right' },
  { title: 'Mix', align: 'right' },
  { title: 'Within', align: 'right' },
  { title: 'Effect', align: 'right' },
];

/** A row a member, the largest effect first; those beyond the most are one row, so that the columns still add up. */
function memberBlocks({ change, by }: RateSplit, label: string): ViewTable[] {
  if (by === undefined) return [];
  const dimension = spaced(by.dimension);
  // One row of others would be no shorter than the member itself.
  const shown = by.members.length <= MOST_MEMBERS + 1 ? by.members : by.members.slice(0, MOST_MEMBERS);
  const others = by.members.slice(shown.length);
  return [
    {
      kind: 'table',
      caption: `${label} by ${dimension}: from who is counted (mix) and from own rates (within)`,
      columns: [{ title: dimension.charAt(0).toUpperCase() + dimension.slice(1), align: 'left' }, ...MEMBERS],
      rows: [
        ...shown.map(memberRow),
        ...(others.length === 0 ? [] : [othersRow(others, dimension)]),
        row(['Together', '', '', by.mix.text, by.within.text, change.text]),
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

function signalBlock({ kind, text }: SignalRow, label: string): ViewBlock {
  return {
    kind: 'text',
    text: `${label}: ${sentence(brief(midSentence(text), SENTENCE))}`,
    tone: kind === 'signal' ? 'neutral' : 'quiet',
  };
}

function row(cells: readonly string[]): ViewRow {
  return { cells, kind: 'row', tone: 'neutral', notes: [] };
}
