/** What changes the meaning of most is told first. */
export const RANKS = {
  definition: 0,
  definitionBehind: 1,
  definitionNew: 2,
  measure: 3,
  indicator: 4,
  matrix: 5,
  overlapping: 6,
  limit: 7,
  label: 8,
  small: 9,
} as const;
