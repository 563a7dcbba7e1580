import type { FigureKey } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { kindOf, type FigureKind } from '../metrics/registry.ts';
import { groupWords, originText, reckoningText } from '../metrics/wording.ts';
import { formatBasis, formatPeriod, plural } from '../model/format.ts';
import type { Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { PaperContext } from '../papers/context.ts';
import { readFigureName } from '../papers/figure-name.ts';
import { createFigureSet, type FigureSet } from '../report/figures.ts';
import type { Figure } from '../report/report.ts';
import { benchmarksBeside, goalsOf } from './beside.ts';
import { definitionOf, otherRates } from './definition.ts';
import type { FigureExplanation, FigureValue, FindingsOn } from './explanation.ts';
import { isExactAt, unroundedText } from './exact-text.ts';
import { earlierFigures, restatedValues } from './history.ts';
import { inputTree, originOf, placesIn } from './inputs.ts';
import { evaluated } from './locate.ts';
import { findingsOn, papersRef, type Papers } from './papers.ts';
import { printedIn } from './printed.ts';
import { reasonsOf } from './reasons.ts';

/** Returns where a figure of the papers comes from; undefined where nothing is known of its id. */
export function explainFigure(papers: Papers, key: FigureKey): FigureExplanation | undefined {
  const { context } = papers;
  const kind = kindOf(context.figures.registry, key.id);
  const evaluation = evaluated(context, key);
  const figures = createFigureSet(context);
  const figure = figures.made(evaluation);
  if (kind === undefined || figure === undefined) return undefined;
  const inputs = inputTree(context, evaluation);
  const restated = restatedValues(context, evaluation, figure);
  const formula = formulaOf(context, kind, evaluation, figure);
  return {
    kind: 'figure',
    id: figure.id,
    title: kind.label,
    papers: papersRef(papers),
    metric: kind.id,
    period: formatPeriod(key.period),
    of: groupWords(key.group),
    isWhole: Object.keys(key.group).length === 0,
    basis: formatBasis(key.basis),
    value: valueOf(evaluation, kind, figure),
    origin: originOf(evaluation),
    ...(figure.at && { at: figure.at }),
    ...(formula && { formula }),
    inputs,
    definition: definitionOf(context, kind),
    others: otherRates(context, kind, key),
    stated: figure.stated,
    earlier: earlierFigures(figures, evaluation),
    restated,
    ...standing(papers, figures, figure, key),
    findings: withoutWider(findingsOn(papers, namesOf(figure), placesOf(figure, inputs, restated)), key),
  };
}

/** What the figure is held against and set beside. */
function standing(
  papers: Papers,
  figures: FigureSet,
  figure: Figure,
  key: FigureKey,
): Pick<FigureExplanation, 'goals' | 'benchmarks' | 'reasons' | 'printed'> {
  return {
    goals: goalsOf(figures, key, figure),
    benchmarks: benchmarksBeside(papers.report, figure.id),
    reasons: reasonsOf(papers, key),
    printed: papers.report ? printedIn(papers.report, figure.id) : [],
  };
}

/** A finding may be about the figure of a period, or about the figure at any. */
function namesOf({ id, metric, period }: Figure): string[] {
  return [id, id.replace(`${metric}@${period.key}`, metric)];
}

/** A finding on the figure of a wider group names the cells of its parts too, and says nothing of any one of them. */
function withoutWider({ about, touching }: FindingsOn, { group }: FigureKey): FindingsOn {
  const isWider = ({ about: name = '' }: Finding): boolean => {
    const other = /@/.test(name) ? readFigureName(name) : undefined;
    if (other === undefined || typeof other === 'string') return false;
    return Object.entries(group).some(([dimension, member]) => other.group[dimension] !== member);
  };
  return { about, touching: touching.filter((one) => !isWider(one)) };
}

function placesOf(
  { at, stated }: Figure,
  inputs: FigureExplanation['inputs'],
  restated: FigureExplanation['restated'],
): Place[] {
  return [
    ...(at ? [at] : []),
    ...stated.map((one) => one.at),
    ...placesIn(inputs),
    ...restated.flatMap((one) => one.at ?? []),
  ];
}

function valueOf({ outcome }: Evaluation, kind: FigureKind, { text, result, places }: Figure): FigureValue {
  if (outcome.kind === 'missing') return { text, result, rounding: outcome.reasons.join('; ') };
  if (outcome.kind === 'marker')
    return { text, result, rounding: 'a marker stands where no number may or can, and is never a zero' };
  const { value } = outcome.number;
  return { text, result, fraction: value.toFraction(), rounding: roundingOf(value, kind, places) };
}

function roundingOf(value: Parameters<typeof isExactAt>[0], { unit }: FigureKind, places: number): string {
  if (unit === 'duration') return 'in months, rounded once to whole months, half away from zero';
  const at = unit === 'share' ? places + 2 : places;
  if (isExactAt(value, at)) return 'printed in full: nothing was rounded';
  const decimals = places === 0 ? 'a whole number' : plural(places, 'decimal');
  const of = unit !== 'share' ? '' : places === 0 ? ' of per cent' : ' of the percentage';
  return `${unroundedText(value)}, rounded once to ${decimals}${of}, half away from zero`;
}

function formulaOf(
  context: PaperContext,
  kind: FigureKind,
  evaluation: Evaluation,
  { text, places }: Figure,
): FigureExplanation['formula'] {
  const words = originText(evaluation, context.figures.registry);
  if (words === undefined) return undefined;
  const { outcome } = evaluation;
  // 180.0 is 180 in full: only what is rounded, or printed in another unit, is told before it is.
  const isSame =
    outcome.kind !== 'number' || (kind.unit === 'count' && isExactAt(outcome.number.value, places));
  const unrounded = isSame ? text : unroundedText(outcome.number.value);
  const result = unrounded === text ? text : `${unrounded} = ${text}`;
  const reckoning = reckoningText(evaluation, result, context.figures);
  return {
    words,
    ...(evaluation.dimension === undefined && kind.formula !== undefined && { ids: kind.formula }),
    numbers: reckoning.slice(words.length + ' = '.length),
  };
}
