import type { CatalogueEntry } from './entry.ts';

/** Findings on this machine: browser, fonts, write access. */
export const MACHINE_CODES = {
  E901: {
    severity: 'error',
    rule: 'no-browser',
    title: 'no browser could be started, so no PDF was written',
    help: 'run `cip-report doctor`, or name a browser with --browser',
    example: 'a machine without Chrome on which the built-in browser cannot be unpacked',
  },
  E902: {
    severity: 'error',
    rule: 'named-browser',
    title: 'the browser that was named cannot be used',
    help: 'correct --browser or PUPPETEER_EXECUTABLE_PATH, or leave it out to have a browser found',
    example: '--browser /usr/bin/firefox',
  },
  E903: {
    severity: 'error',
    rule: 'print-time',
    title: 'printing took too long and was stopped',
    help: 'shorten the tables or the narrative of the report',
    example: 'a table of a hundred thousand rows',
  },
  E904: {
    severity: 'error',
    rule: 'print-size',
    title: 'a page or its PDF is larger than a board paper can be',
    help: 'shorten the tables or the narrative of the report',
    example: 'a report of 600 pages',
  },
  E905: {
    severity: 'error',
    rule: 'print-failed',
    title: 'the browser ended while it was printing',
    help: 'check free memory, then run `cip-report doctor`',
    example: 'a browser that the system ended because memory ran out',
  },
  E906: {
    severity: 'error',
    rule: 'pdf-faulty',
    title: 'the PDF that the browser wrote is not as it must be',
    help: 'run `cip-report doctor`, or name another browser with --browser',
    example: 'a PDF without title or language',
  },
  E907: {
    severity: 'error',
    rule: 'output-refused',
    title: 'a report cannot be written under this name',
    help: 'remove what stands there, or choose another folder with --out',
    example: 'a symbolic link or a folder named highlight-report.pdf in the output folder',
  },
  E908: {
    severity: 'error',
    rule: 'output-failed',
    title: 'the reports could not be written; earlier ones are untouched',
    help: 'free some space or make the folder writable, then build again',
    example: 'a full disk, or an output folder that belongs to someone else',
  },
  E909: {
    severity: 'error',
    rule: 'output-busy',
    title: 'another build is writing to the same folder',
    help: 'wait until it has ended, or choose another folder with --out',
    example: 'two builds at the same moment, one of which hangs on a network drive',
  },
  W910: {
    severity: 'warning',
    rule: 'outdated-pdf',
    title: 'the PDF of an earlier build was set aside, since this build made none',
    help: 'build again without --no-pdf on a machine with a browser, then delete the earlier PDF',
    example:
      '`cip-report build --no-pdf` after the data changed, in a folder that holds the PDF of an earlier build',
  },
  W912: {
    severity: 'warning',
    rule: 'outdated-pack',
    title:
      'the pack of an earlier build was set aside, since this build replaced reports in it and made no pack',
    help: 'build again without --no-pack and --workstream, then delete the earlier pack',
    example:
      '`cip-report build --no-pack` after the data changed, in a folder that holds the pack of an earlier build',
  },
  W913: {
    severity: 'warning',
    rule: 'outdated-markdown',
    title: 'the Markdown of an earlier build was set aside, since this build made none',
    help: 'build again with --markdown or --markdown-summary, then delete the earlier file',
    example:
      '`cip-report build` after the data changed, in a folder that holds what an earlier build wrote with --markdown',
  },
  N911: {
    severity: 'note',
    rule: 'no-sandbox',
    title: 'the browser runs without its sandbox',
    help: 'run the program as another user than root where you can',
    example: 'a build in a container whose user is root',
  },
  N914: {
    severity: 'note',
    rule: 'no-pdfua',
    title: 'a PDF does not bear the identifier of PDF/UA, since it breaks a rule of accessibility',
    help: 'look at the place that is named: a letter that no font has, a template of your own or another browser may have left it so; docs/accessibility.md lists the rules',
    example: 'a template of your own with a picture that no words stand for',
  },
} as const satisfies Record<string, CatalogueEntry>;
