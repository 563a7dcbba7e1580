import type { Target } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { parseNumber } from '../grammar/number.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenConfig, WrittenTarget } from '../schema/config.ts';
import { keyPlaceUnder, placeUnder, type Path, type Tree } from '../yaml/tree.ts';
import { boundOf } from './bound.ts';
import { groupUnder } from './groups.ts';
import { planUnder } from './plan.ts';
import { configPeriod } from './dates.ts';
import { parsedUnder, type ConfigSource } from './source.ts';
import { unknownReference } from './unknown-reference.ts';

/** Returns the targets; one with a fault is reported and left out. */
export function readTargets(config: WrittenConfig, source: ConfigSource): Target[] {
  const { tree, findings } = source;
  const workstreams = Object.keys(config.workstreams);
  return (config.targets ?? []).flatMap((written, index) => {
    const path = ['targets', index];
    if (!workstreams.includes(written.workstream))
      findings.push(
        unknownReference(tree, [...path, 'workstream'], 'workstream', written.workstream, workstreams),
      );
    return target(written, path, source) ?? [];
  });
}

function target(written: WrittenTarget, path: Path, source: ConfigSource): Target | undefined {
  const { tree, findings } = source;
  const what = `the target ${quoted(written.id)}`;
  const bound = boundOf(written, source, path, { what, named: [...path, 'id'] });
  const by = parsedUnder(configPeriod(source.tree), source, [...path, 'by']);
  const level = bound && parsedUnder(parseNumber, source, [...path, bound]);
  if (written.metric === undefined && !written.stated) findings.push(nothingToShow(written, tree, path));
  if (written.metric !== undefined && written.stated) findings.push(twoOutcomes(written, tree, path));
  if (written.metric === undefined && written.plan) findings.push(planOfNothing(written, tree, path));
  const of = groupUnder(source, [...path, 'of']);
  if (!bound || !by || !level) return undefined;
  const { stated } = written;
  return {
    id: written.id,
    at: placeUnder(tree, [...path, 'id']),
    workstream: written.workstream,
    label: written.label,
    ...(written.metric !== undefined && { metric: written.metric }),
    direction: bound === 'at_most' ? 'lower' : 'higher',
    value: level.value,
    notation: level.notation,
    by,
    of,
    plan: planUnder(source, [...path, 'plan'], { by, level, levelPath: [...path, bound] }),
    ...(stated && {
      stated: {
        outcome: stated.outcome,
        ...(stated.note !== undefined && { note: stated.note }),
        at: placeUnder(tree, [...path, 'stated', 'outcome']),
      },
    }),
    fields: {
      value: placeUnder(tree, [...path, bound]),
      ...(written.metric !== undefined && { metric: placeUnder(tree, [...path, 'metric']) }),
    },
  };
}

function nothingToShow(written: WrittenTarget, tree: Tree, path: Path): Finding {
  return finding('E046', `the target ${quoted(written.id)} has neither a metric nor a stated outcome`, {
    at: placeUnder(tree, [...path, 'id']),
    why: 'nothing could say whether it is reached',
    help: 'add metric: agency_rate, or stated: { outcome: achieved, note: … } where no figure of the data can show it',
  });
}

function planOfNothing(written: WrittenTarget, tree: Tree, path: Path): Finding {
  return finding('E087', `the target ${quoted(written.id)} has a plan and no metric`, {
    at: keyPlaceUnder(tree, [...path, 'plan']),
    why: 'a plan is set beside the actual figures, and nothing says which these are',
    help: 'add metric: permanent, or delete the plan',
  });
}

function twoOutcomes(written: WrittenTarget, tree: Tree, path: Path): Finding {
  return finding('E052', `the target ${quoted(written.id)} has both a metric and a stated outcome`, {
    at: keyPlaceUnder(tree, [...path, 'stated']),
    why: 'the outcome of a target with a metric is computed, and the one that is stated would go unseen',
    help: 'delete stated, or delete metric where no figure of the data can show the target',
    related: [placeUnder(tree, [...path, 'metric'])],
  });
}
