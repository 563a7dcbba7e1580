import { figuresOf } from '../../metrics/book.ts';
import { benchmarkFormulaProblem } from '../../metrics/benchmarks.ts';
import type { Observation } from '../../model/dataset.ts';
import type { Place, Sourced } from '../../model/place.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { kindOf, suggestId, type Registry } from '../../metrics/registry.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { Check } from '../rule.ts';
import { benchmarksOf } from '../../papers/benchmarks.ts';
import { benchmarkSubject } from '../../papers/subject.ts';

/** A name that somebody wrote for a measure or metric. */
interface Mention {
  readonly id: string;
  /** Where it stands: `headlines of workforce`. */
  readonly of: string;
  readonly at: Place | undefined;
}

const CONFIG: Place = { file: 'cip-report.yaml', line: 1, column: 1, length: 1 };

/** E101 and E102: a definition that cannot be used. What names it, or stands on it, is not reported again. */
export const definitionFaults: Check = ({ definitionFindings }) => definitionFindings;

/** E103: a name in the configuration or a heading that is neither a measure nor a metric. */
export const unknownFigures: Check = (context) => {
  const { registry } = context.figures;
  return [
    ...mentions(context)
      .filter(({ id }) => isUnknown(registry, id))
      .map(({ id, of, at }) =>
        finding('E103', `"${id}" in ${of} is neither a measure nor a metric`, {
          at: at ?? CONFIG,
          about: id,
          help: adviceOn(registry, id),
        }),
      ),
    ...headingFindings(context),
    ...formulaFindings(context),
  ];
};

/** W122: a benchmark's formula that cannot be read says nothing of what may be set beside it. */
function formulaFindings(context: PaperContext): Finding[] {
  const { registry } = context.figures;
  return benchmarksOf(context).flatMap((one) => {
    const { formula, place, metric, at } = one;
    const problem = formula === undefined ? undefined : benchmarkFormulaProblem(registry, formula);
    if (problem === undefined) return [];
    const message = `the formula of ${metric} of ${place} cannot be used: ${problem.message}`;
    return [
      finding('W122', message, {
        at,
        about: benchmarkSubject(one),
        why: `${formula ?? ''} · character ${problem.column.toString()}`,
      }),
    ];
  });
}

function mentions(context: PaperContext): Mention[] {
  const { workstream, programme } = context;
  const place = (name: string): Place | undefined => workstream.fields?.[name];
  return [
    ...workstream.headlines.map((id, index) => ({
      id,
      of: `headlines of ${workstream.id}`,
      at: place(`headlines.${index.toString()}`),
    })),
    ...workstream.table.flatMap(({ label, rows }) =>
      rows.map((id, index) => ({
        id,
        of: `table of ${workstream.id}, group "${label}"`,
        at: place(`table.${label}.${index.toString()}`),
      })),
    ),
    ...workstream.tables.flatMap(({ id, figures }) => figuresIn(`table ${id}`, figures)),
    ...workstream.charts.flatMap(({ id, figures }) => figuresIn(`chart ${id}`, figures)),
    ...programme.indicators.flatMap(({ id, bracket, at }) =>
      bracket === undefined ? [] : [{ id: bracket.indicator, of: `bracket of ${id}`, at }],
    ),
    ...benchmarksOf(context).map(({ metric, place: name, at }) => ({
      id: metric,
      of: `benchmark of ${name}`,
      at,
    })),
    ...programme.checks.jumps.map(({ id, at }) => ({ id, of: 'jumps', at })),
    ...Object.keys(programme.labels).map((id) => ({
      id,
      of: 'labels',
      at: programme.fields?.[`labels.${id}`],
    })),
    ...programme.targets
      .filter((target) => target.workstream === workstream.id && target.metric !== undefined)
      .map((target) => ({
        id: target.metric ?? '',
        of: `target ${target.id}`,
        at: target.fields?.['metric'] ?? target.at,
      })),
  ];
}

function figuresIn(of: string, figures: readonly Sourced<string>[]): Mention[] {
  return figures.map(({ value, at }) => ({ id: value, of, at }));
}

// One finding a heading, not one a cell.
function headingFindings(context: PaperContext): Finding[] {
  const { registry } = context.figures;
  const unknown = figuresOf(context.meeting).filter(({ measure }) => isUnknown(registry, measure));
  const headings = groupBy(unknown, (one) => JSON.stringify([one.at.file, one.measure, one.label]));
  return [...headings.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    return [
      finding(
        'E103',
        `the heading "${first.label}" stands for "${first.measure}", which is neither a measure nor a metric`,
        {
          at: headingPlace(context, first) ?? first.at,
          about: first.measure,
          help: adviceOn(registry, first.measure),
        },
      ),
    ];
  });
}

/** The entry of the configuration that maps the heading, which a file of another kind does not use. */
function headingPlace({ programme }: PaperContext, { label, at }: Observation): Place | undefined {
  const table = /\/indicators[^/]*$/.test(at.file) ? 'indicators' : 'workforce';
  return programme.fields?.[`headings.${table}.${label}`];
}

/** What nothing is near to may be a figure of the council's own that is not in the configuration yet. */
function adviceOn(registry: Registry, id: string): string {
  const advice = suggestId(registry, id);
  const add = 'add it under `indicators` or `measures` in cip-report.yaml';
  return advice.endsWith('?') ? `${advice} Otherwise ${add}` : `${advice}; or ${add}`;
}

function isUnknown(registry: Registry, id: string): boolean {
  return kindOf(registry, id) === undefined && !registry.unusable.has(id);
}
