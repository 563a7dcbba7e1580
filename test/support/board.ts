import { BOARD_RULES } from '../../src/check/board/index.ts';
import { RAG_RULES } from '../../src/check/board/rag.ts';
import { REPORTING_PERIOD_RULES } from '../../src/check/board/reporting-period.ts';
import type { Rule } from '../../src/check/rule.ts';
import { createContext, type PaperContext } from '../../src/papers/context.ts';
import type {
  Action,
  Answer,
  Dataset,
  Indicator,
  IndicatorLimit,
  Meeting,
  Milestone,
  Programme,
  Recommendation,
  Resolution,
  Risk,
  Workstream,
} from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import { sortFindings, type Finding } from '../../src/model/finding.ts';
import type { Matrix, MatrixCell, Rating } from '../../src/model/matrix.ts';
import { dayPeriod, monthPeriod, seasonPeriod, type Period, type Season } from '../../src/model/period.ts';
import type { Place, Sourced } from '../../src/model/place.ts';
import { date, meeting as emptyMeeting, programme, workstream } from './dataset.ts';

/** The rules on lists: the RAG follows from what stands in them, and the reporting period from none of them. */
export const LIST_RULES: readonly Rule[] = BOARD_RULES.filter(
  (one) => !RAG_RULES.includes(one) && !REPORTING_PERIOD_RULES.includes(one),
);

/** Builders for what a board paper holds beside its figures; each gives a whole value with the case's changes. */

export function place(line = 1, column = 1, file = 'workforce/2021-04-19/report.yaml'): Place {
  return { file, line, column, length: 1 };
}

export function sourced(value: string, at: Place = place()): Sourced<string> {
  return { value, at };
}

/** A period by its key: `2021-04-19`, `2021-04` or `2021-summer`. */
export function period(key: string): Period {
  const [year = '', second = '', third] = key.split('-');
  if (third !== undefined) return dayPeriod(date(key));
  if (/^\d+$/.test(second)) return monthPeriod(Number(year), Number(second))!;
  return seasonPeriod(Number(year), second as Season)!;
}

export function risk(
  reference: string,
  likelihood: string,
  impact: string,
  change: Partial<Risk> = {},
): Risk {
  const at = place(2, 1, 'workforce/2021-04-19/risks.csv');
  const field = (column: number): Place => ({ ...at, column });
  return {
    reference,
    risk: `What ${reference} is about`,
    likelihood,
    impact,
    mitigation: 'What is done about it',
    open: true,
    comment: '',
    at,
    fields: {
      reference: at,
      likelihood: field(10),
      impact: field(20),
      score: field(30),
      rating: field(40),
      mitigation: field(50),
      mitigationDate: field(60),
      owner: field(70),
    },
    ...change,
  };
}

export function milestone(due: string, change: Partial<Milestone> = {}): Milestone {
  const at = place(2, 1, 'workforce/2021-04-19/milestones.csv');
  const field = (column: number): Place => ({ ...at, column });
  return {
    reference: 'Strategy',
    milestone: 'Strategy launched',
    due: period(due),
    complete: false,
    comment: '',
    at,
    fields: { due: field(10), revised: field(20), actual: field(30), complete: field(40) },
    ...change,
  };
}

/** What a case changes: a field that it sets to undefined is left out. */
type Change<T> = { readonly [K in keyof T]?: T[K] | undefined };

function changed<T extends object>(whole: T, change: Change<T>): T {
  return Object.fromEntries(
    Object.entries({ ...whole, ...change }).filter(([, value]) => value !== undefined),
  ) as T;
}

/** An open action with an owner, due in December 2021. */
export function action(reference: string, change: Change<Action> = {}): Action {
  const at = place(2, 1, 'workforce/2021-04-19/actions.csv');
  const field = (column: number): Place => ({ ...at, column });
  const whole: Action = {
    reference,
    action: `What ${reference} is to do`,
    owner: 'Head of Service',
    due: period('2021-12'),
    state: 'open',
    comment: '',
    at,
    fields: { due: field(10), revised: field(20), done: field(30), state: field(40), owner: field(50) },
  };
  return changed(whole, change);
}

