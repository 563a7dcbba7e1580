import type { ChartPoint, ChartSeries } from './chart-series.ts';
import type { Figure, PeriodRef, PlanRow, Report, TargetProgress } from './report.ts';
import { formatBasis, midSentence } from './format.ts';
import { scaleNote, valueAxis } from './view-charts-axis.ts';
import { chartPoint, hasGap, valuesOf, type TimeChart } from './view-charts.ts';
import {
  figureOf,
  labelOfGroup,
  NO_TABLE,
  periodInColumn,
  periodInFull,
  sentence,
  spelledOut,
  unsigned,
  type StateView,
  type TableOf,
  type TableRef,
} from './view-text.ts';
import { unitOfAll, withoutUnit, withUnit, type HeadingUnit } from './view-units.ts';
import { textCell, widestTail, type FigureCell } from './view-workforce.ts';

export interface PlanView {
  /** The target's. */
  readonly id: string;
  /** The table's number, and what a link to it leads to. */
  readonly table: TableRef;
  /** The target: `Agency workers at most 10% of social workers in post`. */
  readonly label: string;
  /** Null where nothing of the plan is measured yet. */
  readonly chart: TimeChart | null;
  /** How plan and actual are aligned on the decimal point. */
  readonly tail: string;
  /** The headings of its figures, each with their unit: `Plan, %`. */
  readonly columns: {
    /** `Plan, %`. */
    readonly plan: string;
    /** `Actual, %`. */
    readonly actual: string;
    /** `Actual minus plan, pp`. */
    readonly difference: string;
  };
  /** A row for each period of the plan. */
  readonly rows: readonly PlanRowView[];
  /** What is needed, at what pace it goes, and when the plan is met at that pace. */
  readonly outlook: readonly string[];
  /** Whether differences are in percentage points. */
  readonly inPoints: boolean;
}

export interface PlanRowView {
  /** The period: `Mar 2024`. */
  readonly period: string;
  /** What was planned for it. */
  readonly plan: FigureCell;
  /** What was measured in it. */
  readonly actual: FigureCell;
  /** Actual minus plan. */
  readonly difference: string;
  /** `Met`, `Behind plan`, `To come` or `Not known`. */
  readonly state: StateView;
}

const STATES: Readonly<Record<PlanRow['state'], StateView>> = {
  met: { sign: 'tick', tone: 'good', text: 'Met' },
  behind: { sign: 'alert', tone: 'attention', text: 'Behind plan' },
  ahead_of_us: { sign: 'open', tone: 'plain', text: 'To come' },
  unknown: { sign: 'dash', tone: 'plain', text: 'Not known' },
};

type Planned = TargetProgress & Required<Pick<TargetProgress, 'plan'>>;

/** Returns the plans of the targets that have one, in the report's order. */
export function planViews(report: Report, tableOf: TableOf = NO_TABLE): PlanView[] {
  return report.targets.filter(isPlanned).map((target, index) => {
    const table = tableOf('plan', target.id);
    const units = unitsOf(report, target.plan);
    const rows = target.plan.map((row) => rowView(report, row, units));
    return {
      id: target.id,
      table,
      label: target.label,
      chart: planChart(report, target, `chart-plan-${index + 1}`, table),
      tail: widestTail(rows.flatMap((row) => [row.plan, row.actual])),
      columns: {
        plan: withUnit('Plan', units.level),
        actual: withUnit('Actual', units.level),
        difference: withUnit('Actual minus plan', units.difference),
      },
      rows,
      outlook: outlook(target),
      inPoints: figureOf(report, target.figure)?.unit === 'share',
    };
  });
}

function isPlanned(target: TargetProgress): target is Planned {
  return target.plan !== undefined && target.plan.length > 0;
}

interface PlanUnits {
  readonly level: HeadingUnit;
  readonly difference: HeadingUnit;
}

/** Returns the units of plan and actual, which are compared with each other and so have one, and of their difference. */
function unitsOf(report: Report, rows: readonly PlanRow[]): PlanUnits {
  const actual = rows.flatMap((row) => figureOf(report, row.figure)?.text ?? []);
  return {
    level: unitOfAll([...rows.map((row) => row.planText), ...actual]),
    difference: unitOfAll(rows.flatMap((row) => row.differenceText ?? [])),
  };
}

function rowView(report: Report, row: PlanRow, units: PlanUnits): PlanRowView {
  return {
    period: periodInColumn(row.period),
    plan: textCell(row.planText, units.level),
    actual: textCell(figureOf(report, row.figure)?.text ?? '–', units.level),
    difference: withoutUnit(row.differenceText ?? '–', units.difference),
    state: STATES[row.state],
  };
}

