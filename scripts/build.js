// Bundles src/cli into dist/: one script, of which a command runs only what it needs, and what it compiles to; templates
// are compiled ahead as well.
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import handlebars from 'handlebars';

const root = fileURLToPath(new URL('..', import.meta.url));

const shared = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
};

/** Runs a module of the program here, from its source. */
async function programModule(entry) {
  const { outputFiles } = await build({ ...shared, entryPoints: [entry], write: false });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}

/** Returns the source of src/render/html-shipped.ts with every template that ships in it. */
async function shippedTemplates() {
  const { COMPILE_OPTIONS } = await programModule('src/render/html-compile.ts');
  const { PAGE_NAMES, readTemplate } = await programModule('src/render/template-source.ts');
  const sources = PAGE_NAMES.map((name) => readTemplate(name, root));
  // Most parts, and most of the style, belong to several templates: each is in the program once.
  const parts = new Map(sources.flatMap((one) => one.parts).map((part) => [part.file, part.text]));
  const files = [...parts.keys()];
  const compiled = files.map((file) => handlebars.precompile(parts.get(file), COMPILE_OPTIONS));
  const entries = sources.map(({ name, parts: own, style }) => {
    const named = own.map((part) => `${JSON.stringify(part.name)}: PARTS[${files.indexOf(part.file)}]`);
    const sheets = `{ ...${JSON.stringify({ ...style, shared: undefined })}, shared: SHARED }`;
    return `${JSON.stringify(name)}: { parts: { ${named.join(', ')} }, style: ${sheets} }`;
  });
  return `const PARTS = [${compiled.join(',\n')}];
const SHARED = ${JSON.stringify(sources[0].style.shared)};
export const SHIPPED = { ${entries.join(',\n')} };`;
}

/** Puts the compiled templates into the program, and the compiler where a council's own templates need it and no other. */
const templatesAhead = {
  name: 'templates-ahead',
  setup({ onLoad, onResolve, resolve }) {
    onLoad({ filter: /src[\\/]render[\\/]html-shipped\.ts$/ }, async () => ({
      contents: await shippedTemplates(),
      loader: 'js',
    }));
    onResolve({ filter: /^handlebars$/ }, ({ importer, resolveDir }) => {
      const whole = /src[\\/]render[\\/]html-compiler\.ts$/.test(importer);
      const file = whole ? 'handlebars/dist/cjs/handlebars.js' : 'handlebars/runtime.js';
      return resolve(file, { kind: 'import-statement', resolveDir });
    });
  },
};

/** Leaves out of the PDF library what draws pages from HTML and SVG, which its own parts pull in and nothing here uses. */
const pdfLibraryInParts = {
  name: 'pdf-library-in-parts',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /.*/ }, async ({ path, kind, resolveDir, importer, pluginData }) => {
      const isOfLibrary = /[\\/]node_modules[\\/](?:@cantoo[\\/]pdf-lib|culori)[\\/]/.test(importer);
      if (pluginData === 'resolving' || !(isOfLibrary || path === '@cantoo/pdf-lib')) return undefined;
      return {
        ...(await resolve(path, { kind, resolveDir, importer, pluginData: 'resolving' })),
        sideEffects: false,
      };
    });
  },
};

const { outputFiles } = await build({
  ...shared,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.cjs',
  write: false,
  format: 'cjs',
  external: ['@sparticuz/chromium', 'tar-fs'],
  plugins: [templatesAhead, pdfLibraryInParts],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // A function that bin/program.js calls: a script knows no modules, and can be compiled ahead. What a command does not
  // load stays a function within it that is never run.
  banner: { js: '(function (module, exports, require, __moduleUrl) {' },
  footer: { js: '})' },
  define: { 'import.meta.url': '__moduleUrl' },
  supported: { 'dynamic-import': false },
});
// Only regular expressions are left with characters beyond ASCII. A text of ASCII alone is read in a fraction of the time.
const ascii = outputFiles[0].text.replace(
  /[^\0-\x7f]/g,
  (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
);
await rm(`${root}dist`, { recursive: true, force: true });
await mkdir(`${root}dist`);
await writeFile(`${root}dist/cli.cjs`, ascii);
execFileSync(process.execPath, ['scripts/code-cache.js'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
