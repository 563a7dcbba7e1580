// Prints the cost of the main jobs as ratios within this one run, medians of at least five rounds taken in turn, so
// that a busy machine slows every side alike. Run after `npm run build`: `npm run bench [-- rounds]`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Math.max(5, Number(process.argv[2] ?? 7));
const program = join(root, 'bin/cip-report.js');
const out = mkdtempSync(join(tmpdir(), 'cip-report-bench-'));
const luton = join(root, 'examples/luton');

/** Milliseconds of one run; throws where it fails, since a failing run measures nothing. */
function time([command, ...args], env = {}) {
  const start = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(command, args, {
    timeout: 120_000,
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status ?? error}\n${stderr}`);
  return ms;
}

/** The browser that `build` uses, with what the built-in one needs around it. */
function bareBrowser() {
  const { stdout } = spawnSync(process.execPath, [program, 'doctor', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { used } = JSON.parse(stdout);
  if (used === undefined) throw new Error('no browser works here: run `cip-report doctor`');
  const home = dirname(used.path);
  const env =
    used.source === 'built-in'
      ? { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'fonts.conf') }
      : {};
  return { path: used.path, env };
}

const browser = bareBrowser();
const html = join(out, 'html', 'workforce-2021-04-19.html');
const bare = [
  process.execPath,
  join(root, 'scripts/bare-print.js'),
  browser.path,
  html,
  join(out, 'bare.pdf'),
];
const node = process.execPath;
const jobs = {
  'node -e 0': [node, '-e', '0'],
  '--version': [node, program, '--version'],
  'HTML build': [node, program, 'build', luton, '--no-pdf', '--out', join(out, 'html')],
  'bare browser': bare,
  'PDF build': [node, program, 'build', luton, '--out', join(out, 'pdf')],
};
const pairs = [
  ['--version', 'node -e 0', 1.3],
  ['HTML build', 'node -e 0', 2.5],
  ['PDF build', 'bare browser', 2.0],
];

try {
  // Once before the clock: unpacks the built-in browser and fills the file cache.
  for (const name of ['HTML build', 'PDF build', 'bare browser']) time(jobs[name], browser.env);
  const times = Object.fromEntries(Object.keys(jobs).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const name of Object.keys(jobs))
      times[name].push(time(jobs[name], name === 'bare browser' ? browser.env : {}));
  const median = (name) => times[name].sort((a, b) => a - b)[Math.floor(rounds / 2)];
  console.log(`medians of ${rounds} rounds, Luton, ${readdirSync(join(out, 'html')).length} files`);
  for (const name of Object.keys(jobs))
    console.log(`  ${name.padEnd(14)} ${median(name).toFixed(0).padStart(6)} ms`);
  console.log('ratios within this run');
  for (const [name, base, aim] of pairs) {
    const ratio = median(name) / median(base);
    console.log(
      `  ${`${name} / ${base}`.padEnd(26)} ${ratio.toFixed(2).padStart(5)}  aim ${aim.toFixed(1)}  ${ratio <= aim ? 'met' : 'MISSED'}`,
    );
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
