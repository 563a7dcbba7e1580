import { groupText, type FigureKey } from '../../metrics/book.ts';
import { certain, estimateOf, overlap, plus, type Estimate } from '../../metrics/estimate.ts';
import { kindOf, type FigureKind } from '../../metrics/registry.ts';
import { groupWords } from '../../metrics/wording.ts';
import type { NumberCell } from '../../model/cell.ts';
import type { Group, Observation } from '../../model/dataset.ts';
import { compareExact, exact, ZERO } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatPeriod, formatPercent, midSentence } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** The parts of one group that a table prints by a dimension, and what it prints for the group. */
interface Breakdown {
  readonly kind: FigureKind;
  readonly key: FigureKey;
  readonly dimension: string;
  readonly parts: readonly ShareCell[];
  readonly total?: ShareCell;
}

type ShareCell = Observation & { readonly cell: NumberCell };

/** The most parts of a sum that its reckoning names. */
const NAMED = 12;
const WHOLE = certain(exact(1));
/** Within a tenth of it a total is of shares of a whole; any other may be a rate of its own. */
const NEAR = { low: exact(9).div(10), high: exact(11).div(10) };

/** Who works where, and as what: shares by these are mostly rates of each, which make nothing together. */
const OF_STAFF: ReadonlySet<string> = new Set([
  'team',
  'role',
  'staff_group',
  'service',
  'authority',
  'grade',
]);

/**
 * W158: the shares of a dimension's members do not make 100%, where the table prints that total for them or the indicator
 * is said to add up; or they do not make the total near 100% that it prints. A total that is no higher than one of its
 * parts may be a rate of all of them, and is no sum. Where nothing is said, shares that come to just over 100% are told
 * of if they look like those of a whole. Each part may be off by half of its last place.
 */
export const sharesOfWhole: Check = (papers) =>
  breakdowns(papers).flatMap((one) => {
    const sum = one.parts.map((part) => shareOf(part, papers)).reduce(plus, certain(ZERO));
    const expected = wholeOf(one, sum, papers);
    return expected === undefined || overlap(sum, expected) ? [] : [wholeFinding(one, sum, papers)];
  });

/** Returns what the parts should make; undefined where they need not make anything. */
function wholeOf(one: Breakdown, sum: Estimate, papers: PaperContext): Estimate | undefined {
  const { kind, parts, total } = one;
  const printed = total && shareOf(total, papers);
  const isAll = printed !== undefined && compareExact(printed.value, WHOLE.value) === 0;
  if (kind.addsUp === true) return printed === undefined || isAll ? WHOLE : printed;
  if (printed === undefined && isBeyondAll(one, sum, papers)) return WHOLE;
  if (printed === undefined || parts.some(({ cell }) => compareExact(cell.value, printed.value) >= 0))
    return undefined;
  if (isAll) return WHOLE;
  return [printed, sum].every(({ value }) => isNear(value)) ? printed : undefined;
}

/**
 * Returns whether shares look like those of one whole and come to a little more: three or more of a figure that is no
 * quotient and of which neither more nor less is better, by a dimension that does not divide the staff.
 */
function isBeyondAll(
  { kind, dimension, parts }: Breakdown,
  sum: Estimate,
  { meeting, programme }: PaperContext,
): boolean {
  const mayAddUp = programme.indicators.every(({ id, addsUp }) => id !== kind.id || addsUp !== false);
  const isShare = mayAddUp && kind.expression === undefined && kind.direction === 'none';
  const isBeyond = isNear(sum.value) && compareExact(sum.low, WHOLE.value) > 0;
  if (!isShare || !isBeyond || parts.length < 3 || OF_STAFF.has(dimension)) return false;
  return meeting.observations.every(({ group }) => group[dimension] === undefined);
}

function isNear(value: Estimate['value']): boolean {
  return compareExact(NEAR.low, value) <= 0 && compareExact(value, NEAR.high) <= 0;
}

