import { midSentence, plural } from '../../model/format.ts';
import type { FigureChange, FigureSide } from '../comparison.ts';
import type { Tone, ViewColumn, ViewRow } from '../view.ts';
import { brief, markerWords, NAME, SENTENCE } from './texts.ts';

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
 * Returns the row of a figure with the lines under it: what the papers print for it, the formula (told once for each
 * metric: `told` remembers which), the same change under the former definition, other members.
 */
export function figureRow(change: FigureChange, label: string, told: Set<string>): ViewRow {
  return {
    cells: [
      label,
      sideText(change.before),
      sideText(change.after),
      change.absolute?.text ?? changeWord(change),
      change.relative?.text ?? '',
    ],
    kind: 'row',
    tone: toneOf(change.good),
    notes: [
      ...statedNote(change),
      ...formulaNotes(change, told),
      ...memberNote(change),
      ...missingNotes(change),
    ].map((note) => brief(note, SENTENCE)),
  };
}

/** Returns the tone of a change that is towards what is wanted, away from it, or neither. */
export function toneOf(good: boolean | null): Tone {
  return good === null ? 'neutral' : good ? 'good' : 'bad';
}

/** Returns a figure as it stands in a table; a marker with what it means: `c (confidential)`. */
function sideText({ result, text }: FigureSide): string {
  return result.kind === 'marker' ? markerWords(result.marker, text) : brief(text, NAME);
}

/** Returns what is collapsed of a table, in one line: how many changes, and the largest; undefined for none. */
export function smallerChanges(
  changes: readonly FigureChange[],
  limit: string | undefined,
): string | undefined {
  const [largest] = largestFirst(changes);
  if (largest === undefined) return undefined;
  const { absolute, relative, label } = largest;
  const size = [absolute?.text, relative && `(${relative.text})`]
    .filter((text) => text !== undefined)
    .join(' ');
  const under = limit === undefined ? '' : `, under ${brief(limit, NAME)}`;
  const which = changes.length === 1 ? '' : 'the largest is ';
  return `${plural(changes.length, 'smaller change')}${under}: ${which}${brief(label, NAME)}, ${size}`;
}

/** Returns the changes by their size, as a part of what they were; those without such a size last. */
export function largestFirst(changes: readonly FigureChange[]): FigureChange[] {
  return changes.toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

// For the order alone: what is printed stays exact.
function sizeOf({ relative }: FigureChange): number {
  return relative === undefined ? -1 : Math.abs(Number(relative.decimal));
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

function statedNote({ stated }: FigureChange): string[] {
  if (stated === undefined) return [];
  const change = [stated.absolute.text, stated.relative?.text].filter((text) => text !== undefined);
  return [`as the papers print it: ${stated.before} → ${stated.after}, ${change.join(', ')}`];
}

function formulaNotes({ metric, formula, otherwise }: FigureChange, told: Set<string>): string[] {
  if (formula === undefined) return [];
  const key = JSON.stringify([metric, formula]);
  const isTold = told.has(key);
  told.add(key);
  if (otherwise === undefined) return isTold ? [] : [formula];
  const change = [otherwise.absolute?.text, otherwise.relative?.text].filter((text) => text !== undefined);
  const sides = `${sideText(otherwise.before)} → ${sideText(otherwise.after)}`;
  return [`${formula}; under the former definition, ${otherwise.formula}: ${[sides, ...change].join(', ')}`];
}

function memberNote({ members }: FigureChange): string[] {
  return members === undefined ? [] : [`who is counted differs: ${members}`];
}

/** Why there is no figure, where that says more than that there is none. */
function missingNotes({ label, before, after }: FigureChange): string[] {
  return [before, after].flatMap(({ result, period }) => {
    if (result.kind !== 'missing' || result.because === '') return [];
    const isPlain = result.because === `no ${midSentence(label)} for ${period.label}`;
    return isPlain ? [] : [`${period.label}: ${result.because}`];
  });
}
