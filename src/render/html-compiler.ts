import type Handlebars from 'handlebars';

/**
 * Loads the template engine with its compiler. The build gives this module alone the whole of Handlebars and every other the
 * part that fills templates, so that only a council's own templates cost its loading.
 */
export async function loadCompiler(): Promise<typeof Handlebars> {
  const { default: handlebars } = await import('handlebars');
  return handlebars;
}
