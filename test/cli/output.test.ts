import { describe, expect, it } from 'vitest';
import { wantsColour } from '../../src/cli/environment.ts';
import { recorder } from '../support/recorder.ts';

describe('Output', () => {
  it('keeps results on stdout and everything else on stderr', () => {
    const { output, stdout, stderr } = recorder();
    output.result('the result');
    output.say('by the way');
    expect(stdout()).toBe('the result\n');
    expect(stderr()).toBe('by the way\n');
  });

  it.each([
    ['an escape sequence', 'a\u001b[2Jb', 'a\\u{1b}[2Jb'],
    ['a carriage return', 'safe\rforged', 'safe\\rforged'],
    ['a line break', 'one\ntwo', 'one\\ntwo'],
    ['a bidi override', 'abc\u202etxt', 'abc\\u{202e}txt'],
    ['a C1 control', 'a\u009b31mb', 'a\\u{9b}31mb'],
    ['a zero-width space', 'per\u200bmanent', 'per\\u{200b}manent'],
    ['a line separator', 'a\u2028::error::b', 'a\\u{2028}::error::b'],
  ])('shows %s instead of obeying it', (_, text, shown) => {
    const { output, stderr } = recorder();
    output.say(text);
    expect(stderr()).toBe(`${shown}\n`);
  });

  it.each(['::error file=a::forged', '  ::set-output name=x::y', '##[error]forged', '##vso[task.complete]'])(
    'never starts a line with the CI command %s',
    (text) => {
      const { output, stderr, stdout } = recorder();
      output.say(text);
      output.result([{ text: '' }, { text, look: 'strong' }]);
      for (const line of [stderr(), stdout()]) {
        expect(line).not.toMatch(/^[ \t]*(::|##)/);
        expect(line).toContain(text.trim());
      }
    },
  );

  it('styles its own text only', () => {
    const { output, stderr } = recorder({ colour: true });
    output.say([{ text: 'error', look: 'error' }, { text: ' \u001b[0mplain' }]);
    expect(stderr()).toBe('\u001b[31m\u001b[1merror\u001b[22m\u001b[39m \\u{1b}[0mplain\n');
  });

  it('shows progress on a terminal only, and removes it before the next line', () => {
    const quiet = recorder();
    quiet.output.progress('reading');
    expect(quiet.stderr()).toBe('');
    const terminal = recorder({ terminal: true });
    terminal.output.progress('reading');
    terminal.output.say('done');
    expect(terminal.stderr()).toBe('\r\u001b[2Kreading\r\u001b[2Kdone\n');
  });
});

describe('wantsColour', () => {
  const terminal = { isTTY: true, write: () => undefined };
  const pipe = { write: () => undefined };
  it.each([
    [terminal, {}, true],
    [pipe, {}, false],
    [terminal, { NO_COLOR: '1' }, false],
    [terminal, { NO_COLOR: '' }, true],
    [pipe, { FORCE_COLOR: '1' }, true],
    [terminal, { FORCE_COLOR: '0' }, false],
    [pipe, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    [terminal, { TERM: 'dumb' }, false],
  ])('case %#', (stream, variables, expected) => {
    expect(wantsColour(stream, variables)).toBe(expected);
  });
});
