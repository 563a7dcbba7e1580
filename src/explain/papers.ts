import type { Finding } from '../model/finding.ts';
import { placeText, type Place } from '../model/place.ts';
import type { PaperContext } from '../papers/context.ts';
import type { Report } from '../report/report.ts';
import type { FindingsOn, PapersRef } from './explanation.ts';

/** One meeting's papers as they are explained. */
export interface Papers {
  readonly context: PaperContext;
  /** What was found in them, as the configuration wants it. */
  readonly findings: readonly Finding[];
  /** Absent where the data has errors: nothing is published then, and everything can be explained all the same. */
  readonly report?: Report | undefined;
}

/** Returns whose papers they are. */
export function papersRef({ context: { workstream, meeting, asOf } }: Papers): PapersRef {
  return { workstream: { id: workstream.id, title: workstream.title }, meeting: meeting.id, asOf };
}

/** Returns the findings about any of the thing's names, and those about other things that stand at or name one of its places. */
export function findingsOn(
  { findings }: Papers,
  names: readonly string[],
  places: readonly Place[],
): FindingsOn {
  const own = new Set(places.map(placeText));
  const isTouching = ({ at, related = [] }: Finding): boolean =>
    [...(at ? [at] : []), ...related].some((place) => own.has(placeText(place)));
  const isAbout = ({ about }: Finding): boolean => about !== undefined && names.includes(about);
  return {
    about: findings.filter(isAbout),
    touching: findings.filter((one) => !isAbout(one) && isTouching(one)),
  };
}
