import type { TemplateName } from '../../model/templates.ts';
import type { ActionView } from '../../report/view-lists.ts';
import type { AskView } from '../../report/view-asks.ts';
import type { FactView } from '../../report/view-head.ts';
import type { GlanceView } from '../../report/view-glance.ts';
import type { HeadlineView } from '../../report/view-headlines.ts';
import type { RagSummary, RagView } from '../../report/view-rag.ts';
import type { MoreView } from '../../report/view-sections.ts';
import type { TimeLine } from '../../report/view-time-line.ts';
import { timeLineLayout } from '../../report/view-time-line-layout.ts';
import type { ReportView } from '../../report/view.ts';
import { figures, list, table, words } from './blocks.ts';
import { riskMatrix, timeChart } from './charts.ts';
import { bold, joinedText, marked, plain, signOf, spaced, state } from './inline.ts';
import type { Writing } from './writing.ts';

/** Returns the first page of a report: its head, and what a board needs to know and to do. */
export function openingBlocks(view: ReportView, template: TemplateName, writing: Writing): string[] {
  return [...headBlocks(view, writing), ...OPENINGS[template](view, writing)];
}

const OPENINGS: Readonly<Record<TemplateName, (view: ReportView, writing: Writing) => string[]>> = {
  'highlight-report': summaryBlocks,
  'committee-report': committeeBlocks,
  'recommendations-report': recommendationsBlocks,
};

function headBlocks(view: ReportView, writing: Writing): string[] {
  const { heading, organisation, programme, draft, facts } = view;
  return [writing.heading(1, heading), eyebrow([organisation, programme], draft), factList(facts)];
}

/** Returns whose paper it is, and whether it is a draft. */
export function eyebrow(names: readonly string[], isDraft: boolean): string {
  return joinedText([...names.map(plain), isDraft ? '**Draft**' : ''], ' · ');
}

/** Returns facts of a paper. */
export function factList(facts: readonly FactView[]): string {
  return list(facts.map(({ term, value }) => [`**${plain(term)}:** ${plain(value)}`]));
}

function summaryBlocks(view: ReportView, writing: Writing): string[] {
  const { summary, risks } = view;
  const { rag, headlines, target, matrix, targets, topRisks } = summary;
  return [
    ...(rag === null
      ? []
      : [
          writing.heading(2, 'Are we on plan?'),
          ...ragBlocks(rag, writing),
          ...more(summary.reasonMore, writing),
        ]),
    ...(rag === null || rag.evidence.length === 0
      ? []
      : [writing.heading(3, 'What the evidence says'), ...evidenceBlocks(rag)]),
    ...neededBlocks(view, summary.asks, writing),
    ...more(summary.asksMore, writing),
    ...(headlines.length === 0
      ? []
      : [writing.heading(2, spaced('What changed?', summary.period)), headlineTable(headlines)]),
    ...more(summary.headlinesMore, writing),
    plain(summary.since),
    ...(target === null ? [] : timeChart(target, writing)),
    ...(targets.length === 0
      ? []
      : [
          writing.heading(3, summary.targetsTitle),
          list(targets.map((one) => [`${plain(`${one.label} by ${one.by}`)}: ${state(one.state)}`])),
          ...more(summary.targetsMore, writing),
        ]),
    ...(matrix === null
      ? [writing.heading(3, risks.summary), ...more(summary.matrixMore, writing)]
      : [writing.heading(3, 'Risks'), ...riskMatrix(matrix, writing)]),
    ...(topRisks.length === 0
      ? []
      : [writing.heading(3, summary.topRisksTitle), list(topRisks.map((one) => [topRisk(one)]))]),
    ...milestoneBlocks(summary, writing),
    trustText(view, writing),
  ];
}

function topRisk({ reference, risk, score, movement }: ReportView['summary']['topRisks'][number]): string {
  const about = joinedText([plain(score), movement === null ? '' : state(movement)], ', ');
  return `${spaced(bold(reference), about)}: ${plain(risk)}`;
}

function milestoneBlocks({ timeLine, ...summary }: ReportView['summary'], writing: Writing): string[] {
  if (timeLine === null)
    return [
      writing.heading(3, summary.milestonesTitle),
      list(summary.milestones.map((one) => [`${plain(one.milestone)}: ${state(one.state)}`])),
      ...more(summary.milestonesMore, writing),
    ];
  return timeLineBlocks(timeLine, writing);
}

/** Returns the milestones of a time line in the order of their dates: those that are drawn, since the notes count the others. */
function timeLineBlocks(timeLine: TimeLine, writing: Writing): string[] {
  const { title, notes, table: ref } = timeLine;
  const { placed } = timeLineLayout(timeLine);
  return [
    writing.heading(3, title),
    list(placed.map(({ item }) => [`${plain(item.name)}: ${state(item.state)}`])),
    plain(spaced(...notes, ref.number === '' ? '' : `All milestones: ${writing.elsewhere(ref.number)}.`)),
  ];
}

function trustText({ summary, points, warnings, sections }: ReportView, { elsewhere }: Writing): string {
  const { number } = sections.checked;
  return spaced(
    '**Can the figures be trusted?**',
    plain(
      spaced(
        summary.checked,
        pointsText(points),
        warnings,
        number === '' ? '' : `See ${elsewhere(`section ${number}`)}.`,
      ),
    ),
  );
}

function committeeBlocks(view: ReportView, writing: Writing): string[] {
  const { glance } = view;
  return [
    writing.heading(2, joinedText(['At a glance', glance.period], ': ')),
    ...standBlocks(glance, writing),
    ...glanceHeadlines(glance, writing),
    ...neededBlocks(view, glance.asks, writing),
    ...drawingBlocks(glance, writing),
    footText(view, writing),
  ];
}

