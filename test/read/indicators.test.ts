import { describe, expect, it } from 'vitest';
import { toDecimal } from '../../src/model/exact.ts';
import { readHeadings } from '../../src/read/config/headings.ts';
import { readVocabularies } from '../../src/read/config/vocabularies.ts';
import type { Table } from '../../src/read/table/table.ts';
import { readWorkforce } from '../../src/read/workforce/read-workforce.ts';
import { csvTable, yamlTable, yamlTree } from '../support/table.ts';

const CONFIG = yamlTree(`
measures:
  - { id: vacant_posts, label: Vacant, nature: stock, direction: lower, description: Under recruitment. }
indicators:
  - { id: visits_on_time, label: Statutory visits on time, unit: share, numerator: Visits made on time, denominator: Visits due }
  - { id: average_caseload }
  - { id: agency_cost, label: Cost of agency teams, unit: money }
  - { id: service_length, label: Average length of service, unit: duration }
  - { id: disciplinaries, label: Disciplinary cases, unit: count, bracket: { word: new, indicator: disciplinaries_new } }
  - { id: disciplinaries_new, label: New disciplinary cases, unit: count }
  - { id: grievances, label: Cases of HR, unit: count }
  - { id: capabilities, label: Cases of HR, unit: count }
headings:
  indicators: { Sickness days: ignore, Late visits: visits_on_time_numerator }
`);
const VOCABULARIES = readVocabularies(CONFIG);
const { headings: HEADINGS, findings: CONFIG_FINDINGS } = readHeadings(CONFIG, VOCABULARIES);

function figures(table: Table, kind: 'indicators' | 'workforce' = 'indicators'): string[] {
  const words = { headings: HEADINGS[kind], vocabulary: VOCABULARIES[kind] };
  const { observations, findings } = readWorkforce(table, { words, basis: 'fte' });
  return [
    ...observations.map(({ measure, stated, period, group, cell, at }) => {
      const value = cell.kind === 'number' ? toDecimal(cell.value) : cell.kind;
      return `${measure}${stated ? ' stated' : ''} ${period.key} ${JSON.stringify(group)} ${value} @${at.line}:${at.column}+${at.length}`;
    }),
    ...findings.map((one) => `${one.code} ${one.at?.line ?? ''}:${one.at?.column ?? ''} ${one.message}`),
  ];
}
const csv = (text: string) => figures(csvTable(text));
const withoutPlaces = (lines: readonly string[]) => lines.map((line) => line.replace(/ @.*$/, '')).sort();

