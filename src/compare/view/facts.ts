import { capitalised, formatBasis, formatDate, formatList, plural } from '../../model/format.ts';
import { plainDate } from '../../model/plain-date.ts';
import { PARTS, type Comparison, type SideRef, type WorkstreamComparison } from '../comparison.ts';
import type { ChangesView } from '../view.ts';
import { assumedSides } from './notes.ts';
import { brief, listed, NAME } from './texts.ts';

/** More workstreams than these are counted under the title; each has its sections all the same. */
const MOST_NAMED = 4;

/** The most renamed members that are named under the title. */
const MOST_RENAMED = 4;

/**
 * Returns the lines under the title: whose it is, what is compared, how, and which members were taken for one; for a reader
 * who has no command line without the option that says it, and with it for a terminal.
 */
export function factsOf(comparison: Comparison): Pick<ChangesView, 'facts' | 'factsAsTyped'> {
  const { organisation, programme, before, after, workstreams } = comparison;
  const names = [organisation, programme].map((name) => brief(name, NAME)).filter((name) => name !== '');
  const facts = [
    ...(workstreams.length > MOST_NAMED
      ? [plural(workstreams.length, 'workstream')]
      : [workstreams.map((one) => workstreamFact(one, comparison)).join('; ')]),
    ...limitFacts(comparison),
  ].filter((fact) => fact !== '');
  const lines = [
    ...(names.length === 0 ? [] : [names.join(' · ')]),
    `${sideFact(before)} → ${sideFact(after)}`,
    ...(facts.length === 0 ? [] : [facts.join(' · ')]),
  ];
  const renamed = comparison.renamed ?? [];
  if (renamed.length === 0) return { facts: lines };
  const told = (words: (from: string, to: string) => string): string =>
    listed(
      renamed.map(({ from, to }) => words(brief(from, NAME), brief(to, NAME))),
      MOST_RENAMED,
      '; ',
    );
  return {
    facts: [...lines, told((from, to) => `${from} and ${to} are taken for one`)],
    factsAsTyped: [...lines, `${told((from, to) => `${from} = ${to}`)}, as said with --renamed`],
  };
}

/** A revision is known by what its commit says. */
function sideFact({ label, commit }: SideRef): string {
  return commit === undefined ? brief(label, NAME) : `${brief(label, NAME)}, ${brief(commit.subject, NAME)}`;
}

/** What was asked for. A table has one part: nothing was left out of it. */
function limitFacts({ form, parts, tolerance, floor }: Comparison): string[] {
  return [
    form === 'files' || parts.length === PARTS.length ? '' : `compared: ${formatList(parts)} alone`,
    tolerance === undefined ? '' : `tolerance ${brief(tolerance, NAME)}`,
    floor === undefined ? '' : `floor ${brief(floor, NAME)}`,
  ].filter((text) => text !== '');
}

/** `Workforce: headcount`, with the periods and the meetings where these are not the sides. A table has no other name. */
function workstreamFact(
  { title, basis, before, after }: WorkstreamComparison,
  comparison: Comparison,
): string {
  const [from, to] = [before.period?.label, after.period?.label];
  const sides = [comparison.before.label, comparison.after.label];
  const periods =
    from === undefined || to === undefined || isSame([from, to], sides)
      ? []
      : [from === to ? `figures of ${from}` : `figures of ${from} → ${to}`];
  const days = [before.meeting, after.meeting].map((day) => (day === undefined ? '' : dateText(day)));
  const meetings =
    days.includes('') || days[0] === days[1] || isSame(days, sides)
      ? []
      : [`meetings of ${days.join(' → ')}`];
  const words = [`${formatBasis(basis)}${assumedWords(comparison)}`, ...periods, ...meetings].join(', ');
  return comparison.form === 'files' ? capitalised(words) : `${brief(title, NAME)}: ${words}`;
}

/** Nobody said so: a reader has to know that it may be otherwise. */
function assumedWords(comparison: Comparison): string {
  const [first, second] = assumedSides(comparison);
  if (first === undefined) return '';
  return `, as nothing ${second === undefined ? `in ${brief(first, NAME)} ` : ''}says otherwise`;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.every((one, index) => one === others[index]);
}

/** A day as people write it; the contract has it as text. */
function dateText(day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const plain = plainDate(year, month, date);
  return plain === undefined ? brief(day, NAME) : formatDate(plain);
}
