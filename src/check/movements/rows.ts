import { dimensionsOf } from '../../metrics/census.ts';
import { groupText, keyOf } from '../../metrics/book.ts';
import { groupWords } from '../../metrics/wording.ts';
import type { Group, Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** The most periods or members that a finding names. */
const NAMED = 3;

/** The rows that are of the same dimensions, such as those of teams. */
interface Rows {
  /** Oldest first; every one that a row is of. */
  readonly periods: readonly Period[];
  readonly members: readonly Member[];
}

interface Member {
  readonly group: Group;
  /** The member's figures of each period, by the period's key. */
  readonly rows: ReadonlyMap<string, readonly Observation[]>;
}

/** A member without a row for periods for which others have one. */
interface Missing {
  readonly member: Member;
  /** One of the member's figures. */
  readonly sample: Observation;
  readonly periods: readonly Period[];
  /** Members with a row for the first of the periods. */
  readonly others: readonly Member[];
}

/**
 * W145: a member of a table (a team, a role) has no row for a period for which others have one, while it has some before and
 * after it; or not for the last one, where no other member is new that may stand in its place. A row with empty cells says
 * that there are no figures; a row that is not there says nothing. Where a total shows what is missing, the rules on totals
 * tell it.
 */
export const rowsMissing: Check = (context) => {
  const { meeting, meetings, figures } = context;
  const superseded = new Set(figures.book.superseded.map((one) => one.observation));
  return (['observations', 'indicators'] as const).flatMap((tables) => {
    const ofIndicators = tables === 'indicators';
    const all = meetings.flatMap((one) => one[tables].filter(isData));
    const known = new Set(all.map((row) => rowName(row, ofIndicators)));
    const isElsewhere = (row: Observation): boolean => known.has(rowName(row, ofIndicators));
    const own = new Set(meeting[tables].filter(isData).map((row) => tableName(row, ofIndicators)));
    return rowsOf(
      all.filter((one) => !superseded.has(one)),
      ofIndicators,
    )
      .flatMap((rows) => missingIn(rows, isElsewhere))
      .filter(({ sample, periods }) =>
        periods.some((period) => own.has(tableName({ ...sample, period }, ofIndicators))),
      )
      .filter((one) => !isToldByTotal(context, one))
      .map((one) => missingFinding(context, one, ofIndicators));
  });
};

function isData({ stated, group }: Observation): boolean {
  return !stated && Object.keys(group).length > 0;
}

/** A row of the workforce has all figures of its group; a table of indicators has the groups of each of them. */
function rowName({ period, group, basis, measure }: Observation, ofIndicators: boolean): string {
  return JSON.stringify([period.key, dimensionsOf(group), ofIndicators ? measure : basis]);
}

/** Rows of the same dimensions, for one period: those of two files, and of two papers, go on with one another. */
function tableName({ period, group, basis, measure }: Observation, ofIndicators: boolean): string {
  return JSON.stringify([period.key, Object.keys(group).sort(), ofIndicators ? measure : basis]);
}

function rowsOf(observations: readonly Observation[], ofIndicators: boolean): Rows[] {
  const tables = groupBy(observations, ({ period, group, basis, measure }) =>
    JSON.stringify([period.kind, Object.keys(group).sort(), ofIndicators ? measure : basis]),
  );
  return [...tables.values()].map((all) => ({
    periods: [...new Map(all.map(({ period }) => [period.key, period])).values()].sort(comparePeriods),
    members: [...groupBy(all, ({ group }) => groupText(group)).values()].flatMap((some) =>
      some[0] ? [{ group: some[0].group, rows: groupBy(some, ({ period }) => period.key) }] : [],
    ),
  }));
}

function missingIn(table: Rows, isElsewhere: (row: Observation) => boolean): Missing[] {
  const { members } = table;
  if (members.length < 2) return [];
  const isNamedAnew = hasNewMember(table);
  const gaps = new Map(members.map((member) => [member, gapsOf(member, table, isNamedAnew)]));
  return members.flatMap((member): Missing[] => {
    const [sample] = [...member.rows.values()].flat();
    if (sample === undefined) return [];
    const missing = (gaps.get(member) ?? []).filter((period) => !isElsewhere({ ...sample, period }));
    const [first] = missing;
    // A member with more gaps than rows is of a table that is not filled in for every period.
    if (first === undefined || missing.length >= member.rows.size) return [];
    const others = members.filter(({ rows }) => rows.has(first.key));
    const absent = members.filter((one) => gaps.get(one)?.includes(first));
    return others.length >= absent.length ? [{ member, sample, periods: missing, others }] : [];
  });
}

/** Whether a member has a row for the last period alone: it may be another that was renamed or merged. */
function hasNewMember({ periods, members }: Rows): boolean {
  const latest = periods.at(-1);
  return members.some(({ rows }) => latest !== undefined && rows.has(latest.key) && rows.size === 1);
}

/** Returns the periods between a member's first and last row that it has none for, and the last one where it ended before. */
function gapsOf({ rows }: Member, { periods }: Rows, isNamedAnew: boolean): Period[] {
  const present = periods.map(({ key }) => rows.has(key));
  const [first, last] = [present.indexOf(true), present.lastIndexOf(true)];
  const endsBefore = last === periods.length - 2 && rows.size >= 2 && !isNamedAnew;
  return periods.filter(
    ({ key }, index) => !rows.has(key) && index > first && (index < last || (endsBefore && index > last)),
  );
}

/**
 * Whether a total tells of the member: one that is added up without it, or one that is given beside the sum of the others,
 * which it either contradicts or shows to be all.
 */
function isToldByTotal({ figures }: PaperContext, { member, sample, periods }: Missing): boolean {
  const figuresOfMember = [...new Set([...member.rows.values()].flat().map(({ measure }) => measure))];
  return periods.every((period) =>
    Object.keys(member.group).some((dimension) => {
      const group = Object.fromEntries(Object.entries(member.group).filter(([name]) => name !== dimension));
      return figuresOfMember.some((id) => {
        const key = { id, period, group, basis: sample.basis };
        const total = figures.evaluate(key);
        if (total.dimension !== undefined) return true;
        return total.source === 'given' && figures.sums(key).some(({ outcome }) => outcome.kind === 'number');
      });
    }),
  );
}

function missingFinding(
  context: PaperContext,
  { member, periods, others }: Missing,
  ofIndicators: boolean,
): Finding {
  const rows = [...member.rows.values()].flatMap(([row]) => row ?? []);
  const sorted = rows.sort((a, b) => comparePeriods(a.period, b.period));
  const [first] = periods;
  const before = sorted.findLast(({ period }) => first && period.end < first.end);
  const after = sorted.find(({ period }) => first && period.end > first.end);
  const names = others.map(({ group }) => Object.values(group).join(', '));
  const what = ofIndicators ? ` of ${before?.measure ?? ''}` : '';
  const around = [before, after].flatMap((one) => (one ? [formatPeriod(one.period)] : []));
  const row = ofIndicators ? 'figure' : 'row';
  return finding(
    'W145',
    `${groupWords(member.group)} has no ${row}${what} for ${someOf(periods.map(formatPeriod))}, and ${someOf(names)} ${names.length === 1 ? 'has' : 'have'} one`,
    {
      ...(before && first && { about: figureSubject({ ...keyOf(before), period: first }, context) }),
      at: (after ?? before)?.at,
      why: `it has one for ${formatList(around)}${after === undefined ? ', and no other is new' : ''}`,
      related: after && before ? [before.at] : [],
    },
  );
}

function someOf(names: readonly string[]): string {
  const more = names.length > NAMED ? [`${(names.length - NAMED).toString()} more`] : [];
  return formatList([...names.slice(0, NAMED), ...more]);
}
