import type { Form, SideRef } from '../compare/comparison.ts';
import type { Renaming } from '../compare/groups/renaming.ts';
import type { ComparedSide, SidePapers } from '../compare/side.ts';
import type { Meeting, Workstream } from '../model/dataset.ts';
import { formatDate } from '../model/format.ts';
import { oneLine } from '../model/one-line.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { fold } from '../model/suggest.ts';
import { parseDate } from '../read/grammar/date.ts';
import type { Selected } from './build-selection.ts';
import { inputsNotCompared } from './diff-inputs.ts';
import type { DiffRequest } from './diff-options.ts';
import { choosePapers, contextOf } from './diff-papers.ts';
import type { SideData } from './diff-read.ts';
import { renamingsOf, withRenamed } from './diff-renamed.ts';
import { UsageError } from './exit-code.ts';

/** The two sides as they are compared, and what was left out of them, in sentences. */
export interface DiffSides {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  readonly notCompared: readonly string[];
  /** The members of the first side that have their new names in it. */
  readonly renamed: readonly Renaming[];
}

/**
 * Returns the sides of two data repos, or of one at two times: the latest papers of each workstream, or those of
 * `--meeting`. What else differs between their files is said.
 */
export function repoSides(then: SideData, now: SideData, request: DiffRequest): DiffSides {
  const old = { ...then, dataset: withRenamed(then.dataset, now.dataset, request.renamed) };
  const [chosenThen, chosenNow] = [old, now].map((side) => choosePapers(side, request));
  const before = sideOf(old, chosenThen ?? [], request);
  const after = sideOf(now, chosenNow ?? [], request);
  const { sides, missing } = bothHave(before, after);
  return {
    ...sides,
    notCompared: [...missing, ...inputsNotCompared(sides.before, sides.after)],
    renamed: renamingsOf(then.dataset, now.dataset, request.renamed),
  };
}

/**
 * Returns a sentence where the sides are of two organisations: these have other members, definitions and milestones, and most
 * of what then differs is no change.
 */
export function organisationsApart({ before, after }: Pick<DiffSides, 'before' | 'after'>): string[] {
  const [first, second] = [before, after].map(({ dataset }) => dataset.programme.organisation);
  if (!first || !second || fold(first) === fold(second)) return [];
  return [
    `${oneLine(first)} is compared with ${oneLine(second)}: they are two organisations, and what differs need not be a change.`,
  ];
}

/** Returns whether the first of two periods or meetings that are compared is the later one. */
export function isBackwards({ before, after }: Pick<DiffSides, 'before' | 'after'>, form: Form): boolean {
  const dayOf = ({ context, period }: SidePapers): PlainDate | undefined =>
    form === 'meetings' ? context.meeting.date : period?.end;
  if (form !== 'periods' && form !== 'meetings') return false;
  return before.papers.some((then) => {
    const now = after.papers.find(({ context }) => context.workstream.id === then.context.workstream.id);
    const [first, second] = [dayOf(then), now && dayOf(now)];
    return first !== undefined && second !== undefined && first > second;
  });
}

function sideOf(data: SideData, selected: readonly Selected[], { asOf }: DiffRequest): ComparedSide {
  const { dataset, ref } = data;
  return { dataset, ref, papers: selected.map((one) => papersOf(data, one, asOf)) };
}

function papersOf(data: SideData, selected: Selected, asOf: PlainDate | undefined): SidePapers {
  const context = contextOf(data, selected, asOf);
  return { context, period: context.periods.at(-1) };
}

/** A workstream that is on both sides, and whose papers one side lacks, is not one that came or went. */
function bothHave(before: ComparedSide, after: ComparedSide) {
  const lacks = (one: SidePapers, other: ComparedSide): boolean =>
    !other.papers.some(({ context }) => context.workstream.id === one.context.workstream.id) &&
    other.dataset.workstreams.some(({ id }) => id === one.context.workstream.id);
  const without = (side: ComparedSide, other: ComparedSide): ComparedSide => ({
    ...side,
    papers: side.papers.filter((one) => !lacks(one, other)),
  });
  const missing = (
    [
      [before, after],
      [after, before],
    ] as const
  ).flatMap(([side, other]) =>
    side.papers
      .filter((one) => lacks(one, other))
      .map(
        ({ context: { workstream, meeting } }) =>
          `${workstream.title} is not compared: there are no papers of ${formatDate(meeting.date)} in ${other.ref.label}.`,
      ),
  );
  return { sides: { before: without(before, after), after: without(after, before) }, missing };
}

/**
 * Returns the sides of two meetings of one data repo: of those that are named, of one and the latest, or of the latest (or
 * `--meeting`) and the one before it. Throws a UsageError where no workstream has both.
 */
