import type { Benchmark } from '../model/dataset.ts';
import type { PaperContext } from './context.ts';

/** Returns the benchmarks that a meeting's papers may use: the whole programme's, and its own. */
export function benchmarksOf({ dataset, meeting }: PaperContext): Benchmark[] {
  return [...dataset.benchmarks, ...meeting.benchmarks];
}
