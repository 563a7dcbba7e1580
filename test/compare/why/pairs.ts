import { fileURLToPath } from 'node:url';
import type { FigureChange, FigureSide } from '../../../src/compare/comparison.ts';
import type { PaperPair, SidePapers } from '../../../src/compare/side.ts';
import { createEvaluator, type Evaluation } from '../../../src/metrics/evaluate.ts';
import { measuredChange } from '../../../src/metrics/measured-change.ts';
import { printedPlaces } from '../../../src/metrics/places.ts';
import { resultOf } from '../../../src/metrics/result.ts';
import { evaluationText } from '../../../src/metrics/wording.ts';
import type { Dataset, Group, Observation, Programme, Workstream } from '../../../src/model/dataset.ts';
import { toDecimal } from '../../../src/model/exact.ts';
import { periodRef } from '../../../src/model/period-ref.ts';
import type { Period } from '../../../src/model/period.ts';
import { createContext, type PaperContext } from '../../../src/papers/context.ts';
import { groupSubject } from '../../../src/papers/subject.ts';
import { readDataRepo } from '../../../src/read/index.ts';
import { meeting, programme, workstream } from '../../support/dataset.ts';

/** Returns the papers of one meeting with these figures. */
export function contextOf(
  observations: readonly Observation[],
  change: Partial<Programme> = {},
  stream: Partial<Workstream> = {},
): PaperContext {
  const papers = meeting({ observations });
  const own = workstream({ ...stream, meetings: [papers] });
  const dataset: Dataset = { programme: programme(change), workstreams: [own], benchmarks: [], inputs: [] };
  return createContext(dataset, { workstream: own, meeting: papers });
}

/** Returns the papers of a workstream's latest meeting in an example. */
export async function exampleContext(example: string, id = 'workforce'): Promise<PaperContext> {
  const root = fileURLToPath(new URL(`../../../examples/${example}`, import.meta.url));
  const { dataset } = await readDataRepo(root);
  const own = dataset?.workstreams.find((one) => one.id === id);
  return createContext(dataset!, { workstream: own!, meeting: own!.meetings.at(-1)! });
}

/** Returns two periods of the same papers. */
export function periodsOf(context: PaperContext, before: Period, after: Period): PaperPair {
  return { form: 'periods', before: { context, period: before }, after: { context, period: after } };
}

export function swapped({ form, before, after }: PaperPair): PaperPair {
  return { form, before: after, after: before };
}

/** Returns how a figure moved between the two sides, under the second side's definitions. */
export function moved(pair: PaperPair, metric: string, group: Group = {}): FigureChange {
  const { registry } = pair.after.context.figures;
  const { basis } = pair.after.context.workstream;
  const kind = registry.kinds.get(metric)!;
  const at = ({ context, period }: SidePapers): Evaluation =>
    createEvaluator(context.figures.book, registry).evaluate({ id: metric, period: period!, group, basis });
  const side = (evaluation: Evaluation): FigureSide => ({
    period: periodRef(evaluation.key.period),
    result: resultOf(evaluation.outcome),
    text: evaluationText(evaluation, registry),
    source: evaluation.source,
  });
  const [before, after] = [at(pair.before), at(pair.after)];
  const change = measuredChange(before, after, kind);
  return {
    id: groupSubject(metric, group),
    metric,
    label: kind.label,
    group,
    basis,
    indicator: false,
    unit: kind.unit,
    places: Math.max(printedPlaces(before, kind), printedPlaces(after, kind)),
    kind: 'changed',
    before: side(before),
    after: side(after),
    ...(change && { absolute: { decimal: toDecimal(change.difference), text: change.text } }),
    good: change?.good ?? null,
  };
}
