import type { Host } from '../host.ts';
import type { Cleanup } from '../job.ts';
import { hasFonts, settlePdf } from '../pdf/settle.ts';
import { startBuiltIn, type ChooseOptions } from './choose.ts';
import { findBrowsers, type BrowserSource } from './find.ts';
import { launch, type Launched } from './launch.ts';
import { printPage } from './print-page.ts';

/** What trying a browser showed. */
export interface BrowserTrial {
  readonly source: BrowserSource;
  readonly path?: string;
  readonly ok: boolean;
  readonly version?: string;
  readonly sandboxed?: boolean;
  /** Whether text is on the page that it printed. */
  readonly fonts?: boolean;
  /** From start to printed page. */
  readonly milliseconds?: number;
  /** Why it is of no use. */
  readonly reason?: string;
}

export interface TrialOptions extends Omit<ChooseOptions, 'host' | 'cleanup'> {
  readonly host: Host;
  readonly cleanup: Cleanup;
}

const TITLE = 'Trial page';
const PAGE = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${TITLE}</title></head><body><h1>${TITLE}</h1></body></html>`;

/** Starts every browser that the search finds, in its order, and prints a page of text with each. */
export async function tryBrowsers(options: TrialOptions): Promise<BrowserTrial[]> {
  const trials: BrowserTrial[] = [];
  for (const { source, path, ...program } of findBrowsers(options.host, options.browser)) {
    options.signal?.throwIfAborted();
    const started = performance.now();
    const launched = await launch({ path, ...program }, options);
    trials.push({
      source,
      path,
      ...('reason' in launched ? failed(launched.reason) : await tried(launched, started)),
    });
  }
  if (options.browser !== undefined) return trials;
  const started = performance.now();
  const own = await startBuiltIn(options);
  trials.push(
    'reason' in own
      ? { ...own, ok: false }
      : { source: 'built-in', path: own.program.path, ...(await tried(own.launched, started)) },
  );
  return trials;
}

function failed(reason: string): { ok: false; reason: string } {
  return { ok: false, reason };
}

async function tried(launched: Launched, started: number): Promise<Omit<BrowserTrial, 'source' | 'path'>> {
  const { version, sandboxed } = launched;
  try {
    const printed = await printPage(launched.browser, PAGE);
    const settled = settlePdf(printed, { title: TITLE, lang: 'en-GB', date: '2000-01-01' });
    if (!(settled instanceof Uint8Array)) return { ...failed(settled.message), version, sandboxed };
    const milliseconds = Math.round(performance.now() - started);
    return { ok: true, version, sandboxed, fonts: hasFonts(settled), milliseconds };
  } catch (error) {
    return { ...failed(error instanceof Error ? error.message : String(error)), version, sandboxed };
  } finally {
    await launched.close();
  }
}
