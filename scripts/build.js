// Bundles src/cli into dist/: one entry, split so that a command loads only what it needs, templates compiled ahead.
import { readdir, readFile, rm } from 'node:fs/promises';
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

/** The options that the program itself compiles templates with. */
async function compileOptions() {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: ['src/render/html-compile.ts'],
    write: false,
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return (await import(`data:text/javascript;base64,${code}`)).COMPILE_OPTIONS;
}

/** Returns the source of src/render/html-shipped.ts with every template of templates/ in it. */
async function shippedTemplates() {
  const options = await compileOptions();
  const names = (await readdir(`${root}templates`)).sort();
  const entries = names.map(async (name) => {
    const folder = `${root}templates/${name}`;
    const files = (await readdir(folder)).filter((file) => file.endsWith('.hbs')).sort();
    const parts = files.map(async (file) => {
      const text = await readFile(`${folder}/${file}`, 'utf8');
      return `${JSON.stringify(file.slice(0, -'.hbs'.length))}: ${handlebars.precompile(text, options)}`;
    });
    const style = JSON.stringify(await readFile(`${folder}/style.css`, 'utf8'));
    return `${JSON.stringify(name)}: { parts: { ${(await Promise.all(parts)).join(',\n')} }, style: ${style} }`;
  });
  return `export const SHIPPED = { ${(await Promise.all(entries)).join(',\n')} };`;
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
