import { formatPeriodInFull } from '../model/format.ts';
import { nearest, nearestId } from '../model/suggest.ts';
import { countActions } from '../risk/action-state.ts';
import { countMilestones } from '../risk/milestone-state.ts';
import type { PaperContext } from './context.ts';
import type { CitationSubject } from './citation.ts';
import type { CitationResult } from './citation-result.ts';
import { redRisks } from './evidence.ts';
import { countIndicators } from './indicator-state.ts';
import { noPeriod, resolveFigure } from './resolve-figure.ts';

/** Returns what a live citation comes to in one meeting's papers. */
export function resolveCitation(context: PaperContext, subject: CitationSubject): CitationResult {
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
function formHelp({ figures: { registry } }: PaperContext, name: string | undefined): string {
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
  readonly textOf: (context: PaperContext) => string | undefined;
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
  'actions.open': {
    is: 'actions that are neither complete nor withdrawn',
    textOf: (context) => actionCounts(context).openTotal.toString(),
  },
  'actions.overdue': {
    is: 'open actions that are past their date',
    textOf: (context) => actionCounts(context).overdue.toString(),
  },
  'actions.complete': {
    is: 'actions that are complete',
    textOf: (context) => actionCounts(context).complete.toString(),
  },
  'recommendations.total': {
    is: 'all recommendations',
    textOf: ({ meeting }) => meeting.recommendations.length.toString(),
  },
  'recommendations.complete': {
    is: 'recommendations that are complete',
    textOf: ({ meeting }) =>
      meeting.recommendations.filter((one) => one.status === 'complete').length.toString(),
  },
  'indicators.red': {
    is: 'latest figures of indicators, of the whole and of groups, that are red against their level',
    textOf: (context) => countIndicators(context).red.toString(),
  },
};

function resolveName(context: PaperContext, name: string): CitationResult {
  const citable = Object.hasOwn(CITABLE, name) ? CITABLE[name] : undefined;
  if (!citable)
    return {
      kind: 'problem',
      message: `${name} is nothing that can be cited`,
      help: suggestName(name),
      fault: 'written',
    };
  const text = citable.textOf(context);
  return text === undefined ? noPeriod(context) : { kind: 'text', text };
}

function suggestName(name: string): string {
  const known = Object.keys(CITABLE);
  const meant = nearest(name, known);
  return meant === undefined ? `known beside figures: ${known.join(', ')}` : `did you mean {{${meant}}}?`;
}

function milestoneCounts({ meeting, asOf, programme }: PaperContext) {
  return countMilestones(meeting.milestones, asOf, programme.dueSoonDays);
}

function actionCounts({ meeting, asOf, programme }: PaperContext) {
  return countActions(meeting.actions, asOf, programme.dueSoonDays);
}
