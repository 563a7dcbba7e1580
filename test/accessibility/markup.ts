import { HtmlValidate, Severity } from 'html-validate';

const validator = new HtmlValidate({
  extends: [
    'html-validate:recommended',
    'html-validate:a11y',
    'html-validate:standard',
    'html-validate:document',
  ],
  rules: {
    // The titles are the council's own, and a list of meetings knows them by their whole name.
    'long-title': 'off',
    // HTML 5 writes void elements without a slash.
    'void-style': ['error', { style: 'omit' }],
    // Paragraphs of Markdown may end with a space; it changes nothing that is shown.
    'no-trailing-whitespace': 'off',
  },
});

/** Returns what is not valid HTML, each with its place and the rule. */
export async function markupFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`),
  );
}

/** Returns how many rules are applied to a page. */
export async function markupRules(): Promise<number> {
  const config = await validator.getConfigFor('page.html');
  return [...config.getRules().values()].filter(([severity]) => severity !== Severity.DISABLED).length;
}
