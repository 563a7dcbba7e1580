import { periodsOf, type FigureKey } from '../../metrics/book.ts';
import type { Group } from '../../model/dataset.ts';
import { kindOf, suggestId } from '../../metrics/registry.ts';
import { evaluationText } from '../../metrics/wording.ts';
import { formatPeriod, formatPeriodInFull } from '../../model/format.ts';
import type { Period } from '../../model/period.ts';
import { fold, nearest, nearestId } from '../../model/suggest.ts';
import { countMilestones } from '../../risk/milestone-state.ts';
import type { CheckContext } from '../context.ts';
import type { CitationSubject } from './citation.ts';
import { redRisks } from './evidence.ts';

/** What a citation comes to: its text, with the figure behind it where it is one, or why it comes to nothing. */
export type Resolution =
  | { readonly kind: 'text'; readonly text: string; readonly figure?: FigureKey }
  | {
      readonly kind: 'problem';
      readonly message: string;
      readonly help?: string;
      /** What is at fault: how it is `written`, `data` that lacks what it cites, or a `definition` with its own finding. */
      readonly fault: 'written' | 'data' | 'definition';
    };

/** Returns what a live citation comes to in one meeting's papers. */
export function resolveCitation(context: CheckContext, subject: CitationSubject): Resolution {
  switch (subject.kind) {
    case 'unreadable':
      return {
        kind: 'problem',
        message: subject.because,
        help: formHelp(context, subject.name),
        fault: 'written',
      };
    case 'name':
      return resolveName(context, subject.name);
    case 'figure':
      return resolveFigure(context, subject);
  }
}

/** Returns the name that was meant where one is known, or else the three forms of a citation. */
function formHelp({ figures: { registry } }: CheckContext, name: string | undefined): string {
  const meant =
    name === undefined ? undefined : nearestId(name, [...registry.kinds.keys(), ...Object.keys(CITABLE)]);
  return meant === undefined ? FORMS : `did you mean {{${meant}}}?`;
}

const FORMS =
  'write {{agency_rate}} for the latest figure, {{agency_rate@2021-01}} for that of a period, or {{agency[team=Assessment]}} for that of a group';

/** A name that `{{…}}` may hold beside those of figures. */
interface Citable {
  /** What it stands for, for the people who write it. */
  readonly is: string;
  readonly textOf: (context: CheckContext) => string | undefined;
}

export const CITABLE: Readonly<Record<string, Citable>> = {
  period: {
    is: 'the latest period of the data',
    textOf: ({ periods }) => periods.map(formatPeriodInFull).at(-1),
  },
  'milestones.total': {
    is: 'all milestones',
    textOf: ({ meeting }) => meeting.milestones.length.toString(),
  },
  'milestones.complete': {
    is: 'milestones that are complete',
    textOf: (context) => milestoneCounts(context).complete.toString(),
  },
  'milestones.overdue': {
    is: 'milestones that are past their date and not complete',
    textOf: (context) => milestoneCounts(context).overdue.toString(),
  },
  'milestones.due_soon': {
    is: 'milestones that are due within `due_soon_days`',
    textOf: (context) => milestoneCounts(context).due_soon.toString(),
  },
  'milestones.slipped': {
    is: 'milestones that are not complete and whose date was moved later',
    textOf: (context) => milestoneCounts(context).slippedTotal.toString(),
  },
  'risks.open': {
    is: 'risks that are open',
    textOf: ({ meeting }) => meeting.risks.filter((risk) => risk.open).length.toString(),
  },
  'risks.closed': {
    is: 'risks that are closed',
    textOf: ({ meeting }) => meeting.risks.filter((risk) => !risk.open).length.toString(),
  },
  'risks.red': {
    is: 'open risks whose rating is `severe`',
    textOf: (context) => redRisks(context).length.toString(),
  },
};

function resolveName(context: CheckContext, name: string): Resolution {
  const citable = Object.hasOwn(CITABLE, name) ? CITABLE[name] : undefined;
  if (!citable)
    return {
      kind: 'problem',
      message: `${name} is nothing that can be cited`,
      help: suggestName(name),
      fault: 'written',
    };
  const text = citable.textOf(context);
  return text === undefined
    ? { kind: 'problem', ...noPeriod(context, []), fault: 'data' }
    : { kind: 'text', text };
}

function suggestName(name: string): string {
  const known = Object.keys(CITABLE);
  const meant = nearest(name, known);
  return meant === undefined ? `known beside figures: ${known.join(', ')}` : `did you mean {{${meant}}}?`;
}

function resolveFigure(
  context: CheckContext,
  { id, period: written, group }: Extract<CitationSubject, { kind: 'figure' }>,
): Resolution {
  const { figures, workstream } = context;
  const kind = kindOf(figures.registry, id);
  if (figures.registry.unusable.has(id))
    return { kind: 'problem', message: `the definition of ${id} cannot be used`, fault: 'definition' };
  if (!kind) {
    const help = suggestId(figures.registry, id);
    return { kind: 'problem', message: `${id} is no measure or metric`, help, fault: 'written' };
  }
  const periods = citablePeriods(context, group);
  const period =
    written === undefined ? (context.periods.at(-1) ?? periods.at(-1)) : findPeriod(periods, written);
  if (!period) return { kind: 'problem', ...noPeriod(context, periods, written), fault: 'data' };
  const key = { id, period, group, basis: workstream.basis };
  const evaluation = figures.evaluate(key);
  if (evaluation.outcome.kind === 'missing')
    return {
      kind: 'problem',
      message: evaluation.outcome.reasons.join(' · '),
      help: 'cite a period for which the data has the figure, or add the figure',
      fault: 'data',
    };
  return { kind: 'text', text: evaluationText(evaluation, figures.registry), figure: key };
}

/** Periods are cited by key (`2021-01`) or by label (`Jan 2021`, `January 2021`). */
function findPeriod(periods: readonly Period[], written: string): Period | undefined {
  const wanted = fold(written);
  return periods.find((period) =>
    [period.key, formatPeriod(period), formatPeriodInFull(period)].some((name) => fold(name) === wanted),
  );
}

/** Those of the whole workforce; where the data has groups only, those of the group that is cited. */
function citablePeriods({ allPeriods, figures, workstream }: CheckContext, group: Group): readonly Period[] {
  return allPeriods.length > 0 ? allPeriods : periodsOf(figures.book, group, workstream.basis);
}

function noPeriod(
  { figures, workstream: { basis } }: CheckContext,
  periods: readonly Period[],
  written = '',
): { message: string; help: string } {
  const keys = periods.map((period) => period.key);
  if (keys.length > 0)
    return {
      message: `the data holds no period ${written}`,
      help: `the data holds ${keys.length > 12 ? `${keys[0] ?? ''} to ${keys.at(-1) ?? ''}` : keys.join(', ')}`,
    };
  const message = `the data has no ${basis} figures for the whole workforce`;
  return figures.book.given.size === 0
    ? { message, help: 'add the figures to the workforce table' }
    : {
        message: `${message}, only for groups or on another basis`,
        help: 'add rows for the whole workforce, or cite a group: {{agency[team=Assessment]}}',
      };
}

function milestoneCounts({ meeting, asOf, programme }: CheckContext) {
  return countMilestones(meeting.milestones, asOf, programme.dueSoonDays);
}
