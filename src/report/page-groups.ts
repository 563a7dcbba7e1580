import { figuresOf } from '../metrics/book.ts';
import type { Observation } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { formatList, plural } from '../model/format.ts';
import type { PaperContext } from '../papers/context.ts';
import { subjectOf } from '../papers/subject.ts';
import { dimensionsOf } from './page-figures.ts';
import type { Figure } from './report.ts';

/** The most members that a finding names, and the most figures of the table that it proposes. */
const NAMED = 3;
const PROPOSED = 4;

/**
 * Returns N087: the data divides its figures by a dimension, and nothing on the page is of any of its members. That a total
 * rests on them prints none of them.
 */
export function groupsNotShown(context: PaperContext, figures: readonly Figure[]): Finding[] {
  const printed = new Set(
    figures.filter(({ result }) => result.kind !== 'missing').flatMap(({ group }) => Object.keys(group)),
  );
  const data = figuresOf(context.meeting).filter(({ stated, cell }) => !stated && cell.kind !== 'missing');
  const dimensions = [...new Set(data.flatMap(({ group }) => Object.keys(group)))];
  // A table of them that has nothing to print tells so itself.
  const tabled = new Set(context.workstream.tables.flatMap(dimensionsOf));
  return dimensions.flatMap((dimension) => {
    if (printed.has(dimension) || tabled.has(dimension)) return [];
    const divided = data.filter(({ group }) => group[dimension] !== undefined);
    const [first] = divided;
    const members = membersIn(divided, dimension);
    const isOver = [...printed].some((finer) => isDeterminedBy(divided, dimension, finer));
    // One member alone is the whole, by its name.
    if (first === undefined || members.length < 2 || isOver) return [];
    return [notShown(context, { dimension, members, divided, first })];
  });
}

interface Unseen {
  readonly dimension: string;
  readonly members: readonly string[];
  readonly divided: readonly Observation[];
  readonly first: Observation;
}

function notShown({ workstream }: PaperContext, { dimension, members, divided, first }: Unseen): Finding {
  const word = dimension.replaceAll('_', ' ');
  const more = members.length > NAMED ? [`${(members.length - NAMED).toString()} more`] : [];
  const named = formatList([...members.slice(0, NAMED), ...more]);
  const ids = [...new Set(divided.map(({ measure }) => measure))].slice(0, PROPOSED);
  const table = `{ id: by-${dimension.replaceAll('_', '-')}, title: By ${word}, rows: ${word}, figures: [${ids.join(', ')}] }`;
  // Without numbers: a note that is accepted stays so where a member is added.
  return finding('N087', `figures by ${word} stand nowhere in this report`, {
    about: subjectOf('dimension', dimension),
    at: first.at,
    why: `the data has them for ${plural(members.length, 'member')}, ${named}; no table, chart, target or text of ${workstream.id} prints one of them, and a total that adds them up does not show them`,
    help: `add a table of them to \`tables\` of ${workstream.id} in cip-report.yaml, such as ${table}, or accept this note with the reason`,
  });
}

function membersIn(observations: readonly Observation[], dimension: string): string[] {
  return [...new Set(observations.flatMap(({ group }) => group[dimension] ?? []))];
}

/** Returns whether a dimension only says where the members of a finer one belong, as a service does of its teams. */
function isDeterminedBy(observations: readonly Observation[], dimension: string, finer: string): boolean {
  const over = new Map<string, string>();
  return observations.every(({ group: { [dimension]: member = '', [finer]: part } }) => {
    if (part === undefined || (over.get(part) ?? member) !== member) return false;
    over.set(part, member);
    return true;
  });
}
