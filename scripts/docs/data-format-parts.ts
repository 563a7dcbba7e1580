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
    stated: { outcome: achieved, note: The data holds no conversions by month. }`;

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
  'A target is judged by the unrounded figures of the whole workforce:',
  '',
  '- **achieved** or **missed**: its date has come, and the figure of the period that ends then meets it or does not.',
  '- **at target**: its date is ahead, and the latest figure meets it.',
  '- **on course** or **off course**: its date is ahead, and the recent pace reaches it by then or does not. The pace is',
  '  the change a month over the figures that follow one another without a gap, at most six months back.',
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
