import { exact, ZERO, type Exact } from '../../model/exact.ts';
import { formatList, midSentence, MINUS } from '../../model/format.ts';
import { groupWords } from '../../metrics/wording.ts';
import { oneLine } from '../../model/one-line.ts';
import type { PeriodRef } from '../../model/period-ref.ts';
import type { Amount, BridgeBetween, BridgeStep } from '../comparison.ts';

/** A bridge as a chart: where it began, each flow, what no flow explains, where it ended. */
export interface Waterfall {
  readonly id: string;
  /** What it shows, in a sentence. */
  readonly title: string;
  /** The same for whoever cannot see it. */
  readonly description: string;
  /** At least two: both ends are levels. */
  readonly bars: readonly WaterfallBar[];
  readonly table: WaterfallTable;
}

export interface WaterfallBar {
  readonly label: string;
  /** `level` stands on the ground; `in` and `out` lead from one height to another, as does `rest`: what is unexplained. */
  readonly kind: 'level' | 'in' | 'out' | 'rest';
  readonly from: number;
  readonly to: number;
  /** With its sign, but for a level: `144`, `+3`, `−7`. */
  readonly text: string;
}

/** Letters of a name that are looked at. */
const LONGEST_NAME = 120;

/** Names of flows that are longer stand below the bars alone. */
const LONGEST_NAMES = 40;

/** The bars in one row of figures, with what the flows lead to. */
export interface WaterfallTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly values: readonly string[];
}

/** A bridge with all that a chart needs. */
interface Whole extends BridgeBetween {
  readonly opening: BridgeStep;
  readonly flows: readonly BridgeStep[];
  readonly expected: Amount;
  readonly closing: Amount;
}

/** Returns a bridge as a chart, or undefined where it cannot be reckoned. */
export function waterfallOf(bridge: BridgeBetween, id: string): Waterfall | undefined {
  const whole = wholeOf(bridge);
  if (whole === undefined) return undefined;
  const rest = exact(whole.closing.decimal).sub(exact(whole.expected.decimal));
  const bars = barsOf(whole, rest);
  const title = titleOf(whole, rest);
  const told = bars.map(({ label, text }) => `${label} ${text}`).join('; ');
  return { id, title, description: `From left to right: ${told}.`, bars, table: tableOf(whole, bars) };
}

function wholeOf(bridge: BridgeBetween): Whole | undefined {
  const [opening, ...flows] = bridge.steps;
  const { expected, closing } = bridge;
  if (opening?.kind !== 'level' || flows.length === 0 || !expected || !closing) return undefined;
  return { ...bridge, opening, flows, expected, closing };
}

function barsOf(
  { opening, flows, expected, closing, unexplained, explained, members, from, to }: Whole,
  rest: Exact,
): WaterfallBar[] {
  const bars: WaterfallBar[] = [level(from.label, opening.amount)];
  let height = exact(opening.amount.decimal);
  for (const step of flows) {
    const size = exact(step.amount.decimal);
    const change = step.kind === 'out' ? size.neg() : size;
    const next = height.add(change);
    bars.push({
      label: name(step.label),
      kind: step.kind === 'out' ? 'out' : 'in',
      from: height.valueOf(),
      to: next.valueOf(),
      text: signed(step.amount.text, change),
    });
    height = next;
  }
  if (!rest.equals(ZERO))
    bars.push({
      // Within rounding, or where others are counted, it is not known that anything fails to explain it.
      label: explained === true || members !== undefined ? 'Left over' : 'Unexplained',
      kind: 'rest',
      from: Number(expected.decimal),
      to: Number(closing.decimal),
      text: signed(unexplained?.text ?? rest.toString(), rest),
    });
  return [...bars, level(to.label, closing)];
}

/** A name below its bar has two lines. */
function name(label: string): string {
  return oneLine(label.slice(0, LONGEST_NAME));
}

function level(label: string, { decimal, text }: Amount): WaterfallBar {
  return { label: name(label), kind: 'level', from: 0, to: Number(decimal), text };
}

function signed(text: string, value: Exact): string {
  const size = text.replace(/^[+−-]/, '');
  return value.equals(ZERO) ? size : `${value.compare(ZERO) > 0 ? '+' : MINUS}${size}`;
}

/** `Permanent staff rose from 142.5 FTE in Jan 2021 to 152.5 FTE in Feb 2021, all of it explained`. */
function titleOf(
  { group, basis, opening, closing, flows, unexplained, explained, members, from, to }: Whole,
  rest: Exact,
): string {
  const of = Object.keys(group).length === 0 ? '' : oneLine(groupWords(group));
  const who = `Permanent staff${of === '' ? '' : ` (${of})`}`;
  const unit = basis === 'fte' ? ' FTE' : '';
  const moved = exact(closing.decimal).compare(exact(opening.amount.decimal));
  const course =
    moved === 0
      ? `stayed at ${closing.text}${unit} from ${name(from.label)} to ${name(to.label)}`
      : `${moved > 0 ? 'rose' : 'fell'} from ${opening.amount.text}${unit} ${at(from)} to ${closing.text}${unit} ${at(to)}`;
  if (rest.equals(ZERO))
    return `${who} ${course}, ${moved === 0 ? 'nothing unexplained' : 'all of it explained'}`;
  const size = (unexplained?.text ?? rest.toString()).replace(/^[+−-]/, '');
  if (explained === true) return `${who} ${course}; ${size} left over, within rounding and tolerance`;
  if (members !== undefined)
    return `${who} ${course}; ${size} left over, and who is counted differs: ${oneLine(members.slice(0, LONGEST_NAME))}`;
  const names = formatList(flows.map(({ label }) => midSentence(oneLine(label))));
  const by = names.length > LONGEST_NAMES ? '' : ` by ${names}`;
  return `${who} ${course}; ${size} ${size === '1' ? 'is' : 'are'} not explained${by}`;
}

/** Returns when it was, after a figure: `in Jan 2021`, `on 31 Mar 2021`. */
function at({ kind, label }: PeriodRef): string {
  return `${kind === 'day' ? 'on' : 'in'} ${name(label)}`;
}

function tableOf({ expected }: Whole, bars: readonly WaterfallBar[]): WaterfallTable {
  const rows = bars.map(({ label, text }) => ({ label, text }));
  const at = bars.findIndex(({ kind }) => kind === 'rest');
  if (at >= 0) rows.splice(at, 0, { label: 'Expected', text: expected.text });
  return {
    caption: 'The same in figures',
    columns: rows.map(({ label }) => label),
    values: rows.map(({ text }) => text),
  };
}
