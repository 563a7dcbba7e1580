import type { BodyPart, BodySection } from '../../report/view-body.ts';
import type { ReportView } from '../../report/view.ts';
import { checkedBlocks } from './checked.ts';
import { trend } from './charts.ts';
import {
  benchmarkBlocks,
  figureTableBlocks,
  indicatorBlocks,
  noteBlocks,
  targetBlocks,
  workforceBlocks,
} from './figures.ts';
import { bold } from './inline.ts';
import {
  actionBlocks,
  answerBlocks,
  escalationBlocks,
  milestoneBlocks,
  progressBlocks,
  recommendationBlocks,
  recommendationsTable,
  resolutionBlocks,
  riskBlocks,
} from './lists.ts';
import { askedElse, askList, ragBlocks } from './opening.ts';
import type { Writing } from './writing.ts';

/** Returns the sections of a report in the order and with the numbers of the page. */
export function bodyBlocks(view: ReportView, writing: Writing): string[] {
  return view.body.flatMap((section) => sectionBlocks(section, view, writing));
}

function sectionBlocks(
  { number, title, paragraphs }: BodySection,
  view: ReportView,
  writing: Writing,
): string[] {
  return [
    writing.heading(2, `${number} ${title}`),
    ...paragraphs.flatMap((paragraph) => [
      writing.heading(3, paragraph.heading),
      ...numbered(
        paragraph.number,
        paragraph.parts.flatMap((part) => [
          writing.heading(3, part.heading),
          ...partBlocks(part, view, writing),
        ]),
      ),
    ]),
  ];
}

/** What a number cannot stand before in one line: a heading, a list, a table, a quotation, code, a rule. */
const NOT_A_PARAGRAPH = /^(?:#|- |\d+\. |\||>|```|---$)/;

/** Returns blocks with the number of their paragraph before them; only some papers have such numbers. */
function numbered(number: string, blocks: readonly string[]): string[] {
  if (number === '') return [...blocks];
  const [first = '', ...rest] = blocks.filter((one) => one !== '');
  const [lead = ''] = first.split('\n\n');
  if (lead === '' || NOT_A_PARAGRAPH.test(lead) || lead.includes('\n'))
    return [bold(number), ...(first === '' ? [] : [first]), ...rest];
  return [`${bold(number)} ${first}`, ...rest];
}

function partBlocks(one: BodyPart, view: ReportView, writing: Writing): string[] {
  switch (one.part) {
    case 'text':
    case 'appendix':
      return one.context === null ? [] : writing.blocks(one.context.text);
    case 'status':
      return statusBlocks(view, writing);
    case 'escalations':
      return escalationBlocks(view);
    case 'progress':
      return progressBlocks(view, writing);
    case 'workforce':
      return workforceBlocks(view, writing);
    case 'figure-table':
      return one.context === null ? [] : figureTableBlocks(one.context, writing);
    case 'figure-tables':
      return (one.context?.tables ?? []).flatMap((table) => figureTableBlocks(table, writing));
    case 'trend':
      return one.context === null ? [] : trend(one.context, writing);
    case 'indicators':
      return indicatorBlocks(view.indicators);
    case 'benchmarks':
      return view.benchmarks.flatMap(benchmarkBlocks);
    case 'targets':
      return targetBlocks(view, writing);
    case 'milestones':
      return milestoneBlocks(view);
    case 'recommendations-table':
      return recommendationsTable(view, writing);
    case 'recommendation':
      return one.context === null ? [] : recommendationBlocks(one.context, writing);
    case 'actions':
      return actionBlocks(view);
    case 'answer':
      return one.context === null ? [] : answerBlocks(one.context, writing);
    case 'resolutions':
      return resolutionBlocks(view, writing);
    case 'risks':
      return riskBlocks(view, writing);
    case 'figures-checked':
      return checkedBlocks(view, writing);
    case 'notes':
      return noteBlocks(view.notes, writing);
  }
}

function statusBlocks(view: ReportView, writing: Writing): string[] {
  const { status, audience } = view;
  return [
    ...(status.rag === null
      ? []
      : [writing.heading(3, 'The RAG and its reason'), ...ragBlocks(status.rag, writing)]),
    writing.heading(3, `Requests of the ${audience}`),
    askList(status.asks, writing),
    askedElse(view, writing),
  ];
}