function planChart(report: Report, target: Planned, id: string, table: TableRef): TimeChart | null {
  const measured = target.plan.flatMap((row) => {
    const figure = figureOf(report, row.figure);
    return figure && figure.result.kind !== 'missing' ? [{ row, figure }] : [];
  });
  const latest = measured.at(-1);
  if (!latest) return null;
  const planned = target.plan.map((row): ChartPoint => ({
    period: row.period,
    value: Number(row.planDecimal),
    text: row.planText,
  }));
  const points = measured.map(({ row, figure }) => ({ ...chartPoint(figure), period: row.period }));
  const series: ChartSeries[] = [
    { label: latest.figure.label, kind: 'actual', tone: 'first', points },
    { label: 'Plan', kind: 'plan', tone: 'first', points: planned },
  ];
  const { unit, basis } = latest.figure;
  const axis = valueAxis(valuesOf(series), unit, true, unit === 'count' ? sentence(formatBasis(basis)) : '');
  return {
    id,
    title: planFinding(latest.row, latest.figure, target),
    description: `${target.plan.map((row) => rowText(report, row)).join('; ')}.`,
    unit,
    size: 'full',
    short: false,
    series,
    target: null,
    lines: [],
    signals: [],
    axis,
    notes: [
      ...scaleNote(axis),
      ...(hasGap(points) ? ['Dashed: between dates of the plan.'] : []),
      `Source: ${report.organisation}.`,
    ],
    table,
  };
}

/** Returns where the latest figure stands against its plan: `Permanent 122 in Q2 2024/25: 7 below the plan of 129`. */
function planFinding(row: PlanRow, figure: Figure, { direction, plan }: Planned): string {
  const now = `${labelOfGroup(figure)} ${figure.text} in ${periodInFull(row.period)}`;
  const distance = spelledOut(unsigned(row.differenceText ?? ''));
  const last = plan.at(-1);
  switch (row.state) {
    case 'met':
      return `${now}: the plan of ${row.planText} is met${row === last ? '' : `, on the way to ${last?.planText ?? ''}`}`;
    case 'behind':
      return distance === ''
        ? `${now}: behind the plan of ${row.planText}`
        : `${now}: ${distance} ${direction === 'higher' ? 'below' : 'above'} the plan of ${row.planText}`;
    case 'ahead_of_us':
    case 'unknown':
      return `${now}; the plan is ${row.planText}`;
  }
}

function rowText(report: Report, row: PlanRow): string {
  const figure = figureOf(report, row.figure);
  const actual = figure ? `, actual ${figure.text}, ${midSentence(STATES[row.state].text)}` : '';
  return `${periodInFull(row.period)}: plan ${row.planText}${actual}`;
}

function outlook({ plan, path, metAt, notMet, by, state }: Planned): string[] {
  if (path === undefined || state === 'achieved' || state === 'missed') return [];
  const level = plan.at(-1)?.planText ?? '';
  const needed = `Needed from here: ${spelledOut(path.requiredText)}, to reach ${level} by ${periodInFull(by)}.`;
  const people =
    path.requiredPeopleText === undefined
      ? []
      : [`That is about ${path.requiredPeopleText} ${path.requiredPeopleOf ?? ''} a month.`];
  const since = path.paceFrom ? ` since ${periodInFull(path.paceFrom)}` : '';
  const pace = path.paceText === undefined ? [] : [`The pace${since}: ${spelledOut(path.paceText)}.`];
  const arrival = metAt ? [arrivalText(level, metAt, by)] : notMet ? [NOT_MET[notMet](level)] : [];
  return [needed, ...people, ...pace, ...arrival];
}

const NOT_MET: Readonly<Record<NonNullable<TargetProgress['notMet']>, (level: string) => string>> = {
  no_pace: () => 'No pace is known: the latest figure has none directly before it.',
  level: (level) => `At that pace ${level} is not reached: the figures stand still.`,
  away: (level) => `At that pace ${level} is not reached: the figures move away from it.`,
  far: (level) => `At that pace ${level} is more than 20 years off.`,
};

function arrivalText(level: string, metAt: PeriodRef, by: Planned['by']): string {
  const when = metAt.end <= by.end ? 'in time' : `after its date, ${periodInFull(by)}`;
  return `At that pace ${level} is reached in ${periodInFull(metAt)}, ${when}.`;
}
