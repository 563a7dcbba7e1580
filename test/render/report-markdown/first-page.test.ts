import { describe, expect, it } from 'vitest';
import type { TemplateName } from '../../../src/model/templates.ts';
import { table, words } from '../../../src/render/report-markdown/blocks.ts';
import { riskMatrix } from '../../../src/render/report-markdown/charts.ts';
import { packMarkdown } from '../../../src/render/report-markdown/pack.ts';
import { reportMarkdown } from '../../../src/render/report-markdown/report.ts';
import { loadWriting } from '../../../src/render/report-markdown/writing.ts';
import { packView } from '../../../src/report/pack-view.ts';
import { buildPack } from '../../../src/report/pack.ts';
import type { Report } from '../../../src/report/report.ts';
import { risksView } from '../../../src/report/view-risks.ts';
import { reportView } from '../../../src/report/view.ts';
import { fullReport } from '../../support/full-report.ts';
import { without } from '../../support/without.ts';
import { LUTON } from '../../support/luton-report.ts';
import { PACKED } from '../../support/packed-reports.ts';

async function summaryOf(report: Report, template: TemplateName): Promise<string> {
  return reportMarkdown(reportView(report, template), template, 'summary');
}

describe('the first page of Luton in Markdown', () => {
  it('says first whether the work is on plan, and what the board is asked', async () => {
    const markdown = await summaryOf(LUTON, 'highlight-report');
    const at = markdown.indexOf('## Are we on plan?');
    expect(markdown.slice(at, markdown.indexOf('## What changed?'))).toMatchInlineSnapshot(`
      "## Are we on plan?

      **✔ Green** on plan

      Unchanged since the last report. The work goes to plan and within tolerance.

      The 12-month plan is being worked through and its agreed actions are progressing. The plan’s milestones are complete; the three-year strategy, added to it, launches later than hoped.

      Previous RAG: **✔ Green** on plan

      ### What the evidence says

      - ▲ No target missed; 1 off course
      - ▲ No milestone overdue; 1 slipped
      - ✔ No red risk

      The evidence alone points to Amber.

      ## What is needed from the board?

      - **For noting**: The launch of the three-year workforce strategy moves from March to summer 2021; a draft comes to the June board. No decision is needed today.

      "
    `);
  });

  it('has its headline figures as a table, with the marks of their notes', async () => {
    const markdown = await summaryOf(LUTON, 'highlight-report');
    const at = markdown.indexOf('## What changed?');
    expect(markdown.slice(at, markdown.indexOf('\n\n', markdown.indexOf('| :--', at))))
      .toMatchInlineSnapshot(`
      "## What changed? February 2021, headcount

      **Headline figures**

      | Figure | Now | Change | Aim |
      | :-- | --: | :-- | :-- |
      | Agency rate | 21.08% | ↑ Worse: +1.08 pp since Jan 2021 | Target 10% by Feb 2022, ○ Too early to judge |
      | Permanent | 146 | ↑ Better: +2 since Jan 2021 |  |
      | Agency | 39 | ↑ Worse: +3 since Jan 2021 |  |
      | Vacancies | 24<sup>\\*</sup> | ↑ Worse: +7 since Jan 2021 |  |"
    `);
  });

  it('has each drawing under a heading: risks as a table, milestones as a list', async () => {
    const markdown = await summaryOf(LUTON, 'highlight-report');
    const at = markdown.indexOf('### Risks');
    expect(markdown.slice(at, markdown.indexOf('**Can the figures'))).toMatchInlineSnapshot(`
      "### Risks

      **4 open risks: none red, 3 amber, 1 green**

      | Impact (down), Likelihood (across) | Low | Medium | High |
      | :-- | :-- | :-- | :-- |
      | **Critical** | 6 Amber | ✖ 8 Red | ✖ 9 Red |
      | **Significant** | 3 Green<br>**WFR3** | 5 Amber<br>**WFR1, WFR9, WFR10** | ✖ 7 Red |
      | **Noticeable** | 1 Green | 2 Green | 4 Amber |

      ✖: red. 2 closed risks not shown. Risk log: Table 6 of the full paper.

      ### Highest risks

      - **WFR1** 5 Amber: Permanent social workers cannot be recruited in the short …
      - **WFR9** 5 Amber: The large intake of newly qualified social workers strains …
      - **WFR10** 5 Amber: After Covid-19, workers look to other councils that offer …

      ### 6 of 7 milestones complete, 1 slipped 5 months

      - Academy ready for launch: ✔ Complete, due Oct 2020
      - Workforce dashboard completed by the supplier: ✔ Complete, due Dec 2020
      - Three-year workforce strategy launched: ▲ Slipped 5 months

      4 completed earlier. All milestones: Table 5 of the full paper.

      "
    `);
  });
});

