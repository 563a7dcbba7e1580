export { headingKey } from '../../model/heading-key.ts';

/** A heading that the configuration maps. */
export interface Mapping {
  /** The heading as it is written there. */
  readonly heading: string;
  readonly to: string;
}

/** The configured headings of one kind of table, by heading key. */
export type HeadingMap = ReadonlyMap<string, Mapping>;

/** The word that leaves a column out. */
export const IGNORE = 'ignore';

/** Returns the headings that the configuration maps, as they are written there. */
export function ownHeadings(headings: HeadingMap): string[] {
  return [...headings.values()].map(({ heading }) => heading);
}
