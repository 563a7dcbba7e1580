import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

const { version, platform, arch } = process;
const { v8 } = process.versions;

/** What the program was compiled to when it was built (scripts/code-cache.js): of use to the same Node.js alone. */
export const CODE_CACHE = new URL(`../dist/cli-${version}-${platform}-${arch}.cache`, import.meta.url);

/**
 * Of each version of V8, the flag with which it waits about ten times as long before it compiles a function anew: most of
 * that is not worth its time in a command that is soon over. A version says so where it does not know a flag.
 */
const PATIENCE = new Map([
  ['11.3', '--interrupt-budget=600000'],
  ['12.4', '--invocation-count-for-turbofan=30000'],
  ['13.6', '--invocation-count-for-turbofan=30000'],
]);
const patience = PATIENCE.get(v8.split('.', 2).join('.'));

/**
 * Loads the program. Returns what it exports and the script that it is. `import` would compile it anew at each start,
 * which takes longer than most commands.
 */
export function loadProgram() {
  if (patience !== undefined) setFlagsFromString(patience);
  const url = new URL('../dist/cli.cjs', import.meta.url);
  // The bundle is ASCII, which is read fastest so. What does not fit the cache is compiled, as without one.
  const script = new Script(readFileSync(url, 'latin1'), {
    filename: fileURLToPath(url),
    cachedData: readIfThere(CODE_CACHE),
  });
  const module = { exports: {} };
  script.runInThisContext()(module, module.exports, createRequire(url), url.href);
  return { program: module.exports, script };
}

function readIfThere(url) {
  try {
    return readFileSync(url);
  } catch {
    return undefined;
  }
}
