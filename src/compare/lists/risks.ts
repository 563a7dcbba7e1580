import type { Risk } from '../../model/dataset.ts';
import { formatPeriodMidSentence } from '../../model/format.ts';
import type { Matrix } from '../../model/matrix.ts';
import type { RiskChange, RiskChangeKind } from '../comparison.ts';
import type { PaperPair, SidePapers } from '../side.ts';
import { dateMove } from './dates.ts';
import {
  compareLists,
  entriesOf,
  joinedSentences,
  type Happening,
  type ListEntry,
  type ListShape,
} from './entries.ts';
import { RISK_TEXT, riskFields } from './risk-fields.ts';
import {
  cellWords,
  isSevere,
  levelsChange,
  rescored,
  restatedScore,
  riskCell,
  severityShare,
  type RiskOnSide,
} from './severity.ts';

const LIST = {
  about: RISK_TEXT,
  reference: (one: Risk) => one.reference,
  hasReferences: true,
  at: (one: Risk) => one.at,
  kinds: [
    'new',
    'gone',
    'closed',
    'reopened',
    'escalated',
    'de_escalated',
    'moved',
    'rescored',
    'restated_score',
    'mitigation_later',
    'mitigation_earlier',
    'mitigation_date',
    'reworded',
    'other',
  ],
  board: [
    'escalated',
    'reopened',
    'new',
    'gone',
    'rescored',
    'moved',
    'mitigation_later',
    'mitigation_date',
    'restated_score',
    'de_escalated',
    'closed',
    'mitigation_earlier',
    'other',
    'reworded',
  ],
  weighty: [],
} as const;

/**
 * Returns what happened to risks, what matters most first: by each side's own matrix, and where the two differ, escalated or
 * de-escalated only where both say so. `from` and `to` are the cells of the levels as they are written.
 */
export function compareRisks(pair: PaperPair): RiskChange[] {
  const { before, after } = pair;
  const shape: ListShape<Risk, RiskChangeKind> = {
    ...LIST,
    fields: riskFields(matricesOf(pair)),
    isNew: (now) => isNew(onSide(after, now)),
    isGone: (was) => isGone(onSide(before, was)),
    happened: (was, now, changed) => happened(onSide(before, was), onSide(after, now), changed),
  };
  return compareLists(shape, before.context.meeting.risks, after.context.meeting.risks).map(
    ({ change, was, now }) => {
      const from = was && riskCell(onSide(before, was));
      const to = now && riskCell(onSide(after, now));
      return { ...change, ...(from && { from }), ...(to && { to }) };
    },
  );
}

/** Returns a side's risks in the form in which they are compared: levels by the ids that both sides' matrices give them. */
export function entriesOfRisks(pair: PaperPair, { context }: SidePapers): ListEntry[] {
  return entriesOf({ ...LIST, fields: riskFields(matricesOf(pair)) }, context.meeting.risks);
}

function matricesOf({ before, after }: PaperPair): Matrix[] {
  return [before, after].flatMap(({ context }) => context.programme.matrix ?? []);
}

function onSide({ context }: SidePapers, risk: Risk): RiskOnSide {
  return { risk, matrix: context.programme.matrix };
}

function isNew(now: RiskOnSide): Happening<RiskChangeKind> {
  const size = severityShare(now);
  if (!now.risk.open)
    return { kind: 'new', text: 'New, and closed', good: null, tells: [], size, isQuiet: true };
  const text = `New: ${cellWords(now)}`;
  return { kind: 'new', text, good: isSevere(now) ? false : null, tells: [], size };
}

function isGone(was: RiskOnSide): Happening<RiskChangeKind> {
  const size = severityShare(was);
  if (!was.risk.open) {
    const text = 'Gone: it was closed and is no longer listed';
    return { kind: 'gone', text, good: null, tells: [], size, isQuiet: true };
  }
  const text = `Gone: it was open, ${cellWords(was)}, and is no longer listed`;
  return { kind: 'gone', text, good: false, tells: [], size };
}

