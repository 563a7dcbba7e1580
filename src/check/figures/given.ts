import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatList, formatPeriod, formatValue, midSentence } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { figuresOf, groupText, keyOf, keyText } from '../../metrics/book.ts';
import { estimateOf, overlap } from '../../metrics/estimate.ts';
import { compareGiven, type Comparison } from '../../metrics/comparison.ts';
import { isGivenThroughout } from '../../metrics/addition.ts';
import { differ } from '../../metrics/totals.ts';
import { printedPlaces } from '../../metrics/places.ts';
import { kindOf, labelOf, type Registry } from '../../metrics/registry.ts';
import { evaluationText, groupWords, placesBehind, reckoningText } from '../../metrics/wording.ts';
import type { Observation } from '../../model/dataset.ts';
import type { PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import {
  areShipped,
  blamed,
  givenBy,
  isCounted,
  knownFigures,
  solvedFor,
  type Blamed,
  type Counted,
  type Identity,
  type Known,
} from './identities.ts';

/** The most reckonings of one figure that a finding shows. */
const SHOWN = 2;

/**
 * W107: a figure that the data gives, where the data also gives everything that its definition needs, and they do not
 * agree: posts that are not permanent, agency or unfilled; a rate that is not its parts'. Posts and workers are compared
 * in every way in which they follow from one another, and the one figure that explains what does not agree is named: a
 * wrong establishment is no finding on vacancies and another on unfilled posts. Not where the sum of its groups sets it
 * right, which W116 tells. About the figure.
 */
export const givenFigures: Check = (papers) => {
  const { meeting, figures } = papers;
  const given = figuresOf(meeting).filter((one) => !one.stated);
  const isOfIdentities = areShipped(figures.registry);
  const single = given
    .filter(({ measure }) => !(isOfIdentities && isCounted(measure)))
    .flatMap((one) => compareGiven(figures, one) ?? [])
    .filter((one) => !one.agrees && !isWithinRounding(one, papers))
    .map((one) => givenFinding(one, papers));
  return isOfIdentities ? [...identityFindings(given, papers), ...single] : single;
};

/** Returns the findings on posts and workers, for each group and period of which these papers give some of them. */
function identityFindings(given: readonly Observation[], papers: PaperContext): Finding[] {
  const subjects = groupBy(
    given.filter(({ measure }) => isCounted(measure)),
    (one) => keyText({ ...keyOf(one), id: '' }),
  );
  return [...subjects.values()].flatMap(([first]) => {
    const all = first === undefined ? [] : knownFigures(papers.figures, first);
    return blamed(all)
      .filter((one) => !isToldByParts(one, all, papers))
      .map((one) => blamedFinding(one, all, papers));
  });
}

/** Returns whether the sum of its groups sets a figure right that explains the fault: then W116 tells of it. */
function isToldByParts(
  { known, alike, broken }: Blamed,
  all: readonly Known[],
  { figures }: PaperContext,
): boolean {
  const byId = new Map(all.map((one) => [one.id, one]));
  return [known, ...alike].some(({ id, evaluation }) => {
    if (evaluation.source !== 'given') return false;
    const sums = figures.sums(evaluation.key).filter(isGivenThroughout);
    return sums.some(
      ({ outcome }) =>
        differ(evaluation.outcome, outcome) &&
        outcome.kind === 'number' &&
        broken.every((identity) => overlap(outcome.number, givenBy(identity, id, byId))),
    );
  });
}

// Full-time equivalents were rounded on both sides: a sum of three may be off by three halves of the last decimal.
function isWithinRounding(
  { cell, kind, observation, evaluation }: Comparison,
  { figures: { book } }: PaperContext,
): boolean {
  if (evaluation.outcome.kind !== 'number') return true;
  const precision = () => book.precision(observation);
  return overlap(estimateOf(cell, observation.basis, { ...kind, precision }), evaluation.outcome.number);
}

function givenFinding(
  { observation, cell, evaluation, computedText }: Comparison,
  papers: PaperContext,
): Finding {
  const given = formatCell(cell);
  const { measure, period, group } = observation;
  const message = `${measure} for ${formatPeriod(period)} is given as ${given}${whoseText(group)}, and its parts give ${computedText}`;
  return finding('W107', message, {
    about: figureSubject(evaluation.key, papers),
    at: observation.at,
    why: `given ${given} · ${reckoningText(evaluation, computedText, papers.figures)}`,
    related: placesBehind(evaluation),
  });
}

function blamedFinding(
  { known: { id, evaluation }, alike, broken, isProven }: Blamed,
  all: readonly Known[],
  papers: PaperContext,
): Finding {
  const { registry } = papers.figures;
  const known = new Map(all.map((one) => [one.id, one]));
  const { key } = evaluation;
  const given = evaluationText(evaluation, registry);
  const [other = ''] = broken.map((identity) => resultText(identity, id, known, registry));
  const isSum = evaluation.dimension !== undefined;
  const others = [id, ...alike.map((one) => one.id)];
  // Where one reckoning alone is off, what a definition gives is compared with its parts.
  const areParts = broken.length === 1 && alike.length > 1;
  const places = broken.flat().flatMap((term) => placesBehind(known.get(term.id)?.evaluation ?? evaluation));
  const at = placesBehind(evaluation)[0];
  const comes = isSum ? 'adds up to' : 'is given as';
  const against = areParts ? 'its parts' : 'the other figures';
  return finding(
    'W107',
    `${id} for ${formatPeriod(key.period)} ${comes} ${given}${whoseText(key.group)}, and ${against} give ${other}`,
    {
      about: figureSubject(key, papers),
      at,
      why: [
        `given ${given}`,
        ...broken.slice(0, SHOWN).map((identity) => reckoning(identity, id, known, registry)),
        ...(isProven ? ['the other figures agree with one another'] : []),
      ].join(' · '),
      help:
        areParts || alike.length === 0
          ? undefined
          : `correct ${formatList(others, 'or')}, whichever is wrong`,
      related: [...new Set(places)].filter((one) => one !== at),
    },
  );
}

function whoseText(group: Observation['group']): string {
  return groupText(group) === '' ? '' : ` for ${groupWords(group)}`;
}

/** Returns `vacancies + permanent = 63 + 146 = 209`. */
function reckoning(
  identity: Identity,
  id: Counted,
  known: ReadonlyMap<Counted, Known>,
  registry: Registry,
): string {
  const terms = solvedFor(identity, id);
  const signed = (text: (id: Counted) => string): string =>
    terms
      .map(({ id: one, sign }, index) => `${sign === -1 ? '− ' : index === 0 ? '' : '+ '}${text(one)}`)
      .join(' ');
  const names = signed((one) => midSentence(labelOf(registry, one)));
  const numbers = signed((one) => {
    const evaluation = known.get(one)?.evaluation;
    const text = evaluation === undefined ? '' : evaluationText(evaluation, registry);
    return text.startsWith('−') ? `(${text})` : text;
  });
  return `${names} = ${numbers} = ${resultText(identity, id, known, registry)}`;
}

/** Returns what the others give, with as many decimals as any of them. */
function resultText(
  identity: Identity,
  id: Counted,
  known: ReadonlyMap<Counted, Known>,
  registry: Registry,
): string {
  const places = identity.map((term) => {
    const [one, kind] = [known.get(term.id), kindOf(registry, term.id)];
    return one === undefined || kind === undefined ? 0 : printedPlaces(one.evaluation, kind);
  });
  return formatValue(givenBy(identity, id, known).value, 'count', Math.max(...places));
}
