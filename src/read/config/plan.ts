import type { PlannedLevel } from '../../model/dataset.ts';
import { compareExact } from '../../model/exact.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { comparePeriods, type Period } from '../../model/period.ts';
import type { WrittenNumber } from '../grammar/number.ts';
import { parseNumber } from '../grammar/number.ts';
import { problemAt, quoted } from '../grammar/reading.ts';
import { keyPlaceUnder, keysUnder, placeUnder, textUnder, type Path } from '../yaml/tree.ts';
import { configPeriod } from './dates.ts';
import { parsedUnder, type ConfigSource } from './source.ts';

/** What a plan leads to. */
export interface PlanEnd {
  readonly by: Period;
  readonly level: WrittenNumber;
  /** Where the target's own level stands. */
  readonly levelPath: Path;
}

interface Step extends PlannedLevel {
  readonly key: string;
  readonly notation: WrittenNumber['notation'];
  readonly keyAt: PlannedLevel['at'];
}

/** Returns the planned path of a target, oldest first; what is wrong with it is reported, and such a step left out. */
export function planUnder(source: ConfigSource, path: Path, end: PlanEnd): PlannedLevel[] {
  const steps = keysUnder(source.tree, path).flatMap((key) => stepUnder(source, [...path, key], key) ?? []);
  const planned: PlannedLevel[] = [];
  steps.forEach((step, index) => {
    const fault =
      orderFault(step, steps[index - 1]) ?? endFault(step, end, source) ?? notationFault(step, end);
    if (fault) source.findings.push(fault);
    else planned.push({ period: step.period, value: step.value, at: step.at });
  });
  return planned;
}

function stepUnder(source: ConfigSource, path: Path, key: string): Step | undefined {
  const keyAt = keyPlaceUnder(source.tree, path);
  const reading = configPeriod(source.tree)(key);
  if (!reading.ok) source.findings.push(problemAt(reading.problem, keyAt));
  const level = parsedUnder(parseNumber, source, path);
  if (!reading.ok || !level) return undefined;
  const at = placeUnder(source.tree, path);
  return { key, keyAt, period: reading.value, value: level.value, notation: level.notation, at };
}

function orderFault(step: Step, before: Step | undefined): Finding | undefined {
  if (!before || comparePeriods(before.period, step.period) < 0) return undefined;
  const isSame = before.period.key === step.period.key;
  return finding('E087', `${quoted(step.key)} does not come after ${quoted(before.key)} in the plan`, {
    at: step.keyAt,
    why: isSame ? 'both are the same period' : `they end on ${step.period.end} and ${before.period.end}`,
    help: 'list the periods of the plan oldest first, each once',
    related: [before.keyAt],
  });
}

function endFault(
  step: Step,
  { by, level, levelPath }: PlanEnd,
  { tree }: ConfigSource,
): Finding | undefined {
  const related = [placeUnder(tree, levelPath)];
  if (step.period.end > by.end)
    return finding(
      'E087',
      `the plan goes on to ${quoted(step.key)}, and the target is to be reached before`,
      {
        at: step.keyAt,
        why: `the target is due by ${by.end}, and the period ends on ${step.period.end}`,
        help: 'correct the period, or `by` of the target',
        related,
      },
    );
  if (step.period.end !== by.end || compareExact(step.value, level.value) === 0) return undefined;
  return finding('E087', `the plan ends at another level than the target`, {
    at: step.at,
    why: `for ${quoted(step.key)}, when the target is due, it plans ${quoted(textUnder(tree, [...levelPath.slice(0, -1), 'plan', step.key]) ?? '')}; the target is ${quoted(textUnder(tree, levelPath) ?? '')}`,
    help: 'correct one of the two levels',
    related,
  });
}

function notationFault(step: Step, { level }: PlanEnd): Finding | undefined {
  if (step.notation === level.notation) return undefined;
  const wanted =
    level.notation === 'percent' ? 'a percentage, like the target' : 'no percentage, like the target';
  return finding('E087', `the level for ${quoted(step.key)} should be ${wanted}`, {
    at: step.at,
    why: 'a plan and its target are levels of one figure',
    help: level.notation === 'percent' ? 'write a % behind it' : 'write it without %',
  });
}
