import type { FigureChange, GroupChange } from '../comparison.ts';
import type { Candidate } from './candidate.ts';
import { countedWords } from './counted.ts';
import { changeText, isRate, isWhole, largestFirst, movementOf, sideText, toneOf } from './figure-rows.ts';
import { membersAgainst } from './summary-members.ts';
import { brief, NAME, TITLE } from './texts.ts';

/** The most figures that a summary tells; of those that no board looks at first the most counts and the most rates. */
const MOST = 4;
const MOST_ALIKE = 2;

/** What is counted from the establishment, which has to be known to understand them. */
const OF_POSTS: ReadonlySet<string> = new Set(['vacancies', 'unfilled']);
const POSTS = 'establishment';

/** Fewer headlines than these say too little alone. */
const ENOUGH = 2;

/**
 * Returns a sentence for each figure of the whole that the board looks at first and that changed, in its order: `Agency rate
 * rose from 20.00% to 21.08%: +1.08 pp (+5.4%).` Where fewer than two of them changed, the largest others follow: the
 * workforce's counts and rates, so that a rate is not lost among small counts, which move by large parts, then indicators.
 * Before vacancies and unfilled posts stands the establishment that they are counted from, where it changed. What is small,
 * of a month that lies apart, or has no number on a side, is left to the tables. The sentence ends with members that moved
 * against each other, and where the change is also one of who is counted, with who.
 */
export function figureSentences(
  figures: readonly FigureChange[],
  groups: readonly GroupChange[],
  headlines: readonly string[],
): Candidate[] {
  const moves = figures
    .filter(isTold)
    .flatMap((one) => moveOf(one, membersAgainst(one, figures), countedWords(one, groups)) ?? []);
  const first = headlines.flatMap((id) => moves.filter(({ figure }) => figure.metric === id).slice(0, 1));
  const told =
    first.length >= ENOUGH ? first : [...first, ...largest(moves.filter((one) => !first.includes(one)))];
  const candidates = told.slice(0, MOST).map((move, index) => ({ move, weight: 9 - 1.1 * index }));
  return withPosts(candidates, moves).map(({ move: { text, good }, weight }) => ({
    text,
    tone: toneOf(good),
    weight,
  }));
}

interface Weighed {
  readonly move: Move;
  readonly weight: number;
}

/** Adds the establishment before what is counted from it, which without it cannot be understood. */
function withPosts(told: readonly Weighed[], moves: readonly Move[]): readonly Weighed[] {
  const at = told.findIndex(({ move }) => OF_POSTS.has(move.figure.metric));
  const first = told[at];
  const posts = moves.find(
    ({ figure }) => figure.metric === POSTS && figure.basis === first?.move.figure.basis,
  );
  if (first === undefined || posts === undefined || told.some(({ move }) => move === posts)) return told;
  return told.toSpliced(at, 0, { move: posts, weight: first.weight });
}

/** What is told of a figure. */
interface Move {
  readonly figure: FigureChange;
  readonly text: string;
  readonly good: boolean | null;
}

function largest(moves: readonly Move[]): Move[] {
  const order = largestFirst(moves.map(({ figure }) => figure));
  const ordered = moves.toSorted((a, b) => order.indexOf(a.figure) - order.indexOf(b.figure));
  const workforce = ordered.filter(({ figure }) => !figure.indicator);
  return [
    ...workforce.filter(({ figure }) => !isRate(figure)).slice(0, MOST_ALIKE),
    ...workforce.filter(({ figure }) => isRate(figure)).slice(0, MOST_ALIKE),
    ...ordered.filter(({ figure }) => figure.indicator),
  ];
}

function isTold(figure: FigureChange): boolean {
  return (
    figure.kind === 'changed' && figure.within === undefined && figure.apart === undefined && isWhole(figure)
  );
}

/** The change against what the first side's period is given as now, where it was restated: that alone is a movement. */
function moveOf(
  figure: FigureChange,
  against: string | undefined,
  counted: string | undefined,
): Move | undefined {
  const { label, before, after, revised } = figure;
  const { movement, good, ...amounts } = movementOf(figure);
  const name = brief(label, NAME);
  const who = counted === undefined ? '' : `; ${brief(counted, TITLE)}`;
  const isRevised = revised?.absolute !== undefined;
  const old = isRevised ? `${sideText(revised.before)} (restated from ${before.text})` : before.text;
  if (movement === 'up' || movement === 'down') {
    const verb = movement === 'up' ? 'rose' : 'fell';
    return {
      figure,
      text: `${name} ${verb} from ${old} to ${after.text}: ${changeText(amounts)}${against === undefined ? '' : `: ${against}`}${who}.`,
      good,
    };
  }
  if (!isRevised) return undefined;
  const as =
    revised.before.text === after.text
      ? `, as ${before.period.label} is now given (restated from ${before.text})`
      : `; ${before.period.label} is now given as ${old}`;
  return { figure, text: `${name} is ${after.text}${as}${who}.`, good: null };
}
