import { describe, expect, it } from 'vitest';
import { selectReports } from '../../src/cli/build-selection.ts';
import type { Dataset } from '../../src/model/dataset.ts';

// Only ids matter here; the rest of a dataset is left to the tests of what reads it.
const meeting = (id: string): unknown => ({ id, date: id });
const dataset = {
  workstreams: [
    { id: 'workforce', meetings: [meeting('2021-02-15'), meeting('2021-04-19')] },
    { id: 'practice', meetings: [meeting('2021-04-19')] },
  ],
} as unknown as Dataset;

function ids(selection: Parameters<typeof selectReports>[1]): string[] {
  return selectReports(dataset, selection).map((one) => `${one.workstream.id} ${one.meeting.id}`);
}

describe('selectReports', () => {
  it.each([
    [{}, ['workforce 2021-04-19', 'practice 2021-04-19']],
    [{ all: true }, ['workforce 2021-02-15', 'workforce 2021-04-19', 'practice 2021-04-19']],
    [{ meeting: '2021-02-15' }, ['workforce 2021-02-15']],
    [{ workstream: 'practice' }, ['practice 2021-04-19']],
  ])('%j', (selection, expected) => {
    expect(ids(selection)).toEqual(expected);
  });

  it('never takes an older meeting for a latest one that cannot be read', () => {
    const [workforce, practice] = dataset.workstreams;
    const unread = (dates: string[]): Dataset =>
      ({ workstreams: [{ ...workforce, unreadable: dates }, practice] }) as unknown as Dataset;
    expect(selectReports(unread(['2021-06-21']), { workstream: 'workforce' })).toEqual([]);
    expect(selectReports(unread(['2021-06-21']), { meeting: '2021-06-21' })).toEqual([]);
    expect(selectReports(unread(['2021-01-11']), { workstream: 'workforce' })).toHaveLength(1);
    expect(selectReports(unread(['2021-06-21']), { meeting: '2021-02-15' })).toHaveLength(1);
  });

  it('names what there is where nothing fits', () => {
    expect(() => ids({ meeting: '2021-03-01' })).toThrow('there is no meeting 2021-03-01');
    expect(() => ids({ workstream: 'work-force' })).toThrow('there is no workstream work-force');
    expect(() => selectReports({ ...dataset, workstreams: [] }, {})).toThrow('no meeting to report to');
  });
});
