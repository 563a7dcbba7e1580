import type { PageName, TemplateStyle } from './template-source.ts';

/** A template compiled ahead: what the compiler made of each part, by name of partial, and the style sheets. */
export interface ShippedTemplate {
  readonly parts: Readonly<Record<string, TemplateSpecification>>;
  readonly style: TemplateStyle;
}

/**
 * The templates that ship, compiled: scripts/build.js puts them in place of this value, so that the built program
 * compiles nothing when it runs and does not load the compiler. Run from source there are none, and templates are
 * checked and compiled as they are used.
 */
export const SHIPPED: Readonly<Partial<Record<PageName, ShippedTemplate>>> = {};
