import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLogo } from '../../src/read/config/logo.ts';
import { pngSize } from '../../src/read/config/png.ts';
import { readSvg } from '../../src/read/config/svg.ts';
import { diskStore } from '../../src/read/disk.ts';
import { Files } from '../../src/read/files.ts';
import { DEFAULT_LIMITS } from '../../src/read/limits.ts';
import { expectInProportion } from '../support/growth.ts';

const svg = (inside: string, attributes = 'viewBox="0 0 120 40"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

const why = (text: string) => {
  const reading = readSvg(text);
  return reading.ok ? 'read' : reading.why;
};

describe('an SVG', () => {
  it.each([
    ['viewBox="0 0 120 40"', 120, 40],
    ['viewBox="0,0 , 12.5,4"', 12.5, 4],
    ['width="120" height="40" viewBox="0 0 1 1"', 120, 40],
    ['width="60mm" height="20mm"', 60, 20],
    ['width="60mm" height="20px" viewBox="0 0 3 1"', 3, 1],
    ['width="100%" height="100%" viewBox="0 0 3 1"', 3, 1],
  ])('with %s is %f by %f', (attributes, width, height) => {
    expect(readSvg(svg('', attributes))).toEqual({ ok: true, size: { width, height } });
  });

  it.each([
    'width="0" height="40"',
    'viewBox="0 0 0 40"',
    'viewBox="0 0 a b"',
    'width="100%" height="50%"',
    'viewBox="0 0 -3 -1"',
  ])('with %s has no size', (attributes) => {
    expect(why(svg('', attributes))).toMatch(/neither a width and height nor a viewBox/);
  });

  it.each([
    [
      'what drawing programs write',
      '<?xml version="1.0"?>\n<!-- a > b -->\n' + svg('<metadata/><title>A &amp; B &#8211; &#x43;</title>'),
    ],
    [
      'parts of its own',
      svg('<defs><g id="a"/></defs><use xlink:href="#a"/><path fill="url(#b)" style="fill: url( \'#c\' )"/>'),
    ],
    ['a part that clips', svg('<clipPath id="c"><use href="#a"/></clipPath><g clip-path="url(#c)"/>')],
    ['a style sheet', svg('<style>.a { fill: #1d4f91; mask: url(#m) }</style>')],
    [
      'a prefix',
      '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><svg:g></svg:g></svg:svg>\n',
    ],
  ])('may have %s', (_, text) => {
    expect(why(text)).toBe('read');
  });

  it.each([
    ['a script', svg('<script>x</script>'), /element <script>/],
    ['a script with a prefix in capitals', svg('<svg:SCRIPT/>'), /element <svg:SCRIPT>/],
    ['an event', svg('<g onload="x"/>'), /onload, which runs a script/],
    ['an event at the root', svg('', 'viewBox="0 0 1 1" onLoad="x"'), /onLoad/],
    ['a foreign object', svg('<foreignObject/>'), /foreignObject/],
    ['an animation of an address', svg('<a><set attributeName="href" to="javascript:x"/></a>'), /<set>/],
    ['a link', svg('<a href="https://example.org"/>'), /href leads out/],
    ['a script address in references', svg('<a xlink:href="&#106;avascript:x"/>'), /xlink:href leads out/],
    ['an empty address', svg('<a href=""/>'), /leads out/],
    ['an embedded picture', svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'), /element <image>/],
    ['a picture in a filter', svg('<feImage href="#a"/>'), /element <feImage>/],
    ['an address that is data', svg('<a href="data:image/png;base64,iVBORw0KGgo="/>'), /leads out/],
    ['a comment in a style sheet', svg('<style>@im<!-- -->port "x.css";</style>'), /comment in a <style>/],
    ['an address in pieces', svg('<style>a{fill:u<!-- -->rl(//x)}</style>'), /comment in a <style>/],
    ['an element in a style sheet', svg('<style>u<g/>rl(//x)</style>'), /<g> in a <style>/],
    [
      'repetitions of repetitions',
      svg('<g id="a"><use href="#b"/></g><use href="#a"/><use href="#a"/>'),
      /repeats an element in which/,
    ],
    ['a repetition of itself', svg('<use id="a" href="#a"/>'), /repeats an element in which/],
    ['too many repetitions', svg('<use href="#a"/>'.repeat(201)), /201 elements <use>, and the most is 200/],
    ['another base', svg('<g xml:base="https://example.org/"/>'), /xml:base/],
    [
      'an address in an attribute',
      svg('<g fill="url(https://example.org/#a)"/>'),
      /fill names an address outside/,
    ],
    ['an address in quotation marks', svg(`<g style='fill: URL( "//example.org")'/>`), /address outside/],
    [
      'an address in a style sheet',
      svg('<style>a { fill: url(x.svg#a) }</style>'),
      /style sheet names an address/,
    ],
    ['an import', svg('<style>@IMPORT "x.css";</style>'), /@import/],
    ['a word spelt by a backslash', svg(String.raw`<g style="fill: u\72l(http://x)"/>`), /backslash/],
    ['a picture set', svg('<g style="background: image-set(\'a.png\' 1x)"/>'), /picture outside/],
    ['a declaration', `<!DOCTYPE svg>${svg('')}`, /declaration/],
    ['CDATA', svg('<style><![CDATA[a{}]]></style>'), /declaration/],
    ['a style sheet of its own', `<?xml-stylesheet href="x.css"?>${svg('')}`, /processing instruction/],
    ['an entity', svg('<text>&xxe;</text>'), /entity/],
    ['a bare ampersand', svg('<text>A & B</text>'), /entity/],
    ['an entity in an attribute', svg('<g id="&a;"/>'), /entity/],
    ['a tag that is not closed', svg('<g>'), /<\/svg> closes no element/],
    ['an end that is missing', '<svg viewBox="0 0 1 1"><g></g>', /<svg> is not closed/],
    ['an attribute without quotation marks', svg('<g id=a/>'), /tag <g> cannot be read/],
    ['a second root', svg('') + svg(''), /second element/],
    ['text around it', `${svg('')}hello`, /text outside/],
    ['a comment that is not closed', `${svg('')}<!-- `, /comment is not closed/],
    ['another root', '<html><svg/></html>', /<html>, and not <svg>/],
    ['nothing', ' ', /no element/],
  ])('may not have %s', (_, text, message) => {
    expect(why(text)).toMatch(message);
  });

  it('is read in the time of its length, however many signs it has', async () => {
    await expectInProportion((signs) => {
      expect(why(svg('<g a="' + ' '.repeat(2 * signs) + '"/>' + '&amp;'.repeat(signs)))).toBe('read');
    }, 10_000);
  });
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey picture of its own size. */
function png(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const pixels = deflateSync(Buffer.alloc((width + 1) * rows));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a PNG', () => {
  it('has the size of its header', () => {
    expect(pngSize(png(6, 4))).toEqual({ width: 6, height: 4 });
  });

  it('is read from bytes that lie inside others', () => {
    const picture = png(6, 4);
    const around = Buffer.concat([Buffer.alloc(3), picture, Buffer.alloc(3)]);
    expect(pngSize(around.subarray(3, 3 + picture.length))).toEqual({ width: 6, height: 4 });
  });

  it.each([
    ['cut short', png(6, 4).subarray(0, -1)],
    ['cut after its header', png(6, 4).subarray(0, 33)],
    ['a signature alone', png(6, 4).subarray(0, 8)],
    ['followed by something else', Buffer.concat([png(6, 4), Buffer.from('PK')])],
    ['of no width', png(0, 4)],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, ...Array<number>(60).fill(0)])],
  ])('has none where it is %s', (_, bytes) => {
    expect(pngSize(bytes)).toBeUndefined();
  });
});

