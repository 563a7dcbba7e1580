import type { PaperContext } from '../papers/context.ts';
import { changeInColumn, changeReckoning, statedText } from '../papers/stated-change-words.ts';
import type { ComparedChange } from '../papers/stated-changes.ts';
import { periodRef } from './format.ts';
import type { CheckedSection } from './report.ts';
import { groupLabel } from './words.ts';

/** Returns how many of the changes that the papers state were compared, how many agreed, and which did not. */
export function checkedChanges({
  changes,
}: PaperContext): Pick<CheckedSection, 'recomputed' | 'agreed' | 'differing'> {
  const differing = changes.filter(({ verdict }) => verdict !== 'right');
  return {
    recomputed: changes.length,
    agreed: changes.length - differing.length,
    differing: differing.map((one) => ({
      label: labelOf(one),
      period: periodRef(one.change.to),
      statedText: statedText(one.change),
      computedText: changeInColumn(one),
      at: one.change.at,
      explanation: changeReckoning(one),
    })),
  };
}

/** Returns the council's own wording: of the row and of the column, and whose the figure is. */
function labelOf({ change: { label, heading, group }, kind }: ComparedChange): string {
  const figure = label === heading || label === '' ? kind.label : label;
  return [figure, groupLabel(group), heading].filter((part) => part !== '').join(', ');
}
