import type { AbbreviationView } from './abbreviations.ts';
import { acceptedDiffering, findingsBesideDiffering, openFindings } from './checked.ts';
import type { Finding } from '../model/finding.ts';
import { groupBy } from '../model/group-by.ts';
import { isAuthority } from '../model/definitions.ts';
import { formatList, plural } from './format.ts';
import type { TemplateName } from '../model/templates.ts';
import type { Report } from './report.ts';
import { drawnTargetChart } from './view-target-chart.ts';
import type { TableRefs } from './view-tables.ts';
import { seriesTable, type SeriesTable } from './view-workforce.ts';
import { adviceOf } from './view-advice.ts';
import { sourceFiles } from './view-charts.ts';
import { figureOf, placeInWords, sentence, type StateView } from './view-text.ts';

export interface AppendixView {
  /** What came of computing again the figures that the council states. */
  readonly checked: {
    /** `12 figures that the council states were computed again from their parts: 10 agree, 2 differ.` */
    readonly summary: string;
    /** Of the numbers that people typed into the text; empty where there are none. */
    readonly typed: string;
    /** The stated figures that do not follow from the data. */
    readonly differing: readonly {
      /** The figure, in the words of the file: `% of permanent workers leaving in the period`. */
      readonly label: string;
      /** Of which period: `Jan 2021`. */
      readonly period: string;
      /** What the council states: `6.94%`. */
      readonly stated: string;
      /** What follows from the data: `0.69%`. */
      readonly computed: string;
      /** What is likely wrong, in a sentence. */
      readonly explanation: string;
      /** Whether it is left as it is; the table of what is accepted says why. */
      readonly accepted: boolean;
      /** Where the council states it: `Line 5 of workforce/2021-04-19/workforce.csv`. */
      readonly place: string;
    }[];
  };
  /** The warnings and notes on the data, those that are mended in the same way together. */
  readonly findings: readonly FindingGroup[];
  /** How many findings the table of stated figures tells already; empty where it tells none. */
  readonly toldAbove: string;
  /** What is left as it is, each with the reason and the role of whoever accepts it. */
  readonly accepted: readonly AcceptedView[];
  /** What each figure of the report means. */
  readonly definitions: readonly {
    /** The figure: `Agency rate`. */
    readonly label: string;
    /** How it is computed, in words; empty where it is counted. */
    readonly formula: string;
    /** What it means, in a sentence. */
    readonly description: string;
    /** Whose definition it is, where an authority or the council has one of its own; may be empty. */
    readonly source: string;
  }[];
  /** What the abbreviations of the paper stand for; empty in a pack, which has one list for all. */
  readonly abbreviations: readonly AbbreviationView[];
  /** Whether there is a chart whose values are to be listed. */
  readonly hasValues: boolean;
  /** The files that hold these values, in a sentence; empty where none is known. */
  readonly valuesFrom: string;
  /** The values behind the chart of the target. */
  readonly target: SeriesTable | null;
  /** The files that the report was made from. */
  readonly inputs: readonly {
    /** The file's path in the data folder: `workforce/2021-04-19/risks.csv`. */
    readonly path: string;
    /** `1,774 bytes`. */
    readonly size: string;
    /** The file's checksum, by which it can be told from any other version. */
    readonly sha256: string;
  }[];
  /** The program and its version: `cip-report 0.1.0`. */
  readonly generator: string;
}

export interface AcceptedView {
  /** The code of the finding: `W110`. */
  readonly code: string;
  /** `Error`, `Warning` or `Note`. */
  readonly state: StateView;
  /** What was found, in a sentence. */
  readonly message: string;
  /** How it was found; may be empty. */
  readonly why: string;
  /** Where in the data: `Line 6 of workforce/2021-04-19/risks.csv`; may be empty. */
  readonly place: string;
  /** Why it is left as it is. */
  readonly reason: string;
  /** The role of whoever accepts it. */
  readonly by: string;
}

/** The findings of one code that are mended in the same way. */
export interface FindingGroup {
  /** The code of the findings: `W110`. */
  readonly code: string;
  /** `Error`, `Warning` or `Note`. */
  readonly state: StateView;
  /** What to do about them, in a sentence that names no file; may be empty. */
  readonly help: string;
  /** The findings, as many as are listed. */
  readonly items: readonly {
    /** What was found, in a sentence. */
    readonly message: string;
    /** How it was found; may be empty. */
    readonly why: string;
    /** Where in the data: `Line 6 of workforce/2021-04-19/risks.csv`; may be empty. */
    readonly place: string;
  }[];
  /** How many are not listed. */
  readonly more: string;
}

const SEVERITIES = {
  error: { sign: 'cross', tone: 'bad', text: 'Error' },
  warning: { sign: 'alert', tone: 'attention', text: 'Warning' },
  note: { sign: 'dash', tone: 'plain', text: 'Note' },
} as const;

