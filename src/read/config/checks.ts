import { CATALOGUE, sameNumber, type FindingCode } from '../../model/catalogue.ts';
import {
  DEFAULT_CHECKS,
  foldedWords,
  type Acceptance,
  type Checks,
  type JumpLimit,
} from '../../model/checks.ts';
import { compareExact, ZERO } from '../../model/exact.ts';
import { finding } from '../../model/finding.ts';
import { formatList } from '../../model/format.ts';
import { fold, nearest } from '../../model/suggest.ts';
import { parseNumber, type WrittenNumber } from '../grammar/number.ts';
import { parsePeriod } from '../grammar/period.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenConfig } from '../schema/config.ts';
import { keyPlaceUnder, keysUnder, placeUnder, sourcedUnder, textUnder, type Path } from '../yaml/tree.ts';
import { parsedUnder, type ConfigSource } from './source.ts';
import { unknownReference } from './unknown-reference.ts';

/** Returns what the configuration says of the rules; an entry with a fault is reported and left out. */
export function readChecks({ checks: written, workstreams }: WrittenConfig, source: ConfigSource): Checks {
  const unexplained =
    written?.unexplained === undefined ? undefined : unexplainedUnder(source, ['checks', 'unexplained']);
  return {
    ...DEFAULT_CHECKS,
    ...(written?.freshness_days !== undefined && { freshnessDays: written.freshness_days }),
    ...(unexplained && { unexplained: unexplained.value }),
    jumps: keysUnder(source.tree, ['checks', 'jumps']).flatMap((id) => jumpUnder(source, id) ?? []),
    severities: Object.entries(written?.severities ?? {}).flatMap(([name, severity]) => {
      const path = ['checks', 'severities', name];
      const code = codeNamed(name, source, path, 'severity');
      return code === undefined ? [] : [{ code, severity, at: keyPlaceUnder(source.tree, path) }];
    }),
    accepted: readAccepted({ checks: written, workstreams }, source),
  };
}

/** Reads what is accepted: an entry that an earlier one has already said is reported and left out. */
function readAccepted(
  { checks: written, workstreams }: Pick<WrittenConfig, 'checks' | 'workstreams'>,
  source: ConfigSource,
): Acceptance[] {
  const known = Object.keys(workstreams);
  const accepted: Acceptance[] = [];
  (written?.accepted ?? []).forEach(({ finding: name, workstream, by }, index) => {
    const path = ['checks', 'accepted', index];
    const code = codeNamed(name, source, [...path, 'finding'], 'acceptance');
    const isKnown = workstream === undefined || known.includes(workstream);
    if (!isKnown)
      source.findings.push(
        unknownReference(source.tree, [...path, 'workstream'], 'workstream', workstream, known),
      );
    if (code === undefined || !isKnown) return;
    const reason = sourcedUnder(source.tree, [...path, 'reason']);
    const entry: Acceptance = {
      code,
      of: withPeriodKey((textUnder(source.tree, [...path, 'of']) ?? '').trim()),
      says: sourcedUnder(source.tree, [...path, 'says']),
      ...(workstream !== undefined && { workstream }),
      // A block of YAML ends with a line break.
      reason: { ...reason, value: reason.value.trimEnd() },
      by: by.trim(),
      at: placeUnder(source.tree, [...path, 'of']),
    };
    const earlier = accepted.find((one) => saysAgain(entry, one));
    if (earlier === undefined) accepted.push(entry);
    else
      source.findings.push(
        finding('E051', `${entry.code} of ${entry.of} is accepted twice with the same words`, {
          at: entry.says.at,
          related: [earlier.says.at],
          help: 'remove one of the two entries, or give each the words of its own finding',
        }),
      );
  });
  return accepted;
}

/** Whether an entry is of nothing that an earlier one is not. */
function saysAgain({ code, of, says, workstream }: Acceptance, earlier: Acceptance): boolean {
  return (
    code === earlier.code &&
    of === earlier.of &&
    foldedWords(says.value) === foldedWords(earlier.says.value) &&
    (earlier.workstream === undefined || earlier.workstream === workstream)
  );
}

