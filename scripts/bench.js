// Prints the cost of the main jobs as ratios within this one run, medians of at least five rounds taken in turn, so
// that a busy machine slows every side alike. Run after `npm run build`: `npm run bench [-- rounds]`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
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

/** A data repo of so many rows, each a team's month with its counts, the rate that they give and a change; returns its folder. */
function tableRepo(rows) {
  const folder = join(out, `rows-${rows}`);
  const meeting = join(folder, 'workforce', '2026-01-14');
  mkdirSync(meeting, { recursive: true });
  const lines = Array.from({ length: rows }, (_, row) => {
    const [permanent, agency] = [10 + ((row * 7) % 20), (row * 3) % 9];
    const rate = ((100 * agency) / (permanent + agency)).toFixed(1);
    const change = row % 4 === 0 ? '' : agency - (((row - 1) * 3) % 9);
    return `${['Sep', 'Oct', 'Nov', 'Dec'][row % 4]} 2025,Team ${Math.floor(row / 4)},${permanent},${agency},${rate}%,${change}`;
  });
  const table = ['Month,Team,Permanent,Agency,Agency rate,Agency change', ...lines].join('\n');
  writeFileSync(join(meeting, 'workforce.csv'), `${table}\n`);
  writeFileSync(
    join(meeting, 'report.yaml'),
    `sponsor: Director
lead: Lead
completed_by: Lead
period: { from: 1 October 2025, to: 31 December 2025 }
next_period: { from: 1 January 2026, to: 31 March 2026 }
rag: { current: green, reason: All is on plan. }
progress: Recruitment goes on.
next: A second campaign starts.
`,
  );
  writeFileSync(
    join(folder, 'cip-report.yaml'),
    `version: 1
organisation: Northmoor Council
programme: Programme
board: { name: Board }
headings: { workforce: { Agency rate: agency_rate (stated), Agency change: agency change (stated) } }
workstreams:
  workforce: { title: Workforce, template: highlight-report, population: workers, basis: headcount }
`,
  );
  return folder;
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
const hasWeasyprint = spawnSync('weasyprint', ['--version']).status === 0;
const jobs = {
  'node -e 0': [node, '-e', '0'],
  '--version': [node, program, '--version'],
  'HTML build': [node, program, 'build', luton, '--no-pdf', '--out', join(out, 'html')],
  'bare browser': bare,
  'PDF build': [node, program, 'build', luton, '--out', join(out, 'pdf')],
  // Another program that makes a PDF of the same HTML.
  ...(hasWeasyprint && { weasyprint: ['weasyprint', html, join(out, 'weasyprint.pdf')] }),
  'check 1,000': [node, program, 'check', tableRepo(1_000)],
  'check 4,000': [node, program, 'check', tableRepo(4_000)],
  'diff Luton': [node, program, 'diff', '2021-01', '2021-02', luton],
  'diff 1,000': [node, program, 'diff', '2025-11', '2025-12', tableRepo(1_000)],
  'diff 4,000': [node, program, 'diff', '2025-11', '2025-12', tableRepo(4_000)],
};
const pairs = [
  ['--version', 'node -e 0', 1.3],
  ['HTML build', 'node -e 0', 2.5],
  ['PDF build', 'bare browser', 2.0],
  ['PDF build', 'weasyprint', 1.0],
  // Four times the rows take four times as long, or a table of many teams would never end.
  ['check 4,000', 'check 1,000', 4.0],
  // To say what changed takes no longer than to make the report.
  ['diff Luton', 'HTML build', 1.0],
  ['diff 4,000', 'diff 1,000', 4.0],
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
    if (jobs[base] === undefined) {
      console.log(`  ${`${name} / ${base}`.padEnd(26)} ${base} is not installed`);
      continue;
    }
    const ratio = median(name) / median(base);
    console.log(
      `  ${`${name} / ${base}`.padEnd(26)} ${ratio.toFixed(2).padStart(5)}  aim ${aim.toFixed(1)}  ${ratio <= aim ? 'met' : 'MISSED'}`,
    );
  }
} finally {
  rmSync(out, { recursive: true, force: true });
}
