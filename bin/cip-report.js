#!/usr/bin/env node
// Only delegates: the program is dist/cli.js, bundled from src/cli/main.ts.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`cip-report needs Node.js 20.19 or newer; this is ${process.versions.node}.`);
  process.exitCode = 2;
} else {
  const { run } = await import('../dist/cli.js');
  process.exitCode = await run(process.argv.slice(2));
}
