import type Handlebars from 'handlebars';
import { loadSanitiser, UncleanMarkup } from './clean-markup.ts';
import { loadCompiler } from './html-compiler.ts';
import { registerHelpers, templateHelpers } from './html-helpers.ts';
import { loadMarkdown, type MarkdownRenderer } from './markdown.ts';

export type Engine = typeof Handlebars;

/** Makes a template engine that has the helpers and, so far, no partial. */
export type NewEngine = () => Engine;

/**
 * Returns what `render` makes with template engines; they can compile templates where `compiles` is set, which costs the
 * loading of the compiler.
 */
export async function withEngines(
  render: (newEngine: NewEngine) => string,
  compiles: boolean,
): Promise<string> {
  const [handlebars, markdown] = await Promise.all([
    compiles ? loadCompiler() : loadRuntime(),
    loadMarkdown(),
  ]);
  const rendered = (renderer: MarkdownRenderer): string =>
    render(() => {
      const engine = handlebars.create();
      registerHelpers(engine, templateHelpers(renderer));
      return engine;
    });
  try {
    return rendered(markdown);
  } catch (error) {
    if (!(error instanceof UncleanMarkup)) throw error;
    // Some text needs the sanitiser. It is large and almost never needed, so it loads only now.
    return rendered(await loadMarkdown(await loadSanitiser()));
  }
}

/** Loads what fills templates; in the built program it cannot compile any. */
async function loadRuntime(): Promise<Engine> {
  const { default: handlebars } = await import('handlebars');
  return handlebars;
}
