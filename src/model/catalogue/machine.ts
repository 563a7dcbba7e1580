import type { CatalogueEntry } from '../catalogue.ts';

/** Findings on this machine: browser, fonts, write access. */
export const MACHINE_CODES = {
  E901: {
    severity: 'error',
    rule: 'no-browser',
    title: 'no browser could be started, so no PDF was written',
    help: 'run `cip-report doctor`, or name a browser with --browser',
    example: 'a machine without Chrome on which the built-in browser cannot be unpacked',
  },
} as const satisfies Record<string, CatalogueEntry>;
