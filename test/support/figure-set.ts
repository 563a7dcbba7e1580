import { createContext } from '../../src/papers/context.ts';
import type { Dataset, Meeting, Programme, Workstream } from '../../src/model/dataset.ts';
import { createFigureSet, type FigureSet } from '../../src/report/figures.ts';
import { createNarrative, type Narrative } from '../../src/report/narrative.ts';
import { date, meeting, programme, workstream } from './dataset.ts';

export interface SmallDataset {
  readonly meeting?: Partial<Meeting>;
  /** Meetings before it, oldest first. */
  readonly before?: readonly Meeting[];
  readonly workstream?: Partial<Workstream>;
  readonly programme?: Partial<Programme>;
  readonly asOf?: string;
}

/** Returns a dataset of one workstream with the changes of a case. */
export function smallDataset(change: SmallDataset): Dataset {
  const meetings = [...(change.before ?? []), meeting(change.meeting)];
  return {
    programme: programme(change.programme),
    workstreams: [workstream({ meetings, ...change.workstream })],
    benchmarks: [],
    inputs: [],
  };
}

/** Returns the empty set of figures of a small dataset's last meeting, and the narrative that fills its texts. */
export function figureSet(change: SmallDataset): FigureSet & { readonly narrative: Narrative } {
  const data = smallDataset(change);
  const [stream] = data.workstreams;
  const last = stream?.meetings.at(-1);
  if (stream === undefined || last === undefined) throw new RangeError('no meeting');
  const asOf = change.asOf === undefined ? undefined : date(change.asOf);
  const figures = createFigureSet(createContext(data, { workstream: stream, meeting: last, asOf }));
  return { ...figures, narrative: createNarrative(figures) };
}
