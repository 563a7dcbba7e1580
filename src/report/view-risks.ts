import type { Level, Matrix } from '../model/matrix.ts';
import { formatList, plural } from './format.ts';
import type { Report, RiskRow } from './report.ts';
import { matrixLayout, type MatrixLayout } from './view-matrix.ts';
import { risksIn, type MatrixCellView, type MatrixChart } from './view-charts.ts';
import { periodInColumn, sentence, type TableRef } from './view-text.ts';

export interface RisksView {
  /** `4 open risks: none red, 3 amber, 1 green`. */
  readonly summary: string;
  /** The risks that are open, in the order of the risk log. */
  readonly open: readonly RiskView[];
  /** The risks that are closed. */
  readonly closed: readonly RiskView[];
  /** Whether any risk moved since the last report. */
  readonly hasMovement: boolean;
  /** The matrix with the risks in it; nothing where the first page has it, or there is none. */
  readonly chart: MatrixChart | null;
  /** The scoring guidance as the council prints it: lowest level first. */
  readonly guidance: MatrixChart | null;
  /** What the council says below the scoring guidance; may be empty. */
  readonly guidanceText: string;
}

export interface RiskView {
  /** The council's reference: `WFR1`. */
  readonly reference: string;
  /** What may happen. */
  readonly risk: string;
  /** How likely it is: `Medium`, `Likely (4)`. */
  readonly likelihood: string;
  /** How grave it would be: `Significant`. */
  readonly impact: string;
  /** Score and rating in words. */
  readonly score: string;
  /** Names the class that gives the colour (`chip-amber`); `none` where it is not scored. */
  readonly colour: string;
  /** What is odd about the score: swapped levels, a stated score that differs. */
  readonly note: string;
  /** What is done about it. */
  readonly mitigation: string;
  /** By when: `Jun 2021`; may be empty. */
  readonly by: string;
  /** The role that owns it; may be empty. */
  readonly owner: string;
  /** What the council says about it; may be empty. */
  readonly comment: string;
  /** How it moved since the last report; empty where that is not known. */
  readonly movement: string;
}

/** Returns the risks, with the matrix at the size at which it is drawn. */
export function risksView(report: Report, table: TableRef, size: MatrixChart['size'] = 'half'): RisksView {
  const { matrix, open, closed } = report.risks;
  return {
    summary: riskSummary(report),
    open: open.map((risk) => riskView(risk, matrix)),
    closed: closed.map((risk) => riskView(risk, matrix)),
    hasMovement: [...open, ...closed].some((risk) => risk.movement !== undefined),
    chart: matrix && open.length > 0 ? matrixChart(report, matrix, table, size) : null,
    guidance: matrix ? guidanceGrid(matrix) : null,
    guidanceText: matrix?.guidance ?? '',
  };
}

