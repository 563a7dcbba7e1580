import type { ChangesPaper, PaperBlock, PaperWaterfall } from '../../compare/paper/paper.ts';
import type { BodySection } from '../../report/view-body.ts';
import { waterfallNotes } from '../charts/waterfall.ts';

/** The paper as its template has it. */
export interface ChangesPage extends ChangesPaper {
  /** A paper has sheets and none of a report's sections. */
  readonly body: readonly BodySection[];
  readonly description: string;
  /** The widths of columns, per cent, each once. */
  readonly widths: readonly number[];
}

/** Returns the paper with what its page adds: notes on scales, and the widths that the style needs a rule for. */
export function pageOf(paper: ChangesPaper): ChangesPage {
  const sheets = paper.sheets.map((sheet) => ({
    ...sheet,
    zones: sheet.zones.map((zone) => ({
      ...zone,
      sections: zone.sections.map((section) => ({ ...section, blocks: section.blocks.map(withNotes) })),
    })),
  }));
  const widths = sheets
    .flatMap(({ zones }) => zones)
    .flatMap(({ sections }) => sections)
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ table }) => table?.columns ?? [])
    .map(({ width }) => width);
  return {
    ...paper,
    sheets,
    body: [],
    description: [paper.eyebrow, paper.heading].filter((text) => text !== '').join(': '),
    widths: [...new Set(widths)].sort((a, b) => a - b),
  };
}

interface Noted extends PaperWaterfall {
  readonly notes: readonly string[];
}

function withNotes(block: PaperBlock): PaperBlock & { readonly waterfall: Noted | null } {
  const { waterfall } = block;
  return { ...block, waterfall: waterfall && { ...waterfall, notes: waterfallNotes(waterfall.chart) } };
}
