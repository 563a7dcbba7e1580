import type { PaperContext } from '../papers/context.ts';
import type { StatedRow } from '../papers/stated-rows.ts';
import { typedNumbers } from '../check/prose/typed.ts';
import { explainDifference } from '../check/figures/stated.ts';
import { lineOrColumn } from '../check/figures/stated-labels.ts';
import { checkedChanges } from './checked-changes.ts';
import type { Observation } from '../model/dataset.ts';
import type { Finding } from '../model/finding.ts';
import { placeText, placeWithin } from '../model/place.ts';
import type { Comparison } from '../metrics/comparison.ts';
import type { Evaluator } from '../metrics/evaluate.ts';
import { formulaText } from '../metrics/wording.ts';
import { formatCell, periodRef } from './format.ts';
import { figureSubject } from '../papers/subject.ts';
import type { CheckedSection, Report, TypedFigure } from './report.ts';
import { groupLabel } from './words.ts';

/** Returns how many of the figures and changes that the papers state were recomputed, how many agreed, and which did not. */
export function checkedSection(papers: PaperContext): CheckedSection {
  const { figures, stated: rows } = papers;
  const comparisons = rows.flatMap((row) => row.comparisons);
  const differing = new Map(rows.flatMap((row) => differingIn(row, figures)));
  const changes = checkedChanges(papers);
  return {
    recomputed: comparisons.length + changes.recomputed,
    agreed: comparisons.filter((one) => one.agrees).length + changes.agreed,
    typed: typedSection(papers),
    // As they stand in the papers, not heading by heading.
    differing: [...figures.book.stated.flatMap((one) => differing.get(one) ?? []), ...changes.differing],
  };
}

/** Returns the numbers that are typed into the texts, and how many of them could be tied to the data and agree. */
function typedSection(papers: PaperContext): CheckedSection['typed'] {
  const list = typedNumbers(papers).map(({ text, token: { start, end }, tie }): TypedFigure => ({
    text: text.value.slice(start, end).replace(/\s+/g, ' '),
    at: placeWithin(text, start, end - start),
    ...(tie && { about: figureSubject(tie.key, papers), agrees: tie.agrees }),
  }));
  const tied = list.filter(({ about }) => about !== undefined);
  return {
    numbers: list.length,
    tied: tied.length,
    agreed: tied.filter(({ agrees }) => agrees).length,
    list,
  };
}

/** Returns the council's own wording; the figure's label where the data names it by its id alone. */
function labelOf({ observation, kind }: Comparison): string {
  return observation.label === observation.measure ? kind.label : observation.label;
}

function differingIn(
  row: StatedRow,
  evaluator: Evaluator,
): (readonly [Observation, CheckedSection['differing'][number]])[] {
  const [holder] = row.heldBy;
  return row.differing.map((difference) => {
    const { observation, cell, computedText } = difference.comparison;
    const label = labelOf(difference.comparison);
    return [
      observation,
      {
        label: [label, groupLabel(observation.group)].filter((part) => part !== '').join(', '),
        period: periodRef(observation.period),
        statedText: formatCell(cell),
        computedText,
        at: observation.at,
        explanation:
          holder === undefined
            ? explainDifference(difference, evaluator)
            : `the ${lineOrColumn(row)} holds ${formulaText(holder, evaluator.registry) ?? holder.id}: its label is likely wrong`,
      },
    ];
  });
}

/** Returns the findings of a report that nobody has accepted. */
export function openFindings({ findings }: Pick<Report, 'findings'>): Finding[] {
  return findings.filter((one) => one.accepted === undefined);
}

/** Findings that stand at a stated figure or change that differs. */
const TELLS_STATED: ReadonlySet<Finding['code']> = new Set([
  'W104',
  'W105',
  'W132',
  'W154',
  'W155',
  'W156',
  'W157',
]);

/**
 * Returns the findings of a report that a list of them has to tell: not those that are accepted, which have a table of
 * their own, and not those that its table of stated figures tells already: one that does not follow (W104), or a row that is
 * another's or mixes definitions (W105, W132).
 */
export function findingsBesideDiffering(report: Pick<Report, 'findings' | 'checked'>): Finding[] {
  const told = new Set(report.checked.differing.map(({ at }) => placeText(at)));
  return openFindings(report).filter((one) => !placesTold(one).some((place) => told.has(place)));
}

/** A row begins where its first figure stands, which may agree by chance. */
function placesTold({ code, at, related = [] }: Finding): string[] {
  return TELLS_STATED.has(code) && at !== undefined ? [at, ...related].map(placeText) : [];
}

type Differing = CheckedSection['differing'][number];

/** Returns the stated figures that differ, and are accepted as they are: all that is found of them is. */
export function acceptedDiffering({
  findings,
  checked,
}: {
  readonly findings: readonly Finding[];
  readonly checked: Pick<CheckedSection, 'differing'>;
}): ReadonlySet<Differing> {
  const placesOf = (some: readonly Finding[]) => new Set(some.flatMap(placesTold));
  const accepted = placesOf(findings.filter((one) => one.accepted !== undefined));
  const open = placesOf(openFindings({ findings }));
  return new Set(
    checked.differing.filter(({ at }) => accepted.has(placeText(at)) && !open.has(placeText(at))),
  );
}
