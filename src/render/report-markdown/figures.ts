import type { BenchmarkView } from '../../report/view-benchmarks.ts';
import type { FigureTableView } from '../../report/view-figure-tables.ts';
import type { IndicatorsView } from '../../report/view-indicators.ts';
import type { NoteView } from '../../report/view-marks.ts';
import type { PlanView } from '../../report/view-plan.ts';
import type { TableRef } from '../../report/view-text.ts';
import type { SeriesTable } from '../../report/view-workforce.ts';
import type { ReportView } from '../../report/view.ts';
import { figures, list, table, words } from './blocks.ts';
import { benchmarkChart, timeChart } from './charts.ts';
import { bold, marked, plain, spaced, stacked, state } from './inline.ts';
import type { Writing } from './writing.ts';

const POINTS = 'pp: percentage points.';

/** Returns the workforce's table, its chart and the movement of permanent staff. */
export function workforceBlocks({ workforce, tables }: ReportView, writing: Writing): string[] {
  const { caption, periods, groups, notes, chart, commentary, bridge, movements } = workforce;
  return [
    ...(groups.length === 0
      ? []
      : [
          table({
            number: tables.workforce.number,
            caption,
            columns: [words('Group'), words('Measure'), ...periods.map(figures)],
            rows: groups.flatMap(({ label, rows }) =>
              rows.map((row) => [row.first ? bold(label) : '', plain(row.label), ...row.cells.map(marked)]),
            ),
          }),
        ]),
    ...(notes.length === 0 ? [] : noteBlocks(notes, writing)),
    ...(chart === null ? [] : timeChart(chart, writing)),
    ...writing.blocks(commentary),
    ...(bridge === null ? [] : bridgeBlocks(bridge, tables.bridge, writing)),
    ...(movements.length === 0
      ? []
      : [
          writing.heading(3, 'Reasons recorded for movements'),
          list(
            movements.map(({ what, amount, reason }) => [
              spaced(bold(what), amount === '' ? '' : plain(`(${amount})`)),
              ...writing.blocks(reason),
            ]),
          ),
        ]),
  ];
}

/** Returns the notes to figures, each with its mark. */
export function noteBlocks(notes: readonly NoteView[], writing: Writing): string[] {
  return [
    writing.heading(3, 'Notes to figures'),
    list(notes.map(({ mark, text }) => writing.led(bold(mark), text))),
  ];
}

function bridgeBlocks(
  { flows, reading, rows }: NonNullable<ReportView['workforce']['bridge']>,
  { number }: TableRef,
  writing: Writing,
): string[] {
  return [
    writing.heading(3, 'Movement of permanent staff'),
    plain(reading),
    table({
      number,
      caption: 'Permanent staff from one period to the next',
      columns: [words('Period'), ...['Opening', ...flows, '= Expected', 'Now', 'Left over'].map(figures)],
      rows: rows.map((row) => [
        plain(`${row.from} to ${row.to}`),
        ...[row.opening, ...row.flows, row.expected, row.closing].map(plain),
        stacked(
          row.explained ? plain(row.unexplained) : bold(row.unexplained),
          row.reasoned ? 'reason below' : '',
        ),
      ]),
    }),
  ];
}

/** Returns a table of figures in one piece: the page parts a wide one, since a sheet has an edge. */
export function figureTableBlocks(view: FigureTableView, writing: Writing): string[] {
  const { table: ref, title, scope, stub, columns, rows, note } = view;
  return [
    table({
      number: ref.number,
      caption: title,
      scope,
      columns: [
        words(stub),
        ...columns.map(({ label, unit }) => ({
          title: stacked(plain(label), plain(unit)),
          isNumeric: true,
        })),
      ],
      rows: rows.map(({ label, unit, total, cells }) => {
        const texts = cells.map((cell) => spaced(marked(cell), plain(cell.bracket)));
        return [
          stacked(total ? bold(label) : plain(label), plain(unit)),
          ...texts.map((text) => (total && text !== '' ? `**${text}**` : text)),
        ];
      }),
    }),
    ...writing.blocks(note),
  ];
}

