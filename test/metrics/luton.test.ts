import { describe, expect, it } from 'vitest';
import { createBook, WHOLE } from '../../src/metrics/book.ts';
import { createEvaluator } from '../../src/metrics/evaluate.ts';
import { printedPlaces } from '../../src/metrics/places.ts';
import { createRegistry } from '../../src/metrics/registry.ts';
import { formatValue } from '../../src/model/format.ts';
import { lutonDataset, LUTON_PERIODS } from '../support/dataset.ts';

const { registry } = createRegistry([]);
const meetings = lutonDataset().workstreams[0]!.meetings;

/** Every figure of the paper's workforce table, as it is printed there or follows from it. */
const TABLE: readonly (readonly [string, string, string, string])[] = [
  ['in_post', '193', '180', '185'],
  ['permanent', '141', '144', '146'],
  ['starters', '1', '10', '0'],
  ['starters_rate', '0.71%', '6.94%', '0.00%'],
  ['leavers', '1', '1', '1'],
  ['leavers_rate', '0.71%', '0.69%', '0.68%'],
  ['agency', '52', '36', '39'],
  ['agency_rate', '26.94%', '20.00%', '21.08%'],
  ['unfilled', '16', '17', '24'],
  ['establishment', '209', '197', '209'],
];

function printed(id: string, observations = meetings[0]!.observations): string[] {
  const evaluator = createEvaluator(createBook([{ ...meetings[0]!, observations }]), registry);
  const kind = registry.kinds.get(id)!;
  return LUTON_PERIODS.map((period) => {
    const evaluation = evaluator.evaluate({ id, period, group: WHOLE, basis: 'headcount' });
    if (evaluation.outcome.kind !== 'number') return evaluation.outcome.kind;
    return formatValue(evaluation.outcome.number.value, kind.unit, printedPlaces(evaluation, kind));
  });
}

describe("Luton's workforce table", () => {
  it.each(TABLE)('%s is %s, %s, %s', (id, ...texts) => {
    expect(printed(id)).toEqual(texts);
  });

  it('is the same without the stated figures', () => {
    const given = meetings[0]!.observations.filter((one) => !one.stated);
    expect(given.length).toBeLessThan(meetings[0]!.observations.length);
    for (const [id, ...texts] of TABLE) expect(printed(id, given), id).toEqual(texts);
  });

  it('gives the unfilled posts also where only their parts are given', () => {
    const parts = meetings[0]!.observations.filter((one) => one.measure !== 'unfilled');
    expect(printed('unfilled', parts)).toEqual(['16', '17', '24']);
  });
});
