import { finding, type Finding } from '../../model/finding.ts';
import type { FindingCode } from '../../model/catalogue.ts';
import { plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';

/** Faults that a whole column or table has at once, because its basis or its heading is wrong. */
const OF_MANY: ReadonlySet<FindingCode> = new Set(['E066', 'E067', 'E071', 'E090', 'E091', 'E092']);

/** Returns the findings of one table, those that one mistake gives to many of its figures as one. */
export function gathered(findings: readonly Finding[]): Finding[] {
  const many = findings.filter(({ code }) => OF_MANY.has(code));
  const others = findings.filter(({ code }) => !OF_MANY.has(code));
  return [...others, ...[...groupBy(many, ({ code }) => code).values()].flatMap(asOne)];
}

function asOne(findings: readonly Finding[]): Finding[] {
  const [first, ...others] = findings;
  if (!first || others.length === 0) return [...findings];
  const { code, message, at, why, help } = first;
  return [
    finding(code, `${message}; so it is with ${plural(others.length, 'other figure')} of the table`, {
      at,
      why,
      help,
      related: others.flatMap((one) => one.at ?? []),
    }),
  ];
}
