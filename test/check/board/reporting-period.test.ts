import { describe, expect, it } from 'vitest';
import { REPORTING_PERIOD_RULES } from '../../../src/check/board/reporting-period.ts';
import type { DateSpan, Paper } from '../../../src/model/dataset.ts';
import { codesAndMessages, context, meeting } from '../../support/board.ts';
import { date, paper } from '../../support/dataset.ts';

const span = (from: string, to: string): DateSpan => ({ from: date(from), to: date(to) });

function withoutPeriod(): Paper {
  const { draft, asks, escalations, sections, questions, answers, notes, appendices, movements } = paper();
  return { draft, asks, escalations, sections, questions, answers, notes, appendices, movements };
}

function found(before: DateSpan | undefined, now: DateSpan) {
  const papers = [
    meeting('2021-03-08', { paper: before ? paper({ period: before }) : withoutPeriod() }),
    meeting('2021-04-19', { paper: paper({ period: now }) }),
  ];
  return codesAndMessages(REPORTING_PERIOD_RULES, context(papers));
}

describe('the reporting period', () => {
  it('is not that of the last papers, nor earlier', () => {
    const february = span('2021-02-01', '2021-02-28');
    expect(found(february, february)).toEqual([
      'W225 the reporting period is that of the last papers, those of 8 March 2021',
    ]);
    expect(found(february, span('2020-03-01', '2020-03-31'))).toEqual([
      "W225 the reporting period ends on 31 March 2020, no later than the last papers' own",
    ]);
  });

  it('may end before the last meeting where the last one ended earlier still', () => {
    expect(found(span('2021-01-01', '2021-01-31'), span('2021-02-01', '2021-02-28'))).toEqual([]);
  });

  it('goes beyond the last meeting where the last papers name none', () => {
    expect(found(undefined, span('2021-02-01', '2021-03-08'))).toEqual([
      'W225 the reporting period ends on 8 March 2021, no later than the last meeting',
    ]);
    expect(found(undefined, span('2021-02-01', '2021-03-09'))).toEqual([]);
  });

  it('is of the time of the meeting, as the next one is', () => {
    const told = (period: DateSpan, nextPeriod = span('2026-12-14', '2027-02-08')) => {
      const now = paper({ period, nextPeriod });
      const papers = context([meeting('2026-12-14', { paper: now })]);
      return REPORTING_PERIOD_RULES.flatMap((one) => one.check(papers)).map(({ message, why }) => [
        message,
        why,
      ]);
    };
    const next = span('2021-04-19', '2021-06-21');
    expect(told(span('2021-02-15', '2021-04-19'), next)).toEqual([
      [
        'the reporting period ended 2,065 days before the meeting',
        '15 February 2021 to 19 April 2021; the meeting is on 14 December 2026 · ' +
          'the next period ended on 21 June 2021, before the meeting',
      ],
    ]);
    expect(told(span('2026-12-15', '2027-01-31'))).toEqual([
      [
        'the reporting period begins after the meeting',
        '15 December 2026 to 31 January 2027; the meeting is on 14 December 2026',
      ],
    ]);
    expect(told(span('2026-10-12', '2026-12-14'), next)).toEqual([
      [
        'the next period ended on 21 June 2021, before the meeting',
        '19 April 2021 to 21 June 2021; the meeting is on 14 December 2026',
      ],
    ]);
    expect(told(span('2026-10-12', '2026-12-14'))).toEqual([]);
  });
});
