import {
  rootPart,
  type PageName,
  type TemplatePart,
  type TemplateSheet,
  type TemplateSource,
} from './template-source.ts';

/** What a page's template is for, in a line. */
export const PAGE_PURPOSES: Readonly<Record<PageName, string>> = {
  'highlight-report': 'a board’s report on a workstream, with a first page that is read in a minute',
  'committee-report': 'a report to a committee, in numbered paragraphs under the headings that councils use',
  'recommendations-report':
    'progress on recommendations of an inspection or a review, each with its evidence',
  pack: 'the board pack: a cover with contents, a summary of all workstreams, and every report',
  changes: 'the paper of `cip-report diff`: what really changed',
};

/** What every part prints, in a line, by its file below templates/. A test holds the list to the files. */
export const PART_PURPOSES: Readonly<Record<string, string>> = {
  'shared/abbreviations.hbs': 'what the abbreviations of the paper stand for',
  'shared/actions.hbs': 'the table of actions',
  'shared/answer.hbs': 'a resolution of the board, and the answer to it',
  'shared/appendix.hbs': 'an appendix of text',
  'shared/ask-list.hbs': 'what the board is asked to decide, support or note',
  'shared/asked-else.hbs': 'where the decision is asked for, or that nothing is asked',
  'shared/benchmark.hbs': 'one figure beside those of other councils: chart and table',
  'shared/benchmarks.hbs': 'all comparisons with other councils',
  'shared/contents.hbs': 'the contents of a long report, with page numbers',
  'shared/escalations.hbs': 'what is brought to the board’s attention, and what is asked of it',
  'shared/evidence.hbs': 'the evidence beside the RAG, and where the two disagree',
  'shared/figure-cell.hbs': 'a figure in a cell of a table, with the mark of its note',
  'shared/figure-table.hbs': 'one table of figures',
  'shared/figure-tables.hbs': 'further tables of figures',
  'shared/figures-checked.hbs': 'the appendix on what was checked, found and used',
  'shared/glance-drawings.hbs': 'the drawings of a summary: risks and milestones',
  'shared/glance-foot.hbs': 'the last lines of a summary: what was checked, and what asks for attention',
  'shared/header.hbs': 'the head of a report: logo, council, title, and facts of the meeting',
  'shared/headline.hbs': 'one headline figure with its change, target and sparkline',
  'shared/headlines.hbs': 'the row of headline figures',
  'shared/indicators.hbs': 'the table of indicators with their levels',
  'shared/logo.hbs': 'the council’s logo',
  'shared/milestones.hbs': 'the table of milestones',
  'shared/more.hbs': 'how many more there are, and where',
  'shared/needed.hbs': 'what is needed from the board, on a summary',
  'shared/notes.hbs': 'the notes to figures',
  'shared/paragraph.hbs': 'a paragraph of a section',
  'shared/part.hbs': 'a part of a paragraph under its heading',
  'shared/plan.hbs': 'the planned path of a target beside what is: chart and table',
  'shared/point.hbs': 'one point of a sentence, linked to where it stands',
  'shared/points.hbs': 'a sentence of points',
  'shared/progress.hbs': 'progress to date and next steps',
  'shared/rag-mark.hbs': 'the RAG as word, shape and colour',
  'shared/rag.hbs': 'the RAG with what it was, its meaning and its reason',
  'shared/recommendation-facts.hbs': 'status, owner and date of a recommendation',
  'shared/recommendation.hbs': 'one recommendation in full',
  'shared/recommendations-table.hbs': 'the table of recommendations',
  'shared/report.hbs': 'the document of a report: head, opening, contents and sections',
  'shared/resolutions.hbs': 'the table of earlier resolutions',
  'shared/risk-chart.hbs': 'the risk matrix with its caption',
  'shared/risk-table.hbs': 'the table of risks',
  'shared/risks.hbs': 'the section of risks: matrix, table and guidance',
  'shared/section.hbs': 'a section under its heading',
  'shared/series-table.hbs': 'head and rows of a table with a row a period',
  'shared/stand-reason.hbs': 'the reason of the RAG, on a summary',
  'shared/stand.hbs': 'where the work stands: the RAG beside its evidence',
  'shared/state.hbs': 'a state as sign and word',
  'shared/status.hbs': 'the section on the RAG and what is asked for',
  'shared/targets.hbs': 'the table of targets, and planned paths',
  'shared/text.hbs': 'a text of the paper',
  'shared/time-chart.hbs': 'a chart over time with its caption',
  'shared/time-line.hbs': 'the milestones on a line of time',
  'shared/trend-table.hbs': 'the figures of a chart over time',
  'shared/trend.hbs': 'a chart over time, what it says, and its figures',
  'shared/workforce.hbs': 'the table of the workforce, its bridges and notes',
  'committee-report/opening.hbs': 'the first page: head, and summary where the paper has one',
  'committee-report/paragraph.hbs': 'a paragraph with its number',
  'highlight-report/first-risks.hbs': 'the risk matrix of the first page',
  'highlight-report/milestone-list.hbs': 'the milestones of the first page',
  'highlight-report/opening.hbs': 'the first page',
  'highlight-report/summary.hbs': 'the summary: RAG, headlines, asks, risks, milestones and targets',
  'highlight-report/target-list.hbs': 'the targets of the first page',
  'highlight-report/trust.hbs': 'whether the figures can be trusted, on the first page',
  'recommendations-report/due-action.hbs': 'an action that is due, on the first page',
  'recommendations-report/opening.hbs': 'the first page: where the recommendations stand',
  'pack/pack-contents.hbs': 'the contents with page numbers',
  'pack/pack-cover.hbs': 'the cover',
  'pack/pack-summary.hbs': 'where every workstream stands',
  'pack/pack.hbs': 'the document of the pack',
  'changes/changes-item.hbs': 'one entry that changed',
  'changes/changes-section.hbs': 'a section of what changed',
  'changes/changes-table.hbs': 'a table of changes',
  'changes/changes-waterfall.hbs': 'the bridge from one figure to the next',
  'changes/changes.hbs': 'the document of the paper',
};

