import type { MarkdownText } from '../../report/view-text.ts';
import { heading } from './blocks.ts';
import { plain } from './inline.ts';
import { led, loadProse, proseBlocks, type Prose } from './prose.ts';

/** What parts of a document are written with. */
export interface Writing {
  /** Returns a heading of the page's level, as a text of the view. */
  readonly heading: (level: number, text: string) => string;
  /** Returns a council's own text as blocks. */
  readonly blocks: (text: MarkdownText | null) => string[];
  /** Returns the same with words before its first paragraph. */
  readonly led: (lead: string, text: MarkdownText) => string[];
  /** Returns a council's own text in one line, for a cell. */
  readonly cell: (text: MarkdownText | null) => string;
  /** Returns where else something stands (`Table 5`): of a summary alone, in the full paper. */
  readonly elsewhere: (place: string) => string;
}

/**
 * Returns what writes with headings so many levels below those of the page: in a pack a report stands below the pack. A
 * summary that stands alone has no table or section to look up.
 */
export async function loadWriting(lowered: number, isAlone = false): Promise<Writing> {
  const prose: Prose = await loadProse(lowered);
  return {
    heading: (level, text) => heading(level + lowered, plain(text)),
    blocks: (text) => (text === null ? [] : proseBlocks(prose.text(text))),
    led: (lead, text) => led(lead, prose.text(text)),
    cell: (text) => (text === null ? '' : prose.cell(text)),
    elsewhere: (place) => (isAlone ? `${place} of the full paper` : place),
  };
}
