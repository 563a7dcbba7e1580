import { describe, expect, it } from 'vitest';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import type { ChangesView, ViewBlock } from '../../../src/compare/view.ts';
import { twoMonths } from '../../support/example-comparison.ts';

const blocksOf = (view: ChangesView): ViewBlock[] => view.sections.flatMap((section) => section.blocks);

const textsOf = (view: ChangesView): string[] =>
  blocksOf(view).flatMap((block) => (block.kind === 'text' ? [block.text] : []));

describe('what the view says of the examples', () => {
  it('Luton, January to February 2021: what its board looks at first, and why', async () => {
    const view = changesView(await twoMonths('luton', '2021-01', '2021-02'));
    expect(view.summary.map((one) => one.text)).toEqual([
      'Agency rate rose from 20.00% to 21.08%: +1.08 pp (+5.4%).',
      'Permanent social workers rose from 144 to 146: +2 (+1.4%).',
      'Agency social workers rose from 36 to 39: +3 (+8.3%).',
      'Establishment rose from 197 to 209: +12 (+6.1%).',
      'Vacancies rose from 17 to 24: +7 (+41%).',
      'Of the change in permanent staff, +3 is not explained by starters and leavers.',
    ]);
    expect(view.sections.map((one) => one.id)).toEqual(['workforce', 'why']);
    const [bridge, rates, ...more] = view.sections[1]?.blocks ?? [];
    expect(bridge?.kind === 'bridge' && bridge.lines).toEqual([
      'Permanent staff, Jan 2021 to Feb 2021:',
      '144 at the end of Jan 2021 + 0 starters − 1 leaver = 143 expected; 146 were there: +3 unexplained.',
    ]);
    expect(rates?.kind === 'table' && rates.rows[0]).toMatchObject({
      cells: ['Agency rate', '+1.08 pp', '+1.64 pp', '−0.56 pp'],
      notes: [
        'agency social workers 36 → 39; permanent social workers + agency social workers 180 → 185',
        'agency social workers +1.31 pp, permanent social workers −0.23 pp: the denominator counts agency social workers too',
      ],
    });
    expect(more).toEqual([]);
  });

  it('Devon, July 2023 to March 2024: percentage points beside the relative change, as printed too', async () => {
    const view = changesView(await twoMonths('devon', '2023-07', '2024-03'));
    expect(view.summary.map((one) => one.text)).toEqual([
      'Agency rate fell from 53.44% to 48.84%: −4.61 pp (−8.6%).',
      'Permanent rose from 117.7 to 123.1: +5.4 (+4.6%): Management and leadership +6.0, Social workers −0.6.',
      'Establishment rose from 267 to 275: +8 (+3.0%).',
      'Unfilled posts rose from 14.2 to 34.4: +20.2 (+142%).',
    ]);
    const rows = blocksOf(view).flatMap((block) => (block.kind === 'table' ? block.rows : []));
    // 21.5 ÷ 49 = 43.88%, 16.5 ÷ 50 = 33%; the papers print 44% and 33%.
    const share = rows.find((row) => row.cells[1] === '43.9%' && row.cells[2] === '33.0%');
    expect(share?.cells.slice(3)).toEqual(['−10.9 pp', '−25%']);
    expect(share?.notes).toEqual(['as the papers print it: 44% → 33%, −11 pp (−25%)']);
    const agency = rows.find((row) => row.cells[1] === '21.5' && row.cells[2] === '16.5');
    expect(agency?.cells).toEqual(['Agency', '21.5', '16.5', '−5.0', '−23%']);
    // Printed as reckoned.
    expect(agency?.notes).toEqual([]);
  });

  it('Devon: figures that one side lacks, and breakdowns, in a line each', async () => {
    const texts = textsOf(changesView(await twoMonths('devon', '2023-07', '2024-03')));
    expect(texts).toContain('No figure for Mar 2024: New grievances (1 in Jul 2023).');
    expect(texts).toContainEqual(
      expect.stringMatching(/^Only Mar 2024 is broken down by (.+ )?team \(24 figures\)\.$/),
    );
  });
});
