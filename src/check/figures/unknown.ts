import type { Place } from '../../model/place.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { groupBy } from '../../model/group-by.ts';
import { kindOf, suggestId, type Registry } from '../../metrics/registry.ts';
import type { CheckContext } from '../context.ts';
import type { FigureRule } from './figure-context.ts';

/** A name that somebody wrote for a measure or metric. */
interface Mention {
  readonly id: string;
  /** Where it stands: `headlines of workforce`. */
  readonly of: string;
  readonly at: Place | undefined;
}

const CONFIG: Place = { file: 'cip-report.yaml', line: 1, column: 1, length: 1 };

/** E101 and E102: a definition that cannot be used. What names it, or stands on it, is not reported again. */
export const definitionFaults: FigureRule = ({ definitionFindings }) => definitionFindings;

/** E103: a name in headlines, table, labels, targets or headings that is neither a measure nor a metric. */
export const unknownFigures: FigureRule = (context) => {
  const { registry } = context.figures;
  return [
    ...mentions(context)
      .filter(({ id }) => isUnknown(registry, id))
      .map(({ id, of, at }) =>
        finding('E103', `"${id}" in ${of} is neither a measure nor a metric`, {
          at: at ?? CONFIG,
          help: suggestId(registry, id),
        }),
      ),
    ...headingFindings(context),
  ];
};

function mentions({ workstream, programme }: CheckContext): Mention[] {
  const place = (name: string): Place | undefined => workstream.fields?.[name];
  return [
    ...workstream.headlines.map((id, index) => ({
      id,
      of: `headlines of ${workstream.id}`,
      at: place(`headlines.${index.toString()}`),
    })),
    ...workstream.table.flatMap(({ label, rows }) =>
      rows.map((id, index) => ({
        id,
        of: `table of ${workstream.id}, group "${label}"`,
        at: place(`table.${label}.${index.toString()}`),
      })),
    ),
    ...Object.keys(programme.labels).map((id) => ({
      id,
      of: 'labels',
      at: programme.fields?.[`labels.${id}`],
    })),
    ...programme.targets
      .filter((target) => target.workstream === workstream.id && target.metric !== undefined)
      .map((target) => ({
        id: target.metric ?? '',
        of: `target ${target.id}`,
        at: target.fields?.['metric'] ?? target.at,
      })),
  ];
}

// One finding a heading, not one a cell.
function headingFindings(context: CheckContext): Finding[] {
  const { registry } = context.figures;
  const unknown = context.meeting.observations.filter(({ measure }) => isUnknown(registry, measure));
  const headings = groupBy(unknown, (one) => JSON.stringify([one.at.file, one.measure, one.label]));
  return [...headings.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    return [
      finding(
        'E103',
        `the heading "${first.label}" stands for "${first.measure}", which is neither a measure nor a metric`,
        {
          at: context.programme.fields?.[`headings.workforce.${first.label}`] ?? first.at,
          help: suggestId(registry, first.measure),
        },
      ),
    ];
  });
}

function isUnknown(registry: Registry, id: string): boolean {
  return kindOf(registry, id) === undefined && !registry.unusable.has(id);
}