/** Returns the values behind a chart. */
export function seriesTable(
  { columns, rows }: SeriesTable,
  head: { readonly number: string; readonly caption: string; readonly scope?: string },
): string {
  return table({
    ...head,
    columns: [words('Period'), ...columns.map(figures)],
    rows: rows.map(({ period, cells }) => [plain(period), ...cells.map(marked)]),
  });
}

/** Returns the indicators; a column that none of them fills is left out. */
export function indicatorBlocks(view: IndicatorsView | null): string[] {
  if (view === null) return [];
  const { table: ref, rows, hasParts, hasLevels, inPoints } = view;
  return [
    table({
      number: ref.number,
      caption: hasLevels ? 'Indicators against their levels' : 'Indicators',
      columns: [
        words('Indicator'),
        figures('Latest'),
        ...(hasParts ? [words('Numbers')] : []),
        ...(hasLevels ? ['Level', 'Gap', 'RAG'].map(words) : []),
      ],
      rows: rows.map((row) => [
        row.kind === 'whole' ? bold(row.label) : plain(row.label),
        stacked(marked({ text: row.value, mark: row.mark.mark }), plain(row.period), plain(row.change)),
        ...(hasParts ? [stacked(plain(row.parts), plain(row.partsOf))] : []),
        ...(hasLevels
          ? [
              stacked(plain(row.level), plain(row.levelNote)),
              plain(row.gap),
              row.rag === null ? '' : state(row.rag),
            ]
          : []),
      ]),
    }),
    plain(spaced(hasLevels ? 'Levels are judged on the unrounded figures.' : '', inPoints ? POINTS : '')),
  ];
}

/** Returns one comparison with others. */
export function benchmarkBlocks(view: BenchmarkView): string[] {
  const { table: ref, label, chart, columns, rows, notCompared, cautions, source, inPoints } = view;
  return [
    ...benchmarkChart(chart),
    plain(notCompared),
    table({
      number: ref.number,
      caption: `${label}, this council and others`,
      columns: [
        ...['Place', 'Kind', 'Period'].map(words),
        ...[columns.figure, columns.difference].map(figures),
      ],
      rows: rows.map(({ own, place, level, period, cell, difference }) => [
        own ? bold(place) : plain(place),
        plain(level),
        plain(period),
        marked(cell),
        plain(difference),
      ]),
    }),
    list(cautions.map((one) => [plain(one)])),
    plain(spaced(source, inPoints ? POINTS : '')),
  ];
}

/** Returns the targets with their chart, and the plan of each that has one. */
export function targetBlocks(view: ReportView, writing: Writing): string[] {
  const { targets, targetChart, targetNotes, plans, tables } = view;
  return [
    ...(targetChart === null ? [] : timeChart(targetChart, writing)),
    table({
      number: tables.targets.number,
      caption: 'Targets, the way left and the pace',
      columns: [
        words('Target'),
        figures('Level'),
        words('By'),
        ...['Now', 'Gap', 'Needed a month', 'Pace a month'].map(figures),
        words('State'),
      ],
      rows: targets.map((one) => [
        plain(one.label),
        plain(one.target),
        plain(one.by),
        stacked(plain(one.now), plain(one.nowPeriod)),
        plain(one.gap),
        plain(one.required),
        plain(one.pace),
        state(one.state),
      ]),
    }),
    ...targetNotes.map(plain),
    `${POINTS} Targets are judged on the unrounded figures.`,
    ...plans.flatMap((one) => planBlocks(one, writing)),
  ];
}

function planBlocks(
  { table: ref, label, chart, columns, rows, outlook, inPoints }: PlanView,
  writing: Writing,
): string[] {
  return [
    ...(chart === null ? [] : timeChart(chart, writing)),
    table({
      number: ref.number,
      caption: `${label}: plan and actual`,
      columns: [
        words('Period'),
        ...[columns.plan, columns.actual, columns.difference].map(figures),
        words('State'),
      ],
      rows: rows.map((row) => [
        plain(row.period),
        marked(row.plan),
        marked(row.actual),
        plain(row.difference),
        state(row.state),
      ]),
    }),
    plain(outlook.join(' ')),
    inPoints ? POINTS : '',
  ];
}
