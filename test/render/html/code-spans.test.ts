import { describe, expect, it } from 'vitest';
import { finding } from '../../../src/model/finding.ts';
import { renderCodeSpans } from '../../../src/render/code-spans.ts';
import { renderHtml } from '../../../src/render/html.ts';
import { LUTON } from '../../support/luton-report.ts';

describe('the text of a finding', () => {
  it.each([
    [
      'change `rag.current`, or `rag.despite`',
      'change <code>rag.current</code>, or <code>rag.despite</code>',
    ],
    ['`progress` is empty', '<code>progress</code> is empty'],
    ['a lone ` stays', 'a lone ` stays'],
    ['`a` and a lone `', '<code>a</code> and a lone `'],
    ['`` is nothing', '`` is nothing'],
    ['`<b>` and <i> & "q"', '<code>&lt;b&gt;</code> and &lt;i&gt; &amp; &quot;q&quot;'],
    ['', ''],
  ])('shows code as code: %s', (text, markup) => {
    expect(renderCodeSpans(text)).toBe(markup);
  });

  it('has no backtick on the page, in what was found, why, and what to do', async () => {
    const found = finding('W401', 'the `rag` is green', {
      why: '`rag.current` says so',
      help: 'change `rag.current`, or say under `rag.despite` why it stands',
    });
    const html = await renderHtml({ ...LUTON, findings: [found] });
    const row = /<table[^>]*class="findings[\s\S]*?<\/table>/.exec(html)?.[0] ?? '';
    expect(row).toContain('The <code>rag</code> is green.');
    expect(row).toContain('<code>rag.current</code> says so. ');
    // What to do is told to a reader who has no file before them.
    expect(row.replace(/<\/?abbr[^>]*>/g, '')).toContain(
      'Change the RAG, or say why it stands all the same.',
    );
    expect(row).not.toContain('`');
  });
});
