import { format } from 'prettier';
import { packageRoot } from '../../src/render/assets.ts';
import {
  fileOf,
  PAGE_PURPOSES,
  PART_PURPOSES,
  partsOf,
  SHEET_PURPOSES,
} from '../../src/render/template-parts.ts';
import { OWN_PAGE_NAMES, readTemplate } from '../../src/render/template-source.ts';
import { viewReader, type HelperTypes, type ViewPath } from './view-paths.ts';

/** What each helper takes: its type in the view, and the name that a template calls it by. */
const HELPERS: HelperTypes = {
  MarkdownText: 'markdown',
  TimeChart: 'timeChart',
  MatrixChart: 'riskMatrix',
  BenchmarkChart: 'benchmarkChart',
  Sparkline: 'sparkline',
  AimedSparkline: 'sparkline',
  TimeLine: 'timeLine',
};

/** Returns docs/templates.md: how templates are made a council's own, and what each may print, from the types of the views. */
export async function templatesPage(): Promise<string> {
  const reader = viewReader(HELPERS);
  const sources = OWN_PAGE_NAMES.map((name) => readTemplate(name, packageRoot()));
  const files = sources
    .flatMap((one) => [...partsOf(one), ...one.sheets.shared, ...one.sheets.own])
    .map(fileOf);
  const lines = [
    ...INTRODUCTION,
    '## The templates',
    '',
    ...OWN_PAGE_NAMES.map((name) => `- \`${name}\`: ${PAGE_PURPOSES[name]}`),
    '',
    '| file | what it prints |',
    '|---|---|',
    ...[...new Set(files)].map(
      (file) => `| \`${file}\` | ${PART_PURPOSES[file] ?? SHEET_PURPOSES[file] ?? ''} |`,
    ),
    '',
    ...WRITING,
    '## The view of a report',
    '',
    'The three templates of reports have the same view. `[]` stands for each entry of a list.',
    '',
    ...table(reader.paths('ReportView', ['body'])),
    '### Parts that print one of a list',
    '',
    'These parts get one entry each, and see nothing else of the view.',
    '',
    ...[...reader.members('PartContexts')].flatMap(([part, paths]) => [
      `#### \`${part}\``,
      '',
      ...table(paths),
    ]),
    ...FRAMES,
    '## The view of a pack',
    '',
    ...table([...reader.paths('PackView', ['reports']), ...PACKED]),
  ];
  return format(lines.join('\n'), { parser: 'markdown', printWidth: 110 });
}

function table(paths: readonly ViewPath[]): string[] {
  const rows = paths.map(({ path, type, is }) => `| \`${path}\` | ${type} | ${is} |`);
  return ['| path | is | |', '|---|---|---|', ...rows, ''];
}

/** What the frame makes of the reports of a pack, once their templates have printed them. */
const PACKED: readonly ViewPath[] = [
  { path: 'reports', type: 'list of groups', is: 'Every report, printed by its own template.' },
  { path: 'reports[].id', type: 'text', is: 'What the contents lead to.' },
  { path: 'reports[].className', type: 'text', is: '`report-highlight-report`' },
  { path: 'reports[].label', type: 'text', is: 'The report’s title: `Workforce highlight report`.' },
  { path: 'reports[].opening', type: 'markup', is: 'Its first page.' },
  { path: 'reports[].content', type: 'markup', is: 'Its sections.' },
];

