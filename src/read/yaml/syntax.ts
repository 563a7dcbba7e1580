import { visit, type Document, type YAMLError } from 'yaml';
import { finding, type Finding } from '../../model/finding.ts';
import type { SourceText } from '../source-text.ts';

interface Advice {
  readonly message: string;
  readonly help?: string;
}

/** What the parser's commonest complaints mean to a person who has never seen a parser. */
const ADVICE: Readonly<Record<string, Advice>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " follows on one line',
    help: 'put a text that contains ": " in quotation marks; indent a nested setting on a line of its own',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key runs over several lines, or a line lacks its ":"',
    help: 'check the colon and the indentation of this line and the one before it',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit the lines above',
    help: 'line the text up with its neighbours',
  },
  MISSING_CHAR: {
    message: 'a sign is missing: a closing quotation mark or bracket, a comma or a colon',
    help: 'check the quotation marks, brackets and colons of this line and the one before it',
  },
  MULTIPLE_DOCS: {
    message: 'a line --- starts a second document',
    help: 'keep one document in a file: delete the line ---',
  },
  BAD_SCALAR_START: {
    message: 'a text cannot start with this character',
    help: 'put the text in quotation marks',
  },
  BAD_DQ_ESCAPE: {
    message: 'a backslash in double quotation marks is followed by something unknown',
    help: 'use single quotation marks, or write the backslash twice',
  },
  BLOCK_IN_FLOW: {
    message:
      'a second ": " follows within brackets, or a line is indented as if the bracket above it were closed',
    help: 'put a text that contains ": " in quotation marks, or close the bracket',
  },
  UNEXPECTED_TOKEN: {
    message: 'something stands here that does not belong',
    help: 'check the indentation, the dash or the quotation marks',
  },
};

/** Returns a parser's error as a finding; `others` is how many more faults the parser saw after it. */
export function syntaxFinding(
  source: SourceText,
  document: Document.Parsed,
  error: YAMLError,
  others: number,
): Finding {
  const at = source.place(...error.pos);
  const rest =
    others > 0
      ? `${others} more ${others === 1 ? 'fault was' : 'faults were'} found below, perhaps because of this one`
      : undefined;
  if (error.code === 'TAB_AS_INDENT')
    return finding('E044', 'a tab is used for indentation', { at, why: rest });
  if (/missing closing .quote/i.test(error.message)) return openQuote(source, document, rest);
  const sign = / end with a (?<sign>[}\]])$/.exec(error.message)?.groups?.['sign'];
  if (sign !== undefined) return openBracket(source, document, error, sign, rest);
  const key = error.code === 'BLOCK_IN_FLOW' ? keyWithoutComma(source.text.slice(...error.pos)) : undefined;
  if (key !== undefined) return missingComma(source, error.pos[0] + key.offset, key.name, rest);
  const bare = bareCitation(source.line(at.line) ?? '', at.column - 1);
  if (bare !== undefined)
    return finding('E040', 'a text that starts with {{ lacks its quotation marks', {
      at: { ...at, column: bare + 1, length: 2 },
      why: rest,
      help: 'put the whole text in quotation marks',
    });
  const advice = ADVICE[error.code];
  const detail = `the YAML parser says: ${error.message.replace(/\s+/g, ' ').trim()}`;
  return finding('E040', advice?.message ?? 'this line cannot be understood', {
    at,
    why: rest === undefined ? detail : `${detail}; ${rest}`,
    help: advice?.help,
  });
}

/** Returns where on a line, before a fault, a value starts with `{{`: the parser takes it for a map within a map. */
function bareCitation(line: string, fault: number): number | undefined {
  const start = /^(?:\s*-)*\s*(?:[^\s{][^:{]*:\s+)?(?=\{\{)/.exec(line)?.[0].length;
  return start !== undefined && line.startsWith('{{', start) && start < fault ? start : undefined;
}

/** `3 label: Possible` within brackets: the parser takes `3 label` for one key. */
function keyWithoutComma(written: string): { readonly name: string; readonly offset: number } | undefined {
  const [line = ''] = written.split('\n', 1);
  const parts = /^(?<before>[^:,{}[\]]*\s)(?<name>[A-Za-z_][\w-]*)\s*:(?:\s|$)/.exec(line)?.groups;
  const [before, name] = [parts?.['before'], parts?.['name']];
  return before === undefined || name === undefined ? undefined : { name, offset: before.length };
}

function missingComma(source: SourceText, offset: number, name: string, rest: string | undefined): Finding {
  return finding('E040', `a comma is missing before \`${name}:\``, {
    at: source.place(offset, offset + name.length),
    why: rest,
    help: 'put a comma between two keys on one line: { id: 3, label: Possible }; a text that contains ": " belongs in quotation marks',
  });
}

/** The parser misses the closing mark at the end of the file; people look for the mark that opened the text. */
function openQuote(source: SourceText, document: Document.Parsed, rest: string | undefined): Finding {
  let start = 0;
  visit(document, {
    Scalar(_, node) {
      if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
        start = Math.max(start, node.range?.[0] ?? 0);
    },
  });
  return finding('E040', 'this quotation mark is never closed', {
    at: source.place(start),
    why: rest,
    help: 'close it, or take it away; a text with an apostrophe in it needs double quotation marks',
  });
}

/** The parser misses the closing sign where the next line starts; people look for the bracket that is open. */
function openBracket(
  source: SourceText,
  document: Document.Parsed,
  error: YAMLError,
  sign: string,
  rest: string | undefined,
): Finding {
  let start = error.pos[0];
  visit(document, {
    Collection(_, node) {
      if (node.flow === true && node.range?.[1] === error.pos[0]) start = Math.min(start, node.range[0]);
    },
  });
  const comment = commentWith(source.text, start, sign);
  if (comment !== undefined)
    return finding('E040', `this # starts a comment, and the ${sign} after it is part of that`, {
      at: source.place(comment),
      why: rest,
      help: "put what begins with # in quotation marks, as in { accent: '#1d4f91' }",
    });
  return finding('E040', `this ${sign === '}' ? 'brace { is' : 'bracket [ is'} never closed`, {
    at: source.place(start),
    why: rest,
    help: `add the ${sign} that ends it, on the same line or on one that is indented`,
  });
}

/** Returns where a comment begins that holds the closing sign, on the line of what it was to close. */
function commentWith(text: string, start: number, sign: string): number | undefined {
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end === -1 ? undefined : end);
  // A # within quotation marks is none: those before it are in pairs.
  const comment = /^(?:[^'"#]|'[^']*'|"[^"]*"|(?<=\S)#)*?\s(?=#)/.exec(line)?.[0].length;
  return comment !== undefined && line.includes(sign, comment) ? start + comment : undefined;
}
