import { DEFAULT_TEMPLATE } from '../model/templates.ts';
import { isDayFirst } from './config/dates.ts';
import { entriesUnder } from './config/source.ts';
import { MOST_PARTS } from './schema/workstream.ts';
import { textUnder, type Tree } from './yaml/tree.ts';

/** What the configuration says of a workstream's papers. */
export interface PaperSettings {
  /** The template says what a paper needs. */
  readonly template: string;
  /** Ids of the workstream's tables and charts, which a section can show. */
  readonly shown: readonly string[];
  /** Whether `10/09/2026` is 10 September: `dates: day_first`. */
  readonly dayFirst?: boolean;
}

/** Returns the settings of a workstream's papers, also where the rest of the configuration is faulty. */
export function paperSettings(config: Tree, workstream: string): PaperSettings {
  const path = ['workstreams', workstream];
  const shown = ['tables', 'charts'].flatMap((list) =>
    // More than there may be are reported with the configuration.
    entriesUnder(config, [...path, list])
      .slice(0, MOST_PARTS)
      .flatMap((entry) => textUnder(config, [...entry, 'id']) ?? []),
  );
  return {
    ...(isDayFirst(config) && { dayFirst: true }),
    template: textUnder(config, [...path, 'template']) ?? DEFAULT_TEMPLATE,
    shown,
  };
}
