import type { Dataset, Meeting, Milestone, Risk } from '../../src/model/dataset.ts';
import { LUTON_MATRIX, meeting, milestone, period, place, risk, sourced } from './board.ts';
import { lutonDataset, lutonObservations, paper } from './dataset.ts';

const FILE = 'workforce/2021-04-19/report.yaml';

const INPUTS = [
  'cip-report.yaml',
  'adoption/2021-04-19/report.yaml',
  'workforce/2021-02-15/report.yaml',
  'workforce/2021-04-19/report.yaml',
  'workforce/2021-06-21/report.yaml',
  'workforce/2021-04-19/risks.csv',
];

/** Luton's risk log as examples/luton has it. */
export function lutonRisks(): Risk[] {
  const mitigationDate = period('2021-06');
  return [
    risk('WFR1', 'Medium', 'Significant', { statedScore: '5', mitigationDate }),
    risk('WFR3', 'Low', 'Significant', { statedScore: '3', mitigationDate }),
    risk('WFR9', 'Medium', 'Significant', { statedScore: '5', mitigationDate }),
    risk('WFR10', 'Medium', 'Significant', { statedScore: '5', mitigationDate }),
    risk('WFR6', 'Significant', 'Low', { statedScore: '3', open: false }),
    risk('WFR7', 'Significant', 'Low', { statedScore: '3', open: false }),
  ];
}

/** Luton's milestones as examples/luton has them. */
function lutonMilestones(): Milestone[] {
  const due = ['2020-06', '2020-07', '2020-07', '2020-07', '2020-12', '2020-10'];
  return [
    ...due.map((key, index) =>
      milestone(key, { complete: true, milestone: `Milestone ${index}`, at: place(2 + index) }),
    ),
    milestone('2021-03', {
      reference: 'Workforce Strategy',
      revised: period('2021-summer'),
      comment: 'Needs more data than was foreseen',
    }),
  ];
}

/** Luton's meeting of April 2021 with all that its papers hold, in short words. */
export function lutonMeeting(change: Partial<Meeting> = {}): Meeting {
  return meeting('2021-04-19', {
    observations: lutonObservations(),
    milestones: lutonMilestones(),
    risks: lutonRisks(),
    paper: paper({
      draft: true,
      asks: [{ kind: 'note', text: sourced('The launch moves to summer 2021.', place(20, 7, FILE)) }],
      escalations: [{ matter: sourced('Late: {{milestones.slipped}}'), action: sourced('Watched.') }],
      progress: sourced('- {{agency}} agency workers, {{agency_rate}} of those in post.\n'),
      commentary: sourced(
        'Of the {{unfilled}} vacancies for {{period}}, 12 remain; agency was highest at {{agency@2020-05}}.',
      ),
      notes: [{ mark: '*', text: sourced('12 of these vacancies remain.') }],
      appendices: [{ title: 'Appendix 1', text: sourced('Circulated with this paper.') }],
    }),
    ...change,
  });
}

/** Luton's whole dataset, with an earlier meeting where one is given. */
export function lutonPapers(now: Meeting = lutonMeeting(), before: readonly Meeting[] = []): Dataset {
  const { programme, workstreams } = lutonDataset();
  return {
    programme: { ...programme, matrix: LUTON_MATRIX },
    workstreams: workstreams.map((one) => ({ ...one, meetings: [...before, now] })),
    benchmarks: [],
    inputs: INPUTS.map((path) => ({ path, sha256: '0'.repeat(64), bytes: 1 })),
  };
}
