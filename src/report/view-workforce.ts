import type { ChartPoint } from './chart-series.ts';
import { formatBasis } from './format.ts';
import type { Figure, PeriodRef, Report } from './report.ts';
import { textWidth } from './text-width.ts';
import { bridgeTable, type BridgeTable } from './view-bridge.ts';
import { workforceChart, type TimeChart } from './view-charts.ts';
import { movementViews, type MovementView } from './view-movements.ts';
import { markOf, noteViews, type NoteView } from './view-marks.ts';
import { unitOfAll, withoutUnit, withUnit, type HeadingUnit } from './view-units.ts';
import { figureOf, markdownText, sentence, type MarkdownText, type TableRef } from './view-text.ts';

export interface WorkforceView {
  /** What the table counts: `Headcount of children and family social workers`. */
  readonly caption: string;
  /** The headings of its columns: `Feb 2021`. */
  readonly periods: readonly string[];
  /** The rows, in groups: permanent, agency, vacancies. */
  readonly groups: readonly WorkforceGroup[];
  /** The table as it is printed: in one piece, or in several, one below the other, of as many periods as a page holds. */
  readonly pieces: readonly WorkforcePiece[];
  /** How the cells of the table are aligned on the decimal point. */
  readonly tail: string;
  /** How closely its columns stand: more periods than fit at full size are set smaller. */
  readonly density: 'normal' | 'dense' | 'packed';
  /** Staff over time; nothing where there are too few figures for a chart. */
  readonly chart: TimeChart | null;
  /** What the council says about the figures. */
  readonly commentary: MarkdownText | null;
  /** The notes that the marks of this paper's figures lead to. */
  readonly notes: readonly NoteView[];
  /** The movement of permanent staff; null where no two periods can be compared. */
  readonly bridge: BridgeTable | null;
  /** The reasons that were recorded for movements. */
  readonly movements: readonly MovementView[];
  /** The values behind the chart, for the appendix. */
  readonly series: SeriesTable | null;
}

export interface WorkforcePiece {
  /** Whether it is the first piece; the caption of the others ends with `continued`. */
  readonly first: boolean;
  /** The headings of this piece's columns: `Feb 2021`. */
  readonly periods: readonly string[];
  /** The rows, in groups, with the cells of this piece alone. */
  readonly groups: readonly WorkforceGroup[];
}

export interface WorkforceGroup {
  /** The group: `Permanent`. */
  readonly label: string;
  /** How many rows its heading spans. */
  readonly span: string;
  /** The measures of the group, a row each. */
  readonly rows: readonly WorkforceRow[];
}

export interface WorkforceRow {
  /** Whether it is the first of its group, which has the group's heading. */
  readonly first: boolean;
  /** The measure: `Permanent social workers`. */
  readonly label: string;
  /** A figure for each period. */
  readonly cells: readonly FigureCell[];
}

/** A figure in a table. `tail` says how much of it stands right of the units, so that decimal points line up. */
export interface FigureCell {
  /** The figure as it is printed: `21.08%`; `–` where there is none. */
  readonly text: string;
  /** The unit that its heading says in its place: `%`; empty where it says its own, or has none. */
  readonly unit: HeadingUnit;
  /** Names the class that aligns it on the decimal point: `2p` for `21.08%`, `0` for `193`. */
  readonly tail: string;
  /** The marks of its notes: `*`; empty where it has none. */
  readonly mark: string;
  /** The link to the first of these notes: `#note-1`; empty where the page does not print it. */
  readonly noteHref: string;
}

/** The values behind a chart over time: a row a period, a column a series. */
export interface SeriesTable {
  /** The headings: what the chart shows: `Permanent social workers`. */
  readonly columns: readonly string[];
  /** Names the class that aligns all cells on the decimal point: `2p`. */
  readonly tail: string;
  /** A row for each period, oldest first. */
  readonly rows: readonly {
    /** The period: `Feb 2021`. */
    readonly period: string;
    /** A figure for each column. */
    readonly cells: readonly FigureCell[];
  }[];
}

export function workforceView(report: Report, chartTable: TableRef): WorkforceView {
  const { workforce } = report;
  const notes = noteViews(report);
  const groups = workforce.groups.map((group) => ({
    label: group.label,
    span: `${group.rows.length}`,
    rows: group.rows.map((row, index) => {
      const figures = row.figures.map((id) => figureOf(report, id));
      const unit = unitOfAll(figures.map(textOf));
      return {
        first: index === 0,
        label: withUnit(row.label, unit),
        cells: figures.map((figure) => figureCell(figure, notes, unit)),
      };
    }),
  }));
  const pieces = piecesOf(
    workforce.periods.map((period) => period.label),
    groups,
  );
  const chart = workforceChart(report, chartTable);
  return {
    caption: `${sentence(formatBasis(workforce.basis))} of ${workforce.population}`,
    periods: workforce.periods.map((period) => period.label),
    groups,
    pieces,
    tail: widestTail(groups.flatMap((group) => group.rows.flatMap((row) => row.cells))),
    density: densityOf(pieces[0]?.periods.length ?? 0),
    chart,
    commentary: workforce.commentary === undefined ? null : markdownText(workforce.commentary, 3),
    notes,
    bridge: workforce.bridges.length === 0 ? null : bridgeTable(report),
    movements: movementViews(report),
    series: chart ? seriesTable(chart.series.map((one) => [one.label, one.points])) : null,
  };
}

