import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatList, formatPeriod, midSentence, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { groupText } from '../../metrics/book.ts';
import { textLike, type Comparison } from '../../metrics/comparison.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { kindOf, labelOf, type FigureKind } from '../../metrics/registry.ts';
import { formulaText, groupWords, placesBehind, reckoningText } from '../../metrics/wording.ts';
import type { Check } from '../rule.ts';
import type { Instead, StatedRow } from '../../papers/stated-rows.ts';

/** The most other definitions that a finding names. */
const NAMED = 3;

/** W104: a stated figure that does not follow, unless its whole row follows from another definition (W105). */
export const statedFigures: Check = ({ stated: rows, figures: evaluator }) =>
  rows
    .filter((row) => row.heldBy.length === 0)
    .flatMap((row) => {
      const differing = row.comparisons.filter((one) => !one.agrees);
      return differing.map((one) => statedFinding(one, row.instead, evaluator));
    });

/** W105: a row whose every figure is another metric's: one finding, not one a figure. */
export const statedLabels: Check = ({ stated: rows, figures: evaluator }) => {
  const tables = byTable(rightlyLabelled(rows));
  return rows.flatMap((row) => {
    const [holder, ...more] = row.heldBy;
    if (holder === undefined) return [];
    const twin = tables.get(tableKey(row))?.find((other) => shareAPeriod(other, row));
    return [labelFinding(row, twin, [holder, ...more], evaluator)];
  });
};

/** W106: one table prints the same figure in two rows, unless the label of one of them is likely wrong (W105). */
export const statedTwice: Check = ({ stated: rows }) =>
  [...byTable(rightlyLabelled(rows)).values()].flatMap(([first, ...others]) =>
    others.flatMap((row) => (first && shareAPeriod(first, row) ? [twiceFinding(first, row)] : [])),
  );

function rightlyLabelled(rows: readonly StatedRow[]): StatedRow[] {
  return rows.filter((row) => row.heldBy.length === 0);
}

/** Returns the rows that state the same figure in one table, by table and figure. */
function byTable(rows: readonly StatedRow[]): Map<string, StatedRow[]> {
  return groupBy(rows, tableKey);
}

function tableKey({ measure, observations: [first] }: StatedRow): string {
  return JSON.stringify([first?.at.file, measure, first?.basis, first && groupText(first.group)]);
}

/** Returns why a stated figure differs: its reckoning, and the definitions that would give it. */
export function explainDifference(
  { cell, kind, evaluation, computedText }: Comparison,
  { kinds, likely }: Instead,
  evaluator: Evaluator,
): string {
  const shown = kinds.slice(0, NAMED).map((other) => {
    const instead = evaluator.evaluate({ ...evaluation.key, id: other.id });
    const { outcome } = instead;
    const value =
      outcome.kind === 'number' ? textLike(cell, kind.unit, outcome.number.value) : formatCell(cell);
    return `${other.label}: ${reckoningText(instead, value, evaluator)}`;
  });
  const more = kinds.length > NAMED ? [`and ${plural(kinds.length - NAMED, 'other definition')}`] : [];
  const [first = '', ...others] = [...shown, ...more];
  const stated = formatCell(cell);
  const search =
    first === ''
      ? [`no other definition gives ${stated}`]
      : [likely ? first : `${stated} would also be given by ${first}`, ...others];
  return [`${kind.label}: ${reckoningText(evaluation, computedText, evaluator)}`, ...search].join(' · ');
}

function statedFinding(one: Comparison, instead: Instead, evaluator: Evaluator): Finding {
  const { observation, cell, kind, evaluation, computedText } = one;
  const stated = formatCell(cell);
  const when = formatPeriod(observation.period);
  const whose = groupText(observation.group) === '' ? '' : ` for ${groupWords(observation.group)}`;
  const message = `the ${midSentence(kind.label)} for ${when} is stated as ${stated}${whose}; the data gives ${computedText}`;
  const [other] = instead.kinds;
  // Advice to change a definition wants more than what may be chance.
  const help =
    other === undefined || !instead.likely
      ? undefined
      : `correct the figure, or map the heading to "${other.id} (stated)" in cip-report.yaml`;
  return finding('W104', message, {
    at: observation.at,
    why: `stated ${stated} · ${explainDifference(one, instead, evaluator)}`,
    help,
    related: placesBehind(evaluation),
  });
}

/** `twin` states what the label says in a row of its own; `holders` are the kinds of figure that the row holds. */
function labelFinding(
  row: StatedRow,
  twin: StatedRow | undefined,
  [holder, ...more]: readonly [FigureKind, ...FigureKind[]],
  { registry }: Evaluator,
): Finding {
  const name = (id: string) => midSentence(labelOf(registry, id));
  const formula = (id: string) => {
    const kind = kindOf(registry, id);
    return (kind && formulaText(kind, registry)) ?? name(id);
  };
  const also = more.length === 0 ? '' : ` (as would ${formatList(more.map((one) => name(one.id)))})`;
  const twinAt = twin?.observations[0]?.at;
  const stated = twinAt ? `, which line ${twinAt.line.toString()} states already` : '';
  const target = `"${holder.id} (stated)" in cip-report.yaml`;
  return finding(
    'W105',
    `the ${lineOrColumn(row)} "${row.label}" holds the ${name(holder.id)}, not the ${name(row.measure)}${stated}: its label is likely wrong`,
    {
      at: row.comparisons[0]?.observation.at,
      why: [
        `stated ${formatList(row.comparisons.map(({ cell }) => formatCell(cell)))}`,
        `${formula(holder.id)} gives exactly these${also}`,
        `${formula(row.measure)} gives ${formatList(row.comparisons.map((one) => one.computedText))}`,
      ].join(' · '),
      help:
        twin?.label === row.label
          ? `give the row a label of its own, and map that to ${target}`
          : `correct the label, or map the heading to ${target}`,
      related: [
        ...row.comparisons.slice(1).map(({ observation }) => observation.at),
        ...(twinAt ? [twinAt] : []),
      ],
    },
  );
}

/** Returns what a reader calls it: a table with periods across has a row for each figure, one with a row a period a column. */
export function lineOrColumn({ observations }: StatedRow): 'row' | 'column' {
  return observations.every((one) => one.at.line === observations[0]?.at.line) ? 'row' : 'column';
}

function shareAPeriod(a: StatedRow, b: StatedRow): boolean {
  const periods = new Set(a.observations.map((one) => one.period.key));
  return b.observations.some((one) => periods.has(one.period.key));
}

function twiceFinding(first: StatedRow, row: StatedRow): Finding {
  const lines = [first, row].map(({ observations }) => observations[0]?.at.line ?? 0);
  const texts = [first, row].map(
    ({ label, observations }) => `"${label}": ${formatList(observations.map((one) => formatCell(one.cell)))}`,
  );
  const message = `${row.measure} is stated twice in one table, on lines ${formatList(lines.map(String))}`;
  const places = [first, row].flatMap(({ observations }) => observations.slice(0, 1).map((one) => one.at));
  return finding('W106', message, { at: places[1], why: texts.join(' · '), related: places.slice(0, 1) });
}
