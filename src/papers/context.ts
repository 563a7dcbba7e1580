import { createBook, periodsOf, WHOLE } from '../metrics/book.ts';
import { createEvaluator, type Evaluator } from '../metrics/evaluate.ts';
import { once } from '../model/once.ts';
import { createRegistry } from '../metrics/registry.ts';
import type { Basis, Dataset, Meeting, Programme, Workstream } from '../model/dataset.ts';
import { hidesData, type Finding } from '../model/finding.ts';
import type { Period } from '../model/period.ts';
import type { Sourced } from '../model/place.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { seriesPeriods } from './series-kind.ts';
import { comparedChanges, type ComparedChange } from './stated-changes.ts';
import { statedRows, type StatedRow } from './stated-rows.ts';

/** Whose papers are checked: one workstream's meeting, judged as of a date. */
export interface PaperScope {
  readonly workstream: Workstream;
  readonly meeting: Meeting;
  /** The meeting's own date unless another is given. */
  readonly asOf?: PlainDate | undefined;
  /** What reading the data repo found. */
  readonly read?: readonly Finding[];
  /** The reasons of what is accepted of these papers, as far as that is known: they are printed with them. */
  readonly reasons?: readonly Sourced<string>[];
}

/** What every rule sees. Rules read it and change nothing. */
export interface PaperContext {
  readonly dataset: Dataset;
  readonly programme: Programme;
  readonly workstream: Workstream;
  readonly meeting: Meeting;
  /** The meeting before this one of the same workstream. */
  readonly previous: Meeting | undefined;
  /** This meeting and those before it, oldest first: nothing later is known to its papers. */
  readonly meetings: readonly Meeting[];
  /** The date as of which milestones, risks and targets are judged. */
  readonly asOf: PlainDate;
  /** Files with a fault in reading: what is missing may stand there, so that its absence proves nothing. */
  readonly faulty: ReadonlySet<string>;
  /** The figures of these meetings, by the registry and the council's own definitions. */
  readonly figures: Evaluator;
  /** The figures as the papers before this meeting's gave them; undefined where there are none. */
  readonly earlier: Evaluator | undefined;
  /** Why findings on these papers are accepted: printed, and so read like any other text of theirs. */
  readonly reasons: readonly Sourced<string>[];
  /** What is wrong with the council's definitions. */
  readonly definitionFindings: readonly Finding[];
  /**
   * The periods for which the data gives a figure of the whole workforce or one can be added up, oldest first: a month,
   * its year, a single day. Those of indicators are not among them.
   */
  readonly allPeriods: readonly Period[];
  /** Those of one kind (`seriesPeriods`): what a series and a table are made of. */
  readonly periods: readonly Period[];
  /** The stated figures of the papers by row, each compared with the data once, when it is first asked for. */
  readonly stated: readonly StatedRow[];
  /** The stated changes of the papers, each beside its two figures, when they are first asked for. */
  readonly changes: readonly ComparedChange[];
}

/**
 * Returns whether every figure of the workstream could be read. Where one could not, another takes its place (an earlier
 * meeting's, one that is computed, none), so that a comparison or a movement proves nothing.
 */
export function allFiguresRead({ dataset, workstream, faulty }: PaperContext): boolean {
  const others = dataset.workstreams.filter((one) => one !== workstream);
  return [...faulty].every(
    (file) => !MAY_HOLD_FIGURES.test(file) || others.some((one) => file.startsWith(`${one.id}/`)),
  );
}

/** Returns the meetings before the one whose papers are checked, oldest first. */
export function earlierMeetings({
  meetings,
  meeting,
}: Pick<PaperContext, 'meetings' | 'meeting'>): Meeting[] {
  return meetings.filter((one) => one.date < meeting.date);
}

/** Any file of a data repo but those of a meeting that hold other things. */
const MAY_HOLD_FIGURES =
  /^(?!.*\/(?:report|milestones|risks|actions|recommendations|resolutions)\.(?:yaml|csv)$)/;

/** Returns what the rules see of one workstream's meeting. */
export function createContext(dataset: Dataset, scope: PaperScope): PaperContext {
  const { workstream, meeting } = scope;
  const meetings = workstream.meetings.filter((one) => one.date <= meeting.date);
  const before = earlierMeetings({ meetings, meeting });
  const { programme } = dataset;
  const { findings } = registryOf(programme);
  const figures = figuresAt(programme, meetings, meeting);
  const previous = before.at(-1);
  const allPeriods = wholePeriods(figures, workstream.basis);
  let stated: readonly StatedRow[] | undefined;
  let changes: readonly ComparedChange[] | undefined;
  return {
    dataset,
    programme,
    workstream,
    meeting,
    previous,
    meetings,
    asOf: scope.asOf ?? meeting.date,
    faulty: new Set(scope.read?.flatMap((one) => (hidesData(one) && one.at ? [one.at.file] : []))),
    figures,
    earlier: previous && figuresAt(programme, before, previous),
    reasons: scope.reasons ?? [],
    definitionFindings: findings,
    allPeriods,
    periods: seriesPeriods(allPeriods, meeting.date),
    get stated() {
      return (stated ??= statedRows(figures));
    },
    get changes() {
      return (changes ??= comparedChanges(meeting.changes, figures));
    },
  };
}

const registryOf = once(({ definitions, labels, ...own }: Programme) =>
  createRegistry(definitions, labels, own),
);

/** The figures of meetings' papers, by the newest of them. */
type FiguresByMeeting = WeakMap<
  Meeting,
  { readonly meetings: readonly Meeting[]; readonly figures: Evaluator }
>;

const knownFigures = once<Programme, FiguresByMeeting>(() => new WeakMap());

/**
 * Returns the figures of the meetings (oldest first, `newest` the last), evaluated once for all that is made of them: what
 * the papers are checked and printed by is what the next meeting's were before.
 */
function figuresAt(programme: Programme, meetings: readonly Meeting[], newest: Meeting): Evaluator {
  const known = knownFigures(programme);
  const before = known.get(newest);
  if (before?.meetings.length === meetings.length && meetings.every((one, at) => one === before.meetings[at]))
    return before.figures;
  const book = createBook(meetings, programme.overlapping, programme);
  const figures = createEvaluator(book, registryOf(programme).registry);
  known.set(newest, { meetings, figures });
  return figures;
}

/** Parts that only may be added up are not enough: at least one figure of the whole has to come of them. */
function wholePeriods({ book, registry, evaluate }: Evaluator, basis: Basis): Period[] {
  const measures = [...registry.kinds.values()].filter((kind) => kind.series === undefined);
  return periodsOf(book, WHOLE, basis).filter((period) =>
    measures.some(({ id }) => evaluate({ id, period, group: WHOLE, basis }).outcome.kind !== 'missing'),
  );
}
