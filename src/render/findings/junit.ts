import { CATALOGUE, type FindingCode } from '../../model/catalogue.ts';
import { moreText } from '../../model/finding-counts.ts';
import { groupBy } from '../../model/group-by.ts';
import { placeText } from '../../model/place.ts';
import { disarmed, visible } from '../../model/visible.ts';
import type { CheckReport } from '../../report/check-report.ts';
import type { FoundFinding } from '../../report/judge.ts';
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
  const codes = (Object.keys(CATALOGUE) as FindingCode[]).sort((a, b) => (a.slice(1) < b.slice(1) ? -1 : 1));
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

function testsOf(code: FindingCode, findings: readonly FoundFinding[], report: CheckReport): TestCase[] {
  const name = `${code} ${CATALOGUE[code].rule}`;
  if (findings.length === 0) return [{ name }];
  return findings.map((one): TestCase => {
    const { at, about, message, severity, accepted } = one;
    const file = at && pathInRepository(at.file, report);
    const place = at ? placeText({ ...at, file: file ?? at.file }) : undefined;
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
}

function gateTests({ gates }: CheckReport): TestCase[] {
  return gates.map(({ name, failed, because }) => ({
    name,
    ...(failed && {
      outcome: { element: 'failure', type: 'gate', message: `${because.length} in the way` },
      text: because.map(({ text, at }) => visible(`${text}${at ? ` (${placeText(at)})` : ''}`)),
    }),
  }));
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
