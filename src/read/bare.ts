import type { Meeting, Paper, Programme, Workstream } from '../model/dataset.ts';
import { DEFAULT_CHECKS } from '../model/checks.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { DEFAULT_TEMPLATE } from '../model/templates.ts';
import { DUE_SOON_DAYS } from './config/read-config.ts';
import type { WorkstreamSettings } from './config/workstreams.ts';

/** What is known of the programme of a table that lies in no data repo: nothing. */
export const BARE_PROGRAMME: Programme = {
  organisation: '',
  name: '',
  board: '',
  definitions: [],
  measures: [],
  indicators: [],
  overlapping: [],
  theme: {},
  labels: {},
  targets: [],
  ragMeanings: {},
  dueSoonDays: DUE_SOON_DAYS,
  checks: DEFAULT_CHECKS,
};

const BARE_PAPER: Paper = {
  draft: false,
  asks: [],
  escalations: [],
  sections: [],
  questions: [],
  answers: [],
  notes: [],
  appendices: [],
  movements: [],
};

/** Returns the workstream of a table that lies in none. */
export function bareWorkstream({
  id,
  title,
  basis,
}: Pick<Workstream, 'id' | 'title' | 'basis'>): WorkstreamSettings {
  return {
    id,
    title,
    template: DEFAULT_TEMPLATE,
    basis,
    population: '',
    headlines: [],
    table: [],
    tables: [],
    charts: [],
    sections: [],
  };
}

/** Returns a meeting that has no papers yet. */
export function bareMeeting(date: PlainDate, folder: string): Meeting {
  return {
    id: date,
    date,
    folder,
    paper: BARE_PAPER,
    observations: [],
    indicators: [],
    changes: [],
    benchmarks: [],
    milestones: [],
    risks: [],
    actions: [],
    recommendations: [],
    resolutions: [],
  };
}