describe('a table of indicators', () => {
  it('finds its headings in the configuration', () => {
    expect(CONFIG_FINDINGS).toEqual([]);
  });

  it('says the same in every shape', () => {
    const expected = ['visits_on_time 2021-01 {"team":"A"} 0.817', 'visits_on_time 2021-02 {"team":"A"} 0.9'];
    for (const text of [
      'Month,Team,Statutory visits on time\nJan 2021,A,81.7%\nFeb 2021,A,90%\n',
      'Indicator,Team,Jan 2021,Feb 2021\nStatutory visits on time,A,81.7%,90%\n',
      'Indicator,Period,Team,Value\nvisits_on_time,Jan 2021,A,81.7%\nvisits_on_time,Feb 2021,A,90%\n',
      'Measure,Value,Team,Month\nStatutory visits on time,81.7%,A,31/01/2021\nVisits on time,90%,A,Feb 2021\n',
    ])
      expect(withoutPlaces(csv(text))).toEqual(expected);
    const { table } = yamlTable(
      '- { Indicator: visits_on_time, Period: Jan 2021, Team: A, Value: 81.7% }\n- { Indicator: visits_on_time, Period: Feb 2021, Team: A, Value: 90% }\n',
    );
    expect(table && withoutPlaces(figures(table))).toEqual(expected);
  });

  it('takes numerator and denominator by column, by name and by the words of the configuration', () => {
    const expected = ['visits_on_time_denominator 2021-01 {} 60', 'visits_on_time_numerator 2021-01 {} 49'];
    for (const text of [
      'Indicator,Period,Numerator,Denominator\nvisits_on_time,Jan 2021,49,60\n',
      'Period,visits_on_time_numerator,Visits due\nJan 2021,49,60\n',
      'Indicator,Jan 2021\nVisits made on time,49\nVisits on time denominator,60\n',
      'Period,Late visits,Visits due,Sickness days\nJan 2021,49,60,3\n',
    ])
      expect(withoutPlaces(csv(text))).toEqual(expected);
  });

  it('keeps a stated value apart, and takes no empty cell beside a given one for a figure', () => {
    expect(
      csv(
        'Indicator,Period,Numerator,Denominator,Value,Value (stated)\nvisits_on_time,Jan 2021,49,60,,81.7%\nvisits_on_time,Feb 2021,,,,\nvisits_on_time,Mar 2021,,,x,\n',
      ),
    ).toEqual([
      'visits_on_time_numerator 2021-01 {} 49 @2:25+2',
      'visits_on_time_denominator 2021-01 {} 60 @2:28+2',
      'visits_on_time stated 2021-01 {} 0.817 @2:32+5',
      'visits_on_time 2021-02 {} missing @3:27+1',
      'visits_on_time 2021-03 {} marker @4:27+1',
    ]);
  });

  it('reads values of metrics and measures that ship', () => {
    expect(
      withoutPlaces(
        csv('Month,Service,Average caseload,Cases,Case holders\nMar 2024,Assessment,14.9,1490,100\n'),
      ),
    ).toEqual([
      'average_caseload 2024-03 {"service":"Assessment"} 14.9',
      'case_holders 2024-03 {"service":"Assessment"} 100',
      'cases 2024-03 {"service":"Assessment"} 1490',
    ]);
  });

  it('reads pounds and lengths of service', () => {
    expect(
      withoutPlaces(
        csv(
          'Indicator,Period,Value\nCost of agency teams,Q3 2023/24,"£250,000"\nservice_length,Mar 2024,"8 years, 11 months"\n',
        ),
      ),
    ).toEqual(['agency_cost 2023-24-Q3 {} 250000', 'service_length 2024-03 {} 107']);
  });

  it('gives the number in a bracket to the other indicator, with its own place', () => {
    expect(
      csv('Month,Disciplinary cases\nMarch 2023,4 (1 new)\nApril 2023,0\nMay 2023,2* (c New)\n'),
    ).toEqual([
      'disciplinaries 2023-03 {} 4 @2:12+1',
      'disciplinaries_new 2023-03 {} 1 @2:15+1',
      'disciplinaries 2023-04 {} 0 @3:12+1',
      'disciplinaries 2023-05 {} 2 @4:10+2',
      'disciplinaries_new 2023-05 {} marker @4:14+1',
    ]);
  });

  it.each([
    ['Month,Disciplinary cases\nMay 2023,4 (2 old)\n', 'E090 2:10'],
    ['Month,Disciplinary cases\nMay 2023,4 (2)\n', 'E090 2:10'],
    ['Month,Agency cost\nMay 2023,4 (2 new)\n', 'E090 2:10'],
    ['Month,Disciplinary cases\nMay 2023,4 (two new)\n', 'E060 2:13'],
    ['Month,Disciplinary cases\nMay 2023,4 (-2 new)\n', 'E065 2:13'],
    ['Month,Visits on time\nMay 2023,81.7\n', 'E092 2:10'],
    ['Month,Average caseload\nMay 2023,14%\n', 'E092 2:10'],
    ['Month,Disciplinary cases\nMay 2023,14%\n', 'E071 2:10'],
    ['Month,Disciplinary cases\nMay 2023,-1\n', 'E065 2:10'],
    ['Month,Average length of service\nMay 2023,5 weeks\n', 'E094 2:10'],
    ['Month,Cost of agency teams\nMay 2023,circa £710k\n', 'E093 2:10'],
    ['Month,Visits on tiem\nMay 2023,81.7%\n', 'E023 1:7'],
    ['Indicator,Period,Value\nVisits on tiem,May 2023,81.7%\n', 'E069 2:1'],
    ['Indicator,Period,Value\nCases of HR,May 2023,3\n', 'E069 2:1'],
    ['Indicator,Period,Numerator,Denominator\nagency_cost,May 2023,3,4\n', 'E091 2:22'],
    ['Indicator,Period,Numerator,Denominator\nvisits_on_time,May 2023,3,\n', 'E097 2:25'],
    ['Indicator,Period,Denominator\nvisits_on_time,May 2023,3\n', 'E097 2:25'],
    ['Indicator,Period\nvisits_on_time,May 2023\n', 'E032 1:1'],
    ['Period,Value\nMay 2023,3\n', 'E032 1:1'],
    ['Indicator,Value\nvisits_on_time,3%\n', 'E032 1:1'],
    ['Indicator,Period,Value,Agency cost\nvisits_on_time,May 2023,3%,£4\n', 'E032 1:24'],
    ['Indicator,Value,May 2023\nvisits_on_time,3%,4%\n', 'E032 1:11'],
    ['Indicator,Period,Value,Value (fte),value_fte\nvisits_on_time,May 2023,,3%,4%\n', 'E033 1:36'],
  ])('refuses %j with %s', (text, expected) => {
    const faults = csv(text).filter((line) => /^[EW]\d/.test(line));
    expect(faults.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([expected]);
  });
});

describe('a table of the workforce', () => {
  it('has the long shape too, and the measures of the council', () => {
    expect(
      withoutPlaces(
        figures(
          csvTable(
            'Measure,Period,Team,Value,Value (stated)\nVacant,May 2023,A,3,4\nAgency FTE,May 2023,A,2.5,\n',
          ),
          'workforce',
        ),
      ),
    ).toEqual([
      'agency 2023-05 {"team":"A"} 2.5',
      'vacant_posts 2023-05 {"team":"A"} 3',
      'vacant_posts stated 2023-05 {"team":"A"} 4',
    ]);
  });

  it('knows no indicators', () => {
    expect(figures(csvTable('Period,Visits on time\nMay 2023,81.7%\n'), 'workforce')).toEqual([
      expect.stringMatching(/^E023 1:8 /),
    ]);
  });
});
