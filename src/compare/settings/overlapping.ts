import type { Programme } from '../../model/dataset.ts';
import { RANKS } from './ranks.ts';
import { changesBetween, idPart, type RankedChange, type Setting } from './setting.ts';

interface Overlapping extends Setting {
  readonly words: string;
}

/** Returns the dimensions whose members are never added up. */
export function overlappingSettings({ overlapping }: Pick<Programme, 'overlapping'>): Overlapping[] {
  return overlapping.map((dimension) => ({
    id: overlappingId(dimension),
    text: 'overlapping',
    words: dimension.replaceAll('_', ' '),
  }));
}

/** Returns the id of the setting that a dimension overlaps. */
export function overlappingId(dimension: string): string {
  return `overlapping.${idPart(dimension)}`;
}

/** Returns the dimensions that overlap by one configuration alone. */
export function compareOverlapping(before: Programme, after: Programme): RankedChange[] {
  return changesBetween(overlappingSettings(before), overlappingSettings(after), {
    what: () => 'overlapping',
    rank: () => RANKS.overlapping,
    changed: ({ words }) => words,
    isNew: ({ words }) => `Figures by ${words} overlap now, and are no longer added up`,
    isGone: ({ words }) => `Figures by ${words} no longer overlap, and are added up now`,
  });
}
