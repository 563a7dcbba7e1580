import { describe, expect, it } from 'vitest';
import { createBook, lookUp, membersOf, periodsOf, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry, kindOf } from '../../src/metrics/registry.ts';
import { evaluationText, formulaText } from '../../src/metrics/wording.ts';
import type { Indicator } from '../../src/model/dataset.ts';
import type { MeasureDefinition } from '../../src/model/definition.ts';
import { meeting, month, place, table } from '../support/dataset.ts';

const FEB = month('2024-02');
const MAR = month('2024-03');
const CONFIG = place(40, 5, 4, 'cip-report.yaml');

function indicator(change: Partial<Indicator> = {}): Indicator {
  return {
    id: 'visits_on_time',
    at: CONFIG,
    label: 'Statutory visits on time',
    unit: 'share',
    places: 1,
    direction: 'higher',
    nature: 'flow',
    description: 'Visits made on time, of those due.',
    parts: { numerator: 'visits made on time', denominator: 'visits due' },
    limits: [],
    workstreams: [],
    ...change,
  };
}

function plain(change: Partial<Indicator>): Indicator {
  const { parts, ...rest } = indicator(change);
  return parts === undefined ? rest : { ...rest };
}

function measure(id: string): { value: MeasureDefinition; at: typeof CONFIG } {
  return {
    value: { id, label: 'Vacant', nature: 'stock', direction: 'lower', description: 'Under recruitment.' },
    at: CONFIG,
  };
}

describe("a council's own measure", () => {
  it('is a count like any other', () => {
    const { registry, findings } = createRegistry([], {}, { measures: [measure('vacant_posts')] });
    expect(findings).toEqual([]);
    expect(kindOf(registry, 'vacant_posts')).toMatchObject({
      unit: 'count',
      nature: 'stock',
      origin: 'council',
    });
    const observations = [
      ...table([MAR], [['vacant_posts', 3]], { group: { team: 'A' } }),
      ...table([MAR], [['vacant_posts', 4]], { group: { team: 'B' } }),
    ];
    const evaluator = createEvaluator(createBook([meeting({ observations })]), registry);
    const vacant = evaluator.evaluate({ id: 'vacant_posts', period: MAR, group: WHOLE, basis: 'headcount' });
    expect(evaluationText(vacant, registry)).toBe('7');
  });

  it.each(['permanent', 'agency_rate'])('does not take the id %s', (id) => {
    const { registry, findings } = createRegistry([], {}, { measures: [measure(id)] });
    expect(findings.map((one) => `${one.code} ${one.message}`)).toEqual([
      `E120 the id ${id} of an own measure is taken`,
    ]);
    expect(findings[0]?.at).toEqual(CONFIG);
    expect(kindOf(registry, id)?.label).not.toBe('Vacant');
  });

  it('does not take an id twice', () => {
    const measures = [measure('vacant_posts'), measure('vacant_posts')];
    expect(createRegistry([], {}, { measures }).findings.map((one) => one.code)).toEqual(['E120']);
  });
});