/** Returns what the page draws at a glance: the milestones, and the risks beside them. */
function drawingBlocks({ timeLine, matrix }: GlanceView, writing: Writing): string[] {
  return [
    ...(timeLine === null ? [] : timeLineBlocks(timeLine, writing)),
    ...(matrix === null ? [] : [writing.heading(3, 'Risks'), ...riskMatrix(matrix, writing)]),
  ];
}

function recommendationsBlocks(view: ReportView, writing: Writing): string[] {
  const { glance } = view;
  const { counts, actions, overdue, next, headlines } = glance;
  return [
    ...(counts.length === 0
      ? []
      : [
          writing.heading(2, 'Where do the recommendations stand?'),
          list(counts.map((one) => [`${state(one)}: ${bold(one.count)}`])),
        ]),
    ...standBlocks(glance, writing),
    ...neededBlocks(view, glance.asks, writing),
    ...(actions === null
      ? []
      : [
          writing.heading(2, 'What is overdue, and what is due next?'),
          state(actions),
          list([...overdue, ...next].map((one) => [dueAction(one)])),
          ...more(glance.overdueMore, writing),
        ]),
    ...(headlines.length === 0 ? [] : [writing.heading(2, spaced('What changed?', glance.period))]),
    ...glanceHeadlines(glance, writing),
    ...drawingBlocks(glance, writing),
    footText(view, writing),
  ];
}

function dueAction({ reference, action, state: one, owner }: ActionView): string {
  const about = joinedText([state(one), plain(owner)], ', ');
  return `${spaced(bold(reference), plain(action))}: ${about}`;
}

function standBlocks({ rag, reason, reasonMore }: GlanceView, writing: Writing): string[] {
  if (rag === null) return [];
  return [
    ragMark(rag.current),
    plain(`${rag.change}. ${rag.current.meaning}`),
    ...evidenceBlocks(rag),
    ...writing.blocks(reason),
    ...more(reasonMore, writing),
  ];
}

function glanceHeadlines({ headlines, headlinesMore }: GlanceView, writing: Writing): string[] {
  return [...(headlines.length === 0 ? [] : [headlineTable(headlines)]), ...more(headlinesMore, writing)];
}

function footText({ glance: { lines, checkedIn }, points }: ReportView, { elsewhere }: Writing): string {
  if (lines.length === 0) return '';
  const see = checkedIn === null ? '' : `See ${elsewhere(`section ${checkedIn.number}`)}.`;
  return plain(spaced(...lines, pointsText(points), see));
}

function pointsText(points: ReportView['points']): string {
  return points
    .map(({ text, joint }) => `${text}${joint}`)
    .join('')
    .trim();
}

/** Returns a RAG in full, with its reason. */
export function ragBlocks(rag: RagSummary, writing: Writing): string[] {
  const { current, previous, change, reason, despite } = rag;
  return [
    ragMark(current),
    plain(`${change}. ${current.meaning}`),
    ...writing.blocks(reason),
    ...writing.blocks(despite),
    previous === null ? '' : `Previous RAG: ${ragMark(previous)}`,
  ];
}

function ragMark({ sign, word, short }: Pick<RagView, 'sign' | 'word' | 'short'>): string {
  return spaced(`**${signOf(sign)} ${plain(word)}**`, plain(short));
}

function evidenceBlocks({ evidence, disagreement }: RagSummary): string[] {
  return [list(evidence.map((one) => [state(one)])), plain(disagreement)];
}

/** Returns what the readers are asked, or where it stands. */
function neededBlocks(view: ReportView, asks: readonly AskView[], writing: Writing): string[] {
  return [
    writing.heading(2, `What is needed from the ${view.audience}?`),
    askList(asks, writing),
    askedElse(view, writing),
  ];
}

/** Returns requests, each with its kind. */
export function askList(asks: readonly AskView[], writing: Writing): string {
  return list(asks.map(({ kind, text }) => writing.led(kind === '' ? '' : `${bold(kind)}:`, text)));
}

/** Returns where else it stands what is asked, or that nothing is. */
export function askedElse(
  { glance: { asks, decision }, audience }: ReportView,
  { elsewhere }: Writing,
): string {
  if (decision !== null) return plain(`${decision.title}: see ${elsewhere(`section ${decision.number}`)}.`);
  return asks.length === 0 ? plain(`Nothing is asked of the ${audience}.`) : '';
}

/** A column that no figure fills is left out. */
function headlineTable(headlines: readonly HeadlineView[]): string {
  const changes = headlines.map(changeText);
  const hasChange = changes.some((one) => one !== '');
  const hasAim = headlines.some((one) => one.aim !== '');
  return table({
    number: '',
    caption: 'Headline figures',
    columns: [
      words('Figure'),
      figures('Now'),
      ...(hasChange ? [words('Change')] : []),
      ...(hasAim ? [words('Aim')] : []),
    ],
    rows: headlines.map((one, index) => [
      plain(one.label),
      marked(one),
      ...(hasChange ? [changes[index] ?? ''] : []),
      ...(hasAim ? [aimText(one)] : []),
    ]),
  });
}

function changeText({ change, noChange, since }: HeadlineView): string {
  return spaced(change === null ? plain(noChange) : state(change), plain(since));
}

function aimText({ aim, aimState }: HeadlineView): string {
  return joinedText([plain(aim), aimState === null ? '' : state(aimState)], ', ');
}

function more(view: MoreView | null, { elsewhere }: Writing): string[] {
  if (view === null) return [];
  return [plain(view.section === '' ? view.text : `${view.text}see ${elsewhere(view.section)}.`)];
}
