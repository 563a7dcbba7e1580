import { describe, expect, it } from 'vitest';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import type { ChangesView } from '../../../src/compare/view.ts';
import { EQUAL, FULL, SEVERAL, SMALL } from '../../support/comparisons.ts';

const ids = (view: ChangesView): string[] => view.sections.map((one) => one.id);

describe('changesView', () => {
  it('says in one sentence that nothing differs, and between what', () => {
    const view = changesView(EQUAL);
    expect(view.summary).toEqual([{ text: 'Nothing differs between Jan 2021 and Feb 2021.', tone: 'quiet' }]);
    expect(view.sections).toEqual([]);
  });

  it('tells sections in the order in which a board asks', () => {
    expect(ids(changesView(FULL))).toEqual([
      'definitions',
      'rag',
      'workforce',
      'why',
      'restated',
      'groups',
      'indicators',
      'targets',
      'milestones',
      'risks',
      'actions',
      'recommendations',
      'resolutions',
      'escalations',
    ]);
  });

  it('repeats the sections of several workstreams, and names each once', () => {
    const view = changesView(SEVERAL);
    expect(ids(view).slice(0, 3)).toEqual(['definitions', 'rag-workforce', 'workforce-workforce']);
    expect(view.sections.flatMap((one) => one.workstream ?? [])).toEqual(['Workforce', 'Performance']);
    expect(new Set(ids(view)).size).toBe(view.sections.length);
  });

  it('has a title and facts', () => {
    const view = changesView(SMALL);
    expect(view.title).toBe('What changed: Jan 2021 to Feb 2021');
    expect(view.facts).toEqual([
      'Luton Council · Children’s Improvement Programme',
      'Jan 2021 → Feb 2021',
      'Workforce: headcount',
    ]);
  });
});
