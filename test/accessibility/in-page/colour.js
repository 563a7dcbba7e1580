/* global document, getComputedStyle, DOMPoint */
import { isShown, shownTexts, told } from './parts.js';

const AA = 4.5;
/** For text of 24 px, or of 18.66 px in bold. */
const AA_LARGE = 3;

/**
 * The contrast of every text that is seen with what is painted below it, reckoned from computed colours, in charts too. It
 * tells of each pair of colours once.
 */
export function contrast() {
  const faults = new Map();
  let texts = 0;
  for (const { node, element } of shownTexts()) {
    texts += 1;
    const inChart = element.closest('svg') !== null;
    const style = getComputedStyle(element);
    const front = rgba(inChart ? style.fill : style.color);
    const back = inChart ? behindInChart(element) : behind(element);
    if (front === null || back === null) {
      faults.set(`${told(element)}: its colours are not known`, true);
      continue;
    }
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = contrastOf(over(front, back), back);
    const key = `${style.color}${style.fill}${back.join()}${isLarge}`;
    if (ratio < (isLarge ? AA_LARGE : AA) && !faults.has(key))
      faults.set(
        key,
        `“${node.data.trim().slice(0, 40)}” in ${told(element)} has a contrast of ${ratio.toFixed(2)}`,
      );
  }
  if (texts === 0) return ['no text is seen'];
  return [...faults].map(([key, text]) => (text === true ? key : text));
}

/** A word beside every sign and in every coloured cell: nothing is said by colour alone, nor by shape alone. */
export function words() {
  const faults = [];
  // The plus or minus of a change says what its arrow says.
  const hasWord = (element) => /\p{L}{2}|[+−]\d/u.test(element?.textContent ?? '');
  for (const sign of document.querySelectorAll('svg.sign')) {
    if (!isShown(sign)) continue;
    if (sign.querySelector('path, circle, rect, polygon') === null)
      faults.push(`${told(sign.parentElement)}: a sign has no shape`);
    const holder = sign.closest('.state, .rag, .stands, .reading, .previous, .change, .moved, li, p, td, th');
    if (!hasWord(holder)) faults.push(`${told(sign.parentElement)}: a sign stands without a word`);
  }
  for (const one of document.querySelectorAll(
    '.state, .rag, .stands, .chip, [class*="cell-"]:not(svg *), [class*="rag-"]',
  ))
    if (isShown(one) && !hasWord(one)) faults.push(`${told(one)} says it by colour alone`);
  for (const one of document.querySelectorAll('.state, .rag, .stands'))
    if (isShown(one) && one.querySelector('svg.sign') === null)
      faults.push(`${told(one)} has no sign beside its word`);
  return faults;
}

/** Contrast of two opaque colours, as WCAG 2.2 defines it. */
export function contrastOf(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour that an element of HTML stands on. */
export function behind(element) {
  const layers = [];
  for (let at = element; at !== null; at = at.parentElement) {
    const colour = rgba(getComputedStyle(at).backgroundColor);
    if (colour === null) return null;
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
  }
  // What the browser paints where the page paints nothing.
  const canvas = rgba(
    getComputedStyle(document.documentElement).colorScheme.includes('dark')
      ? 'rgb(18, 18, 18)'
      : 'rgb(255, 255, 255)',
  );
  return layers.reverse().reduce((back, front) => over(front, back), canvas);
}

/** The colour that is painted below the middle of a text in a chart: the last shape before it, or the page. */
function behindInChart(text) {
  const svg = text.closest('svg');
  const box = text.getBBox();
  const middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2).matrixTransform(
    text.getScreenCTM(),
  );
  let colour = behind(svg.parentElement);
  for (const shape of svg.querySelectorAll('rect, path, circle, polygon, ellipse')) {
    if (shape.closest('defs, clipPath, pattern, marker') !== null) continue;
    if (text.compareDocumentPosition(shape) & 4) break;
    const style = getComputedStyle(shape);
    const fill = style.fill === 'none' || style.visibility !== 'visible' ? null : rgba(style.fill);
    if (fill === null || fill[3] === 0) continue;
    if (shape.isPointInFill(middle.matrixTransform(shape.getScreenCTM().inverse()))) {
      const alpha = fill[3] * Number(style.fillOpacity) * Number(style.opacity);
      colour = over([fill[0], fill[1], fill[2], alpha], colour);
    }
  }
  return colour;
}

/** Red, green, blue from 0 to 255 and how opaque it is; null where it is no plain colour. */
export function rgba(text) {
  const match = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? \/? ?([\d.]+))?\)$/.exec(text);
  return match === null
    ? null
    : [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4] ?? 1)];
}

function over(front, back) {
  const mix = (at) => front[at] * front[3] + back[at] * (1 - front[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance(colour) {
  const [red, green, blue] = colour.map((one) => {
    const share = one / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
