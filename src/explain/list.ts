import { groupText } from '../metrics/book.ts';
import { evaluationText, groupWords } from '../metrics/wording.ts';
import type { Evaluation } from '../metrics/evaluate.ts';
import { formatPeriod } from '../model/format.ts';
import { groupsBehind, latestKnown } from '../papers/known-figures.ts';
import { CITABLE } from '../papers/resolve.ts';
import { figureSubject, RAG_SUBJECT, subjectOf } from '../papers/subject.ts';
import type { Explainable, ListKind } from './explanation.ts';
import { entriesOf } from './lists.ts';
import { papersRef, type Papers } from './papers.ts';

type Group = Explainable['groups'][number];
type Item = Group['items'][number];

const TITLES: readonly (readonly [ListKind, string])[] = [
  ['risk', 'Risks'],
  ['milestone', 'Milestones'],
  ['action', 'Actions'],
  ['recommendation', 'Recommendations'],
  ['resolution', 'Resolutions'],
  ['target', 'Targets'],
];

/** Returns everything of the papers that has a name: figures by their latest value, the RAG, entries of lists, counts. */
export function explainable(papers: Papers): Explainable {
  const { context } = papers;
  const entries = entriesOf(papers);
  const listed = TITLES.map(([kind, title]) => ({
    title,
    items: entries
      .filter((one) => one.kind === kind)
      .map((one) => ({ id: subjectOf(kind, one.reference), text: withState(one.title, one.state()) })),
  }));
  const { rag } = context.meeting.paper;
  const groups: Group[] = [
    { title: 'Figures', items: figureItems(papers) },
    { title: 'The RAG', items: rag ? [{ id: RAG_SUBJECT, text: rag.current }] : [] },
    ...listed,
    {
      title: 'Counts',
      items: Object.entries(CITABLE).flatMap(([id, { is, textOf }]): Item[] => {
        const text = textOf(context);
        return text === undefined ? [] : [{ id, text: withState(is, text) }];
      }),
    },
  ];
  return { papers: papersRef(papers), groups: groups.filter(({ items }) => items.length > 0) };
}

/** Each figure once, by the latest value of the whole, or else of the first group that has one. */
function figureItems({ context }: Papers): Item[] {
  const { figures, workstream } = context;
  const { basis } = workstream;
  return [...figures.registry.kinds.values()].flatMap(({ id, label }): Item[] => {
    const groups = groupsBehind(figures, { id, basis });
    const known = groups.flatMap((group) => {
      const latest = latestKnown(context, { id, group, basis });
      return latest ? [latest] : [];
    });
    const [first, ...others] = known;
    if (first === undefined) return [];
    const more = others.length > 0 ? `, and of ${String(others.length)} groups` : '';
    return [
      {
        id: nameOf(first, figureSubject(first.key, context)),
        text: `${label}: ${valueText(first, figures.registry)}${more}`,
      },
    ];
  });
}

/** The whole is named by its id alone, whose figure without a period is the latest. */
function nameOf({ key }: Evaluation, subject: string): string {
  return groupText(key.group) === '' ? key.id : subject;
}

function valueText(evaluation: Evaluation, registry: Parameters<typeof evaluationText>[1]): string {
  const { key } = evaluation;
  const of = groupText(key.group) === '' ? '' : ` (${groupWords(key.group)})`;
  return `${evaluationText(evaluation, registry)}, ${formatPeriod(key.period)}${of}`;
}

function withState(title: string, state: string): string {
  return state === '' ? title : `${title}: ${state}`;
}
