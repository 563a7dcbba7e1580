import type { Finding } from '../model/finding.ts';
import type { Printer } from '../render/browser/printer.ts';
import type { Job } from '../render/job.ts';
import type { PdfIdentity } from '../render/pdf/settle.ts';
import type { Environment } from './environment.ts';
import { UsageError } from './exit-code.ts';

/** PDFs for one run of the program: the browser starts at once and is waited for only when a page is ready. */
export interface Printing {
  /** Returns the PDF, or a finding where it could not be made. After the last one no other can be. */
  print(html: string, identity: PdfIdentity, isLast: boolean): Promise<Uint8Array | Finding>;
  /** What is to be known of the browser that was used; nothing where none was. */
  notes(): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** Starts the browser in the background. A fault is kept until a page is to be printed. */
export function openPrinting(browser: string | undefined, job: Job, environment: Environment): Printing {
  const opening = startPrinter(browser, job, environment);
  // Awaited in `print` or `close`; until then a fault must not count as unhandled.
  opening.catch(() => undefined);
  const date = dateOverride(environment);
  date.catch(() => undefined);
  return {
    print: async (html, identity, isLast) => {
      const printer = await opening;
      if ('code' in printer) return printer;
      return printer.print(html, { ...identity, date: (await date) ?? identity.date }, isLast);
    },
    notes: async () => {
      const printer = await opening;
      return 'code' in printer ? [] : printer.notes;
    },
    close: async () => {
      const printer = await opening.catch(() => undefined);
      if (printer && !('code' in printer)) await printer.close();
    },
  };
}

async function startPrinter(
  browser: string | undefined,
  { signal, cleanup }: Job,
  { output, variables }: Environment,
): Promise<Printer | Finding> {
  const { openPrinter } = await import('../render/browser/printer.ts');
  return openPrinter({
    browser: browser ?? (variables['PUPPETEER_EXECUTABLE_PATH'] || undefined),
    signal,
    cleanup,
    onProgress: ({ doneBytes, totalBytes }) => {
      output.progress(`unpacking the built-in browser, once: ${Math.floor((doneBytes / totalBytes) * 100)}%`);
    },
  });
}

/** `SOURCE_DATE_EPOCH`, where it is set, dates the PDF in place of the meeting. */
async function dateOverride({ variables }: Environment): Promise<string | undefined> {
  const seconds = variables['SOURCE_DATE_EPOCH'];
  if (seconds === undefined || seconds === '') return undefined;
  const { dateFromEpoch } = await import('../render/pdf/settle.ts');
  const date = dateFromEpoch(seconds);
  if (date !== undefined) return date;
  throw new UsageError(`SOURCE_DATE_EPOCH is ${seconds}`, 'set it to seconds since 1970, or unset it');
}
