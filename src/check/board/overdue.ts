import type { FindingCode } from '../../model/catalogue.ts';
import { finding } from '../../model/finding.ts';
import { formatDays } from '../../model/format.ts';
import { overdueItems, type OverdueItem } from '../../papers/overdue.ts';
import { subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { datesBeforeRaised } from './before-raised.ts';
import { overdueWhy } from './dates.ts';

const CODES: Readonly<Record<OverdueItem['kind'], FindingCode>> = {
  milestone: 'W201',
  action: 'W206',
  recommendation: 'W408',
};

function overdue(kind: OverdueItem['kind']): Check {
  return (context) => {
    const wrong = datesBeforeRaised(context.meeting);
    return overdueItems(context)
      .filter((one) => one.kind === kind)
      .map((one) =>
        finding(CODES[kind], `${one.text} is overdue by ${formatDays(one.overdueDays)}`, {
          at: one.at,
          about: subjectOf(kind, one.reference),
          why: [
            ...ownerText(one),
            overdueWhy(one.expected, one.isRevised, context.asOf),
            ...(wrong.has(one.at)
              ? [`the ${one.isRevised ? 'revised' : 'due'} date is before it was raised`]
              : []),
          ].join(' · '),
        }),
      );
  };
}

export const OVERDUE_RULES: readonly Rule[] = [
  rule(['W201'], overdue('milestone')),
  rule(['W206'], overdue('action')),
  rule(['W408'], overdue('recommendation')),
];

function ownerText({ owner }: OverdueItem): string[] {
  return owner === undefined || owner.trim() === '' ? [] : [`with ${owner}`];
}
