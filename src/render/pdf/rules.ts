import type { Examined } from './examined.ts';
import type { Fault, PdfRule } from './rule.ts';
import { CONTENT_RULES } from './rules-content.ts';
import { DOCUMENT_RULES, identifierFaults } from './rules-document.ts';
import { FONT_RULES } from './rules-font.ts';
import { TABLE_RULES } from './rules-table.ts';
import { TREE_RULES } from './rules-tree.ts';

const OTHERS: readonly PdfRule[] = [
  ...DOCUMENT_RULES,
  ...FONT_RULES,
  ...CONTENT_RULES,
  ...TREE_RULES,
  ...TABLE_RULES,
];

/** Every rule of accessibility that a PDF of ours is held to; after PDF/UA-1 as far as a machine can check it alone. */
export const PDF_RULES: readonly PdfRule[] = [
  ...OTHERS,
  {
    name: 'identifier',
    checkpoint: '06-002',
    says: 'The file bears the identifier of PDF/UA-1 where every other rule holds, and nowhere else.',
    check: (paper) => identifierFaults(paper.xmp, faultsOfRules(OTHERS, paper).length),
  },
];

/** Returns what breaks the rules, in their order; empty where all hold. */
export function faultsOf(paper: Examined): Fault[] {
  const faults = faultsOfRules(OTHERS, paper);
  const last = identifierFaults(paper.xmp, faults.length).map((wrong) => ({ rule: 'identifier', ...wrong }));
  return [...faults, ...last];
}

function faultsOfRules(rules: readonly PdfRule[], paper: Examined): Fault[] {
  return rules.flatMap(({ name, check }) => check(paper).map((wrong) => ({ rule: name, ...wrong })));
}
