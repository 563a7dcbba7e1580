import { isFlow } from '../papers/flow.ts';
import { isLevelClear } from '../papers/indicator-state.ts';
import { targetsOf } from '../papers/target-state.ts';
import type { PaperContext } from '../papers/context.ts';
import { groupText } from '../metrics/book.ts';
import type { FigureKind } from '../metrics/registry.ts';
import type { Group, IndicatorLimit } from '../model/dataset.ts';
import { toDecimal, type Exact } from '../model/exact.ts';
import type { Period } from '../model/period.ts';
import { limitFor } from '../risk/limit.ts';
import { formatLevel, formatPeriod, midSentence } from './format.ts';
import type { Trend } from './report.ts';
import { valuedPeriods } from './series.ts';

/** What a level of each kind is called on the page. */
const LIMIT_WORDS: Readonly<Record<IndicatorLimit['kind'], string>> = {
  target: 'Target',
  cap: 'Cap',
  floor: 'Floor',
};

/**
 * Returns the levels to draw for a figure of a group: the indicator's own, and the targets of the workstream. `named` says
 * of which figure, for a chart that has several.
 */
export function levelsOf(
  context: PaperContext,
  kind: FigureKind,
  group: Group,
  named: boolean,
): Trend['levels'] {
  const level = (words: string, value: Exact): Trend['levels'][number] => ({
    label: named ? `${kind.label}: ${midSentence(words)}` : words,
    decimal: toDecimal(value),
    text: formatLevel(value, kind.unit),
  });
  const indicator = context.programme.indicators.find((one) => one.id === kind.id);
  const isClear = isLevelClear(context, kind.id, group);
  const limit = indicator && isClear ? limitFor(indicator, group) : undefined;
  const targets = targetsOf(context).filter(
    ({ metric, of, by }) =>
      metric === kind.id && groupText(of) === groupText(group) && isOfLength(context, kind, group, by),
  );
  return [
    ...(limit ? [level(LIMIT_WORDS[limit.kind], limit.value)] : []),
    ...targets.map(({ by, value }) => level(`Target by ${formatPeriod(by)}`, value)),
  ];
}

/** What a year is to come to is no level for the months of a chart. */
function isOfLength(context: PaperContext, { id }: FigureKind, group: Group, by: Period): boolean {
  if (!isFlow(context.figures.registry, id)) return true;
  const { basis } = context.workstream;
  return valuedPeriods(context, { ids: [id], groups: [group], basis }).at(-1)?.kind === by.kind;
}
