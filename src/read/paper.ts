import type { Ask, Movement, Paper, StatedRag } from '../model/dataset.ts';
import type { MetricUnit } from '../model/definition.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Sourced } from '../model/place.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { entriesUnder, textsTwice } from './config/source.ts';
import { MARK } from './grammar/cell.ts';
import { parseChange } from './grammar/change.ts';
import { dayFirst, parseDate } from './grammar/date.ts';
import { problemAt, quoted } from './grammar/reading.ts';
import { readSections } from './paper-sections.ts';
import type { PaperSettings } from './paper-settings.ts';
import { writtenPaper, writtenPaperFor, type WrittenPaper } from './schema/paper.ts';
import {
  keyPlaceUnder,
  keysUnder,
  placeUnder,
  sourcedUnder,
  textUnder,
  under,
  type Path,
  type Tree,
} from './yaml/tree.ts';
import { validate } from './yaml/validate.ts';

/**
 * Returns what `report.yaml` says; undefined, with findings, where it departs from the schema or lacks what the
 * workstream's template needs.
 */
export function readPaper(
  tree: Tree,
  settings: PaperSettings,
): {
  readonly paper: Paper | undefined;
  readonly findings: readonly Finding[];
} {
  const { findings: schemaFindings } = validate(writtenPaperFor(settings.template), tree);
  const { value: written } = validate(writtenPaper, tree);
  if (!written || schemaFindings.length > 0) return { paper: undefined, findings: schemaFindings };
  const findings: Finding[] = [];
  const period = spanOf(tree, 'period', settings, findings);
  const nextPeriod = spanOf(tree, 'next_period', settings, findings);
  const asks = asksOf(written, tree, findings);
  const sections = readSections(written, tree, settings, findings);
  findings.push(...badMarks(tree), ...answeredTwice(tree));
  if ((written.period && !period) || (written.next_period && !nextPeriod))
    return { paper: undefined, findings };
  return {
    paper: {
      draft: written.draft ?? false,
      ...header(written),
      ...(period && { period, periodAt: placeUnder(tree, ['period']) }),
      ...(nextPeriod && { nextPeriod, nextPeriodAt: placeUnder(tree, ['next_period']) }),
      ...(written.rag && { rag: ragOf(written.rag, tree) }),
      asks,
      escalations: entriesUnder(tree, ['escalations']).map((entry) => ({
        matter: sourcedUnder(tree, [...entry, 'matter']),
        action: sourcedUnder(tree, [...entry, 'action']),
      })),
      ...narrative(tree),
      sections,
      questions: entriesUnder(tree, ['questions']).map((entry) => ({
        question: sourcedUnder(tree, [...entry, 'question']),
        answer: sourcedUnder(tree, [...entry, 'answer']),
      })),
      answers: entriesUnder(tree, ['answers']).map((entry) => ({
        resolution: (textUnder(tree, [...entry, 'resolution']) ?? '').trim(),
        text: sourcedUnder(tree, [...entry, 'text']),
        at: placeUnder(tree, [...entry, 'resolution']),
      })),
      notes: keysUnder(tree, ['notes']).map((mark) => ({ mark, text: sourcedUnder(tree, ['notes', mark]) })),
      appendices: (written.appendices ?? []).map((one, index) => ({
        title: one.title,
        text: sourcedUnder(tree, ['appendices', index, 'text']),
      })),
      movements: entriesUnder(tree, ['movements']).flatMap(
        (entry) => movementUnder(tree, entry, findings) ?? [],
      ),
    },
    findings,
  };
}

function header({ title, report_by: reportBy, sponsor, lead, completed_by: completedBy }: WrittenPaper) {
  return {
    ...(title !== undefined && { title }),
    ...(reportBy !== undefined && { reportBy }),
    ...(sponsor !== undefined && { sponsor }),
    ...(lead !== undefined && { lead }),
    ...(completedBy !== undefined && { completedBy }),
  };
}

function narrative(tree: Tree): Pick<Paper, 'progress' | 'next' | 'commentary'> {
  const [progress, next, commentary] = ['progress', 'next', 'commentary'].map((name) =>
    sourcedIn(tree, [name]),
  );
  return { ...(progress && { progress }), ...(next && { next }), ...(commentary && { commentary }) };
}

