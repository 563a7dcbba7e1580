import { midSentence, plural } from '../../model/format.ts';
import type { FigureChange, FigureSide } from '../comparison.ts';
import type { Tone, ViewColumn, ViewRow } from '../view.ts';
import { brief, labelWithGroup, markerWords, NAME, SENTENCE } from './texts.ts';

/** Returns the columns of a table of figures: `Figure | Jan 2021 | Feb 2021 | Change | Relative`. */
export function figureColumns(before: string, after: string): ViewColumn[] {
  const numbers = [brief(before, NAME), brief(after, NAME), 'Change', 'Relative'];
  return [
    { title: 'Figure', align: 'left' },
    ...numbers.map((title): ViewColumn => ({ title, align: 'right' })),
  ];
}

/** Returns a heading within a table. */
export function headingRow(text: string): ViewRow {
  return { cells: [text], kind: 'heading', tone: 'neutral', notes: [] };
}

/**
 * Returns the row of a figure with the lines under it: what the first side's period was given as where it was restated (the
 * row is the movement from what it is given as now, so that it can be followed), what the papers print where that reads
 * otherwise, the same change under the former definition, and of a rate of the whole the formula (told once in a table:
 * `told` remembers which).
 */
export function figureRow(change: FigureChange, label: string, told: Set<string>): ViewRow {
  const moved = movementOf(change);
  return {
    cells: [
      label,
      sideText(moved.before),
      sideText(change.after),
      moved.absolute?.text ?? changeWord(change),
      moved.relative?.text ?? '',
    ],
    kind: 'row',
    tone: toneOf(moved.good),
    notes: [
      ...revisedNote(change),
      ...statedNote(change),
      ...formulaNotes(change, told),
      ...missingNotes(change),
    ].map((note) => brief(note, SENTENCE)),
  };
}

/** Returns the tone of a change that is towards what is wanted, away from it, or neither. */
export function toneOf(good: boolean | null): Tone {
  return good === null ? 'neutral' : good ? 'good' : 'bad';
}

/** What of a change is a movement: how much, which way, and whether towards what is wanted. */
export type Movement = Pick<FigureChange, 'before' | 'absolute' | 'relative' | 'movement' | 'good'>;

/** Returns what of a figure's change is a movement: where it was restated, the change from what is given now. */
export function movementOf(change: FigureChange): Movement {
  return change.revised?.absolute === undefined ? change : change.revised;
}

/** Returns a figure as it stands in a table; a marker with what it means: `c (confidential)`. */
export function sideText({ result, text }: FigureSide): string {
  return result.kind === 'marker' ? markerWords(result.marker, text) : brief(text, NAME);
}

/** Returns whether a figure is one number per another. */
export function isRate({ unit }: FigureChange): boolean {
  return unit === 'share' || unit === 'ratio';
}

/** Returns whether a figure is of the whole, and of no group. */
export function isWhole({ group }: FigureChange): boolean {
  return Object.keys(group).length === 0;
}

/** Returns what is collapsed of a table, in one line: how many changes, and the largest; undefined for none. */
export function smallerChanges(
  changes: readonly FigureChange[],
  limit: string | undefined,
): string | undefined {
  const [largest] = largestFirst(changes);
  if (largest === undefined) return undefined;
  const size = changeText(movementOf(largest));
  const under = limit === undefined ? '' : `, under ${brief(limit, NAME)}`;
  const which = changes.length === 1 ? '' : 'the largest is ';
  return `${plural(changes.length, 'smaller change')}${under}: ${which}${labelWithGroup(largest)}, ${size}`;
}

/** Returns the changes by their size, as a part of what they were; those without such a size last. */
export function largestFirst(changes: readonly FigureChange[]): FigureChange[] {
  return changes.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

// For the order alone: what is printed stays exact.
function sizeOf(change: FigureChange): number {
  const { relative } = movementOf(change);
  return relative === undefined ? -1 : Math.abs(Number(relative.decimal));
}

/** Returns a change in its own terms and as a part: `−3.0 (−13%)`. */
export function changeText({ absolute, relative }: Pick<FigureChange, 'absolute' | 'relative'>): string {
  const part = relative === undefined ? '' : ` (${relative.text})`;
  return `${absolute?.text ?? ''}${part}`.trim();
}

const WORDS: Readonly<Record<FigureChange['kind'], string>> = {
  changed: '',
  new: 'new',
  gone: 'gone',
  marker: 'no number',
};

function changeWord({ kind, before, after }: FigureChange): string {
  if (kind === 'marker' && before.result.kind === 'marker' && after.result.kind === 'number')
    return 'now a number';
  return WORDS[kind];
}

/** What was restated is no movement: the row is the change from what the second side says that the first period was. */
function revisedNote({ revised, before }: FigureChange): string[] {
  if (revised === undefined) return [];
  const { label } = revised.before.period;
  return revised.absolute === undefined
    ? [`${label} is now given as ${sideText(revised.before)}`]
    : [`${label} was restated: it was given as ${sideText(before)}`];
}

/** Only where a reader would see other digits in the papers. */
function statedNote(change: FigureChange): string[] {
  const { stated, after } = change;
  const { before, absolute, relative } = movementOf(change);
  if (stated === undefined) return [];
  const printed = [stated.before, stated.after, stated.absolute.text, stated.relative?.text];
  const row = [before.text, after.text, absolute?.text, relative?.text];
  if (printed.every((text, index) => text === row[index])) return [];
  return [`as the papers print it: ${stated.before} → ${stated.after}, ${changeText(stated)}`];
}

function formulaNotes(change: FigureChange, told: Set<string>): string[] {
  const { metric, formula, otherwise } = change;
  if (formula === undefined) return [];
  const isNamed = isWhole(change) && isRate(change);
  const former = otherwise === undefined ? [] : [formerText(otherwise, isNamed)];
  const key = JSON.stringify([metric, formula]);
  if (!isNamed || (told.has(key) && former.length === 0)) return former;
  told.add(key);
  return [[formula, ...former].join('; ')];
}

function formerText(otherwise: NonNullable<FigureChange['otherwise']>, isNamed: boolean): string {
  const change = changeText(otherwise);
  const by = isNamed ? `, ${otherwise.formula}` : '';
  const sides = `${sideText(otherwise.before)} → ${sideText(otherwise.after)}`;
  return `under the former definition${by}: ${sides}${change === '' ? '' : `, ${change}`}`;
}

/** Why there is no figure, where that says more than that there is none. */
function missingNotes({ label, before, after }: FigureChange): string[] {
  return [before, after].flatMap(({ result, period }) => {
    if (result.kind !== 'missing' || result.because === '') return [];
    const isPlain = result.because === `no ${midSentence(label)} for ${period.label}`;
    return isPlain ? [] : [`${period.label}: ${result.because}`];
  });
}
