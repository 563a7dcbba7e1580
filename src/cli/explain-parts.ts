import type { Fact, FindingsOn, PapersRef } from '../explain/explanation.ts';
import type { Finding } from '../model/finding.ts';
import { placeText, type Place } from '../model/place.ts';
import type { History } from '../read/git.ts';
import type { Line } from './output.ts';
import { labelled, wrapped } from './wrapped.ts';

/** What explanations are printed with. */
export interface ExplainPrinting {
  readonly width: number;
  /** Put before file names, so that paths can be opened from where the program was started. */
  readonly prefix: string;
  readonly history: History;
}

/** Columns of a label. */
export const COLUMN = 22;

/** Returns a heading over the lines of a part; nothing where the part has none. */
export function part(heading: string, lines: readonly Line[]): Line[] {
  return lines.length === 0 ? [] : ['', [{ text: heading, look: 'strong' }], ...lines];
}

/** Returns what the thing is and its value, and under it its name and whose papers it is of. */
export function titleLines(title: string, value: string, about: string, { width }: ExplainPrinting): Line[] {
  const head = value === '' ? title : `${title}: ${value}`;
  return [
    ...wrapped(head, { width, indent: 0, hanging: 2, look: 'strong' }),
    ...(about === '' ? [] : wrapped(about, { width, indent: 0, hanging: 2, look: 'quiet' })),
  ];
}

/** Returns whose papers they are, in words. */
export function papersText({ workstream, meeting, asOf }: PapersRef): string {
  return `${workstream.title}, meeting of ${meeting}${asOf === meeting ? '' : `, judged as of ${asOf}`}`;
}

/** `file:line:column`, and the commit that last changed the line where that is known. */
function placeWords(place: Place, { prefix, history }: ExplainPrinting): string {
  const where = `${prefix}${placeText(place)}`;
  const commit = history.kind === 'history' ? history.of(place.file, place.line) : undefined;
  if (commit === undefined) return where;
  return commit === 'uncommitted' ? `${where} (not committed yet)` : `${where} (${commit.hash})`;
}

/** Returns facts, a label and a text each, with their places. */
export function factLines(facts: readonly Fact[], printing: ExplainPrinting): Line[] {
  const { width } = printing;
  return facts.flatMap(({ label, text, at }) => [
    ...labelled(label, text, COLUMN, { width, indent: 2 }),
    ...(at ? placeLines(at, COLUMN + 2, printing) : []),
  ]);
}

/** Returns a place on a line of its own. */
export function placeLines(at: Place, indent: number, printing: ExplainPrinting): Line[] {
  return wrapped(placeWords(at, printing), {
    width: printing.width,
    indent,
    hanging: indent + 2,
    look: 'quiet',
  });
}

/** Returns the findings on a thing, and under a heading of their own those that are about others. */
export function findingsParts({ about, touching }: FindingsOn, printing: ExplainPrinting): Line[] {
  return [
    ...part('Found on it', findingList(about, printing)),
    ...part('Found on what it rests on, or compares with', findingList(touching, printing)),
  ];
}

function findingList(findings: readonly Finding[], printing: ExplainPrinting): Line[] {
  return findings.flatMap((one) => findingLines(one, printing));
}

/** Returns a finding with its place, its reckoning and, where it is accepted, by whom. */
export function findingLines(
  { code, severity, message, at, why, accepted }: Finding,
  printing: ExplainPrinting,
): Line[] {
  const { width } = printing;
  const body = { width, indent: 4, hanging: 4 };
  return [
    ...wrapped(`${code} ${message}`, { width, indent: 2, hanging: 4, look: severity }),
    ...(at ? placeLines(at, 4, printing) : []),
    ...(why === undefined ? [] : wrapped(why, body)),
    ...(accepted ? wrapped(`accepted by ${accepted.by}: ${accepted.reason}`, body) : []),
  ];
}