/** Returns the breakdowns of shares in the papers' tables of which every part is a number. */
function breakdowns({ meeting, figures, programme }: PaperContext): Breakdown[] {
  const shares = [...meeting.observations, ...meeting.indicators].filter(
    ({ measure }) => kindOf(figures.registry, measure)?.unit === 'share',
  );
  const tables = groupBy(shares, ({ at, measure, period, basis }) =>
    JSON.stringify([at.file, measure, period.key, basis]),
  );
  return [...tables.values()].flatMap((rows) => {
    const [first] = rows;
    const kind = first && kindOf(figures.registry, first.measure);
    return kind ? breakdownsIn(rows, kind, programme.overlapping) : [];
  });
}

function breakdownsIn(
  rows: readonly Observation[],
  kind: FigureKind,
  overlapping: readonly string[],
): Breakdown[] {
  const parts = rows.flatMap((row) =>
    Object.keys(row.group).map((dimension) => ({ row, dimension, of: without(row.group, dimension) })),
  );
  const byGroup = groupBy(rows, ({ group }) => groupText(group));
  const groups = groupBy(parts, ({ dimension, of }) => JSON.stringify([dimension, groupText(of)]));
  return [...groups.values()].flatMap((members) => {
    const [first, second] = members;
    if (first === undefined || second === undefined || overlapping.includes(first.dimension)) return [];
    const { dimension, of, row } = first;
    const named = new Set(members.map((one) => one.row.group[dimension]));
    const written = members.flatMap((one) => (isNothing(one.row) ? [] : [one.row]));
    const numbers = written.flatMap(shareCell);
    // A part that is hidden or missing may be any share, and one that is given twice is none of two.
    if (named.size < members.length || numbers.length < written.length || numbers.length < 2) return [];
    const total = (byGroup.get(groupText(of)) ?? []).flatMap(shareCell)[0];
    const key = { id: kind.id, period: row.period, group: of, basis: row.basis };
    return { kind, key, dimension, parts: numbers, ...(total && { total }) };
  });
}

/** `z`: who does not apply has no share. */
function isNothing({ cell }: Observation): boolean {
  return cell.kind === 'marker' && cell.marker === 'z';
}

function shareCell(one: Observation): ShareCell[] {
  const { cell } = one;
  return cell.kind === 'number' && (cell.notation === 'percent' || cell.value.n === 0n)
    ? [{ ...one, cell }]
    : [];
}

function shareOf(one: ShareCell, { figures: { book } }: PaperContext): Estimate {
  return estimateOf(one.cell, one.basis, { unit: 'share', precision: () => book.precision(one) });
}

function without(group: Group, dimension: string): Group {
  return Object.fromEntries(Object.entries(group).filter(([name]) => name !== dimension));
}

function wholeFinding(one: Breakdown, sum: Estimate, papers: PaperContext): Finding {
  const { kind, key, dimension, parts, total } = one;
  const places = Math.max(...parts.map(({ cell }) => cell.places));
  const made = formatPercent(sum.value, places);
  const whole =
    total === undefined ? '100%' : `the ${formatCell(total.cell)} that is printed for all of them`;
  const whose = groupText(key.group) === '' ? '' : ` of ${groupWords(key.group)}`;
  const by = dimension.replaceAll('_', ' ');
  const terms = parts.map(({ group, cell }) => `${group[dimension] ?? ''} ${formatCell(cell)}`);
  const slack = formatPercent(sum.high.sub(sum.low).div(2), places + 1);
  return finding(
    'W158',
    `the shares by ${by}${whose} of ${midSentence(kind.label)} for ${formatPeriod(key.period)} make ${made}, and not ${whole}`,
    {
      at: total?.at ?? parts[0]?.at,
      about: figureSubject(key, papers),
      why: `${terms.length > NAMED ? `${terms.length.toString()} parts` : terms.join(' + ')} = ${made}; rounding may hide ${slack} at most`,
      related: parts.slice(total === undefined ? 1 : 0).map(({ at }) => at),
    },
  );
}
