import { distance } from 'fastest-levenshtein';

/** Returns the text as it is compared: without case, spaces and the dashes and underscores that stand for them. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[\s\u00a0_\-‐‑–]+/g, '');
}

/**
 * Returns the known word that was most likely meant, or undefined where none is near: at most one slip for every
 * three characters, the first known word where several are as near.
 */
export function nearest(written: string, known: readonly string[]): string | undefined {
  const wanted = fold(written);
  let best: { word: string; slips: number } | undefined;
  for (const word of known) {
    const candidate = fold(word);
    const slips = slipsBetween(wanted, candidate);
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) / 3));
    const short = Math.min(wanted.length, candidate.length) < 3;
    if (slips <= (short ? 0 : allowed) && (best === undefined || slips < best.slips)) best = { word, slips };
  }
  return best?.word;
}

/**
 * Returns how many letters make one word of another: two neighbouring ones in the wrong order (`ambre`) are one slip, as
 * people make it.
 */
export function slipsBetween(written: string, known: string): number {
  let start = 0;
  while (start < written.length && written[start] === known[start]) start += 1;
  const swapped = `${written.slice(0, start)}${written.charAt(start + 1)}${written.charAt(start)}${written.slice(start + 2)}`;
  return swapped === known && written !== known ? 1 : distance(written, known);
}

/**
 * Returns the known id that was most likely meant: the nearest one, or else the only one that starts with the same word
 * and has as many (`agency_percent`: `agency_rate`).
 */
export function nearestId(written: string, known: readonly string[]): string | undefined {
  const near = nearest(written, known);
  const words = written.toLowerCase().split(/[_-]/);
  if (near !== undefined || words.length < 2) return near;
  const [one, ...others] = known.filter((id) => {
    const parts = id.split(/[_-]/);
    return parts[0] === words[0] && parts.length === words.length;
  });
  return others.length === 0 ? one : undefined;
}
