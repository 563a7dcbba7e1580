import { describe, expect, it } from 'vitest';
import { judgeTarget } from '../../src/papers/target-state.ts';
import { createContext } from '../../src/papers/context.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { finding, type Finding } from '../../src/model/finding.ts';
import { buildReport, serialiseReport } from '../../src/report/build-report.ts';
import type { Report } from '../../src/report/report.ts';
import { meeting, place, risk, sourced } from '../support/board.ts';
import { date, paper } from '../support/dataset.ts';
import { lutonMeeting, lutonPapers } from '../support/luton-papers.ts';

function build(dataset: Dataset = lutonPapers(), findings: readonly Finding[] = [], asOf?: string) {
  return buildReport(dataset, {
    workstream: 'workforce',
    meeting: '2021-04-19',
    asOf: asOf === undefined ? undefined : date(asOf),
    version: '0.0.0',
    findings,
  });
}

function reportOf(...args: Parameters<typeof build>): Report {
  const { report, findings } = build(...args);
  if (!report) throw new Error(`no report: ${findings.map((one) => one.message).join('; ')}`);
  return report;
}

/** Every path of a value whose content is neither plain JSON nor an absent key. */
function notJson(value: unknown, path = ''): string[] {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return [];
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (Array.isArray(value)) return value.flatMap((one, index) => notJson(one, `${path}[${index}]`));
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return [path];
  return Object.entries(value).flatMap(([key, one]) => notJson(one, `${path}.${key}`));
}

