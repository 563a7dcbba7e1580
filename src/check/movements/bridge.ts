import type { Meeting } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { MINUS, formatNumber, formatPeriod, formatSigned, midSentence } from '../../model/format.ts';
import { bridgesOf, type StaffBridge } from '../../metrics/bridge.ts';
import type { Evaluator } from '../../metrics/evaluate.ts';
import { printedPlaces } from '../../metrics/places.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { evaluationText, placesBehind } from '../../metrics/wording.ts';
import { WHOLE } from '../../metrics/book.ts';
import type { Check } from '../rule.ts';

/** W110: permanent staff at two successive periods' ends, and joiners and leavers that do not account for the change. */
export const bridgeUnexplained: Check = ({ workstream, meeting, figures: evaluator }) =>
  bridgesOf(evaluator, WHOLE, workstream.basis)
    .filter((bridge) => !bridge.explained && !isOlder(bridge, meeting))
    .map((bridge) => {
      const { closing, opening, flows, unexplained, expected, to, from } = bridge;
      const places = placesOf(bridge, evaluator);
      const rest = formatSigned(unexplained.value, places);
      const now = evaluationText(closing, evaluator.registry);
      const movements = flows.map(({ id, sign, evaluation }) => {
        const label = midSentence(labelOf(evaluator.registry, id));
        return `${sign === '-' ? MINUS : '+'} ${label} ${evaluationText(evaluation, evaluator.registry)}`;
      });
      const start = `permanent ${evaluationText(opening, evaluator.registry)} (${formatPeriod(from)})`;
      const reckoning = [start, ...movements].join(' ');
      return finding('W110', `permanent staff in ${formatPeriod(to)}: ${rest} unexplained`, {
        at: placesBehind(closing)[0],
        why: `${reckoning} = ${formatNumber(expected.value, places)}; the data gives ${now}`,
        related: [opening, ...flows.map((flow) => flow.evaluation)].flatMap(placesBehind),
      });
    });

// What an earlier meeting's papers closed with was theirs to explain.
function isOlder({ closing }: StaffBridge, meeting: Meeting): boolean {
  const observation = closing.source === 'given' ? closing.given?.observation : undefined;
  return observation !== undefined && !meeting.observations.includes(observation);
}

function placesOf({ opening, closing, flows }: StaffBridge, { registry }: Evaluator): number {
  return Math.max(
    ...[opening, closing, ...flows.map((flow) => flow.evaluation)].map((one) => {
      const kind = kindOf(registry, one.key.id);
      return kind === undefined ? 0 : printedPlaces(one, kind);
    }),
  );
}
