/** What a data repo may hold at most. Beyond any council's figures, and small enough to be read in a moment. */
export interface Limits {
  /** Bytes of all files together. */
  readonly repoBytes: number;
  /** Bytes of one CSV table. */
  readonly tableBytes: number;
  /** Bytes of one YAML file. */
  readonly yamlBytes: number;
  /** Levels of nesting in a YAML file. */
  readonly yamlDepth: number;
  /** Keys, texts, lists and maps in a YAML file: the parser takes far longer for each than a table for a cell. */
  readonly yamlParts: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells of one table. */
  readonly cells: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
}

export const DEFAULT_LIMITS: Limits = {
  repoBytes: 20_000_000,
  tableBytes: 5_000_000,
  yamlBytes: 1_000_000,
  yamlDepth: 40,
  yamlParts: 50_000,
  rows: 20_000,
  columns: 500,
  cells: 100_000,
  cellCharacters: 20_000,
};
