import { groupBy } from '../model/group-by.ts';
import { midSentence } from './format.ts';
import type { Figure, IndicatorRow, Report } from './report.ts';
import { chartPoint, sparklineOf, type Sparkline } from './view-charts.ts';
import { markOf, noteViews, type MarkView, type NoteView } from './view-marks.ts';
import {
  figureOf,
  NO_TABLE,
  periodInColumn,
  type StateView,
  type TableOf,
  type TableRef,
} from './view-text.ts';

export interface IndicatorsView {
  /** The table's number, and what a link to it leads to. */
  readonly table: TableRef;
  /** A row for each indicator, and for each of its groups. */
  readonly rows: readonly IndicatorView[];
  /** Whether any of them has parts, a level, a course: a column that none fills is left out. */
  readonly hasParts: boolean;
  /** Whether any of them has a level; a column that none fills is left out. */
  readonly hasLevels: boolean;
  /** Whether any of them has a course over time to draw. */
  readonly hasCourses: boolean;
  /** Whether any change or gap is in percentage points. */
  readonly inPoints: boolean;
}

export interface IndicatorView {
  /** An indicator, or one of the groups within the indicator above it. */
  readonly kind: 'whole' | 'part';
  /** What is measured: `Visits on time`; of a part, the group: `Team A`. */
  readonly label: string;
  /** `–` where only the groups have figures. */
  readonly value: string;
  /** The marks of the figure's notes. */
  readonly mark: MarkView;
  /** The period of the figure: `Feb 2021`. */
  readonly period: string;
  /** `+1.0 pp since Dec 2025`; empty without an earlier figure. */
  readonly change: string;
  /** `98 of 100`; empty for an indicator without parts. */
  readonly parts: string;
  /** What these are: `visits made of visits due`. */
  readonly partsOf: string;
  /** `at most 18`; empty where it has no level. */
  readonly level: string;
  /** `target`, `amber to 20`. */
  readonly levelNote: string;
  /** How far it is from its level: `2.0 pp below target`; empty where it has no level. */
  readonly gap: string;
  /** The RAG of its level; nothing where it has none. */
  readonly rag: StateView | null;
  /** Its course over time, small. */
  readonly spark: Sparkline | null;
}

type Limit = NonNullable<IndicatorRow['limit']>;

const RAGS: Readonly<Record<Limit['rag'], StateView>> = {
  green: { sign: 'tick', tone: 'good', text: 'Green' },
  amber: { sign: 'alert', tone: 'attention', text: 'Amber' },
  red: { sign: 'cross', tone: 'bad', text: 'Red' },
};

const KINDS: Readonly<Record<Limit['kind'], string>> = { target: 'target', cap: 'cap', floor: 'floor' };

/** Returns the report's indicators, the groups of each below it; null where there are none. */
export function indicatorsView(report: Report, tableOf: TableOf = NO_TABLE): IndicatorsView | null {
  if (report.indicators.length === 0) return null;
  const notes = noteViews(report);
  const rows = [...groupBy(report.indicators, (row) => row.indicator)].flatMap(([, members]) => {
    const whole = members.filter((row) => groupText(row) === '');
    const parts = members.filter((row) => groupText(row) !== '');
    const heading = whole.length === 0 ? members.slice(0, 1).map((row) => headingView(row.label)) : [];
    return [
      ...heading,
      ...whole.map((row) => rowView(report, row, notes)),
      ...parts.map((row) => rowView(report, row, notes)),
    ];
  });
  const inPoints = rows.some(({ change, gap }) => /\bpp\b/.test(`${change} ${gap}`));
  return {
    table: tableOf('indicators', ''),
    rows,
    hasParts: rows.some((row) => row.parts !== ''),
    hasLevels: rows.some((row) => row.level !== ''),
    hasCourses: rows.some((row) => row.spark !== null),
    inPoints,
  };
}

function groupText({ group }: IndicatorRow): string {
  return Object.values(group).join(', ');
}

function headingView(label: string): IndicatorView {
  return {
    kind: 'whole',
    label,
    value: '',
    mark: { mark: '', noteHref: '' },
    period: '',
    change: '',
    parts: '',
    partsOf: '',
    level: '',
    levelNote: '',
    gap: '',
    rag: null,
    spark: null,
  };
}

function rowView(report: Report, row: IndicatorRow, notes: readonly NoteView[]): IndicatorView {
  const figure = figureOf(report, row.figure);
  const points = row.series.flatMap((id) => figureOf(report, id) ?? []).map(chartPoint);
  return {
    kind: groupText(row) === '' ? 'whole' : 'part',
    label: groupText(row) || row.label,
    value: figure?.text ?? '–',
    mark: markOf(figure, notes),
    period: figure ? periodInColumn(figure.period) : '',
    change: changeText(figure),
    ...partsTexts(report, row),
    ...limitTexts(row.limit),
    spark: sparklineOf(`${row.label}${groupText(row) && `, ${groupText(row)}`}`, points, row.limit ?? null),
  };
}

function changeText(figure: Figure | undefined): string {
  const change = figure?.change;
  return change ? `${change.text} since ${periodInColumn(change.from)}` : '';
}

function partsTexts(
  report: Report,
  { numerator, denominator }: IndicatorRow,
): Pick<IndicatorView, 'parts' | 'partsOf'> {
  const above = figureOf(report, numerator?.figure);
  const below = figureOf(report, denominator?.figure);
  if (!numerator || !denominator || !above || !below) return { parts: '', partsOf: '' };
  return {
    parts: `${above.text} of ${below.text}`,
    partsOf: `${numerator.label} of ${midSentence(denominator.label)}`,
  };
}

function limitTexts(limit: Limit | undefined): Pick<IndicatorView, 'level' | 'levelNote' | 'gap' | 'rag'> {
  if (limit === undefined) return { level: '', levelNote: '', gap: '', rag: null };
  const { kind, text, amberText, gapText, rag } = limit;
  const note = amberText === undefined ? KINDS[kind] : `${KINDS[kind]}, ${amberText}`;
  return { level: text, levelNote: note, gap: gapText, rag: RAGS[rag] };
}
