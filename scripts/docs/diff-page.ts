import { format } from 'prettier';
import { CSV_COLUMNS } from '../../src/render/changes/csv-row.ts';
import type { ComparisonSchema, Schema } from './comparison-schema.ts';

/** Returns docs/diff.md: what `diff` compares, its terms, its JSON, its CSV and its laws. */
export async function diffPage(schema: ComparisonSchema): Promise<string> {
  const page = [
    OPENING,
    TERMS,
    JSON_TEXT,
    ...LAWS,
    '### Every object of the JSON',
    objectSection('Comparison', schema),
    ...Object.entries(schema.$defs).map(([name, one]) => objectSection(name, one)),
    CSV_TEXT,
    csvTable(),
    MARKDOWN_TEXT,
  ].join('\n\n');
  return format(page, { parser: 'markdown', printWidth: 110 });
}

const OPENING = `# What changed: \`diff\`

Generated from the code (\`npm run docs\`).

\`cip-report diff A B\` says what really changed between two sides: two data periods, two meetings, two folders, two files
or two git revisions. All outputs show the same comparison. The JSON is the comparison itself; the terminal, Markdown, HTML
and PDF are words and tables made of it, in the order in which a board asks: first changed definitions and the matrix, since
they change what all else means, then the RAG, the workforce, why it changed, what was restated, and the lists.

Figures are aligned by what they are (measure, group, basis, period), never by their position in a file. Spelling is no
difference: \`1,234.50\` and \`1234.5\`, \`31/03/2024\` and \`31 March 2024\` are the same. \`Mar 2024\` is a month and not that day.`;

const TERMS = `## Terms

**Absolute and relative.** Of a count: after − before, and (after − before) ÷ before. Of a rate the absolute change is in
percentage points: 44% → 33% is −11 pp and, relative, −25%. There is no relative change where before is zero or negative.

**Rounding.** A count is printed at the decimals of the more precise side. All else that is given is known to its own decimals only, so its
change is printed at those of the less precise side: 80% → 80.3% is 0 pp, which is level, neither good nor bad, and has no
relative change. A figure that is given on one side and reckoned on the other is no difference where what is reckoned rounds
to what is given: 21% is what 21.08% comes to.

**One definition.** A rate of both sides is reckoned by one formula, that of the second side. Where the first side defines it
otherwise, the same change under that formula stands beside it, and what the definition alone changed stands with the
definition.

**Markers.** \`c\` (confidential), \`low\` (rounds to zero), \`u\` (low reliability), \`x\` (not available), \`z\` (not
applicable) and \`<5\` are compared as markers. None is a number, none is zero.

**Tolerance and floor.** A change within \`--tolerance\` is taken for none: it is in the JSON, marked, and \`differs\` does not
count it. A change under \`--floor\` is a difference; the tables tell all such changes in one line, with their number and the
largest of them. A percentage is of the larger of the two numbers, whatever their signs, so that it is the same whichever side
is named first: 95 → 100 and 100 → 95 are both 5%, and 0 → 3 is 100%. Where the second side gives the first side's period
another figure (\`revised\`), the change from that one counts.

**Restated.** A figure of one period that the two sides give otherwise. It is told apart from the change between two periods,
and has the period in its id: \`agency@2021-01\`.

**Bridge.** previous permanent + starters + conversions + transfers in − leavers − transfers out = expected; what is
there now − expected is the *unexplained* movement. Over several periods their flows are added up. It is told forward in time
whichever side is named first. Where its figures are sums of other members (a team is new), \`members\` says who they are: what
is left over is then also a change of who is counted, and not one that starters and leavers fail to explain.

**Numerator and denominator effect.** A rate r = n ÷ d that goes from r₀ = n₀ ÷ d₀ to r₁ = n₁ ÷ d₁ changes by two effects that
add up to the change exactly, and do not depend on which of the two is taken to have changed first:

- numerator: (n₁ − n₀) × ½ × (1 ÷ d₀ + 1 ÷ d₁)
- denominator: ½ × (n₀ + n₁) × (1 ÷ d₁ − 1 ÷ d₀)

Where the second side gives the first side's period another figure (\`revised\`), the change is split from what that figure is
now said to have been, and \`since\` says so: what was restated is no reason of a movement.

**Effects of measures.** Where the denominator holds the numerator, as in agency ÷ (permanent + agency), the two effects are
not those of two different things: 20 → 30 agency workers beside 100 permanent are +8.01 pp by the numerator and −1.60 pp by
the denominator, which grew by nobody but these ten. Then \`measures\` splits the same change by the measures that the formula
rests on, at most four. The effect of a measure is what the rate changes by when that measure alone goes from its first value
to its second, on average over all orders in which the measures can change one after the other (the Shapley split). So agency
is +6.41 pp and permanent 0.00 pp. The effects add up to the change exactly, change their signs where the sides are swapped,
and a measure that did not change has none. With more than four measures, or where an order would divide by zero or less, there is no
such split.

**Mix and within.** Where the members of a dimension make up the whole, the whole's rate is the sum of w × r over them: w is a
member's share of the denominator, r its own rate. A member's part in the change of the whole's rate R is

- mix: (w₁ − w₀) × (½ × (r₀ + r₁) − ½ × (R₀ + R₁)): it grew or shrank beside the others
- within: ½ × (w₀ + w₁) × (r₁ − r₀): its own rate changed

A member that has a rate on one side only has that on both, so that all of its part is mix. Printed effects add up as they
are printed: one may differ from its own rounding in the last decimal.

Mix and within of all members add up to the whole's change. The whole's rates are split so, and those of groups of one
dimension.

**Signal.** A figure is a *signal* where an XmR chart of its history says so: outside the usual range (mean ± 2.66 × mean
moving range), seven in a row on one side of the mean or in one direction, two of three beyond two thirds of the way to a
limit. Else it is *usual*. A moving range is the distance of a figure from the one before. Those far wider than the rest (at
least 3.267 × the mean of all of them) are left out of the mean moving range; the figures themselves all stay in the mean.
Where half or fewer of the points lie within the limits, these are the range of nothing usual: the figure has been moving, not
varying. Then a signal is told by the run that it is part of, or by how many points lie outside, and of a figure that is no
signal nothing is said. Nor is it with fewer than 12 points.

**Flows over a gap.** What happens in a period (starters, leavers, their rates) is compared as of the two periods. Where they
do not follow one another (\`apart\`), what happened between them is in neither figure, so no change is called better or worse.
The bridge adds up all that happened.

**Answered.** What a meeting resolved is for later papers to answer, and not to list again. A resolution that is no longer listed is
*answered* where papers after that meeting, up to the second side's, have an answer to its reference. It is *gone* where the
answer is wanting, is not wanted yet, or where both sides are papers of one meeting.

**Perhaps renamed.** A group that is gone and one that is new with the same figures may be one group under two names. That is
proposed with what speaks for it, and never assumed.`;

