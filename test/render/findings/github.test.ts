import { describe, expect, it } from 'vitest';
import { githubAnnotations } from '../../../src/render/findings/github.ts';
import {
  checked,
  failedState,
  found,
  hostileFindings,
  hostileState,
  placed,
} from '../../support/check-report.ts';

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

/** Reads a line as GitHub's runner does: after white space `::name a=b,c=d::message`, the first `::` ends the head. */
function command(line: string): Command | undefined {
  const text = line.trimStart();
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  const head = text.slice(2, end);
  const space = head.indexOf(' ');
  const pairs = space < 0 ? [] : head.slice(space + 1).split(',');
  return {
    name: space < 0 ? head : head.slice(0, space),
    properties: Object.fromEntries(
      pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
    ),
    message: unescaped(text.slice(end + 2)),
  };
}

const commands = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map(command);

describe('githubAnnotations', () => {
  it('gives a command for each finding, with the exact place', () => {
    const text = githubAnnotations(
      checked([
        found('W104', 'the agency rate is stated as 55%, not 61%', {
          at: placed(3, 28),
          about: 'agency_rate@2026-10',
          why: 'stated 55%',
          help: 'correct it',
        }),
      ]),
    );
    expect(text.split('\n')[0]).toBe(
      '::warning file=data/workforce/2026-11-09/workforce.csv,line=3,endLine=3,col=28,endColumn=31,title=W104 stated-figure::the agency rate is stated as 55%25, not 61%25%0Astated 55%25%0Aof: agency_rate@2026-10%0Ahelp: correct it',
    );
  });

  it('calls a note a notice, and what is accepted too, with reason and role', () => {
    const accepted = { reason: 'Counted a week late.', by: 'Head of Workforce' };
    const [error, note, quiet] = commands(
      githubAnnotations(
        checked([found('E001', 'a'), found('N118', 'b'), found('W110', 'c', { about: 'x', accepted })]),
      ),
    );
    expect(error).toMatchObject({
      name: 'error',
      properties: { title: expect.stringMatching(/^E001 /) as string },
    });
    expect(note?.name).toBe('notice');
    expect(quiet).toMatchObject({ name: 'notice' });
    expect(quiet?.message).toContain('accepted by Head of Workforce: Counted a week late.');
  });

  it('gives an error for each thing that fails a gate of a state, at its place, before the findings', () => {
    const at = placed(2, 1, 4, 'workforce/2026-11-09/risks.csv');
    const gates = [
      failedState('red-risk', [{ about: 'risk:R1', text: 'risk:R1 "Too few, 40%"', at }]),
      { name: 'W104', of: 'findings', failed: true, because: [{ text: 'W104 m', at: placed(1, 1) }] },
    ] as const;
    const lines = githubAnnotations(checked([found('W104', 'm', { at: placed(1, 1) })], { gates })).split(
      '\n',
    );
    expect(lines[0]).toBe(
      '::error file=data/workforce/2026-11-09/risks.csv,line=2,endLine=2,col=1,endColumn=5,title=gate red-risk::risk:R1 "Too few, 40%25"',
    );
    expect(lines[1]).toMatch(/^::warning .*title=W104 /);
    expect(lines).toHaveLength(3);
  });

  it('lets no entry of a list start a command, end one early, or add a property', () => {
    const gate = hostileState();
    const found = commands(githubAnnotations(checked([], { gates: [gate] })));
    expect(found).toHaveLength(gate.because.length);
    for (const one of found) {
      expect(one?.name).toBe('error');
      expect(one?.properties['title']).toBe('gate red-risk');
      expect(Object.keys(one?.properties ?? {})).toHaveLength(6);
    }
  });

  it('gives the paths of a data repo elsewhere from its own root', () => {
    const text = githubAnnotations(
      checked([found('W104', 'm', { at: placed(1, 1) })], { prefix: '/srv/data/' }),
    );
    expect(commands(text)[0]?.properties['file']).toBe('workforce/2026-11-09/workforce.csv');
  });

  it('lets no data start a command, end one early, or add a property', () => {
    const findings = hostileFindings();
    const text = githubAnnotations(checked(findings, { gates: [hostileState()] }));
    expect(text).not.toMatch(/##\w*\[/);
    const found = commands(githubAnnotations(checked(findings)));
    expect(found).toHaveLength(findings.length);
    for (const [index, one] of found.entries()) {
      expect(one?.name).toBe(findings[index]?.accepted ? 'notice' : 'warning');
      const names = Object.keys(one?.properties ?? {});
      expect(names).toEqual(
        findings[index]?.at ? ['file', 'line', 'endLine', 'col', 'endColumn', 'title'] : ['title'],
      );
      expect(one?.properties['title']).toMatch(/^W1(04|10) [a-z-]+( \(accepted\))?$/);
    }
  });
});
