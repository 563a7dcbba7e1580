import type { Observation } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatCell, formatPeriod } from '../../model/format.ts';
import { kindOf, type Registry } from '../../metrics/registry.ts';
import type { FigureRule } from './figure-context.ts';

/**
 * E111: 0.8 as a share may be 0.8% or 80%, so a share that is used as data has its % sign; a count has none. A stated
 * share may lack it: it is only compared, in both readings. Targets likewise.
 */
export const notation: FigureRule = ({ meeting, programme, workstream, figures: { registry } }) => [
  ...meeting.observations.flatMap((one) => observationFinding(one, registry)),
  ...programme.targets
    .filter((target) => target.workstream === workstream.id && target.metric !== undefined)
    .flatMap((target) => {
      const kind = kindOf(registry, target.metric ?? '');
      if (kind === undefined) return [];
      const isPercentage = target.notation === 'percent';
      if (isPercentage === (kind.unit === 'share')) return [];
      const message = isPercentage
        ? `the target ${target.id} is a percentage, and ${kind.id} is no share`
        : `the target ${target.id} has no % sign, and ${kind.id} is a share`;
      return [finding('E111', message, { at: target.fields?.['value'] ?? target.at })];
    }),
];

function observationFinding(
  { measure, cell, period, stated, at }: Observation,
  registry: Registry,
): Finding[] {
  const kind = kindOf(registry, measure);
  if (kind === undefined || cell.kind !== 'number') return [];
  const isShare = kind.unit === 'share';
  const isPercentage = cell.notation === 'percent';
  if (isPercentage === isShare || (stated && isShare)) return [];
  const text = formatCell(cell);
  const when = formatPeriod(period);
  return [
    isShare
      ? finding('E111', `${measure} for ${when} is a share, and ${text} has no % sign`, {
          at,
          why: `it may be ${text}% or ${text} as a part of 1`,
          help: `write ${text}%, or the share in percent`,
        })
      : finding('E111', `${measure} for ${when} is no share, and ${text} has a % sign`, {
          at,
          help: 'write the number without %, or map the heading to the share that it is',
        }),
  ];
}
