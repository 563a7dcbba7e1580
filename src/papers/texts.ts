import type { Paper } from '../model/dataset.ts';
import type { Sourced } from '../model/place.ts';
import type { PaperContext } from './context.ts';
import { reportedResolutions } from './resolution-state.ts';

/** Returns every text of the papers, and of the tables in them, in which live citations are filled in. */
export function textsOf({ meeting, meetings, workstream, asOf }: PaperContext): Sourced<string>[] {
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
    ...paper.movements.map((movement) => movement.reason),
  ];
}

function present(...texts: readonly (Sourced<string> | undefined)[]): Sourced<string>[] {
  return texts.filter((text) => text !== undefined);
}
