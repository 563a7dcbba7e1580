/* global document, getComputedStyle, innerWidth, CSSStyleSheet */
import { behind, contrastOf, rgba } from './colour.js';
import { focusable, isCutAway, isShown, nameOf, told } from './parts.js';

/** What scrolls sideways by itself. */
function scrolls(element) {
  const { overflowX } = getComputedStyle(element);
  return overflowX === 'auto' || overflowX === 'scroll';
}

/** Nothing is wider than the window but what scrolls by itself. */
export function reflow() {
  const wide = document.documentElement.scrollWidth;
  const faults = wide > innerWidth ? [`the page is ${wide} px wide in a window of ${innerWidth} px`] : [];
  for (const one of document.body.querySelectorAll('*:not(svg *)')) {
    const box = one.getBoundingClientRect();
    if (box.right <= innerWidth + 1 || box.width === 0 || isCutAway(one) || !isShown(one)) continue;
    let within = one.parentElement;
    while (within !== null && !scrolls(within)) within = within.parentElement;
    if (within === null) faults.push(`${told(one)} reaches to ${Math.round(box.right)} px`);
  }
  return faults.slice(0, 8);
}

/** What scrolls sideways is reached by keyboard, and has a name and a role that is read out with it. */
export function scrollers() {
  return [...document.querySelectorAll('body *')]
    .filter((one) => scrolls(one) && one.scrollWidth > one.clientWidth)
    .flatMap((one) => [
      ...(one.tabIndex >= 0 ? [] : [`${told(one)} scrolls and cannot be reached by keyboard`]),
      ...(one.localName === 'section' || /^(?:region|group)$/.test(one.getAttribute('role') ?? '')
        ? []
        : [`${told(one)} scrolls and has no role`]),
      ...((one.hasAttribute('aria-label') || one.hasAttribute('aria-labelledby')) && nameOf(one) !== ''
        ? []
        : [`${told(one)} scrolls and has no name`]),
    ]);
}

const SPACING = `*:not(svg *) { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** With the spacing of WCAG 1.4.12 no text is cut off, and the page does not scroll sideways. */
export function spacing() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(SPACING);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const faults = reflow();
  for (const one of document.body.querySelectorAll('*:not(svg, svg *)')) {
    const { overflowX, overflowY } = getComputedStyle(one);
    const cuts = (overflow, inside, room) => /^(?:hidden|clip)$/.test(overflow) && inside > room + 1;
    if (
      !cuts(overflowX, one.scrollWidth, one.clientWidth) &&
      !cuts(overflowY, one.scrollHeight, one.clientHeight)
    )
      continue;
    if (isShown(one) && !isCutAway(one)) faults.push(`${told(one)} cuts off its text`);
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  return faults;
}

/** Each thing that can be reached by keyboard shows it by an outline of two pixels and of contrast 3 to 1; their order is the document's. */
export function focus() {
  const faults = [];
  for (const one of document.querySelectorAll('[tabindex]'))
    if (one.tabIndex > 0) faults.push(`${told(one)} has the tabindex ${one.tabIndex}`);
  for (const one of focusable()) {
    one.focus({ preventScroll: true });
    if (document.activeElement !== one) faults.push(`${told(one)} does not take the focus`);
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    const colour = rgba(outlineColor);
    const back = behind(one.parentElement ?? one);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
      faults.push(`${told(one)} does not show the focus`);
    else if (colour === null || back === null || contrastOf(colour, back) < 3)
      faults.push(`${told(one)} hardly shows the focus`);
  }
  for (const one of document.body.querySelectorAll('*')) {
    const { order, flexDirection, flexWrap } = getComputedStyle(one);
    if (order !== '0' || /reverse/.test(`${flexDirection} ${flexWrap}`))
      faults.push(`${told(one)} is shown out of its order`);
  }
  return [...new Set(faults)].slice(0, 8);
}

/** The first stop of the keyboard is a link past the head of the page, which is seen once it has the focus. To be called after one Tab. */
export function skipLink() {
  const link = document.activeElement;
  if (link === null || !link.matches('a[href^="#"]')) return ['the first stop is no link on the page'];
  const box = link.getBoundingClientRect();
  const isSeen = !isCutAway(link) && box.width > 40 && box.height >= 24 && box.top >= 0 && box.left >= 0;
  const target = document.getElementById(link.getAttribute('href').slice(1));
  return [
    ...(isSeen ? [] : [`${told(link)} is not seen when it has the focus`]),
    ...(target === null ? [`${told(link)} leads nowhere`] : []),
    ...(target === null || target.closest('main') !== null
      ? []
      : [`${told(link)} does not lead into the main part`]),
  ];
}

/** Where the next stop is after the skip link was followed: within its target. To be called after Enter and Tab. */
export function afterSkipLink() {
  const target = document.querySelector(':target');
  if (target === null) return ['the skip link led nowhere'];
  const next = focusable().find((one) => target.contains(one) || target.compareDocumentPosition(one) & 4);
  return document.activeElement === next
    ? []
    : [`after the skip link comes ${told(document.activeElement ?? document.body)}`];
}

/** Nothing moves by itself. To be called where less motion is asked for. */
export function motion() {
  const moving = (style) =>
    (style.animationName !== 'none' && style.animationDuration !== '0s') ||
    style.transitionDuration.split(', ').some((one) => one !== '0s') ||
    style.scrollBehavior === 'smooth';
  const all = [document.documentElement, ...document.body.querySelectorAll('*')];
  return all
    .filter((one) => [undefined, '::before', '::after'].some((part) => moving(getComputedStyle(one, part))))
    .map((one) => `${told(one)} moves`)
    .slice(0, 8);
}