/** Returns the view of the appendix; its abbreviations are found when the whole page is made. */
export function appendixView(
  report: Report,
  template: TemplateName,
  tables: TableRefs,
): Omit<AppendixView, 'abbreviations'> {
  const chart = drawnTargetChart(report, template, tables.path);
  const others = findingsBesideDiffering(report);
  return {
    checked: checkedView(report),
    findings: findingGroups(others),
    toldAbove: toldAbove(openFindings(report).length - others.length),
    accepted: report.findings.flatMap(acceptedView),
    definitions: report.definitions.map((one) => ({
      label: one.label,
      formula: one.formulaText ?? '',
      description: one.description,
      source: definitionSource(one),
    })),
    hasValues: chart !== null || tables.series.id !== '' || report.trends.length > 0,
    valuesFrom: valuesFrom(report),
    target: chart ? seriesTable(chart.series.map((one) => [one.label, one.points])) : null,
    inputs: report.inputs.map((one) => ({
      path: one.path,
      size: plural(one.bytes, 'byte'),
      sha256: one.sha256,
    })),
    generator: `${report.generator.name} ${report.generator.version}`,
  };
}

/** A chart names the council as its source; the files stand with its values. */
function valuesFrom(report: Report): string {
  const drawn = [...report.workforce.series, ...report.trends.flatMap((one) => one.series)];
  const ids = [...drawn.flatMap((one) => one.figures), ...report.targets.flatMap((one) => one.series ?? [])];
  const files = sourceFiles(ids.flatMap((id) => figureOf(report, id) ?? []));
  return files === '' ? '' : `From ${files}.`;
}

const SEVERITY_ORDER = { error: 0, warning: 1, note: 2 } as const;

/** The most findings of one code that the page lists. */
const LISTED = 6;

function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const groups = groupBy(findings, (one) => `${SEVERITY_ORDER[one.severity]} ${one.code} ${adviceOf(one)}`);
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, members]) => {
      const [first] = members;
      if (!first) return [];
      const items = members.slice(0, LISTED).map(itemView);
      const rest = members.length - items.length;
      return {
        code: first.code,
        state: SEVERITIES[first.severity],
        help: sentence(adviceOf(first)),
        items,
        more: rest > 0 ? `And ${rest} more, all of them in the JSON of this report.` : '',
      };
    });
}

function itemView({ message, why, at }: Finding): FindingGroup['items'][number] {
  return {
    message: sentence(message),
    why: why === undefined ? '' : sentence(why),
    place: at ? placeInWords(at) : '',
  };
}

function acceptedView(one: Finding): AcceptedView[] {
  const { code, severity, accepted } = one;
  if (accepted === undefined) return [];
  const { reason, by } = accepted;
  return [{ code, state: SEVERITIES[severity], ...itemView(one), reason: stopped(sentence(reason)), by }];
}

/** People end a reason with a full stop, or not. */
function stopped(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** That other councils reckon by the same definition gives it no authority, and is no part of this council's paper. */
function definitionSource({ origin, usedBy }: Report['definitions'][number]): string {
  if (origin !== 'council') return formatList(usedBy.filter(isAuthority));
  return usedBy.length > 0 ? formatList(usedBy) : 'This council’s own';
}

function toldAbove(count: number): string {
  if (count === 0) return '';
  return `${plural(count, 'warning')} on stated figures ${count === 1 ? 'is' : 'are'} told in the table above.`;
}

function checkedView(report: Report): AppendixView['checked'] {
  const { recomputed, agreed, differing } = report.checked;
  const accepted = acceptedDiffering(report);
  const summary =
    recomputed === 0
      ? 'The council states no figure that follows from others, so none was compared.'
      : `${plural(recomputed, 'figure')} that the council states ${recomputed === 1 ? 'was' : 'were'} computed again from ${recomputed === 1 ? 'its' : 'their'} parts: ${agreed} ${agreed === 1 ? 'agrees' : 'agree'}, ${differing.length} ${differing.length === 1 ? 'differs' : 'differ'}.`;
  return {
    summary,
    typed: typedSentence(report.checked.typed),
    differing: differing.map((one) => ({
      label: one.label,
      period: one.period.label,
      stated: one.statedText,
      computed: one.computedText,
      explanation: sentence(one.explanation),
      accepted: accepted.has(one),
      place: placeInWords(one.at),
    })),
  };
}

function typedSentence({ numbers, tied, agreed }: Report['checked']['typed']): string {
  if (numbers === 0) return '';
  const typed = `${plural(numbers, 'number')} ${numbers === 1 ? 'is' : 'are'} typed in the text`;
  if (tied === 0) return `${plural(numbers, 'number')} typed in the text could not be matched to the data.`;
  const differing = tied - agreed;
  const rest = differing === 0 ? '' : `, ${differing} ${differing === 1 ? 'differs' : 'differ'}`;
  return `${typed}. ${tied} of them ${tied === 1 ? 'is' : 'are'} matched to a figure by the words around ${tied === 1 ? 'it' : 'them'}: ${agreed} ${agreed === 1 ? 'agrees' : 'agree'}${rest}.`;
}
