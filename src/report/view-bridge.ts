import { formatList, midSentence } from './format.ts';
import type { Bridge, Report } from './report.ts';

/** The movement of permanent staff as a table: each row adds up from its opening to what is expected. */
export interface BridgeTable {
  /** Headings of the flows between opening and expected, each with its sign: `+ Starters`. */
  readonly flows: readonly string[];
  /** How the table is to be read. */
  readonly reading: string;
  /** One row from each period to the next. */
  readonly rows: readonly BridgeRow[];
}

export interface BridgeRow {
  /** The period that it starts with: `Dec 2020`. */
  readonly from: string;
  /** The period that it ends with: `Jan 2021`. */
  readonly to: string;
  /** Staff at the start: `141`. */
  readonly opening: string;
  /** A text for each of the table's flows. */
  readonly flows: readonly string[];
  /** What the staff at the end should be: `150`. */
  readonly expected: string;
  /** The staff at the end as the data has it: `144`. */
  readonly closing: string;
  /** What is left over: `−6`. */
  readonly unexplained: string;
  /** Whether the flows or a recorded reason account for all of it. */
  readonly explained: boolean;
  /** Whether it is a recorded reason that does. */
  readonly reasoned: boolean;
}

interface Flow {
  readonly label: string;
  readonly sign: '+' | '−';
  readonly textOf: (bridge: Bridge) => string | undefined;
}

const FLOWS: readonly Flow[] = [
  { label: 'Starters', sign: '+', textOf: (bridge) => bridge.starters },
  { label: 'Conversions', sign: '+', textOf: (bridge) => bridge.conversions },
  { label: 'Transfers in', sign: '+', textOf: (bridge) => bridge.transfersIn },
  { label: 'Leavers', sign: '−', textOf: (bridge) => bridge.leavers },
  { label: 'Transfers out', sign: '−', textOf: (bridge) => bridge.transfersOut },
];

/** Returns the table of the movement of permanent staff, with a column for each flow that any of its rows has. */
export function bridgeTable(report: Report): BridgeTable {
  const { bridges } = report.workforce;
  const flows = FLOWS.filter(({ textOf }) => bridges.some((bridge) => textOf(bridge) !== undefined));
  const named = (sign: Flow['sign']): string =>
    formatList(flows.filter((flow) => flow.sign === sign).map(({ label }) => midSentence(label)));
  return {
    flows: flows.map(({ sign, label }) => `${sign} ${label}`),
    reading: `Staff at the start of a period, with ${named('+')} and without ${named('−')}, should be the staff at its end. ${leftOver(bridges)}`,
    rows: bridges.map((bridge) => ({
      from: bridge.from.label,
      to: bridge.to.label,
      opening: bridge.opening,
      flows: flows.map(({ textOf }) => textOf(bridge) ?? '–'),
      expected: bridge.expected,
      closing: bridge.closing,
      unexplained: bridge.unexplainedText,
      explained: Number(bridge.unexplained) === 0 || bridge.reasoned === true,
      reasoned: bridge.reasoned === true,
    })),
  };
}

function leftOver(bridges: readonly Bridge[]): string {
  return bridges.some(({ reasoned }) => reasoned)
    ? 'What is left over is unexplained, but where its reason is given below the table.'
    : 'What is left over is unexplained.';
}