describe('an indicator', () => {
  const { registry, findings } = createRegistry([], {}, { indicators: [indicator()] });

  it('is the quotient of its parts', () => {
    expect(findings).toEqual([]);
    const kind = kindOf(registry, 'visits_on_time')!;
    expect(formulaText(kind, registry)).toBe('visits made on time ÷ visits due');
    expect(kind).toMatchObject({ unit: 'share', places: 1, nature: 'flow', series: 'visits_on_time' });
    for (const part of ['numerator', 'denominator'])
      expect(kindOf(registry, `visits_on_time_${part}`)).toMatchObject({
        unit: 'count',
        series: 'visits_on_time',
      });
  });

  const teams = (['A', 'B'] as const).flatMap((team, index) =>
    table(
      [MAR],
      [
        ['visits_on_time_numerator', 80 + index],
        ['visits_on_time_denominator', 100],
      ],
      { group: { team }, file: 'workforce/2024-04-01/indicators.csv' },
    ),
  );

  it('adds up its parts and divides the sums, and never adds up itself', () => {
    const evaluator = createEvaluator(createBook([meeting({ indicators: teams })]), registry);
    const key = { id: 'visits_on_time', period: MAR, group: WHOLE, basis: 'headcount' } as const;
    expect(evaluationText(evaluator.evaluate(key), registry)).toBe('80.5%');
    expect(evaluator.sums(key)).toEqual([]);
    const alone = ['A', 'B'].flatMap((team) =>
      table([MAR], [['visits_on_time', '80%']], { group: { team } }),
    );
    const rates = createEvaluator(createBook([meeting({ indicators: alone })]), registry);
    expect(rates.evaluate(key).outcome.kind).toBe('missing');
  });

  it('is found on any basis, and restated like other figures', () => {
    const at = (id: string, value: string) =>
      meeting({ id, indicators: table([FEB], [['visits_on_time', value]], { file: `${id}.csv` }) });
    const book = createBook([at('2024-03-01', '81.7%'), at('2024-04-01', '82%')]);
    const given = lookUp(book, { id: 'visits_on_time', period: FEB, group: WHOLE, basis: 'fte' });
    expect(given).toMatchObject({ indicator: true, observation: { cell: { places: 0 } } });
    expect(given?.restated.map((one) => one.at.file)).toEqual(['2024-03-01.csv']);
  });

  it('counts what is whole, whatever basis it was read with', () => {
    const indicators = table([MAR], [['visits_on_time_denominator', 100]], { basis: 'fte' });
    const evaluator = createEvaluator(createBook([meeting({ indicators })]), registry);
    const key = { id: 'visits_on_time_denominator', period: MAR, group: WHOLE, basis: 'fte' } as const;
    const { outcome } = evaluator.evaluate(key);
    expect(outcome.kind === 'number' && outcome.number.low.equals(outcome.number.high)).toBe(true);
  });

  it('has periods and members of its own', () => {
    const observations = table([FEB], [['agency', 39]]);
    const book = createBook([meeting({ observations, indicators: teams })]);
    expect(periodsOf(book, WHOLE, 'headcount')).toEqual([FEB]);
    expect(periodsOf(book, WHOLE, 'headcount', 'visits_on_time')).toEqual([MAR]);
    expect(membersOf(book, 'team', WHOLE, 'headcount')).toEqual([]);
    expect(membersOf(book, 'team', WHOLE, 'headcount', [MAR], 'visits_on_time')).toEqual(['A', 'B']);
  });

  it('of a shipped id adds levels, and changes nothing else of it', () => {
    const levels = plain({ id: 'average_caseload', unit: 'count', label: 'Ours', places: 0 });
    const own = createRegistry([], {}, { indicators: [levels] });
    expect(own.findings).toEqual([]);
    const { series, ...kind } = kindOf(own.registry, 'average_caseload')!;
    expect(kind).toEqual(kindOf(createRegistry([]).registry, 'average_caseload'));
    expect(series).toBe('average_caseload');
    const book = createBook([meeting({ observations: table([FEB], [['cases', 39]]) })]);
    expect(periodsOf(book, WHOLE, 'headcount', series)).toEqual([FEB]);
  });

  it('of a shipped id has no parts of its own', () => {
    const own = createRegistry([], {}, { indicators: [indicator({ id: 'average_caseload' })] });
    expect(own.findings.map((one) => [one.code, one.why])).toEqual([
      ['E121', 'average_caseload = cases / case_holders'],
    ]);
  });

  it('has an id that is not taken, and neither are those of its parts', () => {
    const twice = createRegistry([], {}, { indicators: [indicator(), plain({})] });
    expect(twice.findings.map((one) => one.code)).toEqual(['E120']);
    const own = { indicators: [plain({ id: 'visits_on_time_denominator' }), indicator()] };
    const clash = createRegistry([], {}, own);
    expect(clash.findings.map((one) => one.message)).toEqual([
      'the id visits_on_time_denominator of a part of the indicator visits_on_time is taken',
    ]);
    expect(clash.registry.unusable.has('visits_on_time')).toBe(true);
  });

  it('has the label that the council gives under labels', () => {
    const own = createRegistry([], { visits_on_time: 'Visits' }, { indicators: [indicator()] });
    expect(kindOf(own.registry, 'visits_on_time')?.label).toBe('Visits');
  });
});
