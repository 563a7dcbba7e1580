import type { Finding } from '../model/finding.ts';
import { countsText, findingCounts } from '../model/finding-counts.ts';
import { placeText, type Place } from '../model/place.ts';
import type { Line, Output } from './output.ts';

/** Gives the text of a line of a file of the data repo, or undefined where it is not known. */
export type LineSource = (file: string, line: number) => string | undefined;

export interface FindingPrinting {
  readonly lineOf: LineSource;
  /** Put before file names, so that paths can be opened from where the program was started. */
  readonly prefix: string;
}

/** The most further places that are printed with a finding; the rest are counted. */
const RELATED = 10;

/** Writes every finding to stderr: what, where, the line itself, why, what to do. */
export function printFindings(findings: readonly Finding[], printing: FindingPrinting, output: Output): void {
  for (const one of findings) {
    for (const line of findingLines(one, printing, output.width)) output.say(line);
    output.say();
  }
}

/** Returns the lines of one finding, for a terminal `width` columns wide. One that is accepted takes few. */
export function findingLines(one: Finding, printing: FindingPrinting, width: number): Line[] {
  if (one.accepted) return acceptedLines(one, one.accepted, printing);
  const lines: Line[] = [
    [
      { text: `${one.severity} ${one.code}`, look: one.severity },
      { text: ` ${one.message}`, look: 'strong' },
    ],
  ];
  if (one.at) {
    lines.push(`  ${printing.prefix}${placeText(one.at)}`);
    lines.push(...excerpt(one.at, printing.lineOf(one.at.file, one.at.line), one, width));
  }
  if (one.why !== undefined) lines.push(...one.why.split('\n').map((text) => `  ${text}`));
  lines.push(...subjectLines(one));
  const related = one.related ?? [];
  for (const place of related.slice(0, RELATED))
    lines.push([{ text: `  see ${printing.prefix}${placeText(place)}`, look: 'quiet' }]);
  if (related.length > RELATED)
    lines.push([{ text: `  and ${related.length - RELATED} more`, look: 'quiet' }]);
  lines.push([{ text: '  help: ', look: 'good' }, { text: one.help }]);
  return lines;
}

function acceptedLines(
  one: Finding,
  { reason, by }: NonNullable<Finding['accepted']>,
  { prefix }: FindingPrinting,
): Line[] {
  return [
    [{ text: `accepted ${one.code}`, look: 'quiet' }, { text: ` ${one.message}` }],
    ...(one.at ? [`  ${prefix}${placeText(one.at)}`] : []),
    ...subjectLines(one),
    `  accepted by ${by}: ${reason}`,
  ];
}

/** What it is about, as `accepted` in the configuration and `explain` take it. */
function subjectLines({ about }: Finding): Line[] {
  return about === undefined ? [] : [[{ text: `  of: ${about}`, look: 'quiet' }]];
}

/** Returns `3 │ the line` and a mark under the value; long lines are cut to a window around it. */
function excerpt(at: Place, text: string | undefined, one: Finding, width: number): Line[] {
  if (text === undefined) return [];
  const gutter = `    ${at.line} │ `;
  const blank = `${' '.repeat(gutter.length - 2)}│ `;
  const room = Math.max(20, width - gutter.length - 2);
  const chars = Array.from(text.replaceAll('\t', ' '));
  // Columns count UTF-16 units, as editors do; the window is cut between whole characters.
  const before = Array.from(text.slice(0, at.column - 1)).length;
  const start = before + 8 > room ? Math.max(0, before - Math.floor(room / 2)) : 0;
  const shown = chars.slice(start, start + room);
  const lead = start > 0 ? '…' : '';
  const tail = start + room < chars.length ? '…' : '';
  const marked = Math.max(
    1,
    Math.min(Array.from(text.slice(at.column - 1, at.column - 1 + at.length)).length, start + room - before),
  );
  return [
    [{ text: gutter, look: 'quiet' }, { text: `${lead}${shown.join('')}${tail}` }],
    [
      { text: blank, look: 'quiet' },
      { text: `${' '.repeat(lead.length + before - start)}${'~'.repeat(marked)}`, look: one.severity },
    ],
  ];
}

/** Returns `1 error, 2 warnings and 3 notes`, or `nothing found`. */
export function countFindings(findings: readonly Finding[]): string {
  return countsText(findingCounts(findings));
}
