import type { ViewItem } from '../view.ts';
import { toneOf } from './tones.ts';
import { cutToLines, cutToSentence, lineCount, type Measure } from './lines.ts';
import { AROUND, TEXT } from './sizes.ts';
import type { PaperItem, PaperRun, PaperWords } from './paper.ts';
import type { WordRun } from '../comparison.ts';
import { oneLine } from '../../model/one-line.ts';

const TITLE_LINES = 2;
const LINES = 3;
const LINE_LINES = 3;
const WORDS = 2;
const WORDS_LINES = 3;
/** Letters of what stayed that stand around what changed. */
const AROUND_CHANGE = 28;

const SIGNS = { good: 'tick', bad: 'alert', plain: 'dash' } as const;

/** Returns an entry that changed, each of its texts cut to its place. */
export function paperItem(
  { mark, tone, reference, title, lines, words }: ViewItem,
  width: number,
  measure: Measure,
): PaperItem {
  const head = cutToLines(mark, 1, { ...TEXT.body, width: width / 2 }, measure);
  const name = cutToLines(reference, 1, { ...TEXT.body, width: width / 3 }, measure);
  const column = { ...TEXT.table, width: width - 14 };
  return {
    headed: head !== '' || name !== '',
    mark: head,
    tone: toneOf(tone),
    sign: SIGNS[toneOf(tone)],
    reference: name,
    title: cutToLines(title, TITLE_LINES, column, measure),
    lines: lines.slice(0, LINES).map((line) => cutToSentence(line, LINE_LINES, column, measure)),
    words: words.slice(0, WORDS).map(({ label, runs }) => shortened(label, runs, column, measure)),
  };
}

/** Returns the heights of entries. */
export function itemUnits(items: readonly PaperItem[], width: number, measure: Measure): number[] {
  const column = { ...TEXT.table, width: width - 14 };
  return items.map(({ headed, title, lines, words }) => {
    const texts = [title, ...lines, ...words.map(({ label, runs }) => `${label}: ${joined(runs)}`)];
    const count = texts.reduce((sum, text) => sum + lineCount(text, column, measure), 0);
    return AROUND.item + ((headed ? 1 : 0) + count) * TEXT.table.line;
  });
}

function joined(runs: readonly PaperRun[]): string {
  return runs.map(({ text }) => text).join('');
}

/** Returns a text's changed words with a little of what stayed around them, on a few lines. */
function shortened(
  label: string,
  runs: readonly WordRun[],
  column: { size: number; width: number },
  measure: Measure,
): PaperWords {
  const name = cutToLines(label, 1, { ...column, width: column.width / 2 }, measure);
  const shown: PaperRun[] = [];
  for (const [at, run] of runs.entries()) {
    const text =
      run.kind === 'same' ? around(run.text, at > 0, at < runs.length - 1) : run.text.replace(/\s+/g, ' ');
    const next = { text, removed: run.kind === 'removed', added: run.kind === 'added' };
    const whole = `${name}: ${joined([...shown, next])}`;
    const cut = cutToLines(whole, WORDS_LINES, column, measure);
    if (cut === oneLine(whole)) {
      shown.push(next);
      continue;
    }
    const left = cut.slice(`${name}: ${joined(shown)}`.length);
    shown.push({ ...next, text: left === '' ? '…' : left });
    break;
  }
  return { label: name, runs: shown };
}

/** What stayed, with its middle left out: its end stands before a change, its beginning after one. */
function around(text: string, isAfter: boolean, isBefore: boolean): string {
  const flat = text.replace(/\s+/g, ' ');
  const letters = Array.from(flat);
  const kept = (isAfter ? AROUND_CHANGE : 0) + (isBefore ? AROUND_CHANGE : 0);
  if (letters.length <= kept + 2) return flat;
  const start = isAfter ? letters.slice(0, AROUND_CHANGE).join('').replace(/\S*$/, '') : '';
  const end = isBefore ? letters.slice(-AROUND_CHANGE).join('').replace(/^\S*/, '') : '';
  return `${start}…${end}`;
}
