import type { Direction, MetricUnit } from '../../model/definition.ts';
import { DEFINITIONS } from '../../model/definitions.ts';
import { MEASURES } from '../../model/measures.ts';
import type { WrittenConfig } from '../schema/config.ts';

/** What is known of a measure or metric that an indicator can add levels to. */
export interface KnownFigure {
  readonly label: string;
  readonly unit: MetricUnit;
  readonly direction: Direction;
  readonly description: string;
  readonly nature?: 'stock' | 'flow';
  readonly places?: number;
  /** Where it comes from, for a message: `a metric that ships with the program`. */
  readonly origin: string;
}

/** Returns the measures and metrics that ship or that the configuration defines, by id; a council's own win. */
export function knownFigures({
  definitions = [],
  measures = [],
}: WrittenConfig): ReadonlyMap<string, KnownFigure> {
  const known = new Map<string, KnownFigure>();
  for (const one of MEASURES)
    known.set(one.id, { ...one, unit: 'count', origin: 'a measure that is supplied' });
  for (const one of DEFINITIONS)
    known.set(one.id, { ...known.get(one.id), ...one, origin: 'a metric that is supplied' });
  for (const one of measures) known.set(one.id, { ...one, unit: 'count', origin: 'a measure of your own' });
  for (const { places, ...one } of definitions)
    known.set(one.id, {
      ...known.get(one.id),
      ...one,
      ...(places !== undefined && { places }),
      origin: 'a metric of your own',
    });
  return known;
}