/** Returns `4 open risks: none red, 3 amber, 1 green`. */
function riskSummary(report: Report): string {
  const { matrix, open, closed, counts } = report.risks;
  if (open.length === 0) return closed.length === 0 ? 'No risk log is given' : 'No open risk';
  const ratings = [...(matrix?.ratings ?? [])].reverse().flatMap((rating) => {
    const count = counts[rating.id] ?? 0;
    if (count === 0) return rating.severe ? [`none ${rating.label.toLowerCase()}`] : [];
    return [`${count} ${rating.label.toLowerCase()}`];
  });
  const unrated = open.filter((risk) => risk.rating === undefined).length;
  const parts = unrated > 0 ? [...ratings, `${unrated} not scored`] : ratings;
  return `${plural(open.length, 'open risk')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}

function riskView(risk: RiskRow, matrix: Matrix | undefined): RiskView {
  return {
    reference: risk.reference,
    risk: risk.risk,
    likelihood: levelText(matrix?.likelihood, risk.likelihood),
    impact: levelText(matrix?.impact, risk.impact),
    ...riskChip(risk, matrix),
    note: riskNote(risk),
    mitigation: risk.mitigation,
    by: risk.mitigationDate ? periodInColumn(risk.mitigationDate) : '',
    owner: risk.owner ?? '',
    comment: risk.comment,
    movement: risk.movement ? sentence(risk.movement.text) : '',
  };
}

/** Returns score and rating in words, and the name of their colour. */
export function riskChip(risk: RiskRow, matrix: Matrix | undefined): Pick<RiskView, 'score' | 'colour'> {
  const rating = matrix?.ratings.find((one) => one.id === risk.rating);
  return { score: scoreText(risk), colour: rating?.colour ?? 'none' };
}

/** Returns a level in the matrix's words: `Likely (4)` where the log writes 4. */
function levelText(levels: readonly Level[] = [], written: string): string {
  const level = levels.find((one) => one.id === written);
  return level === undefined || level.label === written ? written : `${level.label} (${written})`;
}

function scoreText(risk: RiskRow): string {
  if (risk.score !== undefined) return `${risk.score} ${risk.ratingLabel ?? ''}`.trim();
  return risk.statedScore === undefined ? 'Not scored' : `${risk.statedScore} as stated`;
}

function riskNote(risk: RiskRow): string {
  const notes: string[] = [];
  if (risk.swapped)
    notes.push(
      `Levels are the wrong way round in the risk log; exchanged, the matrix scores ${risk.swapped.score}.`,
    );
  else if (risk.score === undefined) notes.push('The matrix has no cell for these levels.');
  if (risk.scoreAgrees === false && risk.statedScore !== undefined)
    notes.push(`The risk log states ${risk.statedScore}.`);
  return notes.join(' ');
}

function matrixChart(
  report: Report,
  matrix: Matrix,
  table: TableRef,
  size: MatrixChart['size'],
): MatrixChart {
  const { open, closed } = report.risks;
  const grid = gridOf(matrix, open);
  const rows = [...grid.rows].reverse();
  const unplaced = open.filter((risk) => risk.score === undefined).map((risk) => risk.reference);
  const { abbreviations } = matrixLayout({ ...grid, size, rows });
  return {
    ...grid,
    size,
    id: 'chart-risks',
    title: riskSummary(report),
    description: `${placesText(open)}${unplaced.length > 0 ? ` Not scored: ${formatList(unplaced)}.` : ''}`,
    rows,
    notes: [
      ...(abbreviations.length > 0 ? [shortRatingsText(abbreviations)] : []),
      ...(unplaced.length > 0 ? [`Not on the matrix: ${formatList(unplaced)}.`] : []),
      ...(closed.length > 0 ? [`${sentence(plural(closed.length, 'closed risk'))} not shown.`] : []),
    ],
    table,
  };
}

/** Returns `Med: Medium.`: what stands in the cells of a drawing by its first letters. */
export function shortRatingsText(abbreviations: MatrixLayout['abbreviations']): string {
  return `${abbreviations.map(([short, label]) => `${short}: ${label}`).join('; ')}.`;
}

function placesText(open: readonly RiskRow[]): string {
  return open
    .filter((risk) => risk.score !== undefined)
    .map(
      (risk) =>
        `${risk.reference}: likelihood ${risk.likelihood}, impact ${risk.impact}, score ${risk.score ?? ''}.`,
    )
    .join(' ');
}

function guidanceGrid(matrix: Matrix): MatrixChart {
  return {
    ...gridOf(matrix, []),
    size: 'full',
    id: 'matrix-guidance',
    title: 'Scoring guidance',
    description: '',
    notes: [],
    table: { id: '', number: '' },
  };
}

type Grid = Pick<MatrixChart, 'rowAxis' | 'columnAxis' | 'columns' | 'rows'>;

function gridOf(matrix: Matrix, risks: readonly RiskRow[]): Grid {
  const impactRows = matrix.rows === 'impact';
  const rows = impactRows ? matrix.impact : matrix.likelihood;
  const columns = impactRows ? matrix.likelihood : matrix.impact;
  return {
    rowAxis: impactRows ? 'Impact' : 'Likelihood',
    columnAxis: impactRows ? 'Likelihood' : 'Impact',
    columns: columns.map((level) => level.label),
    rows: rows.map((row) => ({
      label: row.label,
      cells: columns.map((column) =>
        impactRows ? cellOf(matrix, column, row, risks) : cellOf(matrix, row, column, risks),
      ),
    })),
  };
}

function cellOf(matrix: Matrix, likelihood: Level, impact: Level, risks: readonly RiskRow[]): MatrixCellView {
  const cell = matrix.cells.find((one) => one.likelihood === likelihood.id && one.impact === impact.id);
  const rating = matrix.ratings.find((one) => one.id === cell?.rating);
  return {
    score: cell?.score ?? '',
    rating: rating?.label ?? '',
    colour: rating?.colour ?? 'none',
    severe: rating?.severe ?? false,
    action: cell?.action ?? '',
    risks: risksIn(risks, likelihood.id, impact.id),
  };
}
