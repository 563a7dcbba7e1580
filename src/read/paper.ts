import type { Ask, Paper } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { MARK } from './grammar/cell.ts';
import { parseDate } from './grammar/date.ts';
import { problemAt, quoted } from './grammar/reading.ts';
import { writtenPaper, type WrittenPaper } from './schema/paper.ts';
import {
  keyPlaceUnder,
  keysUnder,
  placeUnder,
  sourcedUnder,
  textUnder,
  type Path,
  type Tree,
} from './yaml/tree.ts';
import { validate } from './yaml/validate.ts';

/** Returns what `report.yaml` says; undefined, with findings, where it departs from the schema. */
export function readPaper(tree: Tree): {
  readonly paper: Paper | undefined;
  readonly findings: readonly Finding[];
} {
  const { value: written, findings: schemaFindings } = validate(writtenPaper, tree);
  if (!written) return { paper: undefined, findings: schemaFindings };
  const findings: Finding[] = [];
  const period = spanOf(tree, 'period', findings);
  const nextPeriod = spanOf(tree, 'next_period', findings);
  const asks = asksOf(written, tree, findings);
  findings.push(...badMarks(tree));
  if (!period || !nextPeriod) return { paper: undefined, findings };
  const optional = (path: Path) =>
    textUnder(tree, path) === undefined ? undefined : sourcedUnder(tree, path);
  const [commentary, despite] = [optional(['commentary']), optional(['rag', 'despite'])];
  return {
    paper: {
      draft: written.draft ?? false,
      sponsor: written.sponsor,
      lead: written.lead,
      completedBy: written.completed_by,
      period,
      nextPeriod,
      rag: {
        ...(written.rag.previous && { previous: written.rag.previous }),
        current: written.rag.current,
        reason: sourcedUnder(tree, ['rag', 'reason']),
        ...(despite && { despite }),
        at: placeUnder(tree, ['rag', 'current']),
      },
      asks,
      escalations: (written.escalations ?? []).map((_, index) => ({
        matter: sourcedUnder(tree, ['escalations', index, 'matter']),
        action: sourcedUnder(tree, ['escalations', index, 'action']),
      })),
      progress: sourcedUnder(tree, ['progress']),
      next: sourcedUnder(tree, ['next']),
      ...(commentary && { commentary }),
      sections: [],
      questions: [],
      answers: [],
      notes: keysUnder(tree, ['notes']).map((mark) => ({ mark, text: sourcedUnder(tree, ['notes', mark]) })),
      appendices: (written.appendices ?? []).map((one, index) => ({
        title: one.title,
        text: sourcedUnder(tree, ['appendices', index, 'text']),
      })),
    },
    findings,
  };
}

function spanOf(
  tree: Tree,
  name: 'period' | 'next_period',
  findings: Finding[],
): { from: PlainDate; to: PlainDate } | undefined {
  const dateAt = (end: 'from' | 'to') => {
    const reading = parseDate(textUnder(tree, [name, end]) ?? '');
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
