import type { Dataset, Programme } from '../../model/dataset.ts';
import type { SettingChange } from '../comparison.ts';
import { compareFigureSettings, figureSettings } from './figure-settings.ts';
import { compareLimits, limitSettings } from './limit-settings.ts';
import { compareMatrices, matrixSettings } from './matrix-settings.ts';
import { RANKS } from './ranks.ts';
import { byId, changesBetween, idPart, ranked, type RankedChange, type Setting } from './setting.ts';

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
 * side with each `before` replaced by its `after` is that of the second. Effects on figures are left to `effectsOf`.
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

interface Overlapping extends Setting {
  readonly words: string;
}

function overlappingSettings({ overlapping }: Programme): Overlapping[] {
  return overlapping.map((dimension) => ({
    id: `overlapping.${idPart(dimension)}`,
    text: 'overlapping',
    words: dimension.replaceAll('_', ' '),
  }));
}

function compareOverlapping(before: Programme, after: Programme): RankedChange[] {
  return changesBetween(overlappingSettings(before), overlappingSettings(after), {
    what: () => 'overlapping',
    rank: () => RANKS.overlapping,
    changed: ({ words }) => words,
    isNew: ({ words }) => `Figures by ${words} overlap now, and are no longer added up`,
    isGone: ({ words }) => `Figures by ${words} no longer overlap, and are added up now`,
  });
}
