import { PDF_RULES } from '../../src/render/pdf/rules.ts';

const PDF_HEAD = ['Rule', 'Matterhorn', 'What holds'] as const;
const HTML_HEAD = ['Check', 'WCAG 2.2', 'What holds'] as const;

/** The checks of our own on the HTML of the examples, in test/accessibility/in-page: name, success criteria, what holds. */
export const HTML_CHECKS: readonly (readonly [name: string, criteria: string, says: string])[] = [
  ['language', '2.4.2, 3.1.1', 'The page says its language and has a title.'],
  ['headings', '1.3.1', 'There is one heading of the first level, and no level is left out on the way down.'],
  ['ids', '1.3.1', 'No id is there twice, and nothing refers to one that is not there.'],
  [
    'tables',
    '1.3.1',
    'Every table has a caption, every heading cell its scope, and every cell of data a heading.',
  ],
  ['pictures', '1.1.1', 'Every picture that says something, and every figure, has a name.'],
  ['abbreviations', '3.1.4', 'Every abbreviation that is marked up says what it stands for.'],
  ['links', '2.4.4', 'No link says only “here”, and no two of one name in a report lead to two places.'],
  [
    'words',
    '1.4.1',
    'A word stands beside every sign and in every coloured cell: nothing is said by colour or shape alone.',
  ],
  ['contrast', '1.4.3', 'Every text that is seen, in charts too, stands out from what is painted below it.'],
  [
    'focus',
    '2.4.3, 2.4.7, 1.4.11',
    'What is reached by keyboard shows it by an outline that stands out, in the order of the document.',
  ],
  [
    'skipLink',
    '2.4.1',
    'The first stop of the keyboard is a link past the head of the page, which is seen once it has the focus.',
  ],
  ['afterSkipLink', '2.4.1', 'Once that link was followed, the next stop is within its target.'],
  ['reflow', '1.4.10', 'Nothing is wider than the window but what scrolls by itself.'],
  ['scrollers', '2.1.1, 4.1.2', 'What scrolls sideways is reached by keyboard, and has a name and a role.'],
  [
    'spacing',
    '1.4.12',
    'With wider spacing of text nothing is cut off, and the page does not scroll sideways.',
  ],
  ['motion', '2.2.2', 'Nothing moves by itself where less motion is asked for.'],
];

/** Returns docs/accessibility.md: what is checked of the PDF and of the HTML, where, and what only people can test. */
export function accessibilityPage(): string {
  const rules = PDF_RULES.map(({ name, checkpoint, says }) => [`\`${name}\``, checkpoint ?? '–', says]);
  const checks = HTML_CHECKS.map(([name, criteria, says]) => [`\`${name}\``, criteria, says]);
  return `# Accessibility

Generated from the rules and checks (\`npm run docs\`). It says what is checked, and where; what you must test yourself before
you publish; and what is known to fall short. No conformance beyond this is claimed.

## What is checked, where

- **Every PDF that you build** is held to the [rules below](#the-rules-on-every-pdf), on your machine, with your texts. The
  file bears the identifier of PDF/UA-1 only where every rule holds. Where one does not, the PDF is made all the same, and
  the build says which in the note N914.
- **The HTML of the examples that ship**, made with the templates that ship, is held to the
  [checks below](#the-checks-on-the-html-of-the-examples) whenever this program is changed. They need a browser with
  scripts, and are not run on your paper.
- **Your own templates and style sheets** void what the checks on the HTML say: they were made without them. The rules on
  the PDF are still in force.

## What you must test yourself

A public body in the United Kingdom needs an accessibility statement for what it publishes (Public Sector Bodies (Websites
and Mobile Applications) (No. 2) Accessibility Regulations 2018). What follows needs a person, and no check here stands for
it. Test it on a paper of your own before you write the statement:

- **The order of reading**: listen to the HTML and the PDF with a screen reader, such as NVDA or VoiceOver, from the title to
  the last table.
- **The texts that stand for figures and charts**: whether each says what the picture is there to tell.
- **Your own texts**: plain words, headings that say what follows, lists that are lists, abbreviations that are explained.
- **Your links**: whether each leads where it says, and whether what it leads to is accessible too.
- **Your logo and theme**: whether the words for the logo name the body, and whether the colours that you chose can be told
  apart. What the build warns of in a theme is not all that can be wrong with one.
- **Your own templates and styles**: all of the above, by keyboard alone, at 400% zoom, and in a dark scheme.

## Known limits

- On a phone wide charts and tables scroll sideways within the page.
- What an abbreviation of the HTML stands for is a \`title\`: it is shown to a mouse, while by touch or keyboard alone it may
  not be reached, and not every screen reader tells it. The list at the end of the paper says the same for all.
- What a style sheet of your own paints as a group (\`opacity\`, \`mix-blend-mode\`) is not in the tree of the PDF, so that it
  is not read aloud. Such a PDF does not bear the identifier. No template that ships uses them; use a colour instead.
- What a style sheet of your own filters (\`filter\`) is in the PDF as a picture, its text too, of which nothing is read aloud.
  No program can tell such a picture from one that only decorates: a PDF with a picture of 8 points or more outside of its
  tree does not bear the identifier, be it a background or a picture that no words stand for (\`alt=""\`).

## The rules on every PDF

Every PDF is finished after the browser has printed it, and then held to these. They are those of PDF/UA-1 (ISO 14289-1) that
a machine can check alone and that concern these papers, and some that it does not have. The numbers are those of the failure
conditions in the Matterhorn Protocol 1.1, or of the clause of PDF/UA-1 itself; some rules ask for more than these do. A rule
without a number is our own, or of PDF itself. What needs a reader is not checked: whether a text for a figure is the right
one, whether the order of reading makes sense, whether a heading says what follows.

${tableOf(PDF_HEAD, rules)}

## The checks on the HTML of the examples

Each page of each example is looked at in light and in dark, in a window 320 pixels wide (1,280 at 400%), in forced
colours and as it is printed. In each, axe-core runs its rules of WCAG 2.2 A and AA and of best practice, and where it
cannot say whether one holds, a check of our own must. html-validate looks at the markup. These checks are our own; they
are proved by defects put into a page, each of which must be found. The numbers are those of the success criteria that a
check serves; none proves that a criterion is met.

${tableOf(HTML_HEAD, checks)}
`;
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((one, column) =>
    Math.max(one.length, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((cells) => line(cells)),
  ].join('\n');
}
