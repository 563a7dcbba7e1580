import { fileURLToPath } from 'node:url';
import { selectReports } from '../../src/cli/build-selection.ts';
import type { CodeScope } from '../../src/explain/codes.ts';
import { explain } from '../../src/explain/explain.ts';
import type { EntryExplanation, EntryKind, Explanation } from '../../src/explain/explanation.ts';
import type { Papers } from '../../src/explain/papers.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import type { Finding } from '../../src/model/finding.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { buildReport } from '../../src/report/build-report.ts';

/** The councils whose data repos the project carries. */
export const EXAMPLES = ['devon', 'herefordshire', 'luton', 'medway', 'programme', 'west-sussex'] as const;

/** Returns the latest papers of every workstream of a data repo, as `explain` sees them. */
export async function scopeOf(root: string): Promise<CodeScope> {
  const { dataset, findings } = await readDataRepo(root);
  if (dataset === undefined) throw new Error(`${root} cannot be read`);
  return scopeFrom(dataset, findings);
}

const scopes = new Map<string, Promise<CodeScope>>();

/** Returns the papers of an example, which are read and built once for all tests that look at them. */
export async function exampleScope(name: (typeof EXAMPLES)[number]): Promise<CodeScope> {
  const scope =
    scopes.get(name) ?? scopeOf(fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)));
  scopes.set(name, scope);
  return scope;
}

/** Returns the papers of a dataset. */
function scopeFrom(dataset: Dataset, read: readonly Finding[]): CodeScope {
  const papers = selectReports(dataset, {}).map(({ workstream, meeting }): Papers => {
    const request = { workstream: workstream.id, meeting: meeting.id, version: '0.0.0', findings: read };
    const built = buildReport(dataset, request);
    return { context: built.context, report: built.report, findings: [...read, ...built.findings] };
  });
  return { papers, read, checks: dataset.programme.checks };
}

type OfKind<K extends Explanation['kind']> = K extends EntryKind
  ? EntryExplanation
  : Extract<Explanation, { kind: K }>;

/** Returns the one explanation of a name, of the kind that is expected. */
export function explained<K extends Explanation['kind']>(scope: CodeScope, name: string, kind: K): OfKind<K> {
  const answer = explain(name, scope);
  const [one, another] = answer.kind === 'explained' ? answer.explanations : [];
  if (!isOfKind(one, kind) || another !== undefined)
    throw new Error(`${name} is no ${kind}: ${JSON.stringify(answer).slice(0, 300)}`);
  return one;
}

function isOfKind<K extends Explanation['kind']>(
  one: Explanation | undefined,
  kind: K,
): one is OfKind<K> & Explanation {
  return one?.kind === kind;
}
