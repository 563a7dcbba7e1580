import { CATALOGUE, type FindingCode } from '../../model/catalogue.ts';
import { countsText, moreText } from '../../model/finding-counts.ts';
import { formatList } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { placeText, type Place } from '../../model/place.ts';
import { disarmed, visible } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';
import type { FoundFinding } from '../../report/judge.ts';
import { failedStates, type FailedState } from './failed-states.ts';
import { pathInRepository } from './path.ts';
import { findingWords } from './words.ts';

/** The areas of the codes, by the figure after their letter; those of templates and of the machine are not of the data. */
const AREAS: Readonly<Record<string, string>> = {
  0: 'reading',
  1: 'figures',
  2: 'milestones-and-actions',
  3: 'risks',
  4: 'text-and-targets',
};

/** A test: passed unless something is said of it. */
interface TestCase {
  readonly name: string;
  readonly file?: string;
  readonly outcome?: {
    readonly element: 'failure' | 'skipped';
    readonly type?: string;
    readonly message: string;
  };
  /** Lines of plain text, within the outcome or beside a test that passed. */
  readonly text?: readonly string[];
}

/**
 * Returns a check as JUnit XML: a suite an area, and in it a test for each code that found nothing and one for each
 * finding. Errors and warnings have failed, accepted findings are skipped, notes have passed. Gates are a suite of their own.
 */
export function junit(report: CheckReport): string {
  const byCode = groupBy(report.findings, (one) => one.code);
  const codes = (Object.keys(CATALOGUE) as FindingCode[]).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const suites = Object.entries(AREAS).map(([digit, area]) =>
    suite(
      area,
      codes
        .filter((code) => code[1] === digit)
        .flatMap((code) => testsOf(code, byCode.get(code) ?? [], report)),
    ),
  );
  const more = moreText(report.more);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites name="cip-report check">',
    ...suites,
    suite('gates', gateTests(report), more === '' ? [] : [more]),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

/** By number; of one number, errors before notes before warnings, as their letters go. */
function sortKey(code: FindingCode): string {
  return `${code.slice(1)}${code}`;
}

function testsOf(code: FindingCode, findings: readonly FoundFinding[], report: CheckReport): TestCase[] {
  const name = `${code} ${CATALOGUE[code].rule}`;
  const beside = [...moreTests(code, report), ...notRunTests(code, report)];
  if (findings.length === 0) return beside.length === 0 ? [{ name }] : beside;
  const listed = findings.map((one): TestCase => {
    const { at, about, message, severity, accepted } = one;
    const { file, place } = whereOf(at, report);
    const text = [...(place === undefined ? [] : [visible(place)]), ...findingWords(one)];
    return {
      name: `${name}: ${[about, place].filter((part) => part !== undefined).join(' at ')}`,
      ...(file !== undefined && { file }),
      ...(accepted
        ? { outcome: { element: 'skipped', message: `accepted by ${accepted.by}: ${accepted.reason}` } }
        : severity !== 'note' && { outcome: { element: 'failure', type: severity, message } }),
      text,
    };
  });
  return [...listed, ...beside];
}

/** What is not listed has not passed for that. */
function moreTests(code: FindingCode, { moreByCode }: CheckReport): TestCase[] {
  return moreByCode
    .filter((one) => one.code === code)
    .map((counts) => {
      const message = `${counts.total} not listed (${countsText(counts)})`;
      const element = counts.errors + counts.warnings > 0 ? 'failure' : 'skipped';
      const type = counts.errors > 0 ? 'error' : 'warning';
      return {
        name: `${code} ${CATALOGUE[code].rule}: ${counts.total} not listed`,
        outcome: { element, ...(element === 'failure' && { type }), message },
        text: [message],
      };
    });
}

/** A rule that could not be run has not passed either. */
function notRunTests(code: FindingCode, { notRun, papers }: CheckReport): TestCase[] {
  if (!notRun.includes(code)) return [];
  const names = papers.filter(({ stated }) => stated === undefined);
  const message =
    names.length === 0
      ? 'no papers could be read, so nothing was compared'
      : `not every figure of ${formatList(names.map(({ workstream, meeting }) => `${workstream} ${meeting}`))} could be read, so nothing was compared there`;
  return [
    {
      name: `${code} ${CATALOGUE[code].rule}: not run`,
      outcome: { element: 'skipped', message },
      text: [message],
    },
  ];
}

/** A place as whoever runs the check opens it; both parts undefined where there is none. */
function whereOf(at: Place | undefined, report: CheckReport) {
  if (at === undefined) return {};
  const file = pathInRepository(at.file, report);
  return { file, place: placeText({ ...at, file }) };
}

/** A test for each gate; of a state that fails, one for each thing that fails it, since no finding has its place. */
function gateTests(report: CheckReport): TestCase[] {
  const states = groupBy(failedStates(report), (one) => one.gate);
  return report.gates.flatMap(({ name, failed, because }): TestCase[] => {
    const failing = states.get(name);
    if (failing) return failing.map((one) => stateTest(one, report));
    if (!failed) return [{ name }];
    const text = because.map((one) => withPlace(one.text, whereOf(one.at, report).place));
    return [
      { name, outcome: { element: 'failure', type: 'gate', message: `${because.length} in the way` }, text },
    ];
  });
}

function stateTest({ gate, reason: { about, text, at } }: FailedState, report: CheckReport): TestCase {
  const { file, place } = whereOf(at, report);
  return {
    name: withPlace(`${gate}: ${about ?? text}`, place),
    ...(file !== undefined && { file }),
    outcome: { element: 'failure', type: 'gate', message: text },
    text: [withPlace(text, place)],
  };
}

function withPlace(text: string, place: string | undefined): string {
  return visible(place === undefined ? text : `${text} (${place})`);
}

function suite(name: string, tests: readonly TestCase[], out: readonly string[] = []): string {
  const count = (element: 'failure' | 'skipped') =>
    tests.filter((one) => one.outcome?.element === element).length;
  const attributes = `name="${name}" tests="${tests.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`;
  return [
    `<testsuite ${attributes}>`,
    ...tests.map((one) => testCase(name, one)),
    ...(out.length === 0 ? [] : [`<system-out>${body(out)}</system-out>`]),
    '</testsuite>',
  ].join('\n');
}

function testCase(area: string, { name, file, outcome, text = [] }: TestCase): string {
  const where = file === undefined ? '' : ` file="${attribute(file)}"`;
  const head = `<testcase classname="cip-report.${area}" name="${attribute(name)}"${where}`;
  if (outcome === undefined && text.length === 0) return `${head}/>`;
  if (outcome === undefined) return `${head}><system-out>${body(text)}</system-out></testcase>`;
  const { element, type, message } = outcome;
  const kind = type === undefined ? '' : ` type="${attribute(type)}"`;
  const open = `${element} message="${attribute(message)}"${kind}`;
  // A skipped test has no text of its own in the schemas of JUnit.
  const inner =
    element === 'skipped'
      ? `<${open}/><system-out>${body(text)}</system-out>`
      : `<${open}>${body(text)}</${element}>`;
  return `${head}>${inner}</testcase>`;
}

/** Lines of text: none of them can start what a CI system takes for a command. */
function body(lines: readonly string[]): string {
  return lines.map((line) => escaped(visible(line)).replace(/^(\s*):/, '$1&#58;')).join('\n');
}

function attribute(text: string): string {
  return escaped(visible(text));
}

/** Characters that XML 1.0 does not know are gone by `visible`, but for these. */
function escaped(text: string): string {
  return disarmed(text)
    .replace(/[\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
