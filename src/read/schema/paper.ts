import * as z from 'zod/mini';
import { key, text } from './key.ts';

const rag = () => z.enum(['red', 'amber', 'green', 'blue']);

const span = () =>
  z.strictObject({
    from: key(text(), 'The first day.', 'from: 15 February 2021'),
    to: key(text(), 'The last day.', 'to: 19 April 2021'),
  });

/** `report.yaml` as people write it. */
export const writtenPaper = z.strictObject({
  draft: key(z.optional(z.boolean()), 'Whether the paper is marked as a draft; false where it is left out.'),
  sponsor: key(text(), 'The sponsor, by role.', 'sponsor: Service Director'),
  lead: key(text(), 'The project manager or lead, by role.', 'lead: Project Manager'),
  completed_by: key(text(), 'Who completed the report, by role.', 'completed_by: Project Manager'),
  period: key(span(), 'The period reported on.', 'period: { from: 15 February 2021, to: 19 April 2021 }'),
  next_period: key(
    span(),
    'The period until the next meeting.',
    'next_period: { from: 19 April 2021, to: 21 June 2021 }',
  ),
  rag: key(
    z.strictObject({
      previous: key(z.optional(rag()), 'The RAG of the last report.'),
      current: key(rag(), 'The RAG of this report.', 'current: green'),
      reason: key(text(), 'Why the RAG is what it is. Markdown.', 'reason: The plan is on course.'),
      despite: key(
        z.optional(text()),
        'Why the RAG stands although the evidence points elsewhere. Markdown.',
      ),
    }),
    'The RAG status and its reason.',
    'rag: { previous: green, current: green, reason: The plan is on course. }',
  ),
  asks: key(
    z.optional(
      z.array(
        z.strictObject({
          decide: key(z.optional(text()), 'A decision that the board is asked for. Markdown.'),
          support: key(z.optional(text()), 'An action that the board is asked for. Markdown.'),
          note: key(z.optional(text()), 'What the board is asked to note. Markdown.'),
        }),
      ),
    ),
    'What the board is asked for, most important first.',
  ),
  escalations: key(
    z.optional(
      z.array(
        z.strictObject({
          matter: key(text(), 'The urgent matter. Markdown.', 'matter: The launch is late.'),
          action: key(text(), 'The action required. Markdown.', 'action: Agree the new date.'),
        }),
      ),
    ),
    'Urgent matters and the action required.',
  ),
  progress: key(
    text(),
    'Progress in the period. Markdown.',
    'progress: Four agency workers have become permanent.',
  ),
  next: key(text(), 'Activity in the next period. Markdown.', 'next: A draft strategy comes to the board.'),
  commentary: key(z.optional(text()), 'What the figures mean, printed under the workforce table. Markdown.'),
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
});

export type WrittenPaper = z.infer<typeof writtenPaper>;
