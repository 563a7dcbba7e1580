import { finding } from '../../model/finding.ts';
import { formatDate, formatPeriod } from '../../model/format.ts';
import { benchmarkSubject } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';

const ahead: Check = ({ meeting }) =>
  meeting.benchmarks.flatMap((benchmark) => {
    const { metric, place, period, periodLabel, at } = benchmark;
    if (period.start <= meeting.date) return [];
    const message = `the benchmark ${metric} of ${place} is for ${periodLabel ?? formatPeriod(period)}, which had not begun`;
    return [
      finding('W419', message, {
        at,
        about: benchmarkSubject(benchmark),
        why: `${formatPeriod(period)} starts on ${formatDate(period.start)}; the papers are those of ${formatDate(meeting.date)}`,
      }),
    ];
  });

export const BENCHMARK_RULES: readonly Rule[] = [rule(['W419'], ahead)];
