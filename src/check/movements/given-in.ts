import { figuresOf } from '../../metrics/book.ts';
import type { Evaluation } from '../../metrics/evaluate.ts';
import { placesBehind } from '../../metrics/wording.ts';
import type { Meeting } from '../../model/dataset.ts';
import type { Place } from '../../model/place.ts';

/**
 * Returns what tells whether a figure, or anything that it rests on, is of this meeting's papers: what older papers closed
 * with was theirs to explain.
 */
export function givenIn(meeting: Meeting): (evaluation: Evaluation) => boolean {
  const own = new Set<Place>(figuresOf(meeting).map((one) => one.at));
  return (evaluation) => placesBehind(evaluation).some((place) => own.has(place));
}
