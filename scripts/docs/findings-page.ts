import type { CatalogueEntry } from '../../src/model/catalogue/entry.ts';
import { CATALOGUE } from '../../src/model/catalogue.ts';

const AREAS: readonly (readonly [string, string])[] = [
  ['0', 'Reading files'],
  ['1', 'Figures'],
  ['2', 'Milestones and actions'],
  ['3', 'Risks'],
  ['4', 'Narrative, targets, RAG, indicators, recommendations and resolutions'],
  ['5', 'Templates and pages'],
  ['9', 'This machine'],
];

/** Returns docs/findings.md: every finding code with what it means, an example and what to do. */
export function findingsPage(): string {
  const entries = (Object.entries(CATALOGUE) as [string, CatalogueEntry][]).sort(([a], [b]) =>
    a.slice(1) < b.slice(1) ? -1 : 1,
  );
  const sections = AREAS.map(
    ([digit, title]) => [title, entries.filter(([code]) => code[1] === digit)] as const,
  );
  return [
    '# Findings',
    '',
    'Generated from the catalogue (`npm run docs`). A code is stable: it never gets another meaning. An **error** stops',
    'publication, because data cannot be read or contradicts itself. A **warning** is printed in the report: a figure',
    'that does not follow, or a judgement to look at. A **note** informs.',
    ...sections
      .filter(([, found]) => found.length > 0)
      .flatMap(([title, found]) => [
        '',
        `## ${title}`,
        ...found.flatMap(([code, entry]) => section(code, entry)),
      ]),
    '',
  ].join('\n');
}

function section(code: string, entry: CatalogueEntry): string[] {
  return [
    '',
    `### ${code} ${entry.title}`,
    '',
    `- Severity: ${entry.severity}; rule \`${entry.rule}\``,
    `- Example: ${entry.example.includes('`') ? entry.example : `\`${entry.example}\``}`,
    `- What to do: ${entry.help}`,
  ];
}
