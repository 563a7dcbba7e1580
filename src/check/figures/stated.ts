import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatList, formatPeriod, midSentence, plural } from '../../model/format.ts';
import { groupText, keyOf, keyText } from '../../metrics/book.ts';
import { textLike, type Comparison } from '../../metrics/comparison.ts';
import type { Estimate } from '../../metrics/estimate.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { groupWords, placesBehind, reckoningText } from '../../metrics/wording.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { Difference, StatedRow } from '../../papers/stated-rows.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { differenceWords } from './difference.ts';
import { elsewhereWords } from './elsewhere.ts';
import { isOneAnswer, someOf } from './stated-labels.ts';

/** The most other definitions that a finding names. */
const NAMED = 3;

/**
 * W104: a stated figure that does not follow, unless its row follows from another definition (W105), or the figure is one
 * of several that do (W132). About the figure.
 */
export const statedFigures: Check = (papers) =>
  papers.stated
    .filter((row) => row.heldBy.length === 0)
    .flatMap((row) => {
      const told = new Set(row.portions.flatMap((portion) => portion.comparisons));
      return row.differing
        .filter(({ comparison }) => !told.has(comparison))
        .map((one) => statedFinding(one, papers));
    });

/**
 * W106: one table prints the same figure in two rows, unless the label of one of them is likely wrong (W105). About the
 * measure, as W105 is.
 */
export const statedTwice: Check = ({ stated: rows }) => {
  const first = new Map<string, StatedRow>();
  return rows
    .filter((row) => !isOneAnswer(row))
    .flatMap((row) => {
      const texts = row.observations.map((one) => JSON.stringify([one.at.file, keyText(keyOf(one))]));
      const twin = texts.map((text) => first.get(text)).find((one) => one !== undefined);
      for (const text of texts) if (!first.has(text)) first.set(text, row);
      return twin === undefined ? [] : [twiceFinding(twin, row)];
    });
};

/** Returns why a stated figure differs: its reckoning, and the definitions that would give it. */
export function explainDifference({ comparison, kinds, likely }: Difference, evaluator: Evaluator): string {
  const { cell, kind, evaluation, computedText } = comparison;
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
  const elsewhere = first === '' ? elsewhereWords(comparison, evaluator) : [];
  const none = elsewhere.length > 0 ? elsewhere : [`no other definition gives ${stated}`];
  const search =
    first === ''
      ? [...none, ...differenceWords(comparison, evaluator)]
      : [likely ? first : `${stated} would also be given by ${first}`, ...others];
  const result = evaluation.outcome.kind === 'number' ? halfText(comparison, evaluation.outcome.number) : '';
  return [
    `${kind.label}: ${reckoningText(evaluation, `${result}${computedText}`, evaluator)}`,
    ...search,
  ].join(' · ');
}

/** Returns `22.5%, rounded to ` where a figure is just half-way between two printed ones; else nothing. */
function halfText({ cell, kind }: Comparison, { value }: Estimate): string {
  const decimals = cell.notation === 'percent' ? cell.places + 2 : cell.places;
  const { d } = value.mul(10n ** BigInt(decimals));
  return d === 2n ? `${textLike({ ...cell, places: cell.places + 1 }, kind.unit, value)}, rounded to ` : '';
}

function statedFinding(one: Difference, papers: PaperContext): Finding {
  const { observation, cell, kind, evaluation, computedText }: Comparison = one.comparison;
  const stated = formatCell(cell);
  const when = formatPeriod(observation.period);
  const whose = groupText(observation.group) === '' ? '' : ` for ${groupWords(observation.group)}`;
  const message = `the ${midSentence(kind.label)} for ${when} is stated as ${stated}${whose}; the data gives ${computedText}`;
  const [other] = one.kinds;
  // Advice to change a definition wants more than what may be chance.
  const help =
    other === undefined || !one.likely
      ? undefined
      : `correct the figure, or map the heading to "${other.id} (stated)" in cip-report.yaml`;
  return finding('W104', message, {
    about: figureSubject(evaluation.key, papers),
    at: observation.at,
    why: `stated ${stated} · ${explainDifference(one, papers.figures)}`,
    help,
    related: placesBehind(evaluation),
  });
}

function twiceFinding(first: StatedRow, row: StatedRow): Finding {
  const lines = [first, row].map(({ observations }) => observations[0]?.at.line ?? 0);
  const texts = [first, row].map(
    ({ label, observations }) => `"${label}": ${someOf(observations.map((one) => formatCell(one.cell)))}`,
  );
  const where =
    lines[0] === lines[1]
      ? `under ${formatList([first, row].map(({ label }) => `"${label}"`))}`
      : `on lines ${formatList(lines.map(String))}`;
  const places = [first, row].flatMap(({ observations }) => observations.slice(0, 1).map((one) => one.at));
  return finding('W106', `${row.measure} is stated twice in one table, ${where}`, {
    about: row.measure,
    at: places[1],
    why: texts.join(' · '),
    related: places.slice(0, 1),
  });
}
