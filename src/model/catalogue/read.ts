import type { CatalogueEntry } from '../catalogue.ts';

/** Findings of reading files: encodings, CSV, YAML, cells, dates, configuration. */
export const READ_CODES = {
  E001: {
    severity: 'error',
    rule: 'file-missing',
    title: 'a file that is needed is missing',
    help: 'add the file, or correct the path in cip-report.yaml',
    example: 'a meeting folder without report.yaml',
  },
} as const satisfies Record<string, CatalogueEntry>;
