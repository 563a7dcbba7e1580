/** What a data repo may hold at most. Beyond any council's figures, and small enough to be read in a moment. */
export interface Limits {
  /** Bytes of one CSV table. */
  readonly tableBytes: number;
  /** Bytes of one YAML file. */
  readonly yamlBytes: number;
  /** Levels of nesting in a YAML file. */
  readonly yamlDepth: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
  tableBytes: 5_000_000,
  yamlBytes: 1_000_000,
  yamlDepth: 40,
  rows: 100_000,
  columns: 500,
  cellCharacters: 20_000,
};
