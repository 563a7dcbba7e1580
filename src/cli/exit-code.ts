/** What the program's end tells the caller. A signal ends it with 128 + its number (130, 143). */
export const EXIT = {
  /** Nothing at the failing level. */
  ok: 0,
  /** Findings at the failing level, or a difference where one was asked about. */
  findings: 1,
  /** It could not run: usage, configuration, missing browser. */
  cannotRun: 2,
} as const;

/** A fault that is expected: printed as a message with advice, never as a stack trace. */
export class UsageError extends Error {
  readonly help: string;

  constructor(message: string, help: string) {
    super(message);
    this.name = 'UsageError';
    this.help = help;
  }
}
