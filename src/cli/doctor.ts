import type { DoctorCheck, DoctorReport } from './doctor-inspect.ts';

const LABELS: Readonly<Record<DoctorCheck['name'], string>> = {
  node: 'Node',
  platform: 'system',
  browser: 'browser',
  sandbox: 'sandbox',
  fonts: 'fonts',
  cache: 'cache',
  write: 'writing',
  temp: 'temporary files',
};
const WIDTH = Math.max(...Object.values(LABELS).map((label) => label.length));

/** Returns the report as lines of text: a line a check, advice under it, and the browsers that were passed over. */
export function doctorLines(report: DoctorReport): string[] {
  const lines = report.checks.flatMap((check) => {
    const line = `${check.state.padEnd(7)}  ${LABELS[check.name].padEnd(WIDTH)}  ${check.found}`;
    return check.advice === undefined
      ? [line]
      : [line, `         ${' '.repeat(WIDTH)}  help: ${check.advice}`];
  });
  const others = report.browsers.filter((one) => one !== report.used);
  const found = others.map((one) => {
    const name = one.path ?? 'the built-in browser';
    return one.ok ? `  ${name}: ${one.version ?? ''}, works` : `  ${name}: ${one.reason ?? ''}`;
  });
  return [...lines, ...(found.length > 0 ? ['', 'other browsers:', ...found] : [])];
}

/** Returns the report as JSON, for support requests and scripts. */
export function doctorJson(report: DoctorReport): string {
  return JSON.stringify(report, null, 2);
}
