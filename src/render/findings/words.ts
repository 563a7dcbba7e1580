import { visible } from '../../model/visible.ts';
import type { FoundFinding } from '../../report/judge.ts';

/** Returns a finding in lines of plain text, safe to show: what, what it is about, why, what to do, whether accepted. */
export function findingWords({ message, about, why, help, accepted }: FoundFinding): string[] {
  return [
    message,
    ...(why === undefined ? [] : why.split('\n')),
    ...(about === undefined ? [] : [`of: ${about}`]),
    ...(accepted ? [`accepted by ${accepted.by}: ${accepted.reason}`] : [`help: ${help}`]),
  ].map(visible);
}
