import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import { cspHash } from '../../../src/render/assets.ts';
import { changesIdentity } from '../../../src/render/changes/html-identity.ts';
import { changesHtml } from '../../../src/render/changes/html.ts';
import {
  comparison,
  entry,
  EQUAL,
  FULL,
  HOSTILE,
  HOSTILE_TEXTS,
  SEVERAL,
  SMALL,
  withText,
  workstream,
} from '../../support/comparisons.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    // As for a report: void elements as HTML 5 writes them, long titles of the council's own.
    'long-title': 'off',
    'void-style': ['error', { style: 'omit' }],
    'no-trailing-whitespace': 'off',
  },
});

const CASES = { SMALL, FULL, SEVERAL, HOSTILE, EQUAL };
const pages = new Map<string, Promise<string>>();

function html(name: keyof typeof CASES): Promise<string> {
  const made = pages.get(name) ?? changesHtml(changesView(CASES[name]));
  pages.set(name, made);
  return made;
}

async function body(name: keyof typeof CASES): Promise<string> {
  return (await html(name)).replace(/<style>[\s\S]*<\/style>/, '');
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
}

describe.each(Object.keys(CASES) as (keyof typeof CASES)[])('the paper of %s', (name) => {
  it('is valid HTML', async () => {
    const report = await validator.validateString(await html(name));
    const messages = report.results.flatMap((result) =>
      result.messages.map((one) => `${one.line}:${one.column} ${one.ruleId} ${one.message}`),
    );
    expect(messages).toEqual([]);
  });

  it('has one h1, no gap in its headings, and every id once', async () => {
    const page = await body(name);
    const levels = all(page, /<h([1-6])[\s>]/g).map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const ids = all(page, /\sid="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const references = all(page, /\saria-labelledby="([^"]+)"/g).flatMap((list) => list.split(' '));
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('has no script, fetches nothing, and its policy allows its own style alone', async () => {
    const page = await html(name);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(policy).toContain('default-src &#x27;none&#x27;');
    expect(policy.replaceAll('&#x27;', "'").replaceAll('&#x3D;', '=')).toContain(cspHash(style));
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object|embed)\b|\son\w+="|\sstyle="/i);
    expect(all(style, /url\(([^)]{0,11})/g).every((url) => url.startsWith('data:font/'))).toBe(true);
  });

  it('has a caption and scopes for every table', async () => {
    const tables = all(await body(name), /<table[\s\S]*?<\/table>/g);
    for (const table of tables) {
      expect(table).toContain('<caption');
      expect(table).not.toMatch(/<th\b(?![^>]*\bscope=)/);
    }
  });
});

describe('the paper', () => {
  it('is the same bytes for the same comparison', async () => {
    expect(await changesHtml(changesView(FULL))).toBe(await html('FULL'));
  });

  it('shows the bridge with its name, its words and its figures', async () => {
    const page = await body('FULL');
    expect(page).toContain(
      'Permanent staff fell from 148 in Jan 2021 to 146 in Feb 2021; 3 are not explained by starters and leavers',
    );
    expect(page).toMatch(/<svg class="chart" role="img"[^>]*aria-labelledby="(\S+)-title \1-desc"/);
    expect(page).toContain(
      'From left to right: Jan 2021 148; Starters +3; Leavers −2; Unexplained −3; Feb 2021 146.',
    );
    expect(page).toContain('not from zero.');
  });

  it('says in words what is better and worse, beside a sign', async () => {
    const page = await body('SMALL');
    expect(page).toMatch(
      /<span class="reading tone-bad"><svg[^>]*aria-hidden="true"[\s\S]*?<\/svg>Worse<\/span>/,
    );
    expect(page).toContain('<span class="said">Attention: </span>');
  });

  it('marks the words that went and came where there is room', async () => {
    const words = [
      { kind: 'same', text: 'Numbers of agency workers in every team are ' },
      { kind: 'removed', text: 'stable' },
      { kind: 'added', text: 'rising' },
    ] as const;
    const fields = [
      {
        field: 'comment',
        before: 'Numbers of agency workers in every team are stable',
        after: 'Numbers of agency workers in every team are rising',
        words,
      },
    ];
    const risks = [
      entry({ reference: 'R1', kinds: ['reworded'] as const, texts: ['Comment changed'], fields }),
    ];
    const page = await changesHtml(changesView(comparison({ workstreams: [workstream({ risks })] })));
    expect(page).toContain('<del>stable</del><ins>rising</ins>');
    expect(await body('FULL')).not.toMatch(/<del>|<ins>/);
  });

  it.each(HOSTILE_TEXTS)('escapes %j in whatever place', async (text) => {
    const page = await changesHtml(changesView(withText(text)));
    expect(page).not.toMatch(/<script|<img|<!--|[\u0000-\u0008\u000b\u000e-\u001f\u202a-\u202e]/);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(style).not.toContain('</');
    expect(page.length).toBeLessThan(1_500_000);
  });

  it('takes the accent of the theme, and nothing that is no colour', async () => {
    const view = changesView(SMALL);
    expect(await changesHtml(view, { light: { accent: '#123456' } })).toContain(':root{--accent:#123456}');
    expect(await changesHtml(view, { light: { accent: 'red}*{display:none' } })).toBe(
      await changesHtml(view),
    );
  });
});

describe('what a PDF of a comparison says of itself', () => {
  it('is its title, its language, and the day of the second side', () => {
    expect(changesIdentity(changesView(SMALL))).toEqual({
      title: 'What changed: Jan 2021 to Feb 2021',
      lang: 'en-GB',
      date: '2021-03-15',
    });
  });

  it('is the end of the period where there is no meeting, and a fixed day where there is nothing', () => {
    const { period } = workstream().after;
    const table = workstream({ after: { asOf: '2021-04-01', ...(period && { period }) } });
    expect(changesIdentity(changesView(comparison({ workstreams: [table] }))).date).toBe('2021-02-28');
    expect(changesIdentity(changesView(comparison({ workstreams: [] }))).date).toBe('2000-01-01');
  });
});
