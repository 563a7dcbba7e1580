import { keyText, lookUp, WHOLE, type FigureKey } from '../../metrics/book.ts';
import { isGivenThroughout } from '../../metrics/addition.ts';
import { negated, plus } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { partsOf } from '../../metrics/evaluation.ts';
import { once } from '../../model/once.ts';
import type { Outcome } from '../../metrics/outcome.ts';
import { kindOf } from '../../metrics/registry.ts';
import { differ } from '../../metrics/totals.ts';
import {
  dimensionWords,
  evaluationText,
  groupWords,
  placesBehind,
  reckoningText,
} from '../../metrics/wording.ts';
import { compareExact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { absentFrom, type AbsentWords } from './absent-members.ts';
import { figuresWords } from './figures-words.ts';
import { keysAround } from './groups-within.ts';

/** A whole that the data gives, and the sums by each dimension that differ from it. */
interface Contradicted {
  readonly whole: Evaluation;
  readonly sums: readonly Evaluation[];
}

/** One such whole; where a member is left out, with the others of the group that lack it too. */
interface Row extends Contradicted {
  readonly absent: AbsentWords | undefined;
  readonly others: readonly Contradicted[];
}

/**
 * W116: the members of a dimension do not add up to the figure that the data gives for all of them: teams to the whole
 * workforce, teams to their staff group, in rows and in columns. Of what moves in a period only where they come to less:
 * who goes from team to team starts and leaves in both and not in the whole, but nobody starts in the whole and in no team.
 * Not where the sum is off by one of its parts that is contradicted itself and would set it right. W120: two dimensions
 * divide a group that the data gives no figure of, their members do not add up to the same, and neither is known to hold
 * everybody; not where that only follows from a W116. Both only where every member has a number. About the total.
 */
export const partsAgainstWhole: Check = (papers) => {
  const { meeting, figures } = papers;
  const keys = keysAround(meeting);
  const { contradicted, wrong } = contradictions(papers);
  const known = new Set(contradicted.map(({ whole }) => measureAt(whole.key)));
  const apart = keys.flatMap((key) => {
    if (figures.evaluate(key).outcome.kind !== 'missing' || known.has(measureAt(key))) return [];
    const [first, ...others] = throughout(figures, key);
    return others.flatMap((sum) =>
      first && differ(first.outcome, sum.outcome) ? [sumsFinding(first, sum, papers)] : [],
    );
  });
  return [...rowsOf(wrong, papers).map((one) => partsFinding(one, papers)), ...apart];
};

/** Returns the keys, as text, of the totals that their members do not add up to. */
export function contradictedTotals(papers: PaperContext): ReadonlySet<string> {
  return new Set(contradictions(papers).wrong.map(({ whole }) => keyText(whole.key)));
}

/** Several rules look at them. `wrong`: without those that only follow from one of their parts. */
const contradictions = once((papers: PaperContext) => {
  const { meeting, figures } = papers;
  const contradicted = keysAround(meeting).flatMap((key): Contradicted[] => {
    if (lookUp(figures.book, key)?.observation.cell.kind !== 'number') return [];
    const whole = figures.evaluate(key);
    const sums = differingSums(figures, whole).filter(
      (sum) => !isFlow(figures, key.id) || isLess(sum.outcome, whole.outcome),
    );
    return sums.length === 0 ? [] : [{ whole, sums }];
  });
  const byKey = new Map(contradicted.map((one) => [keyText(one.whole.key), one]));
  const wrong = contradicted.flatMap(({ whole, sums }): Contradicted[] => {
    const own = sums.filter((sum) => !followsFromPart(whole, sum, byKey));
    return own.length === 0 ? [] : [{ whole, sums: own }];
  });
  return { contradicted, wrong };
});

/** Returns whether a sum is the whole where the sum of one of its parts stands for that part, which is told of by itself. */
function followsFromPart(
  whole: Evaluation,
  sum: Evaluation,
  contradicted: ReadonlyMap<string, Contradicted>,
): boolean {
  const { outcome } = sum;
  if (outcome.kind !== 'number') return false;
  return partsOf(sum).some((part) => {
    const instead = contradicted.get(keyText(part.key))?.sums ?? [];
    return instead.some((one) => {
      if (part.outcome.kind !== 'number' || one.outcome.kind !== 'number') return false;
      const number = plus(plus(outcome.number, negated(part.outcome.number)), one.outcome.number);
      return !differ(whole.outcome, { kind: 'number', number });
    });
  });
}

/** A figure of whatever group. */
function measureAt(key: FigureKey): string {
  return keyText({ ...key, group: WHOLE });
}

function isFlow({ registry }: Evaluator, id: string): boolean {
  return kindOf(registry, id)?.nature === 'flow';
}

/** Returns the sums by each dimension whose every part is given, where they are not the figure. */
function differingSums(figures: Evaluator, { key, outcome }: Evaluation): Evaluation[] {
  return throughout(figures, key).filter((sum) => differ(outcome, sum.outcome));
}

function throughout(figures: Evaluator, key: FigureKey): Evaluation[] {
  return figures.sums(key).filter((sum) => sum.outcome.kind === 'number' && isGivenThroughout(sum));
}

function isLess(a: Outcome, b: Outcome): boolean {
  return a.kind === 'number' && b.kind === 'number' && compareExact(a.number.value, b.number.value) < 0;
}

/** Returns the totals in the order that they have, those together that lack the same row of a member. */
function rowsOf(wrong: readonly Contradicted[], { figures }: PaperContext): Row[] {
  const rows = groupBy(
    wrong.map((one) => ({ ...one, absent: absentWordsOf(one, figures) })),
    ({ whole: { key }, absent }) =>
      JSON.stringify([key.period.key, groupWords(key.group), key.basis, absent?.why ?? key.id]),
  );
  return [...rows.values()].flatMap(([first, ...others]) => (first ? [{ ...first, others }] : []));
}

function absentWordsOf({ sums }: Contradicted, figures: Evaluator): AbsentWords | undefined {
  const words = sums.flatMap((sum) => absentFrom(figures, sum) ?? []);
  if (words.length < sums.length) return undefined;
  return { who: formatList(words.map(({ who }) => who)), why: words.map(({ why }) => why).join(' · ') };
}

/** A row that is left out is told once, about the first of its figures. */
function partsFinding({ whole, sums, absent, others }: Row, papers: PaperContext): Finding {
  const { figures } = papers;
  const all = [{ whole, sums }, ...others];
  const { figure, verb } = figuresWords(whole.key.id, others.length);
  const of = `for ${formatPeriod(whole.key.period)} ${verb}`;
  const wholeText = (one: Evaluation): string => evaluationText(one, figures.registry);
  const by = (some: readonly Evaluation[]): string =>
    formatList(some.map((sum) => `${wholeText(sum)} by ${dimensionWords(sum)}`));
  const said =
    others.length === 0
      ? `${wholeText(whole)} for ${groupWords(whole.key.group)}, and ${by(sums)}`
      : `not the sums by ${formatList(sums.map(dimensionWords))} for ${groupWords(whole.key.group)}, which leave out ${absent?.who ?? ''}`;
  const reckonings = all.map((one) => {
    const lead = others.length === 0 ? '' : `${one.whole.key.id} is ${wholeText(one.whole)}, `;
    return lead + one.sums.map((sum) => reckoningText(sum, wholeText(sum), figures)).join(' · ');
  });
  return finding('W116', `${figure} ${of} ${said}`, {
    about: figureSubject(whole.key, papers),
    at: placesBehind(whole)[0],
    why: [...(absent ? [absent.why] : []), ...reckonings].join(' · '),
    related: [
      ...new Set([
        ...others.flatMap((one) => placesBehind(one.whole)),
        ...all.flatMap((one) => one.sums.flatMap(placesBehind)),
      ]),
    ],
  });
}

function sumsFinding(total: Evaluation, sum: Evaluation, papers: PaperContext): Finding {
  const { figures } = papers;
  const [first = '', second = ''] = [total, sum].map((one) => evaluationText(one, figures.registry));
  const { id, period, group } = total.key;
  const of = groupWords(group);
  return finding(
    'W120',
    `${id} for ${formatPeriod(period)} adds up to ${first} by ${dimensionWords(total)} and to ${second} by ${dimensionWords(sum)} for ${of}`,
    {
      about: figureSubject(total.key, papers),
      at: placesBehind(sum)[0],
      why: `${reckoningText(total, first, figures)} · ${reckoningText(sum, second, figures)} · the report uses neither`,
      related: placesBehind(total),
    },
  );
}
