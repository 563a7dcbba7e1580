import { Chalk, type ChalkInstance } from 'chalk';
import { disarmed, visible } from '../model/visible.ts';

/** The part of a writable stream that output needs; tests pass a recording one. */
export interface TextStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  /** In UTF-8; with `latin1`, each character is a byte. */
  write(text: string, encoding?: 'latin1'): unknown;
}

export interface OutputOptions {
  readonly stdout: TextStream;
  readonly stderr: TextStream;
  /** From `NO_COLOR`, `FORCE_COLOR` and the terminal; decided at the edge. */
  readonly colour: { readonly stdout: boolean; readonly stderr: boolean };
}

/** A run of text with one look. Text is data: it is made safe when it is written. */
export interface Span {
  readonly text: string;
  readonly look?: Look;
}

export type Look = 'error' | 'warning' | 'note' | 'good' | 'strong' | 'quiet';
export type Line = string | readonly Span[];

/**
 * The one way out to the terminal. Results go to stdout, everything else to stderr. Every character is made safe on
 * its way, a line from data can never start a line of output that a CI system takes for a command, and styles are
 * added here only.
 */
export class Output {
  readonly #options: OutputOptions;
  readonly #styles: { readonly stdout: ChalkInstance; readonly stderr: ChalkInstance };
  #progress = '';

  constructor(options: OutputOptions) {
    this.#options = options;
    this.#styles = {
      stdout: new Chalk({ level: options.colour.stdout ? 1 : 0 }),
      stderr: new Chalk({ level: options.colour.stderr ? 1 : 0 }),
    };
  }

  /** Columns of the terminal behind stderr; 100 where there is none. */
  get width(): number {
    return columnsOf(this.#options.stderr);
  }

  /** Columns of the terminal behind stdout; 100 where there is none. */
  get resultWidth(): number {
    return columnsOf(this.#options.stdout);
  }

  /** Whether a person sees the result as it is written. */
  get isTerminal(): boolean {
    return this.#options.stdout.isTTY === true;
  }

  /** Writes a line of the result to stdout. */
  result(line: Line = ''): void {
    this.#clearProgress();
    this.#options.stdout.write(`${render(line, this.#styles.stdout)}\n`);
  }

  /** Writes text that is itself the result (JSON, a generated file) to stdout, as it is. */
  document(text: string): void {
    this.#clearProgress();
    this.#options.stdout.write(text);
  }

  /** Writes a result that is no text (a PDF) to stdout, byte by byte. */
  bytes(bytes: Uint8Array): void {
    this.#clearProgress();
    const { buffer, byteOffset, byteLength } = bytes;
    this.#options.stdout.write(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'), 'latin1');
  }

  /** Writes a line for the reader's eyes to stderr. */
  say(line: Line = ''): void {
    this.#clearProgress();
    this.#options.stderr.write(`${render(line, this.#styles.stderr)}\n`);
  }

  /** Shows what is being done: replaced in place on a terminal, not shown elsewhere. */
  progress(text: string): void {
    if (this.#options.stderr.isTTY !== true) return;
    const line = visible(text).slice(0, this.width - 1);
    this.#options.stderr.write(`\r\u001b[2K${this.#styles.stderr.dim(line)}`);
    this.#progress = line;
  }

  /** Removes the progress line. */
  done(): void {
    this.#clearProgress();
  }

  #clearProgress(): void {
    if (this.#progress === '') return;
    this.#options.stderr.write('\r\u001b[2K');
    this.#progress = '';
  }
}

function columnsOf({ columns }: TextStream): number {
  return Math.max(40, columns ?? 100);
}

function render(line: Line, styles: ChalkInstance): string {
  const spans = typeof line === 'string' ? [{ text: line }] : line;
  const safe = spans.map((span) => ({ ...span, text: disarmed(visible(span.text)) }));
  const plain = safe.map((span) => span.text).join('');
  // A command that only stands where two spans meet costs the line its styles.
  const shown = disarmed(plain) === plain ? safe : [{ text: disarmed(plain) }];
  const guard = /^\s*::/.test(plain) ? '\\' : '';
  return (
    guard + shown.map((span) => style(span.text, 'look' in span ? span.look : undefined, styles)).join('')
  );
}

function style(text: string, look: Look | undefined, styles: ChalkInstance): string {
  switch (look) {
    case 'error':
      return styles.red.bold(text);
    case 'warning':
      return styles.yellow.bold(text);
    case 'note':
      return styles.cyan.bold(text);
    case 'good':
      return styles.green.bold(text);
    case 'strong':
      return styles.bold(text);
    case 'quiet':
      return styles.dim(text);
    case undefined:
      return text;
  }
}
