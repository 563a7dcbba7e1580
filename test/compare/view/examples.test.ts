import { describe, expect, it } from 'vitest';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import { twoMonths } from '../../support/example-comparison.ts';

describe('what the view says of the examples', () => {
  it('Luton, January to February 2021', async () => {
    const { summary, sections } = changesView(await twoMonths('luton', '2021-01', '2021-02'));
    expect(summary.map((one) => one.text)).toEqual([
      'Starters fell from 10 to 0: −10 (−100%).',
      'Vacancies rose from 17 to 24: +7 (+41%).',
      'Starters rate fell from 6.94% to 0.00%: −6.94 pp (−100%).',
      'Agency rate rose from 20.00% to 21.08%: +1.08 pp (+5.4%).',
    ]);
    expect(sections.map((one) => one.id)).toEqual(['workforce', 'why']);
    const bridge = sections[1]?.blocks[0];
    expect(bridge?.kind === 'bridge' && bridge.lines).toEqual([
      'Permanent staff, Jan 2021 to Feb 2021: 144 at the end of Jan 2021 + 0 starters − 1 leavers = 143 expected; there are 146.',
      'Unexplained: +3.',
    ]);
  });

  it('Devon, July 2023 to March 2024: percentage points beside the relative change, as printed too', async () => {
    const { sections } = changesView(await twoMonths('devon', '2023-07', '2024-03'));
    const rows = sections.flatMap((one) =>
      one.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    );
    // 21.5 ÷ 49 = 43.88%, 16.5 ÷ 50 = 33%; the papers print 44% and 33%.
    const share = rows.find((row) => row.cells[1] === '43.9%' && row.cells[2] === '33.0%');
    expect(share?.cells.slice(3)).toEqual(['−10.9 pp', '−25%']);
    expect(share?.notes).toContain('as the papers print it: 44% → 33%, −11 pp, −25%');
    const agency = rows.find((row) => row.cells[1] === '21.5' && row.cells[2] === '16.5');
    expect(agency?.cells).toEqual(['Agency', '21.5', '16.5', '−5.0', '−23%']);
  });
});
