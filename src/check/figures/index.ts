import { allFiguresRead, type Rule } from '../context.ts';
import { membersOnOtherBasis, wholeNoLongerGiven } from './added-up.ts';
import { bridgeUnexplained } from './bridge.ts';
import { workedOut } from './disclosure.ts';
import { createFigureContext, type FigureRule } from './figure-context.ts';
import { daysInTables, indicatorsAhead, judgedBeforeFigures, periodsAhead } from './dates.ts';
import { monthsLeftOut } from './gaps.ts';
import { givenFigures } from './given.ts';
import { membersLikeTotals } from './like-totals.ts';
import { marksWithoutNote, notesWithoutMark } from './marks.ts';
import { notation } from './notation.ts';
import { membersLeftOut } from './members.ts';
import { partsAgainstWhole } from './parts.ts';
import { ratesOfTwoDimensions, sharesBeyondAll } from './rates.ts';
import { restatedFigures } from './restated.ts';
import { statedFigures, statedLabels, statedTwice } from './stated.ts';
import { membersSuperseded } from './superseded.ts';
import { unknownGroups } from './unknown-groups.ts';
import { definitionFaults, unknownFigures } from './unknown.ts';
import { wholeBehindGroups, wholeWorkforce } from './whole.ts';

/** What is wrong with single values, whatever else could not be read. */
const ON_VALUES: readonly FigureRule[] = [
  definitionFaults,
  unknownFigures,
  notation,
  marksWithoutNote,
  notesWithoutMark,
  periodsAhead,
  indicatorsAhead,
  judgedBeforeFigures,
  daysInTables,
];

/** What figures say of one another: after a fault in reading, such a finding may only follow from that. */
const ON_FIGURES_TOGETHER: readonly FigureRule[] = [
  statedFigures,
  statedLabels,
  statedTwice,
  givenFigures,
  bridgeUnexplained,
  monthsLeftOut,
  wholeWorkforce,
  wholeBehindGroups,
  partsAgainstWhole,
  membersLeftOut,
  membersSuperseded,
  membersOnOtherBasis,
  membersLikeTotals,
  wholeNoLongerGiven,
  sharesBeyondAll,
  ratesOfTwoDimensions,
  workedOut,
  unknownGroups,
  restatedFigures,
];

/** Every rule on workforce figures. They share one comparison of the stated figures, and so are one to the runner. */
export const FIGURE_RULES: readonly Rule[] = [
  (context) => {
    const seen = createFigureContext(context);
    const rules = allFiguresRead(context) ? [...ON_VALUES, ...ON_FIGURES_TOGETHER] : ON_VALUES;
    return rules.flatMap((rule) => rule(seen));
  },
];
