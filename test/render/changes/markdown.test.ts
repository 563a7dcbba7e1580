import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { BridgeBetween } from '../../../src/compare/comparison.ts';
import { changesView } from '../../../src/compare/view/changes-view.ts';
import { markdownText } from '../../../src/render/markdown-blocks/text.ts';
import { changesMarkdown, COMMENT_MARKER } from '../../../src/render/changes/markdown.ts';
import {
  comparison,
  entry,
  EQUAL,
  FULL,
  FULL_WORKSTREAM,
  HOSTILE_TEXTS,
  SMALL,
  withText,
  workstream,
} from '../../support/comparisons.ts';

/** Seven teams' bridges that leave something unexplained. */
function manyBridges(): BridgeBetween[] {
  const [whole] = FULL_WORKSTREAM.bridges;
  return Array.from({ length: 7 }, (_, at) => ({ team: `T${at.toString()}` })).flatMap((group) =>
    whole === undefined ? [] : [{ ...whole, group }],
  );
}

const written = (one: Parameters<typeof changesView>[0]): string => changesMarkdown(changesView(one));

/** HTML as GitHub makes it of Markdown, but for what it links by itself afterwards. */
const html = (text: string): string => new MarkdownIt({ html: true, linkify: true }).render(text);

describe('changesMarkdown', () => {
  it('begins with the marker, then title, facts, summary and tables', () => {
    expect(written(SMALL)).toBe(`${COMMENT_MARKER}
## What changed: Jan 2021 to Feb 2021

Luton Council · Children’s Improvement Programme<br>Jan 2021 → Feb 2021<br>Workforce: headcount

- Agency rate rose from 20.00% to 21.08%: +1.08 pp (+5.4%).
- Agency workers rose from 37 to 39: +2 (+5.4%).

### Workforce

**Counts**

| Figure | Jan 2021 | Feb 2021 | Change | Relative |
| :-- | --: | --: | --: | --: |
| Agency workers | 37 | 39 | +2 | +5.4% |

**Rates**

| Figure | Jan 2021 | Feb 2021 | Change | Relative |
| :-- | --: | --: | --: | --: |
| Agency rate<br><sub>agency ÷ (permanent + agency)</sub> | 20.00% | 21.08% | +1.08 pp | +5.4% |
`);
  });

  it('is one sentence where nothing differs', () => {
    expect(written(EQUAL)).toContain('- Nothing differs between Jan 2021 and Feb 2021.');
    expect(written(EQUAL)).not.toContain('###');
  });

  it('gives every row of a table as many cells as columns', () => {
    for (const table of written(FULL)
      .split(/\n\n/)
      .filter((part) => part.startsWith('|'))) {
      const widths = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
      expect(new Set(widths).size).toBe(1);
    }
  });

  it('shows words that went and came', () => {
    expect(written(FULL)).toContain('Agency use is <del>stable</del><ins>rising</ins>.');
  });

  it('names no option of a command, and says that what it leaves out is in the JSON', () => {
    expect(written(FULL)).not.toMatch(/--[a-z]/);
    expect(written(FULL)).toContain('**perhaps renamed** Team North → North East');
    const groups = comparison({ workstreams: [workstream({ bridges: manyBridges() })] });
    expect(written(groups)).toContain('more bridges leave something over: the JSON has all.');
  });

  it('has a bridge in words, and the RAG without a name before it', () => {
    expect(written(FULL)).toContain(
      'Permanent staff, Jan 2021 to Feb 2021: 148 at the end of Jan 2021 + 3 starters − 2 leavers = 149 expected; 146 were there: −3 unexplained.',
    );
    expect(written(FULL)).toContain('- **RAG** Amber to Red\n');
  });

  it('lists what is not compared', () => {
    expect(written(FULL)).toContain('### Not compared\n\n- Benchmarks are not compared.\n');
  });

  it('folds what is long away, and closes it', () => {
    const milestones = Array.from({ length: 13 }, (_, index) =>
      entry({ reference: `M${index.toString()}`, kinds: ['new'] as const }),
    );
    const text = written(comparison({ workstreams: [workstream({ milestones })] }));
    expect(text).toContain('<details><summary>13 entries</summary>\n\n- **new** M0: Something agreed');
    expect(text.trimEnd().endsWith('</details>')).toBe(true);
  });

  it.each([50, 300])(
    'fits a comment of GitHub, and counts what it leaves out: %i long milestones',
    (count) => {
      const milestones = Array.from({ length: count }, (_, index) =>
        entry({ reference: `M${index.toString()}`, kinds: ['new'] as const, texts: ['@|'.repeat(300)] }),
      );
      const text = written(comparison({ workstreams: [workstream({ milestones, actions: milestones })] }));
      expect(text.length).toBeLessThan(65_536);
      const left = /^(\d[\d,]*) more lines are left out/m.exec(text)?.[1]?.replaceAll(',', '');
      const shown = text.match(/^- \*\*new\*\*/gm)?.length ?? 0;
      expect(shown).toBeGreaterThan(10);
      expect(Number(left) + shown).toBe(2 * count);
      expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
    },
  );
});

describe('text of the data in Markdown', () => {
  // Read for what the text itself can make: no tags, no links, nothing that GitHub would link.
  it.each(HOSTILE_TEXTS)('is text: %j', (text) => {
    const page = html(markdownText(text));
    expect(page).toMatch(/^<p>[^<]*<\/p>\n$/);
    const words = page.replace(/<\/?p>/g, '');
    expect(words).not.toMatch(/@[a-z0-9]|#\d|GH-\d|:\/\/|www\.|:\w+:/i);
  });

  it.each(HOSTILE_TEXTS)('makes no tag, no list, no heading anywhere: %j', (text) => {
    const page = html(written(withText(text)));
    const plain = html(written(withText('plain')));
    const tags = (one: string): string[] => [...new Set(one.match(/<\/?[a-z0-9]+|<!--/g))].sort();
    expect(tags(page)).toEqual(tags(plain));
    expect(page).not.toMatch(/<a |<img|<script/);
    expect(page.match(/<h[1-6]/g)?.length).toBe(plain.match(/<h[1-6]/g)?.length);
    expect(page.match(/<tr>/g)?.length).toBe(plain.match(/<tr>/g)?.length);
    expect(page.match(/<li>/g)?.length).toBe(plain.match(/<li>/g)?.length);
    expect(page.match(/<!-- cip-report/g)).toHaveLength(1);
  });

  it.each([
    ['a_b', 'a\\_b'],
    ['1 | 2', '1 \\| 2'],
    ['+3', '+3'],
    ['− 3', '− 3'],
    ['- x', '\\- x'],
    ['12. x', '12\\. x'],
    ['@role', '@&#8203;role'],
    ['#12', '\\#&#8203;12'],
    ['a1b2c3d', 'a&#8203;1b2c3d'],
  ])('writes %j as %j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});
