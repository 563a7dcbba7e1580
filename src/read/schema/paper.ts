import * as z from 'zod/mini';
import { isTemplateName, TEMPLATES } from '../../model/templates.ts';
import { id, key, KEYS, label, text } from './key.ts';

const rag = () => z.enum(['red', 'amber', 'green', 'blue']);

const span = () =>
  z.strictObject({
    from: key(text(), 'The first day.', 'from: 15 February 2021'),
    to: key(text(), 'The last day.', 'to: 19 April 2021'),
  });

const block = key(
  z.union([
    text(),
    z.strictObject({
      heading: key(z.optional(text()), 'A heading over the paragraph, table or chart.', 'heading: Retention'),
      text: key(z.optional(text()), 'The paragraph. Markdown.', 'text: What was required, and done.'),
      show: key(
        z.optional(id()),
        'A table, a chart or a computed section, by its id, to stand in this place.',
        'show: managers-by-team',
      ),
    }),
  ]),
  'A paragraph: a text, `{ heading, text }` or `{ show, heading }`.',
  '- The report updates members.',
);

const blocks = () => z.array(block).check(z.minLength(1));

const section = key(
  z.union([
    blocks(),
    z.strictObject({
      title: key(text(), "The section's title.", 'title: Grow our own'),
      paragraphs: key(
        blocks(),
        'Its paragraphs, each a text, `{ heading, text }` or `{ show, heading }`.',
        'paragraphs: […]',
      ),
    }),
  ]),
  'The paragraphs of the section, each after a dash on a line of its own, or `{ title, paragraphs }`.',
  'purpose: [The report updates members.]',
);

/** `report.yaml` as people write it, before a template needs anything of it. */
export const writtenPaper = z.strictObject({
  draft: key(z.optional(z.boolean()), 'Whether the paper is marked as a draft; false where it is left out.'),
  title: key(
    z.optional(text()),
    "The report's own title, in place of the template's.",
    "title: Children's Services Workforce Update",
  ),
  report_by: key(z.optional(text()), 'Who presents the report, by role.', 'report_by: Director of People'),
  sponsor: key(z.optional(text()), 'The sponsor, by role.', 'sponsor: Service Director'),
  lead: key(z.optional(text()), 'The project manager or lead, by role.', 'lead: Project Manager'),
  completed_by: key(
    z.optional(text()),
    'Who completed the report, by role.',
    'completed_by: Project Manager',
  ),
  period: key(
    z.optional(span()),
    'The period reported on.',
    'period: { from: 15 February 2021, to: 19 April 2021 }',
  ),
  next_period: key(
    z.optional(span()),
    'The period until the next meeting.',
    'next_period: { from: 19 April 2021, to: 21 June 2021 }',
  ),
  rag: key(
    z.optional(
      z.strictObject({
        previous: key(z.optional(rag()), 'The RAG of the last report.'),
        current: key(rag(), 'The RAG of this report.', 'current: green'),
        reason: key(text(), 'Why the RAG is what it is. Markdown.', 'reason: The plan is on course.'),
        despite: key(
          z.optional(text()),
          'Why the RAG stands although the evidence points elsewhere. Markdown.',
        ),
      }),
    ),
    'The RAG status and its reason.',
    'rag: { previous: green, current: green, reason: The plan is on course. }',
  ),
  asks: key(
    z.optional(
      z.array(
        key(
          z.strictObject({
            decide: key(z.optional(text()), 'A decision that the board is asked for. Markdown.'),
            support: key(z.optional(text()), 'An action that the board is asked for. Markdown.'),
            note: key(z.optional(text()), 'What the board is asked to note. Markdown.'),
          }),
          'One ask, behind its kind: `decide:`, `support:` or `note:`.',
          '- decide: Agree the plan',
        ),
      ),
    ),
    'What the board is asked for, most important first.',
  ),
  escalations: key(
    z.optional(
      z.array(
        z.strictObject({
          matter: key(text(), 'The urgent matter.', 'matter: The launch is late.'),
          action: key(text(), 'The action required.', 'action: Agree the new date.'),
        }),
      ),
    ),
    'Urgent matters and the action required.',
  ),
  progress: key(
    z.optional(text()),
    'Progress in the period. Markdown.',
    'progress: Four agency workers have become permanent.',
  ),
  next: key(
    z.optional(text()),
    'Activity in the next period. Markdown.',
    'next: A draft strategy comes to the board.',
  ),
  commentary: key(z.optional(text()), 'What the figures mean, printed under the workforce table. Markdown.'),
  sections: key(
    z.optional(z.record(id(), section)),
    'Sections of text by id, each a list of paragraphs; a section of its own also has a title: `{ title, paragraphs }`.',
    'sections: { purpose: [The report updates members.] }',
  ),
  questions: key(
    z.optional(
      z.array(
        z.strictObject({
          question: key(text(), 'The question. Markdown.', 'question: How are all needs met?'),
          answer: key(text(), 'The answer. Markdown.', 'answer: Engagement was with all staff.'),
        }),
      ),
    ),
    'Questions that the report answers.',
  ),
  answers: key(
    z.optional(
      z.array(
        z.strictObject({
          resolution: key(label(), 'The reference of the resolution.', 'resolution: R1'),
          text: key(text(), 'The answer. Markdown.', 'text: The results are in section 4.'),
        }),
      ),
    ),
    'Answers to the resolutions of the meeting before, by their references.',
  ),
  notes: key(z.optional(z.record(text(), text())), 'What a mark on a figure means, such as `*`. Markdown.'),
  appendices: key(
    z.optional(
      z.array(
        z.strictObject({
          title: key(text(), "The appendix's title.", 'title: Appendix 1'),
          text: key(text(), 'Its text. Markdown.', 'text: …'),
        }),
      ),
    ),
    'Appendices.',
  ),
  movements: key(
    z.optional(
      z.array(
        z.strictObject({
          of: key(text(), 'The figure after the movement.', 'of: permanent@2021-01'),
          by: key(
            label(),
            'The amount that the reason is for: of permanent staff what starters and leavers leave unexplained, of any other figure, and of a jump, the whole change; of a share in percentage points, +1.5 pp. For another amount the reason does not hold.',
            'by: -6',
          ),
          reason: key(text(), 'Why it moved. Markdown.', 'reason: Six posts moved to the adoption agency.'),
        }),
      ),
    ),
    'Why figures moved where starters and leavers, or what is usual, do not say; printed in the report.',
  ),
});

/** Returns the schema of papers for a template: what it needs may not be left out. */
export function writtenPaperFor(template: string): z.core.$ZodType {
  const { shape } = writtenPaper;
  const needs: readonly string[] = isTemplateName(template) ? TEMPLATES[template].needs : [];
  const needed = Object.entries(shape).flatMap(([name, schema]) => {
    const doc = needs.includes(name) && KEYS.get(schema);
    if (!doc) return [];
    const one = z.nonoptional(schema);
    KEYS.add(one, { ...doc, neededBy: template });
    return [[name, one] as const];
  });
  return z.strictObject({ ...shape, ...Object.fromEntries(needed) });
}

export type WrittenPaper = z.infer<typeof writtenPaper>;
