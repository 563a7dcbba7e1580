import { plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { EntryChange, RiskChange, WorkstreamComparison } from '../comparison.ts';
import type { Tone } from '../view.ts';
import type { Candidate } from './candidate.ts';
import { isGood, KINDS, rankOf, type EntryKind } from './kinds.ts';
import { readsTheSame } from './lists.ts';
import { brief, NAME } from './texts.ts';

/** The lists of a workstream. */
type Lists = Pick<
  WorkstreamComparison,
  'milestones' | 'risks' | 'actions' | 'recommendations' | 'resolutions' | 'escalations'
>;

/** Returns what happened in the lists: `1 milestone slipped, 1 is newly overdue.`, `WFR6 escalated from Amber to Red.` */
export function listSentences(lists: Partial<Lists>): Candidate[] {
  const { milestones = [], risks = [], actions = [] } = lists;
  const { recommendations = [], resolutions = [], escalations = [] } = lists;
  const named = risks.filter((one) => isRatedOtherwise(one) || isNewAndSevere(one));
  // Two risks by name; more are a count.
  const apart = named.length <= 2 ? named : [];
  return [
    ...counts(milestones, 'milestone', 8.2),
    ...apart.flatMap(riskSentence),
    ...counts(
      risks.filter((one) => !apart.some((other) => other === one)),
      apart.length === 0 ? 'risk' : 'other risk',
      apart.length === 0 ? 8 : 5,
    ),
    ...counts(actions, 'action', 6),
    ...counts(recommendations, 'recommendation', 6),
    ...counts(resolutions, 'resolution', 4),
    ...counts(escalations, 'escalation', 4),
  ];
}

type RatedRisk = RiskChange & Required<Pick<RiskChange, 'from' | 'to'>>;

function isRatedOtherwise(risk: RiskChange): risk is RatedRisk {
  const [first] = risk.kinds;
  return (
    (first === 'escalated' || first === 'de_escalated') &&
    risk.from !== undefined &&
    risk.to !== undefined &&
    risk.from.ratingLabel !== risk.to.ratingLabel
  );
}

function riskSentence(risk: RiskChange): Candidate[] {
  const { reference, to } = risk;
  if (isNewAndSevere(risk)) {
    const text = `${brief(reference, NAME)} is a new risk, rated ${brief(to?.ratingLabel ?? '', NAME)}.`;
    return [{ text, tone: 'bad', weight: 8.8 }];
  }
  return isRatedOtherwise(risk) ? [movedSentence(risk)] : [];
}

function movedSentence({ reference, kinds, from, to }: RatedRisk): Candidate {
  const isUp = kinds[0] === 'escalated';
  const ratings = `from ${brief(from.ratingLabel, NAME)} to ${brief(to.ratingLabel, NAME)}`;
  return {
    text: `${brief(reference, NAME)} ${isUp ? 'escalated' : 'de-escalated'} ${ratings}.`,
    // What is said, whatever became of its mitigation.
    tone: isUp ? 'bad' : 'good',
    weight: isUp ? 9 : 8.4,
  };
}

function isNewAndSevere({ kinds, to }: RiskChange): boolean {
  return kinds[0] === 'new' && to?.severe === true;
}

/** How many entries by what happened to each above all, so that the counts add up to the entries. */
function counts(entries: readonly EntryChange<EntryKind>[], noun: string, weight: number): Candidate[] {
  const told = entries.filter((one) => !readsTheSame(one));
  const ordered = told.toSorted((a, b) => rankOf(a.kinds[0]) - rankOf(b.kinds[0]));
  const groups = [...groupBy(ordered, (one) => one.kinds[0] ?? 'other')];
  if (groups.length === 0) return [];
  const parts = groups.map(([kind, some], index) => {
    const count = index === 0 ? plural(some.length, noun) : some.length.toString();
    return `${count} ${some.length === 1 ? KINDS[kind].one : KINDS[kind].many}`;
  });
  const kinds = groups.map(([kind]) => kind);
  const isQuiet = kinds.every((kind) => kind === 'reworded' || kind === 'other');
  const isMere = kinds.every((kind) => MERE.has(kind));
  return [
    {
      text: `${parts.join(', ')}.`,
      tone: toneOfAll(told),
      weight: isQuiet ? 2 : isMere ? weight / 2 : weight + urgency(told),
    },
  ];
}

/** What came and went says less than what became of it, whether or not that is thought to be good. */
const MERE: ReadonlySet<EntryKind> = new Set(['new', 'gone', 'reworded', 'other']);

/** What asks for attention is said before what is only new. */
function urgency(entries: readonly EntryChange<EntryKind>[]): number {
  const judged = entries.map(isGood);
  if (judged.includes(false)) return 2.4;
  return judged.includes(true) ? -1 : -3;
}

/** Bad where all that is judged is bad, good where all of it is good. */
function toneOfAll(entries: readonly EntryChange<EntryKind>[]): Tone {
  const judged = new Set(entries.map(isGood).filter((good) => good !== null));
  if (judged.size !== 1) return 'neutral';
  return judged.has(true) ? 'good' : 'bad';
}
