import { describe, expect, it } from 'vitest';
import { placeText, placeWithin } from '../../src/model/place.ts';
import { ACTION_STATUS, readActions } from '../../src/read/actions.ts';
import { RECOMMENDATION_FIELDS, readRecommendations } from '../../src/read/recommendations.ts';
import { readResolutions } from '../../src/read/resolutions.ts';
import { holdsList } from '../../src/read/table/fields.ts';
import { csvTable, yamlTable } from '../support/table.ts';

const NONE = new Map<string, never>();

function recommendationsIn(yaml: string) {
  const { table, findings } = yamlTable(yaml, (heading) => holdsList(heading, RECOMMENDATION_FIELDS, NONE));
  if (!table) throw new Error('no table');
  const { rows, findings: others } = readRecommendations(table, NONE);
  return {
    rows,
    codes: [...findings, ...others].map((one) => `${one.code} ${one.at ? placeText(one.at) : ''}`),
  };
}

describe('actions', () => {
  it('are read with their dates and places', () => {
    const { rows, findings } = readActions(
      csvTable(
        'Ref,Action,Lead,Date raised,Due date,Revised Date,Date completed,State,Update\nA1,Publish the survey,Director,11 March 2021,June 2021,Sep 2021,,Carried forward,Delayed\n',
        'actions.csv',
      ),
      NONE,
    );
    expect(findings).toEqual([]);
    expect(rows).toMatchObject([
      {
        reference: 'A1',
        action: 'Publish the survey',
        owner: 'Director',
        raised: { key: '2021-03-11' },
        due: { key: '2021-06' },
        revised: { key: '2021-09' },
        state: 'open',
        comment: 'Delayed',
        fields: { due: { file: 'actions.csv', line: 2, column: 46, length: 9 }, state: { column: 66 } },
      },
    ]);
    expect(rows[0]).not.toHaveProperty('done');
  });

  it.each([
    ['A1,Do it,,', 'open'],
    ['A1,Do it,–,', 'open'],
    ['A1,Do it,June 2021,', 'complete'],
    ['A1,Do it,June 2021,Open', 'open'],
    ['A1,Do it,,complete.', 'complete'],
    ['A1,Do it,,No longer needed', 'withdrawn'],
    ['A1,Do it,,in-progress', 'open'],
  ])('of %j are %s', (row, state) => {
    const { rows, findings } = readActions(csvTable(`Reference,Action,Completed,Status\n${row}\n`), NONE);
    expect(findings).toEqual([]);
    expect(rows.map((one) => one.state)).toEqual([state]);
  });

  it.each([
    ['Reference,Action,Status\nA1,Do it,Dnoe\n', 'E081 2:10'],
    ['Reference,Action,Due\nA1,Do it,soon\n', 'E062 2:10'],
    ['Reference,Action\nA1,\n', 'E080 2:4'],
    ['Reference,Action\n,Do it\n', 'E080 2:1'],
    ['Reference,Action\nA1,Do it\na1,Do more\n', 'E082 3:1'],
    ['Reference,Owner\nA1,Director\n', 'E032 1:1'],
    ['Reference,Action,Ownr\nA1,Do it,Director\n', 'E023 1:18'],
    ['Reference,Action,Due,Deadline\nA1,Do it,,\n', 'E033 1:22'],
  ])('are refused: %j gives %s', (text, expected) => {
    const { findings } = readActions(csvTable(text), NONE);
    expect(findings.map((one) => `${one.code} ${one.at?.line ?? ''}:${one.at?.column ?? ''}`)).toEqual([
      expected,
    ]);
  });

  it('have no word for two states', () => {
    const words = Object.values(ACTION_STATUS).flat();
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
  });
});

