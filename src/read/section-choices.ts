import type { Workstream } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { isSectionId, SECTIONS } from '../model/sections.ts';
import { fold, nearest } from '../model/suggest.ts';
import { quoted } from './grammar/reading.ts';

/**
 * Returns a finding for each section that the configuration chooses and that is neither known nor in any paper of the
 * workstream. While a paper cannot be read, nobody knows which sections it has of its own.
 */
export function unknownSections({ id, sections, meetings, unreadable = [] }: Workstream): Finding[] {
  if (unreadable.length > 0) return [];
  const own = new Set(meetings.flatMap(({ paper }) => paper.sections.map((section) => section.id)));
  const known = [...new Set([...Object.keys(SECTIONS), ...own])];
  return sections
    .filter((choice) => !isSectionId(choice.id) && !own.has(choice.id))
    .map((choice) => {
      const meant = nearestSection(choice.id, known);
      return finding('E085', `there is no section ${quoted(choice.id)}`, {
        at: choice.at,
        why: `known are ${Object.keys(SECTIONS).join(', ')}, and those that a report.yaml of ${quoted(id)} has of its own`,
        help:
          meant === undefined
            ? 'correct the id, or write the section under `sections` in a report.yaml, with a title'
            : `did you mean ${quoted(meant)}?`,
      });
    });
}

/**
 * Returns the section of `known` that was most likely meant: by its id, else by its title, else the only one whose title
 * starts with what was written (`budget`: `policy`).
 */
export function nearestSection(written: string, known: readonly string[]): string | undefined {
  const near = nearest(written, known);
  if (near !== undefined) return near;
  const titled = known.flatMap((id) => (isSectionId(id) ? [{ id, title: SECTIONS[id].title }] : []));
  const title = nearest(
    written,
    titled.map((one) => one.title),
  );
  if (title !== undefined) return titled.find((one) => one.title === title)?.id;
  const [first, ...others] = titled.filter((one) => fold(one.title).startsWith(fold(written)));
  return others.length === 0 ? first?.id : undefined;
}
