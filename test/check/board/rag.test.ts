import { describe, expect, it } from 'vitest';
import { RAG_RULES } from '../../../src/check/board/rag.ts';
import { finding, type Finding } from '../../../src/model/finding.ts';
import { judgeTarget } from '../../../src/papers/target-state.ts';
import { TARGET_RULES } from '../../../src/check/board/targets.ts';
import type { Programme, StatedRag, Target } from '../../../src/model/dataset.ts';
import { codesAndMessages, context, meeting, milestone, place, risk, sourced } from '../../support/board.ts';
import { lutonDataset, lutonObservations, month, paper, table, target } from '../../support/dataset.ts';
import { exact } from '../../../src/model/exact.ts';

interface Case {
  readonly rag?: Partial<StatedRag>;
  readonly red?: boolean;
  readonly overdue?: boolean;
  readonly asOf?: string;
  readonly programme?: Partial<Programme>;
  readonly lastMeeting?: StatedRag['current'];
}

function seen({ rag = {}, red = false, overdue = false, asOf = '2021-04-19', programme, lastMeeting }: Case) {
  const stated: StatedRag = { current: 'green', reason: sourced('As planned.'), at: place(9, 3), ...rag };
  const now = meeting('2021-04-19', {
    paper: paper({ rag: stated }),
    risks: red ? [risk('WFR1', 'High', 'Critical')] : [],
    milestones: overdue ? [milestone('2021-03')] : [],
    observations: lutonObservations(),
  });
  const before =
    lastMeeting &&
    meeting('2021-02-15', {
      paper: paper({ rag: { ...stated, current: lastMeeting, at: place(9, 3, 'before') } }),
    });
  return context(before ? [before, now] : [now], { asOf, ...(programme && { programme }) });
}

const found = (one: Case) => codesAndMessages(RAG_RULES, seen(one));

describe('RAG rules', () => {
  it("let Luton's Green stand", () => {
    expect(found({ programme: { targets: lutonDataset().programme.targets } })).toEqual([]);
  });

  it('find a RAG that the evidence does not bear out, with the evidence', () => {
    const [first] = RAG_RULES.flatMap((rule) => rule.check(seen({ red: true, overdue: true })));
    expect(first).toMatchObject({
      code: 'W401',
      message: 'the RAG is stated as Green, but the evidence points to Red',
      why:
        'Red: a target was missed, or a milestone is overdue while a risk is red · 0 targets missed and 0 off ' +
        'course · 1 milestone overdue · 1 red risk',
      at: { line: 9 },
    });
    expect(found({ red: true })).toEqual([
      'W401 the RAG is stated as Green, but the evidence points to Amber',
    ]);
    expect(found({ rag: { current: 'amber' }, red: true })).toEqual([]);
    expect(found({ rag: { current: 'blue' } })).toEqual([
      'W401 the RAG is stated as Blue, but the evidence points to Green',
    ]);
  });

  it('are silent of the evidence while a part of it cannot be read', () => {
    const codes = (likelihood: string, open: boolean, read: readonly Finding[] = []) => {
      const stated: StatedRag = { current: 'blue', reason: sourced('All done.'), at: place(9, 3) };
      const now = meeting('2021-04-19', {
        paper: paper({ rag: stated }),
        risks: [risk('WFR1', likelihood, 'Critical', { open })],
        observations: lutonObservations(),
      });
      return codesAndMessages(RAG_RULES, context([now], { read })).map((one) => one.slice(0, 4));
    };
    expect(codes('High', true)).toEqual(['W401']);
    expect(codes('Hihg', false)).toEqual(['W401']);
    expect(codes('Certainly', true)).toEqual([]);
    expect(
      codes('High', true, [finding('E080', 'a milestone needs a date', { at: place(3, 1, 'm') })]),
    ).toEqual([]);
  });

  it('are satisfied by a reason, not by an empty one', () => {
    expect(found({ red: true, rag: { despite: sourced('It is being closed today.') } })).toEqual([]);
    expect(found({ red: true, rag: { despite: sourced(' ') } })).toHaveLength(1);
  });

  it('compare the previous RAG with what the last meeting reported', () => {
    expect(found({ lastMeeting: 'amber', rag: { previous: 'green' } })).toEqual([
      'W402 the previous RAG is given as Green, but 15 February 2021 reported Amber',
    ]);
    expect(found({ lastMeeting: 'green', rag: { previous: 'green' } })).toEqual([]);
    expect(found({ lastMeeting: 'amber' })).toEqual([]);
    expect(found({ rag: { previous: 'amber' } })).toEqual([]);
  });
});

