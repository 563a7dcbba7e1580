import type { TemplateName } from '../../model/templates.ts';
import type { ReportView } from '../../report/view.ts';
import { joined, list } from './blocks.ts';
import { noteBlocks } from './figures.ts';
import { plain } from './inline.ts';
import { openingBlocks } from './opening.ts';
import { bodyBlocks } from './parts.ts';
import { loadWriting, type Writing } from './writing.ts';

/** How much of a paper is written: all of it, or its first page alone. */
export type MarkdownExtent = 'whole' | 'summary';

/**
 * Returns a report as GitHub's Markdown, for a pull request or a committee system: what the page shows, in its order and
 * with its numbers. A drawing is its title and its values. Text of the data makes no markup, mention or link; links in a
 * council's own text stay where they are `https:` or `mailto:`.
 */
export async function reportMarkdown(
  view: ReportView,
  template: TemplateName,
  extent: MarkdownExtent,
): Promise<string> {
  const writing = await loadWriting(0, extent === 'summary');
  const opening = openingBlocks(view, template, writing);
  const blocks =
    extent === 'summary'
      ? [...opening, ...shownNotes(view, template, writing)]
      : [...opening, ...contentsBlocks(view, writing), ...bodyBlocks(view, writing)];
  return `${joined(blocks)}\n`;
}

/** A first page that stands alone has the notes to its own figures below it. */
function shownNotes(
  { summary, glance, notes }: ReportView,
  template: TemplateName,
  writing: Writing,
): string[] {
  const { headlines } = template === 'highlight-report' ? summary : glance;
  const marks = new Set(headlines.flatMap(({ mark }) => mark.split(' ')));
  const shown = notes.filter(({ mark }) => marks.has(mark));
  return shown.length === 0 ? [] : noteBlocks(shown, writing);
}

/** A long report has contents; Markdown has no pages that they could number. */
function contentsBlocks({ contents }: ReportView, writing: Writing): string[] {
  if (contents === null) return [];
  return [
    writing.heading(2, 'Contents'),
    list(contents.lines.map(({ number, title }) => [plain(`${number} ${title}`)])),
  ];
}
