import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

const { version, platform, arch } = process;

/** What the program was compiled to when it was built (scripts/code-cache.js): of use to the same Node.js alone. */
export const CODE_CACHE = new URL(`../dist/cli-${version}-${platform}-${arch}.cache`, import.meta.url);

/**
 * Loads the program. Returns what it exports and the script that it is. `import` would compile it anew at each start,
 * which takes longer than most commands.
 */
export function loadProgram() {
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
