import ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { comparisonSchema, formattedSchema } from '../../scripts/docs/comparison-schema.ts';
import { diffPage } from '../../scripts/docs/diff-page.ts';
import { comparisonJson } from '../../src/render/changes/json.ts';
import { EQUAL, FULL, HOSTILE, SEVERAL, SMALL } from '../support/comparisons.ts';
import { twoMonths } from '../support/example-comparison.ts';

// Made once: it takes the compiler a few seconds.
const schema = comparisonSchema();

// `npm run docs` writes these; the tests fail where they no longer say what the code does.
describe('generated documentation of diff is up to date', () => {
  it('docs/comparison.schema.json', async () => {
    await expect(await formattedSchema(schema)).toMatchFileSnapshot('../../docs/comparison.schema.json');
  });

  it('docs/diff.md', async () => {
    await expect(await diffPage(schema)).toMatchFileSnapshot('../../docs/diff.md');
  });
});

describe('the schema of the JSON of diff', () => {
  const validate = new ajv2020.default({ allErrors: true, strict: true, strictRequired: true }).compile(
    schema,
  );
  const errorsOf = (value: unknown): unknown => (validate(value) ? [] : validate.errors);

  it.each([
    ['small', SMALL],
    ['equal sides', EQUAL],
    ['every kind', FULL],
    ['several workstreams', SEVERAL],
    ['hostile texts', HOSTILE],
  ])('is satisfied: %s', (_name, comparison) => {
    expect(errorsOf(JSON.parse(comparisonJson(comparison)))).toEqual([]);
  });

  it.each([
    ['luton', '2021-01', '2021-02'],
    ['devon', '2023-07', '2024-03'],
  ])('is satisfied by what is compared: %s', async (example, from, to) => {
    expect(errorsOf(JSON.parse(comparisonJson(await twoMonths(example, from, to))))).toEqual([]);
  });

  it('forbids an unknown key, a missing one and another version', () => {
    expect(errorsOf({ ...SMALL, surplus: 1 })).not.toEqual([]);
    expect(errorsOf({ ...SMALL, differs: undefined })).not.toEqual([]);
    expect(errorsOf({ ...SMALL, schema: 'cip-report/comparison@2' })).not.toEqual([]);
    const [workstream] = SMALL.workstreams;
    expect(errorsOf({ ...SMALL, workstreams: [{ ...workstream, surplus: 1 }] })).not.toEqual([]);
  });

  it('forbids unknown keys of every object with names', () => {
    const open = [schema, ...Object.values(schema.$defs)].filter(
      (one) => one.properties !== undefined && one.additionalProperties !== false,
    );
    expect(open).toEqual([]);
  });
});
