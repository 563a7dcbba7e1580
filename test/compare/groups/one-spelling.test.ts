import { describe, expect, it } from 'vitest';
import { compareSides } from '../../../src/compare/compare.ts';
import { PARTS, type Form } from '../../../src/compare/comparison.ts';
import { inOneSpelling } from '../../../src/compare/groups/one-spelling.ts';
import type { ComparedSide } from '../../../src/compare/side.ts';
import type { Dataset, IndicatorLimit, Observation } from '../../../src/model/dataset.ts';
import { exact } from '../../../src/model/exact.ts';
import { indicator } from '../../support/board.ts';
import { month, place, table, target } from '../../support/dataset.ts';
import { papers, pairOf, repo, withFigures } from '../settings/sides.ts';

const FEB = month('2021-02');

function team(name: string, agency = 5): Observation[] {
  const rows = [
    ['agency', agency],
    ['permanent', 20],
  ];
  return table([FEB], rows, { group: { team: name } });
}

/** A data repo that names a team in its figures, a target, a level, a table and a chart. */
function naming(name: string): Dataset {
  const of = { team: name };
  const limits: readonly IndicatorLimit[] = [
    { kind: 'target', direction: 'lower', value: exact(4), notation: 'plain', of, at: place(3) },
  ];
  return repo(
    { targets: [target({ of })], indicators: [indicator('visits', { limits })] },
    {
      observations: [...team(name), ...team('Court')],
      indicators: table([FEB], [['visits', 7]], { group: of }),
    },
  );
}

function compared(before: Dataset, after: Dataset, form: Form = 'folders') {
  const [first, second] = [before, after].map((dataset): ComparedSide => ({
    dataset,
    ref: { label: '', asked: '' },
    papers: [papers(dataset)],
  }));
  return compareSides(first!, second!, { form, version: '0', parts: PARTS });
}

describe('a member that each side spells otherwise', () => {
  it.each([
    'children & FAMILIES',
    'Children and Families',
    'Children  and  families',
    'Children and Families:',
  ])('is no difference where the one writes %s', (name) => {
    for (const form of ['folders', 'files'] as const) {
      const comparison = compared(naming('Children & Families'), naming(name), form);
      expect(comparison.differs).toBe(false);
      expect(comparison.settings).toEqual([]);
      expect(comparison.workstreams[0]).toMatchObject({ settings: [], cells: [], groups: [], restated: [] });
    }
  });

  it('is told in the spelling of the second side where it differs', () => {
    const { workstreams } = compared(withFigures(team('DUTY')), withFigures(team('Duty', 7)));
    expect(workstreams[0]?.groups).toEqual([]);
    expect(workstreams[0]?.cells).toMatchObject([
      { group: { team: 'Duty' }, before: { text: '5', at: { line: 2 } }, after: { text: '7' } },
    ]);
  });

  it('is another one where a side has both, or another dimension', () => {
    const both = withFigures([...team('Duty'), ...team('DUTY', 6)]);
    const { workstreams } = compared(both, withFigures(team('Duty')));
    expect(workstreams[0]?.groups).toMatchObject([{ kind: 'gone', name: 'DUTY' }]);
    const role = table([FEB], [['agency', 5]], { group: { role: 'DUTY' } });
    expect(compared(withFigures(role), withFigures(team('Duty'))).workstreams[0]?.cells[0]?.group).toEqual({
      role: 'DUTY',
    });
  });

  it('leaves sides that spell alike as they are', () => {
    const pair = pairOf(withFigures(team('Duty')), withFigures([...team('Duty'), ...team('Court')]));
    expect(inOneSpelling(pair)).toBe(pair);
  });
});
