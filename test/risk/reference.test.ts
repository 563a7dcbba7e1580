import { describe, expect, it } from 'vitest';
import { followed } from '../../src/risk/reference.ts';
import { meeting, milestone } from '../support/board.ts';

const steps = (...names: readonly string[]) =>
  names.map((name) => {
    const [reference = '', text = ''] = name.split(' ');
    return milestone('2021-03', { reference, milestone: text });
  });

function became(earlier: readonly (readonly string[])[], now: readonly string[]) {
  const meetings = earlier.map((names, index) =>
    meeting(`2021-0${index + 1}-15`, { milestones: steps(...names) }),
  );
  const found = followed(
    meetings,
    (one) => one.milestones,
    steps(...now),
    (one) => one.milestone,
  );
  return found.map((one) => `${one.meeting.id} ${one.was.milestone} → ${one.now?.milestone ?? 'gone'}`);
}

describe('what became of the entries of earlier papers', () => {
  it('is known by reference and text, in whatever letters', () => {
    expect(became([['M1 scope', 'M1 build']], ['m1 BUILD', 'M1 scope'])).toEqual([
      '2021-01-15 scope → scope',
      '2021-01-15 build → BUILD',
    ]);
  });

  it('is known of one that was reworded, where it is the only one left', () => {
    expect(became([['M1 scope', 'M1 build']], ['M1 scope', 'M1 construct'])).toEqual([
      '2021-01-15 scope → scope',
      '2021-01-15 build → construct',
    ]);
  });

  it('is not guessed where several may be meant', () => {
    expect(became([['M1 scope', 'M1 build']], ['M1 outline', 'M1 construct'])).toEqual([]);
    expect(became([['M1 scope', 'M1 build']], ['M1 outline'])).toEqual([]);
  });

  it('is followed over meetings that do not list it, the newest listing first', () => {
    expect(became([['M1 scope', 'M2 hire'], ['M2 hire'], []], ['M2 hire'])).toEqual([
      '2021-02-15 hire → hire',
      '2021-01-15 scope → gone',
    ]);
  });

  it('is new where no earlier papers list it', () => {
    expect(became([], ['M1 scope'])).toEqual([]);
  });
});