describe('target rules', () => {
  const due = { by: month('2021-02'), label: 'Agency at most 10%' };

  it('find a target that its own figure missed, once the data reaches its date', () => {
    const programme = { targets: [target(due)] };
    const [first] = TARGET_RULES.flatMap((rule) => rule.check(seen({ programme })));
    expect(first).toMatchObject({
      code: 'W404',
      message: 'the target "Agency at most 10%" was not reached by February 2021',
      why: 'Agency rate was 21.08% in February 2021 · the target is at most 10.00%',
    });
    const ahead = { targets: [target({ ...due, by: month('2021-04') })] };
    expect(codesAndMessages(TARGET_RULES, seen({ programme: ahead }))).toEqual([]);
    expect(found({ programme })).toHaveLength(1);
  });

  it('find nothing in a target that was reached', () => {
    const reached = target({ ...due, value: exact('0.22') });
    expect(codesAndMessages(TARGET_RULES, seen({ programme: { targets: [reached] } }))).toEqual([]);
  });

  it('find a target that no figure shows to be met, once its date has passed', () => {
    const unseen = target({ ...due, by: month('2020-11') });
    expect(codesAndMessages(TARGET_RULES, seen({ programme: { targets: [unseen] } }))).toEqual([
      'W431 the target "Agency at most 10%" is not shown to be met: November 2020 has passed, and there is no figure for it',
    ]);
  });

  it('find a target that the council states as missed', () => {
    const [conversions] = lutonDataset().programme.targets;
    const targets = [{ ...conversions!, stated: { outcome: 'missed' as const, at: place() } }];
    expect(codesAndMessages(TARGET_RULES, seen({ programme: { targets } }))).toHaveLength(1);
    expect(found({ programme: { targets } })).toHaveLength(1);
  });

  it('judge a target of a group by the figure of that group, on its own periods', () => {
    const months = [month('2021-01'), month('2021-02')];
    const observations = [
      ...lutonObservations(),
      ...table(months, [['agency', 4, 9]], { group: { team: 'MASH' } }),
      ...table([month('2021-01')], [['agency', 3]], { group: { team: 'Adoption' } }),
    ];
    const judged = (of: Target['of'], by = '2021-02') => {
      const one = target({ label: 'Few', metric: 'agency', value: exact(5), by: month(by), of });
      const seenOf = context([meeting('2021-04-19', { observations })], { programme: { targets: [one] } });
      const [found_] = TARGET_RULES.flatMap((rule) => rule.check(seenOf));
      return [judgeTarget(seenOf, one).state, found_?.why];
    };
    expect(judged({ Team: 'mash' })).toEqual([
      'missed',
      'Agency (MASH) was 9 in February 2021 · the target is at most 5',
    ]);
    expect(judged({ team: 'MASH' }, '2021-01')).toEqual(['achieved', undefined]);
    expect(judged({ team: 'MASH' }, '2021-12')).toEqual(['off_course', undefined]);
    expect(judged({ team: 'Adoption' }, '2021-12')).toEqual([
      'at_target',
      'Agency (Adoption) was 3 then · the papers have figures for February 2021',
    ]);
    expect(judged({ team: 'Adoption' })).toEqual(['unknown', undefined]);
    expect(judged({ team: 'Duty' })).toEqual(['unknown', undefined]);
    expect(judged({})).toEqual(['missed', 'Agency was 39 in February 2021 · the target is at most 5']);
  });
});
