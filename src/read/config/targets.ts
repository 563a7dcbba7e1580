import type { Target } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { parseNumber } from '../grammar/number.ts';
import { parsePeriod } from '../grammar/period.ts';
import { problemAt, quoted, type Reading } from '../grammar/reading.ts';
import type { WrittenConfig, WrittenTarget } from '../schema/config.ts';
import { keyPlaceUnder, placeUnder, textUnder, type Path, type Tree } from '../yaml/tree.ts';
import { unknownReference } from './unknown-reference.ts';

/** Returns the targets; one with a fault is reported and left out. */
export function readTargets(config: WrittenConfig, tree: Tree, findings: Finding[]): Target[] {
  const workstreams = Object.keys(config.workstreams);
  return (config.targets ?? []).flatMap((written, index) => {
    const path = ['targets', index];
    if (!workstreams.includes(written.workstream))
      findings.push(
        unknownReference(tree, [...path, 'workstream'], 'workstream', written.workstream, workstreams),
      );
    return target(written, tree, path, findings) ?? [];
  });
}

function target(written: WrittenTarget, tree: Tree, path: Path, findings: Finding[]): Target | undefined {
  const bound = boundOf(written, tree, path, findings);
  const by = parsed(parsePeriod, tree, [...path, 'by'], findings);
  const level = bound && parsed(parseNumber, tree, [...path, bound], findings);
  if (written.metric === undefined && !written.stated) findings.push(nothingToShow(written, tree, path));
  if (written.metric !== undefined && written.stated) findings.push(twoOutcomes(written, tree, path));
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
    of: {},
    plan: [],
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

function boundOf(
  written: WrittenTarget,
  tree: Tree,
  path: Path,
  findings: Finding[],
): 'at_most' | 'at_least' | undefined {
  const given = (['at_most', 'at_least'] as const).filter((bound) => written[bound] !== undefined);
  const [bound, other] = given;
  if (bound && !other) return bound;
  findings.push(
    finding(
      'E046',
      `the target ${quoted(written.id)} needs one of at_most and at_least, and has ${other ? 'both' : 'neither'}`,
      {
        at: placeUnder(tree, [...path, other ?? 'id']),
        help: 'write at_most: 10% where the figure is to come down to it, at_least: 24 where it is to come up to it',
      },
    ),
  );
  return undefined;
}

function nothingToShow(written: WrittenTarget, tree: Tree, path: Path): Finding {
  return finding('E046', `the target ${quoted(written.id)} has neither a metric nor a stated outcome`, {
    at: placeUnder(tree, [...path, 'id']),
    why: 'nothing could say whether it is reached',
    help: 'add metric: agency_rate, or stated: { outcome: achieved, note: … } where no figure of the data can show it',
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

function parsed<T>(
  grammar: (text: string) => Reading<T>,
  tree: Tree,
  path: Path,
  findings: Finding[],
): T | undefined {
  const reading = grammar(textUnder(tree, path) ?? '');
  if (reading.ok) return reading.value;
  findings.push(problemAt(reading.problem, placeUnder(tree, path)));
  return undefined;
}
