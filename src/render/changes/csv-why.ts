import type {
  BridgeBetween,
  BridgeStep,
  FigureChange,
  MemberEffect,
  RatePart,
  RateSplit,
  SignalRow,
} from '../../compare/comparison.ts';
import { figureOfCsv, groupCsv } from './csv-figures.ts';
import type { CsvRow } from './csv-row.ts';

/** Returns the row of a bridge, what is expected beside what was there, and a row for where it begins and for each flow. */
export function bridgeCsv(bridge: BridgeBetween): CsvRow[] {
  const { group, basis, from, to, steps, expected, closing, unexplained } = bridge;
  const of: CsvRow = {
    part: 'workforce',
    kind: 'bridge',
    group: groupCsv(group),
    basis,
    period_before: from.key,
    period_after: to.key,
    unit: 'count',
  };
  return [
    {
      ...of,
      id: 'bridge',
      label: 'Expected, and there',
      before: expected?.decimal ?? '',
      after: closing?.decimal ?? '',
      absolute: unexplained?.decimal ?? '',
      text: bridgeText(bridge),
    },
    ...steps.map((step) => ({ ...of, id: `bridge.${step.id}`, label: step.label, ...stepCsv(step) })),
  ];
}

/** A flow has the sign that it has in the sum. */
function stepCsv({ kind, amount: { decimal } }: BridgeStep): CsvRow {
  if (kind === 'level') return { before: decimal };
  return { absolute: kind === 'out' ? negated(decimal) : decimal };
}

function negated(decimal: string): string {
  if (/^0(\.0+)?$/.test(decimal)) return decimal;
  return decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`;
}

function bridgeText({ because, members, explained, periods }: BridgeBetween): string {
  const texts = [
    because && `no bridge: ${because}`,
    periods > 1 && `movements of ${periods.toString()} periods`,
    explained && 'explained',
    members && `other members: ${members}`,
  ];
  return texts.filter((text) => typeof text === 'string').join('; ');
}

/** Returns the rows of where the change of a rate comes from: the change, its two parts, and those of measures and members. */
export function rateCsv(split: RateSplit, figure: FigureChange | undefined): CsvRow[] {
  const { figure: id, label, change, numerator, denominator, measures = [], by, notSplit, since } = split;
  const of: CsvRow = { ...figureColumns(figure), kind: 'rate' };
  const part = (name: string, one: RatePart): CsvRow => ({
    ...of,
    id: `${id}.${name}`,
    label: one.label,
    absolute: one.effect.decimal,
    text: `${one.before} → ${one.after}: ${one.effect.text}`,
  });
  const texts = [since && 'from what was restated', notSplit && `not split by members: ${notSplit}`];
  return [
    {
      ...of,
      id,
      label,
      absolute: change.decimal,
      text: texts.filter((text) => text !== undefined).join('; '),
    },
    part('numerator', numerator),
    part('denominator', denominator),
    ...measures.map((one) => part('measure', one)),
    ...(by?.members.map((one) => ({ ...of, ...memberCsv(id, by.dimension, one) })) ?? []),
  ];
}

function memberCsv(id: string, dimension: string, one: MemberEffect): CsvRow {
  const parts = [
    `mix ${one.mix.text}, within ${one.within.text}`,
    `own rate ${one.before} → ${one.after}`,
    `share ${one.weightBefore} → ${one.weightAfter}`,
  ];
  return {
    id: `${id}.${dimension}=${one.name}`,
    label: one.name,
    group: `${dimension}=${one.name}`,
    absolute: one.effect.decimal,
    text: parts.join('; '),
  };
}

/** What is said of a figure that is in no table of figures is the workforce's. */
function figureColumns(figure: FigureChange | undefined): CsvRow {
  return figure === undefined ? { part: 'workforce' } : figureOfCsv(figure);
}

/** Returns the row of what history says of a figure. */
export function signalCsv(signal: SignalRow, figure: FigureChange | undefined): CsvRow {
  const { figure: id, label, kind, text } = signal;
  return { ...figureColumns(figure), kind, id, label, text };
}
