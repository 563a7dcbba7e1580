import type { Finding } from '../../model/finding.ts';
import type { FinishedPdf } from './finish.ts';
import type { PdfIdentity } from './settle.ts';

/** Finishes a PDF; see `finishPdf`. */
export type Finish = (bytes: Uint8Array, identity: PdfIdentity) => Promise<FinishedPdf | Finding>;

/** Loads what finishes PDFs while the browser is starting, and returns it: it waits for the rest when it is called. */
export function loadFinish(): Finish {
  const loading = import('./finish.ts');
  // Told when a PDF is to be finished, not before.
  loading.catch(() => undefined);
  return async (bytes, identity) => (await loading).finishPdf(bytes, identity);
}

/** From here on it grows no faster. */
const ROUNDS = 12;

/**
 * Finishes a small PDF as long as `isIdle` says, at most a few times. What a program does for the first time takes
 * several times as long as later: while the browser prints there is nothing else to do. Never rejects.
 */
export async function warmUp(finish: Finish, isIdle: () => boolean): Promise<void> {
  try {
    const { SAMPLE, samplePdf } = await import('./sample.ts');
    const sample = samplePdf();
    for (let round = 0; round < ROUNDS && isIdle(); round += 1) {
      await finish(sample, SAMPLE);
      // What the browser says comes first.
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch {
    // A fault of it is told by the PDF that is printed.
  }
}
