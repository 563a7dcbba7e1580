import { keyText, WHOLE } from '../../metrics/book.ts';
import type { Evaluation } from '../../metrics/evaluate.ts';
import { areAdjacent } from '../../metrics/periods.ts';
import type { FigureKind } from '../../metrics/registry.ts';
import { evaluationText, placesBehind } from '../../metrics/wording.ts';
import { RANGE_FACTOR, TREND_POINTS, xmr, type Xmr } from '../../metrics/xmr.ts';
import { compareExact, type Exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatGap, formatValue, plural } from '../../model/format.ts';
import { PERIOD_WORDS } from '../../model/period-words.ts';
import type { PaperContext } from '../../papers/context.ts';
import { isRolling } from '../../papers/flow.ts';
import { knownPeriods } from '../../papers/known-figures.ts';
import { changeTo } from '../../papers/movement-amounts.ts';
import { isChangeReasoned } from '../../papers/movements.ts';
import { seriesPeriods } from '../../papers/series-kind.ts';
import { figureSubject } from '../../papers/subject.ts';
import { printedPlaces } from '../../metrics/places.ts';
import type { Check } from '../rule.ts';
import { staffBridges } from './staff-bridges.ts';
import { givenIn } from './given-in.ts';
import { jumpsOf } from './jumps.ts';
import { swingsOf } from './swings.ts';
import { figureWords, recordHelp } from './words.ts';

/** The latest figure of a series, with the ones before it without a gap. */
interface Latest {
  readonly kind: FigureKind;
  readonly figure: Evaluation;
  readonly value: Exact;
  /** Oldest first, without the latest. */
  readonly earlier: readonly Exact[];
}

/**
 * N150: the latest figure of the whole lies beyond the XmR limits of the 12 or more before it, and the step to it is wider
 * than theirs: it is looked at before the board sees it. Of what people type (counts and indicators), not of rates that
 * follow from them. The limits are those of the earlier figures alone, since a wrong one would widen them: a chart, whose
 * limits take it in, may show no signal, and where it shows one it tells the board and not who can correct the figure.
 * The step counts too, or else a series that has long gone one way would be told of in each paper.
 */
export const beyondLimits: Check = (context) => {
  const told = new Set(
    [...jumpsOf(context), ...swingsOf(context), ...staffBridges(context)].map(({ closing }) =>
      keyText(closing.key),
    ),
  );
  const isOwn = givenIn(context.meeting);
  return [...context.figures.registry.kinds.values()]
    .filter((kind) => isTyped(kind) && !isRolling(context.figures.registry, kind.id))
    .flatMap((kind) => latestOf(context, kind) ?? [])
    .filter(({ figure: { key } }) => !told.has(keyText(key)) && !isChangeReasoned(context, key))
    .filter(({ figure }) => isOwn(figure))
    .flatMap((latest) => {
      const chart = xmr(latest.earlier);
      return chart && isBeyond(latest, chart) ? [limitFinding(latest, chart, context)] : [];
    });
};

/** A count that is given or added up, or an indicator: its parts are not told of beside it. */
function isTyped({ id, expression, series }: FigureKind): boolean {
  return series === undefined ? expression === undefined : series === id;
}

function latestOf({ figures, workstream, meeting }: PaperContext, kind: FigureKind): Latest | undefined {
  const series = { id: kind.id, group: WHOLE, basis: workstream.basis };
  const periods = seriesPeriods(knownPeriods(figures, series), meeting.date);
  if (periods.length <= TREND_POINTS) return undefined;
  const values: Exact[] = [];
  let next: (typeof periods)[number] | undefined;
  for (const period of periods.toReversed()) {
    const { outcome } = figures.evaluate({ ...series, period });
    if (outcome.kind !== 'number' || (next && !areAdjacent(period, next))) break;
    values.unshift(outcome.number.value);
    next = period;
  }
  const [period, value] = [periods.at(-1), values.at(-1)];
  if (values.length <= TREND_POINTS || period === undefined || value === undefined) return undefined;
  return { kind, figure: figures.evaluate({ ...series, period }), value, earlier: values.slice(0, -1) };
}

/** Where nothing varied, the limits judge nothing. */
function isBeyond({ value, earlier }: Latest, { natural, meanRange }: Xmr): boolean {
  const before = earlier.at(-1) ?? value;
  const isOutside = compareExact(value, natural.upper) > 0 || compareExact(value, natural.lower) < 0;
  const isWide = compareExact(value.sub(before).abs(), meanRange.mul(RANGE_FACTOR)) > 0;
  return meanRange.n !== 0n && isOutside && isWide;
}

function limitFinding({ kind, figure, value, earlier }: Latest, chart: Xmr, context: PaperContext): Finding {
  const { registry } = context.figures;
  const about = figureSubject(figure.key, context);
  const side = compareExact(value, chart.natural.upper) > 0 ? 'above' : 'below';
  const places = printedPlaces(figure, kind) + (kind.unit === 'count' ? 1 : 0);
  const [lower, upper] = [chart.natural.lower, chart.natural.upper].map((one) =>
    formatValue(one, kind.unit, places),
  );
  const before = plural(earlier.length, PERIOD_WORDS[figure.key.period.kind]);
  const change = changeTo(context, figure.key);
  const step = value.sub(earlier.at(-1) ?? value);
  const [taken, usual] = [step, chart.meanRange.mul(RANGE_FACTOR)].map((one) =>
    formatGap(one, kind.unit, places),
  );
  return finding(
    'N150',
    `${figureWords(figure.key)} is ${evaluationText(figure, registry)}, ${side} the limits of the ${before} before it`,
    {
      about,
      at: placesBehind(figure)[0],
      why: `their XmR limits are ${lower ?? ''} and ${upper ?? ''} · the step to it is ${taken ?? ''}, and ${usual ?? ''} is the widest that is usual`,
      help: change && recordHelp(about, change, 'correct the figure if it is wrong'),
    },
  );
}
