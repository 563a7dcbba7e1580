import { compareFigures } from '../../../src/compare/figures/compare-figures.ts';
import type { FigureChange, Form } from '../../../src/compare/comparison.ts';
import type { ChangeLimit, CompareRequest, SidePapers } from '../../../src/compare/side.ts';
import type { MetricDefinition } from '../../../src/model/definition.ts';
import { exact } from '../../../src/model/exact.ts';
import type { Period } from '../../../src/model/period.ts';
import type { Sourced } from '../../../src/model/place.ts';
import { createContext } from '../../../src/papers/context.ts';
import { month, place } from '../../support/dataset.ts';
import { smallDataset, type SmallDataset } from '../../support/figure-set.ts';

/** Returns one side: the last meeting's papers of a small dataset, at a month, a period or at none. */
export function side(change: SmallDataset, period?: string | Period): SidePapers {
  const dataset = smallDataset(change);
  const [workstream] = dataset.workstreams;
  const meeting = workstream?.meetings.at(-1);
  if (!workstream || !meeting) throw new RangeError('no meeting');
  const context = createContext(dataset, { workstream, meeting });
  return { context, period: typeof period === 'string' ? month(period) : period };
}

/** Returns the comparison of two sides, of all figures where `parts` does not say. */
export function compared(
  before: SidePapers,
  after: SidePapers,
  {
    form = 'folders',
    parts = ['workforce', 'indicators'],
    ...limits
  }: Partial<CompareRequest> & { form?: Form } = {},
) {
  return compareFigures({ form, before, after }, { parts, ...limits });
}

/** Returns a limit as it is typed: `5%`, `0.5`. */
export function limit(text: string): ChangeLimit {
  return text.endsWith('%')
    ? { value: exact(text.slice(0, -1)).div(100), notation: 'percent', text }
    : { value: exact(text), notation: 'plain', text };
}

/** Returns the agency rate by another formula than the shipped one. */
export function agencyRate(formula: string): Sourced<MetricDefinition> {
  const words = { label: 'Agency rate', description: 'Agency workers as a share.', usedBy: [] };
  return {
    value: {
      id: 'agency_rate',
      formula,
      unit: 'share',
      places: 2,
      direction: 'lower',
      origin: 'council',
      ...words,
    },
    at: place(1),
  };
}

/** Returns what happened to each figure, short: `agency: 36 → 39, +3`. */
export function told(changes: readonly FigureChange[]): string[] {
  return changes.map(({ id, kind, before, after, absolute }) => {
    const how = kind === 'changed' ? (absolute?.text ?? '') : kind;
    return `${id}: ${before.text} → ${after.text}, ${how}`;
  });
}
