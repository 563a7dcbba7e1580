import { midSentence } from '../../model/format.ts';
import type { FigureChange, SignalRow } from '../comparison.ts';
import type { ViewBlock } from '../view.ts';
import { isWhole } from './figure-rows.ts';
import { brief, labelWithGroup, listed, NAME, sentence, SENTENCE } from './texts.ts';

/** The most other figures whose history says something that are named. */
const MOST_OTHERS = 8;

/**
 * Returns what history says: of the whole's headlines in full, whether a change is more than the usual or not; of other figures
 * only that it is.
 */
export function signalBlocks(
  signals: readonly SignalRow[],
  known: ReadonlyMap<string, FigureChange>,
  headlines: readonly string[],
): ViewBlock[] {
  const told = signals.map((signal) => {
    const figure = known.get(signal.figure);
    const rank = figure !== undefined && isWhole(figure) ? headlines.indexOf(figure.metric) : -1;
    return { signal, rank, label: figure === undefined ? brief(signal.label, NAME) : labelWithGroup(figure) };
  });
  const first = told.filter(({ rank }) => rank >= 0).toSorted((a, b) => a.rank - b.rank);
  const others = told.filter(({ signal, rank }) => rank < 0 && signal.kind === 'signal');
  return [
    ...first.map(({ signal, label }): ViewBlock => {
      const text = `${label}: ${sentence(brief(midSentence(signal.text), SENTENCE))}`;
      return { kind: 'text', text, tone: signal.kind === 'signal' ? 'neutral' : 'quiet' };
    }),
    ...(others.length === 0
      ? []
      : [
          otherSignals(
            others.map(({ label }) => label),
            first.length > 0,
          ),
        ]),
  ];
}

function otherSignals(labels: readonly string[], isMore: boolean): ViewBlock {
  const text = `More than the usual ups and downs${isMore ? ', too' : ''}: ${listed(labels, MOST_OTHERS, '; ')}.`;
  return { kind: 'text', text: brief(text, SENTENCE * 2), tone: 'neutral' };
}
