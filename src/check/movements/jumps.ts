import type { Basis } from '../../model/dataset.ts';
import type { JumpLimit } from '../../model/checks.ts';
import { compareExact, exact, scaledRound, toDecimal } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatChange, formatLevel, formatNumber } from '../../model/format.ts';
import { kindOf, type FigureKind } from '../../metrics/registry.ts';
import { placesBehind } from '../../metrics/wording.ts';
import type { PaperContext } from '../../papers/context.ts';
import { groupsBehind, standsOnIndicators } from '../../papers/known-figures.ts';
import { changeOf } from '../../papers/movement-amounts.ts';
import { reasonFor } from '../../papers/movements.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { givenIn } from './given-in.ts';
import { changesByMoreThan, movesByMoreThan, placesOfStep, stepsOf, type Step } from './steps.ts';
import { recordHelp, stepText } from './words.ts';

/** A step that is wider than the configuration expects. */
interface Jump extends Step {
  readonly kind: FigureKind;
  readonly limit: JumpLimit;
}

/**
 * W142: a figure of these papers, of the whole or of a group, that changed from the period before by more than the
 * configuration expects, without a recorded reason. E014: a limit in plain numbers on a share, which moves by percentage
 * points.
 */
export const jumpsBeyondLimits: Check = (context) => [
  ...limitsOf(context).flatMap(({ limit, kind }) => (isUnclear(limit, kind) ? [unclearLimit(limit)] : [])),
  ...jumpsOf(context)
    .filter((jump) => reasonFor(context, changeOf(jump, context.figures.registry)) === undefined)
    .map((jump) => jumpFinding(jump, context)),
];

/** Returns the steps of these papers that are wider than the configuration expects, those with a recorded reason too. */
export function jumpsOf(context: PaperContext): Jump[] {
  const isOwn = givenIn(context.meeting);
  return limitsOf(context)
    .filter(({ limit, kind }) => !isUnclear(limit, kind))
    .flatMap(({ limit, kind }) =>
      seriesOf(context, kind.id).flatMap((series) =>
        stepsOf(context, series)
          .filter((step) => isBeyond(step, limit, kind) && (isOwn(step.closing) || isOwn(step.opening)))
          .map((step) => ({ ...step, limit, kind })),
      ),
    );
}

/** A limit on a figure that there is not is E103. */
function limitsOf({ programme, figures }: PaperContext): Pick<Jump, 'limit' | 'kind'>[] {
  return programme.checks.jumps.flatMap((limit) => {
    const kind = kindOf(figures.registry, limit.id);
    return kind === undefined ? [] : [{ limit, kind }];
  });
}

/** Returns the series of a figure: of the whole and of each group that the data gives anything of, on each basis. */
function seriesOf({ figures, workstream }: PaperContext, id: string) {
  const isOfIndicators = standsOnIndicators(figures, { id, basis: workstream.basis });
  const bases: readonly Basis[] = isOfIndicators ? [workstream.basis] : [...figures.book.workforce.keys()];
  return bases.flatMap((basis) =>
    groupsBehind(figures, { id, basis }).map((group) => ({ id, basis, group })),
  );
}

function isUnclear({ notation }: JumpLimit, { unit }: FigureKind): boolean {
  return unit === 'share' && notation === 'plain';
}

function isBeyond(step: Step, { value, notation }: JumpLimit, { unit }: FigureKind): boolean {
  const isRelative = notation === 'percent' && unit !== 'share';
  return isRelative ? changesByMoreThan(step, value) : movesByMoreThan(step, value);
}

function unclearLimit({ id, value, at }: JumpLimit): Finding {
  const written = formatLevel(value, 'count');
  return finding('E014', `the jump of ${id} is ${written}, and a share moves by percentage points`, {
    about: id,
    at,
    help: `write the points with a % sign: ${id}: ${written}%`,
  });
}

function jumpFinding(jump: Jump, context: PaperContext): Finding {
  const { figures } = context;
  const { opening, closing, kind, limit } = jump;
  const about = figureSubject(closing.key, context);
  const change = formatChange(jump.now.value.sub(jump.before.value), kind.unit, changePlaces(jump, context));
  return finding(
    'W142',
    `${stepText(jump, figures)}: ${change}, where at most ${limitText(limit, kind)} is expected`,
    {
      about,
      at: placesBehind(closing)[0],
      why: allowedText(jump),
      help: recordHelp(about, changeOf(jump, figures.registry)),
      related: [...placesBehind(opening), limit.at],
    },
  );
}

/** The most decimals that are added until a change reads as more than its limit. */
const MORE_PLACES = 4;

/** Returns the decimals at which a change is more than its limit: "+5.0 pp, at most 5 pp" would contradict itself. */
function changePlaces(jump: Jump, { figures }: PaperContext): number {
  const { limit, kind, before, now } = jump;
  const printed = placesOfStep(jump, figures);
  if (limit.notation === 'percent' && kind.unit !== 'share') return printed;
  const size = now.value.sub(before.value).abs();
  const more = kind.unit === 'share' ? 2 : 0;
  const places = Array.from({ length: MORE_PLACES + 1 }, (_, index) => printed + index);
  const clear = places.find(
    (one) =>
      compareExact(exact(scaledRound(size, one + more)), limit.value.mul(10n ** BigInt(one + more))) > 0,
  );
  return clear ?? printed + MORE_PLACES;
}

function limitText({ value, notation }: JumpLimit, { unit }: FigureKind): string {
  if (notation === 'plain') return formatLevel(value, unit);
  const percent = formatLevel(value, 'share');
  return unit === 'share' ? percent.replace('%', ' pp') : percent;
}

/** Returns what a relative limit comes to. */
function allowedText({ limit, kind, before }: Jump): string | undefined {
  if (limit.notation === 'plain' || kind.unit === 'share') return undefined;
  const allowed = before.value.mul(limit.value);
  const places = Math.min(2, toDecimal(allowed).split('.')[1]?.length ?? 0);
  return `${formatLevel(limit.value, 'share')} of ${formatLevel(before.value, kind.unit)} is ${formatNumber(allowed, places)}`;
}
