import type { TemplateName } from '../../model/templates.ts';
import type { ReportView } from '../../report/view.ts';
import { joined } from './blocks.ts';
import { openingBlocks } from './opening.ts';
import { bodyBlocks } from './parts.ts';
import { loadWriting } from './writing.ts';

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
  const writing = await loadWriting(0);
  const opening = openingBlocks(view, template, writing);
  return `${joined(extent === 'summary' ? opening : [...opening, ...bodyBlocks(view, writing)])}\n`;
}
