import type { Place, Sourced } from '../model/place.ts';
import type { Period } from '../model/period.ts';
import { formatPeriodInFull } from '../model/format.ts';
import { subjectOf } from '../papers/subject.ts';
import type { EntryExplanation, Fact, ListKind } from './explanation.ts';
import { findingsOn, papersRef, type Papers } from './papers.ts';

/** What the explanation of an entry says of it. */
export interface EntryAccount {
  readonly reference: string;
  readonly title: string;
  readonly state: string;
  readonly because: readonly string[];
  readonly facts: readonly Fact[];
  readonly at?: Place;
  /** Of its cells: a finding about another thing may name one of them. */
  readonly fields?: Readonly<Record<string, Place>>;
}

/** Returns the explanation of an entry of a list, with the findings on it. */
export function entryExplanation(papers: Papers, kind: ListKind, account: EntryAccount): EntryExplanation {
  const { reference, title, state, because, facts, at, fields = {} } = account;
  const id = subjectOf(kind, reference);
  const places = [...(at ? [at] : []), ...Object.values(fields), ...facts.flatMap((one) => one.at ?? [])];
  return {
    kind,
    id,
    title,
    papers: papersRef(papers),
    state,
    because,
    facts,
    ...(at && { at }),
    findings: findingsOn(papers, [id], places),
  };
}

/** Returns a fact where there is something to tell; nothing for an empty text. */
export function fact(label: string, text: string | undefined, at?: Place): Fact[] {
  return text === undefined || text.trim() === '' ? [] : [{ label, text, ...(at && { at }) }];
}

/** Returns the fact of a date, in full. */
export function dateFact(label: string, period: Period | undefined, at?: Place): Fact[] {
  return fact(label, period && formatPeriodInFull(period), at);
}

/** Returns the fact of a text that has its own place. */
export function textFact(label: string, text: Sourced<string> | undefined): Fact[] {
  return fact(label, text?.value, text?.at);
}
