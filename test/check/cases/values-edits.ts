import { BEFORE, LATEST, type Edit } from '../../support/rule-cases.ts';

export const CONFIG = 'cip-report.yaml';
export const TABLE = `${LATEST}/workforce.csv`;
export const PAPER = `${LATEST}/report.yaml`;

/** Adds to the configuration, before the targets. */
export function configured(text: string): Edit {
  return { file: CONFIG, replace: '\ntargets:\n', by: `\n${text}\ntargets:\n` };
}

/** Adds the council's own definition of a metric. */
export function defined(id: string, formula: string): Edit {
  return configured(
    `definitions:\n  - { id: ${id}, label: Own rate, formula: ${formula}, unit: share, places: 1, direction: lower, description: Own. }\n`,
  );
}

/** A further table of the workforce in the papers of a meeting. */
export function further(meeting: string, ...lines: readonly string[]): Edit {
  return { file: `${meeting}/workforce-more.csv`, by: `${lines.join('\n')}\n` };
}

/** Makes a table of the configuration show a further one. */
export const BY_SERVICE: Edit = {
  file: CONFIG,
  replace: '\nheadings:\n',
  by: '      - { id: by-service, title: Services, rows: service, figures: [cases] }\n\nheadings:\n',
};

/** A paper that cites nothing, for data whose latest month is another. */
export const PLAIN: Edit = {
  file: PAPER,
  by: `sponsor: Director of Children's Services
lead: Head of Workforce
completed_by: Workforce Programme Manager
period: { from: 14 September 2026, to: 9 November 2026 }
next_period: { from: 9 November 2026, to: 11 January 2027 }
rag: { previous: amber, current: green, reason: The career pathway is late by two months. }
progress: Recruitment goes on.
next: A second campaign starts.
answers:
  - { resolution: V1, text: Agency workers by team are part of the report from now on. }
`,
};

export const OVERLAPPING: Edit = {
  file: CONFIG,
  replace: '\nworkstreams:\n',
  by: '\noverlapping: [team]\n\nworkstreams:\n',
};

/** Takes the rows of the whole workforce out of both papers. */
export const WITHOUT_WHOLE: readonly Edit[] = [
  { file: TABLE, replace: /Sep 2026,All.*\n/, by: '' },
  { file: TABLE, replace: /Oct 2026,All.*\n/, by: '' },
  { file: `${BEFORE}/workforce.csv`, replace: /Jul 2026,All.*\n/, by: '' },
  { file: `${BEFORE}/workforce.csv`, replace: /Aug 2026,All.*\n/, by: '' },
];

/** Adds a month to the indicator of visits. */
export function visits(month: string): Edit {
  return {
    file: `${LATEST}/indicators.csv`,
    replace: 'Oct 2026,383,412\n',
    by: `Oct 2026,383,412\nvisits_on_time,${month}\n`,
  };
}

export function cell(text: string, by: string): Edit {
  return { file: TABLE, replace: text, by };
}

export const WRITTEN = 'it looks at how a figure is written, not at how large it is';
export const NAMES = 'it looks at who is named, not at how large a figure is';
export const DATES = 'it looks at dates, not at figures';
