import { knownPeriods } from '../papers/known-figures.ts';
import type { PaperContext } from '../papers/context.ts';
import { figureSubject, subjectOf } from '../papers/subject.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { isAdditive } from '../metrics/addition.ts';
import { kindOf, labelOf } from '../metrics/registry.ts';
import { evaluationText, groupWords } from '../metrics/wording.ts';
import type { TableSpec } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { formatList, formatPeriod, midSentence } from '../model/format.ts';
import { groupBy } from '../model/group-by.ts';
import type { Figure, FigureTable } from './report.ts';
import type { SectionParts } from './sections.ts';

type Figures = Readonly<Record<string, Figure>>;

/**
 * Returns W086: a figure of the latest period of a headline or a table that is missing, and was known before. What the same
 * cells lack is told once, of the first figure.
 */
export function lostFigures(context: PaperContext, parts: SectionParts, figures: Figures): Finding[] {
  const { headlines, groups } = parts.workforce;
  const latest = [
    ...headlines,
    ...groups.flatMap(({ rows }) => rows.flatMap((row) => row.figures.slice(-1))),
    ...parts.tables.flatMap((table) => latestOf(figuresOfTable(table, figures))),
  ];
  const told = new Set<string>();
  const lost = [...new Set(latest)].flatMap((id) => {
    const figure = figures[id];
    if (figure?.result.kind !== 'missing' || told.has(`${figure.metric} ${figure.period.key}`)) return [];
    const one = lostOf(context, figure);
    if (one !== undefined) told.add(`${figure.metric} ${figure.period.key}`);
    return one ?? [];
  });
  const byCells = groupBy(lost, ({ gaps }) => gaps.map(({ key }) => figureSubject(key, context)).join(' '));
  return [...byCells.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [lostFinding(context, first, others)],
  );
}

function latestOf(figures: readonly Figure[]): string[] {
  const end = figures.reduce((last, { period }) => (period.end > last ? period.end : last), '');
  return figures.filter(({ period }) => period.end === end).map(({ id }) => id);
}

/** A figure that is not known any more, and what is missing behind it. */
interface Lost {
  readonly figure: Figure;
  readonly before: Evaluation;
  readonly now: Evaluation;
  readonly gaps: readonly Evaluation[];
}

function lostOf({ figures }: PaperContext, figure: Figure): Lost | undefined {
  const { metric: id, group, basis, period } = figure;
  const before = knownPeriods(figures, { id, group, basis })
    .filter((one) => one.kind === period.kind && one.end < period.end)
    .map((one) => figures.evaluate({ id, period: one, group, basis }))
    .findLast(({ outcome }) => outcome.kind === 'number');
  if (before === undefined) return undefined;
  const now = figures.evaluate({ ...before.key, period: { ...before.key.period, ...periodOf(figure) } });
  const gaps = gapsBehind(now);
  // Without a row of its own nothing is amiss: an event has passed, a project is over. An empty cell, or a part that is
  // missing, hides what was to be told.
  const isPart = gaps.some(({ key, given }) => given !== undefined || (key !== now.key && isEmpty(group)));
  return isPart ? { figure, before, now, gaps } : undefined;
}

function lostFinding(context: PaperContext, first: Lost, others: readonly Lost[]): Finding {
  const { figures, meeting } = context;
  const { figure, before, now, gaps } = first;
  const was = `it was ${evaluationText(before, figures.registry)} in ${formatPeriod(before.key.period)}`;
  const words = gaps.slice(0, 3).map((gap) => gapText(gap, figures.registry));
  const also = [...new Set(others.map((one) => midSentence(one.figure.label)))];
  const what = `${figure.label} of ${groupWords(figure.group)}`;
  return finding('W086', `${what} is not known for ${figure.period.label}`, {
    about: figureSubject(now.key, context),
    at: gaps.flatMap((gap) => gap.given?.observation.at ?? [])[0] ?? meeting.observations[0]?.at,
    why: [
      was,
      ...words,
      ...(also.length > 0 ? [`${formatList(also)} cannot be known without it either`] : []),
    ].join(' · '),
  });
}

function periodOf({ period: { kind, key, start, end } }: Figure) {
  return { kind, key, start, end } as Evaluation['key']['period'];
}

/** Returns what is missing at the bottom of a missing figure: the cells that nobody filled in. */
function gapsBehind(evaluation: Evaluation): Evaluation[] {
  if (evaluation.outcome.kind !== 'missing') return [];
  const below = evaluation.inputs.flatMap((input) => input.evaluations).flatMap(gapsBehind);
  return below.length > 0 ? below : [evaluation];
}

