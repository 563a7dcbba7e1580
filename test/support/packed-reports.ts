import type { Report } from '../../src/report/report.ts';
import { fullReport } from './full-report.ts';
import { LUTON } from './luton-report.ts';

/** Reports of three workstreams, each of another template, the last of another meeting and still a draft. */
export const PACKED: readonly Report[] = [
  { ...LUTON, draft: false },
  of('practice', 'Practice', fullReport('recommendations-report')),
  {
    ...of('practice-leadership', 'Leadership', fullReport('committee-report')),
    draft: true,
    meeting: { id: '2021-03-15', date: '2021-03-15' },
  },
];

function of(id: string, title: string, report: Report): Report {
  return { ...report, workstream: { id, title }, draft: false };
}
