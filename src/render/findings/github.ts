import { CATALOGUE } from '../../model/catalogue.ts';
import type { Place } from '../../model/place.ts';
import { disarmed, visible } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';
import type { FoundFinding } from '../../report/judge.ts';
import { failedStates, type FailedState } from './failed-states.ts';
import { pathInRepository } from './path.ts';
import { findingWords } from './words.ts';

const COMMANDS = { error: 'error', warning: 'warning', note: 'notice' } as const;

/**
 * Returns GitHub's annotations, a line each: of what fails a gate of a state, an error, then of each finding. Nothing of
 * the data can start a command of its own: a line ends only where this function ends it, and what has a meaning in a
 * command is written as GitHub escapes it. What is accepted is a notice.
 */
export function githubAnnotations(report: CheckReport): string {
  // GitHub shows ten errors of a step: a state is in no other list, so it stands before what may be many.
  const lines = [
    ...failedStates(report).map((one) => gateAnnotation(one, report)),
    ...report.findings.map((one) => annotation(one, report)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function gateAnnotation({ gate, reason }: FailedState, report: CheckReport): string {
  return commandOf('error', { ...placeOf(reason.at, report), title: `gate ${gate}` }, [visible(reason.text)]);
}

function annotation(one: FoundFinding, report: CheckReport): string {
  const command = one.accepted ? 'notice' : COMMANDS[one.severity];
  const title = `${one.code} ${CATALOGUE[one.code].rule}${one.accepted ? ' (accepted)' : ''}`;
  return commandOf(command, { ...placeOf(one.at, report), title }, findingWords(one));
}

type Properties = Readonly<Record<string, string | number>>;

function placeOf(at: Place | undefined, report: CheckReport): Properties {
  if (at === undefined) return {};
  return {
    file: pathInRepository(at.file, report),
    line: at.line,
    endLine: at.line,
    col: at.column,
    endColumn: at.column + at.length,
  };
}

function commandOf(command: string, properties: Properties, words: readonly string[]): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(value)}`);
  return `::${command} ${written.join(',')}::${words.map(data).join('%0A')}`;
}

/** As GitHub's own toolkit escapes a message. */
function data(text: string): string {
  return disarmed(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** As GitHub's own toolkit escapes a property. */
function property(value: string | number): string {
  return data(visible(String(value)))
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C');
}
