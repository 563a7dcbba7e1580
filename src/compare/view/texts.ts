import type { Marker } from '../../model/cell.ts';
import { markerMeaning } from '../../model/marker-words.ts';
import { dimensionsOf } from '../../metrics/census.ts';
import type { Group } from '../../model/dataset.ts';
import { plural, severalOf, spaced } from '../../model/format.ts';
import { oneLine } from '../../model/one-line.ts';
import type { Comparison, WorkstreamComparison } from '../comparison.ts';

/** The most characters of a name within a sentence of several, of a name, of what an entry is, and of a sentence. */
export const SHORT = 40;
export const NAME = 80;
export const TITLE = 200;
export const SENTENCE = 400;

/** Returns a text of the data on one line, and no longer than so many characters. */
export function brief(text: string, most: number): string {
  const line = oneLine(text);
  if (line.length <= most) return line;
  // Never half of a character.
  const cut = line.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '');
  return `${cut.trimEnd()}…`;
}

/** Returns the text with a full stop, unless it ends a sentence already. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Returns whose figure it is: `team Duty, grade 3`; empty for the whole. */
export function groupWords(group: Group): string {
  return dimensionsOf(group)
    .map(([dimension, name]) => `${spaced(dimension)} ${brief(name, NAME)}`)
    .join(', ');
}

/** Returns a figure's name with its group: `Agency workers, team Duty`. */
export function labelWithGroup({ label, group }: { readonly label: string; readonly group: Group }): string {
  const words = groupWords(group);
  return words === '' ? brief(label, NAME) : `${brief(label, NAME)}, ${words}`;
}

/** Returns so many members of a dimension: `1 team`, `4 staff groups`, `2 categories`. */
export function members(count: number, dimension: string): string {
  return plural(count, spaced(dimension), severalOf(dimension));
}

/** Returns the first so many, or one more, and how many others there are: `A, B, and 3 more`. */
export function listed(texts: readonly string[], most: number, separator = ', '): string {
  // One more would be no shorter than itself.
  if (texts.length <= most + 1) return texts.join(separator);
  return `${texts.slice(0, most).join(separator)}${separator}and ${(texts.length - most).toString()} more`;
}

/** Returns a marker as it is printed, with what it means: `c (confidential)`. */
export function markerWords(marker: Marker, text: string): string {
  return `${text} (${markerMeaning(marker)})`;
}

/** Returns what the two sides are called in a column's head: of two files their names alone, where these tell them apart. */
export function sideNames({ form, before, after }: Comparison): [string, string] {
  const labels: [string, string] = [brief(before.label, NAME), brief(after.label, NAME)];
  if (form !== 'files' && form !== 'folders') return labels;
  const [old, now] = labels.map((label) => label.replace(/[\\/]+$/, '').replace(/^.*[\\/]/, ''));
  return old === undefined || now === undefined || old === now || old === '' || now === ''
    ? labels
    : [old, now];
}

/** Returns the labels of the periods that a workstream's figures are of; those of the sides where it has none. */
export function periodLabels(
  { before, after }: WorkstreamComparison,
  sides: readonly [string, string],
): [string, string] {
  return [before.period?.label ?? sides[0], after.period?.label ?? sides[1]];
}
