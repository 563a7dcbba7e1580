import type { FindingCode } from '../../model/catalogue.ts';
import { finding } from '../../model/finding.ts';
import { formatDays } from '../../model/format.ts';
import { overdueItems, type OverdueItem } from '../../papers/overdue.ts';
import { subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { overdueBeforeRaised } from './before-raised.ts';
import { overdueWhy } from './dates.ts';

const CODES: Readonly<Record<OverdueItem['kind'], FindingCode>> = {
  milestone: 'W201',
  action: 'W206',
  recommendation: 'W408',
};

/** By a date that is wrong in itself an action may not be overdue at all: W220 tells of it. */
function overdue(kind: OverdueItem['kind']): Check {
  return (context) => {
    const wrong = new Set(overdueBeforeRaised(context).map(({ at }) => at));
    return overdueItems(context)
      .filter((one) => one.kind === kind && !wrong.has(one.at))
      .map((one) =>
        finding(CODES[kind], `${one.text} is overdue by ${formatDays(one.overdueDays)}`, {
          at: one.at,
          about: subjectOf(kind, one.reference),
          why: [...ownerText(one), overdueWhy(one.expected, one.isRevised, context.asOf)].join(' · '),
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
