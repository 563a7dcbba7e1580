/** The forms that the findings of a check go out in. */
export const CHECK_FORMATS = ['text', 'json', 'github', 'sarif', 'junit'] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];
