import { describe, expect, it } from 'vitest';
import { finding } from '../../src/model/finding.ts';
import { renderPack } from '../../src/render/pack-html.ts';
import { packRoom } from '../../src/report/pack-room.ts';
import { packView } from '../../src/report/pack-view.ts';
import { buildPack, packStem, serialisePack, type PackWorkstream } from '../../src/report/pack.ts';
import type { Report } from '../../src/report/report.ts';
import { largePack, PACKED } from '../support/packed-reports.ts';

const PACK = buildPack(PACKED);
const [FIRST, SECOND, THIRD] = PACK.workstreams as [PackWorkstream, PackWorkstream, PackWorkstream];

describe('a pack', () => {
  it('names every meeting, and is named after the latest', () => {
    expect(PACK.meetings).toEqual(['2021-03-15', '2021-04-19']);
    expect(PACK.date).toBe('2021-04-19');
    expect(packStem(PACK)).toBe('pack-2021-04-19');
    expect(PACK.workstreams.map((one) => [one.id, one.report.stem])).toEqual([
      ['workforce', 'workforce-2021-04-19'],
      ['practice', `practice-${PACKED[1]!.meeting.id}`],
      ['practice-leadership', 'practice-leadership-2021-03-15'],
    ]);
  });

  it('never takes the name of a report in it', () => {
    const [report] = PACKED as [Report];
    expect(packStem(buildPack([{ ...report, workstream: { id: 'pack', title: 'Pack' } }]))).toBe(
      'board-pack-2021-04-19',
    );
  });

  it('is a draft where one of its reports is', () => {
    expect(PACK.draft).toBe(true);
    expect([FIRST.draft, SECOND.draft, THIRD.draft]).toEqual([false, false, true]);
    expect(buildPack(PACKED.map((one) => ({ ...one, draft: false }))).draft).toBe(false);
  });

  it('gives the RAG of every workstream, what it was, and why', () => {
    expect(FIRST.rag).toMatchObject({
      current: PACKED[0]!.rag!.current,
      previous: PACKED[0]!.rag!.previous,
      word: 'Green',
      reason: expect.stringMatching(/\S/) as unknown,
      change: expect.stringMatching(/\S/) as unknown,
    });
    const unstated = structuredClone(PACKED[0]!);
    Reflect.deleteProperty(unstated, 'rag');
    expect(buildPack([unstated]).workstreams[0]?.rag).toBeUndefined();
  });

  it('puts decisions before support, and support before what is noted', () => {
    const asks = (['note', 'decide', 'support', 'decide'] as const).map((kind, index) => ({
      kind,
      markdown: `${index}`,
    }));
    const [one] = buildPack([{ ...PACKED[0]!, asks }]).workstreams;
    expect(one?.asks.map(({ kind, markdown }) => kind + markdown)).toEqual([
      'decide1',
      'decide3',
      'support2',
      'note0',
    ]);
  });

  it('has four headline figures of a workstream at most, as its report prints them', () => {
    for (const [index, { headlines }] of PACK.workstreams.entries()) {
      expect(headlines.length).toBeGreaterThan(0);
      expect(headlines.length).toBeLessThanOrEqual(4);
      for (const { figure, text } of headlines) expect(PACKED[index]!.figures[figure]?.text).toBe(text);
    }
    expect(FIRST.headlines[0]?.change?.text).toBe(
      PACKED[0]!.figures[FIRST.headlines[0]!.figure]?.change?.text,
    );
  });

  it('counts what is overdue, red, missed and warned of, in each report and in all', () => {
    for (const [index, { counts, overdue, redRisks }] of PACK.workstreams.entries()) {
      const report = PACKED[index]!;
      expect(counts).toEqual({
        overdueMilestones: report.milestoneCounts.overdue,
        overdueActions: report.actions.filter((one) => one.state === 'overdue').length,
        redRisks: report.risks.open.filter((one) => one.severe).length,
        missedTargets: report.targets.filter((one) => one.state === 'missed').length,
        redIndicators: report.indicators.filter((one) => one.limit?.rag === 'red').length,
        amberIndicators: report.indicators.filter((one) => one.limit?.rag === 'amber').length,
        unanswered: report.answers.filter((one) => one.answer === undefined).length,
        missingActions: report.missingActions.length,
        warnings: report.findings.filter((one) => one.severity === 'warning' && one.accepted === undefined)
          .length,
      });
      expect(overdue).toHaveLength(
        counts.overdueMilestones + counts.overdueActions + counts.missingActions + counts.unanswered,
      );
      expect(redRisks).toHaveLength(counts.redRisks);
    }
    for (const [key, count] of Object.entries(PACK.counts).filter(([one]) => one !== 'warnings'))
      expect(count, key).toBe(
        PACK.workstreams.reduce((sum, one) => sum + one.counts[key as keyof typeof one.counts], 0),
      );
    expect(PACK.counts.overdueActions).toBeGreaterThan(0);
  });

  it('counts a warning on a file that its reports share once', () => {
    const shared = finding('W110', 'permanent staff: −6 unexplained', {
      at: { file: 'cip-report.yaml', line: 3, column: 1, length: 2 },
    });
    const own = PACKED.map((report, index) => ({
      ...report,
      findings: [shared, finding('W303', `R${index}: the wrong way round`)],
    }));
    const pack = buildPack(own);
    expect(pack.workstreams.map((one) => one.counts.warnings)).toEqual([2, 2, 2]);
    expect(pack.counts.warnings).toBe(4);
  });

  it('is plain JSON, the same for the same reports, and names every input once', () => {
    const text = serialisePack(PACK);
    expect(JSON.parse(text)).toEqual(PACK);
    expect(serialisePack(buildPack(PACKED))).toBe(text);
    const paths = PACK.inputs.map((one) => one.path);
    expect(paths).toEqual([...new Set(paths)].sort());
    expect(paths).toHaveLength(new Set(PACKED.flatMap((one) => one.inputs.map(({ path }) => path))).size);
  });

  it('is of at least one report, and of one a workstream', () => {
    expect(() => buildPack([])).toThrow(RangeError);
    expect(() => buildPack([PACKED[0]!, PACKED[0]!])).toThrow(RangeError);
  });
});

