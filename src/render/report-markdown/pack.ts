import type { PackSummary, SummaryItem, SummaryRow } from '../../report/pack-summary.ts';
import type { PackView } from '../../report/pack-view.ts';
import { abbreviationsTable } from './checked.ts';
import { joined, list, table, words } from './blocks.ts';
import { bold, plain, signOf, spaced, stacked, state } from './inline.ts';
import { eyebrow, factList, openingBlocks } from './opening.ts';
import { bodyBlocks } from './parts.ts';
import type { MarkdownExtent } from './report.ts';
import { loadWriting, type Writing } from './writing.ts';

/**
 * Returns a pack as GitHub's Markdown: cover, contents, summary and every report, each one level lower than by itself. Its
 * summary alone is what stands before the reports.
 */
export async function packMarkdown(view: PackView, extent: MarkdownExtent): Promise<string> {
  const [writing, lower] = await Promise.all([loadWriting(0), loadWriting(1)]);
  const front = [
    writing.heading(1, view.programme),
    eyebrow([view.kind, view.organisation], view.draft),
    factList(view.facts),
  ];
  const summary = summaryBlocks(view.summary, writing);
  if (extent === 'summary') return `${joined([...front, ...summary])}\n`;
  const reports = view.reports.flatMap(({ view: one, template }) => [
    ...openingBlocks(one, template, lower),
    ...bodyBlocks(one, lower),
  ]);
  return `${joined([...front, writing.heading(2, 'Contents'), contents(view), ...summary, ...reports, ...abbreviationBlocks(view, writing)])}\n`;
}

function abbreviationBlocks({ abbreviations }: PackView, writing: Writing): string[] {
  if (abbreviations.length === 0) return [];
  return [writing.heading(2, 'Abbreviations'), abbreviationsTable(abbreviations)];
}

function contents({ contents: entries }: PackView): string {
  return list(
    entries.map(({ text, detail, sections }) =>
      [
        [plain(text), plain(detail)].filter((one) => one !== '').join(' · '),
        list(sections.map(({ number, title }) => [plain(`${number} ${title}`)])),
      ].filter((one) => one !== ''),
    ),
  );
}

function summaryBlocks(summary: PackSummary, writing: Writing): string[] {
  const { compact, rows, asks } = summary;
  return [
    writing.heading(2, 'Programme summary'),
    plain(summary.standing),
    table({
      number: '',
      caption: 'Where the workstreams stand',
      columns: ['Workstream', 'Status', ...(compact ? [] : ['Headline figures']), 'To look at'].map(words),
      rows: rows.map((row) => standing(row, compact, writing)),
    }),
    writing.heading(3, summary.asksTitle),
    list(
      asks.map(({ kind, workstream, text }) =>
        writing.led(`${kind === '' ? plain(workstream) : `${bold(kind)} (${plain(workstream)})`}:`, text),
      ),
    ),
    asks.length === 0 && summary.asksMore === '' ? 'Nothing is asked.' : plain(summary.asksMore),
    writing.heading(3, summary.overdueTitle),
    itemList(summary.overdue),
    plain(summary.overdueMore),
    writing.heading(3, summary.risksTitle),
    itemList(summary.risks),
    plain(summary.risksMore),
    ...(summary.timeLine === null
      ? []
      : [plain(`${summary.timeLine.title}.`), plain(summary.timeLine.description)]),
    plain(summary.warnings),
  ];
}

function standing(row: SummaryRow, isCompact: boolean, writing: Writing): string[] {
  const { title, detail, rag, period, headlines, headlinesMore, reason, attention } = row;
  const figures = headlines.map(({ label, text, period: own, change, aim, aimState }) =>
    [
      spaced(plain(label), bold(text), plain(own), change === null ? '' : state(change)),
      spaced(plain(aim), aimState === null ? '' : state(aimState)),
    ]
      .filter((one) => one !== '')
      .join('; '),
  );
  return [
    stacked(bold(title), plain(detail)),
    rag === null
      ? 'None stated'
      : stacked(`**${signOf(rag.sign)} ${plain(rag.word)}**`, plain(rag.label), plain(rag.change)),
    ...(isCompact ? [] : [stacked(plain(period), ...figures, plain(headlinesMore), writing.cell(reason))]),
    stacked(...attention.map(state)),
  ];
}

function itemList(items: readonly SummaryItem[]): string {
  return list(
    items.map(({ reference, text, workstream, state: one }) => [
      `${spaced(bold(reference), plain(text))} (${plain(workstream)}): ${state(one)}`,
    ]),
  );
}
