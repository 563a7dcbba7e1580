/** The text of the files that were read, for a printer that shows the line of a finding. */
export interface Sources {
  /**
   * Returns line `n` (from 1) of a file of the data repo, without its line break and any byte order mark; undefined
   * where the file was not read as text or has no such line.
   */
  readonly line: (file: string, n: number) => string | undefined;
}
