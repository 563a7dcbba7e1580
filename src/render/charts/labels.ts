import { textWidth } from '../../report/text-width.ts';

/** A rectangle on a chart. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Anchor = 'start' | 'middle' | 'end';

/** A text where it may stand: `x`, `y` are of its baseline. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

/** Returns the room that a text takes at a spot. */
export function boxOf(text: string, size: number, spot: Spot): Box {
  const width = textWidth(text, size);
  const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - width : spot.x - width / 2;
  return { left, top: spot.y - size * 0.8, right: left + width, bottom: spot.y + size * 0.25 };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Whether a straight line crosses a box. */
export function crosses(box: Box, from: { x: number; y: number }, to: { x: number; y: number }): boolean {
  const steps = 24;
  for (let step = 0; step <= steps; step += 1) {
    const x = from.x + ((to.x - from.x) * step) / steps;
    const y = from.y + ((to.y - from.y) * step) / steps;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}

/**
 * Returns the first spot at which the text stays within the frame and is free of what is there already, or undefined:
 * a label without room is left out, since the table beside every chart has the value.
 */
export function freeSpot(
  text: string,
  size: number,
  spots: readonly Spot[],
  frame: Box,
  isTaken: (box: Box) => boolean,
): Spot | undefined {
  return spots.find((spot) => {
    const box = boxOf(text, size, spot);
    return (
      box.left >= frame.left &&
      box.right <= frame.right &&
      box.top >= frame.top &&
      box.bottom <= frame.bottom &&
      !isTaken(box)
    );
  });
}
