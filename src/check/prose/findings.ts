import { keyText, statedFor, type FigureKey } from '../../metrics/book.ts';
import { follows, textLike } from '../../metrics/comparison.ts';
import type { Evaluation } from '../../metrics/evaluation.ts';
import { isOfOneFamily } from '../../metrics/family.ts';
import { kindOf, labelOf, type FigureKind } from '../../metrics/registry.ts';
import { groupWords, placesBehind, reckoningText, evaluationText } from '../../metrics/wording.ts';
import { scaledRound } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import {
  formatCell,
  formatNumber,
  formatPercent,
  formatPeriodInFull,
  formatPoints,
  midSentence,
} from '../../model/format.ts';
import { placeWithin } from '../../model/place.ts';
import type { PaperContext } from '../../papers/context.ts';
import { knownPeriods } from '../../papers/known-figures.ts';
import { citationOf } from '../../papers/cite-figure.ts';
import { figureSubject } from '../../papers/subject.ts';
import { directionOf, type TypedChange } from './change.ts';
import type { Level } from './level.ts';
import { latestOf, numberOf } from './series.ts';
import type { TypedNumber } from './typed.ts';

/** W421: a typed figure that the data gives otherwise. */
export function levelFinding(papers: PaperContext, number: TypedNumber, level: Level): Finding[] {
  const { figures } = papers;
  const { key, token } = level;
  const evaluation = figures.evaluate(key);
  const kind = kindOf(figures.registry, key.id);
  if (evaluation.outcome.kind !== 'number' || kind === undefined) return [];
  const value = textLike(token.cell, kind.unit, evaluation.outcome.number.value);
  const whose = Object.keys(key.group).length === 0 ? '' : ` of ${groupWords(key.group)}`;
  const period = formatPeriodInFull(key.period);
  return [
    finding(
      'W421',
      `"${typedText(number)}" ${nameText(papers, number, level)}${whose} in ${period}: the data gives ${value}`,
      {
        at: placeWithin(number.text, token.start, token.end - token.start),
        why: [
          `${period} ${howDated(papers, number, level)}`,
          reckoningText(evaluation, evaluationText(evaluation, figures.registry), figures),
          ...narrowerText(papers, level, kind),
          ...whatElse(papers, level, kind),
          ...statedText(papers, level),
        ].join(' · '),
        help: helpFor(
          papers,
          key,
          level.isStale && level.period === undefined
            ? 'correct it, name the period that it is of'
            : 'correct it',
        ),
        related: placesBehind(evaluation),
        about: figureSubject(key, papers),
      },
    ),
  ];
}

/** W422: a typed change that the data gives otherwise. */
export function changeFinding(papers: PaperContext, number: TypedNumber, change: TypedChange): Finding[] {
  const { figures } = papers;
  const { from, key, token, difference } = change;
  const kind = kindOf(figures.registry, key.id);
  if (kind === undefined) return [];
  const [before, after] = [from, key].map((one) => figures.evaluate(one));
  if (before === undefined || after === undefined) return [];
  const label = nameText(papers, number, change);
  const whose = Object.keys(key.group).length === 0 ? '' : ` of ${groupWords(key.group)}`;
  const span = `from ${formatPeriodInFull(from.period)} to ${formatPeriodInFull(key.period)}`;
  const way = change.rises ? 'a rise' : 'a fall';
  const actual =
    directionOf(difference) === 'no change'
      ? 'no change'
      : `${directionOf(difference)} of ${sizes(change, kind)}`;
  return [
    finding('W422', `"${typedText(number)}", ${way} in ${label}${whose} ${span}: the data gives ${actual}`, {
      at: placeWithin(number.text, token.start, token.end - token.start),
      why: `${evaluationText(before, figures.registry)} in ${formatPeriodInFull(from.period)}, ${evaluationText(after, figures.registry)} in ${formatPeriodInFull(key.period)}${mixedUp(change, kind)}${ofRounded(change, kind, [before, after])}`,
      help: kind.unit === 'share' ? undefined : 'correct it',
      related: [...placesBehind(before), ...placesBehind(after)],
      about: figureSubject(key, papers),
    }),
  ];
}

/** A share changes by percentage points, and in relative terms by another number of per cent. */
function sizes({ difference, token }: TypedChange, { unit }: FigureKind): string {
  const places = token.cell.places;
  const relative = difference.relative && formatPercent(difference.relative.value.abs(), places);
  const absolute = difference.absolute.value.abs();
  if (unit !== 'share') {
    const count = formatNumber(absolute, token.cell.notation === 'percent' ? 0 : places);
    return relative === undefined ? count : `${count}, or ${relative}`;
  }
  const points = formatPoints(absolute, places).replace(/^\+/, '').replace(/ pp$/, ' percentage points');
  return relative === undefined ? points : `${points}, or ${relative} in relative terms`;
}

