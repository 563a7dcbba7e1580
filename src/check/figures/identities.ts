import type { FigureKey } from '../../metrics/book.ts';
import { follows } from '../../metrics/comparison.ts';
import { DEFINITIONS } from '../../metrics/definitions.ts';
import { certain, negated, overlap, plus, type Estimate } from '../../metrics/estimate.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { kindOf, type Registry } from '../../metrics/registry.ts';
import { ZERO } from '../../model/exact.ts';

/** Posts and workers, those that a definition gives first: of figures that explain a fault alike the first is named. */
export const COUNTED = ['unfilled', 'vacancies', 'in_post', 'establishment', 'permanent', 'agency'] as const;
export type Counted = (typeof COUNTED)[number];

/** Figures that come to 0, each with its sign. */
export type Identity = readonly { readonly id: Counted; readonly sign: 1 | -1 }[];

/** A figure that the data gives, or that is added up from such figures. */
export interface Known {
  readonly id: Counted;
  readonly evaluation: Evaluation;
  readonly number: Estimate;
}

/** A figure that the others contradict. */
export interface Blamed {
  readonly known: Known;
  /** Others that explain the same as well: the data does not tell which of them is wrong. */
  readonly alike: readonly Known[];
  /** The identities that do not hold and that it is in, a definition first. */
  readonly broken: readonly Identity[];
  /** Whether the others agree with one another in an identity that it is not in. */
  readonly isProven: boolean;
}

/**
 * All that follows from the definitions of the registry (in post = permanent + agency, vacancies = establishment −
 * permanent, unfilled = establishment − permanent − agency) with no figure more than is needed, so that whichever of them
 * the data gives are compared. The definitions themselves come first.
 */
const IDENTITIES: readonly Identity[] = [
  'unfilled - establishment + permanent + agency',
  'vacancies - establishment + permanent',
  'in_post - permanent - agency',
  'unfilled - establishment + in_post',
  'unfilled - vacancies + agency',
  'vacancies - establishment - agency + in_post',
  'unfilled - vacancies - permanent + in_post',
].map((text) => identityOf(text));

/** Returns whether posts and workers are defined as in the registry; a council may mean something else by them. */
export function areShipped(registry: Registry): boolean {
  return DEFINITIONS.filter(({ id }) => isCounted(id)).every(
    ({ id, formula }) => kindOf(registry, id)?.formula === formula,
  );
}

/** Returns whether the figure is one of posts and workers. */
export function isCounted(id: string): id is Counted {
  return COUNTED.some((one) => one === id);
}

/** Returns the figures of posts and workers that the data gives of a group, or that are added up from its parts. */
export function knownFigures({ evaluate }: Evaluator, key: Omit<FigureKey, 'id'>): Known[] {
  return COUNTED.flatMap((id) => {
    const evaluation = evaluate({ ...key, id });
    const { outcome, source, dimension } = evaluation;
    const isFound = outcome.kind === 'number' && (source === 'given' || dimension !== undefined);
    return isFound ? [{ id, evaluation, number: outcome.number }] : [];
  });
}

/**
 * Returns the figures that are likely wrong, one for each fault: that which is in most of the identities that do not hold
 * and in fewest that do; where several explain a fault alike, one that a definition gives.
 */
export function blamed(all: readonly Known[]): Blamed[] {
  const known = new Map(all.map((one) => [one.id, one]));
  const complete = IDENTITIES.filter((identity) => identity.every(({ id }) => known.has(id)));
  const holding = complete.filter((identity) => holds(identity, known));
  const found: Blamed[] = [];
  let broken = complete.filter((identity) => !holding.includes(identity));
  while (broken.length > 0) {
    const score = ({ id }: Known): number => count(broken, id) - count(holding, id);
    const within = all.filter(({ id }) => count(broken, id) > 0);
    const best = Math.max(...within.map(score));
    const [first, ...alike] = within.filter((one) => score(one) === best);
    if (first === undefined) break;
    const own = broken.filter((identity) => has(identity, first.id));
    const isProven =
      alike.length === 0 && own.length > 1 && holding.some((identity) => !has(identity, first.id));
    found.push({ known: first, alike, broken: own, isProven });
    broken = broken.filter((identity) => !has(identity, first.id));
  }
  return found;
}

/** Returns the others of an identity with the signs with which they give a figure: what is added first. */
export function solvedFor(identity: Identity, id: Counted): Identity {
  const own = identity.find((term) => term.id === id)?.sign;
  const others = identity
    .filter((term) => term.id !== id)
    .map(({ id: other, sign }) => ({ id: other, sign: sign === own ? (-1 as const) : (1 as const) }));
  return others.toSorted((a, b) => b.sign - a.sign);
}

/** Returns what the other figures of an identity give for one. */
export function givenBy(identity: Identity, id: Counted, known: ReadonlyMap<Counted, Known>): Estimate {
  return solvedFor(identity, id).reduce((sum, { id: other, sign }) => {
    const number = known.get(other)?.number ?? certain(ZERO);
    return plus(sum, sign === 1 ? number : negated(number));
  }, certain(ZERO));
}

/** Either it is 0 as far as its figures were rounded, or one of them was rounded to more than the others. */
function holds(identity: Identity, known: ReadonlyMap<Counted, Known>): boolean {
  return identity.some(({ id }) => {
    const one = known.get(id);
    if (one === undefined) return true;
    const other = givenBy(identity, id, known);
    if (overlap(one.number, other)) return true;
    const cell = one.evaluation.given?.observation.cell;
    return one.evaluation.source === 'given' && cell?.kind === 'number' && follows(cell, other);
  });
}

function count(identities: readonly Identity[], id: Counted): number {
  return identities.filter((identity) => has(identity, id)).length;
}

function has(identity: Identity, id: Counted): boolean {
  return identity.some((term) => term.id === id);
}

function identityOf(text: string): Identity {
  const words = `+ ${text}`.split(' ');
  return COUNTED.flatMap((id) => {
    const index = words.indexOf(id);
    return index < 0 ? [] : [{ id, sign: words[index - 1] === '-' ? (-1 as const) : (1 as const) }];
  });
}
