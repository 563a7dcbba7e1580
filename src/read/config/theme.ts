import { contrast, isColour, LEAST_CONTRAST } from '../../model/contrast.ts';
import { finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenConfig } from '../schema/config.ts';
import { placeUnder } from '../yaml/tree.ts';
import type { ConfigSource } from './source.ts';

const WHITE = '#ffffff';

/** Returns the accent colour in small letters; undefined where there is none or, with a finding, it cannot be used. */
export function readAccent({ theme }: WrittenConfig, { tree, findings }: ConfigSource): string | undefined {
  const accent = theme?.accent?.trim();
  if (accent === undefined) return undefined;
  const at = placeUnder(tree, ['theme', 'accent']);
  if (!isColour(accent)) {
    findings.push(
      finding('E048', `${quoted(accent)} is not a colour`, {
        at,
        why: 'a colour is written as # and six digits from 0 to f: two each for red, green and blue',
        help: "write it in quotation marks, as in accent: '#1d4f91'",
      }),
    );
    return undefined;
  }
  const ratio = contrast(accent, WHITE);
  if (ratio >= LEAST_CONTRAST) return accent.toLowerCase();
  findings.push(
    finding('E083', `the accent ${quoted(accent)} is too light on white`, {
      at,
      why: `its contrast with white is ${shownRatio(ratio)}:1, and headings need at least ${LEAST_CONTRAST}:1`,
    }),
  );
  return undefined;
}

/** Cut off, not rounded: 4.499 is not enough, and must not read as 4.50. */
function shownRatio(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toFixed(2);
}
