import { setImmediate } from 'node:timers/promises';
import type { Finding } from '../../model/finding.ts';
import type { FinishedPdf } from './finish.ts';
import type { PdfIdentity } from './settle.ts';

/** Finishes a PDF; see `finishPdf`. */
export type Finish = (bytes: Uint8Array, identity: PdfIdentity) => Promise<FinishedPdf | Finding>;

/**
 * Loads what finishes PDFs once what is under way waits, which is while the browser prints. Returns it: it waits for the
 * rest when it is called.
 */
export function loadFinish(): Finish {
  const loading = setImmediate().then(() => import('./finish.ts'));
  // Told when a PDF is to be finished, not before.
  loading.catch(() => undefined);
  return async (bytes, identity) => (await loading).finishPdf(bytes, identity);
}

/**
 * Finishes a small PDF, for scripts/code-cache.js, which needs no browser then: the functions that it runs are compiled
 * in the program. Rejects where that PDF cannot be finished, or breaks a rule.
 */
export async function finishSample(): Promise<void> {
  const { SAMPLE, samplePdf } = await import('./sample.ts');
  const finished = await loadFinish()(samplePdf(), SAMPLE);
  if ('code' in finished || finished.faults.length > 0) throw new Error('the sample cannot be finished');
}
