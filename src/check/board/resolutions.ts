import { finding } from '../../model/finding.ts';
import { formatDate, formatList, formatPeriodInFull } from '../../model/format.ts';
import { nearest } from '../../model/suggest.ts';
import { findByReference } from '../../risk/reference.ts';
import { subjectOf } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { reportedResolutions, resolutionLedger } from '../../papers/resolution-state.ts';

/** Where a file is at fault, the answer or the resolution may stand in it. */
const unanswered: Check = ({ meeting, meetings, asOf, faulty }) => {
  if (faulty.size > 0) return [];
  return reportedResolutions(meetings, asOf).flatMap(({ resolution, resolvedAt, answer }) => {
    if (answer) return [];
    const { reference, due } = resolution;
    const wanted = due ? `the answer is wanted for ${formatPeriodInFull(due)}` : 'the next report answers it';
    return [
      finding(
        'W405',
        `resolution ${reference} of ${formatDate(resolvedAt.date)} is not answered in the report of ${formatDate(meeting.date)}`,
        {
          at: resolution.at,
          about: subjectOf('resolution', reference),
          why: wanted,
          help: `add an entry for ${reference} under \`answers\` in ${meeting.folder}/report.yaml`,
        },
      ),
    ];
  });
};

const unknownAnswer: Check = ({ meeting, meetings, faulty }) => {
  if (faulty.size > 0) return [];
  const { resolutions, stray } = resolutionLedger(meetings);
  const known = resolutions
    .filter((one) => one.resolvedAt !== meeting)
    .map((one) => one.resolution.reference);
  return stray.flatMap(({ answer, first }) => {
    if (first) return [];
    const own = findByReference(meeting.resolutions, answer.resolution);
    const meant = nearest(answer.resolution, known);
    const why = own
      ? `${own.reference} is of this meeting itself: the next report answers it`
      : known.length === 0
        ? 'no earlier meeting has a resolution'
        : `earlier meetings resolved ${formatList([...new Set(known)])}`;
    return [
      finding('W411', `an answer names resolution ${answer.resolution}, which no earlier meeting has`, {
        at: answer.at,
        about: subjectOf('resolution', answer.resolution),
        why,
        ...(meant !== undefined && { help: `did you mean ${meant}?` }),
        related: own ? [own.at] : [],
      }),
    ];
  });
};

const answeredTwice: Check = ({ meetings }) =>
  resolutionLedger(meetings).stray.flatMap(({ answer, first }) =>
    first
      ? [
          finding('W412', `resolution ${answer.resolution} is answered twice`, {
            at: answer.at,
            about: subjectOf('resolution', answer.resolution),
            related: [first.at],
          }),
        ]
      : [],
  );

export const RESOLUTION_RULES: readonly Rule[] = [
  rule(['W405'], unanswered),
  rule(['W411'], unknownAnswer),
  rule(['W412'], answeredTwice),
];
