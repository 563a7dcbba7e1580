/** What is documented of a finding code. Codes are stable: a code is never given another meaning. */
export interface CatalogueEntry {
  readonly severity: 'error' | 'warning' | 'note';
  /** The rule's name, as used in configuration and in SARIF. */
  readonly rule: string;
  /** What is wrong, without the case at hand. */
  readonly title: string;
  /** What to do, unless the case gives better advice. */
  readonly help: string;
  /** A line of data (or a situation) that gives this finding. */
  readonly example: string;
}
