import type { Basis, Meeting, Observation, Programme } from '../model/dataset.ts';
import { groupBy } from '../model/group-by.ts';
import { MEASURES } from '../model/measures.ts';
import { createCensus, type Census } from './census.ts';
import { DEFINITIONS } from './definitions.ts';
import { withoutSuperseded, type Sourced, type Superseded } from './supersession.ts';

/** Who is named, and when. */
export interface Censuses {
  /** In the tables of the workforce, by basis. */
  readonly workforce: ReadonlyMap<Basis, Census>;
  /** For each figure that tables of indicators alone give, by its id: its periods and members are not the workforce's. */
  readonly series: ReadonlyMap<string, Census>;
  /** For each figure with a basis that tables of indicators give, together with the workforce on that basis. */
  readonly besideWorkforce: ReadonlyMap<string, Census>;
  /** Figures of members that newer papers leave out where they break the same group down. They are in no census. */
  readonly superseded: readonly Superseded[];
}

/** Returns whether a figure has a basis: all but the council's own indicators, which count what they say. */
export function hasBasisBy({
  measures = [],
  definitions = [],
}: Partial<Pick<Programme, 'measures' | 'definitions'>>): (id: string) => boolean {
  const own = [...measures, ...definitions].map(({ value }) => value.id);
  const ids = new Set([...[...MEASURES, ...DEFINITIONS].map(({ id }) => id), ...own]);
  return (id) => ids.has(id);
}

/** Returns who the meetings' papers name (oldest first), in the order of the newest papers. */
export function createCensuses(meetings: readonly Meeting[], hasBasis: (id: string) => boolean): Censuses {
  const newestFirst = meetings.toReversed();
  const workforce = withoutSuperseded(sourced(newestFirst, 'observations'), ({ basis }) => basis);
  const indicators = withoutSuperseded(sourced(newestFirst, 'indicators'), ({ measure, basis }) =>
    hasBasis(measure) ? besideText(measure, basis) : seriesName(measure),
  );
  const byBasis = groupBy(observationsOf(workforce.kept), (one) => one.basis);
  const ofWorkforce = new Set(observationsOf(workforce.kept).map((one) => one.measure));
  const given = observationsOf(indicators.kept);
  const series = groupBy(
    given.filter((one) => !ofWorkforce.has(one.measure)),
    (one) => seriesName(one.measure),
  );
  const beside = groupBy(
    given.filter((one) => hasBasis(one.measure)),
    (one) => besideText(one.measure, one.basis),
  );
  return {
    workforce: censusByName(byBasis),
    series: censusByName(series),
    besideWorkforce: new Map(
      [...beside].map(([name, some]) => {
        const others = some[0] === undefined ? [] : (byBasis.get(some[0].basis) ?? []);
        return [name, createCensus([...others, ...some])];
      }),
    ),
    superseded: [...workforce.superseded, ...indicators.superseded],
  };
}

/** Returns the census of a figure: an own indicator's, that of the workforce, or that of both. */
export function censusOf(
  { workforce, series, besideWorkforce }: Censuses,
  basis: Basis,
  id: string | undefined,
): Census | undefined {
  if (id === undefined) return workforce.get(basis);
  const both = besideWorkforce.get(besideText(id, basis));
  return both ?? series.get(seriesName(id)) ?? workforce.get(basis);
}

/** The parts of an indicator are of its series. */
function seriesName(id: string): string {
  return id.replace(/_(?:numerator|denominator)$/, '');
}

function besideText(id: string, basis: Basis): string {
  return JSON.stringify([id, basis]);
}

function sourced(newestFirst: readonly Meeting[], table: 'observations' | 'indicators'): Sourced[] {
  return newestFirst.flatMap((meeting) =>
    meeting[table].flatMap((observation) => (observation.stated ? [] : [{ observation, meeting }])),
  );
}

function observationsOf(some: readonly Sourced[]): Observation[] {
  return some.map(({ observation }) => observation);
}

function censusByName<K>(groups: ReadonlyMap<K, readonly Observation[]>): Map<K, Census> {
  return new Map([...groups].map(([name, some]) => [name, createCensus(some)]));
}
