import { plural } from '../../model/format.ts';
import { itemUnits, paperItem } from './items.ts';
import { cutToLines, lineCount, type Measure } from './lines.ts';
import type { PaperBlock, PaperSentence } from './paper.ts';
import type { Placed } from './arrange.ts';
import { AROUND, DRAWING, SHEET, TEXT } from './sizes.ts';
import { markOf, toneOf } from './tones.ts';
import { builtTable } from './tables.ts';
import type { Waterfall } from './waterfall.ts';
import type { ViewSentence } from '../view.ts';

/** A part of the paper with the room that it takes. */
export interface Built {
  readonly block: PaperBlock;
  /** Heights of what stays whole, from the top, in points. Columns may break between two of them. */
  readonly units: readonly number[];
}

const NOTHING: PaperBlock = {
  sentences: null,
  table: null,
  items: null,
  waterfall: null,
  lines: null,
  more: '',
};

/** A sentence of the summary, and a line of words, take no more lines than these. */
const SENTENCE_LINES = 3;
const WORD_LINES = 2;
const CAPTION_LINES = 2;
const MOST_WORD_LINES = 6;

/** Returns entries of a piece as they stand on so wide a place, with what is counted below them. */
export function build(placed: Placed, width: number, id: string, measure: Measure): Built {
  const { piece, to, last } = placed;
  const given = 'more' in piece.content ? piece.content.more : undefined;
  const noun = piece.content.kind === 'sentences' ? 'more line' : 'more change';
  const more = last ? moreText(piece.count - to, noun, given) : '';
  const cut = cutToLines(more, WORD_LINES, { ...TEXT.table, width }, measure);
  const below =
    cut === '' ? [] : [AROUND.more + TEXT.body.line * lineCount(cut, { ...TEXT.table, width }, measure)];
  const { block, units } = contentOf(placed, width, id, measure);
  // What is counted stays with what it is below of.
  const whole = [...units.slice(0, -1), (units.at(-1) ?? 0) + (below[0] ?? 0)];
  return { block: { ...block, more: cut }, units: whole };
}

/** Returns what is counted where it is not shown, with what the view counts itself. */
function moreText(left: number, noun: string, given: string | undefined): string {
  const own = left > 0 ? `and ${plural(left, noun)}` : '';
  return [own, given ?? ''].filter((text) => text !== '').join('; ');
}

function contentOf({ piece, from, to }: Placed, width: number, id: string, measure: Measure): Built {
  const { content } = piece;
  switch (content.kind) {
    case 'sentences': {
      const sentences = content.sentences.slice(from, to).map((one) => paperSentence(one, width, measure));
      const units = sentences.map(
        ({ text }) => AROUND.sentence + TEXT.body.line * lineCount(text, beside(width), measure),
      );
      return { block: { ...NOTHING, sentences }, units: [AROUND.sentences, ...units] };
    }
    case 'table':
      return withBlock(builtTable(content, to, piece, id, width, measure));
    case 'items': {
      const items = content.items.slice(from, to).map((one) => paperItem(one, width, measure));
      return { block: { ...NOTHING, items }, units: itemUnits(items, width, measure) };
    }
    case 'waterfall': {
      const caption = cutToLines(content.chart.title, CAPTION_LINES, { ...TEXT.h2, width }, measure);
      const chart = withRoom(content.chart, width, measure);
      const lines = lineCount(caption, { ...TEXT.h2, width }, measure);
      const heads = Math.max(
        ...chart.table.columns.map((text) => lineCount(text, columnOf(chart, width), measure)),
      );
      const table = AROUND.tableHead + heads * TEXT.small.line + TEXT.table.line + AROUND.row;
      return {
        block: { ...NOTHING, waterfall: { chart, caption } },
        units: [lines * TEXT.h2.line + AROUND.drawing + DRAWING + TEXT.small.line + table],
      };
    }
    case 'lines': {
      const lines = content.lines
        .slice(0, MOST_WORD_LINES)
        .map((line) => cutToLines(line, WORD_LINES, { ...TEXT.body, width }, measure));
      const units = lines.map(
        (line) => AROUND.line + TEXT.body.line * lineCount(line, { ...TEXT.body, width }, measure),
      );
      return { block: { ...NOTHING, lines }, units };
    }
  }
}

function withBlock({ table, height }: ReturnType<typeof builtTable>): Built {
  return { block: { ...NOTHING, table }, units: [height] };
}

/** The headings of the table below a chart stand on two lines at most. */
function withRoom(chart: Waterfall, width: number, measure: Measure): Waterfall {
  const { columns } = chart.table;
  const cut = columns.map((title) => cutToLines(title, 2, columnOf(chart, width), measure));
  return { ...chart, table: { ...chart.table, columns: cut } };
}

function columnOf({ table }: Waterfall, width: number): { size: number; width: number } {
  return { size: TEXT.small.size, width: width / table.columns.length - 10 };
}

/** A text beside a sign. */
function beside(width: number): { size: number; width: number } {
  return { size: TEXT.body.size, width: width - 14 };
}

function paperSentence({ text, tone }: ViewSentence, width: number, measure: Measure): PaperSentence {
  const cut = cutToLines(text, SENTENCE_LINES, beside(width), measure);
  return { text: cut, tone: toneOf(tone), mark: markOf(tone, 'Attention') };
}

/** The room that a section's heading takes. */
export function headingHeight(title: string, width: number, measure: Measure): number {
  return AROUND.section + TEXT.h2.line * lineCount(title, { ...TEXT.h2, width }, measure);
}

/** Returns a section's heading as it fits. */
export function headingText(title: string, width: number, measure: Measure): string {
  return cutToLines(title, width === SHEET.width ? 1 : 2, { ...TEXT.h2, width }, measure);
}
