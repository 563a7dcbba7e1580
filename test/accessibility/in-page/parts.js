/* global document, getComputedStyle, Node */

/** Whether an element takes room on the page and is not hidden. */
export function isShown(element) {
  if (element.closest('title, desc, style, script') !== null) return false;
  const style = getComputedStyle(element);
  if (style.visibility !== 'visible' || style.display === 'none') return false;
  return element.getClientRects().length > 0;
}

/** Whether it is only for screen readers: cut down to a dot. */
export function isCutAway(element) {
  for (let at = element; at !== null && at !== document.body; at = at.parentElement)
    if (getComputedStyle(at).clipPath.startsWith('inset(50%')) return true;
  return false;
}

/** Returns an element as a reader of a failed test finds it: `td.num “24*”`. */
export function told(element) {
  const names = [...element.classList].map((one) => `.${one}`).join('');
  const id = element.id === '' ? '' : `#${element.id}`;
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  return `${element.localName}${id}${names}${text === '' ? '' : ` “${text}”`}`;
}

/** Returns the name that assistive technology gives an element, as far as this program's markup can name one. */
export function nameOf(element) {
  const by = element.getAttribute('aria-labelledby');
  if (by !== null)
    return by
      .split(/\s+/)
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  const label =
    element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? element.textContent ?? '';
  return label.replace(/\s+/g, ' ').trim();
}

/** Returns every element that can be reached with the keyboard, in the order of the document. */
export function focusable() {
  return [...document.querySelectorAll('a[href], [tabindex]')].filter(
    (one) => one.tabIndex >= 0 && isShown(one),
  );
}

/** Returns every piece of text that is seen, with the element that it stands in. */
export function* shownTexts() {
  const walker = document.createTreeWalker(document.body, 4);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.nodeType !== Node.TEXT_NODE || element === null || node.data.trim() === '') continue;
    if (isShown(element) && !isCutAway(element)) yield { node, element };
  }
}