describe('recommendations', () => {
  const { rows, codes } = recommendationsIn(
    [
      '- Reference: R1',
      '  Recommendation: That the service reports on **agency** workers.',
      '  Source: Ofsted inspection, September 2012',
      '  Status: Under way',
      '  Due: Q3 2023/24',
      '  Progress: |',
      '    Agency workers are at {{agency}}.',
      '    Of these, {{conversions}} converted.',
      '  In place: A panel.',
      '  Evidence:',
      '    - "Agency: {{agency[team=North]}} FTE"',
      '    - Permanent {{permanent}}',
      '  Actions: [A1, A2]',
      '- Reference: 8.2',
      '  Recommendation: That it is not forgotten.',
      '  Evidence: |',
      '    - Cases {{cases}}',
      '',
      '    - Holders {{case_holders}}',
      '  Actions: A3; A4, A5',
      '',
    ].join('\n'),
  );

  it('are read with their texts', () => {
    expect(codes).toEqual([]);
    expect(rows).toMatchObject([
      {
        reference: 'R1',
        source: 'Ofsted inspection, September 2012',
        status: 'in_progress',
        due: { key: '2023-24-Q3' },
        inPlace: { value: 'A panel.' },
        evidence: [{ value: 'Agency: {{agency[team=North]}} FTE' }, { value: 'Permanent {{permanent}}' }],
        actions: [{ value: 'A1' }, { value: 'A2' }],
      },
      {
        reference: '8.2',
        evidence: [{ value: 'Cases {{cases}}' }, { value: 'Holders {{case_holders}}' }],
        actions: [{ value: 'A3' }, { value: 'A4' }, { value: 'A5' }],
      },
    ]);
    expect(rows[1]).not.toHaveProperty('status');
    expect(rows[1]).not.toHaveProperty('progress');
  });

  it('have a place for every citation', () => {
    const cited = rows.flatMap((one) =>
      [one.progress, ...one.evidence].flatMap((text) =>
        text
          ? [...text.value.matchAll(/\{\{.*?\}\}/g)].map((match) => {
              const at = placeWithin(text, match.index, match[0].length);
              return `${match[0]} ${at.line}:${at.column}+${at.length}`;
            })
          : [],
      ),
    );
    expect(cited).toEqual([
      '{{agency}} 7:27+10',
      '{{conversions}} 8:15+15',
      '{{agency[team=North]}} 11:16+22',
      '{{permanent}} 12:17+13',
      '{{cases}} 17:13+9',
      '{{case_holders}} 19:15+16',
    ]);
  });

  it('have a place for every citation in CSV, too, and for every reference', () => {
    const { rows: read, findings } = readRecommendations(
      csvTable(
        'No,What was required,What was done,Evidence,Actions\n3,Plan,"Now {{agency}}\nand {{cases}}","• First {{agency}}\n• {{cases}} next","A1, A22"\n',
      ),
      NONE,
    );
    expect(findings).toEqual([]);
    const [one] = read;
    const at = (text: Parameters<typeof placeWithin>[0] | undefined, part: string) =>
      text && placeText(placeWithin(text, text.value.indexOf(part), part.length));
    expect(at(one?.progress, '{{agency}}')).toBe('table.csv:2:13');
    expect(at(one?.progress, '{{cases}}')).toBe('table.csv:3:5');
    expect(at(one?.evidence[0], '{{agency}}')).toBe('table.csv:3:25');
    expect(at(one?.evidence[1], '{{cases}}')).toBe('table.csv:4:3');
    expect(one?.actions.map((action) => [action.value, action.at.column, action.at.length])).toEqual([
      ['A1', 20, 2],
      ['A22', 24, 3],
    ]);
  });

  it.each([
    ['- { Reference: R1, Recommendation: Do it, Status: Amber }', 'E081 table.yaml:1:51'],
    ['- { Reference: R1, Recommendation: Do it, Source: [a, b] }', 'E047 table.yaml:1:51'],
    ['- { Reference: R1, Recommendation: Do it, Evidence: { a: b } }', 'E047 table.yaml:1:53'],
    ['- { Reference: R1, Recommendation: Do it, Evidence: [a, [b]] }', 'E047 table.yaml:1:57'],
    ['- { Reference: R1, Recommendation: Do it, Evidence: [a, ""] }', 'E047 table.yaml:1:57'],
  ])('are refused: %s gives %s', (text, expected) => {
    expect(recommendationsIn(text).codes).toEqual([expected]);
  });
});

describe('resolutions', () => {
  it('are read with the date of their answer', () => {
    const { rows, findings } = readResolutions(
      csvTable(
        'Reference,Resolution,Due\nR1,That the survey is reported,Nov 2021\nR2,That costs are shown,\n',
      ),
      NONE,
    );
    expect(findings).toEqual([]);
    expect(rows.map((one) => [one.reference, one.resolution.value, one.due?.key])).toEqual([
      ['R1', 'That the survey is reported', '2021-11'],
      ['R2', 'That costs are shown', undefined],
    ]);
  });

  it('are listed once', () => {
    const { findings } = readResolutions(csvTable('Ref,Resolved\nR1,This\nR1,That\n'), NONE);
    expect(findings.map((one) => [one.code, one.message])).toEqual([
      ['E082', 'the resolution "R1" is listed twice'],
    ]);
  });
});
