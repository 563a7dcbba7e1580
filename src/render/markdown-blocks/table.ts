/** A column of a table: its heading, as Markdown, and whether it holds figures. */
export interface MarkdownColumn {
  readonly title: string;
  readonly isNumeric: boolean;
}

/** Returns the two lines that begin a table. GitHub has no table without headings. */
export function tableHead(columns: readonly MarkdownColumn[]): [string, string] {
  return [line(columns.map((one) => one.title)), line(columns.map((one) => (one.isNumeric ? '--:' : ':--')))];
}

/** Returns a row of as many cells as there are columns: one more or fewer would shift every other. */
export function tableRow(cells: readonly string[], width: number): string {
  return line(Array.from({ length: width }, (_, index) => cells[index] ?? ''));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
