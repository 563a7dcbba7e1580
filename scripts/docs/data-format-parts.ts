import { SECTIONS } from '../../src/model/sections.ts';
import { RAG_CONDITIONS } from '../../src/risk/rag.ts';

/** A matrix whose scores are likelihood times impact. */
export const PRODUCT_MATRIX = `matrix:
  likelihood:
    - { id: 1, label: Rare }
    - { id: 2, label: Unlikely }
    - { id: 3, label: Possible }
    - { id: 4, label: Likely }
    - { id: 5, label: Almost certain }
  impact:
    - { id: 1, label: Negligible }
    - { id: 2, label: Minor }
    - { id: 3, label: Moderate }
    - { id: 4, label: Major }
    - { id: 5, label: Severe }
  ratings:
    green: { label: Low, colour: green }
    amber: { label: Medium, colour: amber }
    red: { label: High, colour: red, severe: true }
  fill: product
  bands:
    - { up_to: 5, rating: green, action: Accept and monitor }
    - { up_to: 12, rating: amber, action: Manage }
    - { up_to: 25, rating: red, action: Act now }
  guidance: A score above 12 is red and goes to the board.`;

/** A metric of a council's own. */
export const DEFINITION = `definitions:
  - id: agency_share_of_posts
    label: Agency workers as a share of posts
    formula: agency / establishment
    unit: share
    places: 1
    direction: lower
    description: Agency workers at the end of the period, of all budgeted posts.`;

/** One target that the data shows, and one that it cannot. */
export const TARGETS = `targets:
  - id: agency-15
    workstream: workforce
    label: Agency workers at most 15% of social workers in post
    metric: agency_rate
    at_most: 15%
    by: Mar 2027
  - id: convert-24
    workstream: workforce
    label: Convert 24 agency workers
    at_least: 24
    by: Sep 2026
    stated: { outcome: achieved, note: The data holds no conversions by month. }
  - id: permanent-plan
    workstream: workforce
    label: At least 155 permanent case holders
    metric: permanent
    of: { staff group: Case holders }
    at_least: 155
    by: Mar 2027
    plan: { Mar 2026: 122, Sep 2026: 140 }`;

/** Indicators of a council's own, and levels for a figure that is supplied. */
export const INDICATORS = `indicators:
  - id: visits_on_time
    label: Statutory visits on time
    unit: share
    direction: higher
    nature: flow
    description: Child protection visits made on time, of those due.
    numerator: visits made on time
    denominator: visits due
    at_least: 90%
    amber_to: 80%
  - id: average_caseload
    limits:
      - { at_most: 18, kind: cap, amber_to: 20 }
      - { at_most: 25, kind: cap, of: { service: Assessment } }
  - id: disciplinaries
    label: Disciplinary cases
    unit: count
    direction: lower
    description: Cases open at the end of the period.
    bracket: { word: new, indicator: disciplinaries_new }
  - id: disciplinaries_new
    label: New disciplinary cases
    unit: count
    direction: lower
    nature: flow
    description: Cases opened in the period.`;

/** Sections, tables and charts of a workstream. */
export const WORKSTREAM = `workstreams:
  workforce:
    title: Workforce
    population: social workers
    basis: fte
    template: committee-report
    sections: [purpose, considerations, our-own, { id: tables, title: Workforce data }, risks, checked]
    tables:
      - id: managers-by-team
        title: Managers by team
        of: { staff group: Management }
        rows: team
        figures: [establishment, permanent, agency]
        periods: [Mar 2026]
        total: All managers
      - id: permanent-by-month
        title: Permanent workers by month
        rows: team
        columns: periods
        figures: [permanent]
    charts:
      - { id: agency-trend, title: Agency workers, figures: [agency] }`;

