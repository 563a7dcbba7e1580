import type { PaperContext } from '../papers/context.ts';
import type { Benchmark } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import { comparePeriods } from '../model/period.ts';

/** Others' figures, by where they come from. */
export interface Published {
  /** From the meetings' own tables: every period of them, each by the newest meeting that has it. */
  readonly own: readonly Benchmark[];
  /** From downloads of the whole programme: of each place the newest year that has a value. */
  readonly downloaded: readonly Benchmark[];
}

/** Returns the benchmarks that the papers of a meeting may use: nothing that a later meeting brought. */
export function publishedBenchmarks({ dataset, meeting, meetings }: PaperContext): Published {
  const all = meetings.flatMap((meeting) => meeting.benchmarks);
  const newest = new Map(all.map((one) => [JSON.stringify([...seriesOf(one), one.period.key]), one]));
  // A download of today also holds what no meeting of the past could know.
  const known = dataset.benchmarks.filter((one) => one.period.end <= meeting.date);
  const series = groupBy(known, (one) => JSON.stringify(seriesOf(one)));
  return {
    own: [...newest.values()],
    downloaded: [...series.values()].flatMap((some) => newestOf(some) ?? []),
  };
}

function seriesOf({ metric, formula, basis, level, place }: Benchmark): (string | null)[] {
  return [metric, formula ?? null, basis ?? null, level, place];
}

/** A marker says that there is no figure; a year that has one is of more use. */
function newestOf(benchmarks: readonly Benchmark[]): Benchmark | undefined {
  const latestFirst = [...benchmarks].sort((a, b) => comparePeriods(b.period, a.period));
  return latestFirst.find(({ cell }) => cell.kind === 'number') ?? latestFirst[0];
}
