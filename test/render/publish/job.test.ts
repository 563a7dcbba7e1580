import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { Cleanup, Interrupted, withSignals, type ProcessEvents } from '../../../src/render/job.ts';

interface Fake extends EventEmitter {
  exit: ReturnType<typeof vi.fn<(code: number) => void>>;
}

function fakeProcess(): { events: Fake; asProcess: ProcessEvents } {
  const events = Object.assign(new EventEmitter(), { exit: vi.fn<(code: number) => void>() });
  return { events, asProcess: events as unknown as ProcessEvents };
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

describe('withSignals', () => {
  it('ends the process where something that is left of an interrupted job would keep it', async () => {
    const { events, asProcess } = fakeProcess();
    const running = withSignals((job) => untilAborted(job.signal), asProcess);
    events.emit('SIGTERM', 'SIGTERM');
    await running;
    await vi.waitFor(() => {
      expect(events.exit).toHaveBeenCalledExactlyOnceWith(143);
    });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('turns %s into an abort and exit code %i', async (name, code) => {
    const { events, asProcess } = fakeProcess();
    const step = vi.fn();
    const running = withSignals((job) => {
      job.cleanup.add(step);
      return untilAborted(job.signal);
    }, asProcess);
    events.emit(name, name);
    const { interrupted, value } = await running;
    expect([interrupted?.exitCode, value]).toEqual([code, undefined]);
    expect(step).toHaveBeenCalledOnce();
    expect(events.exit).not.toHaveBeenCalled();
    expect(events.eventNames()).toEqual([]);
  });

  it('cleans up and exits at once on a second signal', async () => {
    const { events, asProcess } = fakeProcess();
    const order: string[] = [];
    events.exit.mockImplementation((code) => order.push(`exit ${code}`));
    let finish = (): void => undefined;
    const running = withSignals((job) => {
      job.cleanup.add(() => order.push('clean'));
      return new Promise<void>((resolve) => {
        finish = resolve;
      });
    }, asProcess);
    events.emit('SIGINT', 'SIGINT');
    expect(order).toEqual([]);
    events.emit('SIGINT', 'SIGINT');
    expect(order).toEqual(['clean', 'exit 130']);
    finish();
    await running;
  });

  it('does not wait for ever for work that does not stop', async () => {
    vi.useFakeTimers();
    const { events, asProcess } = fakeProcess();
    let finish = (): void => undefined;
    const running = withSignals(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
      asProcess,
    );
    events.emit('SIGTERM', 'SIGTERM');
    vi.advanceTimersByTime(3000);
    expect(events.exit).toHaveBeenCalledWith(143);
    vi.useRealTimers();
    finish();
    await running;
  });

  it('returns the value, and passes errors on after the clean-up', async () => {
    const { asProcess } = fakeProcess();
    expect(await withSignals(() => Promise.resolve(7), asProcess)).toEqual({ value: 7 });
    const step = vi.fn();
    const failing = withSignals((job) => {
      job.cleanup.add(step);
      return Promise.reject(new Error('broken'));
    }, asProcess);
    await expect(failing).rejects.toThrow('broken');
    expect(step).toHaveBeenCalledOnce();
  });

  it('gives the interruption as the reason of the abort', async () => {
    const { events, asProcess } = fakeProcess();
    let reason: unknown;
    const running = withSignals(async ({ signal }) => {
      await untilAborted(signal).catch((error: unknown) => {
        reason = error;
      });
    }, asProcess);
    events.emit('SIGINT', 'SIGINT');
    await running;
    expect(reason).toBeInstanceOf(Interrupted);
  });
});

describe('Cleanup', () => {
  it('runs steps once, latest first, whatever one of them does', () => {
    const cleanup = new Cleanup();
    const order: number[] = [];
    cleanup.add(() => order.push(1));
    cleanup.add(() => {
      throw new Error('stuck');
    });
    const release = cleanup.add(() => order.push(3));
    cleanup.add(() => order.push(4));
    release();
    cleanup.run();
    cleanup.run();
    expect(order).toEqual([4, 1]);
  });
});
