#!/usr/bin/env node
// Only delegates: the program is dist/cli.cjs, bundled from src/cli/main.ts.
import { readFileSync } from 'node:fs';

const argv = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`cip-report needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else if (argv.length === 1 && ['--version', '-V'].includes(argv[0])) {
  // The commonest cheap question is answered before anything is loaded.
  console.log(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version);
} else {
  const { loadProgram } = await import('./program.js');
  process.exitCode = await loadProgram().program.run(argv);
}
