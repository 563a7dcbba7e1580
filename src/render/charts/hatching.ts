import { fixed } from './svg.ts';
import type { Box } from './labels.ts';

/** Returns the path of strokes from the lower left to the upper right, so far apart, each cut at the edges of the box. */
export function hatching({ left, top, right, bottom }: Box, apart: number): string {
  const [width, height] = [right - left, bottom - top];
  const strokes: string[] = [];
  for (let at = apart; at < width + height; at += apart) {
    const [x1, y1] = at <= height ? [0, at] : [at - height, height];
    const [x2, y2] = at <= width ? [at, 0] : [width, at - width];
    strokes.push(`M${fixed(left + x1)} ${fixed(top + y1)}L${fixed(left + x2)} ${fixed(top + y2)}`);
  }
  return strokes.join('');
}
