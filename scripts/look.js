// Pictures of printed reports, to be looked at: `node scripts/look.js out looks [dpi]` renders every PDF below `out` with
// pdftoppm, page by page, in colour, in grey and as three kinds of colour-blindness see it, and for each kind of sight
// one sheet with all pages of a report. Folders stay as they are: looks/luton/workforce-2021-04-19/03-grey.png.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { crc32, deflateSync } from 'node:zlib';

const DPI = 100;
/** Of poppler-utils: only whoever looks at pages needs it. */
const RENDERER = 'pdftoppm';
/** Of a sheet: pages beside each other, the part of a page's width, and the grey between pages. */
const ACROSS = 4;
const SHRUNK = 2;
const GAP = 12;
const BETWEEN = 0x90;

const { matrices } = JSON.parse(readFileSync(new URL('sight.json', import.meta.url), 'utf8'));
/** How the parts of linear light become the luminance that is left on a grey printer (WCAG, sRGB). */
const LUMINANCE = [0.2126, 0.7152, 0.0722];
const SIGHTS = { colour: undefined, grey: [LUMINANCE, LUMINANCE, LUMINANCE], ...matrices };

if (!isMainThread) {
  parentPort.on('message', (report) => parentPort.postMessage(lookAt(report)));
} else {
  const [from, to, dpi = String(DPI)] = process.argv.slice(2);
  if (from === undefined || to === undefined || !/^[1-9]\d*$/.test(dpi)) {
    console.error('Usage: node scripts/look.js <folder with PDFs> <folder for pictures> [dots per inch]');
    process.exit(2);
  }
  await lookAtAll(from, to, dpi);
}

async function lookAtAll(from, to, dpi) {
  try {
    execFileSync(RENDERER, ['-v'], { stdio: 'ignore' });
  } catch {
    console.error(`${RENDERER} is not installed: it comes with poppler-utils.`);
    process.exit(1);
  }
  const paths = readdirSync(from, { recursive: true }).filter((path) => path.endsWith('.pdf'));
  if (paths.length === 0) {
    console.error(`There is no PDF in ${from}.`);
    process.exit(1);
  }
  const reports = paths
    .sort()
    .map((path) => ({ pdf: join(from, path), folder: join(to, path.replace(/\.pdf$/, '')), dpi }));
  const queue = [...reports];
  const size = Math.min(availableParallelism(), reports.length);
  await Promise.all(Array.from({ length: size }, () => runWorker(queue)));
}

/** Takes reports from the queue until there are none. */
function runWorker(queue) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url));
    const next = () => {
      const report = queue.shift();
      if (report === undefined) void worker.terminate().then(resolve);
      else worker.postMessage(report);
    };
    worker.on('message', (line) => {
      console.log(line);
      next();
    });
    worker.on('error', reject);
    next();
  });
}

/** Writes every picture of a report and returns a line that says how many. */
function lookAt({ pdf, folder, dpi }) {
  const scratch = mkdtempSync(join(tmpdir(), 'cip-report-look-'));
  try {
    execFileSync(RENDERER, ['-r', dpi, pdf, join(scratch, 'page')]);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const names = readdirSync(scratch).sort();
    const pages = names.map((name) => readPpm(readFileSync(join(scratch, name))));
    for (const [sight, matrix] of Object.entries(SIGHTS)) {
      const seen = matrix ? pages.map((page) => seenWith(page, matrix)) : pages;
      seen.forEach((page, at) => {
        const number = String(at + 1).padStart(2, '0');
        writeFileSync(join(folder, `${number}-${sight}.png`), pngOf(page));
      });
      writeFileSync(join(folder, `sheet-${sight}.png`), pngOf(sheetOf(seen)));
    }
    const count = pages.length * Object.keys(SIGHTS).length;
    return `${folder}  ${pages.length} ${pages.length === 1 ? 'page' : 'pages'}, ${count} pictures`;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Returns the picture of a binary PPM (P6, 8 bits a channel), as pdftoppm writes it. */
function readPpm(bytes) {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64));
  if (head === null) throw new Error('pdftoppm wrote no PPM of 8 bits a channel');
  return { width: Number(head[1]), height: Number(head[2]), rgb: bytes.subarray(head[0].length) };
}

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
});

function encoded(linear) {
  const part = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055));
}

/** Returns the picture with each colour as the matrix makes it, in linear light. */
function seenWith({ width, height, rgb }, matrix) {
  const seen = Buffer.alloc(rgb.length);
  const known = new Map();
  let [lastKey, lastSeen] = [-1, 0];
  for (let at = 0; at < rgb.length; at += 3) {
    const key = (rgb[at] << 16) | (rgb[at + 1] << 8) | rgb[at + 2];
    if (key !== lastKey) {
      lastKey = key;
      lastSeen = known.get(key) ?? packed(matrix, key);
      known.set(key, lastSeen);
    }
    seen[at] = lastSeen >> 16;
    seen[at + 1] = (lastSeen >> 8) & 255;
    seen[at + 2] = lastSeen & 255;
  }
  return { width, height, rgb: seen };
}

function packed(matrix, key) {
  const light = [LINEAR[key >> 16], LINEAR[(key >> 8) & 255], LINEAR[key & 255]];
  const [red, green, blue] = matrix.map((row) =>
    encoded(row[0] * light[0] + row[1] * light[1] + row[2] * light[2]),
  );
  return (red << 16) | (green << 8) | blue;
}

/** Returns all pages on one sheet, in rows. */
function sheetOf(pages) {
  const small = pages.map(shrunk);
  const across = Math.min(ACROSS, small.length);
  const [cellWidth, cellHeight] = [
    Math.max(...small.map(({ width }) => width)) + GAP,
    Math.max(...small.map(({ height }) => height)) + GAP,
  ];
  const width = across * cellWidth + GAP;
  const height = Math.ceil(small.length / across) * cellHeight + GAP;
  const rgb = Buffer.alloc(width * height * 3, BETWEEN);
  small.forEach((page, at) => {
    const left = GAP + (at % across) * cellWidth;
    const top = GAP + Math.floor(at / across) * cellHeight;
    for (let row = 0; row < page.height; row += 1)
      page.rgb.copy(rgb, ((top + row) * width + left) * 3, row * page.width * 3, (row + 1) * page.width * 3);
  });
  return { width, height, rgb };
}

/** Returns the picture at a part of its size: each dot the mean of those that it stands for. */
function shrunk({ width, height, rgb }) {
  const [across, down] = [Math.floor(width / SHRUNK), Math.floor(height / SHRUNK)];
  const small = Buffer.alloc(across * down * 3);
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1)
      for (let part = 0; part < 3; part += 1) {
        let sum = 0;
        for (let dy = 0; dy < SHRUNK; dy += 1)
          for (let dx = 0; dx < SHRUNK; dx += 1)
            sum += rgb[((y * SHRUNK + dy) * width + x * SHRUNK + dx) * 3 + part];
        small[(y * across + x) * 3 + part] = sum / (SHRUNK * SHRUNK);
      }
  return { width: across, height: down, rgb: small };
}

/** Returns the picture as PNG, 8 bits a channel, without filters. */
function pngOf({ width, height, rgb }) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const stride = width * 3;
  const rows = Buffer.alloc(height * (stride + 1));
  for (let y = 0; y < height; y += 1) rgb.copy(rows, y * (stride + 1) + 1, y * stride, (y + 1) * stride);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 3 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
