import { certain } from '../metrics/estimate.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { kindOf } from '../metrics/registry.ts';
import { outcomeText } from '../metrics/wording.ts';
import { formatCell, formatPeriod } from '../model/format.ts';
import type { PaperContext } from '../papers/context.ts';
import { knownPeriods } from '../papers/known-figures.ts';
import type { FigureSet } from '../report/figures.ts';
import type { Figure } from '../report/report.ts';
import type { FigureExplanation } from './explanation.ts';

/** The most earlier periods that are told. */
const TOLD = 12;

/** Returns what a figure was in the periods of its kind before its own, the newest first. */
export function earlierFigures(figures: FigureSet, { key }: Evaluation): FigureExplanation['earlier'] {
  const periods = knownPeriods(figures.context.figures, key).filter(
    (one) => one.kind === key.period.kind && one.end < key.period.end,
  );
  return periods
    .slice(-TOLD)
    .reverse()
    .flatMap((period) => {
      const figure = figures.figure(key.id, period, key.group, key.basis);
      if (figure === undefined) return [];
      const { id, text, change } = figure;
      return [{ id, period: formatPeriod(period), text, ...(change && { change: change.text }) }];
    });
}

/**
 * Returns what earlier papers gave for the same figure and period, where that is something else, the newest first: of a
 * given one every value that was read, of a computed one what the last papers came to.
 */
export function restatedValues(
  { meetings, figures }: PaperContext,
  { key, given, source }: Evaluation,
  { restated }: Figure,
): FigureExplanation['restated'] {
  const kind = kindOf(figures.registry, key.id);
  const read = source === 'given' ? (given?.restated ?? []) : [];
  if (read.length === 0 || kind === undefined) return restated ? [restated] : [];
  return read.toReversed().map(({ cell, at }) => ({
    text:
      cell.kind === 'number'
        ? outcomeText({ kind: 'number', number: certain(cell.value) }, kind, cell.places)
        : formatCell(cell),
    meeting: meetings.find(({ folder }) => at.file.startsWith(`${folder}/`))?.id ?? '',
    at,
  }));
}
