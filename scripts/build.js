// Bundles src/cli into dist/: one entry, split so that a command loads only what it needs, templates compiled ahead.
import { rm } from 'node:fs/promises';
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
  const { TEMPLATE_NAMES } = await programModule('src/model/templates.ts');
  const { readTemplate } = await programModule('src/render/template-source.ts');
  const entries = TEMPLATE_NAMES.map((name) => {
    const { parts, style } = readTemplate(name, root);
    const compiled = parts.map(
      (part) => `${JSON.stringify(part.name)}: ${handlebars.precompile(part.text, COMPILE_OPTIONS)}`,
    );
    return `${JSON.stringify(name)}: { parts: { ${compiled.join(',\n')} }, style: ${JSON.stringify(style)} }`;
  });
  return `export const SHIPPED = { ${entries.join(',\n')} };`;
}

/** Puts the compiled templates into the program, and leaves the compiler out of it. */
const templatesAhead = {
  name: 'templates-ahead',
  setup({ onLoad, onResolve, resolve }) {
    onLoad({ filter: /src[\\/]render[\\/]html-shipped\.ts$/ }, async () => ({
      contents: await shippedTemplates(),
      loader: 'js',
    }));
    onResolve({ filter: /^handlebars$/ }, ({ resolveDir }) =>
      resolve('handlebars/runtime.js', { kind: 'import-statement', resolveDir }),
    );
  },
};

await rm(`${root}dist`, { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  outdir: 'dist',
  splitting: true,
  external: ['@sparticuz/chromium', 'tar-fs'],
  plugins: [templatesAhead],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  banner: {
    js: "import { createRequire as __cipRequire } from 'node:module'; const require = __cipRequire(import.meta.url);",
  },
});
