import { finding, type Finding } from '../../model/finding.ts';
import { thisHost, type Host } from '../host.ts';
import { Cleanup } from '../job.ts';
import { loadFinish } from '../pdf/load.ts';
import { leftOutNote } from '../pdf/left-out.ts';
import { pageCount, type PdfIdentity } from '../pdf/settle.ts';
import type { UnpackProgress } from './built-in.ts';
import type { Candidate } from './find.ts';
import { chooseBrowser, type Chosen, type PassedOver } from './choose.ts';
import { abortOf, type Launched } from './launch.ts';
import { openBlankPage, type BlankPage } from './print-page.ts';

export interface PrinterOptions {
  /** A browser that was named: it alone is tried. */
  readonly browser?: string | undefined;
  /** Where the built-in browser is kept, instead of the user's cache folder. */
  readonly cacheDir?: string | undefined;
  /** Ends the browser; what is under way is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Takes what must be removed however the program ends. */
  readonly cleanup?: Cleanup | undefined;
  readonly onProgress?: ((progress: UnpackProgress) => void) | undefined;
  readonly limits?: Partial<PrintLimits> | undefined;
  readonly host?: Host | undefined;
}

export interface PrintLimits {
  /** For one report. */
  readonly seconds: number;
  readonly pages: number;
  readonly htmlBytes: number;
  readonly pdfBytes: number;
}

const MEGABYTE = 1 << 20;
const PRINT_LIMITS: PrintLimits = {
  seconds: 60,
  pages: 500,
  htmlBytes: 20 * MEGABYTE,
  pdfBytes: 50 * MEGABYTE,
};

/** A browser that is ready to print. */
export interface Printer {
  readonly browser: Candidate & { readonly version: string; readonly sandboxed: boolean };
  /** The browsers that were tried before this one, and why they were not taken. */
  readonly passedOver: readonly PassedOver[];
  /** What a reader should know of this run so far: that the browser has no sandbox, and which PDF breaks a rule. */
  readonly notes: readonly Finding[];
  /**
   * Returns the page as a tagged PDF: the same bytes for the same page. A finding is returned where the page is too
   * large, takes too long, or the PDF is not sound. Prints two at a time; others wait. After the last page that will be
   * printed the browser is ended while the PDF is still being finished.
   */
  readonly print: (html: string, identity: PdfIdentity, isLast?: boolean) => Promise<Uint8Array | Finding>;
  /** Ends the browser and removes what it left. */
  readonly close: () => Promise<void>;
}

/** Starts the first browser that works. Returns a finding that names every one tried where none does. */
export async function openPrinter(options: PrinterOptions = {}): Promise<Printer | Finding> {
  options.signal?.throwIfAborted();
  const cleanup = new Cleanup();
  const release = options.cleanup?.add(() => {
    cleanup.run();
  });
  const stop = (): void => {
    cleanup.run();
  };
  options.signal?.addEventListener('abort', stop);
  const end = (): void => {
    options.signal?.removeEventListener('abort', stop);
    cleanup.run();
    release?.();
  };
  try {
    const chosen = await chooseBrowser({ ...options, host: options.host ?? thisHost(), cleanup });
    options.signal?.throwIfAborted();
    if ('code' in chosen) end();
    return 'code' in chosen ? chosen : printerOf(chosen, options, end);
  } catch (error) {
    end();
    throw options.signal?.aborted ? options.signal.reason : error;
  }
}

const AT_ONCE = 2;

function printerOf(chosen: Chosen, options: PrinterOptions, end: () => void): Printer {
  const limits = { ...PRINT_LIMITS, ...options.limits };
  const gate = new Gate(AT_ONCE);
  let running: Promise<Launched> = Promise.resolve(chosen.launched);
  // Made while the first report is still being computed.
  let spare: Promise<BlankPage | undefined> = openBlankPage(chosen.launched.browser).catch(() => undefined);
  const blankPage = async (launched: Launched): Promise<BlankPage> => {
    const ready = spare;
    spare = Promise.resolve(undefined);
    const page = await ready;
    return page?.usable() === true ? page : openBlankPage(launched.browser);
  };
  // A browser that was ended for one report is replaced for the next.
  const current = async (): Promise<Launched> => {
    const before = running;
    const launched = await before;
    // Two prints may find it gone at the same moment: one of them starts the next.
    if (!launched.browser.connected && running === before) running = chosen.restart();
    return running;
  };
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    const launched = await running.catch(() => undefined);
    // Its profile is temporary and every PDF is out: there is nothing that an orderly end would save.
    await launched?.end();
    end();
  };
  const { version, sandboxed } = chosen.launched;
  const notes: Finding[] = sandboxed
    ? []
    : [finding('N911', 'the browser runs without its sandbox, since the program runs as root')];
  return {
    browser: { ...chosen.candidate, version, sandboxed },
    passedOver: chosen.passedOver,
    notes,
    print: (html, identity, isLast = false) =>
      gate.pass(async () => {
        if (Buffer.byteLength(html) > limits.htmlBytes)
          return tooLarge(`the page is ${megabytes(Buffer.byteLength(html))}`, megabytes(limits.htmlBytes));
        const printing = printWithin({ current, blankPage }, html, limits, options.signal);
        const finish = loadFinish();
        const printed = await printing;
        if (!(printed instanceof Uint8Array)) return printed;
        if (isLast) closing = close();
        const pages = pageCount(printed);
        if (pages > limits.pages) return tooLarge(`the PDF has ${pages} pages`, `${limits.pages}`);
        if (printed.length > limits.pdfBytes)
          return tooLarge(`the PDF is ${megabytes(printed.length)}`, megabytes(limits.pdfBytes));
        const finished = await finish(printed, identity);
        if ('code' in finished) return finished;
        notes.push(...leftOutNote(identity.title, finished.faults));
        return finished.bytes;
      }),
    close: () => (closing ??= close()),
  };
}

interface Pages {
  readonly current: () => Promise<Launched>;
  readonly blankPage: (launched: Launched) => Promise<BlankPage>;
}

/** Prints once, and once more where the browser ended for another report's sake. */
async function printWithin(
  { current, blankPage }: Pages,
  html: string,
  limits: PrintLimits,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | Finding> {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    const launched = await current().catch(asError);
    if (launched instanceof Error) return ended(launched);
    const printed = blankPage(launched).then((page) => page.print(html));
    const outcome = await raceWatchdog(launched, printed, limits.seconds, signal);
    signal?.throwIfAborted();
    if (outcome instanceof Uint8Array) return outcome;
    if (outcome === 'late')
      return finding('E903', `printing took longer than ${limits.seconds} seconds and was stopped`);
    if (launched.browser.connected) throw outcome;
    if (attempt === 2) return ended(outcome);
  }
}

async function raceWatchdog(
  launched: Launched,
  printing: Promise<Uint8Array>,
  seconds: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array | Error | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      resolve('late');
      launched.kill();
    }, seconds * 1000);
  });
  const stopped = signal === undefined ? [] : [abortOf(signal).catch(asError)];
  const outcome = await Promise.race([printing.catch(asError), late, ...stopped]);
  clearTimeout(timer);
  return outcome;
}

/** Lets a number of tasks run at once; the others wait their turn. */
class Gate {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  async pass<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free === 0)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    else this.#free -= 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function ended(error: Error): Finding {
  return finding('E905', 'the browser ended while it was printing, and so did the one after it', {
    why: error.message,
  });
}

function tooLarge(what: string, limit: string): Finding {
  return finding('E904', `${what}, and the most is ${limit}`);
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}
