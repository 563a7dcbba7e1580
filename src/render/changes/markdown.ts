import { plural } from '../../model/format.ts';
import type { ChangesView, ViewSection } from '../../compare/view.ts';
import { markdownBlock, type MarkdownBlock } from './markdown-blocks.ts';
import { markdownText } from '../markdown-blocks/text.ts';

/** The first line, which nobody sees: by it CI finds the comment that it wrote before. */
export const COMMENT_MARKER = '<!-- cip-report diff -->';

/** GitHub takes 65,536 characters; what is left is for the line that counts what is left out. */
const MOST = 65_000;

/**
 * Returns what changed as a comment on a pull request: GitHub's Markdown, short enough for it. No text of the data can make
 * markup, a mention or a link. What does not fit is left out from the end, and counted in the last line.
 */
export function changesMarkdown({ title, facts, summary, sections, notes }: ChangesView): string {
  const first = [
    COMMENT_MARKER,
    `## ${markdownText(title)}`,
    '',
    facts.map(markdownText).join('<br>'),
    '',
    ...summary.map((one) => `- ${markdownText(one.text)}`),
    '',
  ];
  const blocks: MarkdownBlock[] = [
    ...sections.flatMap(sectionBlocks),
    ...(notes.length === 0
      ? []
      : [
          { head: ['### Not compared', ''], entries: notes.map((one) => `- ${markdownText(one)}`), tail: [] },
        ]),
  ];
  return fitted(first, blocks);
}

function sectionBlocks({ title, workstream, blocks }: ViewSection): MarkdownBlock[] {
  const headings = [
    ...(workstream === undefined ? [] : [`## ${markdownText(workstream)}`, '']),
    `### ${markdownText(title)}`,
    '',
  ];
  return blocks.map((block, index) => {
    const { head, entries, tail } = markdownBlock(block);
    return { head: index === 0 ? [...headings, ...head] : head, entries, tail };
  });
}

/** What has no room is left out with all that comes after it, so that nothing is missing between two lines. */
function fitted(first: readonly string[], blocks: readonly MarkdownBlock[]): string {
  const lines = [...first];
  let room = MOST - lengthOf(first);
  let left = 0;
  for (const { head, entries, tail } of blocks) {
    const frame = lengthOf(head) + lengthOf(tail);
    const kept = left > 0 ? [] : fitting(entries, room - frame);
    const isShown = kept.length > 0 || (entries.length === 0 && left === 0 && frame <= room);
    if (isShown) {
      lines.push(...head, ...kept, ...tail);
      room -= frame + lengthOf(kept);
      left += entries.length - kept.length;
    } else left += Math.max(1, entries.length);
  }
  if (left === 0) return `${lines.join('\n').trimEnd()}\n`;
  const more = `${plural(left, 'more line')} ${left === 1 ? 'is' : 'are'} left out: a comment has no room for them.`;
  return `${lines.join('\n').trimEnd()}\n\n${more}\n`;
}

function fitting(entries: readonly string[], room: number): string[] {
  const kept: string[] = [];
  let rest = room;
  for (const entry of entries) {
    rest -= entry.length + 1;
    if (rest < 0) break;
    kept.push(entry);
  }
  return kept;
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length + 1, 0);
}
