import type { FigureKey } from '../metrics/book.ts';
import { groupWords } from '../metrics/wording.ts';
import { movementsOf } from '../papers/movements.ts';
import { figureSubject } from '../papers/subject.ts';
import type { Fact } from './explanation.ts';
import type { Papers } from './papers.ts';

/**
 * Returns what is known of why a figure moved: what starters and leavers leave over, as the report prints it, and the
 * reasons that papers record, for the figure and for each group within its own.
 */
export function reasonsOf({ context, report }: Papers, key: FigureKey): Fact[] {
  const id = figureSubject(key, context);
  const bridge = report?.workforce.bridges.find(({ figures }) => figures.at(-1) === id);
  const rows = new Map(report?.workforce.movements.map(({ figure, amountText }) => [figure, amountText]));
  const recorded = movementsOf(context).recorded.filter((one) => isWithin(one.key, key));
  return [
    ...(bridge === undefined || bridge.unexplained === '0'
      ? []
      : [
          {
            label: 'unexplained',
            text: `${bridge.unexplainedText}, ${beyond(bridge.from.label, recorded.length)}`,
          },
        ]),
    ...recorded.map(({ key: { group }, key: own, reason }) => {
      const subject = figureSubject(own, context);
      const amount = rows.get(subject);
      return {
        label: subject === id ? 'recorded reason' : groupWords(group),
        text: amount === undefined ? reason.value : `${amount}: ${reason.value}`,
        at: reason.at,
      };
    }),
  ];
}

function beyond(from: string, reasons: number): string {
  const recorded = reasons === 0 ? 'no reason is recorded' : 'see what is recorded below';
  return `beyond starters and leavers since ${from}; ${recorded}`;
}

/** Whether the one figure is the other, or that of a group within its own. */
function isWithin(inner: FigureKey, { id, period, group, basis }: FigureKey): boolean {
  const isSame = inner.id === id && inner.period.key === period.key && inner.basis === basis;
  return isSame && Object.entries(group).every(([dimension, name]) => inner.group[dimension] === name);
}
