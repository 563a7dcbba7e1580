import type { Paper } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { placeWithin, type Sourced } from '../../model/place.ts';
import type { CheckContext, Rule } from '../context.ts';
import { splitCitations } from './citation.ts';
import { resolveCitation } from './resolve.ts';

const unresolved: Rule = (context) =>
  narrativeOf(context.meeting.paper).flatMap((text) =>
    splitCitations(text.value).flatMap((piece) => {
      if (piece.kind === 'words') return [];
      const found = resolveCitation(context, piece.subject);
      if (found.kind === 'text' || isReported(found.fault, context)) return [];
      return [
        finding('E403', `${oneLine(piece.written)} cannot be filled in: ${found.message}`, {
          at: placeWithin(text, piece.offset, piece.written.length),
          help: found.help,
        }),
      ];
    }),
  );

export const NARRATIVE_RULES: readonly Rule[] = [unresolved];

/** Returns every text of the papers in which live citations are filled in. */
function narrativeOf(paper: Paper): Sourced<string>[] {
  return [
    ...present(paper.rag?.reason, paper.rag?.despite),
    ...paper.asks.map((ask) => ask.text),
    ...paper.escalations.flatMap(({ matter, action }) => [matter, action]),
    ...present(paper.progress, paper.next, paper.commentary),
    ...paper.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : [])),
    ),
    ...paper.questions.flatMap(({ question, answer }) => [question, answer]),
    ...paper.answers.map((answer) => answer.text),
    ...paper.notes.map((note) => note.text),
    ...paper.appendices.map((appendix) => appendix.text),
  ];
}

function present(...texts: readonly (Sourced<string> | undefined)[]): Sourced<string>[] {
  return texts.filter((text) => text !== undefined);
}

/**
 * What is missing may stand where a file could not be read; a definition at fault has its own finding, and so has data
 * without a figure for the whole workforce.
 */
function isReported(fault: 'written' | 'data' | 'definition', context: CheckContext): boolean {
  const { faulty, allPeriods, figures } = context;
  if (fault !== 'data') return fault === 'definition';
  return faulty.size > 0 || (allPeriods.length === 0 && figures.book.given.size > 0);
}

function oneLine(written: string): string {
  return written.replace(/\s+/g, ' ');
}
