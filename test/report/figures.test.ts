import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createContext } from '../../src/papers/context.ts';
import type { Dataset, Observation, Workstream } from '../../src/model/dataset.ts';
import { exact } from '../../src/model/exact.ts';
import { createFigureSet, type FigureSet } from '../../src/report/figures.ts';
import { formatSigned } from '../../src/report/format.ts';
import { lutonDataset, LUTON_PERIODS, meeting, month, table, workstream } from '../support/dataset.ts';

const [, JAN, FEB] = LUTON_PERIODS as [
  ReturnType<typeof month>,
  ReturnType<typeof month>,
  ReturnType<typeof month>,
];

function figuresOf(dataset: Dataset): FigureSet {
  const stream = dataset.workstreams[0]!;
  return createFigureSet(createContext(dataset, { workstream: stream, meeting: stream.meetings.at(-1)! }));
}

function figuresFrom(observations: Observation[], change: Partial<Workstream> = {}): FigureSet {
  const stream = workstream({ meetings: [meeting({ observations })], ...change });
  return figuresOf({ ...lutonDataset(), workstreams: [stream] });
}

describe("Luton's figures", () => {
  const figures = figuresOf(lutonDataset());

  it('carry their lineage: computed', () => {
    expect(figures.figure('agency_rate', FEB)).toMatchObject({
      id: 'agency_rate@2021-02',
      label: 'Agency rate',
      unit: 'share',
      places: 2,
      result: { kind: 'number', decimal: '0.210810810811', exact: false },
      text: '21.08%',
      source: 'computed',
      formula: 'agency ÷ (permanent + agency)',
      inputs: [
        { metric: 'agency', text: '39', at: { line: 8 } },
        { metric: 'permanent', text: '146', at: { line: 3 } },
      ],
      stated: [{ text: '21.08%', agrees: true, at: { line: 9 } }],
      change: {
        from: { key: '2021-01' },
        absolute: '0.010810810811',
        text: '+1.08 pp',
        relativeText: '+5.4%',
        movement: 'up',
        good: false,
      },
    });
  });

  it('carry their lineage: given, with mark and label', () => {
    const figure = figures.figure('unfilled', FEB)!;
    expect(figure).toMatchObject({
      text: '24',
      mark: '*',
      label: 'Vacancies',
      source: 'given',
      at: { line: 10 },
    });
    expect(figure).toMatchObject({
      result: { decimal: '24', exact: true },
      change: { text: '+7', good: false },
    });
    expect(figure.formula).toBeUndefined();
    expect(figure.inputs).toEqual([]);
  });

  it('say where a stated figure does not follow, row by row', () => {
    expect(
      figures.figure('leavers_rate', JAN)?.stated.map((one) => [one.text, one.agrees, one.at.line]),
    ).toEqual([
      ['6.94%', false, 5],
      ['0.69%', true, 7],
    ]);
  });

  it('say why they are missing', () => {
    const figure = figures.figure('permanent', month('2020-05'))!;
    expect(figure.text).toBe('–');
    expect(figure.result).toEqual({ kind: 'missing', because: 'no permanent for May 2020' });
    expect(figure.change).toBeUndefined();
  });

  it('change against the period before in the data, which the change names', () => {
    const december = figures.figure('agency', LUTON_PERIODS[0]!)!;
    expect(december.change).toMatchObject({
      from: { label: 'May 2020' },
      text: '−20',
      movement: 'down',
      good: true,
    });
    expect(figures.figure('agency', month('2020-01'))?.change).toBeUndefined();
  });

  it('are undefined for an unknown id, and in order of id in the whole', () => {
    expect(figures.figure('agncy', FEB)).toBeUndefined();
    const ids = Object.keys(figures.all());
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).toEqual([...ids].sort());
  });

  it('are plain JSON', () => {
    const all = figures.all();
    expect(JSON.parse(JSON.stringify(all))).toEqual(all);
  });
});

