import type { Report } from './report.ts';
import { figureOf, markdownText, type MarkdownText } from './view-text.ts';
import { groupLabel } from './words.ts';

/** The reason that was recorded for a figure's movement. */
export interface MovementView {
  /** `Permanent, Jan 2021: 144`. */
  readonly what: string;
  /** `−6 beyond starters and leavers`, `+3 since Jan 2021`. */
  readonly amount: string;
  /** The reason that the council recorded. */
  readonly reason: MarkdownText;
}

/** Returns the recorded reasons with the figures that they are of. */
export function movementViews(report: Report): MovementView[] {
  return report.workforce.movements.flatMap(({ figure: id, amountText, markdown }) => {
    const figure = figureOf(report, id);
    if (figure === undefined) return [];
    const names = [figure.label, groupLabel(figure.group), figure.period.label].filter((one) => one !== '');
    return [
      {
        what: `${names.join(', ')}: ${figure.text}`,
        amount: amountText,
        reason: markdownText(markdown, 3),
      },
    ];
  });
}