function ragOf(written: NonNullable<WrittenPaper['rag']>, tree: Tree): StatedRag {
  const despite = sourcedIn(tree, ['rag', 'despite']);
  return {
    ...(written.previous && { previous: written.previous }),
    current: written.current,
    reason: sourcedUnder(tree, ['rag', 'reason']),
    ...(despite && { despite }),
    at: placeUnder(tree, ['rag', 'current']),
  };
}

function movementUnder(tree: Tree, entry: Path, findings: Finding[]): Movement | undefined {
  const path = [...entry, 'by'];
  const [text, at] = [textUnder(tree, path) ?? '', placeUnder(tree, path)];
  const reading = parseChange(text, unitOf(text));
  if (!reading.ok) {
    findings.push(problemAt(reading.problem, at));
    return undefined;
  }
  if (reading.value === undefined) {
    findings.push(
      finding('E060', `${quoted(text)} is not an amount`, {
        at,
        why: 'a reason holds for the amount that it states, and for no other',
        help: 'write what is to be explained: by: -6, or by: +1.5 pp',
      }),
    );
    return undefined;
  }
  const { value, written, places } = reading.value;
  const isShare = written !== 'plain';
  return {
    of: sourcedUnder(tree, [...entry, 'of']),
    by: {
      value: isShare ? value.div(100) : value,
      notation: isShare ? 'percent' : 'plain',
      places,
      at,
    },
    reason: sourcedUnder(tree, [...entry, 'reason']),
  };
}

/** What an amount is of, where its text says so. */
function unitOf(text: string): MetricUnit {
  if (text.includes('£')) return 'money';
  return /(?:year|yr|month|mth)s?\b/i.test(text) ? 'duration' : 'count';
}

function sourcedIn(tree: Tree, path: Path): Sourced<string> | undefined {
  return textUnder(tree, path) === undefined ? undefined : sourcedUnder(tree, path);
}

function answeredTwice(tree: Tree): Finding[] {
  const references = entriesUnder(tree, ['answers']).map((entry) => [...entry, 'resolution']);
  return textsTwice(tree, references, 'resolution', 'in answers');
}

function spanOf(
  tree: Tree,
  name: 'period' | 'next_period',
  settings: PaperSettings,
  findings: Finding[],
): { from: PlainDate; to: PlainDate } | undefined {
  if (under(tree, [name]) === undefined) return undefined;
  const dateAt = (end: 'from' | 'to') => {
    const text = textUnder(tree, [name, end]) ?? '';
    const reading = parseDate((settings.dayFirst === true ? dayFirst(text) : undefined) ?? text);
    if (reading.ok) return reading.value;
    findings.push(problemAt(reading.problem, placeUnder(tree, [name, end])));
    return undefined;
  };
  const [from, to] = [dateAt('from'), dateAt('to')];
  if (from === undefined || to === undefined) return undefined;
  if (from > to)
    findings.push(
      finding('E048', `${quoted(name)} ends before it starts`, {
        at: placeUnder(tree, [name, 'to']),
        why: `it runs from ${from} to ${to}`,
        help: 'exchange or correct the two dates',
      }),
    );
  return { from, to };
}

const KINDS = ['decide', 'support', 'note'] as const;

function asksOf(written: WrittenPaper, tree: Tree, findings: Finding[]): Ask[] {
  return (written.asks ?? []).flatMap((ask, index) => {
    const [kind, other] = KINDS.filter((one) => ask[one] !== undefined);
    if (kind && !other) return [{ kind, text: sourcedUnder(tree, ['asks', index, kind]) }];
    findings.push(
      finding('E048', `this ask has ${kind ? 'more than one kind' : 'no kind'}`, {
        at: placeUnder(tree, ['asks', index]),
        why: 'an ask is either for a decision (decide), for an action (support), or for notice (note)',
        help: 'write each ask as an entry of its own: - note: …',
      }),
    );
    return [];
  });
}

function badMarks(tree: Tree): Finding[] {
  const whole = new RegExp(`^${MARK.source}$`, 'u');
  return keysUnder(tree, ['notes'])
    .filter((mark) => !whole.test(mark))
    .map((mark) =>
      finding('E048', `${quoted(mark)} is not a mark that can follow a figure`, {
        at: keyPlaceUnder(tree, ['notes', mark]),
        why: 'marks are *, **, ***, †, ‡ and [1] to [99]',
        help: "use one of these, in quotation marks: '*': …",
      }),
    );
}
