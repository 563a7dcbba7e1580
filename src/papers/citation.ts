import type { Group } from '../model/dataset.ts';
import { readFigureName } from './figure-name.ts';

/** What a live citation asks for. Names are as written and may be unknown. */
export type CitationSubject =
  | { readonly kind: 'figure'; readonly id: string; readonly period?: string; readonly group: Group }
  /** `{{period}}`, `{{milestones.overdue}}`: a name that is no figure's. */
  | { readonly kind: 'name'; readonly name: string }
  /** `name`: the one that was likely meant, spelt as names are. */
  | { readonly kind: 'unreadable'; readonly because: string; readonly name?: string };

/** A stretch of narrative: words as they are, or a citation to be filled in. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string }
  | {
      readonly kind: 'citation';
      /** With its braces. */
      readonly written: string;
      /** Where it starts in the text. */
      readonly offset: number;
      /** Within a Markdown code span, where a backslash escapes nothing. */
      readonly inCode: boolean;
      readonly subject: CitationSubject;
    };

const TOKEN = /\\\{\{|\{\{([^{}]*)\}\}|\{\{/g;
const ID = /^[a-z][a-z0-9_.]*$/;

/**
 * Returns the narrative in pieces. A citation is `{{name}}`, for a figure with `@2021-01` or ` from 2021-01` for the
 * period and `[team=Assessment]` for the group; `\{{` stands for two braces.
 */
export function splitCitations(text: string): Piece[] {
  const code = codeSpans(text);
  const pieces: Piece[] = [];
  let end = 0;
  let span = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [written, body] = match;
    const offset = match.index;
    if (offset > end) pieces.push({ kind: 'words', text: text.slice(end, offset) });
    end = offset + written.length;
    if (written.startsWith('\\')) pieces.push({ kind: 'words', text: '{{' });
    else {
      while ((code[span]?.[1] ?? Infinity) <= offset) span += 1;
      const inCode = (code[span]?.[0] ?? Infinity) <= offset;
      pieces.push({ kind: 'citation', written, offset, inCode, subject: readSubject(body) });
    }
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end) });
  return pieces;
}

/** Returns what the words between the braces of a citation ask for; `undefined` where the braces are not closed. */
export function readSubject(body: string | undefined): CitationSubject {
  if (body === undefined) return { kind: 'unreadable', because: 'its two closing braces are missing' };
  const written = body.replace(/\s+/g, ' ').trim();
  if (written === '') return { kind: 'unreadable', because: 'it names nothing' };
  const figure = readFigureName(written);
  if (figure === 'group')
    return { kind: 'unreadable', because: 'its group is not written as [team=Assessment]' };
  if (figure === 'form' || !ID.test(figure.name)) return unreadable(written);
  const { name: id, period, group } = figure;
  if (isName(id) && period === undefined && Object.keys(group).length === 0)
    return { kind: 'name', name: id };
  return { kind: 'figure', id, group, ...(period !== undefined && { period }) };
}

function unreadable(written: string): CitationSubject {
  const name = spacedName(written);
  if (name === undefined) return { kind: 'unreadable', because: 'it is not written as a citation is' };
  const because = 'a name is written in small letters, with an underscore in place of each space';
  return { kind: 'unreadable', because, name };
}

/** Returns the name in `Agency rate@2021-01` as names are spelt; undefined where no words lead the text. */
function spacedName(written: string): string | undefined {
  const words = /^([A-Za-z][\w. -]*?)(?:\s*[@[]|\s+from\s+\S|$)/.exec(written)?.[1];
  return words === undefined || /(?:^|\s)from$/.test(words)
    ? undefined
    : words.toLowerCase().replace(/[ -]+/g, '_');
}

/** Figures' ids have no dot, and none is called `period`. */
function isName(id: string): boolean {
  return id.includes('.') || id === 'period';
}

/** Stretches between equal runs of backticks, as CommonMark pairs them; fenced code is one of them. */
function codeSpans(text: string): [number, number][] {
  const runs = [...text.matchAll(/\\`|`+/g)].filter(([run]) => run.startsWith('`'));
  const spans: [number, number][] = [];
  for (let open = 0; open < runs.length; open += 1) {
    const start = runs[open];
    const close = runs.findIndex((run, at) => at > open && run[0].length === start?.[0].length);
    const stop = runs[close];
    if (!start || !stop) continue;
    spans.push([start.index, stop.index]);
    open = close;
  }
  return spans;
}
