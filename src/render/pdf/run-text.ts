import type { TextRun } from './painted.ts';

/**
 * Returns the text of glyphs in the order in which they are painted, in one line: a space stands where a line ends and
 * where room is left between two glyphs, which a browser writes without one.
 */
export function textOfRuns(runs: readonly TextRun[]): string {
  let text = '';
  let last: TextRun | undefined;
  for (const run of runs) {
    if (last !== undefined && isApart(last, run) && !/\s$/.test(text) && !/^\s/.test(run.text)) text += ' ';
    text += run.text;
    if (run.text.trim() !== '') last = run;
    else if (last !== undefined) last = { ...last, end: run.end };
  }
  return text.replace(/\s+/g, ' ').trim();
}

function isApart(last: TextRun, next: TextRun): boolean {
  const size = Math.max(last.size, next.size, 1);
  // A word that is broken at its hyphen goes on in the next line.
  if (Math.abs(next.y - last.y) > 0.6 * size) return !/\p{L}[-\u2010]$/u.test(last.text);
  return next.x - last.end > 0.12 * size;
}
