/** Steps that must happen however the program ends. They are synchronous, so that they also run on exit. */
export class Cleanup {
  readonly #steps = new Set<() => void>();

  /** Adds a step; returns a function that takes it back once what it would remove is gone. */
  add(step: () => void): () => void {
    this.#steps.add(step);
    return () => this.#steps.delete(step);
  }

  /** Runs each step once, latest first. A step that fails does not keep the others from running. */
  run(): void {
    for (const step of [...this.#steps].reverse()) {
      this.#steps.delete(step);
      try {
        step();
      } catch {
        // Nobody is left to act on it, and the other steps matter as much.
      }
    }
  }
}

/** What a job gets: a signal that says when to stop, and where to register what must be cleaned up. */
export interface Job {
  readonly signal: AbortSignal;
  readonly cleanup: Cleanup;
}

/** The reason of an aborted job. */
export class Interrupted extends Error {
  readonly signalName: 'SIGINT' | 'SIGTERM' | 'SIGHUP';

  constructor(signalName: 'SIGINT' | 'SIGTERM' | 'SIGHUP') {
    super(`stopped by ${signalName}`);
    this.name = 'Interrupted';
    this.signalName = signalName;
  }

  /** 128 and the signal's number, as shells count. */
  get exitCode(): number {
    return EXIT_CODES[this.signalName];
  }
}

const EXIT_CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
const SIGNALS = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const;
/** How long an interrupted job may take to wind up before it is ended. */
const GRACE_MS = 3000;

/** How long what is left of an interrupted job, a library's timer for instance, may keep the process from ending. */
const LEFTOVER_MS = 200;

export type ProcessEvents = Pick<NodeJS.Process, 'on' | 'off'> & { exit(code: number): void };

export interface JobResult<T> {
  readonly value?: T;
  readonly interrupted?: Interrupted;
}

/**
 * Runs `work` with signals turned into an abort: the first SIGINT, SIGTERM or SIGHUP aborts `job.signal`, and work
 * has three seconds to end, and the process soon after it; a second one exits at once. Either way everything registered with `job.cleanup` is
 * removed first. Returns the value, or the interruption whose `exitCode` the program is to end with. Other errors of
 * `work` are passed on after the clean-up.
 */
export async function withSignals<T>(
  work: (job: Job) => Promise<T>,
  events: ProcessEvents = process,
): Promise<JobResult<T>> {
  const cleanup = new Cleanup();
  const controller = new AbortController();
  let overdue: NodeJS.Timeout | undefined;
  let interrupted: Interrupted | undefined;
  const leave = (code: number): void => {
    cleanup.run();
    events.exit(code);
  };
  const onSignal = (name: NodeJS.Signals): void => {
    const known = SIGNALS.find((one) => one === name);
    if (known === undefined) return;
    if (interrupted) {
      leave(new Interrupted(known).exitCode);
      return;
    }
    const reason = new Interrupted(known);
    interrupted = reason;
    overdue = setTimeout(() => {
      leave(reason.exitCode);
    }, GRACE_MS);
    controller.abort(reason);
  };
  const onExit = (): void => {
    cleanup.run();
  };
  for (const name of SIGNALS) events.on(name, onSignal);
  events.on('exit', onExit);
  try {
    const value = await work({ signal: controller.signal, cleanup });
    return interrupted === undefined ? { value } : { value, interrupted };
  } catch (error) {
    if (interrupted) return { interrupted };
    throw error;
  } finally {
    clearTimeout(overdue);
    cleanup.run();
    if (interrupted) exitSoon(interrupted, events);
    for (const name of SIGNALS) events.off(name, onSignal);
    events.off('exit', onExit);
  }
}

function exitSoon({ exitCode }: Interrupted, events: ProcessEvents): void {
  const timer = setTimeout(() => {
    events.exit(exitCode);
  }, LEFTOVER_MS);
  // A process that has nothing left to do ends by itself, and at once.
  timer.unref();
}