const DENSE_PERIODS = 7;
const PACKED_PERIODS = 10;

function densityOf(periods: number): WorkforceView['density'] {
  if (periods >= PACKED_PERIODS) return 'packed';
  return periods >= DENSE_PERIODS ? 'dense' : 'normal';
}

/** The periods that are set side by side at most, the room for their figures in points, and what of it is kept free. */
const MOST_PERIODS = 13;
const ROOM = 370;
const SIZE = 8.5;
const APART = 2.5;

/** Returns how many columns of figures as wide as the widest stand side by side on a page, at the least size of type. */
function mostPeriods(groups: readonly WorkforceGroup[]): number {
  const texts = groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells.map((cell) => cell.text)));
  const widest = Math.max(1, ...texts.map((text) => textWidth(text, SIZE) + APART));
  return Math.max(1, Math.min(MOST_PERIODS, Math.floor(ROOM / widest)));
}

/** Returns the table in pieces of about the same number of periods, oldest first; none where it has no row. */
function piecesOf(periods: readonly string[], groups: readonly WorkforceGroup[]): WorkforcePiece[] {
  if (groups.length === 0) return [];
  const count = Math.max(1, Math.ceil(periods.length / mostPeriods(groups)));
  const size = Math.ceil(periods.length / count);
  return Array.from({ length: count }, (_, at) => {
    const [from, to] = [at * size, (at + 1) * size];
    return {
      first: at === 0,
      periods: periods.slice(from, to),
      groups: groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({ ...row, cells: row.cells.slice(from, to) })),
      })),
    };
  });
}

type Points = readonly ChartPoint[];

/** Returns the table behind a chart: every period that any of its series has, oldest first. */
export function seriesTable(series: readonly (readonly [label: string, points: Points])[]): SeriesTable {
  const periods = new Map<string, PeriodRef>();
  for (const [, points] of series) for (const point of points) periods.set(point.period.key, point.period);
  const units = series.map(([, points]) => unitOfAll(points.map((point) => point.text)));
  const rows = [...periods.values()].sort(byEnd).map((period) => ({
    period: period.label,
    cells: series.map(([, points], at) => {
      const text = points.find((point) => point.period.key === period.key)?.text ?? '–';
      return textCell(text, units[at]);
    }),
  }));
  return {
    columns: series.map(([label], at) => withUnit(label, units[at] ?? '')),
    tail: widestTail(rows.flatMap((row) => row.cells)),
    rows,
  };
}

function byEnd(a: PeriodRef, b: PeriodRef): number {
  return a.end < b.end ? -1 : a.end > b.end ? 1 : 0;
}

/** Returns a figure as a cell, without the unit that its heading has: its text, its place on the decimal point, its mark. */
export function figureCell(
  figure: Figure | undefined,
  notes: readonly NoteView[],
  unit: HeadingUnit = '',
): FigureCell {
  return { ...textCell(textOf(figure), unit), ...markOf(figure, notes) };
}

function textOf(figure: Figure | undefined): string {
  return figure?.text ?? '–';
}

/** Returns a text as a cell without a mark, and without the unit that its heading has. */
export function textCell(figure: string, unit: HeadingUnit = ''): FigureCell {
  const text = withoutUnit(figure, unit);
  return { text, unit: text === figure ? '' : unit, tail: tailOf(text), mark: '', noteHref: '' };
}

/** The most decimals that the style sheet can align. */
const MOST_DECIMALS = 4;

/** Returns the class for what stands right of the units: `2p` for `21.08%`, `2` for `£1.50`, `0` for `193` and for a marker. */
export function tailOf(text: string): string {
  const match = /^[-+−]?£?[\d,]+(?:\.(\d+))?(%?)/.exec(text);
  const decimals = Math.min(match?.[1]?.length ?? 0, MOST_DECIMALS);
  return `${decimals}${match?.[2] === '%' ? 'p' : ''}`;
}

/** Returns the widest tail of the cells: the room that every cell of the column leaves. */
export function widestTail(cells: readonly FigureCell[]): string {
  const width = (tail: string): number => Number(tail.charAt(0)) * 2 + (tail.endsWith('p') ? 3 : 0);
  return cells.reduce((widest, cell) => (width(cell.tail) > width(widest) ? cell.tail : widest), '0');
}