/** What a style sheet is for, in a line. */
export const SHEET_PURPOSES: Readonly<Record<string, string>> = {
  'shared/00-tokens.css': 'colours, sizes and spaces; for other colours alone use a theme',
  'shared/10-figures.css': 'figures and how they are set',
  'shared/20-paper.css': 'parts of papers that are read from front to back',
  'shared/30-base.css': 'text, headings and links',
  'shared/31-head.css': 'the head of a report',
  'shared/32-first-page.css': 'the first page',
  'shared/33-charts.css': 'charts',
  'shared/34-tables.css': 'tables',
  'shared/35-contents.css': 'the contents of a long report',
  'shared/40-wide.css': 'wide screens',
  'shared/41-phone.css': 'phones',
  'shared/42-print.css': 'paper: sheets, margins and breaks',
  'committee-report/style.css': 'what is the committee report’s own',
  'pack/style.css': 'cover, contents and summary',
  'changes/style.css': 'what is the own of the paper of changes',
};

const BELOW = 'templates/';

/** Returns a file below the folder of templates: `shared/risks.hbs`. */
export function fileOf({ file }: Pick<TemplatePart | TemplateSheet, 'file'>): string {
  return file.startsWith(BELOW) ? file.slice(BELOW.length) : file;
}

/**
 * Returns the parts that a page is made of, in order of name. A report's sections call any part that it has; of a pack's parts
 * only those are its own that its document leads to, since each report in it has its own template.
 */
export function partsOf(source: TemplateSource): TemplatePart[] {
  const root = rootPart(source.name);
  if (root === 'report') return [...source.parts];
  const parts = new Map(source.parts.map((part) => [part.name, part]));
  const reached = new Set<string>();
  const follow = (name: string): void => {
    const part = parts.get(name);
    if (part === undefined || reached.has(name)) return;
    reached.add(name);
    for (const call of part.text.matchAll(/\{\{~?>\s*([\w-]+)/g)) follow(call[1] ?? '');
  };
  follow(root);
  return source.parts.filter((part) => reached.has(part.name));
}