/** A recommendation in progress, with words on it. */
export function recommendation(reference: string, change: Change<Recommendation> = {}): Recommendation {
  const at = place(2, 1, 'workforce/2021-04-19/recommendations.csv');
  const field = (column: number): Place => ({ ...at, column });
  const whole: Recommendation = {
    reference,
    recommendation: sourced(`What ${reference} asks for`),
    status: 'in_progress',
    progress: sourced('Work goes on.'),
    evidence: [],
    actions: [],
    at,
    fields: { status: field(10), due: field(20), progress: field(30) },
  };
  return changed(whole, change);
}

export function resolution(reference: string, change: Change<Resolution> = {}): Resolution {
  const at = place(2, 1, 'workforce/2021-02-15/resolutions.csv');
  const whole: Resolution = {
    reference,
    resolution: sourced(`What ${reference} wants to hear`),
    at,
    fields: {},
  };
  return changed(whole, change);
}

export function answer(reference: string, line = 40): Answer {
  const at = place(line, 5);
  return { resolution: reference, text: sourced(`The answer to ${reference}`, at), at };
}

/** A cap, red at once beyond it. */
export function limit(value: string, change: Partial<IndicatorLimit> = {}): IndicatorLimit {
  return {
    kind: 'cap',
    direction: 'lower',
    value: exact(value),
    notation: 'plain',
    of: {},
    at: place(5, 5, 'cip-report.yaml'),
    ...change,
  };
}

export function indicator(id: string, change: Partial<Indicator> = {}): Indicator {
  return {
    id,
    at: place(4, 3, 'cip-report.yaml'),
    label: id,
    unit: 'ratio',
    places: 2,
    direction: 'lower',
    nature: 'stock',
    description: '',
    limits: [],
    workstreams: [],
    ...change,
  };
}

const TRAFFIC_LIGHTS: readonly Rating[] = [
  { id: 'green', label: 'Green', colour: 'green', severe: false },
  { id: 'amber', label: 'Amber', colour: 'amber', severe: false },
  { id: 'red', label: 'Red', colour: 'red', severe: true },
];

/** Builds a matrix from rows of `score rating` cells: a row a likelihood, lowest first; a column an impact. */
export function matrix(
  likelihood: readonly string[],
  impact: readonly string[],
  rows: readonly string[],
  ratings: readonly Rating[] = TRAFFIC_LIGHTS,
): Matrix {
  const cells = rows.flatMap((row, l) =>
    row.split('|').map((cell, i): MatrixCell => {
      const [score = '', rating = ''] = cell.trim().split(/\s+/);
      return { likelihood: likelihood[l]!, impact: impact[i]!, score, rating };
    }),
  );
  const levels = (ids: readonly string[]) => ids.map((id) => ({ id, label: id }));
  return { likelihood: levels(likelihood), impact: levels(impact), ratings, cells, rows: 'likelihood' };
}

/** Luton's 3 × 3 with rank scores. */
export const LUTON_MATRIX = matrix(
  ['Low', 'Medium', 'High'],
  ['Noticeable', 'Significant', 'Critical'],
  ['1 green | 3 green | 6 amber', '2 green | 5 amber | 8 red', '4 amber | 7 red   | 9 red'],
);

/** A meeting's papers by its date. */
export function meeting(id: string, change: Partial<Meeting> = {}): Meeting {
  return emptyMeeting({ ...change, id });
}

/** A programme with one workstream and Luton's matrix. */
function dataset(
  meetings: readonly Meeting[],
  change: Partial<Programme> = {},
  ofWorkstream: Partial<Workstream> = {},
): Dataset {
  return {
    programme: programme({ matrix: LUTON_MATRIX, ...change }),
    workstreams: [workstream({ ...ofWorkstream, meetings })],
    benchmarks: [],
    inputs: [],
  };
}

/** What the rules see of the newest of the meetings. */
export function context(
  meetings: readonly Meeting[],
  options: {
    readonly programme?: Partial<Programme>;
    readonly workstream?: Partial<Workstream>;
    readonly asOf?: string;
    readonly read?: readonly Finding[];
  } = {},
): PaperContext {
  const data = dataset(meetings, options.programme, options.workstream);
  return createContext(data, {
    workstream: data.workstreams[0]!,
    meeting: meetings.at(-1)!,
    asOf: options.asOf === undefined ? undefined : date(options.asOf),
    ...(options.read && { read: options.read }),
  });
}

/** The findings of some rules in printing order, as `code message`. */
export function codesAndMessages(rules: readonly Rule[], seen: PaperContext): string[] {
  return sortFindings(rules.flatMap((rule) => rule.check(seen))).map((one) => `${one.code} ${one.message}`);
}
