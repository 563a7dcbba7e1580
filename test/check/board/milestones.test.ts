import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../../src/model/dataset.ts';
import { LIST_RULES, codesAndMessages, context, meeting, milestone, period } from '../../support/board.ts';
import { expectInProportion } from '../../support/growth.ts';

function found(milestones: readonly Milestone[], asOf = '2021-04-19') {
  return codesAndMessages(LIST_RULES, context([meeting('2021-04-19', { milestones })], { asOf }));
}

describe('milestone rules', () => {
  it('find a milestone overdue only after its last day', () => {
    expect(found([milestone('2021-03')])).toEqual([
      'W201 Strategy: "Strategy launched" is overdue by 19 days',
    ]);
    expect(found([milestone('2021-03')], '2021-03-31')).toEqual([]);
    expect(found([milestone('2021-03')], '2021-04-01')).toHaveLength(1);
  });

  it('judge a revised milestone by its revised date, and point at that', () => {
    const slipped = milestone('2021-03', { revised: period('2021-summer'), comment: 'It is complex.' });
    expect(found([slipped])).toEqual([]);
    const seen = context([meeting('2021-04-19', { milestones: [slipped] })], { asOf: '2021-09-01' });
    const [overdue] = LIST_RULES.flatMap((rule) => rule.check(seen));
    expect(overdue).toMatchObject({
      code: 'W201',
      at: { column: 20 },
      why: 'revised to Summer 2021, so by 31 August 2021 · judged as of 1 September 2021',
    });
  });

  it('name the last day of a period, but a day only once', () => {
    const whyOf = (due: string) =>
      LIST_RULES.flatMap((rule) =>
        rule.check(
          context([meeting('2021-04-19', { milestones: [milestone(due)] })], { asOf: '2021-04-19' }),
        ),
      ).map((one) => one.why);
    expect(whyOf('2021-03')).toEqual(['due March 2021, so by 31 March 2021 · judged as of 19 April 2021']);
    expect(whyOf('2021-03-30')).toEqual(['due 30 March 2021 · judged as of 19 April 2021']);
  });

  it('find a revised date before the date due', () => {
    expect(found([milestone('2021-12', { revised: period('2021-10') })])).toEqual([
      'W202 Strategy: "Strategy launched" is due December 2021 but revised to the earlier October 2021',
    ]);
    expect(found([milestone('2021-12', { revised: period('2021-12') })])).toEqual([]);
  });

  it('note complete milestones without an actual date once', () => {
    const six = Array.from({ length: 6 }, () => milestone('2020-06', { complete: true }));
    expect(found([...six, milestone('2020-06', { complete: true, actual: period('2020-06') })])).toEqual([
      'N203 6 of 7 complete milestones have no actual date',
    ]);
  });

  it('find an actual date that is still ahead, or of a milestone that is not complete', () => {
    const ahead = milestone('2021-06', { complete: true, actual: period('2021-06') });
    expect(found([ahead])).toEqual([
      'W204 Strategy: "Strategy launched" has the actual date June 2021, still ahead',
    ]);
    const thisMonth = milestone('2021-06', { complete: true, actual: period('2021-04') });
    expect(found([thisMonth])).toEqual([]);
    expect(found([milestone('2021-06', { actual: period('2021-03') })])).toEqual([
      'W205 Strategy: "Strategy launched" has the actual date March 2021 but is not complete',
    ]);
  });

  it('find steps out of order among very many in the time of reading them', async () => {
    await expectInProportion((milestones) => {
      const some = Array.from({ length: milestones }, (_, index) =>
        milestone('2021-06', {
          reference: `M${index}`,
          milestone: `Phase ${(index % 2) + 1} of the work on ${Math.floor(index / 2)}`,
        }),
      );
      const late = milestone('2021-05', { reference: 'M60001', milestone: 'Phase 2 of the work on 7' });
      expect(found([...some, late])).toEqual([
        'W219 M60001: "Phase 2 of the work on 7" is due May 2021, before M14: "Phase 1 of the work on 7", due June 2021',
      ]);
    }, 1000);
  }, 120_000);

  it('tell once of a milestone that is complete before several', () => {
    const listed = ['2021-05', '2021-06'].map((due) => milestone(due, { milestone: `Due ${due}` }));
    const done = milestone('2021-07', { milestone: 'Evaluated', complete: true, actual: period('2021-04') });
    expect(found([...listed, done])).toEqual([
      'W219 Strategy: "Evaluated" is complete, and Strategy: "Due 2021-05" is not',
    ]);
  });
});