function jumpUnder(source: ConfigSource, id: string): JumpLimit | undefined {
  const path = ['checks', 'jumps', id];
  const level = positive(parsedUnder(parseNumber, source, path), source, path, 'a jump');
  return level && { id, value: level.value, notation: level.notation, at: placeUnder(source.tree, path) };
}

function unexplainedUnder(source: ConfigSource, path: Path): WrittenNumber | undefined {
  const level = positive(parsedUnder(parseNumber, source, path), source, path, '`unexplained`');
  if (level?.notation !== 'percent') return level;
  source.findings.push(
    finding('E014', '`unexplained` is a number of workers, and has a % sign', {
      at: placeUnder(source.tree, path),
      help: 'write a number of workers: unexplained: 2',
    }),
  );
  return undefined;
}

/** Findings name a figure by its period's key: `permanent@Jan-21` is accepted as `permanent@2021-01`. */
function withPeriodKey(of: string): string {
  return of.replace(/^([^@[\]]+)@([^@[\]]+)(?=\[|$)/, (whole, id: string, period: string) => {
    const reading = parsePeriod(period);
    return reading.ok ? `${id.trim()}@${reading.value.key}` : whole;
  });
}

function positive(
  level: WrittenNumber | undefined,
  { tree, findings }: ConfigSource,
  path: Path,
  what: string,
): WrittenNumber | undefined {
  if (level === undefined || compareExact(level.value, ZERO) > 0) return level;
  findings.push(
    finding('E014', `${what} is ${quoted(textUnder(tree, path) ?? '')}, which is not above zero`, {
      at: placeUnder(tree, path),
      help: 'give the most that is no finding, as a number above zero',
    }),
  );
  return undefined;
}

/** Codes that have a meaning for a council's papers: not those of this machine. */
const CODES = (Object.keys(CATALOGUE) as FindingCode[]).filter((code) => !/^.9/.test(code));

/** Findings on acceptances themselves. */
const ON_ACCEPTANCES: readonly FindingCode[] = ['W090', 'W091'];

/** The most names that are offered for one. */
const OFFERED = 3;

/** Returns the code or rule that is nearest, or else the rules that have the words among theirs: `overdue`. */
function likelyMeant(name: string): string[] {
  const rules = [...new Set(CODES.map((one) => CATALOGUE[one].rule))];
  const same = sameNumber(name).filter((one) => CODES.includes(one));
  if (same.length > 0) return same;
  const near = nearest(name, [...CODES, ...rules]);
  if (near !== undefined) return [near];
  const written = fold(name);
  const words = rules.filter((rule) => rule.split('-').some((word) => fold(word) === written));
  return words.length > OFFERED ? [] : words;
}

function codeNamed(
  name: string,
  { tree, findings }: ConfigSource,
  path: Path,
  use: 'severity' | 'acceptance',
): FindingCode | undefined {
  const at = use === 'severity' ? keyPlaceUnder(tree, path) : placeUnder(tree, path);
  const code = CODES.find((one) => one === name || CATALOGUE[one].rule === name);
  if (code === undefined) {
    const meant = likelyMeant(name);
    const help =
      meant.length === 0
        ? undefined
        : `did you mean ${formatList(meant.map(quoted), 'or')}? docs/findings.md has them all`;
    findings.push(finding('E098', `there is no finding ${quoted(name)}`, { at, help }));
    return undefined;
  }
  if (use === 'acceptance' && ON_ACCEPTANCES.includes(code)) {
    findings.push(
      finding('E099', `${code} (${CATALOGUE[code].rule}) is about what is accepted, and cannot be accepted`, {
        at,
        why: 'it would be found of its own entry, and hide that no finding is meant by it',
      }),
    );
    return undefined;
  }
  if (CATALOGUE[code].severity !== 'error') return code;
  findings.push(
    finding('E099', `${code} (${CATALOGUE[code].rule}) is an error, and stays one`, {
      at,
      why: 'without what it asks for, the report cannot be made or would contradict itself',
    }),
  );
  return undefined;
}