describe('the logo', () => {
  const at = { file: 'cip-report.yaml', line: 9, column: 9, length: 5 };
  let root = '';
  beforeAll(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'cip-report-logo-')));
    const files: Record<string, string | Buffer> = {
      'logo.svg': svg('<rect/>'),
      'assets/brand/logo.PNG': png(300, 100),
      'assets/huge.png': png(5000, 10),
      'assets/long.svg': svg(`<!--${'x'.repeat(500_000)}-->`),
      'assets/latin.svg': Buffer.from(svg('<text>£</text>'), 'latin1'),
      'assets/folder.svg/x': '',
    };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), content);
    }
  });
  afterAll(async () => {
    await rm(root, { recursive: true, force: true });
  });

  async function logoAt(value: string) {
    const files = new Files(diskStore(root), {
      encoding: 'utf-8',
      limits: DEFAULT_LIMITS,
      signal: undefined,
    });
    const logo = await readLogo({ value, at }, files);
    return { logo, files, faults: files.findings.map(({ code, message }) => `${code} ${message}`) };
  }

  it('is read with its bytes, size and place, and is one of the inputs', async () => {
    const { logo, files, faults } = await logoAt('assets/brand/logo.PNG');
    expect(faults).toEqual([]);
    expect(logo).toEqual({
      mediaType: 'image/png',
      width: 300,
      height: 100,
      base64: png(300, 100).toString('base64'),
      at,
    });
    expect(files.inputs).toMatchObject([{ path: 'assets/brand/logo.PNG', bytes: png(300, 100).length }]);
    expect((await logoAt(' logo.svg ')).logo).toMatchObject({
      mediaType: 'image/svg+xml',
      width: 120,
      height: 40,
    });
  });

  it.each([
    ['assets/long.svg', 'E005 assets/long.svg is too large'],
    ['assets/huge.png', 'E084 "assets/huge.png" is 5000 by 10 pixels large'],
    ['assets/latin.svg', 'E084 "assets/latin.svg" is not an SVG picture'],
    ['assets/folder.svg', 'E084 there is no file "assets/folder.svg"'],
    ['asset/huge.png', 'E084 there is no folder "asset"'],
    ['/etc/logo.png', 'E084 "/etc/logo.png" is not the path of a file in the data repo'],
    ['assets//huge.png', 'E084 "assets//huge.png" is not the path of a file in the data repo'],
    ['./logo.svg', 'E084 "./logo.svg" is not the path of a file in the data repo'],
    [
      String.raw`assets\huge.png`,
      String.raw`E084 "assets\huge.png" is not the path of a file in the data repo`,
    ],
    [
      'https://example.org/a.png',
      'E084 "https://example.org/a.png" is not the path of a file in the data repo',
    ],
    ['logo.svg.exe', 'E084 "logo.svg.exe" is neither an .svg nor a .png file'],
  ])('is not read from %s', async (path, fault) => {
    const { logo, faults } = await logoAt(path);
    expect(logo).toBeUndefined();
    expect(faults).toEqual([fault]);
  });
});