const JSON_TEXT = `## JSON

\`--format json\` writes one object. [comparison.schema.json](comparison.schema.json) is its JSON Schema (2020-12), made from
the type in \`src/compare/comparison.ts\`. It allows no key that it does not name. Numbers are decimal strings. What has
no finite decimal form, such as 1 ÷ 3, is rounded to 12 decimals; a \`result\` then says \`"exact": false\`. Laws of sums
are of the exact numbers and of the printed ones: of rounded decimals the last may be one off. \`text\` is the same as it is printed. The number at the
end of \`schema\` rises with a change that would break a reader.`;

const LAWS = [
  `### Laws

1. **Empty for equal sides.** Of two sides that give the same, \`differs\` is false and no change is listed. Shuffled rows and
   columns, other line endings and other quotes make no difference.
2. **Mirror.** diff(B, A) is diff(A, B) with before and after exchanged: \`new\` is \`gone\`, amounts have the other sign, what
   escalated is de-escalated; a resolution that is \`answered\` is \`new\`. Bridges and signals stay as they are: they are told forward in time. \`revised\` is of what the
   second side says, and has no mirror; nor have the splits that are \`since\` it. The relative change is not the same with another sign: 4 → 2 is −50%, 2 → 4 is +100%. A rate is
   reckoned by the second side's formula, so where definitions differ, the two are under different ones.
3. **Complete.** \`cells\`, the \`fields\` of entries, \`rag\` and \`settings\`, put into what the first side gives, make what the
   second gives: each has its before and its after, and null for nothing. Everything else follows from what the sides give.`,
];

const CSV_TEXT = `## CSV

\`--format csv\` writes a row for everything that changed: settings, the RAG, figures, restated figures, cells, groups, periods,
bridges with their flows, the parts of rates, what history says, entries of lists, and each field of an entry. In the JSON
alone are what a changed definition does to figures, a change under the former definition, the words that changed, and what
is not compared. It is UTF-8 and follows RFC 4180, lines end in CRLF. Numbers are decimals and are
not formatted; texts are as the data has them. A text that a spreadsheet would take for a formula (it begins with \`=\`, \`+\`,
\`-\`, \`@\`, a tab or a line break, with or without quotes before it) has one \`'\` before it; plain numbers stay as they are.`;

const MARKDOWN_TEXT = `## Markdown

\`--format markdown\` writes a comment for a pull request. Its first line, \`<!-- cip-report diff -->\`, is not shown: by it CI
finds the comment that it wrote before. No text of the data can make markup, a link, a mention or a reference. GitHub takes
65,536 characters: what does not fit is left out from the end, and the last line counts it.`;

function csvTable(): string {
  const rows = Object.entries(CSV_COLUMNS).map(([name, text]) => `| \`${name}\` | ${text} |`);
  return ['| column | what it holds |', '|---|---|', ...rows].join('\n');
}

function objectSection(name: string, schema: Schema): string {
  const required = new Set(schema.required);
  const rows = Object.entries(schema.properties ?? {}).map(([key, one]) => {
    const always = required.has(key) ? 'yes' : '';
    return `| \`${key}\` | ${typeText(one)} | ${always} | ${cellText(one.description)} |`;
  });
  const description = schema.description === undefined ? [] : [schema.description, ''];
  return [`#### ${name}`, '', ...description, '| key | is | always | |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function cellText(text = ''): string {
  return text.replaceAll('|', '\\|');
}

/** Returns what a value is, in words: `text`, `list of FigureChange`, `up, down or level`. */
function typeText({
  $ref,
  enum: values,
  const: value,
  anyOf,
  type,
  items,
  properties,
  ...rest
}: Schema): string {
  if ($ref !== undefined) return $ref.replace('#/$defs/', '');
  if (values !== undefined) return values.map((one) => `\`${one}\``).join(', ');
  if (value !== undefined) return `\`${String(value)}\``;
  if (anyOf !== undefined) return anyOf.map(typeText).join(' or ');
  if (items !== undefined) return `list of ${typeText(items)}`;
  if (properties !== undefined) return `object of ${objectKeys(properties)}`;
  if (typeof rest.additionalProperties === 'object') return 'object of texts by name';
  return { string: 'text', number: 'number', boolean: 'true or false', null: 'null' }[type ?? ''] ?? '';
}

function objectKeys(properties: Readonly<Record<string, Schema>>): string {
  return Object.entries(properties)
    .map(([key, one]) => `\`${key}\` (${typeText(one)})`)
    .join(', ');
}
