/** What `diff` can give. `text` is for the terminal; `html` and `pdf` are a paper, `markdown` a comment on a pull request. */
export const DIFF_FORMATS = ['text', 'markdown', 'html', 'pdf', 'json', 'csv'] as const;
export type DiffFormat = (typeof DIFF_FORMATS)[number];
