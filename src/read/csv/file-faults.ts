import { finding, type Finding } from '../../model/finding.ts';
import { startOf } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { SourceText } from '../source-text.ts';

/** Returns what makes a whole file unreadable as CSV, before any of it is parsed. */
export function fileFaults(source: SourceText): Finding[] {
  if (source.text.trim() === '') return [finding('E020', 'the file is empty', { at: startOf(source.file) })];
  const conflict = mergeConflict(source);
  if (conflict) return [conflict];
  return separatorLine(source) ?? otherDelimiter(source) ?? [];
}

/** Returns the finding of the first mark that an unfinished merge left behind. */
export function mergeConflict(source: SourceText): Finding | undefined {
  const marks = [...source.text.matchAll(/^(?:<{7} .*|={7}|>{7} .*)$/gm)];
  const open = marks.find((mark) => mark[0].startsWith('<'));
  if (!open) return undefined;
  return finding('E029', 'a merge in git was not finished here', {
    at: source.place(open.index, open.index + open[0].length),
    why: 'the lines between <<<<<<< and >>>>>>> hold two versions of the same data',
    related: marks
      .filter((mark) => mark.index > open.index)
      .map((mark) => source.place(mark.index, mark.index + 7)),
  });
}

function separatorLine(source: SourceText): Finding[] | undefined {
  const line = source.line(1) ?? '';
  const separator = /^"?sep=(.)"?,*$/i.exec(line)?.[1];
  if (separator === undefined) return undefined;
  return [
    finding('E028', `the first line, ${quoted(line)}, is a note to Excel and not a row of headings`, {
      at: source.place(0, line.length),
      help:
        separator === ','
          ? 'delete the first line'
          : `delete the first line and save the file with commas in place of ${quoted(separator)}`,
    }),
  ];
}

const OTHERS = [
  [';', 'semicolons'],
  ['\t', 'tabs'],
  ['|', 'vertical bars'],
] as const;

function otherDelimiter(source: SourceText): Finding[] | undefined {
  const line = source.line(1) ?? '';
  if (line.includes(',')) return undefined;
  const other = OTHERS.find(([delimiter]) => line.includes(delimiter));
  if (!other) return undefined;
  return [
    finding('E027', `the cells are separated by ${other[1]}, and not by commas`, {
      at: source.place(line.indexOf(other[0])),
      why: 'Excel does so where the computer is set to a region that writes decimals with a comma',
      help: 'save the file with commas between the cells; check that decimals have a full stop',
    }),
  ];
}