export function meetingSides(data: SideData, texts: readonly string[], request: DiffRequest): DiffSides {
  const { workstream } = request;
  if (request.meeting !== undefined && texts.length > 0)
    throw new UsageError(
      `--meeting ${request.meeting}: the meetings are named already`,
      'leave out --meeting; with --since-last-meeting it names the later of the two',
    );
  // Chosen for its refusals: an unknown workstream, and a latest meeting that cannot be read.
  const latest = choosePapers(
    { ...data, ref: { label: '', asked: '' } },
    { workstream, meeting: request.meeting },
  );
  const dates = texts.flatMap((text) => {
    const reading = parseDate(text);
    return reading.ok ? [reading.value] : [];
  });
  const pairs = latest.map(({ workstream: of, meeting }) => ({ of, ...meetingsOf(of, meeting, dates) }));
  const whole = pairs.flatMap(({ of, before, after }) =>
    before && after && (before.id !== after.id || dates.length === 2) ? [{ of, before, after }] : [],
  );
  if (whole.length === 0) throw noMeetings(pairs, dates);
  const old = { ...data, dataset: withRenamed(data.dataset, data.dataset, request.renamed) };
  const papersThen = whole
    .flatMap(({ of, before }) => sameIn(old, of, before))
    .map((one) => papersOf(old, one, request.asOf));
  const papersNow = whole.map(({ of, after }) =>
    papersOf(data, { workstream: of, meeting: after }, request.asOf),
  );
  return {
    before: {
      dataset: old.dataset,
      ref: meetingRef(papersThen, texts[0], 'the meeting before the latest'),
      papers: papersThen,
    },
    after: {
      dataset: data.dataset,
      ref: meetingRef(papersNow, texts[1], 'the latest meeting'),
      papers: papersNow,
    },
    notCompared: pairs
      .filter(({ of }) => !whole.some((one) => one.of === of))
      .map((one) => missingMeetings(one, dates)),
    renamed: renamingsOf(data.dataset, data.dataset, request.renamed),
  };
}

interface Meetings {
  readonly before: Meeting | undefined;
  readonly after: Meeting | undefined;
}

function meetingsOf({ meetings }: Workstream, latest: Meeting, dates: readonly PlainDate[]): Meetings {
  const at = (date: PlainDate | undefined) => meetings.find((one) => one.date === date);
  if (dates.length === 2) return { before: at(dates[0]), after: at(dates[1]) };
  if (dates.length === 1) return { before: at(dates[0]), after: latest };
  return { before: meetings.filter(({ date }) => date < latest.date).at(-1), after: latest };
}

function sameIn({ dataset }: SideData, of: Workstream, meeting: Meeting): Selected[] {
  return dataset.workstreams
    .filter(({ id }) => id === of.id)
    .flatMap((workstream) =>
      workstream.meetings.filter(({ id }) => id === meeting.id).map((one) => ({ workstream, meeting: one })),
    );
}

function meetingRef(papers: readonly SidePapers[], asked: string | undefined, others: string): SideRef {
  const labels = new Set(papers.map(({ context }) => formatDate(context.meeting.date)));
  const [only] = labels;
  return { label: only !== undefined && labels.size === 1 ? only : others, asked: asked ?? '' };
}

type MeetingPair = Meetings & { readonly of: Workstream };

function noMeetings(pairs: readonly MeetingPair[], dates: readonly PlainDate[]): UsageError {
  const same = pairs.find(({ before, after }) => before && before.id === after?.id)?.before;
  if (same)
    return new UsageError(
      `the meeting of ${formatDate(same.date)} is the latest: there is none to compare it with`,
      'name an earlier one, or two',
    );
  const known = [...new Set(pairs.flatMap(({ of }) => of.meetings.map(({ id }) => id)))].sort();
  if (dates.length === 0)
    return new UsageError(
      'there is no meeting before this one to compare with',
      `the meetings are ${known.join(', ')}; compare two data periods instead, or a git revision`,
    );
  return new UsageError('no workstream has both meetings', `the meetings are ${known.join(', ')}`);
}

function missingMeetings({ of, before, after }: MeetingPair, dates: readonly PlainDate[]): string {
  const { title } = of;
  if (dates.length === 0) return `${title} is not compared: it has no meeting before its latest.`;
  if (before && after) return `${title} is not compared: ${formatDate(before.date)} is its latest meeting.`;
  const lacks = [before, after].flatMap((one, index) => {
    const date = dates[index];
    return one || date === undefined ? [] : [formatDate(date)];
  });
  return `${title} is not compared: it has no meeting of ${lacks.join(' or ')}.`;
}
