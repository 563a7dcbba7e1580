import { CATALOGUE } from '../../model/catalogue.ts';
import { visible } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';
import type { FoundFinding } from '../../report/judge.ts';
import { pathInRepository } from './path.ts';
import { findingWords } from './words.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Returns GitHub's annotations, a line each. Nothing of the data can start a command of its own: a line ends only where
 * this function ends it, and what has a meaning in a command is written as GitHub escapes it. What is accepted is a notice.
 */
export function githubAnnotations(report: CheckReport): string {
  return report.findings.map((one) => `${annotation(one, report)}\n`).join('');
}

function annotation(one: FoundFinding, report: CheckReport): string {
  const command = one.accepted ? 'notice' : COMMANDS[one.severity];
  const title = `${one.code} ${CATALOGUE[one.code].rule}${one.accepted ? ' (accepted)' : ''}`;
  const place = one.at
    ? {
        file: pathInRepository(one.at.file, report),
        line: one.at.line,
        endLine: one.at.line,
        col: one.at.column,
        endColumn: one.at.column + one.at.length,
      }
    : {};
  const properties = Object.entries({ ...place, title }).map(([name, value]) => `${name}=${property(value)}`);
  return `::${command} ${properties.join(',')}::${findingWords(one).map(data).join('%0A')}`;
}

/** As GitHub's own toolkit escapes a message. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** As GitHub's own toolkit escapes a property. */
function property(value: string | number): string {
  return data(visible(String(value)))
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C');
}
