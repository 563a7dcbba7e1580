import { groupText, type FigureKey } from '../metrics/book.ts';
import { formatLevel, formatPeriod } from '../model/format.ts';
import { knownGroup } from '../papers/known-groups.ts';
import { subjectOf } from '../papers/subject.ts';
import { targetsOf } from '../papers/target-state.ts';
import { judgeLimit, limitFor } from '../risk/limit.ts';
import { isLevelClear } from '../papers/indicator-state.ts';
import type { FigureSet } from '../report/figures.ts';
import type { Figure, Report } from '../report/report.ts';
import type { Fact } from './explanation.ts';
import { targetWords } from './target.ts';

/** Returns the targets of a figure's own group, and the level that it is held against at all times. */
export function goalsOf({ context }: FigureSet, key: FigureKey, figure: Figure): Fact[] {
  const { programme, figures } = context;
  const targets = targetsOf(context).filter(({ metric, of }) => {
    const known = knownGroup(figures.book, of);
    return metric === key.id && known.kind === 'known' && groupText(known.group) === groupText(key.group);
  });
  const indicator = programme.indicators.find(({ id }) => id === key.id);
  const isClear = isLevelClear(context, key.id, key.group);
  const limit = indicator && isClear ? limitFor(indicator, key.group) : undefined;
  const { outcome } = figures.evaluate(key);
  return [
    ...targets.map((target) => {
      const level = formatLevel(target.value, target.notation === 'percent' ? 'share' : 'count');
      const bound = target.direction === 'lower' ? 'at most' : 'at least';
      const state = targetWords(context, target);
      return {
        label: subjectOf('target', target.id),
        text: `${bound} ${level} by ${formatPeriod(target.by)}: ${state}`,
        at: target.at,
      };
    }),
    ...(limit && outcome.kind === 'number'
      ? [
          {
            label: limit.kind,
            text: `${limit.direction === 'lower' ? 'at most' : 'at least'} ${formatLevel(limit.value, figure.unit)}: ${judgeLimit(limit, outcome.number.value).rag}`,
            at: limit.at,
          },
        ]
      : []),
  ];
}

/** Returns others' figures that the report sets beside a figure, and those that it says are not compared with it. */
export function benchmarksBeside(report: Report | undefined, id: string): Fact[] {
  return (report?.benchmarks ?? []).flatMap(({ own, notCompared, rows }) => {
    if (own === id)
      return rows.map(({ place, period, text, differenceText, source, at }) => ({
        label: `${place}, ${period}`,
        text: `${text}${differenceText === undefined ? '' : ` (${differenceText})`}; ${source}`,
        at,
      }));
    return notCompared?.figure === id
      ? [{ label: 'not compared', text: `${own} is set beside others’ instead: ${notCompared.because}` }]
      : [];
  });
}
