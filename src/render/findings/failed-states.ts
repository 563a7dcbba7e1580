import type { CheckReport } from '../../report/check-report.ts';

/** What fails a gate of a state, and the gate: a red risk stands in no list of findings. */
export interface FailedState {
  /** `red-risk`. */
  readonly gate: string;
  readonly reason: CheckReport['gates'][number]['because'][number];
}

/** Returns what fails the gates that are about a state of the papers; what fails the others is among the findings. */
export function failedStates({ gates }: Pick<CheckReport, 'gates'>): FailedState[] {
  return gates
    .filter((gate) => gate.of === 'state')
    .flatMap(({ name, because, unknown = [] }) =>
      [...because, ...unknown].map((reason) => ({ gate: name, reason })),
    );
}
