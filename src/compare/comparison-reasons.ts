import type { Basis, Group } from '../model/dataset.ts';
import type { PeriodRef } from '../model/period-ref.ts';
import type { Amount } from './comparison-figures.ts';

/** Previous permanent + starters + conversions + transfers − leavers = now, told forward in time. */
export interface BridgeBetween {
  readonly group: Group;
  readonly basis: Basis;
  readonly from: PeriodRef;
  readonly to: PeriodRef;
  /** How many periods' flows were added up. */
  readonly periods: number;
  /** Opening and flows in their order, each with the sign it has in the sum; empty where the bridge cannot be reckoned. */
  readonly steps: readonly BridgeStep[];
  readonly expected?: Amount;
  readonly closing?: Amount;
  /** closing − expected. */
  readonly unexplained?: Amount;
  /** Whether nothing is left over, or no more than rounding and the papers' tolerance let go. */
  readonly explained?: boolean;
  /**
   * Where its figures are sums of other members, who they are: `team Fostering is new`. What is left over is then also one
   * of who is counted, and it is not known that starters and leavers fail to explain it.
   */
  readonly members?: string;
  /** Why it cannot be reckoned: `no starters for Aug 2023`. */
  readonly because?: string;
}

export interface BridgeStep {
  readonly id: string;
  readonly label: string;
  /** `level`: where it begins; `in` adds, `out` takes away. */
  readonly kind: 'level' | 'in' | 'out';
  /** Without sign. */
  readonly amount: Amount;
}

/**
 * Where the change of a rate comes from. The effects add up to the change as exact numbers, and as they are printed; decimals
 * that are rounded to 12 places may be one off in the last.
 */
export interface RateSplit {
  /** `FigureChange.id`. */
  readonly figure: string;
  readonly label: string;
  /** `FigureChange.absolute`; with `since`, the `absolute` of its `revised`. */
  readonly change: Amount;
  /** `revised`: what the change is from is what the second side says that the figure was. */
  readonly since?: 'revised';
  readonly numerator: RatePart;
  readonly denominator: RatePart;
  /**
   * Where a measure stands in the numerator and in the denominator, so that each of the two effects is partly that one
   * measure's: the change by the measures that the formula rests on, in its order. Their effects add up to the change too.
   */
  readonly measures?: readonly RatePart[];
  /** By the members of a dimension whose figures make the whole; of the whole's rates and of groups of one dimension. */
  readonly by?: {
    readonly dimension: string;
    /** The largest effect first. */
    readonly members: readonly MemberEffect[];
    readonly mix: Amount;
    readonly within: Amount;
  };
  /** Why it is not split by members where the data has some: `teams make 138 of 141`. */
  readonly notSplit?: string;
}

export interface RatePart {
  /** In words: `agency workers`, `permanent + agency`. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** What the rate changed by because of it, in the rate's unit. */
  readonly effect: Amount;
}

/** A member's part in the change of the whole's rate. */
export interface MemberEffect {
  readonly name: string;
  /** Its own rate: `52.1%`, `–` where it has none. */
  readonly before: string;
  readonly after: string;
  /** Its share of the denominator. */
  readonly weightBefore: string;
  readonly weightAfter: string;
  /** From its growing or shrinking beside the others. */
  readonly mix: Amount;
  /** From its own rate. */
  readonly within: Amount;
  readonly effect: Amount;
}

/** What an XmR chart says of the second side's figure. */
export interface SignalRow {
  readonly figure: string;
  readonly label: string;
  readonly kind: 'signal' | 'usual';
  /** `Outside the usual range of 31.2 to 44.8 (14 months)`. */
  readonly text: string;
  readonly points: number;
}
