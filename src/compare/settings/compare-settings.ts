import type { Dataset } from '../../model/dataset.ts';
import type { SettingChange } from '../comparison.ts';
import { compareFigureSettings, figureSettings } from './figure-settings.ts';
import { compareLimits, limitSettings } from './limit-settings.ts';
import { compareMatrices, matrixSettings } from './matrix-settings.ts';
import { compareOverlapping, overlappingSettings } from './overlapping.ts';
import { byId, ranked, type Setting } from './setting.ts';

/**
 * Returns what a configuration says for the whole programme, by id: what each figure means, the matrix, levels, and which
 * dimensions overlap. Two sides with the same texts say the same, in whatever order and words of formulas.
 */
export function settingsOf({ programme }: Dataset): ReadonlyMap<string, string> {
  const settings: readonly Setting[] = [
    ...figureSettings(programme),
    ...matrixSettings(programme.matrix),
    ...overlappingSettings(programme),
    ...limitSettings(programme),
  ];
  return new Map([...byId(settings)].map(([id, { text }]) => [id, text]));
}

/**
 * Returns what two configurations say differently for the whole programme, the most weighty first: `settingsOf` the first
 * side with each `before` replaced by its `after` is that of the second. Effects on figures are left to `createEffects`.
 */
export function compareSettings(before: Dataset, after: Dataset): SettingChange[] {
  const [old, now] = [before.programme, after.programme];
  return ranked([
    ...compareFigureSettings(old, now),
    ...compareMatrices(old.matrix, now.matrix),
    ...compareOverlapping(old, now),
    ...compareLimits(old, now),
  ]);
}
