import { oneLine } from '../../model/one-line.ts';
import { visible } from '../../model/visible.ts';
import type { MarkView } from '../../report/view-marks.ts';
import type { SignName, StateView } from '../../report/view-text.ts';
import { withoutControls } from '../controls.ts';
import { markdownText } from '../markdown-blocks/text.ts';

/** Signs as characters that have no colour; the word beside one always says the same. */
const SIGNS: Readonly<Record<SignName, string>> = {
  tick: '✔',
  alert: '▲',
  cross: '✖',
  open: '○',
  dash: '–',
  star: '★',
  up: '↑',
  down: '↓',
  level: '→',
};

/** A line break within a paragraph or a cell. */
export const BREAK = '<br>';

/** Hyphens that show only where a line breaks, which no line of Markdown does. */
const SOFT_HYPHENS = /\u00ad/g;

/** Returns a text of the view within a line: nothing in it is markup. */
export function plain(text: string): string {
  return inner(text).trim();
}

/** Returns the same for a text with others beside it: the space at its ends stays. */
export function inner(text: string): string {
  const [start, end] = [/^\s/.test(text) ? ' ' : '', /\S\s+$/.test(text) ? ' ' : ''];
  return `${start}${markdownText(oneLine(withoutControls(text).replace(SOFT_HYPHENS, '')))}${end}`;
}

/** Returns a text of the view in bold; nothing for no text. */
export function bold(text: string): string {
  const words = plain(text);
  return words === '' ? '' : `**${words}**`;
}

/** Returns texts with another between them; those that are empty are left out. */
export function joinedText(texts: readonly string[], between: string): string {
  return texts.filter((one) => one !== '').join(between);
}

/** Returns parts of a line with a space between them; those that are empty are left out. */
export function spaced(...parts: readonly string[]): string {
  return joinedText(parts, ' ');
}

/** Returns lines of a cell or a paragraph, one below the other; those that are empty are left out. */
export function stacked(...lines: readonly string[]): string {
  return joinedText(lines, BREAK);
}

/** Returns the sign of a state and its words. */
export function state({ sign, text }: Pick<StateView, 'sign' | 'text'>): string {
  return spaced(SIGNS[sign], plain(text));
}

/** Returns the sign alone, to stand beside a word. */
export function signOf(name: SignName): string {
  return SIGNS[name];
}

/** Returns a figure with the mark that leads to its note. */
export function marked({ text, mark }: Pick<MarkView, 'mark'> & { readonly text: string }): string {
  return `${plain(text)}${mark === '' ? '' : `<sup>${plain(mark)}</sup>`}`;
}

/** Returns text as code. One that backticks cannot hold, in a cell as well, is between tags. */
export function code(text: string): string {
  const isSimple = /^[^\s`|\\](?:[^`|\\]*[^\s`|\\])?$/.test(text) && visible(text) === text;
  return isSimple ? `\`${text}\`` : `<code>${inner(text)}</code>`;
}

/** Returns the plain text of a finding: what stands between backticks (`rag.current`) as code. */
export function codeSpans(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? code(part.slice(1, -1)) : inner(part)))
    .join('')
    .trim();
}