const INTRODUCTION = [
  '# Templates and themes',
  '',
  'Generated from the templates and the types of their views (`npm run docs`).',
  '',
  'Colours and the logo are set by a **theme**, which needs no template: see `theme` and the theme file in',
  '[the data format](data-format.md). Words, order and markup of the page are set by **templates**: parts in',
  '[Handlebars](https://handlebarsjs.com) and style sheets. Change as little as will do, since what you copy no longer',
  'changes with the program.',
  '',
  '    cip-report templates list                 what there is, and what each part prints',
  '    cip-report templates copy trust           one part, into our-templates/',
  '    cip-report build --templates our-templates',
  '',
  'A folder of templates may hold `.hbs` parts and `.css` style sheets:',
  '',
  '- at its top, for all templates: `risks.hbs` takes the place of the shared part of that name. A template that ships a part of',
  '  its own in the place of a shared one (`committee-report/paragraph.hbs`) keeps it;',
  '- in a folder of a template’s name, for that one alone: `highlight-report/trust.hbs`;',
  '- a style sheet takes the place of the shipped one of its name (`33-charts.css`, `pack/style.css`); any other name follows',
  '  those that ship.',
  '',
  'To leave a part out, put an empty one in its place, with a comment that says why: `{{!-- The board reads the trust line in the',
  'covering letter. --}}`. To leave out a whole section, leave it out of `sections` in report.yaml: the contents and numbers follow.',
  '',
  'A copy starts with a comment that says from which version it is; one of another version is used, and a note says so (N509).',
  'The paper of `cip-report diff` takes no templates, and has the theme; the Markdown of a report (`--markdown`) is made without',
  'templates, too. Fonts are not themed: they are embedded, and the room',
  'on the first page is reckoned with their widths.',
  '',
];

const WRITING = [
  '## Writing a part',
  '',
  'Everything in the view is text already: a template computes nothing. It may use:',
  '',
  '- `{{title}}`: a value, always escaped. `{{{title}}}` is an error (E504);',
  '- `{{#if x}} … {{else}} … {{/if}}`, `{{#unless x}}`, `{{#each list}}` with `{{this}}`, `{{#with group}}`; `../` leads out of',
  '  these;',
  '- `{{> risks}}`: another part, which sees what is around the call; `{{> state state}}` gives it one value;',
  '- helpers, each for one kind of value: `{{markdown text}}`, `{{codeSpans text}}`, `{{timeChart chart}}`, `{{riskMatrix chart}}`,',
  '  `{{benchmarkChart chart}}`, `{{sparkline spark}}`, `{{timeLine line}}`, `{{sign name "class"}}`.',
  '',
  'Every path is checked when the page is built: one that the view lacks is an error with its line (E503), and nothing is published.',
  'A value that is a list, a group or Markdown is not printed as it is (E510): `{{summary.rag.reason}}` is Markdown, and',
  '`{{markdown summary.rag.reason}}` prints it. A value may stand in text or in a quoted attribute, and not in `style`, in an event or',
  'in a script (E505). A part has no script, no event, no `style`, and nothing that is fetched (E511); links lead to `#…`, `https:` or',
  '`mailto:`. A style sheet fetches nothing (E507).',
  '',
  'The reason for the RAG stands twice in the view. On the first page of a highlight report it is `summary.rag.reason`; in the',
  'summary of the other two templates, `glance.reason`, shortened where it has to be, and `glance.rag.reason`, whole. Where there is',
  'no RAG, `rag` is null: ask with `{{#if summary.rag}}` first.',
  '',
  'What the page owes its readers is then yours: one `h1`, headings in order, a caption and `scope` in every table, and a',
  'contrast of 4.5:1. Colours are custom properties (`var(--accent)`), so that a theme and dark screens reach what you write.',
  'The contrast of a theme is checked; of colours that a style sheet of your own sets or uses, nothing is (N513).',
  '',
];

const FRAMES = [
  '### Frames',
  '',
  '| part | path | is | |',
  '|---|---|---|---|',
  '| `report`, `pack` | `page.csp`, `page.style` | text | The content policy and the style sheet; each belongs where the shipped part has it. |',
  '| `report` | `page.body` | markup | The opening and all sections. |',
  '| `section` | `id`, `number`, `title`, `body` | text; markup | A section: its paragraphs are `body`. |',
  '| `paragraph` | `id`, `number`, `heading`, `body` | text; markup | A paragraph, with a number in committee reports. |',
  '| `part` | `heading`, `body` | text; markup | One thing under its heading. |',
  '',
];
