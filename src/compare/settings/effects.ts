import { WHOLE } from '../../metrics/book.ts';
import type { Evaluation, Evaluator } from '../../metrics/evaluate.ts';
import { idsBehind } from '../../metrics/family.ts';
import { isSameOutcome } from '../../metrics/outcome.ts';
import { placesOfAll } from '../../metrics/places.ts';
import { kindOf, labelOf, type Registry } from '../../metrics/registry.ts';
import { evaluationText } from '../../metrics/wording.ts';
import { toDecimal } from '../../model/exact.ts';
import { formatChange } from '../../model/format.ts';
import { periodRef } from '../../model/period-ref.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Amount, SettingChange, SettingEffect } from '../comparison.ts';
import { figuresUnder } from '../figures/under.ts';
import type { PaperPair } from '../side.ts';
import { figureSettings, isOwnChange } from './figure-settings.ts';
import { byId } from './setting.ts';

/**
 * Returns what a changed definition alone does to figures: each side's figures of the whole at the period that is compared,
 * by that side's data and both sides' definitions, where the two differ. It names the figure that changed and those that
 * stand on it, on the first side and then on the second. Nothing for other settings, and nothing for a figure that only
 * stands on a changed one: that one's effects name it.
 */
export function effectsOf(change: SettingChange, pairs: readonly PaperPair[]): SettingEffect[] {
  const [pair] = pairs;
  if (pair === undefined || change.kind !== 'changed' || !MAY_REDEFINE.includes(change.what)) return [];
  const [before, after] = [pair.before, pair.after].map(({ context }) =>
    byId(figureSettings(context.programme)),
  );
  if (!isOwnChange(before?.get(change.id), after?.get(change.id))) return [];
  return (['before', 'after'] as const).flatMap((side) =>
    pairs.flatMap((one) => effectsOn(side, change.id, one, pairs.length > 1)),
  );
}

const MAY_REDEFINE: readonly SettingChange['what'][] = ['definition', 'measure', 'indicator'];

function effectsOn(
  side: 'before' | 'after',
  changed: string,
  pair: PaperPair,
  isOneOfSeveral: boolean,
): SettingEffect[] {
  const { context, period } = pair[side];
  if (period === undefined) return [];
  const { figures } = context;
  const [old, now] = [pair.before, pair.after].map((one) => one.context.figures.registry);
  if (old === undefined || now === undefined) return [];
  const [underOld, underNew] = [figuresUnder(figures, old), figuresUnder(figures, now)];
  const of = isOneOfSeveral ? ` (${context.workstream.title})` : '';
  return idsOn(changed, old, now).flatMap((id) => {
    const key = { id, period, group: WHOLE, basis: context.workstream.basis };
    const [was, is] = [underOld.evaluate(key), underNew.evaluate(key)];
    if (isSameOutcome(was.outcome, is.outcome)) return [];
    const difference = changeOf(was, is, underOld, underNew);
    return [
      {
        side,
        figure: figureSubject(key, context),
        label: `${labelOf(now, id)}${of}`,
        period: periodRef(period),
        old: evaluationText(was, old),
        new: evaluationText(is, now),
        ...(difference && { change: difference }),
      },
    ];
  });
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