function mixedUp({ as, agrees, token, rises, difference }: TypedChange, { unit }: FigureKind): string {
  if (agrees || as !== 'relative' || unit !== 'share') return '';
  const value = rises ? token.cell.value : token.cell.value.neg();
  return follows({ ...token.cell, value }, difference.absolute)
    ? ' · what is typed as a percentage is the change in percentage points'
    : '';
}

/** Returns that a number of points is what the printed shares differ by, where it is that and not what the shares do. */
function ofRounded(
  { agrees, as, token, rises }: TypedChange,
  { unit }: FigureKind,
  ends: readonly Evaluation[],
): string {
  const { value, places } = token.cell;
  const [before, after] = ends.map(({ outcome }) =>
    outcome.kind === 'number' ? scaledRound(outcome.number.value, places + 2) : undefined,
  );
  if (agrees || as !== 'points' || unit !== 'share' || before === undefined || after === undefined) return '';
  return scaledRound(rises ? value : value.neg(), places + 2) === after - before
    ? ` · ${formatNumber(value.mul(100), places)} is the difference of the two rates as they are rounded`
    : '';
}

function typedText({ text, token }: TypedNumber): string {
  return text.value.slice(token.start, token.end).replace(/\s+/g, ' ');
}

/** Returns the figure as the text names it; where the name is that of a part of it, by its label. */
function nameText(papers: PaperContext, { text }: TypedNumber, { key, name }: Level | TypedChange): string {
  const isNamed = name.kind === 'name' && name.meaning.kind === 'figure' && name.meaning.ids.includes(key.id);
  const words = text.value.slice(name.start, name.end).replace(/\s+/g, ' ');
  return isNamed && !/^(?:it|this)$/i.test(words)
    ? midSentence(words)
    : midSentence(labelOf(papers.figures.registry, key.id));
}

function howDated(papers: PaperContext, { text }: TypedNumber, { key, period }: Level): string {
  if (period !== undefined)
    return `is named by "${text.value.slice(period.start, period.end).replace(/\s+/g, ' ')}"`;
  const latest = latestOf(papers, key);
  return latest && keyText(latest) === keyText(key)
    ? 'is the latest, and no other period is named for it'
    : 'is meant';
}

/** Returns the figure of the group that the name may stand for, too, which the number is not either. */
function narrowerText(
  { figures }: PaperContext,
  { key, name, token }: Level,
  { unit }: FigureKind,
): string[] {
  const orOf = name.kind === 'name' && name.meaning.kind === 'figure' ? name.meaning.orOf : undefined;
  const { outcome } = figures.evaluate({ ...key, group: { ...key.group, ...orOf?.group } });
  if (orOf === undefined || outcome.kind !== 'number') return [];
  return [`${groupWords(orOf.group)} alone: ${textLike(token.cell, unit, outcome.number.value)}`];
}

/** Returns what the typed number is the figure of, where it is that of another period, another paper or another definition. */
function whatElse(papers: PaperContext, { key, token }: Level, kind: FigureKind): string[] {
  const { figures, earlier } = papers;
  const typed = formatCell(token.cell);
  const gives = (one: FigureKey): boolean => {
    const number = numberOf(papers, one);
    return number !== undefined && follows(token.cell, number);
  };
  const before = earlier?.evaluate(key).outcome;
  if (before?.kind === 'number' && follows(token.cell, before.number))
    return [`${typed} is what the papers before this meeting's gave for it`];
  const period = knownPeriods(figures, key)
    .filter((one) => one.kind === key.period.kind && one.key !== key.period.key)
    .findLast((one) => gives({ ...key, period: one }));
  if (period !== undefined) return [`${typed} is the figure of ${formatPeriodInFull(period)}`];
  const other = [...figures.registry.kinds.values()].find(
    (one) =>
      one.id !== kind.id &&
      one.unit === kind.unit &&
      isOfOneFamily(figures.registry, one, kind) &&
      gives({ ...key, id: one.id }),
  );
  return other === undefined ? [] : [`${typed} is the figure of ${midSentence(other.label)}`];
}

function statedText({ figures }: PaperContext, { key, token }: Level): string[] {
  const isStated = statedFor(figures.book, key).some(
    ({ cell }) =>
      cell.kind === 'number' &&
      cell.notation === token.cell.notation &&
      follows(token.cell, { value: cell.value, low: cell.value, high: cell.value }),
  );
  return isStated ? ['the tables state the same, and do not follow either'] : [];
}

/** Returns advice with the citation that prints the figure, where there is one. */
function helpFor(papers: PaperContext, key: FigureKey, advice: string): string {
  const citation = citationOf(papers, key);
  return citation === undefined
    ? advice
    : `${advice}, or write ${citation.written} in its place, which prints ${citation.text}`;
}
