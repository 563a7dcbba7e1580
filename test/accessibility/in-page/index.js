export { contrast, words } from './colour.js';
export { afterSkipLink, focus, motion, reflow, scrollers, skipLink, spacing } from './layout.js';
export { abbreviations, headings, ids, language, links, pictures, tables } from './structure.js';
