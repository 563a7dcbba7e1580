import type { BenchmarkChart } from '../../report/view-benchmarks.ts';
import type { MatrixChart, TimeChart } from '../../report/view-charts.ts';
import { matrixLayout } from '../../report/view-matrix.ts';
import { shortRatingsText } from '../../report/view-risks.ts';
import type { TrendView } from '../../report/view-trends.ts';
import { list, table, words } from './blocks.ts';
import type { Writing } from './writing.ts';
import { bold, plain, signOf, spaced, stacked } from './inline.ts';

/** Returns what a chart says in words, and where its values are: a drawing cannot stand in Markdown. */
export function timeChart(
  { title, description, notes, table: { number } }: TimeChart,
  { elsewhere }: Writing,
): string[] {
  return [
    bold(title),
    plain(description),
    source(notes, number === '' ? '' : `Values: ${elsewhere(number)}.`),
  ];
}

/** Returns a chart with the key to what stands out on it. */
export function trend({ scope, chart, signals }: TrendView, writing: Writing): string[] {
  const [title = '', ...rest] = timeChart(chart, writing);
  const entries = signals.map(({ letter, sign, text, judgement }) => [
    spaced(signOf(sign), bold(letter), `${plain(judgement === '' ? text : `${text}: ${judgement}`)}.`),
  ]);
  return [stacked(title, plain(scope)), ...rest.slice(0, 1), list(entries), ...rest.slice(1)];
}

/** Returns what a chart of others' figures says; its values are in the table below it. */
export function benchmarkChart({ title, description }: BenchmarkChart): string[] {
  return [bold(title), plain(description)];
}

/** Of a rating that need not be called red. */
const RED = signOf('cross');

/** Returns the matrix of risks as a table: in each cell its score and rating, and the risks that stand in it. */
export function riskMatrix(chart: MatrixChart, { elsewhere }: Writing): string[] {
  const { title, rowAxis, columnAxis, columns, rows, notes, table: ref } = chart;
  const shortRatings = shortRatingsText(matrixLayout(chart).abbreviations);
  return [
    table({
      number: '',
      caption: title,
      columns: [words(`${rowAxis} (down), ${columnAxis} (across)`), ...columns.map(words)],
      rows: rows.map(({ label, cells }) => [
        bold(label),
        ...cells.map(({ score, rating, severe, risks }) =>
          stacked(spaced(severe ? RED : '', plain(spaced(score, rating))), bold(risks.join(', '))),
        ),
      ]),
    }),
    // The drawing has short ratings, the table whole ones.
    source(
      [
        ...(rows.some(({ cells }) => cells.some((one) => one.severe)) ? [`${RED}: red.`] : []),
        ...notes.filter((one) => one !== shortRatings),
      ],
      ref.number === '' ? '' : `Risk log: ${elsewhere(ref.number)}.`,
    ),
  ];
}

function source(notes: readonly string[], more: string): string {
  return plain(spaced(...notes, more));
}
