import type {
  CodeExplanation,
  CountedItem,
  CountExplanation,
  EntryExplanation,
  Explanation,
  RagExplanation,
} from '../explain/explanation.ts';
import { placesNamed } from '../explain/places.ts';
import { figureLines } from './explain-figure-lines.ts';
import {
  COLUMN,
  factLines,
  findingLines,
  findingsParts,
  papersText,
  part,
  placeLines,
  titleLines,
  type ExplainPrinting,
} from './explain-parts.ts';
import type { Line } from './output.ts';
import { labelled, wrapped } from './wrapped.ts';

/** Returns explanations as lines of text, and under them the commits that their places name. */
export function explanationsLines(explanations: readonly Explanation[], printing: ExplainPrinting): Line[] {
  const lines = explanations.flatMap((one, index) => [
    ...(index > 0 ? [''] : []),
    ...explanationLines(one, printing),
  ]);
  return [...lines, ...part('Commits', commitLines(explanations, printing))];
}

function commitLines(explanations: readonly Explanation[], { history, width }: ExplainPrinting): Line[] {
  if (history.kind === 'none') return [];
  const commits = placesNamed(explanations).flatMap(({ file, line }) => {
    const commit = history.of(file, line);
    return commit === undefined || commit === 'uncommitted' ? [] : [commit];
  });
  const once = [...new Map(commits.map((one) => [one.hash, one])).values()];
  return once.flatMap(({ hash, date, subject }) =>
    labelled(`${hash} ${date}`, subject, COLUMN, { width, indent: 2 }),
  );
}

function explanationLines(one: Explanation, printing: ExplainPrinting): Line[] {
  switch (one.kind) {
    case 'figure':
      return figureLines(one, printing);
    case 'rag':
      return ragLines(one, printing);
    case 'count':
      return countLines(one, printing);
    case 'code':
      return codeLines(one, printing);
    case 'risk':
    case 'milestone':
    case 'action':
    case 'recommendation':
    case 'resolution':
    case 'target':
    case 'subject':
      return entryLines(one, printing);
  }
}

function entryLines(one: EntryExplanation, printing: ExplainPrinting): Line[] {
  const { width } = printing;
  return [
    ...titleLines(one.title, '', `${one.id} · ${papersText(one.papers)}`, printing),
    ...(one.at ? placeLines(one.at, 0, printing) : []),
    ...part('How it stands', [
      ...(one.state === '' ? [] : wrapped(one.state, { width, indent: 2, look: 'strong' })),
      ...one.because.flatMap((text) => wrapped(text, { width, indent: 2, hanging: 4 })),
    ]),
    ...part('What is written', factLines(one.facts, printing)),
    ...findingsParts(one.findings, printing),
  ];
}

function ragLines(one: RagExplanation, printing: ExplainPrinting): Line[] {
  const { width } = printing;
  const line = (text: string): Line[] => wrapped(text, { width, indent: 2, hanging: 4 });
  const agrees = one.agrees ? 'which agrees' : 'which does not agree';
  return [
    ...titleLines(one.title, one.stated.rag, `${one.id} · ${papersText(one.papers)}`, printing),
    ...placeLines(one.stated.at, 0, printing),
    ...part('How it stands', [
      ...line(`the evidence points to ${one.indicated}, ${agrees}: ${one.when}`),
      ...(one.previous ? line(`previous, as these papers give it: ${one.previous}`) : []),
      ...(one.lastReported ? line(`as the papers before reported it: ${one.lastReported}`) : []),
    ]),
    ...part('What is written', factLines([one.reason, ...(one.despite ? [one.despite] : [])], printing)),
    ...part(
      'Evidence',
      one.evidence.flatMap(({ text, kind }) => labelled(kind, text, COLUMN, { width, indent: 2 })),
    ),
    ...part(
      'What was counted',
      one.counted.flatMap((item) => itemLines(item, printing)),
    ),
    ...findingsParts(one.findings, printing),
  ];
}

function countLines(one: CountExplanation, printing: ExplainPrinting): Line[] {
  return [
    ...titleLines(one.is, one.value, `${one.id} · ${papersText(one.papers)}`, printing),
    ...part(
      'What was counted',
      one.counted.flatMap((item) => itemLines(item, printing)),
    ),
    ...findingsParts(one.findings, printing),
  ];
}

function itemLines({ id, text, state, at }: CountedItem, printing: ExplainPrinting): Line[] {
  const { width } = printing;
  const words = state === undefined ? text : `${text}: ${state}`;
  return [
    ...wrapped(id, { width, indent: 2 }),
    ...wrapped(words, { width, indent: 4 }),
    ...(at ? placeLines(at, 4, printing) : []),
  ];
}

function codeLines(one: CodeExplanation, printing: ExplainPrinting): Line[] {
  const { width } = printing;
  const { severity } = one;
  const configured = severity.configured === undefined ? '' : `; ${severity.configured} by the configuration`;
  return [
    ...titleLines(`${one.id} ${one.rule}`, one.title, '', printing),
    ...part('What it means', [
      ...factLines(
        [
          {
            label: 'severity',
            text: `${severity.default}${configured}`,
            ...(severity.at && { at: severity.at }),
          },
          { label: 'example', text: one.example },
          { label: 'help', text: one.help },
        ],
        printing,
      ),
    ]),
    ...part(
      'Accepted',
      factLines(
        one.accepted.map(({ of, reason, by, at }) => ({ label: of, text: `${reason} (${by})`, at })),
        printing,
      ),
    ),
    ...part(
      'Found',
      one.found.length === 0
        ? wrapped(one.searched ? 'nothing in these papers' : 'there are no papers here to look in', {
            width,
            indent: 2,
          })
        : one.found.flatMap(({ papers, finding }) => [
            ...findingLines(finding, printing),
            ...(papers ? wrapped(papersText(papers), { width, indent: 4, look: 'quiet' }) : []),
          ]),
    ),
  ];
}
