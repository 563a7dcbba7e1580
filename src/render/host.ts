import { homedir, tmpdir } from 'node:os';

/** What the browser search, the caches and `doctor` need to know of the machine, so that a test can stand in for it. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly temp: string;
  /** Absent on Windows. */
  readonly uid?: number;
}

/** Returns the machine that the program runs on. */
export function thisHost(): Host {
  const uid = process.getuid?.();
  return {
    platform: process.platform,
    arch: process.arch,
    env: process.env,
    home: homedir(),
    temp: tmpdir(),
    ...(uid !== undefined && { uid }),
  };
}