function gapText({ key, given, outcome }: Evaluation, registry: Parameters<typeof labelOf>[0]): string {
  if (given === undefined) return outcome.kind === 'missing' ? outcome.reasons.join(' · ') : '';
  return `${midSentence(labelOf(registry, key.id))} for ${formatPeriod(key.period)}: the cell of ${groupWords(key.group)} is empty`;
}

/** Returns what the tables of the configuration cannot show as they say: W084 totals, W087 periods, N088 names. */
export function tableFindings(context: PaperContext, parts: SectionParts, figures: Figures): Finding[] {
  return context.workstream.tables.flatMap((spec) => {
    const table = parts.tables.find((one) => one.id === spec.id);
    const shown = table ? figuresOfTable(table, figures) : [];
    return [
      ...totalsLacking(context, spec, shown),
      ...periodsLacking(spec, shown),
      ...namesShared(context, spec),
    ];
  });
}

function figuresOfTable({ rows }: FigureTable, figures: Figures): Figure[] {
  return rows.flatMap(({ cells }) => cells.flatMap((cell) => figures[cell.figure] ?? []));
}

/** Returns the dimensions whose members run down or across a table. */
export function dimensionsOf({ rows, columns }: TableSpec): string[] {
  return [rows, columns].flatMap((axis) => (axis.kind === 'members' ? [axis.dimension] : []));
}

/** An average of teams makes no average of all of them. */
function totalsLacking(
  { figures: { registry } }: PaperContext,
  spec: TableSpec,
  shown: readonly Figure[],
): Finding[] {
  const isTotal = ({ group }: Figure) =>
    dimensionsOf(spec).some((dimension) => group[dimension] === undefined);
  const known = new Set(
    shown.filter((one) => !isTotal(one) && one.result.kind === 'number').map((one) => one.metric),
  );
  const lacking = shown.filter(
    (one) => isTotal(one) && one.result.kind === 'missing' && known.has(one.metric),
  );
  const labels = lacking.flatMap(({ metric }) => {
    const kind = kindOf(registry, metric);
    return kind && kind.expression === undefined && !isAdditive(kind) ? [kind.label] : [];
  });
  if (spec.total === undefined || labels.length === 0) return [];
  const message = `"${spec.total}" of the table "${spec.title}" has no ${formatList([...new Set(labels)])}`;
  return [finding('W084', message, { at: spec.at, about: subjectOf('table', spec.id) })];
}

function periodsLacking(spec: TableSpec, shown: readonly Figure[]): Finding[] {
  const known = new Set(shown.filter((one) => one.result.kind !== 'missing').map((one) => one.period.key));
  const used =
    spec.rows.kind === 'periods' || spec.columns.kind === 'periods' ? spec.periods : spec.periods.slice(-1);
  const lacking = shown.length === 0 ? spec.periods : used.filter((period) => !known.has(period.key));
  if (lacking.length === 0) return [];
  const message = `the table "${spec.title}" has nothing for ${formatList(lacking.map(formatPeriod))}`;
  return [finding('W087', message, { at: spec.at, about: subjectOf('table', spec.id) })];
}

/** Dimensions that lie one in another: a team in a service, a service in an authority. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  team: ['service', 'authority'],
  service: ['authority'],
};

function namesShared({ figures: { book } }: PaperContext, spec: TableSpec): Finding[] {
  return dimensionsOf(spec).flatMap((dimension) =>
    (PARENTS[dimension] ?? []).flatMap((parent): Finding[] => {
      if (spec.of[parent] !== undefined) return [];
      const parents = new Map<string, Set<string>>();
      for (const { observation } of book.given.values()) {
        const { [dimension]: name, [parent]: within } = observation.group;
        if (name !== undefined && within !== undefined)
          parents.set(name, (parents.get(name) ?? new Set<string>()).add(within));
      }
      const shared = [...parents]
        .filter(([, some]) => some.size > 1)
        .map(([name, some]) => `${name} of ${formatList([...some])}`);
      if (shared.length === 0) return [];
      const message = `the table "${spec.title}" has one row for ${shared.join('; ')}`;
      return [finding('N088', message, { at: spec.at, about: subjectOf('table', spec.id) })];
    }),
  );
}

function isEmpty(group: Figure['group']): boolean {
  return Object.keys(group).length === 0;
}
