import { HELPER_NAMES } from './html-helpers.ts';

/** How templates are compiled, ahead or as they are used: a name that the view or the helpers lack is an error. */
export const COMPILE_OPTIONS = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: Object.fromEntries(HELPER_NAMES.map((helper) => [helper, true])),
  preventIndent: true,
} as const satisfies CompileOptions;
