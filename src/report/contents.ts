import type { SectionRef } from './view-sections.ts';

/** Pages, counted from 1, by the ids of what links lead to. */
export type PagesById = ReadonlyMap<string, number>;

/** A line of contents; `page` is empty where it is not known: on a screen, and before the first print. */
export interface ContentsLine {
  /** The link to the section: `#milestones`. */
  readonly href: string;
  /** The number of the section: `5`. */
  readonly number: string;
  /** The title of the section: `Key milestones`. */
  readonly title: string;
  /** The printed page that it starts on: `7`; empty where that is not known. */
  readonly page: string;
}

/** The contents of a report. */
export interface Contents {
  /** Whether they are printed as well: a shorter report is leafed through. */
  readonly long: boolean;
  /** A line for each section, in the order of the page. */
  readonly lines: readonly ContentsLine[];
}

/** Sections from which a page on a screen has contents, and a printed one. */
const FEWEST_ON_SCREEN = 5;
const FEWEST_IN_PRINT = 12;

/** Returns the contents of a report without page numbers, or null where it is short. */
export function contentsOf(sections: readonly SectionRef[]): Contents | null {
  if (sections.length < FEWEST_ON_SCREEN) return null;
  return { long: sections.length >= FEWEST_IN_PRINT, lines: sections.map((one) => contentsLine(one)) };
}

/** Returns the line of a section; `prefix` is what its report's ids begin with inside of a pack. */
export function contentsLine({ id, number, title }: SectionRef, prefix = ''): ContentsLine {
  return { href: `#${prefix}${id}`, number, title, page: '' };
}

/** Returns a line with the number of the page that it leads to, empty where that is not known. */
export function withPage<L extends Pick<ContentsLine, 'href' | 'page'>>(line: L, pages: PagesById): L {
  return { ...line, page: pages.get(line.href.slice(1))?.toString() ?? '' };
}

/** Returns a report's view with the page numbers of its contents, as far as they are known. */
export function withContentsPages<V extends { readonly contents: Contents | null }>(
  view: V,
  pages: PagesById,
): V {
  const { contents } = view;
  if (contents === null) return view;
  return { ...view, contents: { ...contents, lines: contents.lines.map((line) => withPage(line, pages)) } };
}
