import { PDF_RULES } from '../../src/render/pdf/rules.ts';

const HEAD = ['Rule', 'Matterhorn', 'What holds'] as const;

/** Returns docs/accessibility.md: the rules that every PDF is held to. */
export function accessibilityPage(): string {
  const rows = PDF_RULES.map(({ name, checkpoint, says }) => [`\`${name}\``, checkpoint ?? '–', says]);
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const table = [line(HEAD), line(['', '', ''], '-'), ...rows.map((cells) => line(cells))].join('\n');
  return `# Accessibility of the PDF

Generated from the rules (\`npm run docs\`). Every PDF is finished after the browser has printed it, and then held to
these. They are those of PDF/UA-1 (ISO 14289-1) that a machine can check alone and that concern these papers, and some
that it does not have. The numbers are those of the failure conditions in the Matterhorn Protocol 1.1, or of the clause
of PDF/UA-1 itself; some rules ask for more than these do. A rule without a number is our own, or of PDF itself.

The file bears the identifier of PDF/UA-1 only where every rule holds. What needs a reader is not checked: whether a text
for a figure is the right one, whether the order of reading makes sense, whether a heading says what follows. No
conformance beyond these rules is claimed.

${table}
`;
}
