import type { FigureKey } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { evaluationText } from '../metrics/wording.ts';
import type { Group } from '../model/dataset.ts';
import { fold } from '../model/suggest.ts';
import type { PaperContext } from '../papers/context.ts';
import type { FigureName } from '../papers/figure-name.ts';
import { sumOverTime } from '../papers/flow.ts';
import { locateFigure } from '../papers/resolve-figure.ts';
import { targetSeries } from '../papers/target-series.ts';
import { figureSubject } from '../papers/subject.ts';
import { targetsOf } from '../papers/target-state.ts';
import type { Papers } from './papers.ts';
import { printedIn } from './printed.ts';

/** Which figure was meant, or why none was; `undefined` where nothing of that name is known. */
export type Located =
  | { readonly kind: 'located'; readonly key: FigureKey }
  | { readonly kind: 'problem'; readonly message: string; readonly help?: string | undefined };

/** Returns the figure of the papers that is asked for; undefined where no measure or metric has that name. */
export function locate(papers: Papers, { name, period, group }: FigureName): Located | undefined {
  const { context } = papers;
  const { registry } = context.figures;
  const ids = idsNamed(context, name);
  const [id, ...others] = ids;
  if (id === undefined && !registry.unusable.has(name)) return undefined;
  if (others.length > 0)
    return {
      kind: 'problem',
      message: `several figures are called ${name}`,
      help: `name one of them: ${ids.map((one) => withValue(papers, { id: one, group, period })).join(', ')}`,
    };
  const found = located(context, { id: id ?? name, group, period });
  return found.kind === 'located' ? found : { kind: 'problem', message: found.message, help: found.help };
}

function located(context: PaperContext, { id, group, period }: Asked) {
  const cited = { kind: 'figure', id, group, ...(period !== undefined && { period }) } as const;
  return locateFigure(context, cited, madePeriods(context));
}

interface Asked {
  readonly id: string;
  readonly group: Group;
  readonly period: string | undefined;
}

/** `unfilled (24)`, `vacancies (63, printed nowhere)`. */
function withValue({ context, report }: Papers, asked: Asked): string {
  const found = located(context, asked);
  if (found.kind === 'problem') return asked.id;
  const text = evaluationText(evaluated(context, found.key), context.figures.registry);
  const isPrinted = report === undefined || printedIn(report, figureSubject(found.key, context)).length > 0;
  return `${asked.id} (${text}${isPrinted ? '' : ', printed nowhere'})`;
}

/** Returns a figure as the report has it: also one that is added up from the shorter periods of its own. */
export function evaluated({ figures }: PaperContext, key: FigureKey): Evaluation {
  const evaluation = figures.evaluate(key);
  return evaluation.outcome.kind === 'missing' ? (sumOverTime(figures, key) ?? evaluation) : evaluation;
}

/** Returns the ids that a name may stand for: the one that it is, or those that it is spelt like or is the label of. */
export function idsNamed({ figures: { registry } }: PaperContext, name: string): string[] {
  if (registry.kinds.has(name)) return [name];
  const wanted = fold(name);
  return [...registry.kinds.values()].flatMap(({ id, label }) =>
    fold(id) === wanted || fold(label) === wanted ? [id] : [],
  );
}

/** Targets are judged by periods of their own length, for which the data itself may hold nothing. */
function madePeriods(context: PaperContext) {
  return targetsOf(context).flatMap((target) =>
    targetSeries(context, target).map(({ evaluation }) => evaluation.key.period),
  );
}
