import type { FigureKey } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { fold } from '../model/suggest.ts';
import type { PaperContext } from '../papers/context.ts';
import type { FigureName } from '../papers/figure-name.ts';
import { sumOverTime } from '../papers/flow.ts';
import { locateFigure } from '../papers/resolve-figure.ts';
import { targetSeries } from '../papers/target-series.ts';
import { targetsOf } from '../papers/target-state.ts';

/** Which figure was meant, or why none was; `undefined` where nothing of that name is known. */
export type Located =
  | { readonly kind: 'located'; readonly key: FigureKey }
  | { readonly kind: 'problem'; readonly message: string; readonly help?: string | undefined };

/** Returns the figure of the papers that is asked for; undefined where no measure or metric has that name. */
export function locate(context: PaperContext, { name, period, group }: FigureName): Located | undefined {
  const { registry } = context.figures;
  const ids = idsNamed(context, name);
  const [id, ...others] = ids;
  if (id === undefined && !registry.unusable.has(name)) return undefined;
  if (others.length > 0)
    return {
      kind: 'problem',
      message: `${name} is the label of several figures`,
      help: `name one of them: ${ids.join(', ')}`,
    };
  const found = locateFigure(
    context,
    { kind: 'figure', id: id ?? name, group, ...(period !== undefined && { period }) },
    madePeriods(context),
  );
  return found.kind === 'located' ? found : { kind: 'problem', message: found.message, help: found.help };
}

/** Returns a figure as the report has it: also one that is added up from the shorter periods of its own. */
export function evaluated({ figures }: PaperContext, key: FigureKey): Evaluation {
  const evaluation = figures.evaluate(key);
  return evaluation.outcome.kind === 'missing' ? (sumOverTime(figures, key) ?? evaluation) : evaluation;
}

/** An id before a label: a label may be what an id of another figure is. */
function idsNamed({ figures: { registry } }: PaperContext, name: string): string[] {
  if (registry.kinds.has(name)) return [name];
  const kinds = [...registry.kinds.values()];
  const wanted = fold(name);
  const byId = kinds.filter(({ id }) => fold(id) === wanted);
  const found = byId.length > 0 ? byId : kinds.filter(({ label }) => fold(label) === wanted);
  return found.map(({ id }) => id);
}

/** Targets are judged by periods of their own length, for which the data itself may hold nothing. */
function madePeriods(context: PaperContext) {
  return targetsOf(context).flatMap((target) =>
    targetSeries(context, target).map(({ evaluation }) => evaluation.key.period),
  );
}
