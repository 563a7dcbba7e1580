import * as z from 'zod';
import type { OpenPage } from './browser.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const rule = z.object({
  id: z.string(),
  nodes: z.array(z.object({ html: z.string(), target: z.array(z.unknown()), why: z.string() })),
});
const outcome = z.object({
  passed: z.array(z.string()),
  violations: z.array(rule),
  incomplete: z.array(rule),
});

/** One element for which a rule of axe fails, or cannot say. */
export interface AxeNode {
  readonly rule: string;
  /** Where it is, as a selector. */
  readonly target: string;
  /** Its own markup. */
  readonly html: string;
  readonly why: string;
}

export interface AxeOutcome {
  /** The ids of the rules that apply to the page and hold. */
  readonly passed: readonly string[];
  readonly violations: readonly AxeNode[];
  readonly incomplete: readonly AxeNode[];
}

/** Runs axe on an open page as it is looked at: every rule of WCAG 2.2 A and AA and of best practice, or only one. */
export async function runAxe(page: OpenPage, only?: string): Promise<AxeOutcome> {
  const runOnly = only === undefined ? { type: 'tag', values: TAGS } : { type: 'rule', values: [only] };
  const found = await page.evaluate(`axe
    .run(document, { iframes: false, resultTypes: ['violations', 'incomplete'], runOnly: ${JSON.stringify(runOnly)} })
    .then(({ passes, violations, incomplete }) => {
      const rules = (all) => all.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ html, target, any, all: every, none }) => ({
          html, target, why: [...any, ...every, ...none].map((one) => one.message).join('; '),
        })),
      }));
      return { passed: passes.map((one) => one.id), violations: rules(violations), incomplete: rules(incomplete) };
    })`);
  const { passed, violations, incomplete } = outcome.parse(found);
  return { passed, violations: nodesOf(violations), incomplete: nodesOf(incomplete) };
}

function nodesOf(rules: readonly z.infer<typeof rule>[]): AxeNode[] {
  return rules.flatMap(({ id, nodes }) =>
    nodes.map(({ html, target, why }) => ({
      rule: id,
      target: target.map(String).join(' '),
      html: html.slice(0, 200),
      why,
    })),
  );
}
