import type { FigureKey } from '../../metrics/book.ts';
import type { Evaluation } from '../../metrics/evaluate.ts';
import { changePlaces, measuredChange, type MeasuredChange } from '../../metrics/measured-change.ts';
import { isSameFigure } from '../../metrics/same-figure.ts';
import { printedPlaces } from '../../metrics/places.ts';
import { resultOf } from '../../metrics/result.ts';
import { formulaText, originText, outcomeText } from '../../metrics/wording.ts';
import type { Exact } from '../../model/exact.ts';
import { periodRef } from '../../model/period-ref.ts';
import { standsOnIndicators } from '../../papers/known-figures.ts';
import type { FigureChange, FigureSide } from '../comparison.ts';
import type { CompareRequest } from '../side.ts';
import { amountsOf } from './amounts.ts';
import { isBelow, isWithin } from './limit.ts';
import { membersText } from './members.ts';
import { reckon, type Reckoned, type Reckoning, type Reckonings } from './reckoning.ts';
import { statedChange } from './stated.ts';

/**
 * A change, and how far its two numbers are apart under whichever definition that is more: from what the second side now
 * says of the first side's period, where that is another figure.
 */
export interface SizedChange {
  readonly change: FigureChange;
  readonly size?: Exact;
}

/** The two figures that are compared: of one id, group and basis. */
export interface ComparedKeys {
  /** The change's id. */
  readonly name: string;
  readonly before: FigureKey;
  readonly after: FigureKey;
  /** Whether a figure that one side does not have is told as new or gone. */
  readonly mayAppear: () => boolean;
  /** Whether the second side can give the first side's figure otherwise, and this be no restatement of its own. */
  readonly mayBeRevised: boolean;
  /** Whether it is of what happens in a period, and the two do not follow one another. */
  readonly isApart: boolean;
}

export type Limits = Pick<CompareRequest, 'tolerance' | 'floor'>;

type Kind = FigureChange['kind'];

/**
 * Returns how a figure moved; undefined where it is the same on both sides, under either side's definition, and the second
 * side still says so of the first side's period. One that is the same, and was not by what is known now, is told with a
 * change of 0 and the change from what it is now said to have been.
 */
export function figureChange(
  reckonings: Reckonings,
  keys: ComparedKeys,
  limits: Limits,
): SizedChange | undefined {
  const { id } = keys.after;
  const under = reckonings.allOf(id).flatMap((reckoning) => {
    const reckoned = reckon(reckoning, keys.before, keys.after);
    return reckoned && !isUnknown(reckoned) ? [{ reckoning, reckoned }] : [];
  });
  // A definition under which neither side has the figure says nothing of it.
  const [main, otherwise] = under;
  if (main === undefined) return undefined;
  const revised = keys.mayBeRevised ? revisedOf(main.reckoning, main.reckoned) : undefined;
  if (revised === undefined && !under.some(({ reckoned }) => isDifferent(reckoned))) return undefined;
  const kind = kindOfChange(main.reckoned);
  const kinds = under.map(({ reckoned }) => kindOfChange(reckoned));
  if (kinds.every((one) => one === 'new' || one === 'gone') && !keys.mayAppear()) return undefined;
  const differing = otherwise && isReckoned(main.reckoned, otherwise.reckoned) ? otherwise : undefined;
  // What was restated is no movement: the change is as large as it is from what the figure is now said to have been.
  const all = [{ reckoning: main.reckoning, reckoned: main.reckoned }, ...(differing ? [differing] : [])];
  const both = all.map((one) =>
    revised ? (revisedOf(one.reckoning, one.reckoned) ?? one.reckoned) : one.reckoned,
  );
  const size = largest(both) ?? largest(all.map(({ reckoned }) => reckoned));
  const stated = statedChange(main.reckoning, main.reckoned);
  const within = withinOf(both, limits);
  const members = membersText(main.reckoned.before, main.reckoned.after);
  const indicator = isOfIndicators(reckonings, keys.after);
  const change: FigureChange = {
    ...identityOf(keys, main.reckoned),
    indicator,
    kind,
    ...unjudged(movementOf(main.reckoned), keys),
    ...(keys.isApart && { apart: true }),
    ...(within && { within }),
    ...formulaOf(main.reckoned),
    ...(differing && { otherwise: otherwiseOf(differing.reckoned) }),
    ...(revised && { revised: unjudged(beforeOf(revised), keys) }),
    ...(members !== undefined && { members }),
    ...(stated && { stated }),
  };
  return { change, ...(size && { size }) };
}

/** Returns whether a figure stands on tables of indicators, on either side. */
export function isOfIndicators(
  reckonings: Reckonings,
  { id, basis }: Pick<FigureKey, 'id' | 'basis'>,
): boolean {
  const known = indicatorsKnown.get(reckonings) ?? new Map<string, boolean>();
  indicatorsKnown.set(reckonings, known);
  const name = `${basis} ${id}`;
  const isKnown = known.get(name);
  if (isKnown !== undefined) return isKnown;
  const is = reckonings
    .allOf(id)
    .some(({ before, after }) =>
      [before, after].some((figures) => standsOnIndicators(figures, { id, basis })),
    );
  known.set(name, is);
  return is;
}

/** It is asked of every figure of every group. */
const indicatorsKnown = new WeakMap<Reckonings, Map<string, boolean>>();

