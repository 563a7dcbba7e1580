import { WHOLE } from '../../metrics/book.ts';
import { createEvaluator, type Evaluation, type Evaluator } from '../../metrics/evaluate.ts';
import { idsBehind } from '../../metrics/family.ts';
import { isSameOutcome } from '../../metrics/outcome.ts';
import { placesOfAll } from '../../metrics/places.ts';
import { kindOf, labelOf, type Registry } from '../../metrics/registry.ts';
import { evaluationText } from '../../metrics/wording.ts';
import { toDecimal } from '../../model/exact.ts';
import { formatChange } from '../../model/format.ts';
import { periodRef } from '../../model/period-ref.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import type { PaperContext } from '../../papers/context.ts';
import { latestKnown, standsOnIndicators } from '../../papers/known-figures.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Amount, SettingChange, SettingEffect } from '../comparison.ts';
import { figuresUnder } from '../figures/under.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { figureSettings, mayChangeFigures, type FigureSetting } from './figure-settings.ts';
import { overlappingId } from './overlapping.ts';
import { byId } from './setting.ts';

/**
 * Returns what tells what a changed setting alone does to figures: each side's figures of the whole at the period that is
 * compared (an indicator's own latest), by that side's data and both sides' setting, where the two differ. Of a changed
 * definition it names the figure that changed and those that stand on it; of a dimension that begins or ceases to overlap
 * what is counted, and headlines; on the first side and then on the second. Nothing for other settings, and
 * nothing for a figure that only stands on a changed one: that one's effects name it.
 */
export function createEffects(pairs: readonly PaperPair[]): (change: SettingChange) => SettingEffect[] {
  const [pair] = pairs;
  if (pair === undefined) return () => [];
  const sides = [pair.before, pair.after];
  let known: readonly Map<string, FigureSetting>[] | undefined;
  const mayChange = (id: string): boolean => {
    known ??= sides.map(({ context }) => byId(figureSettings(context.programme)));
    const [before, after] = known;
    return mayChangeFigures(before?.get(id), after?.get(id));
  };
  const told = (of: (side: Side, one: PaperPair) => readonly Changed[]): SettingEffect[] =>
    SIDES.flatMap((side) =>
      pairs.flatMap((one) => of(side, one).map((each) => effectOf(each, side, one, pairs.length > 1))),
    );
  return ({ id, what, kind }) => {
    if (what === 'overlapping') return told((side, one) => changedByOverlap(side, id, one));
    if (kind !== 'changed' || !MAY_REDEFINE.includes(what) || !mayChange(id)) return [];
    return told((side, one) => changedByDefinition(side, id, one));
  };
}

const SIDES = ['before', 'after'] as const;
type Side = (typeof SIDES)[number];

const MAY_REDEFINE: readonly SettingChange['what'][] = ['definition', 'measure', 'indicator'];

/** A figure of one side, under the first side's setting and the second's. */
interface Changed {
  readonly was: Evaluation;
  readonly is: Evaluation;
  readonly old: Evaluator;
  readonly now: Evaluator;
}

function changedByDefinition(side: Side, changed: string, pair: PaperPair): Changed[] {
  const { context, period } = pair[side];
  const { figures } = context;
  const [first, second] = [pair.before, pair.after].map((one) => one.context.figures.registry);
  if (first === undefined || second === undefined) return [];
  const [old, now] = [figuresUnder(figures, first), figuresUnder(figures, second)];
  return idsOn(changed, first, second).flatMap((id) => {
    const at = periodOf(id, [old, now], pair[side]) ?? period;
    return at === undefined ? [] : changedAt(id, at, context, old, now);
  });
}

/** An indicator has periods of its own. */
function periodOf(id: string, under: readonly Evaluator[], { context }: SidePapers): Period | undefined {
  const { meeting, workstream } = context;
  const series = { id, group: WHOLE, basis: workstream.basis };
  if (!under.some((figures) => standsOnIndicators(figures, series))) return undefined;
  const latest = under.flatMap((figures) => latestKnown({ figures, meeting }, series)?.key.period ?? []);
  return latest.sort(comparePeriods).at(-1);
}

/** By each side's own definitions: the setting of which dimensions overlap is the other one alone. */
function changedByOverlap(side: Side, changed: string, pair: PaperPair): Changed[] {
  const { context, period } = pair[side];
  const { figures } = context;
  const [first, second] = [pair.before, pair.after].map((one) =>
    [...one.context.figures.book.overlapping].find((dimension) => overlappingId(dimension) === changed),
  );
  const dimension = first ?? second;
  if (dimension === undefined || (first === undefined) === (second === undefined)) return [];
  const book = figures.book;
  const others = [...book.overlapping].filter((one) => one !== dimension);
  const under = (overlaps: boolean): Evaluator =>
    overlaps === book.overlapping.has(dimension)
      ? figures
      : createEvaluator(
          { ...book, overlapping: new Set(overlaps ? [...others, dimension] : others) },
          figures.registry,
        );
  const [old, now] = [under(first !== undefined), under(second !== undefined)];
  const { headlines } = context.workstream;
  // What is computed from these follows; only what the board looks at first is named besides.
  const named = [...figures.registry.kinds.values()].filter(
    ({ id, expression }) => expression === undefined || headlines.includes(id),
  );
  return named.flatMap(({ id }) => {
    const at = periodOf(id, [old, now], pair[side]) ?? period;
    return at === undefined ? [] : changedAt(id, at, context, old, now);
  });
}

function changedAt(
  id: string,
  period: Period,
  { workstream: { basis } }: PaperContext,
  old: Evaluator,
  now: Evaluator,
): Changed[] {
  const key = { id, period, group: WHOLE, basis };
  const [was, is] = [old.evaluate(key), now.evaluate(key)];
  return isSameOutcome(was.outcome, is.outcome) ? [] : [{ was, is, old, now }];
}

function effectOf(
  { was, is, old, now }: Changed,
  side: Side,
  pair: PaperPair,
  isOneOfSeveral: boolean,
): SettingEffect {
  const { context } = pair[side];
  const of = isOneOfSeveral ? ` (${context.workstream.title})` : '';
  const difference = changeOf(was, is, old, now);
  return {
    side,
    figure: figureSubject(is.key, context),
    label: `${labelOf(now.registry, is.key.id)}${of}`,
    period: periodRef(is.key.period),
    old: evaluationText(was, old.registry),
    new: evaluationText(is, now.registry),
    ...(difference && { change: difference }),
  };
}

/** The figure itself, and then those that stand on it on either side, in the order of their ids. */
function idsOn(changed: string, old: Registry, now: Registry): string[] {
  const standsOn = (registry: Registry, id: string): boolean => idsBehind(registry, id).has(changed);
  const others = [...new Set([...old.kinds.keys(), ...now.kinds.keys()])].filter(
    (id) => id !== changed && (standsOn(old, id) || standsOn(now, id)),
  );
  return [changed, ...others.sort()];
}

function changeOf(
  was: Evaluation,
  is: Evaluation,
  { registry: old }: Evaluator,
  { registry: now }: Evaluator,
): Amount | undefined {
  if (was.outcome.kind !== 'number' || is.outcome.kind !== 'number') return undefined;
  const unit = kindOf(now, is.key.id)?.unit;
  if (unit === undefined || unit !== kindOf(old, was.key.id)?.unit) return undefined;
  const difference = is.outcome.number.value.sub(was.outcome.number.value);
  const places = Math.max(placesOfAll([was], old), placesOfAll([is], now));
  return { decimal: toDecimal(difference), text: formatChange(difference, unit, places) };
}
