import type { Finding } from '../../model/finding.ts';
import type { Benchmark } from '../../model/dataset.ts';
import type { CheckContext } from '../context.ts';
import { statedRows, type StatedRow } from './stated-rows.ts';

/** What the rules on figures see: the papers at hand, with the stated figures compared once. */
export interface FigureContext extends CheckContext {
  readonly rows: readonly StatedRow[];
}

/** Returns the benchmarks that a meeting's papers may use: the whole programme's, and its own. */
export function benchmarksOf({ dataset, meeting }: CheckContext): Benchmark[] {
  return [...dataset.benchmarks, ...meeting.benchmarks];
}

/** A rule on figures. Its findings may come in any order. */
export type FigureRule = (context: FigureContext) => readonly Finding[];

/** Returns what the rules on figures see of a meeting's papers. */
export function createFigureContext(context: CheckContext): FigureContext {
  return { ...context, rows: statedRows(context.figures) };
}
