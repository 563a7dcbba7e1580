import { groupBy } from '../model/group-by.ts';
import { markerMeaning } from '../model/marker-words.ts';
import { formatList, midSentence } from './format.ts';
import type { BenchmarkComparison, Figure, Report } from './report.ts';
import {
  numberOf,
  figureOf,
  NO_TABLE,
  periodInFull,
  sentence,
  type TableOf,
  type TableRef,
} from './view-text.ts';
import { unitOfAll, withoutUnit, withUnit, type HeadingUnit } from './view-units.ts';
import { textCell, widestTail, type FigureCell } from './view-workforce.ts';

export interface BenchmarkView {
  /** Of the chart: `chart-benchmark-1`. */
  readonly id: string;
  /** The table's number, and what a link to it leads to. */
  readonly table: TableRef;
  /** What is compared. */
  readonly label: string;
  /** A bar for each place. */
  readonly chart: BenchmarkChart;
  /** Names the class that aligns the figures on the decimal point: `2p`. */
  readonly tail: string;
  /** The headings of its figures, each with their unit. */
  readonly columns: {
    /** `Figure, %`. */
    readonly figure: string;
    /** `Council minus place, pp`. */
    readonly difference: string;
  };
  /** The council's figure, then those of the others, a row each. */
  readonly rows: readonly BenchmarkRow[];
  /** Why the paper's own figure is not the one compared; empty where it is. */
  readonly notCompared: string;
  /** Why the figures may not be alike, a sentence each. */
  readonly cautions: readonly string[];
  /** Where the figures of the others are from: `Source: …`. */
  readonly source: string;
  /** Whether differences are in percentage points. */
  readonly inPoints: boolean;
}

export interface BenchmarkRow {
  /** The council's own figure, in this report. */
  readonly own: boolean;
  /** Whose figure it is: `England`. */
  readonly place: string;
  /** `region`, `England`, `authority`. */
  readonly level: string;
  /** Of which period: `Sep 2023`. */
  readonly period: string;
  /** The figure. */
  readonly cell: FigureCell;
  /** The council's figure minus this one. */
  readonly difference: string;
}

/** Bars by place, from data alone. */
export interface BenchmarkChart {
  readonly id: string;
  /** States the finding. */
  readonly title: string;
  readonly description: string;
  readonly bars: readonly BenchmarkBar[];
}

export interface BenchmarkBar {
  readonly label: string;
  readonly text: string;
  /** Null for a marker: then there is only the text. */
  readonly value: number | null;
  readonly kind: 'own' | 'authority' | 'region' | 'england' | 'other';
}

type Row = BenchmarkComparison['rows'][number];

/** The council's like first, then ever larger wholes. */
const ORDER: readonly Row['level'][] = ['authority', 'other', 'region', 'england'];
const LEVELS: Readonly<Record<Row['level'], string>> = {
  authority: 'local authority',
  other: 'other',
  region: 'region',
  england: 'country',
};

/** Returns the report's comparisons with others, in its order. */
export function benchmarksView(report: Report, tableOf: TableOf = NO_TABLE): BenchmarkView[] {
  return report.benchmarks.flatMap((one, index) => {
    const own = figureOf(report, one.own);
    if (!own) return [];
    return [
      benchmarkView(report, one, own, `chart-benchmark-${index + 1}`, tableOf('benchmark', `${index}`)),
    ];
  });
}

function benchmarkView(
  report: Report,
  comparison: BenchmarkComparison,
  own: Figure,
  id: string,
  table: TableRef,
): BenchmarkView {
  const others = ordered(comparison.rows);
  const unit = unitOfAll([own.text, ...others.map((row) => row.text)]);
  const apart = unitOfAll(others.flatMap((row) => row.differenceText ?? []));
  const rows = [ownRow(report, own, unit), ...others.map((row) => rowView(row, unit, apart))];
  return {
    id,
    table,
    label: comparison.label,
    chart: benchmarkChart(report, comparison, own, id),
    tail: widestTail(rows.map((row) => row.cell)),
    columns: { figure: withUnit('Figure', unit), difference: withUnit('Council minus place', apart) },
    rows,
    notCompared: notComparedText(report, comparison, own),
    cautions: [
      ...comparison.cautions.map((caution) => closed(sentence(caution))),
      ...markerNotes(comparison.rows),
    ],
    inPoints: own.unit === 'share',
    source: `Source: ${formatList([...new Set(comparison.rows.map((row) => row.source))])}.`,
  };
}

