import { createContext } from '../../../src/papers/context.ts';
import type { Form, SettingChange } from '../../../src/compare/comparison.ts';
import type { PaperPair, SidePapers } from '../../../src/compare/side.ts';
import type { Dataset, Meeting, Observation, Programme, Workstream } from '../../../src/model/dataset.ts';
import type { MetricDefinition } from '../../../src/model/definition.ts';
import type { Sourced } from '../../../src/model/place.ts';
import { meeting, place, programme, workstream } from '../../support/dataset.ts';

/** A data repo with one workstream and one meeting. */
export function repo(
  of: Partial<Programme> = {},
  ofMeeting: Partial<Meeting> = {},
  ofWorkstream: Partial<Workstream> = {},
): Dataset {
  return {
    programme: programme(of),
    workstreams: [workstream({ meetings: [meeting(ofMeeting)], ...ofWorkstream })],
    benchmarks: [],
    inputs: [],
  };
}

/** The newest papers of a data repo's workstream. */
export function papers(dataset: Dataset, periodKey?: string): SidePapers {
  const [stream] = dataset.workstreams;
  const context = createContext(dataset, { workstream: stream!, meeting: stream!.meetings.at(-1)! });
  const wanted = context.allPeriods.find(({ key }) => key === periodKey);
  return { context, period: wanted ?? context.periods.at(-1) };
}

export function pairOf(before: Dataset, after: Dataset, form: Form = 'revisions'): PaperPair {
  return { form, before: papers(before), after: papers(after) };
}

/** A data repo whose one meeting gives these figures. */
export function withFigures(observations: readonly Observation[], of: Partial<Programme> = {}): Dataset {
  return repo(of, { observations });
}

export function definition(
  id: string,
  formula: string,
  change: Partial<MetricDefinition> = {},
): Sourced<MetricDefinition> {
  const value: MetricDefinition = {
    id,
    label: 'Agency rate',
    formula,
    unit: 'share',
    places: 2,
    direction: 'lower',
    description: 'Agency workers as a share of everyone in post.',
    usedBy: [],
    origin: 'council',
    ...change,
  };
  return { value, at: place(10, 1, 1, 'cip-report.yaml') };
}

const SEVERAL = new Set(['matrix.all', 'matrix.likelihood', 'matrix.impact', 'matrix.ratings']);

/** Puts the second side's settings in the place of the first's; a change of a matrix or its lists is of several. */
export function put(
  settings: ReadonlyMap<string, string>,
  changes: readonly SettingChange[],
): Map<string, string> {
  const result = new Map(settings);
  for (const { id, before, after } of changes) {
    for (const [one] of partsOf(id, before)) result.delete(one);
    for (const [one, text] of partsOf(id, after)) result.set(one, text);
  }
  return result;
}

function partsOf(id: string, text: string | null): [string, string][] {
  if (text === null) return [];
  return SEVERAL.has(id) ? Object.entries(JSON.parse(text) as Record<string, string>) : [[id, text]];
}

/** The change told from the other side, without its words. */
export function mirrored({ what, id, kind, before, after }: SettingChange): object {
  return {
    what,
    id,
    kind: kind === 'new' ? 'gone' : kind === 'gone' ? 'new' : kind,
    before: after,
    after: before,
  };
}
