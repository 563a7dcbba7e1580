import { describe, expect, it } from 'vitest';
import { dateFromEpoch, pageCount, settlePdf } from '../../../src/render/pdf/settle.ts';

const identity = { title: 'Highlight report', lang: 'en-GB', date: '2021-04-19' };

/** Returns a PDF laid out as Chrome writes it. */
function pdf(parts: { title?: string; info?: string; root?: string } = {}): Buffer {
  const dates = "/CreationDate (D:20260102030405+00'00')\n/ModDate (D:20260102030405+00'00')";
  const info = parts.info ?? `<</Title ${parts.title ?? '(Highlight report)'}\n${dates}>>`;
  const root =
    parts.root ??
    '<</Type /Catalog /StructTreeRoot 3 0 R /MarkInfo <</Marked true>> /Lang (en-GB) /Pages 4 0 R>>';
  const body = `%PDF-1.4\n%\xd3\xeb\n1 0 obj\n${info}\nendobj\n2 0 obj\n${root}\nendobj\n`;
  const page = '4 0 obj\n<</Type /Pages /Kids [5 0 R]>>\nendobj\n5 0 obj\n<</Type /Page>>\nendobj\n';
  const start = body.length + page.length;
  const text = `${body}${page}xref\n0 6\ntrailer\n<</Size 6\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const message = (result: ReturnType<typeof settlePdf>): string =>
  result instanceof Uint8Array ? '' : result.message;

describe('settlePdf', () => {
  it('puts the given date in place of the clock’s and changes nothing else', () => {
    const before = pdf();
    const after = settlePdf(before, identity);
    const expected = before.toString('latin1').replaceAll('20260102030405', '20210419000000');
    expect(Buffer.from(after as Uint8Array).toString('latin1')).toBe(expected);
  });

  it('leaves what it was given as it was', () => {
    const before = pdf();
    settlePdf(before, identity);
    expect(before.equals(pdf())).toBe(true);
  });

  it('takes a time of day', () => {
    const after = settlePdf(pdf(), { ...identity, date: '2021-04-19T12:30:05Z' });
    expect(Buffer.from(after as Uint8Array).toString('latin1')).toContain(
      "/ModDate (D:20210419123005+00'00')",
    );
  });

  it.each([
    ['<FEFF0041002000280074002900202013>', 'A (t) –'],
    ['(A \\(t\\) \\\\ \\101)', 'A (t) \\ A'],
  ])('reads the title %s', (written, title) => {
    expect(settlePdf(pdf({ title: written }), { ...identity, title })).toBeInstanceOf(Uint8Array);
  });

  it.each([
    ' Highlight  report',
    'Highlight\n\treport ',
    'High\u202elight\u2066 report',
    'Highlight\u0007 report',
  ])('takes %j for the title that a browser makes of it', (title) => {
    expect(settlePdf(pdf(), { ...identity, title })).toBeInstanceOf(Uint8Array);
  });

  it('does not take a title with fewer words or joined ones', () => {
    for (const title of ['Highlight', 'Highlightreport', ''])
      expect(message(settlePdf(pdf(), { ...identity, title }))).toContain('its title is');
  });

  it('is not led astray by a title that looks like a date', () => {
    const title = "/CreationDate (D:19990101000000+00'00')";
    const after = settlePdf(pdf({ title: `(${title.replace(/[()]/g, '\\$&')})` }), { ...identity, title });
    const text = Buffer.from(after as Uint8Array).toString('latin1');
    expect(text).toContain('D:19990101000000');
    expect(text).not.toContain('D:2026');
  });

  it.each([
    ['another title', pdf({ title: '(Untitled)' }), 'its title is "Untitled", not "Highlight report"'],
    ['no title', pdf({ info: '<</Producer (x)>>' }), 'its title is missing, not "Highlight report"'],
    [
      'no language',
      pdf({ root: '<</StructTreeRoot 3 0 R /Marked true>>' }),
      'its language is missing, not "en-GB"',
    ],
    ['no tags', pdf({ root: '<</Type /Catalog /Lang (en-GB)>>' }), 'it is not tagged'],
    ['no dates', pdf({ info: '<</Title (Highlight report)>>' }), '/CreationDate is not there once'],
    ['no end', pdf().subarray(0, -10), 'its end is missing'],
    ['other bytes', Buffer.from('<html></html>'), 'it does not begin as a PDF does'],
  ])('refuses a PDF with %s', (_name, bytes, problem) => {
    expect(message(settlePdf(bytes, identity))).toBe(
      `the PDF that the browser wrote cannot be used: ${problem}`,
    );
  });
});

describe('pageCount', () => {
  it('counts pages and not the tree above them', () => {
    expect(pageCount(pdf())).toBe(1);
  });
});

describe('dateFromEpoch', () => {
  it.each([
    ['0', '1970-01-01T00:00:00Z'],
    ['1618833005', '2021-04-19T11:50:05Z'],
    ['-1', undefined],
    ['1.5', undefined],
    ['', undefined],
  ])('reads %s', (written, expected) => {
    expect(dateFromEpoch(written)).toBe(expected);
  });
});
