import { groupText, type FigureKey } from '../metrics/book.ts';
import type { Benchmark } from '../model/dataset.ts';
import type { PaperContext } from './context.ts';

/** What a finding can be about beside a figure: an entry of a list, by its reference. */
export type SubjectKind =
  | 'risk'
  | 'milestone'
  | 'action'
  | 'recommendation'
  | 'resolution'
  | 'target'
  | 'benchmark'
  | 'text'
  | 'note'
  | 'table'
  | 'chart';

/** Returns the name of an entry of a list: `risk:WFR6`. Several entries may share a reference, and then the name. */
export function subjectOf(kind: SubjectKind, reference: string): string {
  return `${kind}:${reference}`;
}

/** Returns the name of somebody else's figure: `benchmark:agency_rate@2024-09[place=England]`. */
export function benchmarkSubject({ metric, period, place }: Benchmark): string {
  return subjectOf('benchmark', `${metric}@${period.key}[place=${place}]`);
}

/** The stated RAG of the papers. */
export const RAG_SUBJECT = 'rag';

/**
 * Returns a figure's name, which is its id in the report: `agency_rate@2021-02`, with `[team=Assessment]` for a group, and
 * with the basis among its dimensions where that is not the workstream's: `agency@2024-03[basis=headcount,team=Duty]`.
 */
export function figureSubject(
  { id, period, group, basis }: FigureKey,
  { workstream }: Pick<PaperContext, 'workstream'>,
): string {
  const names = Object.entries(group).map(([dimension, name]) => [dimension, escaped(name)] as const);
  const own = basis === workstream.basis ? [] : [['basis', basis] as const];
  const dimensions = groupText(Object.fromEntries([...names, ...own]));
  return `${id}@${period.key}${dimensions === '' ? '' : `[${dimensions}]`}`;
}

// A name may hold what parts names, and two figures must never share one.
function escaped(name: string): string {
  return name.replace(/[\\,=\]]/g, '\\$&');
}
