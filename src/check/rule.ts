import type { FindingCode } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { PaperContext } from '../papers/context.ts';

/** What a rule does: its findings may come in any order. It reads the papers and changes nothing. */
export type Check = (papers: PaperContext) => readonly Finding[];

/** A named cross-record check. The catalogue says of each of its codes what it is called and means. */
export interface Rule {
  /** Every code that its findings may have; no other rule has one of them. */
  readonly codes: readonly FindingCode[];
  readonly check: Check;
  /** Set where it is run only if every figure could be read: else what it finds may only follow from that. */
  readonly onFigures?: true;
}

/** Returns the rule that gives findings of these codes. */
export function rule(codes: readonly FindingCode[], check: Check): Rule {
  return { codes, check };
}

/** Returns a rule on what figures say of one another: it is left out where one of them could not be read. */
export function figureRule(codes: readonly FindingCode[], check: Check): Rule {
  return { codes, check, onFigures: true };
}
