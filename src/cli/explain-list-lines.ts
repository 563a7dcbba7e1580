import type { Answer } from '../explain/explain.ts';
import type { Explainable } from '../explain/explanation.ts';
import { formatList } from '../model/format.ts';
import { papersText, part } from './explain-parts.ts';
import type { Line } from './output.ts';
import { labelled } from './wrapped.ts';

/** Returns what can be explained of the papers, as lines of text. */
export function explainableLines(lists: readonly Explainable[], width: number): Line[] {
  const papers = lists.flatMap(({ papers, groups }, index): Line[] => [
    ...(index > 0 ? [''] : []),
    [{ text: `What can be explained: ${papersText(papers)}`, look: 'strong' }],
    ...groups.flatMap(({ title, items }) =>
      part(
        title,
        items.flatMap(({ id, text }) => labelled(id, text, COLUMN, { width, indent: 2 })),
      ),
    ),
  ]);
  return [
    ...papers,
    ...part('And', [
      ...labelled('agency_rate@2021-02', 'a figure of a period', COLUMN, { width, indent: 2 }),
      ...labelled('agency[team=Assessment]', 'a figure of a group', COLUMN, { width, indent: 2 }),
      ...labelled('W104, stated-figure', 'a code, or the name of a rule (docs/findings.md)', COLUMN, {
        width,
        indent: 2,
      }),
    ]),
  ];
}

const COLUMN = 26;

/** Returns why a name could not be explained, and what may have been meant. */
export function refusalLines(asked: string, found: Exclude<Answer, { kind: 'explained' }>): Line[] {
  const [message, help] =
    found.kind === 'unknown'
      ? [found.message, found.help]
      : [
          `${asked} is in the papers of several workstreams`,
          `add --workstream ${formatList(
            found.choices.map(({ workstream }) => workstream.id),
            'or',
          )}`,
        ];
  return [
    [
      { text: 'error', look: 'error' },
      { text: ` ${message}`, look: 'strong' },
    ],
    ...(help === undefined ? [] : [[{ text: '  help: ', look: 'good' as const }, { text: help }]]),
  ];
}
