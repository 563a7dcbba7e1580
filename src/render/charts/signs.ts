import type { SignName } from '../../report/view-text.ts';
import { element } from './svg.ts';

/** Shapes that differ without colour: a disc, a triangle, a square, a ring, a bar, a diamond, arrows. */
const SHAPES: Readonly<Record<SignName, readonly string[]>> = {
  tick: [
    element('circle', { cx: 8, cy: 8, r: 7.5 }),
    element('path', { class: 'ink', d: 'M4.4 8.4 7 11l4.8-5.6' }),
  ],
  alert: [
    element('path', { d: 'M8 .8 15.7 15H.3z' }),
    element('path', { class: 'ink', d: 'M8 6v4M8 12.2v.6' }),
  ],
  cross: [
    element('path', { d: 'M1 1h14v14H1z' }),
    element('path', { class: 'ink', d: 'm5 5 6 6M11 5l-6 6' }),
  ],
  open: [element('circle', { class: 'hollow', cx: 8, cy: 8, r: 6.2 })],
  dash: [element('path', { class: 'stroke', d: 'M3 8h10' })],
  star: [
    element('path', { d: 'M8 .4 15.6 8 8 15.6.4 8z' }),
    element('path', { class: 'ink', d: 'M5 8.2 7.2 10.4 11 6' }),
  ],
  up: [element('path', { d: 'M8 3l6 10H2z' })],
  down: [element('path', { d: 'M8 13 2 3h12z' })],
  level: [element('path', { class: 'stroke', d: 'M3 8h10' })],
};

/** Returns the shapes of a sign in a square of 16 units, for a chart to set. */
export function signShapes(name: SignName): readonly string[] {
  return SHAPES[name];
}

/** Returns a sign as SVG. It is hidden from assistive technology: the word beside it says the same. */
export function renderSign(name: SignName, className: string): string {
  return element(
    'svg',
    { class: className, viewBox: '0 0 16 16', width: 16, height: 16, 'aria-hidden': 'true' },
    ...SHAPES[name],
  );
}