function happened(
  was: RiskOnSide,
  now: RiskOnSide,
  changed: ReadonlySet<string>,
): readonly Happening<RiskChangeKind>[] {
  const restated = restatedScore(was, now, changed);
  const score: Happening<RiskChangeKind> = {
    kind: 'restated_score',
    text: joinedSentences(restated.sentences),
    good: null,
    tells: [],
  };
  // A stated score that follows from the levels is told with them.
  const quiet = { tells: restated.tells };
  const found = [
    ...statusChange(was, now),
    ...severity(was, now, changed),
    ...(restated.sentences.length > 0 ? [score] : []),
    ...mitigationDate(was, now, changed),
    ...rewordings(was, now, changed),
  ];
  const [first, ...others] = found;
  return first ? [{ ...first, tells: [...first.tells, ...quiet.tells] }, ...others] : [];
}

function statusChange(was: RiskOnSide, now: RiskOnSide): Happening<RiskChangeKind>[] {
  if (was.risk.open === now.risk.open) return [];
  const tells = ['status'];
  if (now.risk.open)
    return [
      { kind: 'reopened', text: `Reopened: ${cellWords(now)}`, good: false, tells, size: severityShare(now) },
    ];
  return [{ kind: 'closed', text: `Closed; it was ${cellWords(was)}`, good: true, tells }];
}

function severity(
  was: RiskOnSide,
  now: RiskOnSide,
  changed: ReadonlySet<string>,
): Happening<RiskChangeKind>[] {
  const isMoved = changed.has('likelihood') || changed.has('impact');
  if (!isMoved) return rescored(was, now);
  const change = levelsChange(was, now);
  if (was.risk.open || now.risk.open) return [change];
  const text = `Likelihood or impact of the closed risk changed: ${cellWords(was)} to ${cellWords(now)}`;
  return [{ ...change, kind: 'other', text, good: null }];
}

function mitigationDate(
  { risk: { mitigationDate: was, ...before } }: RiskOnSide,
  { risk: { mitigationDate: now, ...after } }: RiskOnSide,
  changed: ReadonlySet<string>,
): Happening<RiskChangeKind>[] {
  const field = 'mitigation_date';
  if (!changed.has(field)) return [];
  const tells = [field];
  const move = dateMove(was, now);
  if (was && now && move) {
    const isLater = move.kind === 'later';
    const text = `Mitigation date moved ${move.size} ${move.kind}, to ${formatPeriodMidSentence(now)}; it was ${formatPeriodMidSentence(was)}`;
    const good = before.open && after.open ? !isLater : null;
    return [
      { kind: isLater ? 'mitigation_later' : 'mitigation_earlier', text, good, tells, size: move.days },
    ];
  }
  const text =
    was && now
      ? `Mitigation date changed from ${formatPeriodMidSentence(was)} to ${formatPeriodMidSentence(now)}`
      : was
        ? `Mitigation date removed: it was ${formatPeriodMidSentence(was)}`
        : `Mitigation date given: ${now ? formatPeriodMidSentence(now) : ''}`;
  return [{ kind: 'mitigation_date', text, good: null, tells }];
}

/** A mitigation that one side only has is given or removed, which is told with the rest. */
function rewordings(
  { risk: was }: RiskOnSide,
  { risk: now }: RiskOnSide,
  changed: ReadonlySet<string>,
): Happening<RiskChangeKind>[] {
  const isMitigation =
    changed.has('mitigation') && was.mitigation.trim() !== '' && now.mitigation.trim() !== '';
  const sentences = [
    ...(changed.has('risk') ? ['Risk reworded'] : []),
    ...(isMitigation ? ['Mitigation reworded'] : []),
  ];
  if (sentences.length === 0) return [];
  const tells = ['risk', ...(isMitigation ? ['mitigation'] : [])];
  return [{ kind: 'reworded', text: joinedSentences(sentences), good: null, tells }];
}
