import type { GateResult } from '../check/gates.ts';
import { countsText, moreText } from '../model/finding-counts.ts';
import { plural } from '../model/format.ts';
import { placeText } from '../model/place.ts';
import type { CheckedPapers, CheckReport, StatedCounts } from './check-report.ts';

/** A line of the summary, and what kind of news it is. */
export interface SummaryLine {
  readonly text: string;
  readonly look: 'good' | 'error' | 'strong' | 'quiet';
}

/** Returns the end of a check in words: what is left out, what was compared, how many findings, which gates failed. */
export function checkSummary(report: CheckReport): SummaryLine[] {
  const { papers, more, summary, gates, prefix } = report;
  const isClean = summary.total === 0;
  const failed = gates.filter((one) => one.failed);
  return [
    ...(more.total === 0 ? [] : [{ text: moreText(more), look: 'strong' } as const]),
    ...papers.map((one) => ({ text: papersText(one), look: 'quiet' }) as const),
    {
      text: `Checked ${plural(papers.length, 'report')}: ${countsText(summary)}.`,
      look: isClean ? 'good' : 'strong',
    },
    ...failed.flatMap((gate) => gateLines(gate, prefix)),
  ];
}

function papersText({ workstream, meeting, asOf, stated, typed }: CheckedPapers): string {
  const name = `${workstream} ${meeting}${asOf === meeting ? '' : ` as of ${asOf}`}`;
  if (stated === undefined || typed === undefined)
    return `${name}: there are errors, so stated figures were not compared.`;
  return `${name}: ${statedText(stated)}; ${typedText(typed)}.`;
}

/** Returns `12 stated figures recomputed: 11 agree, 1 does not (accepted)`. */
export function statedText({ recomputed, agreed, accepted }: StatedCounts): string {
  if (recomputed === 0) return 'no figure is stated that follows from others';
  const known = acceptedText(recomputed - agreed, accepted);
  return `${plural(recomputed, 'stated figure')} recomputed: ${agreement(recomputed, agreed)}${known}`;
}

function acceptedText(differing: number, accepted: number): string {
  if (accepted === 0) return '';
  if (accepted < differing) return ` (${accepted} of them accepted)`;
  return differing === 1 ? ' (accepted)' : ' (all accepted)';
}

/** Returns `34 numbers typed in the text: 12 tied to figures, 12 agree`. */
export function typedText({ numbers, tied, agreed }: NonNullable<CheckedPapers['typed']>): string {
  if (numbers === 0) return 'no number is typed in the text';
  const typed = `${plural(numbers, 'number')} typed in the text`;
  return tied === 0
    ? `${typed}, none tied to a figure`
    : `${typed}: ${tied} tied to figures, ${agreement(tied, agreed)}`;
}

function agreement(all: number, agreed: number): string {
  const differing = all - agreed;
  const rest = differing === 0 ? '' : `, ${differing} ${differing === 1 ? 'does' : 'do'} not`;
  return `${agreed} ${agreed === 1 ? 'agrees' : 'agree'}${rest}`;
}

/** The most things that a failed gate names. */
const NAMED = 5;

const STATES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'red-risk': ['red risk', 'red risks'],
  overdue: ['thing overdue', 'things overdue'],
  stale: ['finding of old figures', 'findings of old figures'],
  'target-missed': ['missed target', 'missed targets'],
};

/** Findings stand above, each with its place; what a state consists of does not. */
function gateLines({ name, of, because, unknown = [] }: GateResult, prefix: string): SummaryLine[] {
  const [one, many] = STATES[name] ?? ['finding', 'findings'];
  const counted = because.length === 0 ? [] : [plural(because.length, one, many)];
  const open = unknown.length === 0 ? [] : ['not everything that it is about could be read'];
  const said = { text: `Gate ${name} failed: ${[...counted, ...open].join('; ')}.`, look: 'error' } as const;
  if (of === 'findings') return [said];
  const all = [...because, ...unknown];
  const rest = all.length - NAMED;
  return [
    said,
    ...all.slice(0, NAMED).map(({ text, at }) => ({
      text: `  ${text}${at ? ` (${prefix}${placeText(at)})` : ''}`,
      look: 'quiet' as const,
    })),
    ...(rest > 0 ? [{ text: `  and ${rest} more`, look: 'quiet' } as const] : []),
  ];
}
