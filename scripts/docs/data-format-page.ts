import * as z from 'zod/mini';
import { CITABLE } from '../../src/papers/resolve.ts';
import { MEASURES } from '../../src/model/measures.ts';
import { TEMPLATE_NAMES, TEMPLATES } from '../../src/model/templates.ts';
import { MILESTONE_FIELDS, MILESTONE_STATUS } from '../../src/read/milestones.ts';
import { RISK_FIELDS, RISK_STATUS } from '../../src/read/risks.ts';
import { ACTION_FIELDS, ACTION_STATUS } from '../../src/read/actions.ts';
import { BENCHMARK_FIELDS } from '../../src/read/benchmarks/table.ts';
import { RECOMMENDATION_FIELDS, RECOMMENDATION_STATUS } from '../../src/read/recommendations.ts';
import { RESOLUTION_FIELDS } from '../../src/read/resolutions.ts';
import { writtenConfig } from '../../src/read/schema/config.ts';
import { alternatives, KEYS, schemaUnder } from '../../src/read/schema/key.ts';
import { writtenPaper } from '../../src/read/schema/paper.ts';
import { writtenTheme } from '../../src/read/schema/theme.ts';
import type { StatusWords } from '../../src/read/status.ts';
import type { FieldSet } from '../../src/read/table/fields.ts';

import { ASKS, CONFIG_EXAMPLES, JUDGEMENTS, TEXTS } from './data-format-parts.ts';

/** Returns docs/data-format.md: what a data repo holds, from the schemas and field lists that the reader uses. */
export function dataFormatPage(): string {
  return [
    ...INTRODUCTION,
    '## `cip-report.yaml`',
    '',
    ...keyTable(writtenConfig),
    '',
    ...CONFIG_EXAMPLES,
    '',
    '## Theme file',
    '',
    ...THEME,
    ...keyTable(writtenTheme),
    '',
    '## `report.yaml`',
    '',
    ...keyTable(writtenPaper, neededByTemplates),
    '',
    ...ASKS,
    ...TEXTS,
    ...WORKFORCE,
    ...MEASURES.map(({ id, description }) => `- \`${id}\`: ${description}`),
    '',
    ...INDICATOR_TABLES,
    '## Milestones',
    '',
    ...fieldTable(MILESTONE_FIELDS),
    '',
    ...statusLines(MILESTONE_STATUS),
    '',
    '## Risks',
    '',
    ...fieldTable(RISK_FIELDS),
    '',
    ...statusLines(RISK_STATUS),
    '',
    '## Actions',
    '',
    ...fieldTable(ACTION_FIELDS),
    '',
    ...statusLines(ACTION_STATUS),
    '',
    '## Recommendations',
    '',
    ...fieldTable(RECOMMENDATION_FIELDS),
    '',
    ...LISTS,
    ...statusLines(RECOMMENDATION_STATUS),
    '',
    '## Resolutions',
    '',
    ...fieldTable(RESOLUTION_FIELDS),
    '',
    '## Benchmarks',
    '',
    ...BENCHMARKS,
    ...fieldTable(BENCHMARK_FIELDS),
    '',
    ...VALUES,
    ...Object.entries(CITABLE).map(([name, { is }]) => `- \`{{${name}}}\`: ${is}`),
    '',
    ...JUDGEMENTS,
    '',
  ].join('\n');
}

const INTRODUCTION = [
  '# The data repo',
  '',
  'Generated from the schemas (`npm run docs`).',
  '',
  '    cip-report.yaml              organisation, programme, board, workstreams, headings, labels, matrix, definitions, measures,',
  '                                 indicators, targets, comparators, theme',
  '    assets/                      the logo',
  '    themes/                      a theme file, where `theme` names one',
  '    benchmarks/                  downloads of national statistics, as they are',
  '    <workstream>/<meeting>/      one folder a board meeting, named by its date: workforce/2021-04-19',
  '      report.yaml                header, RAG, asks, escalations, sections of text, questions, answers, notes, appendices',
  '      workforce.csv              figures; further tables are workforce-<name>.csv',
  '      indicators.csv             values of indicators; further tables are indicators-<name>.csv',
  '      benchmarks.csv             figures of others that no download holds',
  '      milestones.csv  risks.csv  actions.csv  recommendations.csv  resolutions.csv',
  '',
  'Each table may be YAML in place of CSV: a list of rows, each a map from heading to value. Files are UTF-8; for others',
  'there is `--encoding windows-1252`. An unknown key or heading is an error with a suggestion, never passed over.',
  'Where a key takes one of a few words, capitals make no difference: `Amber` is `amber`.',
  '',
];

const THEME = [
  'A file that `theme` names: `theme: { file: themes/council.yaml, logo: assets/logo.svg }`. Every colour is `#rrggbb` in quotation',
  'marks; what is left out is as it ships. Each pair of colours that the page uses is checked when it is built, by day and by night:',
  '4.5:1 for text, 3:1 for lines and signs. A colour that is too faint is an error (E083), with the nearest one that would do. Printed',
  'sheets are white whatever `page` is. Fonts are not themed: they are embedded, and the room on the first page is reckoned with',
  'their widths. `examples/programme/themes` has a whole theme.',
  '',
];

