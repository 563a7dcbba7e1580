import { keyOf } from '../../metrics/book.ts';
import { areAdjacent, runsOfPeriods } from '../../metrics/periods.ts';
import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate, formatPeriod } from '../../model/format.ts';
import { comparePeriods, monthPeriod, quarterPeriod, type Period } from '../../model/period.ts';
import { dateParts } from '../../model/plain-date.ts';
import { earlierMeetings, type PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import { periodsWords } from '../figures/periods-words.ts';
import type { Check } from '../rule.ts';

/** The kinds of periods that follow one another, several in a year. */
const KINDS = ['month', 'quarter'] as const;
type Kind = (typeof KINDS)[number];

/** Rows of one kind of period of these papers, and those of the papers before. */
interface Rows {
  readonly own: readonly Observation[];
  readonly earlier: readonly Observation[];
}

/**
 * W146: the dates of these papers' rows do not go on from those of the papers before. Rows are dated a year before the ones
 * that are missing from the series; or else every row is of an earlier period than the newest that the papers before had.
 * One finding, with every row that is dated so.
 */
export const calendarOff: Check = (context) => {
  const tables = (['observations', 'indicators'] as const).flatMap((table) =>
    KINDS.map((kind): Rows & { kind: Kind } => ({
      kind,
      own: context.meeting[table].filter(({ period }) => period.kind === kind),
      earlier: earlierMeetings(context).flatMap((one) =>
        one[table].filter(({ period }) => period.kind === kind),
      ),
    })),
  );
  const off = tables.flatMap(({ kind, ...rows }) => yearOff(rows, kind, context));
  if (off.length > 0) return yearFinding(off, context);
  const behind = tables.find((rows) => isBehind(rows));
  return behind ? behindFinding(behind, context) : [];
};

/**
 * Returns the rows of the periods that are given by no paper before, follow and precede nothing, and a year later would go
 * on from what is known without a gap. The same month of each year is a series of its own.
 */
function yearOff({ own, earlier }: Rows, kind: Kind, { meeting }: PaperContext): Observation[] {
  const given = new Set(earlier.map(({ period }) => period.key));
  const all = new Map([...earlier, ...own].map(({ period }) => [period.key, period]));
  const isKnown = (period: Period | undefined): boolean => period !== undefined && all.has(period.key);
  return runsOfPeriods([...all.values()].sort(comparePeriods)).flatMap((run) => {
    const later = run.map((period) => shifted(period, kind, 1));
    const [next] = later;
    const isWrong =
      run.every(({ key }) => !given.has(key)) &&
      later.every((one) => one && !isKnown(one) && one.end <= meeting.date) &&
      !run.some((one) => isKnown(shifted(one, kind, -1))) &&
      [...all.values()].some((one) => next && areAdjacent(one, next));
    return isWrong ? own.filter(({ period }) => run.includes(all.get(period.key) ?? period)) : [];
  });
}

/** Returns the same month, or quarter, of another year. */
function shifted({ start }: Period, kind: Kind, years: number): Period | undefined {
  const { year, month } = dateParts(start);
  if (kind === 'month') return monthPeriod(year + years, month);
  return month < 4 ? quarterPeriod(year - 1 + years, 4) : quarterPeriod(year + years, (month - 1) / 3);
}

function isBehind({ own, earlier }: Rows): boolean {
  const [newest, before] = [newestOf(own), newestOf(earlier)];
  return newest !== undefined && before !== undefined && newest.period.end < before.period.end;
}

/** Returns the first row of the newest period. */
function newestOf(rows: readonly Observation[]): Observation | undefined {
  return [...rows].sort((a, b) => comparePeriods(b.period, a.period))[0];
}

function yearFinding(rows: readonly Observation[], context: PaperContext): Finding[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  const periods = [...new Map(rows.map(({ period }) => [period.key, period])).values()];
  const meant = periods.flatMap((one) => shifted(one, one.kind === 'quarter' ? 'quarter' : 'month', 1) ?? []);
  const [is, has] = [periodsWords(periods), periodsWords(meant)];
  return [
    finding('W146', `there are rows for ${is}, and none for ${has}: the year looks wrong`, {
      about: figureSubject(keyOf(first), context),
      at: first.at,
      why: `the rows before them lead to ${has}, and nothing else is near ${is}`,
      help: `write ${has} if that is meant; a comparison with the year before wants the rows of this year too`,
      related: linesOf(others, first),
    }),
  ];
}

function behindFinding({ own, earlier }: Rows, context: PaperContext): Finding[] {
  const [newest, before] = [newestOf(own), newestOf(earlier)];
  const paper = earlierMeetings(context).findLast(
    (one) => before && [...one.observations, ...one.indicators].includes(before),
  );
  if (newest === undefined || before === undefined || paper === undefined) return [];
  return [
    finding(
      'W146',
      `the newest figures of these papers are of ${formatPeriod(newest.period)}, and the papers of ${formatDate(paper.date)} had ${formatPeriod(before.period)}`,
      {
        about: figureSubject(keyOf(newest), context),
        at: newest.at,
        why: 'papers go on from the ones before them: the period may be mistyped, or the file an old one',
        related: [before.at],
      },
    ),
  ];
}

/** One place for each row of a file: the cells of a row have the same date. */
function linesOf(rows: readonly Observation[], first: Observation): Observation['at'][] {
  const lines = new Map(rows.map(({ at }) => [`${at.file}:${String(at.line)}`, at]));
  lines.delete(`${first.at.file}:${String(first.at.line)}`);
  return [...lines.values()];
}
