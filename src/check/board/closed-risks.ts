import { finding } from '../../model/finding.ts';
import { formatDate } from '../../model/format.ts';
import { followedEntries, RISKS } from '../../papers/followed.ts';
import { subjectOf } from '../../papers/subject.ts';
import { fieldPlace } from '../../risk/entry.ts';
import { assess, judgedPair } from '../../risk/matrix.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { riskSilence } from './silence.ts';

/** A risk that was red leaves the board's sight when it is closed: it is told why. */
const closedSilently: Check = (context) =>
  followedEntries(context, RISKS).flatMap((one) => {
    const { meeting, was, now } = one;
    const { matrix } = context.programme;
    const then = matrix && judgedPair(assess(matrix, was.likelihood, was.impact));
    if (!now || now.open || !was.open || !then?.rating.severe) return [];
    const silent = riskSilence(now, one, context.meeting.risks);
    if (silent === undefined) return [];
    const message = `${now.reference} was rated ${then.rating.label} on ${formatDate(meeting.date)} and is closed, ${silent}`;
    return [
      finding('W314', message, {
        at: fieldPlace(now, 'open'),
        about: subjectOf('risk', now.reference),
        related: [fieldPlace(was, 'likelihood')],
      }),
    ];
  });

/** W314: a red risk is closed without a word. */
export const CLOSED_RISK_RULES: readonly Rule[] = [rule(['W314'], closedSilently)];