function ordered(rows: readonly Row[]): Row[] {
  return [...rows].sort((a, b) => ORDER.indexOf(a.level) - ORDER.indexOf(b.level));
}

function ownRow({ organisation }: Report, own: Figure, unit: HeadingUnit): BenchmarkRow {
  return {
    own: true,
    place: organisation,
    level: 'this report',
    period: own.period.label,
    cell: textCell(own.text, unit),
    difference: '–',
  };
}

function rowView(
  { place, level, period, text, differenceText }: Row,
  unit: HeadingUnit,
  apart: HeadingUnit,
): BenchmarkRow {
  return {
    own: false,
    place,
    level: LEVELS[level],
    period,
    cell: textCell(text, unit),
    difference: withoutUnit(differenceText ?? '–', apart),
  };
}

function notComparedText(report: Report, { notCompared, label }: BenchmarkComparison, own: Figure): string {
  const figure = figureOf(report, notCompared?.figure);
  if (!notCompared || !figure) return '';
  return `${figure.label}, ${figure.text}, is not compared: ${closed(midSentence(notCompared.because))} Like for like, ${midSentence(label)} is ${own.text}.`;
}

/** Returns what the markers in these rows stand for: `x: not available.` */
function markerNotes(rows: readonly Row[]): string[] {
  return [...new Set(rows.map(({ text }) => text))].flatMap((text) => {
    const meaning = markerMeaning(text);
    return meaning === text ? [] : [`${text}: ${meaning}.`];
  });
}

/** Returns the sentence with its full stop. */
function closed(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

function benchmarkChart(
  report: Report,
  { label, rows }: BenchmarkComparison,
  own: Figure,
  id: string,
): BenchmarkChart {
  const latest = latestRows(rows);
  const ownBar: BenchmarkBar = {
    label: `${report.organisation}, ${own.period.label}`,
    text: own.text,
    value: numberOf(own),
    kind: 'own',
  };
  const bars = [ownBar, ...latest.map(barOf)];
  return {
    id,
    title: findingText(label, own, latest),
    description: `${label}: ${bars.map((bar) => `${bar.label}: ${bar.text}`).join('; ')}.`,
    bars,
  };
}

/** Returns the newest row of each place: rows of a place are in the order of their periods. */
function latestRows(rows: readonly Row[]): Row[] {
  return [...groupBy(ordered(rows), (row) => `${row.level} ${row.place}`)].flatMap(
    ([, members]) => members.at(-1) ?? [],
  );
}

function barOf({ place, period, text, decimal, level }: Row): BenchmarkBar {
  return {
    label: `${place}, ${period}`,
    text: markerMeaning(text),
    value: decimal === undefined ? null : Number(decimal),
    kind: level,
  };
}

type Known = Row & Required<Pick<Row, 'decimal'>>;

function isKnown(row: Row): row is Known {
  return row.decimal !== undefined;
}

/** Returns the rows that a title names: the wholes that the council is part of, else what is no authority. */
function comparable(latest: readonly Row[]): Known[] {
  const known = latest.filter(isKnown);
  const wholes = known.filter((row) => row.level === 'england' || row.level === 'region');
  return wholes.length > 0 ? wholes : known.filter((row) => row.level === 'other');
}

/** Returns the council's figure against the wholes that it is part of, each with its figure, or which of them have none. */
function findingText(label: string, own: Figure, latest: readonly Row[]): string {
  const value = numberOf(own);
  const now = `${label} ${own.text} in ${periodInFull(own.period)}`;
  const wholes = comparable(latest);
  const parts = (['above', 'level with', 'below'] as const).flatMap((word) => {
    const places = wholes.filter((row) => value !== null && wordOf(own.text, value, row) === word);
    return places.length === 0
      ? []
      : [`${word} ${formatList(places.map((row) => `${row.place} (${row.text})`))}`];
  });
  if (parts.length > 0) return `${now}: ${formatList(parts)}`;
  const withheld = latest.filter(
    (row) => !isKnown(row) && (row.level === 'england' || row.level === 'region'),
  );
  return withheld.length === 0
    ? now
    : `${now}; no figure is available for ${formatList(withheld.map(({ place }) => place))}`;
}

function wordOf(ownText: string, value: number, { decimal, text }: Known): 'above' | 'level with' | 'below' {
  // Two figures that print alike are not told apart.
  if (text === ownText) return 'level with';
  return value > Number(decimal) ? 'above' : 'below';
}
