import type { Matrix } from '../model/matrix.ts';
import { assess, compareSeverity, judgedPair } from '../risk/matrix.ts';
import type { Report, RiskRow } from './report.ts';
import { excerpt, linesOf } from './view-excerpt.ts';
import { LINE } from './view-first-page-parts.ts';
import { riskChip } from './view-risks.ts';
import { dateText, type StateView } from './view-text.ts';

/** One of the worst open risks, in words short enough for the first page: the risk log has it in full. */
export interface TopRiskView {
  /** The council's reference: `WFR1`. */
  readonly reference: string;
  /** What may happen; it breaks off with an ellipsis where there is no room for all of it. */
  readonly risk: string;
  /** Score and rating in words: `5 Amber`. */
  readonly score: string;
  /** Names the class that gives the colour (`chip-amber`); `none` where it is not scored. */
  readonly colour: string;
  /** How it moved since the last report; nothing where it did not, or that is not known. */
  readonly movement: StateView | null;
}

/** The column that they stand in: `wide` under a matrix that takes the wider half of the page. */
export type TopRisksColumn = keyof typeof LINE.topRisk;

export const MOST_TOP_RISKS = 3;
const TITLE_LINES = 2;
/** Of the column, for reference and score; a longer score breaks. */
const MOST_FACTS = 0.4;
/** Characters that the space around a score takes. */
const CHIP = 2;

/** Returns the worst open risks, at most three and the worst first, each with as much of its title as two lines hold. */
export function topRisks(report: Report, column: TopRisksColumn): TopRiskView[] {
  const risks = ordered(report)
    .slice(0, MOST_TOP_RISKS)
    .map((risk) => topRisk(report, risk));
  const width = LINE.topRisk[column] - factsWidth(risks, column);
  return risks.map((one) => ({ ...one, risk: excerpt(one.risk, TITLE_LINES, width).text }));
}

/** Returns `Highest risks, and 1 more at 12`: how many have the score of the last of them and are not among them. */
export function topRisksTitle(report: Report, shown: readonly TopRiskView[]): string {
  const title = 'Highest risks';
  const last = ordered(report)[shown.length - 1];
  const score = last?.score ?? last?.statedScore;
  if (score === undefined) return title;
  const left = ordered(report)
    .slice(shown.length)
    .filter((one) => (one.score ?? one.statedScore) === score).length;
  return left === 0 ? title : `${title}, and ${left} more at ${score}`;
}

/** Returns how many lines each of them takes in print. */
export function topRiskLines(report: Report, column: TopRisksColumn): number[] {
  const risks = topRisks(report, column);
  const facts = factsWidth(risks, column);
  return risks.map(({ risk, score, reference, movement }) =>
    Math.max(
      linesOf(risk, LINE.topRisk[column] - facts) + (movement === null ? 0 : 1),
      linesOf(reference, facts - CHIP) + linesOf(score, facts - CHIP),
    ),
  );
}

function factsWidth(risks: readonly TopRiskView[], column: TopRisksColumn): number {
  const longest = Math.max(0, ...risks.flatMap(({ reference, score }) => [reference.length, score.length]));
  return Math.min(longest + CHIP, Math.floor(LINE.topRisk[column] * MOST_FACTS));
}

/** By severity, a mix-up of the levels set right; then what grew worse or is new; then in the order of the risk log. */
function ordered({ risks: { matrix, open } }: Report): RiskRow[] {
  return [...open].sort((a, b) => bySeverity(matrix, a, b) || movementRank(a) - movementRank(b));
}

function bySeverity(matrix: Matrix | undefined, a: RiskRow, b: RiskRow): number {
  if (matrix === undefined) return statedScore(b) - statedScore(a);
  const [cell, other] = [a, b].map((risk) => judgedPair(assess(matrix, risk.likelihood, risk.impact))?.cell);
  if (cell && other) return compareSeverity(matrix, other, cell);
  return Number(other !== undefined) - Number(cell !== undefined);
}

/** What is not a number has no order. */
function statedScore({ statedScore: score }: RiskRow): number {
  const number = Number(score);
  return Number.isFinite(number) ? number : 0;
}

function movementRank({ movement }: RiskRow): number {
  return movement === undefined ? 2 : { up: 0, new: 1, same: 2, closed: 2, down: 3 }[movement.kind];
}

function topRisk(report: Report, risk: RiskRow): TopRiskView {
  const { reference } = risk;
  return {
    reference,
    risk: risk.risk,
    ...riskChip(risk, report.risks.matrix),
    movement: movementView(report, risk),
  };
}

function movementView({ meeting }: Report, { movement }: RiskRow): StateView | null {
  const since = meeting.previous === undefined ? '' : ` since ${dateText(meeting.previous)}`;
  if (movement?.kind === 'up') return { sign: 'up', tone: 'attention', text: `Worse${since}` };
  if (movement?.kind === 'down') return { sign: 'down', tone: 'good', text: `Better${since}` };
  return movement?.kind === 'new' ? { sign: 'alert', tone: 'attention', text: movement.text } : null;
}
