import type { Finding } from '../../model/finding.ts';
import { createBook } from '../../metrics/book.ts';
import { createEvaluator, type Evaluator } from '../../metrics/evaluate.ts';
import { createRegistry } from '../../metrics/registry.ts';
import type { CheckContext } from '../context.ts';
import { statedRows, type StatedRow } from './stated-rows.ts';

/** What the rules on figures see: the papers at hand with their figures evaluated, and stated ones compared, once. */
export interface FigureContext {
  readonly context: CheckContext;
  readonly evaluator: Evaluator;
  readonly rows: readonly StatedRow[];
  /** What is wrong with the council's own definitions. */
  readonly definitions: readonly Finding[];
}

/** A rule on figures. Its findings may come in any order. */
export type FigureRule = (figures: FigureContext) => readonly Finding[];

/** Returns what the rules on figures see of a meeting's papers. */
export function createFigureContext(context: CheckContext): FigureContext {
  const { definitions, labels } = context.programme;
  const { registry, findings } = createRegistry(definitions, labels);
  const evaluator = createEvaluator(createBook(context.meetings), registry);
  return { context, evaluator, rows: statedRows(evaluator), definitions: findings };
}
