import type { Answer, Meeting, Resolution } from '../model/dataset.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { isReference } from '../risk/reference.ts';

/** What a meeting resolved, and what later papers answered to it. */
export interface ResolutionStatus {
  readonly resolution: Resolution;
  /** The meeting that resolved it. */
  readonly resolvedAt: Meeting;
  /** Oldest first; later ones bring it up to date. */
  readonly answers: readonly { readonly meeting: Meeting; readonly answer: Answer }[];
}

/** An answer that no resolution takes: none has its reference, or the same papers answer that one already. */
export interface StrayAnswer {
  readonly answer: Answer;
  /** The answer to the same resolution that the same papers give first. */
  readonly first?: Answer;
}

export interface ResolutionLedger {
  /** In the order in which they were resolved. */
  readonly resolutions: readonly ResolutionStatus[];
  /** Of the last meeting's papers. */
  readonly stray: readonly StrayAnswer[];
}

/**
 * Returns what the meetings (oldest first) resolved up to the last one's papers, with the answers to it. A reference
 * may be used again by a later meeting: an answer is then to the newest resolution that has none yet.
 */
export function resolutionLedger(meetings: readonly Meeting[]): ResolutionLedger {
  const resolutions: {
    resolution: Resolution;
    resolvedAt: Meeting;
    answers: { meeting: Meeting; answer: Answer }[];
  }[] = [];
  let stray: StrayAnswer[] = [];
  for (const meeting of meetings) {
    stray = [];
    for (const answer of meeting.paper.answers) {
      const named = resolutions.filter(({ resolution }) =>
        isReference(resolution.reference, answer.resolution),
      );
      const status = named.findLast((one) => one.answers.length === 0) ?? named.at(-1);
      const last = status?.answers.at(-1);
      if (!status) stray.push({ answer });
      else if (last?.meeting === meeting) stray.push({ answer, first: last.answer });
      else status.answers.push({ meeting, answer });
    }
    resolutions.push(
      ...meeting.resolutions.map((resolution) => ({ resolution, resolvedAt: meeting, answers: [] })),
    );
  }
  return { resolutions, stray };
}

/**
 * Returns whether a resolution of an earlier meeting wants its answer by a date: at the next report where it has no date
 * of its own. A day or a month names the meeting that is meant, so it has come when it begins; anything longer, when it
 * ends.
 */
function isAnswerDue({ due }: Resolution, asOf: PlainDate): boolean {
  if (!due) return true;
  return (due.kind === 'day' || due.kind === 'month' ? due.start : due.end) <= asOf;
}

/** A resolution of an earlier meeting that a report has in it. */
export interface ReportedResolution {
  readonly resolution: Resolution;
  readonly resolvedAt: Meeting;
  /** This report's answer; absent where it owes one. */
  readonly answer?: Answer;
}

/**
 * Returns what the last of the meetings answers, or has to answer by a date, of what earlier ones resolved. One that
 * earlier papers answered is there again only where these bring its answer up to date.
 */
export function reportedResolutions(meetings: readonly Meeting[], asOf: PlainDate): ReportedResolution[] {
  const meeting = meetings.at(-1);
  return resolutionLedger(meetings).resolutions.flatMap(({ resolution, resolvedAt, answers }) => {
    if (resolvedAt === meeting) return [];
    const answer = answers.find((one) => one.meeting === meeting)?.answer;
    if (answer) return [{ resolution, resolvedAt, answer }];
    return answers.length === 0 && isAnswerDue(resolution, asOf) ? [{ resolution, resolvedAt }] : [];
  });
}
