import type { Report } from '../../src/report/report.ts';

/** Returns the narrative of a report as one text, with its citations filled in: paragraphs, recommendations, questions. */
export function narrativeOf(report: Report): string {
  const paragraphs = report.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'text' ? [block.heading ?? '', block.markdown] : [block.heading ?? ''],
    ),
  );
  const recommendations = report.recommendations.flatMap((one) => [
    one.recommendation,
    one.source ?? '',
    one.progress ?? '',
    one.inPlace ?? '',
  ]);
  const questions = report.questions.flatMap(({ question, answer }) => [question, answer]);
  const resolutions = report.resolutions.map((one) => one.resolution);
  return [...paragraphs, ...recommendations, ...questions, ...resolutions]
    .map((text) => text.replace(/\s+/g, ' '))
    .join('\n');
}
