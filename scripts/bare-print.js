// The base that `bench` measures PDF builds against: a browser and the DevTools protocol, nothing else. Prints
// argv[3] (an HTML file) with the browser argv[2] to argv[4]. Not every browser can do so from its own command line.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [path, html, pdf] = process.argv.slice(2);
const profile = mkdtempSync(join(tmpdir(), 'cip-report-bare-'));
const flags = [
  '--headless',
  '--disable-gpu',
  '--no-sandbox',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
];
const browser = spawn(path, flags, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const waiting = new Map();
let last = 0;
let buffer = '';
browser.stdio[4].setEncoding('utf8').on('data', (chunk) => {
  const messages = (buffer + chunk).split('\0');
  buffer = messages.pop();
  for (const message of messages.map((one) => JSON.parse(one))) {
    waiting.get(message.id ?? message.method)?.(message.result ?? message.params);
  }
});

/** Sends a command, or waits for an event where there is none to send. */
function call(method, params = {}, sessionId = undefined) {
  const id = ++last;
  browser.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  return new Promise((resolve) => waiting.set(id, resolve));
}

const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
await call('Page.enable', {}, sessionId);
const loaded = new Promise((resolve) => waiting.set('Page.loadEventFired', resolve));
await call('Page.navigate', { url: pathToFileURL(html).href }, sessionId);
await loaded;
const settings = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
};
const { data } = await call('Page.printToPDF', settings, sessionId);
writeFileSync(pdf, Buffer.from(data, 'base64'));
browser.kill('SIGKILL');
await new Promise((resolve) => browser.on('exit', resolve));
rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
