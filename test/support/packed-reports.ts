import { buildPack, type Pack } from '../../src/report/pack.ts';
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

/** Returns a pack of so many workstreams, each with much to ask and much that is late or red. */
export function largePack(count: number): { pack: Pack; reports: readonly Report[] } {
  const full = fullReport('highlight-report');
  const severe = full.risks.open.map((risk) => ({ ...risk, severe: true }));
  const reports = Array.from({ length: count }, (_, index) => ({
    ...full,
    workstream: { id: `pillar-${index}`, title: `Pillar ${index} of the plan` },
    asks: Array.from({ length: 5 }, () => full.asks).flat(),
    risks: { ...full.risks, open: [...severe, ...severe] },
  }));
  return { pack: buildPack(reports), reports };
}