describe('what a paper draws at a glance', () => {
  it.each(['committee-report', 'recommendations-report'] as const)('is in words in %s', async (template) => {
    const report = fullReport(template);
    const { glance } = reportView(report, template);
    const markdown = await summaryOf(report, template);
    expect(glance.timeLine).not.toBeNull();
    expect(glance.matrix).not.toBeNull();
    expect(markdown).toContain(`### ${glance.timeLine?.title ?? ''}\n\n- `);
    expect(markdown).toContain(`### Risks\n\n**${glance.matrix?.title ?? ''}**\n\n| `);
    for (const [risk = ''] of glance.matrix?.rows.flatMap((row) => row.cells.map((one) => one.risks)) ?? [])
      expect(markdown).toContain(risk);
  });

  it.each(['committee-report', 'recommendations-report'] as const)(
    'has the scored risks of a %s without milestones beside what is asked',
    async (template) => {
      const report = { ...fullReport(template), milestones: [] };
      const { glance, risks } = reportView(report, template);
      expect(glance).toMatchObject({
        timeLine: null,
        matrix: { id: 'chart-risks-at-a-glance', title: risks.summary },
      });
      expect(glance.lines.join(' ')).not.toContain(risks.summary);
      expect(await summaryOf(report, template)).toContain(`### Risks\n\n**${risks.summary}**\n\n| `);
      const unscored = report.risks.open.map((risk) => without(risk, 'score'));
      const bare = reportView({ ...report, risks: { ...report.risks, open: unscored } }, template);
      expect(bare.glance.matrix).toBeNull();
      expect(bare.glance.lines).toContain(`${bare.risks.summary}.`);
    },
  );

  it('is left out where nothing is drawn', async () => {
    const report = fullReport('committee-report');
    const bare = { ...report, milestones: [], risks: { ...report.risks, open: [], closed: [] } };
    const markdown = await summaryOf(bare, 'committee-report');
    expect(markdown).not.toMatch(/^### (?:Risks|.*milestones? )/m);
  });
});

describe('words that stand beside each other', () => {
  it('part the number of a table from a caption that begins with one', () => {
    const columns = [words('A')];
    expect(table({ number: 'Table 2', caption: '2 actions: 2 open', columns, rows: [] })).toMatch(
      /^\*\*Table 2\. 2 actions: 2 open\*\*\n/,
    );
  });

  it('put the number of a paragraph before the caption of its table', async () => {
    const template = 'committee-report';
    const markdown = await reportMarkdown(reportView(fullReport(template), template), template, 'whole');
    expect(markdown).toMatch(/^\*\*\d+\.\d+\*\* \*\*Table \d+\. /m);
    expect(markdown).not.toMatch(/^\*\*\d+\.\d+\*\*\n\n\*\*Table/m);
  });

  it('explain no short rating, since a table has whole ones', async () => {
    const matrix = LUTON.risks.matrix;
    if (!matrix) throw new Error('Luton has a matrix');
    const ratings = matrix.ratings.map((one) => ({ ...one, label: `${one.label} and in need of attention` }));
    const report = { ...LUTON, risks: { ...LUTON.risks, matrix: { ...matrix, ratings } } };
    const { chart } = risksView(report, { id: 't', number: 'Table 6' }, 'full');
    if (!chart) throw new Error('its matrix is drawn');
    expect(chart.notes.join(' ')).toContain('Amb: Amber and in need of attention');
    const markdown = riskMatrix(chart, await loadWriting(0)).join('\n\n');
    expect(markdown).not.toContain('Amb: ');
    expect(markdown).toMatch(/\d closed risks? not shown\. Risk log: Table 6\.$/);
  });

  it('name the workstream of a request in brackets, and the programme of a pack once', async () => {
    const view = packView(buildPack(PACKED), PACKED);
    const markdown = await packMarkdown(view, 'summary');
    expect(markdown).toMatch(/^- \*\*For noting\*\* \(Workforce\): /m);
    expect(markdown.split('\n').filter((line) => line.replace(/^# /, '') === view.programme)).toHaveLength(1);
  });
});

describe('the summary of Luton alone', () => {
  it('says of what it does not hold that the full paper does, and has the notes to its own figures', async () => {
    const template = 'highlight-report';
    const view = reportView(LUTON, template);
    const summary = await reportMarkdown(view, template, 'summary');
    const places = summary.match(/\b(?:Table|section) \d+(?! of the full paper)\b/g);
    expect(summary).toMatch(/Values: Table \d+ of the full paper\./);
    expect(places).toBeNull();
    expect(summary).toMatch(/### Notes to figures\n\n- \*\*\\\*\*\* /);
    expect(await reportMarkdown(view, template, 'whole')).not.toContain('of the full paper');
  });
});
