import type { Evaluator } from '../../metrics/evaluate.ts';
import { evaluationText, groupWords } from '../../metrics/wording.ts';
import type { FigureKey } from '../../metrics/book.ts';
import { formatPeriod } from '../../model/format.ts';
import { amountEntry, type MovementAmount } from '../../papers/movement-amounts.ts';
import type { Step } from './steps.ts';

/** Returns a figure with its group and period: `agency of team Assessment for Feb 2021`. */
export function figureWords({ id, group, period }: FigureKey): string {
  const of = Object.keys(group).length === 0 ? '' : ` of ${groupWords(group)}`;
  return `${id}${of} for ${formatPeriod(period)}`;
}

/** Returns a step in words: `agency for Feb 2021 is 390, and was 36 in Jan 2021`. */
export function stepText({ opening, closing }: Step, { registry }: Evaluator): string {
  const now = `${figureWords(closing.key)} is ${evaluationText(closing, registry)}`;
  return `${now}, and was ${evaluationText(opening, registry)} in ${formatPeriod(opening.key.period)}`;
}

/** Returns the advice on a movement: to correct it, or to record its reason, with the entry to write. */
export function recordHelp(
  about: string,
  amount: MovementAmount,
  correct = 'correct the figure that is wrong',
): string {
  // As YAML has it: a single quotation mark within two of them is written twice.
  const of = `'${about.replaceAll("'", "''")}'`;
  return `${correct}, or record the reason under \`movements\` in report.yaml, which prints it: { of: ${of}, by: ${amountEntry(amount)}, reason: … }`;
}
