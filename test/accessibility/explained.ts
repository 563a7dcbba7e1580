import type { AxeNode } from './axe.ts';
import type { InPage } from './browser.ts';

/** Why axe cannot say of some elements whether a rule holds, and what says so instead. */
export interface Explanation {
  readonly rule: string;
  /** What the markup of the element begins with. */
  readonly markup: RegExp;
  /** What axe says of it. */
  readonly why: RegExp;
  readonly because: string;
  /** Our own check that proves it, run on the same page in the same mode. */
  readonly provedBy: InPage;
}

export const EXPLANATIONS: readonly Explanation[] = [
  {
    rule: 'color-contrast',
    markup: /^<text /,
    why: /image node|too short to determine|overlapped by another element/,
    because: 'axe does not look at the shapes behind the text of a chart, nor at a text of one letter',
    provedBy: 'contrast',
  },
  {
    rule: 'color-contrast',
    markup: /^<(?!text)/,
    why: /partially obscured by another element|overlaps? other elements|overlapped by another element|too short to determine/,
    because:
      'a cell is scrolled half out of view, or holds one digit or sign; the colours are those of other cells',
    provedBy: 'contrast',
  },
  {
    rule: 'label-content-name-mismatch',
    markup: /^<a class="mark"/,
    why: /visible text/,
    because: 'axe does not compare signs such as *; the name is “Note *” and has the sign in it',
    provedBy: 'links',
  },
  {
    rule: 'th-has-data-cells',
    markup: /^<table class="fixed changed"/,
    why: /missing or empty/,
    because: 'a column of comparisons is empty where none of these figures can be compared so',
    provedBy: 'tables',
  },
];

/** Returns the explanation of each node, in their order; undefined of one that has none. */
export function explanationsOf(nodes: readonly AxeNode[]): (Explanation | undefined)[] {
  return nodes.map((node) =>
    EXPLANATIONS.find(
      (one) => one.rule === node.rule && one.markup.test(node.html) && one.why.test(node.why),
    ),
  );
}
