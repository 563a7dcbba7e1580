import { union } from './geometry.ts';
import type { Loose } from './painted.ts';

/** From which distance on texts are apart, in points. */
const FAR = 100;

/** Gathers what is painted outside any marked content: what follows upon its like is one stretch with it. */
export class LooseStretches {
  readonly all: Loose[] = [];
  #isEnded = true;

  add(one: Loose): void {
    const last = this.all.at(-1);
    if (last?.isText === one.isText && !this.#isEnded && isNear(last, one)) {
      last.to = one.to;
      last.box = union(last.box, one.box);
      last.lines = [...(last.lines ?? []), ...(one.lines ?? [])];
    } else this.all.push(one);
    this.#isEnded = false;
  }

  /** Adds what is no part of a stretch. */
  addAlone(one: Loose): void {
    this.#isEnded = true;
    this.add(one);
    this.#isEnded = true;
  }

  /** Says that a stretch cannot reach across what stands here. */
  end(): void {
    this.#isEnded = true;
  }
}

/** A running head and a running foot are two, though painted one after the other. */
function isNear(a: Loose, b: Loose): boolean {
  return !a.isText || Math.abs((a.box?.[1] ?? 0) - (b.box?.[1] ?? 0)) < FAR;
}
