import { describe, expect, it } from 'vitest';
import { WITHHELD_CITATION_RULES } from '../../../src/check/board/withheld-citations.ts';
import type { Observation } from '../../../src/model/dataset.ts';
import { context, meeting, place, sourced } from '../../support/board.ts';
import { month, paper, table } from '../../support/dataset.ts';

const JAN = month('2021-01');
const FEB = month('2021-02');

const team = (name: string, january: string, february: string): Observation[] => [
  ...table([JAN, FEB], [['agency', january, february]], { group: { team: name } }),
  ...table([JAN, FEB], [['permanent', '30', '30']], { group: { team: name } }),
];

function found(text: string, observations: readonly Observation[]) {
  const progress = { ...sourced(text, place(7, 3)), lines: [{ offset: 0, line: 7, column: 3 }] };
  const papers = context([meeting('2021-04-19', { paper: paper({ progress }), observations })]);
  return WITHHELD_CITATION_RULES.flatMap((one) => one.check(papers));
}

describe('a citation of what is withheld', () => {
  it('is told at its place, with the cells that withhold it and an earlier figure', () => {
    const [first, ...others] = found('The agency rate is {{agency_rate}}.', [
      ...team('Duty', '10', 'c'),
      ...team('Care', '10', '<5'),
    ]);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      code: 'W432',
      message: '{{agency_rate}} prints c where the text says a figure',
      at: { file: 'workforce/2021-04-19/report.yaml', line: 7, column: 22, length: 15 },
      why: 'agency of team Duty for Feb 2021 is c in the data · agency of team Care for Feb 2021 is <5 in the data',
      help: 'write the sentence so that it holds without the figure, or cite an earlier one: {{agency_rate@2021-01}} prints 25.00%, of January 2021',
    });
  });

  it('is told without an earlier figure where there is none', () => {
    const [first] = found('{{agency[team=Duty]}}', team('Duty', 'x', 'x'));
    expect(first?.help).toBe('write the sentence so that it holds without the figure');
  });

  it('names the cells that hide a sum, and none that adds nothing to it', () => {
    const observations = [...team('Duty', '1', 'u'), ...team('Care', '1', 'z')];
    expect(found('{{agency}}', observations).map(({ why }) => why)).toEqual([
      'agency of team Duty for Feb 2021 is u in the data',
    ]);
  });
});
