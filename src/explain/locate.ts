import type { FigureKey } from '../metrics/book.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { fold } from '../model/suggest.ts';
import type { Group } from '../model/dataset.ts';
import type { PaperContext } from '../papers/context.ts';
import { sumOverTime } from '../papers/flow.ts';
import { locateFigure } from '../papers/resolve-figure.ts';
import { targetSeries } from '../papers/target-series.ts';
import { targetsOf } from '../papers/target-state.ts';

/** A figure as it is asked for: as in a citation, by its id in the report, or by its label. */
export interface AskedFigure {
  /** Measure or metric id, or a label. */
  readonly name: string;
  readonly period?: string;
  readonly group: Group;
}

const FORM = /^([^@[\]]+?)(?:(?:\s*@\s*|\s+from\s+)([^[\]@]+?))?\s*(?:\[((?:[^\\\]]|\\.)*)\])?$/s;

/**
 * Returns what a name asks for where it has the form of a figure's: `agency_rate`, `agency_rate@2021-02`, `Agency rate from
 * Feb 2021`, `agency[team=Assessment]`. What a report's ids escape in a name (`,` `=` `]`) is read again.
 */
export function askedFigure(asked: string): AskedFigure | undefined {
  const [, name, period, pairs] = FORM.exec(asked.trim()) ?? [];
  const group = readPairs(pairs);
  if (name === undefined || group === undefined) return undefined;
  return { name: name.trim(), group, ...(period !== undefined && { period: inFull(period.trim()) }) };
}

/** `Jan-21` is January 2021, as tables head their columns. */
function inFull(period: string): string {
  return period.replace(/^([a-z]{3,9})[-\s]?(\d{2})$/i, '$1 20$2');
}

function readPairs(pairs: string | undefined): Group | undefined {
  if (pairs === undefined) return {};
  const entries: [string, string][] = [];
  for (const [pair] of pairs.matchAll(/(?:[^\\,]|\\.)+/gs)) {
    const [, dimension, name] = /^((?:[^\\=]|\\.)*)=((?:[^\\=]|\\.)*)$/s.exec(pair) ?? [];
    if (dimension === undefined || name === undefined || name.trim() === '') return undefined;
    entries.push([plain(dimension), plain(name)]);
  }
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function plain(escaped: string): string {
  return escaped.trim().replace(/\\(.)/gs, '$1');
}

/** Which figure was meant, or why none was; `undefined` where nothing of that name is known. */
export type Located =
  | { readonly kind: 'located'; readonly key: FigureKey }
  | { readonly kind: 'problem'; readonly message: string; readonly help?: string | undefined };

/** Returns the figure of the papers that is asked for; undefined where no measure or metric has that name. */
export function locate(context: PaperContext, { name, period, group }: AskedFigure): Located | undefined {
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
