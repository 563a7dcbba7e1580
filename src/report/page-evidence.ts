import type { PaperContext } from '../papers/context.ts';
import { finding, type Finding } from '../model/finding.ts';
import { formatList, plural } from '../model/format.ts';
import type { ReportSection } from './report.ts';
import { sectionTitle, type SectionParts } from './sections.ts';

/** What the choice of sections is called: it is no entry of a list. */
export const SECTIONS_SUBJECT = 'sections';

/** Returns W085: what counts against the workstream, and stands in no section of its page. */
export function hiddenEvidence(
  { meeting }: PaperContext,
  parts: SectionParts,
  sections: readonly ReportSection[],
): Finding[] {
  const against = evidenceAgainst(parts, sections);
  if (against.length === 0) return [];
  const counts = against.map(({ items, word }) => plural(items.length, word));
  const titles = against.map(({ id }) => `\`${id}\``);
  return [
    finding('W085', `the page shows nothing of ${formatList(counts)}`, {
      about: SECTIONS_SUBJECT,
      at: { file: `${meeting.folder}/report.yaml`, line: 1, column: 1, length: 1 },
      help: `add ${formatList(titles)} to the sections of the workstream in cip-report.yaml`,
    }),
  ];
}

/** What counts against a workstream, by the section in which it would stand. */
export interface EvidenceAgainst {
  readonly id: string;
  readonly items: readonly unknown[];
  readonly word: string;
}

/** Returns what counts against the workstream and stands in no section of the page. */
export function evidenceAgainst(parts: SectionParts, sections: readonly ReportSection[]): EvidenceAgainst[] {
  return [
    { id: 'risks', items: parts.risks.open.filter((one) => one.severe), word: 'red risk' },
    { id: 'actions', items: parts.actions.filter((one) => one.state === 'overdue'), word: 'overdue action' },
    {
      id: 'milestones',
      items: parts.milestones.filter((one) => one.state === 'overdue'),
      word: 'overdue milestone',
    },
    { id: 'targets', items: parts.targets.filter((one) => one.state === 'missed'), word: 'missed target' },
    { id: 'workforce', items: parts.workforce.movements, word: 'recorded reason' },
  ].filter(({ id, items }) => items.length > 0 && !isShown(sections, id));
}

/** Returns the sections with what was checked at their end, where a warning or what is accepted is to be read there. */
export function withChecked(
  context: PaperContext,
  sections: readonly ReportSection[],
  findings: readonly Finding[],
): ReportSection[] {
  const isTold = findings.some((one) => one.severity === 'warning' || one.accepted !== undefined);
  if (!isTold || isShown(sections, 'checked')) return [...sections];
  return [
    ...sections,
    { id: 'checked', title: sectionTitle('checked', context), kind: 'computed', blocks: [] },
  ];
}

/** Returns whether the page has a computed section: in its own place, or among paragraphs. */
export function isShown(sections: readonly ReportSection[], id: string): boolean {
  return sections.some(
    (section) =>
      (section.id === id && section.kind === 'computed') ||
      section.blocks.some((block) => block.kind === 'show' && block.what === 'section' && block.id === id),
  );
}
