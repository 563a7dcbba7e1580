import { finding, type Finding } from '../../model/finding.ts';
import type { FindingCode } from '../../model/catalogue.ts';
import { plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';

/** Faults that a whole column or table has at once, because its basis or its heading is wrong. */
const OF_MANY: ReadonlySet<FindingCode> = new Set(['E066', 'E067', 'E071', 'E090', 'E091', 'E092']);

/** The most places that are told of one mistake; how many there are is said in the message. */
const TOLD = 20;

/** Returns the findings of one table, those that one mistake gives to many of its figures as one. */
export function gathered(
  findings: readonly Finding[],
  codes: ReadonlySet<FindingCode> = OF_MANY,
  things = 'other figure',
  of = 'table',
): Finding[] {
  const many = findings.filter(({ code }) => codes.has(code));
  const others = findings.filter(({ code }) => !codes.has(code));
  const groups = [...groupBy(many, ({ code }) => code).values()];
  return [...others, ...groups.flatMap((group) => asOne(group, things, of))];
}

function asOne(findings: readonly Finding[], things: string, of: string): Finding[] {
  const [first, ...others] = findings;
  if (!first || others.length === 0) return [...findings];
  const { code, message, at, why, help } = first;
  return [
    finding(code, `${message}; so it is with ${plural(others.length, things)} of the ${of}`, {
      at,
      why,
      help,
      related: others.slice(0, TOLD).flatMap((one) => one.at ?? []),
    }),
  ];
}
