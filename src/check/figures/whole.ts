import { keyOf, WHOLE } from '../../metrics/book.ts';
import { dimensionsOf } from '../../metrics/census.ts';
import { finding } from '../../model/finding.ts';
import { formatList, formatPeriod, plural } from '../../model/format.ts';
import type { Basis, Observation } from '../../model/dataset.ts';
import type { Check } from '../rule.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';

/**
 * E112: figures of the workforce, but none of the whole of it on the workstream's basis, and none that add up to it. Every
 * headline and the workforce table are of the whole, so the paper would be empty. Indicators alone need no workforce, nor
 * do tables and charts of groups that make no whole, as the configuration says: authorities side by side.
 */
export const wholeWorkforce: Check = (context) => {
  const { workstream, figures, allPeriods } = context;
  const given = [...figures.book.given.values()]
    .filter(({ indicator, observation }) => !indicator && observation.cell.kind !== 'missing')
    .map((one) => one.observation);
  const [first] = given;
  if (allPeriods.length > 0 || first === undefined) return [];
  if (isOfGroupsAlone(context, given)) return [];
  const { basis } = workstream;
  const total = totalOf(context.meeting.observations, basis);
  return [
    finding(
      'E112',
      `there are figures, but none in ${basis} for the whole workforce, and none that add up to it`,
      {
        at: total?.at ?? first.at,
        // The first figure that it lacks.
        about: figureSubject({ ...keyOf(first), group: WHOLE, basis }, context),
        why: [
          `the data holds ${formatList(contents(given))}`,
          ...obstacles(given, context),
          ...(total ? ['a row "Total" is a printed figure that is compared, and not used'] : []),
        ].join(' · '),
        help: helpWith(context, given, total),
      },
    ),
  ];
};

function helpWith(
  context: PaperContext,
  given: readonly Observation[],
  total: Observation | undefined,
): string {
  const { basis } = context.workstream;
  if (total) return 'write "All" in place of "Total" in the row of the whole workforce';
  const isOnBasis = given.some((one) => one.basis === basis);
  if (!isOnBasis && given.every((one) => Object.keys(one.group).length === 0))
    return `add the figures in ${basis}, or correct \`basis\` of the workstream in cip-report.yaml`;
  const rows =
    'add a row for the whole workforce to each period, with "All" in place of the group, or the rows that are missing';
  return areOverlapping(context, given) ? `${rows}; or list a table of the groups under \`tables\`` : rows;
}

/** Whether the council says of every figure that its group makes no whole, and the paper shows such groups. */
function isOfGroupsAlone(context: PaperContext, given: readonly Observation[]): boolean {
  const { tables, charts } = context.workstream;
  const isOverlapping = (dimension: string) => context.figures.book.overlapping.has(dimension);
  const shows = tables.some(
    ({ of, rows, columns }) =>
      Object.keys(of).some(isOverlapping) ||
      [rows, columns].some((axis) => axis.kind === 'members' && isOverlapping(axis.dimension)),
  );
  const draws = charts.some(({ of }) => Object.keys(of).some(isOverlapping));
  return (shows || draws) && areOverlapping(context, given);
}

function areOverlapping({ workstream, figures }: PaperContext, given: readonly Observation[]): boolean {
  const own = given.filter((one) => one.basis === workstream.basis);
  const isOverlapping = (dimension: string) => figures.book.overlapping.has(dimension);
  return own.length > 0 && own.every(({ group }) => Object.keys(group).some(isOverlapping));
}

/** Returns why the figures of groups make no whole, by dimension. */
function obstacles(
  given: readonly Observation[],
  { figures: { book, evaluate, sums, registry }, workstream: { basis } }: PaperContext,
): string[] {
  const own = given.filter((one) => one.basis === basis);
  const dimensions = [
    ...new Set(own.flatMap(({ group }) => dimensionsOf(group).map(([name]) => name))),
  ].sort();
  const reasons = dimensions.flatMap((dimension) => {
    if (book.overlapping.has(dimension)) return [`${dimension} is listed under \`overlapping\``];
    const names = new Set(
      own.flatMap(({ group }) => (Object.hasOwn(group, dimension) ? (group[dimension] ?? []) : [])),
    );
    return names.size === 1 ? [`there is one ${dimension} alone`] : [];
  });
  const [first] = own;
  const hidden = first
    ? [...registry.kinds.keys()]
        .map((id) => ({ id, period: first.period, group: WHOLE, basis }))
        .filter((key) => sums(key).length > 0)
        .map(evaluate)
    : [];
  const missing = hidden.flatMap(({ outcome }) => (outcome.kind === 'missing' ? outcome.reasons : []));
  return [...reasons, ...missing.slice(0, 1)];
}

/** Returns a figure of a row "Total": one that is stated, and whose row or column gives figures of groups elsewhere. */
function totalOf(observations: readonly Observation[], basis: Basis): Observation | undefined {
  const inGroups = observations.filter((one) => !one.stated && Object.keys(one.group).length > 0);
  return observations.find(
    (one) =>
      one.stated &&
      one.basis === basis &&
      Object.keys(one.group).length === 0 &&
      inGroups.some(
        ({ measure, label, at }) => measure === one.measure && label === one.label && at.file === one.at.file,
      ),
  );
}

/**
 * W117: figures of groups for a later period than any of the whole, which they do not add up to: the paper's latest figures
 * are older than the data.
 */
export const wholeBehindGroups: Check = (context) => {
  const { workstream, meeting, allPeriods, figures } = context;
  const latest = allPeriods.at(-1);
  const later = meeting.observations.filter(
    ({ cell, stated, basis, period }) =>
      !stated && cell.kind !== 'missing' && basis === workstream.basis && latest && period.end > latest.end,
  );
  const last = later.reduce<Observation | undefined>(
    (newest, one) => (newest === undefined || one.period.end > newest.period.end ? one : newest),
    undefined,
  );
  if (last === undefined || latest === undefined) return [];
  const message = `there are figures for ${formatPeriod(last.period)}, but none of the whole workforce after ${formatPeriod(latest)}, nor do they add up to it`;
  const { measure: id, period, basis } = last;
  const key = { id, period, basis, group: WHOLE };
  const { outcome } = figures.evaluate(key);
  const isAdded = figures.sums(key).length > 0;
  const reasons = isAdded && outcome.kind === 'missing' ? outcome.reasons.slice(0, 1) : [];
  const why = [`the report shows ${formatPeriod(latest)} as the latest period`, ...reasons].join(' · ');
  return [finding('W117', message, { at: last.at, about: figureSubject(key, context), why })];
};

/** Returns what there is instead: `8 figures by team in headcount`. */
function contents(given: readonly Observation[]): string[] {
  const counts = new Map<string, number>();
  for (const { group, basis } of given) {
    const dimensions = Object.keys(group).sort();
    const of = dimensions.length === 0 ? 'of the whole' : `by ${formatList(dimensions)}`;
    const words = `${of} in ${basis}`;
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => `${plural(count, 'figure')} ${words}`);
}
