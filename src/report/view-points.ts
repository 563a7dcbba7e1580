import { plural } from './format.ts';
import type { Report } from './report.ts';
import { revisedFigures, revisedHref } from './view-marks.ts';
import type { SectionRef, SectionRefs } from './view-sections.ts';

/** What a first page has to name: something that earlier papers left to answer, to do, or gave differently. */
export interface PointView {
  /** `1 resolution is not answered`. */
  readonly text: string;
  /** Where it stands; empty where the page shows it nowhere. */
  readonly href: string;
  /** What follows it in the sentence: a comma, `and` or the full stop, each with its space. */
  readonly joint: string;
}

/** Returns what is left open or was changed since earlier papers, as the parts of one sentence; empty where nothing is. */
export function pointViews(report: Report, sections: Pick<SectionRefs, 'answers' | 'actions'>): PointView[] {
  const unanswered = report.answers.filter((one) => one.answer === undefined).length;
  const missing = report.missingActions.length;
  const revised = revisedFigures(report).length;
  const points = [
    {
      count: unanswered,
      text: `${plural(unanswered, 'resolution')} ${unanswered === 1 ? 'is' : 'are'} not answered`,
      href: hrefOf(sections.answers),
    },
    {
      count: missing,
      text: `${plural(missing, 'action')} of earlier papers ${missing === 1 ? 'is' : 'are'} missing`,
      href: hrefOf(sections.actions),
    },
    {
      count: revised,
      text: `${plural(revised, 'figure')} ${revised === 1 ? 'was' : 'were'} revised`,
      href: revisedHref(report),
    },
  ].filter(({ count }) => count > 0);
  return points.map(({ text, href }, index) => ({ text, href, joint: jointAfter(index, points.length) }));
}

const NOWHERE: SectionRef = { id: '', number: '', title: '' };

/** Returns the sentence that the points are. */
export function pointsText(report: Report): string {
  return pointViews(report, { answers: NOWHERE, actions: NOWHERE })
    .map(({ text, joint }) => `${text}${joint}`)
    .join('');
}

function jointAfter(index: number, count: number): string {
  if (index === count - 1) return '. ';
  return index === count - 2 ? ' and ' : ', ';
}

function hrefOf({ id, number }: SectionRef): string {
  return number === '' ? '' : `#${id}`;
}