describe('the page of a pack', () => {
  it('says which report is for which meeting where they differ, and which is a draft', () => {
    const view = packView(PACK, PACKED);
    expect(view.contents.map((one) => one.detail)).toEqual([
      '',
      '19 April 2021',
      expect.stringContaining('19 April 2021'),
      'Leadership, 15 March 2021, draft',
      '',
    ]);
    expect(view.facts[1]).toMatchObject({ term: 'Meeting dates', value: '15 March 2021 and 19 April 2021' });
    expect(view.title).toMatch(/: board pack, 19 April 2021 \(draft\)$/);
  });

  it('speaks of a committee where the papers go to one', () => {
    const reports = PACKED.map((one) => ({ ...one, board: 'Scrutiny Committee' }));
    const view = packView(buildPack(reports), reports);
    expect([view.kind, view.facts[0]?.term, view.summary.asksTitle]).toEqual([
      'Committee pack',
      'Committee',
      'What is asked of the committee?',
    ]);
  });

  it('says what has no room on the summary page, and counts it', () => {
    const { pack, reports } = largePack(4);
    const { summary } = packView(pack, reports);
    const asked = pack.workstreams.flatMap((one) => one.asks).length;
    const red = pack.counts.redRisks;
    expect(summary.asks.length).toBeLessThan(asked);
    expect(summary.asksMore).toBe(`${asked - summary.asks.length} more requests in the reports.`);
    expect(summary.risksMore).toBe(`${red - summary.risks.length} more risks in the reports.`);
    expect(summary.risksTitle).toBe(`${red} red risks`);
  });

  it('never says that nothing is asked where there is only no room', async () => {
    const { pack, reports } = largePack(16);
    const { summary } = packView(pack, reports);
    const asked = pack.workstreams.flatMap((one) => one.asks).length;
    expect(asked).toBeGreaterThanOrEqual(240);
    expect([summary.asks, summary.asksMore]).toEqual([[], `See the reports for ${asked} requests.`]);
    expect(await renderPack(pack, packView(pack, reports))).not.toContain('Nothing is asked.');
    const calm = PACKED.map((one) => ({
      ...one,
      asks: [],
      sections: one.sections.filter(({ id }) => id !== 'decision'),
    }));
    expect(await renderPack(buildPack(calm), packView(buildPack(calm), calm))).toContain('Nothing is asked.');
  });

  it('keeps every workstream, and gives up details before lists, as there are more', () => {
    const rooms = [2, 4, 6, 9, 12].map((count) => packRoom(largePack(count).pack));
    expect(rooms[0]).toMatchObject({ headlines: 4 });
    rooms.slice(1).forEach((room, index) => {
      expect(room.headlines).toBeLessThanOrEqual(rooms[index]!.headlines);
    });
    expect(rooms.at(-1)?.headlines).toBeLessThan(2);
    for (const room of rooms) expect(room.asks).toBeGreaterThan(0);
    expect(packView(largePack(12).pack, largePack(12).reports).summary.rows).toHaveLength(12);
  });

  it('says that nothing is overdue and no risk red where that is so', () => {
    const calm = PACKED.map((one) => ({
      ...one,
      milestones: one.milestones.map((row) => ({ ...row, state: 'complete' as const })),
      actions: [],
      targets: [],
      indicators: [],
      answers: [],
      risks: { ...one.risks, open: [], closed: [...one.risks.open, ...one.risks.closed] },
    }));
    const { summary } = packView(buildPack(calm), calm);
    expect([summary.overdueTitle, summary.risksTitle]).toEqual(['Nothing is overdue', 'No red risk']);
    expect(summary.rows.map((row) => row.attention.map((one) => one.text))).toEqual(
      PACKED.map(() => ['No milestone overdue, no red risk']),
    );
  });
});
