import type { PaperContext } from '../papers/context.ts';
import { benchmarkComparisons } from './benchmarks.ts';
import type { FigureSet } from './figures.ts';
import { indicatorRows } from './indicators.ts';
import {
  actionRows,
  answerRows,
  missingActionRows,
  questionRows,
  recommendationRows,
  resolutionRows,
} from './lists.ts';
import { milestoneRows } from './milestones.ts';
import { movementRows } from './movements.ts';
import type { Narrative } from './narrative.ts';
import { ragSection } from './rag.ts';
import type { WorkforceSection } from './report.ts';
import { riskSection } from './risks.ts';
import { isPrinted, type SectionParts } from './sections.ts';
import { figureTables } from './tables.ts';
import { targetRows } from './targets.ts';
import { trends } from './trends.ts';
import { tableColumns, workforceSection } from './workforce.ts';

/** Returns what the sections of a report are made from. Every figure in it is added to the set. */
export function reportParts(figures: FigureSet, narrative: Narrative): SectionParts {
  const { context } = figures;
  const rag = ragSection(context, narrative);
  const workforce = filledWorkforce(figures, narrative);
  const printed = {
    workforce,
    tables: figureTables(figures, narrative),
    trends: trends(figures, workforce),
    indicators: indicatorRows(figures),
  };
  return {
    ...paperTexts(context, narrative),
    ...(rag && { rag }),
    ...printed,
    // Of what the report prints so far.
    benchmarks: isPrinted(context, 'benchmarks') ? benchmarkComparisons(figures) : [],
    targets: targetRows(figures),
    milestones: milestoneRows(context),
    risks: riskSection(context),
    actions: actionRows(context),
    missingActions: missingActionRows(context),
    recommendations: recommendationRows(context, narrative),
    answers: answerRows(context, narrative),
    questions: questionRows(context, narrative),
    resolutions: resolutionRows(context, narrative),
  };
}

function filledWorkforce(figures: FigureSet, narrative: Narrative): WorkforceSection {
  const { context } = figures;
  const { commentary } = context.meeting.paper;
  const columns = isPrinted(context, 'workforce') ? tableColumns(context) : [];
  return {
    ...workforceSection(figures),
    movements: movementRows(figures, narrative, columns),
    ...(commentary && { commentary: narrative.markdown(commentary) }),
  };
}

type Texts = Pick<SectionParts, 'asks' | 'escalations' | 'progress' | 'next' | 'appendices'>;

/** Texts that people wrote for computed sections, with their citations filled in. */
function paperTexts({ meeting: { paper } }: PaperContext, { markdown, plain }: Narrative): Texts {
  return {
    asks: paper.asks.map(({ kind, text }) => ({ kind, markdown: markdown(text) })),
    escalations: paper.escalations.map(({ matter, action }) => ({
      matter: plain(matter),
      action: plain(action),
    })),
    ...(paper.progress && { progress: markdown(paper.progress) }),
    ...(paper.next && { next: markdown(paper.next) }),
    appendices: paper.appendices.map(({ title, text }) => ({ title, markdown: markdown(text) })),
  };
}
