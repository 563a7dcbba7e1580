import { finding, type Finding } from '../../model/finding.ts';
import { fold } from '../../model/suggest.ts';
import { parseBracketed } from '../grammar/bracket.ts';
import { markedText } from '../grammar/cell.ts';
import { quoted } from '../grammar/reading.ts';
import type { TextCell } from '../table/table.ts';
import type { FigureRole } from './columns.ts';
import type { KnownFigure } from './vocabulary.ts';

/** A figure of a cell that may give two. */
interface Part {
  readonly cell: TextCell;
  readonly measure: string;
  /** Of the number in a bracket: the word behind it. */
  readonly word?: string;
}

/**
 * Returns the figures of a cell: of `4 (0 new)` the 4 for the figure itself and the 0 for the one that the configuration
 * names for `new`; of any other cell the one. A bracket that the configuration does not know is a finding.
 */
export function splitBracket(
  cell: TextCell,
  { measure }: FigureRole,
  known: KnownFigure | undefined,
): readonly Part[] | Finding {
  const { body, mark = '' } = markedText(cell.text);
  const bracketed = parseBracketed(body);
  if (!bracketed) return [{ cell, measure }];
  const { other } = bracketed;
  if (!known?.bracket || !other || fold(other.word) !== fold(known.bracket.word))
    return unexpected(cell, measure, bracketed.inside, known);
  const own = { text: `${bracketed.own}${mark}`, at: { ...cell.at, length: bracketed.own.length } };
  const at = { ...cell.at, column: cell.at.column + other.offset, length: other.text.length };
  return [
    { cell: own, measure },
    { cell: { text: other.text, at }, measure: known.bracket.indicator, word: known.bracket.word },
  ];
}

function unexpected(
  cell: TextCell,
  measure: string,
  inside: string,
  known: KnownFigure | undefined,
): Finding {
  const word = known?.bracket?.word;
  return finding('E090', `the bracket of ${quoted(cell.text)} means nothing here`, {
    at: cell.at,
    why:
      word === undefined
        ? `${measure} has no \`bracket\` in cip-report.yaml, and a cell holds one figure`
        : `behind a figure of ${measure} stands a number with the word ${quoted(word)}, as in 4 (0 ${word}), and not ${quoted(inside)}`,
    help:
      word === undefined
        ? 'write the number alone; a second figure belongs in a column of its own, or, in a table of indicators, to the `bracket` of the indicator'
        : 'correct the bracket, or leave it out',
  });
}
