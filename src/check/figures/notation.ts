import type { Notation } from '../../model/cell.ts';
import type { Benchmark, IndicatorLimit, Target } from '../../model/dataset.ts';
import { toDecimal, type Exact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatPeriod } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import { figuresOf, groupText, keyOf } from '../../metrics/book.ts';
import { kindOf, type FigureKind, type Registry } from '../../metrics/registry.ts';
import { indicatorsOf } from '../../papers/indicator-state.ts';
import type { PaperContext } from '../../papers/context.ts';
import { benchmarkSubject, figureSubject, subjectOf } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';
import { benchmarksOf } from '../../papers/benchmarks.ts';

/**
 * E111: 0.8 as a share may be 0.8% or 80%, so a share has its % sign, and a count has none; in targets, levels and
 * benchmarks likewise.
 */
export const notation: Check = (context) => [
  ...observationFindings(context),
  ...benchmarksOf(context).flatMap((one) => benchmarkFindings(one, context.figures.registry)),
  ...targetFindings(context),
  ...limitFindings(context),
];

function targetFindings({ programme, workstream, figures: { registry } }: PaperContext): Finding[] {
  return programme.targets
    .filter((target) => target.workstream === workstream.id && target.metric !== undefined)
    .flatMap((target) => {
      const kind = kindOf(registry, target.metric ?? '');
      if (kind === undefined) return [];
      return isAmiss(target.notation, kind) ? [targetFinding(target, kind)] : [];
    });
}

/** Those of indicators that this workstream lists. */
function limitFindings(context: PaperContext): Finding[] {
  return indicatorsOf(context).flatMap(({ id, limits }) => {
    const kind = kindOf(context.figures.registry, id);
    if (kind === undefined) return [];
    return limits.filter((limit) => isAmiss(limit.notation, kind)).map((limit) => limitFinding(limit, kind));
  });
}

function limitFinding(
  { kind: word, value, direction, of, at }: IndicatorLimit,
  { id, unit }: FigureKind,
): Finding {
  // A level is of no period.
  const about = groupText(of) === '' ? id : `${id}[${groupText(of)}]`;
  const bound = direction === 'lower' ? 'at_most' : 'at_least';
  if (unit !== 'share')
    return finding('E111', `the ${word} of ${id} is a percentage, and ${id} is no share`, {
      at,
      about,
      help: `write ${bound} without the % sign`,
    });
  const text = toDecimal(value);
  return finding('E111', `the ${word} of ${id} is ${text} without a % sign, and ${id} is a share`, {
    at,
    about,
    help: asPercentage(value, text, `${bound}: `),
  });
}

function benchmarkFindings(benchmark: Benchmark, registry: Registry): Finding[] {
  const { metric, place, cell, at } = benchmark;
  const about = benchmarkSubject(benchmark);
  const kind = kindOf(registry, metric);
  if (kind === undefined || cell.kind !== 'number' || !isAmiss(cell.notation, kind)) return [];
  const text = formatCell(cell);
  if (cell.notation === 'percent') {
    const help = 'write the number without %, or name the share that it is';
    return [
      finding('E111', `${metric} of ${place} is no share, and ${text} has a % sign`, { at, about, help }),
    ];
  }
  const help = asPercentage(cell.value, text);
  return [
    finding('E111', `${metric} of ${place} is a share, and ${text} has no % sign`, { at, about, help }),
  ];
}

function isAmiss(notation: Notation, { unit }: FigureKind): boolean {
  return (notation === 'percent') !== (unit === 'share');
}

function targetFinding(target: Target, { id, unit }: FigureKind): Finding {
  const bound = target.direction === 'lower' ? 'at_most' : 'at_least';
  const at = target.fields?.['value'] ?? target.at;
  const about = subjectOf('target', target.id);
  if (unit !== 'share')
    return finding('E111', `the target ${target.id} is a percentage, and ${id} is no share`, {
      at,
      about,
      help: `write ${bound} without the % sign, or name a share under metric`,
    });
  const text = toDecimal(target.value);
  return finding(
    'E111',
    `${bound} of the target ${target.id} is ${text} without a % sign, and ${id} is a share`,
    {
      at,
      about,
      help: asPercentage(target.value, text, `${bound}: `),
    },
  );
}

/** One finding for each row or column of figures, and not one for each of them. */
function observationFindings(context: PaperContext): Finding[] {
  const { registry } = context.figures;
  const amiss = figuresOf(context.meeting).filter(({ measure, cell }) => {
    const kind = kindOf(registry, measure);
    return kind !== undefined && cell.kind === 'number' && isAmiss(cell.notation, kind);
  });
  const rows = groupBy(amiss, (one) => JSON.stringify([one.at.file, one.measure, one.stated, one.label]));
  return [...rows.values()].flatMap(([first, ...others]) => {
    if (first?.cell.kind !== 'number') return [];
    const { measure, cell, period, stated, at } = first;
    const figure = `${measure}${stated ? ' (stated)' : ''} for ${formatPeriod(period)}`;
    const related = others.map((one) => one.at);
    const about = figureSubject(keyOf(first), context);
    if (cell.notation === 'percent')
      return finding('E111', `${figure} is no share, and ${formatCell(cell)} has a % sign`, {
        at,
        about,
        help: 'write the number without %, or map the heading to the share that it is',
        related,
      });
    const text = formatCell(cell);
    return finding('E111', `${figure} is a share, and ${text} has no % sign`, {
      at,
      about,
      help: asPercentage(cell.value, text),
      related,
    });
  });
}

/** Up to 1 a number may be a part of 1 as well: 0.171 is 17.1%, or is 0.171%. */
function asPercentage(value: Exact, text: string, key = ''): string {
  const asWritten = `write ${key}${text}%`;
  if (value.compare(1) > 0) return asWritten;
  return `write ${key}${toDecimal(value.mul(100))}% if it is a part of 1, or ${text}% if it is a percentage`;
}
