import type { AbbreviationView } from '../../report/abbreviations.ts';
import type { FindingGroup } from '../../report/view-appendix.ts';
import type { ReportView } from '../../report/view.ts';
import { figures, table, words } from './blocks.ts';
import { seriesTable } from './figures.ts';
import { BREAK, code, codeSpans, plain, spaced, stacked } from './inline.ts';
import type { Writing } from './writing.ts';

/** Returns how the figures were checked, what was found, what they mean and what they were made from. */
export function checkedBlocks(view: ReportView, writing: Writing): string[] {
  const { checked, toldAbove, findings, accepted, definitions, abbreviations, inputs, generator } =
    view.appendix;
  const under = (title: string, isThere: boolean, make: () => string): string[] =>
    isThere ? [writing.heading(3, title), make()] : [];
  return [
    plain(spaced(checked.summary, checked.typed)),
    ...(checked.differing.length === 0 ? [] : [differingTable(view)]),
    plain(toldAbove),
    ...under('Warnings and notes', findings.length > 0, () => findingsTable(view)),
    ...under('Accepted findings', accepted.length > 0, () => acceptedTable(view)),
    ...under('Definitions', definitions.length > 0, () => definitionsTable(view)),
    ...under('Abbreviations', abbreviations.length > 0, () => abbreviationsTable(abbreviations)),
    ...under('Source files', inputs.length > 0, () => inputsTable(view)),
    `Made with ${plain(generator)}.`,
    ...valueBlocks(view, writing),
  ];
}

function differingTable({ appendix: { checked }, tables }: ReportView): string {
  return table({
    number: tables.differing.number,
    caption: 'Stated figures that do not follow from the data',
    columns: [
      ...['Figure', 'Period'].map(words),
      ...['Stated', 'Computed'].map(figures),
      words('Explanation and place'),
    ],
    rows: checked.differing.map((one) => [
      plain(one.label),
      plain(one.period),
      plain(one.stated),
      plain(one.computed),
      stacked(
        plain(`${one.explanation}${one.accepted ? `. Accepted: ${tables.accepted.number}` : ''}`),
        place(one.place),
      ),
    ]),
  });
}

function findingsTable({ appendix: { findings }, tables }: ReportView): string {
  return table({
    number: tables.findings.number,
    caption: 'Warnings and notes on the data of this report',
    columns: ['Code', 'What was found', 'What to do'].map(words),
    rows: findings.map(({ code: name, state, help, items, more }) => [
      stacked(plain(name), plain(state.text)),
      [...items.map(foundText), plain(more)].filter((one) => one !== '').join(BREAK + BREAK),
      help === '' ? '–' : sentence(codeSpans(help)),
    ]),
  });
}

function foundText({ message, why, place: at }: FindingGroup['items'][number]): string {
  return stacked(sentence(codeSpans(message)), spaced(why === '' ? '' : sentence(codeSpans(why)), place(at)));
}

function acceptedTable({ appendix: { accepted }, tables }: ReportView): string {
  return table({
    number: tables.accepted.number,
    caption: 'What was found and is left as it is',
    columns: ['Code', 'What was found', 'Reason, and who accepts it'].map(words),
    rows: accepted.map((one) => [
      stacked(plain(one.code), plain(one.state.text)),
      foundText(one),
      stacked(plain(one.reason), plain(one.by)),
    ]),
  });
}

function definitionsTable({ appendix: { definitions }, tables }: ReportView): string {
  return table({
    number: tables.definitions.number,
    caption: 'What each figure means',
    columns: ['Figure', 'Meaning and formula', 'Whose definition'].map(words),
    rows: definitions.map(({ label, description, formula, source }) => [
      plain(label),
      stacked(plain(description), plain(formula)),
      source === '' ? '–' : plain(source),
    ]),
  });
}

/** Returns what abbreviations stand for. */
export function abbreviationsTable(abbreviations: readonly AbbreviationView[]): string {
  return table({
    number: '',
    caption: 'What abbreviations stand for',
    columns: ['Abbreviation', 'Meaning'].map(words),
    rows: abbreviations.map(({ short, meaning }) => [plain(short), plain(meaning)]),
  });
}

function inputsTable({ appendix: { inputs }, tables }: ReportView): string {
  return table({
    number: tables.inputs.number,
    caption: 'Every file that this report was made from',
    columns: [words('File'), figures('Size'), words('SHA-256')],
    rows: inputs.map(({ path, size, sha256 }) => [code(path), plain(size), code(sha256)]),
  });
}

function valueBlocks(view: ReportView, writing: Writing): string[] {
  const { appendix, workforce, tables, trendTables } = view;
  if (!appendix.hasValues) return [];
  return [
    writing.heading(3, 'Values of the charts'),
    plain(appendix.valuesFrom),
    ...(workforce.series === null
      ? []
      : [seriesTable(workforce.series, { number: tables.series.number, caption: 'Staff by period' })]),
    ...(appendix.target === null
      ? []
      : [
          seriesTable(appendix.target, {
            number: tables.path.number,
            caption: 'The target: so far, and the path from here',
          }),
        ]),
    ...trendTables.map((one) =>
      seriesTable(one, { number: one.table.number, caption: one.title, scope: one.scope }),
    ),
  ];
}

/** Returns where in the data something is: a path is no text to be read on. */
function place(text: string): string {
  return text === '' ? '' : code(text);
}

function sentence(text: string): string {
  return text === '' ? '' : `${text}.`;
}