function identityOf({ name, after: { group, basis } }: ComparedKeys, { kind, before, after }: Reckoned) {
  const { id, label, unit } = kind;
  const places = changePlaces(before, after, kind);
  return { id: name, metric: id, label, group, basis, unit, places };
}

/** Returns the two sides and what is between them. */
function movementOf(
  reckoned: Reckoned,
): Pick<FigureChange, 'before' | 'after' | 'absolute' | 'relative' | 'movement' | 'good'> {
  const { kind, before, after } = reckoned;
  return {
    before: sideOf(before, reckoned),
    after: sideOf(after, reckoned),
    ...judgedAmounts(measuredChange(before, after, kind)),
  };
}

/** What happened between two periods is in neither of them: more starters in the later one are no better than fewer. */
function unjudged<T extends { readonly good: boolean | null }>(moved: T, { isApart }: ComparedKeys): T {
  return isApart ? { ...moved, good: null } : moved;
}

function judgedAmounts(
  measured: MeasuredChange | undefined,
): Pick<FigureChange, 'absolute' | 'relative' | 'movement' | 'good'> {
  return {
    ...(measured && { ...amountsOf(measured), movement: measured.movement }),
    good: measured?.good ?? null,
  };
}

function otherwiseOf(reckoned: Reckoned): NonNullable<FigureChange['otherwise']> {
  const { kind, registry, before, after } = reckoned;
  const measured = measuredChange(before, after, kind);
  return {
    formula: formulaText(kind, registry) ?? 'as the data gives it',
    before: sideOf(before, reckoned),
    after: sideOf(after, reckoned),
    ...(measured && amountsOf(measured)),
  };
}

/** Returns both sides with what the second side says that the first side's figure was, where that is known and another. */
function revisedOf({ after: figures }: Reckoning, reckoned: Reckoned): Reckoned | undefined {
  const before = figures.evaluate(reckoned.before.key);
  if (before.outcome.kind === 'missing' || isSameFigure(before, reckoned.before)) return undefined;
  return { ...reckoned, before };
}

function beforeOf(revised: Reckoned): NonNullable<FigureChange['revised']> {
  const { kind, before, after } = revised;
  return { before: sideOf(before, revised), ...judgedAmounts(measuredChange(before, after, kind)) };
}

function sideOf(evaluation: Evaluation, { kind }: Reckoned): FigureSide {
  const { key, outcome, source, given } = evaluation;
  const at = source === 'given' && outcome.kind !== 'missing' ? given?.observation.at : undefined;
  return {
    period: periodRef(key.period),
    result: resultOf(outcome),
    text: outcomeText(outcome, kind, printedPlaces(evaluation, kind)),
    source,
    ...(at && { at }),
  };
}

/** The formula where one side comes of it, else how one side was added up. */
function formulaOf({ kind, registry, before, after }: Reckoned): Pick<FigureChange, 'formula'> {
  const known = [after, before].filter(({ outcome }) => outcome.kind !== 'missing');
  const byFormula = known.find(({ source, dimension }) => source === 'computed' && dimension === undefined);
  const summed = known.find(({ dimension }) => dimension !== undefined);
  const formula = byFormula ? formulaText(kind, registry) : summed && originText(summed, registry);
  return formula === undefined ? {} : { formula };
}

function isUnknown({ before, after }: Reckoned): boolean {
  return before.outcome.kind === 'missing' && after.outcome.kind === 'missing';
}

/** Whether a definition plays a part: what both sides give is the same under any. */
function isReckoned(...under: readonly Reckoned[]): boolean {
  return under.some(({ before, after }) => [before, after].some(({ source }) => source === 'computed'));
}

function isDifferent({ before, after }: Reckoned): boolean {
  return !isSameFigure(before, after);
}

function kindOfChange({ before: { outcome: before }, after: { outcome: after } }: Reckoned): Kind {
  if (before.kind === 'missing') return 'new';
  if (after.kind === 'missing') return 'gone';
  return before.kind === 'number' && after.kind === 'number' ? 'changed' : 'marker';
}

/** Two numbers, where both are. */
function numbersOf({ before, after }: Reckoned): readonly [Exact, Exact] | undefined {
  if (before.outcome.kind !== 'number' || after.outcome.kind !== 'number') return undefined;
  return [before.outcome.number.value, after.outcome.number.value];
}

function largest(under: readonly Reckoned[]): Exact | undefined {
  const sizes = under.flatMap((one) => {
    const numbers = numbersOf(one);
    return numbers ? [numbers[1].sub(numbers[0]).abs()] : [];
  });
  return sizes.reduce<Exact | undefined>((a, b) => (a === undefined || a.compare(b) < 0 ? b : a), undefined);
}

/** A change is small only where it is so under each side's definition. */
function withinOf(under: readonly Reckoned[], { tolerance, floor }: Limits): FigureChange['within'] {
  const all = (is: (before: Exact, after: Exact, one: Reckoned) => boolean): boolean =>
    under.every((one) => {
      const numbers = numbersOf(one);
      return numbers !== undefined && is(...numbers, one);
    });
  if (tolerance && all((before, after, { kind }) => isWithin(tolerance, before, after, kind.unit)))
    return 'tolerance';
  if (floor && all((before, after, { kind }) => isBelow(floor, before, after, kind.unit))) return 'floor';
  return undefined;
}
