import { readImage, readToken, startOfContent } from './content-lexer.ts';

/** One operator of a content stream with its operands. The same object is used for each: keep nothing of it. */
export interface Operation {
  name: string;
  /** Where the operation before it ends: white space and operands are part of this one. */
  from: number;
  to: number;
  readonly text: string;
  readonly count: number;
  /** Returns an operand as it is written, or an empty text. Brackets of arrays and dictionaries are operands of their own. */
  readonly operand: (index: number) => string;
  /** Returns an operand as a number, 0 where it is none. */
  readonly number: (index: number) => number;
}

/** Calls `visit` for every operation of a content stream, in order. */
export function eachOperation(text: string, visit: (operation: Operation) => void): void {
  const starts: number[] = [];
  const ends: number[] = [];
  let count = 0;
  const operation: Operation = {
    name: '',
    from: 0,
    to: 0,
    text,
    get count() {
      return count;
    },
    operand: (index) => (index < count ? text.slice(starts[index], ends[index]) : ''),
    number: (index) => (index < count ? Number(text.slice(starts[index], ends[index])) || 0 : 0),
  };
  const cursor = startOfContent();
  for (let start = 0; readToken(text, cursor); start = cursor.at) {
    if (cursor.kind === 'space' || cursor.kind === 'comment') continue;
    const name = cursor.kind === 'word' ? text.slice(start, cursor.at) : '';
    if (name === '' || name === 'true' || name === 'false' || name === 'null') {
      starts[count] = start;
      ends[count] = cursor.at;
      count += 1;
      continue;
    }
    // An inline image is one operation, `EI`: what stands before its bytes are its operands.
    if (name === 'BI') continue;
    if (name === 'ID') {
      readImage(text, cursor);
      continue;
    }
    operation.name = name;
    operation.to = cursor.at;
    visit(operation);
    operation.from = cursor.at;
    count = 0;
  }
}