const CHANGES = [
  'A column of changes (`Change`, `Variance`, `% change`) is stated too: it is compared with the two figures, and a change in',
  'percentage points is told from one in per cent of the earlier figure. With periods across, and in tables with a row a value,',
  'it is mapped to `change (stated)`; with a row a period, to the change of a figure:',
  '',
  '```yaml',
  'headings:',
  '  workforce:',
  '    Change: change (stated) # of the two periods to its left',
  '    Over the year: change from Mar 2025 to Mar 2026 (stated)',
  '    Agency +/-: agency change (stated) # from the row before of the same group',
  '    Rate +/-: agency_rate change (stated)',
  '```',
  '',
  'Where the table has no row before, a change is measured from the last period in which the figure is known.',
  '',
];

const WORKFORCE = [
  '## Workforce tables',
  '',
  'A table has one of three shapes; all may be mixed in one meeting.',
  '',
  '- **A row a period**: a `Period` column and a column for each measure.',
  '- **Periods across**: a `Measure` (or `Description`) column, and a column for each period (`Dec-20`, `Jan-21`).',
  '- **A row a value**: the columns `Measure`, `Period` and `Value` (and `Value (stated)`).',
  '',
  'Each may have columns that divide the workforce (`Team`, `Role`, `Staff group`, `Service`, `Authority`, `Grade`) and',
  'one for the `Basis` (`headcount` or `fte`). A column or row that holds what was printed elsewhere is marked as stated,',
  'by its heading (`agency_rate (stated)`) or in `headings`; it is compared with the data and never used as data. A stated',
  'figure agrees where unrounded figures exist that round to those of the data and give it at its printed precision. Heads are',
  'exact, so a rate of them agrees only as it rounds; with 17.8 permanent and 3.4 agency FTE, 15.8% to 16.3% agree, and 15.7%',
  'does not.',
  '',
  'A row of the whole workforce says `All` in the column that divides it, or leaves that cell empty. A row that says `Total`',
  'is a printed total: compared, and not used. Where there is no row of the whole, its figures are added up from the members',
  'of a dimension, unless `overlapping` lists that dimension.',
  '',
  'Your own headings, and where rows name their measure your own row texts, are mapped once in `cip-report.yaml`:',
  '',
  '```yaml',
  'headings:',
  '  workforce:',
  '    Social workers on our payroll: permanent',
  '    Agency %: agency_rate (stated)',
  '    Remarks: ignore',
  '```',
  '',
  ...CHANGES,
  'Measures:',
  '',
];

const INDICATOR_TABLES = [
  '## Indicator tables',
  '',
  'They have the shapes of workforce tables, with the ids or labels of indicators in place of measures, or are long: the',
  'columns `Indicator`, `Period` and `Value`, or `Indicator`, `Period`, `Numerator` and `Denominator`, with columns that',
  'divide them beside these. Columns for numerator and denominator are `<id>_numerator` and `<id>_denominator`, or headed as the',
  'indicator’s `numerator` and `denominator` say. Measures and metrics that are supplied may be given here, too.',
  '',
  'A share is written as a percentage, money in pounds, a duration in years and months. Where an indicator has a `bracket`,',
  '`4 (0 new)` is 4 for the indicator itself and 0 for the one that takes the number in brackets; `4` alone says nothing of it.',
  '',
];

const LISTS = [
  'Texts are Markdown, and may cite figures. `Evidence` and `Actions` hold several entries: in YAML a list, in a cell of CSV a',
  'line for each; references of actions may also stand behind commas.',
  '',
];

const BENCHMARKS = [
  'A download of the DfE’s *Children’s social work workforce* in the folder `benchmarks` is read as it is; of it only England',
  'and the places under `comparators` are kept. Its rates are those of the registry, each on its basis; the period of a row is',
  'September of its year, since social workers are counted at 30 September. Of two releases that differ, keep one.',
  '',
  'Other figures of others stand in a table of the meeting. The level is `England`, `Region`, `Authority` or `Other`; where it',
  'is left out, only a place called England has one. A formula is that of the registry where it is to be compared.',
  '',
];

