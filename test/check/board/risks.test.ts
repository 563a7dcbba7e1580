import { describe, expect, it } from 'vitest';
import type { PaperContext } from '../../../src/papers/context.ts';
import type { Programme, Risk } from '../../../src/model/dataset.ts';
import { LIST_RULES, codesAndMessages, context, meeting, period, risk } from '../../support/board.ts';

const managed = { owner: 'Service Director', mitigationDate: period('2021-06') };

function seen(risks: readonly Risk[], before?: readonly Risk[], asOf = '2021-04-19') {
  const earlier = before ? [meeting('2021-02-15', { risks: before })] : [];
  return context([...earlier, meeting('2021-04-19', { risks })], { asOf });
}

function found(...args: Parameters<typeof seen>) {
  return codesAndMessages(LIST_RULES, seen(...args));
}

describe('risk rules', () => {
  it("find Luton's two swapped risks, and that their stated scores agree once exchanged", () => {
    const risks = ['WFR6', 'WFR7'].map((reference) =>
      risk(reference, 'Significant', 'Low', { open: false, statedScore: '3' }),
    );
    const findings = LIST_RULES.flatMap((rule) => rule.check(seen(risks)));
    expect(findings.map((one) => one.code)).toEqual(['W303', 'W303']);
    expect(findings[0]).toMatchObject({
      message: 'WFR6: likelihood "Significant" and impact "Low" are the wrong way round',
      at: { column: 10 },
      related: [{ column: 20 }],
      why:
        '"Significant" is a level of impact and "Low" one of likelihood · exchanged, Low × Significant scores ' +
        '3 (Green) · the stated score 3 agrees with that',
    });
  });

  it('say so where the stated score does not agree even when exchanged', () => {
    const [swapped] = LIST_RULES.flatMap((rule) =>
      rule.check(seen([risk('WFR6', 'Significant', 'Low', { open: false, statedScore: '5' })])),
    );
    expect(swapped?.why).toContain('the stated score 5 does not agree with that');
  });

  it('find nothing in risks that are scored and managed', () => {
    expect(
      found([
        risk('WFR1', 'Medium', 'Significant', { statedScore: '5', statedRating: 'amber' }),
        risk('WFR2', 'High', 'Critical', { statedScore: '9', statedRating: 'RED', ...managed }),
      ]),
    ).toEqual([]);
  });

  it('name each unknown level at its own cell, with the levels and the one that was meant', () => {
    const findings = LIST_RULES.flatMap((rule) => rule.check(seen([risk('WFR1', 'Mediun', 'Terrible')])));
    expect(findings).toMatchObject([
      {
        code: 'E301',
        severity: 'error',
        message: 'WFR1: likelihood "Mediun" is no level of the matrix',
        why: 'the levels of likelihood are Low, Medium and High',
        help: 'did you mean "Medium"?',
        at: { column: 10 },
      },
      {
        code: 'E301',
        message: 'WFR1: impact "Terrible" is no level of the matrix',
        help: 'use a level of the matrix in cip-report.yaml, or add the level there',
        at: { column: 20 },
      },
    ]);
  });

  it('find a stated score and rating that are not the matrix’s', () => {
    expect(found([risk('WFR1', 'Medium', 'Significant', { statedScore: '6', statedRating: 'Red' })])).toEqual(
      [
        "W302 WFR1: the stated score 6 is not the matrix's 5",
        "W304 WFR1: the stated rating Red is not the matrix's Amber",
      ],
    );
  });

  it('find a red risk that nobody manages, also where its levels are exchanged', () => {
    expect(found([risk('WFR1', 'High', 'Critical', { mitigation: ' ' })])).toEqual([
      'W305 WFR1 is rated Red and has no mitigation, no owner and no date for mitigation',
    ]);
    expect(found([risk('WFR1', 'High', 'Critical', { ...managed, owner: '' })])).toEqual([
      'W305 WFR1 is rated Red and has no owner',
    ]);
    expect(found([risk('WFR1', 'Critical', 'High', managed)])).toEqual([
      'W303 WFR1: likelihood "Critical" and impact "High" are the wrong way round',
    ]);
    expect(found([risk('WFR1', 'Critical', 'High')])).toContain(
      'W305 WFR1 is rated Red and has no owner and no date for mitigation',
    );
    expect(found([risk('WFR1', 'High', 'Critical', { open: false })])).toEqual([]);
  });

  it('ask of a red risk for what is lacking alone, at its reference', () => {
    const papers = seen([risk('WFR1', 'High', 'Critical', { ...managed, owner: '' })]);
    expect(LIST_RULES.flatMap((one) => one.check(papers))).toMatchObject([
      { code: 'W305', help: 'say in the risk log who sees to it, by role' },
    ]);
  });

  it('find a date for mitigation that has passed only after its last day, and only of an open risk', () => {
    const due = { mitigationDate: period('2021-06') };
    expect(found([risk('WFR1', 'Low', 'Critical', due)], undefined, '2021-06-30')).toEqual([]);
    expect(found([risk('WFR1', 'Low', 'Critical', due)], undefined, '2021-07-01')).toEqual([
      'W306 WFR1 is open, but its date for mitigation, June 2021, has passed',
    ]);
    expect(
      found([risk('WFR1', 'Low', 'Critical', { ...due, open: false })], undefined, '2021-07-01'),
    ).toEqual([]);
  });

  it('find an open risk that was dropped from the log', () => {
    const before = [
      risk('WFR1', 'Low', 'Critical'),
      risk('WFR2', 'Low', 'Critical'),
      risk('WFR3', 'Low', 'Critical', { open: false }),
    ];
    expect(found([risk('wfr1', 'Low', 'Critical')], before)).toEqual([
      'W308 WFR2 was open on 15 February 2021 and is no longer in the risk log',
    ]);
  });

  it('need a matrix where there are risks', () => {
    const without = (risks: readonly Risk[]): PaperContext => {
      const programme: { -readonly [K in keyof Programme]: Programme[K] } = { ...seen(risks).programme };
      delete programme.matrix;
      return { ...seen(risks), programme };
    };
    expect(codesAndMessages(LIST_RULES, without([risk('A', 'Low', 'Low'), risk('B', 'x', 'y')]))).toEqual([
      'E307 there is no matrix to score 2 risks with',
    ]);
    expect(codesAndMessages(LIST_RULES, without([]))).toEqual([]);
  });
});
