import { groupText, type FigureKey } from '../metrics/book.ts';
import type { Benchmark, Group } from '../model/dataset.ts';
import type { PaperContext } from './context.ts';
import { escapedName } from './figure-name.ts';

/** What a finding can be about beside a figure: an entry of a list, by its reference. */
export type SubjectKind =
  | 'risk'
  | 'milestone'
  | 'action'
  | 'recommendation'
  | 'resolution'
  | 'target'
  | 'benchmark'
  | 'abbreviation'
  | 'text'
  | 'note'
  | 'dimension'
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
  const own = basis === workstream.basis ? {} : { basis };
  return groupSubject(`${id}@${period.key}`, { ...group, ...own });
}

/** Returns the name of a group's figure at any period: `agency[team=Assessment]`. */
export function groupSubject(id: string, group: Group): string {
  const names = Object.entries(group).map(
    ([dimension, name]) => [escapedName(dimension), escapedName(name)] as const,
  );
  const dimensions = groupText(Object.fromEntries(names));
  return `${id}${dimensions === '' ? '' : `[${dimensions}]`}`;
}
