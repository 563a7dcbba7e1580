/** The templates that ship, by name; the first is that of a workstream which names none. */
export const TEMPLATE_NAMES = ['highlight-report'] as const;

export type TemplateName = (typeof TEMPLATE_NAMES)[number];

/** Returns whether a template of this name ships. */
export function isTemplateName(name: string): name is TemplateName {
  return TEMPLATE_NAMES.some((one) => one === name);
}
