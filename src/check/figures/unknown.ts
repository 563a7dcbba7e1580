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

/** E103: a name in headlines, table, labels, targets or headings that is neither a measure nor a metric. */
export const unknownFigures: FigureRule = (context) => {
  const { registry } = context.figures;
  return [
    ...mentions(context)
      .filter(({ id }) => kindOf(registry, id) === undefined && !isBroken(context, id))
      .map(({ id, of, at }) => unknownFinding(id, ` in ${of}`, at ?? CONFIG, registry)),
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
  const unknown = context.meeting.observations.filter(
    ({ measure }) => kindOf(registry, measure) === undefined && !isBroken(context, measure),
  );
  const headings = groupBy(unknown, (one) => JSON.stringify([one.at.file, one.measure, one.label]));
  return [...headings.values()].flatMap(([first]) => {
    if (first === undefined) return [];
    const where = `, to which the heading "${first.label}" is mapped,`;
    return [unknownFinding(first.measure, where, first.at, registry)];
  });
}

// A definition that could not be read has its own finding; the places that use it are not at fault.
function isBroken({ programme, definitionFindings }: CheckContext, id: string): boolean {
  return definitionFindings.length > 0 && programme.definitions.some((one) => one.value.id === id);
}

function unknownFinding(id: string, where: string, at: Place, registry: Registry): Finding {
  return finding('E103', `"${id}"${where} is neither a measure nor a metric`, {
    at,
    help: suggestId(registry, id),
  });
}
