import type { AnswerView, RecommendationView } from '../../report/view-lists.ts';
import type { RiskView } from '../../report/view-risks.ts';
import type { ReportView } from '../../report/view.ts';
import { list, table, words } from './blocks.ts';
import { riskMatrix } from './charts.ts';
import { bold, plain, spaced, stacked, state } from './inline.ts';
import type { Writing } from './writing.ts';

/** What a cell shows where there is nothing to show. */
const NONE = '–';

/** Returns the matters that are escalated. */
export function escalationBlocks({ escalations, tables }: ReportView): string[] {
  if (escalations.length === 0) return ['No matter is escalated.'];
  return [
    table({
      number: tables.escalations.number,
      caption: 'Matters and the action required',
      columns: ['Matter', 'Action required'].map(words),
      rows: escalations.map(({ matter, action }) => [plain(matter), plain(action)]),
    }),
  ];
}

/** Returns what was done, and what is planned next. */
export function progressBlocks({ progress, next }: ReportView, writing: Writing): string[] {
  const span = (title: string, one: ReportView['progress']): string[] =>
    one === null
      ? []
      : [
          writing.heading(3, one.range === '' ? title : `${title}: ${one.range}`),
          ...writing.blocks(one.text),
        ];
  return [...span('Progress to date', progress), ...span('Activity for the next period', next)];
}

/** Returns the milestones. */
export function milestoneBlocks({ milestones, milestonesTitle, tables }: ReportView): string[] {
  return [
    table({
      number: tables.milestones.number,
      caption: milestonesTitle,
      columns: ['Reference', 'Milestone', 'Due', 'Revised', 'Actual', 'State'].map(words),
      rows: milestones.map((one) => [
        plain(one.reference),
        stacked(plain(one.milestone), plain(one.comment)),
        plain(one.due),
        orNone(one.revised),
        orNone(one.actual),
        state(one.state),
      ]),
    }),
  ];
}

/** Returns the actions. */
export function actionBlocks({ actions, actionsTitle, tables }: ReportView): string[] {
  return [
    table({
      number: tables.actions.number,
      caption: actionsTitle,
      columns: ['Reference', 'Action', 'Owner', 'Due', 'State'].map(words),
      rows: actions.map((one) => [
        plain(one.reference),
        stacked(plain(one.action), plain(one.carried), plain(one.comment)),
        orNone(one.owner),
        stacked(orNone(one.due), one.first === '' ? '' : plain(`first ${one.first}`)),
        state(one.state),
      ]),
    }),
  ];
}

/** Returns the recommendations that say what is in place, as a table. */
export function recommendationsTable({ recommendations, tables }: ReportView, writing: Writing): string[] {
  return [
    table({
      number: tables.recommendations.number,
      caption: 'What was required, what was done, and what is in place',
      columns: ['Reference', 'What was required', 'What was done', 'What is in place'].map(words),
      rows: recommendations.map((one) => [
        stacked(plain(one.reference), state(one.state)),
        stacked(writing.cell(one.text), said('Owner', one.owner), said('Due', one.due)),
        one.progress === null ? NONE : writing.cell(one.progress),
        writing.cell(one.inPlace),
      ]),
    }),
  ];
}

/** Returns one recommendation in full. */
export function recommendationBlocks(view: RecommendationView, writing: Writing): string[] {
  const { text, owner, due, source, progress, inPlace, evidence, actions } = view;
  const under = (title: string, blocks: readonly string[]): string[] =>
    blocks.length === 0 ? [] : [writing.heading(4, title), ...blocks];
  return [
    ...writing.blocks(text),
    list(
      [`**Status:** ${state(view.state)}`, fact('Owner', owner), fact('Due', due), fact('Source', source)]
        .filter((one) => one !== '')
        .map((one) => [one]),
    ),
    ...under('Progress', writing.blocks(progress)),
    ...under('What is in place', writing.blocks(inPlace)),
    ...under('Evidence', evidence.length === 0 ? [] : [list(evidence.map((one) => writing.blocks(one)))]),
    ...under(
      'Actions',
      actions.length === 0
        ? []
        : [list(actions.map(({ reference, stateText }) => [spaced(bold(reference), plain(stateText))]))],
    ),
  ];
}

/** Returns the answer to a resolution of an earlier meeting. */
export function answerBlocks({ resolved, text, answer, unanswered }: AnswerView, writing: Writing): string[] {
  return [
    plain(resolved),
    writing
      .blocks(text)
      .map((one) => one.replace(/^/gm, '> ').replace(/ +$/gm, ''))
      .join('\n>\n'),
    ...(answer === null ? [state(unanswered)] : writing.blocks(answer)),
  ];
}

/** Returns what was resolved, for the next report to answer. */
export function resolutionBlocks({ resolutions, tables }: ReportView, writing: Writing): string[] {
  return [
    table({
      number: tables.resolutions.number,
      caption: 'What was resolved, for the next report to answer',
      columns: ['Reference', 'Resolution', 'Due'].map(words),
      rows: resolutions.map(({ reference, text, due }) => [
        plain(reference),
        writing.cell(text),
        orNone(due),
      ]),
    }),
  ];
}

/** Returns the risk log with its matrix and the guidance on scoring. */
export function riskBlocks({ risks, tables }: ReportView, writing: Writing): string[] {
  const { chart, open, closed, summary, guidance, guidanceText } = risks;
  return [
    ...(chart === null ? [] : riskMatrix(chart, writing)),
    open.length === 0 ? 'No risk is open.' : riskTable(open, tables.open.number, summary),
    ...(closed.length === 0 ? [] : [riskTable(closed, tables.closed.number, 'Closed risks')]),
    ...(guidance === null
      ? []
      : [
          writing.heading(3, 'Risk scoring guidance'),
          guidanceTable(guidance, tables.guidance.number),
          plain(guidanceText),
        ]),
  ];
}

function riskTable(risks: readonly RiskView[], number: string, caption: string): string {
  return table({
    number,
    caption,
    columns: ['Reference and risk', 'Likelihood', 'Impact', 'Score', 'Mitigation', 'By'].map(words),
    rows: risks.map((one) => [
      stacked(spaced(bold(one.reference), plain(one.risk)), plain(one.movement)),
      plain(one.likelihood),
      plain(one.impact),
      plain(one.score),
      stacked(plain(one.mitigation), said('Owner', one.owner), plain(one.comment), plain(one.note)),
      orNone(one.by),
    ]),
  });
}

function guidanceTable(
  { rowAxis, columnAxis, columns, rows }: NonNullable<ReportView['risks']['guidance']>,
  number: string,
): string {
  return table({
    number,
    caption: `Score, rating and action by ${rowAxis} (down) and ${columnAxis} (across)`,
    columns: [`${rowAxis} by ${columnAxis}`, ...columns].map(words),
    rows: rows.map(({ label, cells }) => [
      bold(label),
      ...cells.map(({ score, rating, action }) => stacked(bold(spaced(score, rating)), plain(action))),
    ]),
  });
}

function orNone(text: string): string {
  return text === '' ? NONE : plain(text);
}

/** Returns `Owner: Head of Service`; nothing where there is no such thing. */
function said(term: string, text: string): string {
  return text === '' ? '' : plain(`${term}: ${text}`);
}

function fact(term: string, text: string): string {
  return text === '' ? '' : `**${term}:** ${plain(text)}`;
}
