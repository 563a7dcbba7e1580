import { describe, expect, it } from 'vitest';
import { TEMPLATES } from '../../src/model/templates.ts';
import { readPaper } from '../../src/read/paper.ts';
import { paperSettings } from '../../src/read/paper-settings.ts';
import { yamlTree } from '../support/yaml.ts';

const FILE = 'workforce/2024-06-11/report.yaml';
const COMMITTEE = { template: 'committee-report', shown: ['managers-by-team', 'agency-trend'] };

function read(text: string, settings = COMMITTEE) {
  return readPaper(yamlTree(text, FILE), settings);
}

describe('a committee report', () => {
  const { paper, findings } = read(`title: Workforce Update
report_by: Director of People
sections:
  purpose:
    - The report updates members.
    - |
      Two lines
      of one paragraph.
    - heading: Managers
      text: Each team has one.
    - show: managers-by-team
      heading: At the end of March
  our-own: { title: Grow our own, paragraphs: [Twelve people., { show: risks }] }
  background: { title: How it came about, paragraphs: [{ text: In 2020. }] }
questions:
  - { question: How are needs met?, answer: All staff were asked. }
answers:
  - { resolution: 07, text: In section 4. }
`);

  it('is read without a sponsor, periods and a RAG', () => {
    expect(findings).toEqual([]);
    expect(paper).toMatchObject({ draft: false, title: 'Workforce Update', reportBy: 'Director of People' });
    for (const name of [
      'sponsor',
      'lead',
      'completedBy',
      'period',
      'nextPeriod',
      'rag',
      'progress',
      'next',
      'commentary',
    ])
      expect(paper).not.toHaveProperty(name);
  });

  it('has its sections in the order in which they were written, with titles and places', () => {
    expect(paper?.sections.map(({ id, title, at }) => [id, title, at.file, at.line, at.column])).toEqual([
      ['purpose', undefined, FILE, 4, 3],
      ['our-own', 'Grow our own', FILE, 13, 3],
      ['background', 'How it came about', FILE, 14, 3],
    ]);
  });

  it('has paragraphs with and without a heading, and what is shown among them', () => {
    expect(paper?.sections[0]?.blocks).toMatchObject([
      { kind: 'text', text: { value: 'The report updates members.', at: { line: 5, column: 7 } } },
      { kind: 'text', text: { value: 'Two lines\nof one paragraph.\n', lines: [{ line: 7 }, { line: 8 }] } },
      { kind: 'text', heading: 'Managers', text: { value: 'Each team has one.', at: { line: 10 } } },
      { kind: 'show', heading: 'At the end of March', id: 'managers-by-team', at: { line: 11, column: 13 } },
    ]);
    expect(paper?.sections[0]?.blocks[0]).not.toHaveProperty('heading');
    expect(paper?.sections[1]?.blocks).toMatchObject([
      { kind: 'text', text: { value: 'Twelve people.' } },
      { kind: 'show', id: 'risks' },
    ]);
    expect(paper?.sections[2]?.blocks).toMatchObject([{ kind: 'text', text: { value: 'In 2020.' } }]);
  });

  it('has questions, and answers by the reference as it is written', () => {
    expect(paper?.questions).toMatchObject([
      {
        question: { value: 'How are needs met?' },
        answer: { value: 'All staff were asked.', at: { line: 16 } },
      },
    ]);
    expect(paper?.answers).toMatchObject([
      { resolution: '07', text: { value: 'In section 4.' }, at: { line: 18, column: 19 } },
    ]);
  });
});

describe('a recorded movement', () => {
  const moved = (by: string) =>
    read(
      `title: Update\nreport_by: Director of People\nmovements: [{ of: permanent@2021-01, ${by}reason: Six posts moved. }]\n`,
    );

  it.each([
    ['-6', '-6', 'plain', 0],
    ['−6.50', '-6.5', 'plain', 2],
    ['+3', '3', 'plain', 0],
    ['+1.08 pp', '0.0108', 'percent', 2],
    ['-5%', '-0.05', 'percent', 0],
    ['-£1250', '-1250', 'plain', 0],
    ['+1 year 2 months', '14', 'plain', 0],
  ])('is by %s', (by, value, notation, places) => {
    const { paper, findings } = moved(`by: ${by}, `);
    expect(findings).toEqual([]);
    expect(paper?.movements).toMatchObject([{ by: { notation, places } }]);
    expect(paper?.movements[0]?.by.value.equals(value)).toBe(true);
  });

  it('states its amount', () => {
    expect(moved('').findings.map(({ code }) => code)).toEqual(['E046']);
    expect(moved('by: x, ').findings).toMatchObject([{ code: 'E060', message: '"x" is not an amount' }]);
    expect(moved('by: a few, ').findings).toMatchObject([{ code: 'E060' }]);
  });
});

describe('what a template needs', () => {
  it.each(Object.entries(TEMPLATES))(
    'of a paper for %s is missing from an almost empty one',
    (template, { needs }) => {
      const { paper, findings } = read('draft: true\n', { template, shown: [] });
      expect(paper).toBeUndefined();
      expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual(
        needs.map((name) => `E046 "${name}" is missing`),
      );
      for (const one of findings) {
        expect(one.at).toMatchObject({ file: FILE, line: 1, column: 1 });
        expect(one.why).toContain(`the template ${template} needs it`);
        expect(one.help).toMatch(/^add it, for example: [a-z_]+: /);
      }
    },
  );

  it('is not asked for where the template is not known', () => {
    expect(read('draft: true\n', { template: 'committe-report', shown: [] })).toMatchObject({
      paper: { draft: true, sections: [] },
      findings: [],
    });
  });

  it('may stand in a paper of a template that does not need it', () => {
    const { paper, findings } = read(`title: Update
report_by: Director
sponsor: Service Director
period: { from: 15 February 2021, to: 19 April 2021 }
rag: { current: Green, reason: On plan., despite: A late figure. }
next: More.
`);
    expect(findings).toEqual([]);
    expect(paper).toMatchObject({
      sponsor: 'Service Director',
      period: { from: '2021-02-15', to: '2021-04-19' },
      rag: { current: 'green', reason: { value: 'On plan.' }, despite: { value: 'A late figure.' } },
      next: { value: 'More.' },
    });
  });

  it('is not met by a period that cannot be read', () => {
    const { paper, findings } = read('title: A\nreport_by: B\nperiod: { from: soon, to: 19 April 2021 }\n');
    expect(paper).toBeUndefined();
    expect(findings.map((one) => one.code)).toEqual(['E061']);
  });
});

describe('the settings of a workstream’s papers', () => {
  it('are read also where the rest of the configuration is faulty', () => {
    const tree = yamlTree(`workstreams:
  workforce:
    template: committee-report
    tables: [{ id: by-team }, { title: No id }, text]
    charts: [{ id: trend }]
  other: 7
`);
    expect(paperSettings(tree, 'workforce')).toEqual({
      template: 'committee-report',
      shown: ['by-team', 'trend'],
    });
    expect(paperSettings(tree, 'other')).toEqual({ template: 'highlight-report', shown: [] });
  });

  it('are no more than there may be, so that no name is compared without end', () => {
    const charts = Array.from({ length: 3000 }, (_, index) => `      - { id: c${index} }\n`).join('');
    const { shown } = paperSettings(
      yamlTree(`workstreams:\n  workforce:\n    charts:\n${charts}`),
      'workforce',
    );
    expect(shown).toHaveLength(100);
  });
});
