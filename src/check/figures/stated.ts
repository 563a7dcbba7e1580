import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatList, formatPeriod, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { groupText } from '../../metrics/book.ts';
import { textLike, type Comparison } from '../../metrics/comparison.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import type { FigureKind } from '../../metrics/registry.ts';
import { formulaText, placesBehind, reckoningText } from '../../metrics/wording.ts';
import type { FigureRule } from './figure-context.ts';
import { kindsGiving, type StatedRow } from './stated-rows.ts';

/** The most other definitions that a finding names. */
const NAMED = 3;

/** W104: a stated figure that does not follow, unless its whole row follows from another definition (W105). */
export const statedFigures: FigureRule = ({ rows, figures: evaluator }) =>
  rows
    .filter((row) => row.heldBy.length === 0)
    .flatMap((row) => {
      const differing = row.comparisons.filter((one) => !one.agrees);
      const others = kindsGiving(evaluator, differing);
      return differing.map((one) => statedFinding(one, others, evaluator));
    });

/** W105: a row whose every figure is another metric's: one finding, not one a figure. */
export const statedLabels: FigureRule = ({ rows, figures: evaluator }) =>
  rows.flatMap((row) => {
    const [holder, ...more] = row.heldBy;
    return holder === undefined ? [] : [labelFinding(row, holder, more, evaluator)];
  });

/** W106: one table prints the same figure in two rows. */
export const statedTwice: FigureRule = ({ rows }) => {
  const tables = groupBy(rows, (row) => {
    const [first] = row.observations;
    return JSON.stringify([first?.at.file, row.measure, first?.basis, first && groupText(first.group)]);
  });
  return [...tables.values()].flatMap(([first, ...others]) =>
    others.flatMap((row) => (first && shareAPeriod(first, row) ? [twiceFinding(first, row)] : [])),
  );
};

/** Returns why a stated figure differs: its reckoning, and the definitions that would give it. */
export function explainDifference(
  { cell, kind, evaluation, computedText }: Comparison,
  others: readonly FigureKind[],
  evaluator: Evaluator,
): string {
  const shown = others.slice(0, NAMED).map((other) => {
    const instead = evaluator.evaluate({ ...evaluation.key, id: other.id });
    const { outcome } = instead;
    const value =
      outcome.kind === 'number' ? textLike(cell, kind.unit, outcome.number.value) : formatCell(cell);
    return `${other.id}: ${reckoningText(instead, value, evaluator)}`;
  });
  const more = others.length > NAMED ? [`and ${plural(others.length - NAMED, 'other definition')}`] : [];
  const search =
    others.length === 0 ? [`no other definition gives ${formatCell(cell)}`] : [...shown, ...more];
  return [`${kind.id}: ${reckoningText(evaluation, computedText, evaluator)}`, ...search].join(' · ');
}

function statedFinding(one: Comparison, others: readonly FigureKind[], evaluator: Evaluator): Finding {
  const { observation, cell, kind, evaluation, computedText } = one;
  const stated = formatCell(cell);
  const when = formatPeriod(observation.period);
  const message = `${kind.id} for ${when} is stated as ${stated}; the data gives ${computedText}`;
  const [other] = others;
  const help =
    other === undefined
      ? undefined
      : `correct the figure, or map the heading to "${other.id} (stated)" in cip-report.yaml`;
  return finding('W104', message, {
    at: observation.at,
    why: `stated ${stated} · ${explainDifference(one, others, evaluator)}`,
    help,
    related: placesBehind(evaluation),
  });
}

function labelFinding(
  row: StatedRow,
  holder: FigureKind,
  more: readonly FigureKind[],
  evaluator: Evaluator,
): Finding {
  const { registry } = evaluator;
  const stated = row.comparisons.map(({ cell }) => formatCell(cell));
  const own = row.comparisons.map((one) => one.computedText);
  const formula = formulaText(holder, registry);
  const also = more.length === 0 ? '' : ` (as would ${formatList(more.map((one) => one.id))})`;
  const kind = row.comparisons[0]?.kind;
  const ownFormula = kind && formulaText(kind, registry);
  return finding(
    'W105',
    `the row "${row.label}" holds ${holder.id}, not ${row.measure}: its label is likely wrong`,
    {
      at: row.comparisons[0]?.observation.at,
      why: [
        `stated ${formatList(stated)}`,
        `${formula ?? holder.id} gives exactly these${also}`,
        `${ownFormula ?? row.measure} gives ${formatList(own)}`,
      ].join(' · '),
      help: `correct the label, or map the heading to "${holder.id} (stated)" in cip-report.yaml`,
      related: row.comparisons.slice(1).map(({ observation }) => observation.at),
    },
  );
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
