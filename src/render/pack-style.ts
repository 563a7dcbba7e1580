/** What hides signs of a style sheet: comments, strings, addresses, attribute selectors; and the signs themselves. */
const TOKEN =
  /\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|url\(\s*[^"'\s)](?:[^)\\]|\\[\s\S])*\)?|\[[^[\]"'{}]*(?:(?:"[^"]*"|'[^']*')[^[\]"'{}]*)*\]|[{};]/gi;

/** Returns a style sheet whose rules on headings are on those one level lower: nothing but selectors is changed. */
export function withLoweredHeadings(css: string): string {
  let lowered = '';
  let from = 0;
  for (const { 0: sign, index } of css.matchAll(TOKEN)) {
    if (sign.length > 1 || !/[{};]/.test(sign)) continue;
    const written = css.slice(from, index + 1);
    lowered += sign === '{' ? loweredSelector(written) : written;
    from = index + 1;
  }
  return lowered + css.slice(from);
}

/** A comment before an at-rule is not part of its name. */
const CONDITION = /^(?:\s|\/\*[\s\S]*?\*\/)*@(?!scope\b)/i;

function loweredSelector(written: string): string {
  if (CONDITION.test(written)) return written;
  let lowered = '';
  let from = 0;
  const plain = (text: string): string =>
    text.replace(/(?<![\w.#\\-])h([1-5])(?![\w-])/g, (_all, level: string) => `h${Number(level) + 1}`);
  for (const { 0: hidden, index } of written.matchAll(TOKEN)) {
    lowered += plain(written.slice(from, index)) + hidden;
    from = index + hidden.length;
  }
  return lowered + plain(written.slice(from));
}

/** Rules that are of a document and not of elements: inside of another rule they would be void. */
const OF_DOCUMENT =
  /^(?:\s|\/\*[\s\S]*?\*\/)*@(?:page|font-face|font-feature-values|font-palette-values|counter-style|(?:-\w+-)?keyframes|property|namespace|charset|import|layer[^{]*;)/i;

/**
 * Returns a style sheet that is in force only inside of elements of a class; its rules weigh as much as before. Rules of the
 * document, such as `@font-face` and `@page`, have no such scope: they stand before it and are in force in all of it.
 */
export function scopedTo(className: string, css: string): string {
  const rules = rulesOf(css);
  const loose = rules.filter((one) => OF_DOCUMENT.test(one)).join('');
  const scoped = rules.filter((one) => !OF_DOCUMENT.test(one)).join('');
  return `${loose}${scoped.trim() === '' ? '' : `:where(.${className}){\n${scoped}}\n`}`;
}

/** Returns the outermost rules of a style sheet, each with the space before it. */
function rulesOf(css: string): string[] {
  const rules: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: sign, index } of css.matchAll(TOKEN)) {
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    if (depth > 0 || (sign !== '}' && sign !== ';')) continue;
    rules.push(css.slice(from, index + 1));
    from = index + 1;
  }
  return [...rules, css.slice(from)].filter((one) => one !== '');
}
