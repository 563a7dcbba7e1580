import { finding, type Finding } from '../model/finding.ts';
import { placeAt } from './template-place.ts';
import type { TemplatePart } from './template-source.ts';
import { printedText, tagsIn } from './template-tags.ts';

/** Attributes in which even an escaped value can act. */
const ACTIVE = /^(?:style|srcdoc|on.*)$/i;

type State = 'text' | 'tag' | 'value';

/**
 * Returns the places at which a value stands in a tag but not inside a quoted attribute, or in one that acts. The one
 * value in a `<style>` is the page's own style sheet.
 */
export function attributeFindings(part: TemplatePart): Finding[] {
  const unclosed = unclosedQuote(part);
  // Behind it nothing is what it seems: only this is told.
  if (unclosed) return [unclosed];
  const findings: Finding[] = [];
  let state: State = 'text';
  let quote = '';
  let attribute = '';
  for (let at = 0; at < part.text.length; at += 1) {
    if (part.text.startsWith('{{', at)) {
      const end = endOfMustache(part.text, at);
      const inside = part.text.slice(at, end);
      const prints = !/^\{\{[#/^!]|^\{\{else\b/.test(inside);
      if (state === 'tag' && prints)
        findings.push(placed(part, at, inside, 'a value stands in a tag outside a quoted attribute'));
      if (state === 'value' && ACTIVE.test(attribute))
        findings.push(placed(part, at, inside, `a value stands in the attribute "${attribute}"`));
      if (state === 'text' && prints && isInRawText(part.text, at) && inside !== '{{page.style}}')
        findings.push(placed(part, at, inside, 'a value stands in a style or a script'));
      at = end - 1;
      continue;
    }
    const char = part.text.charAt(at);
    if (state === 'text' && char === '<' && /[a-z/!]/i.test(part.text.charAt(at + 1))) state = 'tag';
    else if (state === 'tag' && char === '>') state = 'text';
    else if (state === 'tag' && (char === '"' || char === "'")) {
      state = 'value';
      quote = char;
      attribute = /([\w:-]+)\s*=\s*$/.exec(part.text.slice(0, at))?.[1] ?? '';
    } else if (state === 'value' && char === quote) state = 'tag';
  }
  return findings;
}

/** Returns a finding where a quotation mark is opened and a tag starts, or the template ends, before it is closed. */
function unclosedQuote(part: TemplatePart): Finding | undefined {
  const { text, offsets } = printedText(part.text, 'first');
  for (const tag of tagsIn(text))
    for (const { name, quote, value, isClosed } of tag.attributes) {
      if (quote === undefined || (isClosed && !/<\/?[a-z]/i.test(value))) continue;
      const at = offsets[quote] ?? 0;
      const place = placeAt(part.file, part.text, at, at + 1);
      return finding('E502', `the quotation mark opened at ${place.line}:${place.column} is not closed`, {
        at: place,
        help: `close it at the end of the value of ${name}`,
      });
    }
  return undefined;
}

function endOfMustache(text: string, start: number): number {
  const close = text.startsWith('{{!--', start) ? '--}}' : text.startsWith('{{{', start) ? '}}}' : '}}';
  const end = text.indexOf(close, start);
  return end < 0 ? text.length : end + close.length;
}

function isInRawText(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return ['style', 'script'].some((tag) => {
    const open = before.lastIndexOf(`<${tag}`);
    return open >= 0 && before.lastIndexOf(`</${tag}`) < open;
  });
}

function placed(part: TemplatePart, at: number, text: string, message: string): Finding {
  return finding('E505', message, { at: placeAt(part.file, part.text, at, at + text.length) });
}
