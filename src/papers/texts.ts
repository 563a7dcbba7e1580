import type { Paper } from '../model/dataset.ts';
import type { Sourced } from '../model/place.ts';
import type { PaperContext } from './context.ts';
import { reportedResolutions } from './resolution-state.ts';

/** A text with what stands over it and may say whom it is about: a heading, the question that it answers. */
export interface TextInContext {
  readonly text: Sourced<string>;
  readonly under: readonly string[];
  /** It was written at another time, by somebody else: its figures need not be those of now. */
  readonly isQuoted?: boolean;
}

/** Returns every text of the papers, and of the tables in them, in which live citations are filled in. */
export function textsOf(papers: PaperContext): Sourced<string>[] {
  return textsInContext(papers).map(({ text }) => text);
}

/** Returns the same texts, each with what stands over it. */
export function textsInContext({
  meeting,
  meetings,
  workstream,
  asOf,
  reasons,
}: PaperContext): TextInContext[] {
  return [
    ...paperTexts(meeting.paper),
    ...meeting.recommendations.flatMap(({ recommendation, progress, inPlace, evidence }) => [
      ...quoted(recommendation),
      ...under([recommendation.value], progress, inPlace, ...evidence),
    ]),
    ...alone(...meeting.resolutions.map((one) => one.resolution)),
    ...quoted(...reportedResolutions(meetings, asOf).map((one) => one.resolution.resolution)),
    ...workstream.tables.flatMap(({ title, note }) => under([title], note)),
    ...alone(...reasons),
  ];
}

function paperTexts(paper: Paper): TextInContext[] {
  return [
    ...alone(paper.rag?.reason, paper.rag?.despite),
    ...alone(...paper.asks.map((ask) => ask.text)),
    ...paper.escalations.flatMap(({ matter, action }) => alone(matter, action)),
    ...alone(paper.progress, paper.next, paper.commentary),
    ...paper.sections.flatMap(({ title, blocks }) =>
      blocks.flatMap((block) =>
        block.kind === 'text' ? under([title ?? '', block.heading ?? ''], block.text) : [],
      ),
    ),
    ...paper.questions.flatMap(({ question, answer }) => [
      ...alone(question),
      ...under([question.value], answer),
    ]),
    ...alone(...paper.answers.map((answer) => answer.text), ...paper.notes.map((note) => note.text)),
    ...paper.appendices.flatMap(({ title, text }) => under([title], text)),
    ...alone(...paper.movements.map((movement) => movement.reason)),
  ];
}

function alone(...texts: readonly (Sourced<string> | undefined)[]): TextInContext[] {
  return under([], ...texts);
}

function quoted(...texts: readonly (Sourced<string> | undefined)[]): TextInContext[] {
  return alone(...texts).map((one) => ({ ...one, isQuoted: true }));
}

function under(
  headings: readonly string[],
  ...texts: readonly (Sourced<string> | undefined)[]
): TextInContext[] {
  return texts.flatMap((text) => (text === undefined ? [] : [{ text, under: headings }]));
}
