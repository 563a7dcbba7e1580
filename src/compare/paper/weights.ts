import type { PieceContent } from './piece.ts';

/** Who has room first: the least number. What a board asks first is what it must not be without. */
export const WEIGHTS = {
  summary: 0,
  rag: 1,
  figures: 2,
  bridge: 3,
  plans: 4,
  restated: 5,
  rates: 6,
  groups: 7,
  effects: 8,
  others: 9,
  quiet: 10,
} as const;

/** Returns the weight of a piece of a part of the comparison. */
export function weightOf(
  part: string,
  content: PieceContent,
  { isGrouped, isQuiet }: { readonly isGrouped: boolean; readonly isQuiet: boolean },
): number {
  if (isQuiet) return WEIGHTS.quiet;
  if (isGrouped) return WEIGHTS.groups;
  switch (part) {
    case 'definitions':
    case 'rag':
      return WEIGHTS.rag;
    case 'workforce':
    case 'indicators':
      return WEIGHTS.figures;
    case 'milestones':
    case 'risks':
    case 'actions':
    case 'escalations':
      return WEIGHTS.plans;
    case 'restated':
      return WEIGHTS.restated;
    case 'why':
      return weightOfReason(content);
    default:
      return WEIGHTS.others;
  }
}

function weightOfReason(content: PieceContent): number {
  switch (content.kind) {
    case 'waterfall':
    case 'lines':
      return WEIGHTS.bridge;
    case 'table':
      return isWhole(content) ? WEIGHTS.effects : WEIGHTS.rates;
    case 'items':
    case 'sentences':
      return WEIGHTS.others;
  }
}

/** Returns whether a table's rows add up: it is shown whole or not at all. */
export function isWhole(content: PieceContent): boolean {
  return content.kind === 'table' && content.columns.at(-1)?.title === 'Effect';
}

/** What happened in the order in which a board asks, then why; figures of groups come last. */
const ORDER: readonly string[] = [
  'definitions',
  'rag',
  'workforce',
  'indicators',
  'risks',
  'milestones',
  'actions',
  'escalations',
  'recommendations',
  'resolutions',
  'targets',
  'why',
  'restated',
  'groups',
];

/** Returns where a piece stands in the order of reading of its workstream. */
export function rankOf(part: string, isGrouped: boolean): number {
  const at = ORDER.indexOf(part);
  return isGrouped || at < 0 ? ORDER.length : at;
}
