import { keyText, type FigureKey } from '../metrics/book.ts';
import { splitCitations } from './citation.ts';
import type { PaperContext } from './context.ts';
import { resolveCitation } from './resolve.ts';

/** A citation as it is written, and what it prints. */
export interface WrittenCitation {
  readonly written: string;
  readonly text: string;
}

/**
 * Returns the shortest live citation of a figure: `{{agency}}` of the latest, `{{agency@2021-01[team=Duty]}}` of another
 * period and group. Undefined where none comes to the figure, as of a name with a bracket in it.
 */
export function citationOf(papers: PaperContext, key: FigureKey): WrittenCitation | undefined {
  const named = key.basis === papers.workstream.basis ? key.group : { ...key.group, basis: key.basis };
  const pairs = Object.entries(named).map(([dimension, member]) => `${dimension}=${member}`);
  const group = pairs.length === 0 ? '' : `[${pairs.join(', ')}]`;
  for (const period of ['', `@${key.period.key}`]) {
    const written = `{{${key.id}${period}${group}}}`;
    const [piece, ...others] = splitCitations(written);
    if (piece?.kind !== 'citation' || others.length > 0) continue;
    const found = resolveCitation(papers, piece.subject);
    if (found.kind === 'text' && found.figure !== undefined && keyText(found.figure) === keyText(key))
      return { written, text: found.text };
  }
  return undefined;
}
