import { describe, expect, it } from 'vitest';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { DEFINITIONS } from '../../src/metrics/definitions.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { createRegistry, suggestId } from '../../src/metrics/registry.ts';
import { formulaText } from '../../src/metrics/wording.ts';
import type { MetricDefinition } from '../../src/model/definition.ts';
import { toDecimal } from '../../src/model/exact.ts';
import { financialYear, meeting, table } from '../support/dataset.ts';

function council(
  id: string,
  formula: string,
  line = 10,
): { value: MetricDefinition; at: ReturnType<typeof at> } {
  const value: MetricDefinition = {
    id,
    label: id,
    formula,
    unit: 'share',
    places: 1,
    direction: 'lower',
    description: 'Ours.',
    usedBy: ['Luton'],
    origin: 'council',
  };
  return { value, at: at(line) };
}

function at(line: number) {
  return { file: 'cip-report.yaml', line, column: 5, length: 7 };
}

const YEAR = financialYear(2023);
const OBSERVATIONS = table(
  [YEAR],
  [
    ['establishment', 250],
    ['permanent', 160],
    ['agency', 40],
    ['starters', 24],
    ['leavers', 20],
    ['vacancies_covered_by_agency', 36],
    ['cases', 1800],
    ['case_holders', 120],
    ['days_lost', 1012],
    ['working_days', 253],
  ],
);

describe('the registry', () => {
  // By hand, from establishment 250, permanent 160, agency 40 and the counts above.
  it.each([
    ['in_post', '200'],
    ['agency_rate', '0.2'],
    ['agency_share_of_establishment', '0.16'],
    ['permanent_share_of_establishment', '0.64'],
    ['vacancies', '90'],
    ['vacancy_rate', '0.36'],
    ['vacancy_share_of_establishment', '0.36'],
    ['unfilled', '50'],
    ['unfilled_share_of_establishment', '0.2'],
    ['starters_rate', '0.15'],
    ['leavers_rate', '0.125'],
    ['turnover_rate', '0.125'],
    ['agency_cover_of_vacancies', '0.4'],
    ['agency_covering_vacancies', '0.9'],
    ['average_caseload', '15'],
    ['absence_rate', '0.025'],
  ])('computes %s as %s', (id, decimal) => {
    const { registry } = createRegistry([]);
    const evaluator = createEvaluator(createBook([meeting({ observations: OBSERVATIONS })]), registry);
    const { outcome } = evaluator.evaluate({ id, period: YEAR, group: WHOLE, basis: 'headcount' });
    expect(outcome.kind === 'number' && toDecimal(outcome.number.value)).toBe(decimal);
  });

  it('holds no definition that the list above leaves out, and all are usable', () => {
    expect(DEFINITIONS).toHaveLength(16);
    const { registry, findings } = createRegistry([]);
    expect(findings).toEqual([]);
    for (const one of DEFINITIONS) expect(registry.kinds.get(one.id)?.expression, one.id).toBeDefined();
  });

  it("lets a council's definition win, and its labels", () => {
    const { registry, findings } = createRegistry([council('agency_rate', 'agency / establishment')], {
      agency: 'Interims',
    });
    expect(findings).toEqual([]);
    const kind = registry.kinds.get('agency_rate')!;
    expect(kind.origin).toBe('council');
    expect(formulaText(kind, registry)).toBe('interims ÷ establishment');
  });

  it('takes no label from the prototype of an object', () => {
    const { registry } = createRegistry([council('constructor', 'agency / permanent')], {});
    expect(registry.kinds.get('constructor')?.label).toBe('constructor');
  });

  it('names an unknown name, its character and what was probably meant', () => {
    const { registry, findings } = createRegistry([council('ours', 'agncy / permanent')]);
    expect(findings).toMatchObject([
      {
        code: 'E101',
        message: 'the formula of ours cannot be used: agncy is neither a measure nor a metric',
        why: 'agncy / permanent · character 1',
        help: 'did you mean agency?',
        at: at(10),
      },
    ]);
    expect(registry.kinds.has('ours')).toBe(false);
  });

  it('leaves out what stands on a definition that cannot be read, with one finding only', () => {
    const { registry, findings } = createRegistry([
      council('agency_rate', 'agency / (', 10),
      council('twice', 'agency_rate * 2', 20),
    ]);
    expect(findings.map((one) => [one.code, one.at?.line])).toEqual([['E101', 10]]);
    expect(registry.kinds.has('agency_rate')).toBe(false);
    expect(registry.kinds.has('twice')).toBe(false);
  });

  it.each([
    [[council('a', 'a + agency')], 'a → a'],
    [[council('a', 'b + 1', 1), council('b', 'c + 1', 2), council('c', 'a + 1', 3)], 'a → b → c → a'],
    [[council('permanent', 'in_post - agency')], 'permanent → in_post → permanent'],
    [[council('a', 'previous(a) + leavers')], 'a → a'],
  ])('names a circle once (%#)', (definitions, circle) => {
    const { findings } = createRegistry(definitions);
    expect(findings.map((one) => one.code)).toEqual(['E102']);
    expect(findings[0]!.message).toContain(circle);
    expect(findings[0]!.at?.file).toBe('cip-report.yaml');
  });

  it('adds up no stocks over twelve months', () => {
    const { findings } = createRegistry([council('a', 'last_12_months(permanent) / 12')]);
    expect(findings[0]).toMatchObject({ code: 'E101' });
    expect(findings[0]!.message).toContain('it takes a flow');
  });

  it('refuses a chain of definitions that is too long, and evaluates a long one that is not', () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) =>
        council(`m${index}`, index === length - 1 ? 'agency' : `m${index + 1} * m${index + 1}`),
      );
    expect(createRegistry(chain(40)).findings.map((one) => one.code)).toContain('E101');
    const { registry, findings } = createRegistry(chain(20));
    expect(findings).toEqual([]);
    const evaluator = createEvaluator(createBook([meeting({ observations: OBSERVATIONS })]), registry);
    const { outcome } = evaluator.evaluate({ id: 'm0', period: YEAR, group: WHOLE, basis: 'headcount' });
    expect(outcome).toEqual({ kind: 'missing', reasons: ['the number grows beyond any figure'] });
  });

  it('suggests an id, or names eight of them', () => {
    const { registry } = createRegistry([]);
    expect(suggestId(registry, 'agency_rte')).toBe('did you mean agency_rate?');
    expect(suggestId(registry, 'zzzzzzzzzzzz')).toMatch(
      /^known are absence_rate, agency, (?:\w+, ){5}\w+ and \d+ more \(docs\/definitions\.md\)$/,
    );
  });
});
