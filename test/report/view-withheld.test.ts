import { describe, expect, it } from 'vitest';
import type { Figure, Report } from '../../src/report/report.ts';
import { headlineFigures, headlineViews } from '../../src/report/view-headlines.ts';
import { noteViews } from '../../src/report/view-marks.ts';
import { LUTON } from '../support/luton-report.ts';

const [first] = headlineFigures(LUTON);

/** Luton's papers where the source does not give the first headline. */
function withheld(over: Partial<Figure>): Report {
  const { change, ...figure } = first!;
  expect(change).toBeDefined();
  return { ...LUTON, figures: { ...LUTON.figures, [first!.id]: { ...figure, ...over } } };
}

const CONFIDENTIAL = withheld({ text: 'c', result: { kind: 'marker', marker: 'c' } });

function cardOf(report: Report) {
  return headlineViews(report, headlineFigures(report))[0];
}

describe('a headline that its source withholds', () => {
  it('says why, and the last figure that is known', () => {
    const before = LUTON.workforce.series
      .find(({ metric }) => metric === first!.metric)!
      .figures.map((id) => LUTON.figures[id]!)
      .filter(({ result, period }) => result.kind === 'number' && period.end < first!.period.end)
      .at(-1)!;
    expect(cardOf(CONFIDENTIAL)).toMatchObject({
      text: 'c',
      change: null,
      noChange: `Confidential; last ${before.text}, ${before.period.label}`,
    });
  });

  it('says why where nothing is known before it', () => {
    const series = LUTON.workforce.series.map((one) => ({
      ...one,
      figures: one.figures.filter((id) => id === first!.id),
    }));
    const report = { ...CONFIDENTIAL, workforce: { ...LUTON.workforce, series } };
    expect(cardOf(report)?.noChange).toBe('Confidential');
  });
});

describe('the notes to figures', () => {
  it('say what the markers in the tables stand for, each once', () => {
    const marks = (report: Report) => noteViews(report).map(({ mark, text }) => [mark, text.markdown]);
    expect(marks(CONFIDENTIAL)).toEqual([...marks(LUTON), ['c', 'Confidential.']]);
    const fewer = withheld({ text: '<5', result: { kind: 'marker', marker: 'fewer_than', bound: 5 } });
    expect(marks(fewer)).toEqual(marks(LUTON));
  });

  it('leave a marker to a note of the council that has its letter', () => {
    const [note] = LUTON.notes;
    const report = { ...CONFIDENTIAL, notes: [{ ...note!, mark: 'c', markdown: 'Fewer than six.' }] };
    expect(noteViews(report).filter(({ mark }) => mark === 'c')).toHaveLength(1);
  });
});