/** Sections of text, with a table, a chart and a computed section among them. */
export const SECTIONS_OF_TEXT = `title: Children's Services Workforce Update
report_by: Director of People
sections:
  purpose:
    - The report updates members on {{agency}} agency workers.
  considerations:
    - heading: Managers
      text: Each team has had a manager of its own since March.
    - show: managers-by-team
      heading: At the end of March
    - show: targets
  our-own:
    title: Grow our own
    paragraphs:
      - Twelve people have been trained.
      - show: agency-trend
questions:
  - question: How are all needs met?
    answer: All staff were asked in May.
answers:
  - resolution: R1
    text: The survey's results are in section 4.`;

const yaml = (text: string) => ['```yaml', ...text.split('\n'), '```'];

export const CONFIG_EXAMPLES = [
  '### Examples',
  '',
  'A 5×5 matrix whose scores are likelihood times impact. Where scores are no products, `cells` takes the place of `fill`',
  'and `bands`, with a `score` and a `rating` for each pair.',
  '',
  ...yaml(PRODUCT_MATRIX),
  '',
  'A definition. A formula may use measures, other metrics, numbers, `+ - * /`, parentheses and',
  '`last_12_months(leavers)`.',
  '',
  ...yaml(DEFINITION),
  '',
  'Targets. One without a `metric` cannot be computed: what the council states of it is printed as stated.',
  '',
  ...yaml(TARGETS),
  '',
  'Indicators. The id of a measure or metric that is supplied adds levels to that one. Under `limits`, a group has the',
  'level that names it most closely. A cell `4 (0 new)` gives the 4 to `disciplinaries` and the 0 to `disciplinaries_new`.',
  '',
  ...yaml(INDICATORS),
  '',
  'Sections, tables and charts. Rows and columns of a table are two of `figures`, `periods` and a dimension; of what is on',
  'neither there is one: one figure, the latest period (or the one under `periods`), the whole (or the group under `of`).',
  'One chart shows one figure with the limits of an XmR chart, or several figures as lines.',
  '',
  ...yaml(WORKSTREAM),
  '',
  ...sectionTable(),
  '',
  'A section that has nothing in it is left out. Where a workstream chooses no sections, its template does.',
];

function sectionTable(): string[] {
  const rows = Object.entries(SECTIONS).map(
    ([id, { title, kind }]) =>
      `| \`${id}\` | ${title} | ${kind === 'computed' ? 'the data' : 'report.yaml'} |`,
  );
  return ['| section | title | made from |', '|---|---|---|', ...rows];
}

/** What report.yaml says under \`sections\`. */
export const TEXTS = [
  '`sections` holds the sections of text by their ids: a list of paragraphs, or a title and paragraphs. A section with an id',
  'of its own needs a title. A paragraph is a text, a text under a heading, or `show` with the id of a table, a chart or a',
  'computed section, which then stands in this place and not in its own.',
  '',
  ...yaml(SECTIONS_OF_TEXT),
  '',
];

export const ASKS = [
  '`asks` is a list; each entry has one key, which says what is asked:',
  '',
  ...yaml(
    'asks:\n  - decide: Agree the new date of the strategy.\n  - note: The audit report comes in June.',
  ),
  '',
];

export const JUDGEMENTS = [
  '## How targets and the RAG are judged',
  '',
  'A target is judged by the unrounded figures of the whole workforce, or of the group under `of`:',
  '',
  '- **achieved** or **missed**: its date has come, and the figure of the period that ends then meets it or does not.',
  '- **at target**: its date is ahead, and the latest figure meets it.',
  '- **on course** or **off course**: its date is ahead, and the recent pace reaches it by then or does not. The pace is',
  '  the change a month over the figures that follow one another without a gap, at most six months back. Over fewer',
  '  points than make a trend it is said to be too early to judge, or too slow so far.',
  '- **unknown**: there is no figure to judge it by, or only one.',
  '',
  'The RAG is the council’s to state. The evidence points to one as well, by the first of these that holds:',
  '',
  ...RAG_CONDITIONS.map(
    ({ rag, when }, index) => `${(index + 1).toString()}. **${capitalised(rag)}**: ${when}`,
  ),
  '',
  'Where the two differ, the report says so, unless `rag.despite` gives the reason. A stated Green goes with Blue.',
];

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
