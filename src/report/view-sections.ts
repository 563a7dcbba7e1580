import type { Report } from './report.ts';

/** A numbered section of the page; `number` is empty where the report has no such section. */
export interface SectionRef {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

const TITLES = {
  status: 'RAG and requests in full',
  escalations: 'Urgent matters for escalation',
  progress: 'Progress and next period',
  workforce: 'Workforce data',
  targets: 'Targets',
  milestones: 'Key milestones',
  risks: 'Risk log',
  appendices: 'Appendices',
  checked: 'Figures checked',
} as const;

export type SectionName = keyof typeof TITLES;
export type SectionRefs = Readonly<Record<SectionName, SectionRef>>;

const IDS: Partial<Record<SectionName, string>> = { checked: 'figures-checked' };

/** What the first page leaves to a section. */
export interface MoreView {
  /** `2 more milestones: see `. */
  readonly text: string;
  readonly href: string;
  /** `section 6`. */
  readonly section: string;
}

/** Returns the sections that this report has, numbered in the order of the page. */
export function sectionRefs(report: Report, hasStatus: boolean): SectionRefs {
  const absent: Readonly<Partial<Record<SectionName, boolean>>> = {
    status: !hasStatus,
    targets: report.targets.length === 0,
    milestones: report.milestones.length === 0,
    appendices: report.appendices.length === 0,
  };
  let count = 0;
  const entries = (Object.keys(TITLES) as SectionName[]).map((name): [SectionName, SectionRef] => {
    const number = absent[name] === true ? '' : `${(count += 1)}`;
    return [name, { id: IDS[name] ?? name, number, title: TITLES[name] }];
  });
  // Every name of TITLES is an entry.
  return Object.fromEntries(entries) as Record<SectionName, SectionRef>;
}

/** Returns the line that leads from the first page to a section, or null where nothing was left out. */
export function moreIn(section: SectionRef, text: string): MoreView | null {
  return text === '' ? null : { text, href: `#${section.id}`, section: `section ${section.number}` };
}
