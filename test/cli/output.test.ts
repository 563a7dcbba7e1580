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

  // As the runners read a line: GitHub's looks for `::` after TrimStart and for `##[` anywhere, Azure's for `##vso[`.
  const isCommand = (line: string): boolean => line.trimStart().startsWith('::') || /##(vso)?\[/.test(line);

  it.each([
    '::error file=a::forged',
    '  ::set-output name=x::y',
    '\u2006::add-mask::a',
    '\u00a0\u3000::stop-commands::x',
    '##[error]forged',
    'error E301 ##[add-matcher]x: no such level',
    'x ##vso[task.complete]',
    '##[group]##[group]',
  ])('never writes what a CI runner takes for a command: %s', (text) => {
    expect(isCommand(text)).toBe(true);
    const { output, stderr, stdout } = recorder();
    output.say(text);
    output.result([{ text: '' }, { text, look: 'strong' }]);
    output.say([{ text: text.slice(0, -4) }, { text: text.slice(-4) }]);
    output.say([{ text: 'x #' }, { text: '#[error]forged' }]);
    output.say([{ text: ' :' }, { text: ':error::forged' }]);
    const lines = [...stderr().split('\n'), ...stdout().split('\n')].filter((line) => line !== '');
    expect(lines).toHaveLength(5);
    for (const line of lines) expect(isCommand(line), line).toBe(false);
  });

  it('leaves Markdown headings and double colons as they are', () => {
    const { output, stderr } = recorder();
    output.say('## Progress a::b');
    expect(stderr()).toBe('## Progress a::b\n');
  });

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
