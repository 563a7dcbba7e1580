import type { PaperContext } from '../papers/context.ts';
import { finding, type Finding } from '../model/finding.ts';
import { formatList, plural } from '../model/format.ts';
import { evidenceAgainst, isShown, SECTIONS_SUBJECT } from './page-evidence.ts';
import type { ReportSection } from './report.ts';
import type { SectionParts } from './sections.ts';

/** What of the data stands in a section alone. */
interface Content {
  readonly id: string;
  readonly count: number;
  readonly one: string;
  readonly many: string;
}

/**
 * Returns N085: what the data has and no section of the page prints, once for all of it. A template's own order has every
 * section: only a workstream's choice leaves one out. What counts against the workstream is W085's.
 */
export function sectionsLeftOut(
  context: PaperContext,
  parts: SectionParts,
  sections: readonly ReportSection[],
): Finding[] {
  const [choice] = context.workstream.sections;
  const told = new Set(evidenceAgainst(parts, sections).map(({ id }) => id));
  const left = contents(context, parts, sections).filter(
    ({ id, count }) => count > 0 && !told.has(id) && !isShown(sections, id),
  );
  if (choice === undefined || left.length === 0) return [];
  // Without numbers: a choice that is accepted stays so where a row is added.
  return [
    finding('N085', `the report has no section for ${formatList(left.map(({ many }) => many))}`, {
      about: SECTIONS_SUBJECT,
      at: choice.at,
      why: `the data has ${formatList(left.map(({ count, one, many }) => plural(count, one, many)))}, and the sections chosen for ${context.workstream.id} leave them out`,
      help: `add ${formatList(left.map(({ id }) => `\`${id}\``))} to them, or accept this note with the reason`,
    }),
  ];
}

function contents(
  { workstream }: PaperContext,
  parts: SectionParts,
  sections: readonly ReportSection[],
): Content[] {
  const shown = new Set(
    sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'show' ? [`${block.what} ${block.id}`] : [])),
    ),
  );
  const of = (id: string, count: number, one: string, many = `${one}s`): Content => ({
    id,
    count,
    one,
    many,
  });
  const { risks, workforce } = parts;
  return [
    of('escalations', parts.escalations.length, 'escalation'),
    of(
      'progress',
      [parts.progress, parts.next].filter((one) => one !== undefined).length,
      'text on progress',
      'texts on progress',
    ),
    of('workforce', workforce.commentary === undefined ? 0 : 1, 'commentary', 'commentary'),
    of('tables', parts.tables.filter(({ id }) => !shown.has(`table ${id}`)).length, 'table'),
    // Without charts of its own a workstream has those that its section would have.
    of('trends', workstream.charts.filter(({ id }) => !shown.has(`trend ${id}`)).length, 'chart'),
    of('indicators', parts.indicators.length, 'indicator'),
    of('targets', parts.targets.length, 'target'),
    of('milestones', parts.milestones.length, 'milestone'),
    of('recommendations', parts.recommendations.length, 'recommendation'),
    of('actions', parts.actions.length + parts.missingActions.length, 'action'),
    of('answers', parts.answers.length, 'answer'),
    of('questions', parts.questions.length, 'question'),
    of('resolutions', parts.resolutions.length, 'resolution'),
    of('risks', risks.open.length + risks.closed.length, 'risk'),
    of('appendices', parts.appendices.length, 'appendix', 'appendices'),
  ];
}
