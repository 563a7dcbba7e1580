import { expect, it } from 'vitest';
import { buildPack, type Pack } from '../../src/report/pack.ts';
import { packRoom } from '../../src/report/pack-room.ts';
import { packSummary } from '../../src/report/pack-summary.ts';
import { packTimeLine } from '../../src/report/pack-time-line.ts';
import { largePack, PACKED } from '../support/packed-reports.ts';

const pack = buildPack(PACKED);
const open = PACKED.flatMap((one) => one.milestones.filter(({ state }) => state !== 'complete'));

it('has the open milestones of every workstream on one line of time, each with its workstream', () => {
  const line = packTimeLine(pack, 6)!;
  expect(open.length).toBeGreaterThan(1);
  expect(line.items).toHaveLength(open.length);
  for (const { title, openMilestones } of pack.workstreams)
    for (const { milestone } of openMilestones) {
      expect(line.items.map(({ name }) => name)).toContain(`${title}: ${milestone}`);
      expect(line.description).toContain(`${title}: ${milestone}: `);
    }
  expect(line.title).toMatch(new RegExp(`^${open.length} open milestones: `));
});

it('is left out where no milestone is open, and where there is no room', () => {
  const workstreams = pack.workstreams.map((one) => ({ ...one, openMilestones: [] }));
  expect(packTimeLine({ ...pack, workstreams }, 6)).toBeNull();
  expect(packTimeLine(pack, 0)).toBeNull();
  expect(packRoom(largePack(12).pack).timeLine).toBe(0);
});

it('marks the latest date as of which states hold', () => {
  const latest = pack.workstreams
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  expect(packTimeLine(pack, 6)?.marker.date).toBe(latest);
  const later: Pack = {
    ...pack,
    workstreams: pack.workstreams.map((one) => ({ ...one, asOf: '2021-06-01' })),
  };
  expect(packTimeLine(later, 6)?.marker).toEqual({ date: '2021-06-01', label: 'As of 1 Jun' });
});

it('says the period once a workstream, and what a figure is held to while there is room', () => {
  const [luton] = packSummary(buildPack(PACKED.slice(0, 1)), 'summary', () => '#').rows;
  expect(luton?.period).toBe('February 2021, headcount');
  expect(luton?.headlines[0]).toMatchObject({
    period: '',
    aim: expect.stringMatching(/^Target /) as unknown,
  });
  const crowded = packSummary(largePack(12).pack, 'summary', () => '#').rows;
  for (const { period, headlines } of crowded) expect([period, headlines]).toEqual(['', []]);
});