describe('figures', () => {
  it('that rest on computed ones show those and what they rest on', () => {
    const figures = figuresFrom(
      table(
        [FEB],
        [
          ['establishment', 209],
          ['permanent', 146],
        ],
      ),
    );
    expect(
      figures.figure('vacancy_rate', FEB)?.inputs.map((one) => [one.metric, one.text, one.at?.line]),
    ).toEqual([
      ['vacancies', '63', undefined],
      ['establishment', '209', 2],
      ['permanent', '146', 3],
    ]);
  });

  it('over twelve months name the months of their inputs', () => {
    const months = Array.from({ length: 12 }, (_, index) => month(`2020-${index + 1}`));
    const rows = [
      ['leavers', ...months.map(() => 1)],
      ['permanent', ...months.map(() => 48)],
    ];
    const figure = figuresFrom(table(months, rows)).figure('turnover_rate', months[11]!)!;
    expect(figure.text).toBe('25.0%');
    expect(figure.inputs).toHaveLength(13);
    expect(figure.inputs[0]).toMatchObject({ metric: 'leavers', period: { label: 'Jan 2020' } });
    expect(figure.inputs[11]?.period).toBeUndefined();
  });

  it('keep markers, which have no change', () => {
    const figures = figuresFrom(
      table(
        [JAN, FEB],
        [
          ['agency', 7, '<5'],
          ['permanent', 140, 141],
        ],
      ),
    );
    expect(figures.figure('agency', FEB)).toMatchObject({ text: '<5', result: { kind: 'marker', bound: 5 } });
    expect(figures.figure('agency', FEB)?.change).toBeUndefined();
    expect(figures.figure('agency_rate', FEB)).toMatchObject({
      text: 'c',
      result: { kind: 'marker', marker: 'c' },
    });
  });

  it('have no relative change from nothing, nor from below it', () => {
    const figures = figuresFrom(
      table(
        [JAN, FEB],
        [
          ['starters', 0, 4],
          ['unfilled', -2, 3],
        ],
      ),
    );
    expect(figures.figure('starters', FEB)?.change?.relativeText).toBeUndefined();
    expect(figures.figure('unfilled', FEB)?.change).toMatchObject({ text: '+5' });
    expect(figures.figure('unfilled', FEB)?.change?.relativeText).toBeUndefined();
  });

  it('are level where the change rounds to nothing, and neither good nor bad', () => {
    const rows = [
      ['agency', 100000, 100001],
      ['permanent', 400000, 400000],
    ];
    expect(figuresFrom(table([JAN, FEB], rows)).figure('agency_rate', FEB)?.change).toMatchObject({
      text: '0.00 pp',
      movement: 'level',
      good: null,
    });
  });

  it('carry their group in the id', () => {
    const group = { team: 'Assessment', role: 'Manager' };
    const figures = figuresFrom(table([FEB], [['permanent', 5]], { group }));
    expect(figures.figure('permanent', FEB, group)).toMatchObject({
      id: 'permanent@2021-02[role=Manager,team=Assessment]',
      text: '5',
    });
    expect(figures.figure('permanent', FEB)?.text).toBe('–');
  });

  it('never share an id: a basis among the dimensions, which no reader lets through, is a defect', () => {
    const figures = figuresFrom(table([FEB], [['agency', '2']], { group: { basis: 'fte' } }));
    expect(figures.figure('agency', FEB, { basis: 'fte' })?.id).toBe('agency@2021-02[basis=fte]');
    expect(() => figures.figure('agency', FEB, {}, 'fte')).toThrow('two figures have the id');
  });

  it('name their basis in the id where it is not the workstream’s', () => {
    const group = { team: 'Assessment' };
    const rows = [['agency', '4.5', '5.0']];
    const figures = figuresFrom(table([JAN, FEB], rows, { group, basis: 'fte' }));
    expect(figures.figure('agency', FEB, group, 'fte')).toMatchObject({
      id: 'agency@2021-02[basis=fte,team=Assessment]',
      basis: 'fte',
      text: '5.0',
      change: { text: '+0.5', from: { key: '2021-01' } },
    });
    expect(figures.figure('agency', FEB, group, 'headcount')).toMatchObject({
      id: 'agency@2021-02[team=Assessment]',
      text: '–',
    });
  });

  it('say of a sum which parts it adds up, and of whom each is', () => {
    const of = (team: string, agency: number) =>
      table(
        [FEB],
        [
          ['agency', agency],
          ['permanent', 10],
        ],
        { group: { service_area: team } },
      );
    const figures = figuresFrom([...of('Assessment', 2), ...of('Care', 3)]);
    expect(figures.figure('agency', FEB)).toMatchObject({
      text: '5',
      source: 'computed',
      formula: 'sum of 2 service areas',
      inputs: [
        { metric: 'agency', text: '2', group: { service_area: 'Assessment' }, at: { line: 2 } },
        { metric: 'agency', text: '3', group: { service_area: 'Care' }, at: { line: 2 } },
      ],
    });
    // 5 ÷ 25: the formula's own inputs first, each followed by what it adds up.
    expect(figures.figure('agency_rate', FEB)).toMatchObject({
      text: '20.00%',
      formula: 'agency ÷ (permanent + agency)',
      inputs: [{ text: '5' }, { text: '2' }, { text: '3' }, { text: '20' }, { text: '10' }, { text: '10' }],
    });
  });

  it('change since they last were a number, across what is hidden', () => {
    const figures = figuresFrom(table(LUTON_PERIODS, [['agency', 30, 'c', 33]]));
    expect(figures.figure('agency', FEB)?.change).toMatchObject({ text: '+3', from: { key: '2020-12' } });
    expect(figures.figure('agency', JAN)?.change).toBeUndefined();
  });

  it('change by the same number, the other way, when the periods are exchanged', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), (a, b) => {
        const change = (from: number, to: number) =>
          figuresFrom(table([JAN, FEB], [['agency', from, to]])).figure('agency', FEB)!.change!;
        const there = change(a, b);
        const back = change(b, a);
        expect(exact(there.absolute).add(exact(back.absolute)).equals(0)).toBe(true);
        expect(back.text).toBe(formatSigned(exact(a - b), 0));
        expect([there.movement, back.movement].sort().join()).toBe(a === b ? 'level,level' : 'down,up');
        if (a !== b) expect(there.good).toBe(!back.good);
      }),
      { numRuns: 60 },
    );
  });
});
