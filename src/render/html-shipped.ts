import type { TemplateName } from './html-templates.ts';

/** A template compiled ahead: what the compiler made of each part, by name of partial, and the style sheet. */
export interface ShippedTemplate {
  readonly parts: Readonly<Record<string, TemplateSpecification>>;
  readonly style: string;
}

/**
 * The templates that ship, compiled: scripts/build.js puts them in place of this value, so that the built program
 * compiles nothing when it runs and does not load the compiler. Run from source there are none, and templates are
 * checked and compiled as they are used.
 */
export const SHIPPED: Readonly<Partial<Record<TemplateName, ShippedTemplate>>> = {};
