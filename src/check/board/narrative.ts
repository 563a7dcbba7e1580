import type { Observation, Paper } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatPeriodInFull } from '../../model/format.ts';
import { placeWithin, type Sourced } from '../../model/place.ts';
import { allFiguresRead, type CheckContext, type Rule } from '../context.ts';
import { splitCitations } from './citation.ts';
import type { CitationFault } from './citation-result.ts';
import { newerPeriod } from './newer-period.ts';
import { reportedResolutions } from './resolution-state.ts';
import { resolveCitation } from './resolve.ts';

const unresolved: Rule = (context) =>
  narrativeOf(context).flatMap((text) =>
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

/** Words without a period tell of now, and the figure is not of now. */
const old: Rule = (context) =>
  narrativeOf(context).flatMap((text) =>
    splitCitations(text.value).flatMap((piece) => {
      if (piece.kind === 'words' || piece.subject.kind !== 'figure') return [];
      const found = piece.subject.period === undefined && resolveCitation(context, piece.subject);
      if (!found || found.kind === 'problem' || !found.figure) return [];
      const newer = newerPeriod(context, found.figure);
      if (!newer || !allFiguresRead(context)) return [];
      const { period } = found.figure;
      return [
        finding('W417', `${oneLine(piece.written)} is of ${formatPeriodInFull(period)}`, {
          at: placeWithin(text, piece.offset, piece.written.length),
          why: `the papers have figures for ${formatPeriodInFull(newer)}`,
          help: `write the period into it, as in ${withPeriod(piece.written, period.key)}, and into the sentence`,
        }),
      ];
    }),
  );

export const NARRATIVE_RULES: readonly Rule[] = [unresolved, old];

/** Returns every text of the papers, and of the tables in them, in which live citations are filled in. */
function narrativeOf({ meeting, meetings, workstream, asOf }: CheckContext): Sourced<string>[] {
  return [
    ...paperTexts(meeting.paper),
    ...meeting.recommendations.flatMap(({ recommendation, progress, inPlace, evidence }) => [
      recommendation,
      ...present(progress, inPlace),
      ...evidence,
    ]),
    ...meeting.resolutions.map((one) => one.resolution),
    ...reportedResolutions(meetings, asOf).map((one) => one.resolution.resolution),
    ...present(...workstream.tables.map((table) => table.note)),
  ];
}

function paperTexts(paper: Paper): Sourced<string>[] {
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
 * What is missing may stand where a file could not be read; a definition at fault has its own finding, and so has
 * workforce data without any figure of the whole.
 */
function isReported(fault: CitationFault, { faulty, meetings }: CheckContext): boolean {
  switch (fault) {
    case 'written':
      return false;
    case 'definition':
      return true;
    case 'data':
      return faulty.size > 0;
    case 'whole':
      return faulty.size > 0 || meetings.some(({ observations }) => observations.some(isData));
  }
}

function isData({ stated, cell }: Observation): boolean {
  return !stated && cell.kind !== 'missing';
}

function oneLine(written: string): string {
  return written.replace(/\s+/g, ' ');
}

/** The period stands after the name, before a group: `{{agency@2021-01[team=Duty]}}`. */
function withPeriod(written: string, key: string): string {
  return oneLine(written).replace(/\s*(?=\[|\}\})/, `@${key}`);
}