describe('buildReport on Luton', () => {
  const report = reportOf();

  it("holds the council's figures", () => {
    const texts = (metric: string) =>
      ['2020-12', '2021-01', '2021-02'].map((key) => report.figures[`${metric}@${key}`]?.text);
    expect(texts('in_post')).toEqual(['193', '180', '185']);
    expect(texts('agency_rate')).toEqual(['26.94%', '20.00%', '21.08%']);
    expect(texts('starters_rate')).toEqual(['0.71%', '6.94%', '0.00%']);
    expect(texts('establishment')).toEqual(['209', '197', '209']);
  });

  it('holds risk scores, milestones and RAG', () => {
    expect(report.risks.open.map((one) => one.score)).toEqual(['5', '3', '5', '5']);
    expect(report.risks.closed.map((one) => one.swapped?.score)).toEqual(['3', '3']);
    expect(report.milestoneCounts).toMatchObject({ complete: 6, slipped: 1, overdue: 0, slippedTotal: 1 });
    expect(report.rag).toMatchObject({ current: 'green', indicated: 'green', agrees: true });
    expect(report.rag?.evidence).toEqual([
      { kind: 'targets', text: '2 targets achieved (stated), 1 too early to judge', tone: 'good' },
      { kind: 'milestones', text: 'No milestone overdue', tone: 'good' },
      { kind: 'milestones', text: '1 milestone slipped', tone: 'attention' },
      { kind: 'risks', text: 'No red risk', tone: 'good' },
    ]);
    expect(report.targets.map((one) => one.state)).toEqual(['achieved', 'achieved', 'on_course']);
  });

  it('finds what is known to be wrong in the papers, and no error', () => {
    const codes = report.findings.map((one) => one.code);
    expect(codes.filter((code) => code === 'W303')).toHaveLength(2);
    expect(codes).toContain('N203');
    expect(report.findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(codes.filter((code) => code.startsWith('W4'))).toEqual([]);
  });

  it('fills the narrative in', () => {
    expect(report.progress).toBe('- 39 agency workers, 21.08% of those in post.\n');
    expect(report.workforce.commentary).toBe(
      'Of the 24 vacancies for February 2021, 12 remain; agency was highest at 72.',
    );
    expect(report.escalations).toEqual([{ matter: 'Late: 1', action: 'Watched.' }]);
  });

  it('has every figure that it refers to, those of its prose and its notes too', () => {
    const referred = [
      ...report.workforce.groups.flatMap((group) => group.rows.flatMap((row) => row.figures)),
      ...report.workforce.headlines,
      ...report.workforce.series.flatMap((series) => series.figures),
      ...report.targets.flatMap((target) => target.figure ?? []),
      ...report.notes.flatMap((note) => note.figures),
      'agency@2020-05',
    ];
    expect(referred.length).toBeGreaterThan(40);
    expect(referred.filter((id) => !Object.hasOwn(report.figures, id))).toEqual([]);
    expect(report.notes).toEqual([
      { mark: '*', markdown: '12 of these vacancies remain.', figures: ['unfilled@2021-02'] },
    ]);
    const defined = new Set(report.definitions.map((one) => one.id));
    expect(Object.values(report.figures).filter((one) => !defined.has(one.metric))).toEqual([]);
  });

  it('is plain JSON without loss', () => {
    expect(notJson(report)).toEqual([]);
    expect(JSON.parse(serialiseReport(report))).toEqual(report);
  });

  it('gives the same text from the same papers, in the order of the contract', () => {
    const text = serialiseReport(report);
    expect(serialiseReport(reportOf(lutonPapers()))).toBe(text);
    expect(text.startsWith('{\n  "schema": "cip-report/report@1",\n  "generator"')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(Object.keys(report.figures)).toEqual([...Object.keys(report.figures)].sort());
  });

  it('names the files that it was made from: the programme’s and those of this meeting', () => {
    expect(report.inputs.map((one) => one.path)).toEqual([
      'cip-report.yaml',
      'workforce/2021-04-19/report.yaml',
      'workforce/2021-04-19/risks.csv',
    ]);
  });

  it('names what the whole programme shares, and no other workstream’s files', () => {
    const file = (path: string) => ({ path, sha256: '', bytes: 1 });
    const paths = ['assets/logo.svg', 'benchmarks/dfe.csv', 'practice/2021-04-19/report.yaml'];
    const { inputs } = reportOf({ ...lutonPapers(), inputs: paths.map(file) });
    expect(inputs.map((one) => one.path)).toEqual(['assets/logo.svg', 'benchmarks/dfe.csv']);
  });

  it('has the theme of the programme, without the place of its logo', () => {
    const papers = lutonPapers();
    const logo = { mediaType: 'image/svg+xml', base64: 'PHN2Zy8+', width: 40, height: 20 } as const;
    const look = { light: { accent: '#1d4f91' }, headings: 'accent' } as const;
    const theme = { ...look, logo: { ...logo, at: place() } };
    expect(reportOf(papers).theme).toEqual({});
    expect(reportOf({ ...papers, programme: { ...papers.programme, theme } }).theme).toEqual({
      ...look,
      logo,
    });
  });

  it('holds the findings of reading that are about those files', () => {
    const at = (file: string) => finding('W303', `about ${file}`, { at: place(1, 1, file) });
    const { findings } = reportOf(lutonPapers(), [
      at('workforce/2021-04-19/risks.csv'),
      at('adoption/2021-04-19/report.yaml'),
    ]);
    const messages = findings.map((one) => one.message);
    expect(messages).toContain('about workforce/2021-04-19/risks.csv');
    expect(messages).not.toContain('about adoption/2021-04-19/report.yaml');
  });
});

describe('buildReport', () => {
  it('judges as of the meeting, or as of another date', () => {
    expect(reportOf().asOf).toBe('2021-04-19');
    const later = reportOf(lutonPapers(), [], '2021-09-01');
    expect(later.asOf).toBe('2021-09-01');
    expect(later.milestones.at(-1)).toMatchObject({
      state: 'overdue',
      stateText: 'Overdue by 1 day',
      slipText: '5 months',
    });
    expect(later.rag).toMatchObject({ indicated: 'amber', agrees: false });
    expect(later.findings.map((one) => one.code)).toContain('W401');
  });

  it('takes movement and history from the meeting before, and nothing from one after', () => {
    const before = meeting('2021-02-15', { risks: [risk('WFR1', 'High', 'Significant')] });
    const after = meeting('2021-06-21', { risks: [risk('WFR1', 'Low', 'Noticeable')] });
    const dataset = lutonPapers(lutonMeeting(), [before]);
    const [workstream] = dataset.workstreams;
    const three = {
      ...dataset,
      workstreams: [{ ...workstream!, meetings: [...workstream!.meetings, after] }],
    };
    const report = reportOf(three);
    expect(report.meeting).toEqual({ id: '2021-04-19', date: '2021-04-19', previous: '2021-02-15' });
    expect(report.risks.open[0]?.movement?.kind).toBe('down');
    expect(report.inputs.map((one) => one.path)).toContain('workforce/2021-02-15/report.yaml');
    expect(report.inputs.map((one) => one.path)).not.toContain('workforce/2021-06-21/report.yaml');
  });

  it('gives no report where there is an error, and all findings of the run', () => {
    const papers = lutonMeeting({
      risks: [risk('WFR1', 'Mediun', 'Significant')],
      paper: paper({
        progress: sourced('{{agency_rat}}'),
        notes: [{ mark: '*', text: sourced('12 remain.') }],
      }),
    });
    const { report, findings } = build(lutonPapers(papers));
    expect(report).toBeUndefined();
    expect(findings.map((one) => one.code)).toEqual(expect.arrayContaining(['E301', 'E403', 'N203', 'W105']));
  });

  it('gives no report where reading found an error', () => {
    const unread = finding('E001', 'workforce/2021-04-19/report.yaml is missing');
    expect(build(lutonPapers(), [unread]).report).toBeUndefined();
  });

  it('calls nothing missing that may stand where reading failed', () => {
    const papers = lutonMeeting({
      observations: [],
      paper: paper({ rag: { current: 'blue', reason: sourced('{{agency}} {{agency_rat}}'), at: place() } }),
    });
    const before = meeting('2021-02-15', { risks: [risk('WFR99', 'Low', 'Critical')] });
    const dataset = lutonPapers(papers, [before]);
    const blamed = (found: readonly Finding[]) =>
      found.map((one) => one.code).filter((code) => /[EW](3|4)/.test(code));
    const whole = ['W303', 'W303', 'W308', 'W401', 'E403', 'E403'];
    expect(blamed(build(dataset).findings).sort()).toEqual(whole.sort());
    const unread = finding('E001', 'a fault', { at: place(1, 1, 'workforce/2021-04-19/workforce.csv') });
    expect(blamed(build(dataset, [unread]).findings).sort()).toEqual(['E403', 'W303', 'W303']);
  });

  it('refuses a meeting that is not there', () => {
    expect(() =>
      buildReport(lutonPapers(), { workstream: 'x', meeting: 'y', version: '0', findings: [] }),
    ).toThrow(RangeError);
  });

  it.each(['2021-02-28', '2021-04-19', '2022-02-28', '2022-03-01'])(
    'shows each target, as of %s, in the state that its RAG is judged by',
    (asOf) => {
      const dataset = lutonPapers();
      const workstream = dataset.workstreams[0]!;
      const context = createContext(dataset, {
        workstream,
        meeting: workstream.meetings[0]!,
        asOf: date(asOf),
      });
      const judged = dataset.programme.targets.map((target) => judgeTarget(context, target).state);
      expect(reportOf(dataset, [], asOf).targets.map((target) => target.state)).toEqual(judged);
    },
  );
});