const VALUES = [
  '## Values',
  '',
  '| what | as people write it |',
  '|---|---|',
  '| numbers | `193`, `1,234.5`, `70.62%`, `275.43fte`, `(1.47)` for −1.47 |',
  '| pounds (indicators) | `£250,000`, `£1,234.50`, `£710k`, `£1.2m`, `(£1,000)` for −£1,000, or a number of pounds |',
  '| lengths of time (indicators) | `8 years 11 months`, `7 years, 0 months`, `3 years`, `14 months`, or a number of months |',
  '| changes (stated) | `+3`, `-5.0`, `(11%)`, `-11 pp`, `−11.0 percentage points`, `11% reduction`, `▼ 5 FTE`, `no change` |',
  '| a figure with a footnote | `24*`; the text goes under `notes` in report.yaml |',
  '| nothing known | an empty cell or `–`; never zero |',
  '| markers | `c` confidential, `low` or `k` rounds to zero, `u` low reliability, `x` or `:` not available, `z` not applicable, `Fewer than 5` or `<5` |',
  '| dates | `2021-04-19`, `19 April 2021`, `19th April 2021`, `31/03/2024` (day first); `05/06/2020` with `dates: day_first` |',
  '| periods | `Dec-20`, `June 2020`, `2021-02`, `Q3 2023/24`, `2023/24`, `Summer 2021` |',
  '',
  'A month, quarter, season or year stays one and is due by its last day; summer is June to August. A date that could be',
  'read two ways (05/06/2020) or does not exist (31 February) is an error, never a guess. With `dates: day_first` in',
  'cip-report.yaml the day comes first in every table, in report.yaml and in cip-report.yaml itself.',
  '',
  'In a workforce table the last day of a month (`30/06/2026`) is read as that month. Any other day stays a day, which is',
  'not compared with months; a warning says so. With `dates: day_first`, a period column whose days are all the first of a month',
  '(`01/09/2025`, into which spreadsheets turn months) is read as these months.',
  '',
  '## Live figures in the narrative',
  '',
  '`{{agency_rate}}` is the latest figure, `{{agency_rate@2021-01}}` that of a period, `{{agency[team=Assessment]}}` that of',
  'a group. Beside figures there are:',
  '',
];

type NeededBy = (name: string) => string;

/** Returns which templates need a key of report.yaml. */
function neededByTemplates(name: string): string {
  const names = TEMPLATE_NAMES.filter((template) => TEMPLATES[template].needs.some((need) => need === name));
  return names.length === 0 ? '' : `needed by ${names.map((one) => `\`${one}\``).join(', ')}`;
}

function keyTable(schema: z.core.$ZodType, neededBy: NeededBy = () => ''): string[] {
  return ['| key | | what it is | example |', '|---|---|---|---|', ...keyRows(schema, [], '', neededBy)];
}

function keyRows(
  root: z.core.$ZodType,
  path: readonly string[],
  shown: string,
  neededBy: NeededBy = () => '',
): string[] {
  return Object.entries(shapeAt(root, path)).flatMap(([name, child]) => {
    const here = [...path, name];
    const title = shown === '' ? name : `${shown}.${name}`;
    const doc = KEYS.get(child);
    const needed = child instanceof z.ZodMiniOptional ? neededBy(name) : 'needed';
    const example = doc?.example === undefined ? '' : `\`${doc.example.replaceAll('|', '\\|')}\``;
    return [
      `| \`${title}\` | ${needed} | ${doc?.description ?? ''}${wordsOf(child)} | ${example} |`,
      ...nestedRows(root, here, title, child),
    ];
  });
}

/** Returns the words that a key takes, where it takes no others. */
function wordsOf(child: z.core.$ZodType): string {
  const inner = child instanceof z.ZodMiniOptional ? child._zod.def.innerType : child;
  if (!(inner instanceof z.ZodMiniEnum)) return '';
  const words = Object.values(inner._zod.def.entries).map((word) => `\`${word}\``);
  return words.length === 1 ? ` The only word is ${words.join('')}.` : ` One of ${words.join(', ')}.`;
}

function nestedRows(
  root: z.core.$ZodType,
  path: readonly string[],
  title: string,
  child: z.core.$ZodType,
): string[] {
  const inner = child instanceof z.ZodMiniOptional ? child._zod.def.innerType : child;
  if (inner instanceof z.ZodMiniObject) return keyRows(root, path, title);
  if (inner instanceof z.ZodMiniArray) return keyRows(root, [...path, '0'], `${title}[]`);
  if (inner instanceof z.ZodMiniRecord) return keyRows(root, [...path, 'id'], `${title}.<name>`);
  return [];
}

function shapeAt(root: z.core.$ZodType, path: readonly string[]): Readonly<Record<string, z.core.$ZodType>> {
  const schema = alternatives(schemaUnder(root, path)).find((one) => one instanceof z.ZodMiniObject);
  return schema instanceof z.ZodMiniObject ? schema._zod.def.shape : {};
}

function fieldTable<F extends string>({ known, required }: FieldSet<F>): string[] {
  const rows = (Object.entries(known) as [F, readonly string[]][]).map(
    ([field, [first = field, ...others]]) =>
      `| ${first} | ${required.includes(field) ? 'needed' : ''} | ${others.join(', ')} |`,
  );
  return ['| column | | also known as |', '|---|---|---|', ...rows];
}

function statusLines<S extends string>(words: StatusWords<S>): string[] {
  return (Object.entries(words) as [S, readonly string[]][]).map(
    ([state, known]) => `- Status **${state}**: ${known.join(', ')}`,
  );
}
