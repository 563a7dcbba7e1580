import { finding } from '../../model/finding.ts';
import { formatList, formatPeriod, plural } from '../../model/format.ts';
import type { Basis, Observation } from '../../model/dataset.ts';
import type { FigureRule } from './figure-context.ts';

/**
 * E112: figures, but none of the whole workforce on the workstream's basis. Every headline, table and target is of the
 * whole, so the paper would be empty.
 */
export const wholeWorkforce: FigureRule = ({ workstream, meeting, figures, allPeriods }) => {
  const given = [...figures.book.given.values()]
    .filter((one) => !one.indicator)
    .map((one) => one.observation)
    .filter((one) => one.cell.kind !== 'missing');
  const [first] = given;
  if (allPeriods.length > 0 || first === undefined) return [];
  const { basis } = workstream;
  const total = totalOf(meeting.observations, basis);
  return [
    finding('E112', `there are figures, but none in ${basis} for the whole workforce`, {
      at: total?.at ?? first.at,
      why: `the data holds ${formatList(contents(given))}${total ? '; a row "Total" is a printed figure that is compared, and not used' : ''}`,
      help: total
        ? 'write "All" in place of "Total" in the row of the whole workforce'
        : given.some((one) => one.basis === basis || Object.keys(one.group).length > 0)
          ? 'add a row for the whole workforce to each period, with "All" in place of the group or without one'
          : `add the figures in ${basis}, or correct \`basis\` of the workstream in cip-report.yaml`,
    }),
  ];
};

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

/** W117: figures of groups for a later period than any of the whole: the paper's latest figures are older than the data. */
export const wholeBehindGroups: FigureRule = ({ workstream, meeting, allPeriods }) => {
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
  const message = `there are figures for ${formatPeriod(last.period)}, but none of the whole workforce after ${formatPeriod(latest)}`;
  const why = `the report shows ${formatPeriod(latest)} as the latest period`;
  return [finding('W117', message, { at: last.at, why })];
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
