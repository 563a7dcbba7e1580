import type { PaperContext } from '../papers/context.ts';
import type { Finding } from '../model/finding.ts';
import { unusedBenchmarks } from './page-benchmarks.ts';
import { unusedAbbreviations } from './page-abbreviations.ts';
import { hiddenEvidence } from './page-evidence.ts';
import { lostFigures, tableFindings } from './page-figures.ts';
import { groupsNotShown } from './page-groups.ts';
import { periodsNotShown } from './page-periods.ts';
import { sectionsLeftOut } from './page-sections.ts';
import type { Figure, ReportSection } from './report.ts';
import type { SectionParts } from './sections.ts';

/** What a page is made of. */
export interface Page {
  readonly parts: SectionParts;
  readonly sections: readonly ReportSection[];
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Returns what the page leaves out of the data, or cannot show: only a finished page tells it. In any order. */
export function pageFindings(context: PaperContext, { parts, sections, figures }: Page): Finding[] {
  return [
    ...hiddenEvidence(context, parts, sections),
    ...sectionsLeftOut(context, parts, sections),
    ...unusedAbbreviations(context),
    ...unusedBenchmarks(context, parts),
    ...periodsNotShown(context, Object.values(figures)),
    ...groupsNotShown(context, Object.values(figures)),
    ...lostFigures(context, parts, figures),
    ...tableFindings(context, parts, figures),
  ];
}
