import { groupText, keyOf, keyText } from '../../metrics/book.ts';
import { dimensionsOf } from '../../metrics/census.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { formulaText, groupWords } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatList, formatPeriod, midSentence, plural } from '../../model/format.ts';
import type { PaperContext } from '../../papers/context.ts';
import type { Portion } from '../../papers/stated-alternatives.ts';
import type { StatedRow } from '../../papers/stated-rows.ts';
import type { Check } from '../rule.ts';

/** The most figures of a row that a finding names. */
const NAMED = 12;

/**
 * W105: a row whose figures are another metric's: all of them, or all but some that follow from no definition that gives
 * several (W104 each). One finding, not one a figure. About the measure that the label says, so that it is the same
 * finding where rows and periods are added; another table's row of that measure shares it.
 */
export const statedLabels: Check = ({ stated: rows, figures: evaluator }) => {
  const rightly = new Map<string, StatedRow>();
  for (const row of rows)
    if (!isOneAnswer(row))
      for (const text of figureTexts(row)) if (!rightly.has(text)) rightly.set(text, row);
  return rows.filter(isOneAnswer).map((row) => {
    const twin = figureTexts(row).flatMap((text) => rightly.get(text) ?? [])[0];
    return labelFinding(row, twin, evaluator);
  });
};

/**
 * W132: a row (or column) of which some figures follow from its own definition and several others from another one: its
 * definitions are mixed. One finding, which lists the latter, in place of a W104 each. About the measure, as W105 is.
 */
export const mixedDefinitions: Check = (papers) =>
  papers.stated
    .filter((row) => row.portions.length > 0 && !isOneAnswer(row))
    .map((row) => mixedFinding(row, papers));

/** Returns whether the row holds one other kind of figure, and none of its own: its label is likely wrong. */
export function isOneAnswer({ heldBy, portions, own }: StatedRow): boolean {
  return heldBy.length > 0 || (portions.length === 1 && own.length === 0);
}

/** Returns what a reader calls it: a table with periods across has a row for each figure, one with a row a period a column. */
export function lineOrColumn({ observations }: StatedRow): 'row' | 'column' | 'heading' {
  const lines = new Set(observations.map((one) => one.at.line));
  if (lines.size === 1) return 'row';
  return lines.size === observations.length ? 'column' : 'heading';
}

/** Returns the first dozen of the texts, and how many more there are: `46%, 28% and 57%`. */
export function someOf(texts: readonly string[]): string {
  const more = texts.length - NAMED;
  return formatList(more > 1 ? [...texts.slice(0, NAMED), plural(more, 'other')] : texts);
}

function figureTexts({ observations }: StatedRow): string[] {
  return observations.map((one) => JSON.stringify([one.at.file, keyText(keyOf(one))]));
}

/** `twin` states what the label says in a row of its own. */
function labelFinding(row: StatedRow, twin: StatedRow | undefined, evaluator: Evaluator): Finding {
  const { registry } = evaluator;
  const name = (id: string) => midSentence(labelOf(registry, id));
  const [holder = '', ...more] = (
    row.heldBy.length > 0 ? row.heldBy : row.portions.map(({ kind }) => kind)
  ).map(({ id }) => id);
  const held = row.heldBy.length > 0 ? row.comparisons : row.portions.flatMap((one) => one.comparisons);
  const also = more.length === 0 ? '' : ` (as would ${formatList(more.map(name))})`;
  const twinAt = twin?.observations[0]?.at;
  const stated = twinAt ? `, which line ${twinAt.line.toString()} states already` : '';
  const target = `"${holder} (stated)" in cip-report.yaml`;
  const share =
    held.length === row.comparisons.length
      ? ''
      : ` in ${held.length.toString()} of its ${plural(row.comparisons.length, 'figure')}`;
  return finding(
    'W105',
    `the ${lineOrColumn(row)} "${row.label}" holds the ${name(holder)}${share}, not the ${name(row.measure)}${stated}: its label is likely wrong`,
    {
      about: row.measure,
      at: held[0]?.observation.at,
      why: [
        `stated ${someOf(held.map(({ cell }) => formatCell(cell)))}`,
        `${formulaOf(holder, evaluator)} gives exactly these${also}`,
        `${formulaOf(row.measure, evaluator)} gives ${someOf(held.map((one) => one.computedText))}`,
      ].join(' · '),
      help:
        twin?.label === row.label
          ? `give the row a label of its own, and map that to ${target}`
          : `correct the label, or map the heading to ${target}`,
      related: [
        ...held.slice(1, NAMED).map(({ observation }) => observation.at),
        ...(twinAt ? [twinAt] : []),
      ],
    },
  );
}

function mixedFinding(row: StatedRow, { figures: evaluator }: PaperContext): Finding {
  const told = row.portions.flatMap((portion) => portion.comparisons);
  const shares = [
    [row.own.length, formulaOf(row.measure, evaluator)],
    ...row.portions.map(
      ({ kind, comparisons }) => [comparisons.length, formulaOf(kind.id, evaluator)] as const,
    ),
    [row.comparisons.length - row.differing.length - row.own.length, 'either'],
    [row.differing.length - told.length, 'neither'],
  ] as const;
  const texts = shares.flatMap(([count, what]) =>
    count === 0 ? [] : [`${count.toString()} ${count === 1 ? 'is' : 'are'} ${what}`],
  );
  const headings = row.portions.map(({ kind }) => `"${kind.id} (stated)"`);
  const count = row.comparisons.length.toString();
  return finding(
    'W132',
    `the ${lineOrColumn(row)} "${row.label}" mixes definitions: of its ${count} figures ${formatList(texts)}`,
    {
      about: row.measure,
      at: told[0]?.observation.at,
      why: row.portions.map((portion) => portionText(portion, row, evaluator)).join(' · '),
      help: `use one definition throughout, or give these figures a heading of their own and map that to ${formatList(headings, 'or')} in cip-report.yaml`,
      related: told.slice(1, NAMED).map(({ observation }) => observation.at),
    },
  );
}

/** Returns which figures another definition gives, each with what the row's own one comes to. */
function portionText({ kind, comparisons }: Portion, row: StatedRow, evaluator: Evaluator): string {
  const groups = comparisons.map(({ observation }) => observation.group);
  const common = Object.fromEntries(
    dimensionsOf(groups[0] ?? {}).filter(([name, member]) => groups.every((one) => one[name] === member)),
  );
  const periods = new Set(row.observations.map((one) => one.period.key));
  const figures = comparisons.map(({ cell, computedText, observation: { group, period } }) => {
    const names = dimensionsOf(group).filter(([name]) => common[name] === undefined);
    const whose = names.length === 0 ? '' : ` for ${groupWords(Object.fromEntries(names))}`;
    const when = periods.size === 1 ? '' : ` in ${formatPeriod(period)}`;
    return `${formatCell(cell)}${whose}${when} (not ${computedText})`;
  });
  const of = groupText(common) === '' ? '' : ` for ${groupWords(common)}`;
  return `${formulaOf(kind.id, evaluator)}, not ${formulaOf(row.measure, evaluator)}, gives${of} ${someOf(figures)}`;
}

function formulaOf(id: string, { registry }: Evaluator): string {
  const kind = kindOf(registry, id);
  return (kind && formulaText(kind, registry)) ?? midSentence(labelOf(registry, id));
}
