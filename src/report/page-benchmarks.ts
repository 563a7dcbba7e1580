import type { PaperContext } from '../papers/context.ts';
import { benchmarkSubject } from '../papers/subject.ts';
import { benchmarkFormulaProblem, comparable } from '../metrics/benchmarks.ts';
import { kindOf } from '../metrics/registry.ts';
import type { Benchmark } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { formatPeriod } from '../model/format.ts';
import { placeText } from '../model/place.ts';
import { midSentence } from './format.ts';
import { isPrinted, type SectionParts } from './sections.ts';

/** Returns W418: the meeting's own benchmarks that stand beside no figure of the council, each with the reason. */
export function unusedBenchmarks(context: PaperContext, { benchmarks }: SectionParts): Finding[] {
  const used = new Set(benchmarks.flatMap(({ rows }) => rows.map(({ at }) => placeText(at))));
  return context.meeting.benchmarks.flatMap((one) => {
    const why = used.has(placeText(one.at)) ? undefined : reasonFor(context, one);
    if (why === undefined) return [];
    const message = `the benchmark ${one.metric} of ${one.place} for ${one.periodLabel ?? formatPeriod(one.period)} is set beside nothing`;
    return [finding('W418', message, { at: one.at, why, about: benchmarkSubject(one) })];
  });
}

/** Undefined where another finding tells it: an unknown id, a formula that cannot be used. */
function reasonFor(context: PaperContext, benchmark: Benchmark): string | undefined {
  const { figures, workstream } = context;
  const { registry } = figures;
  const kind = kindOf(registry, benchmark.metric);
  if (kind === undefined) return undefined;
  if (benchmark.formula !== undefined && benchmarkFormulaProblem(registry, benchmark.formula))
    return undefined;
  if (!isPrinted(context, 'benchmarks')) return 'The paper has no section `benchmarks`.';
  const basis = benchmark.basis ?? workstream.basis;
  const result = comparable(registry, benchmark, kind, basis);
  return result.comparable
    ? `The data gives no ${midSentence(kind.label)} in ${basis}.`
    : result.because.join(' ');
}
