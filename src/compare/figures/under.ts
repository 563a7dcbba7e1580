import type { FigureBook } from '../../metrics/book.ts';
import { createEvaluator, type Evaluator } from '../../metrics/evaluate.ts';
import type { Registry } from '../../metrics/registry.ts';

/** What evaluates a book once is kept with it: the figures and their reasons ask for the same ones. */
const made = new WeakMap<FigureBook, WeakMap<Registry, Evaluator>>();

/** Returns what evaluates a side's figures by the definitions of a side, that side's own or the other's. */
export function figuresUnder(figures: Evaluator, registry: Registry): Evaluator {
  if (figures.registry === registry) return figures;
  const ofBook = made.get(figures.book) ?? new WeakMap<Registry, Evaluator>();
  made.set(figures.book, ofBook);
  const evaluator = ofBook.get(registry) ?? createEvaluator(figures.book, registry);
  ofBook.set(registry, evaluator);
  return evaluator;
}
