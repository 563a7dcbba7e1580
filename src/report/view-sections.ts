import { SECTIONS } from '../model/sections.ts';
import type { OutlineSection } from './view-outline.ts';

/** A numbered section of the page; `number` is empty where the report has no such section. */
export interface SectionRef {
  /** What a link to the section leads to: `milestones`. */
  readonly id: string;
  /** The section's number: `5`; empty where the report has no such section. */
  readonly number: string;
  /** The section's title: `Key milestones`. */
  readonly title: string;
}

type Computed = {
  [K in keyof typeof SECTIONS]: (typeof SECTIONS)[K]['kind'] extends 'computed' ? K : never;
}[keyof typeof SECTIONS];

export type SectionRefs = Readonly<Record<Computed, SectionRef>>;

const ANCHORS: Readonly<Record<string, string>> = { checked: 'figures-checked' };

/** What the first page leaves to a section. */
export interface MoreView {
  /** `2 more milestones: see `; `2 more milestones.` where the page has no such section. */
  readonly text: string;
  /** The link to that section: `#milestones`. */
  readonly href: string;
  /** `section 6`. */
  readonly section: string;
  /** `Milestones`: the link's name has it beside the number. */
  readonly title: string;
}

/** Returns the sections of an outline, numbered in its order. */
export function numberedSections(sections: readonly OutlineSection[]): SectionRef[] {
  return sections.map(({ section }, index) => ({
    id: anchorOf(section.id, section.kind),
    number: `${index + 1}`,
    title: section.title,
  }));
}

/** Returns the computed sections by id, numbered in the order of the page; one that a text shows has that text's number. */
export function sectionRefs(sections: readonly OutlineSection[]): SectionRefs {
  const numbered = new Map(
    numberedSections(sections).flatMap((ref, index) =>
      idsIn(sections[index]).map((id) => [id, ref] as const),
    ),
  );
  const entries = Object.entries(SECTIONS)
    .filter(([, { kind }]) => kind === 'computed')
    .map(([id, { title }]) => [id, numbered.get(id) ?? { id: anchorOf(id, 'computed'), number: '', title }]);
  // Every computed id of SECTIONS is an entry.
  return Object.fromEntries(entries) as SectionRefs;
}

function idsIn(one: OutlineSection | undefined): string[] {
  if (one === undefined) return [];
  const shown = one.section.blocks.flatMap((block) =>
    block.kind === 'show' && block.what === 'section' ? [block.id] : [],
  );
  return [one.section.id, ...shown];
}

/** A section of text may have any id: it is kept apart from the page's own. */
function anchorOf(id: string, kind: 'computed' | 'text'): string {
  return kind === 'text' ? `section-${id}` : (ANCHORS[id] ?? id);
}

/** Returns the line that leads from the first page to a section, or null where nothing was left out. */
export function moreIn(section: SectionRef, text: string): MoreView | null {
  if (text === '') return null;
  if (section.number === '') return { text: text.replace(/: $/, '.'), href: '', section: '', title: '' };
  return { text, href: `#${section.id}`, section: `section ${section.number}`, title: section.title };
}
