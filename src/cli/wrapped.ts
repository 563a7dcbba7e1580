import type { Line, Look, Span } from './output.ts';

/** How a paragraph stands on a terminal. */
export interface Paragraph {
  readonly width: number;
  /** Columns before the first line, and before those that follow. */
  readonly indent: number;
  readonly hanging?: number;
  readonly look?: Look;
}

/** Returns a text as lines that fit, broken at spaces; a word that does not fit has a line of its own and is never cut. */
export function wrapped(text: string, { width, indent, hanging = indent, look }: Paragraph): Line[] {
  return broken(text, width - indent, width - hanging).map((line, index) =>
    withLead(line, ' '.repeat(index === 0 ? indent : hanging), look),
  );
}

/**
 * Returns a label and a text beside it, which is broken under itself: a label that leaves no room has a line of its own.
 */
export function labelled(label: string, text: string, column: number, paragraph: Paragraph): Line[] {
  const { indent, width, look } = paragraph;
  const start = indent + column;
  if (label.length + 2 > column)
    return [...wrapped(label, paragraph), ...wrapped(text, { width, indent: start, ...(look && { look }) })];
  const [first = '', ...others] = broken(text, width - start, width - start);
  const lead = `${' '.repeat(indent)}${label.padEnd(column)}`;
  return [
    [{ text: lead, look: 'quiet' }, span(first, look)],
    ...others.map((line) => withLead(line, ' '.repeat(start), look)),
  ];
}

function withLead(line: string, lead: string, look: Look | undefined): Line {
  return [{ text: lead }, span(line, look)];
}

function span(text: string, look: Look | undefined): Span {
  return look ? { text, look } : { text };
}

function broken(text: string, first: number, others: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((one) => one !== '')) {
    const room = lines.length === 0 ? first : others;
    const next = line === '' ? word : `${line} ${word}`;
    if (next.length <= room || line === '') line = next;
    else {
      lines.push(line);
      line = word;
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}
