import { membersOnOtherBasis, wholeNoLongerGiven } from './added-up.ts';
import { workedOut } from './disclosure.ts';
import { daysInTables, indicatorsAhead, judgedBeforeFigures, periodsAhead } from './dates.ts';
import { givenFigures } from './given.ts';
import { fteAboveHeadcount, partsAboveWhole } from './impossible.ts';
import { membersLikeTotals } from './like-totals.ts';
import { longerPeriods } from './over-time.ts';
import { marksWithoutNote, notesWithoutMark } from './marks.ts';
import { notation } from './notation.ts';
import { membersLeftOut } from './members.ts';
import { partsAgainstWhole } from './parts.ts';
import { ratesOfTwoDimensions, sharesBeyondAll } from './rates.ts';
import { mixedDefinitions, statedLabels } from './stated-labels.ts';
import { statedFigures, statedTwice } from './stated.ts';
import { membersSuperseded } from './superseded.ts';
import { unknownGroups } from './unknown-groups.ts';
import { definitionFaults, unknownFigures } from './unknown.ts';
import { wholeBehindGroups, wholeWorkforce } from './whole.ts';

import { figureRule, rule, type Rule } from '../rule.ts';

/** What is wrong with single values, whatever else could not be read. */
const ON_VALUES: readonly Rule[] = [
  rule(['E101', 'E102', 'E120', 'E121'], definitionFaults),
  rule(['E103', 'W122'], unknownFigures),
  rule(['E111'], notation),
  rule(['W108'], marksWithoutNote),
  rule(['W109'], notesWithoutMark),
  rule(['E113', 'W114'], periodsAhead),
  rule(['W123'], indicatorsAhead),
  rule(['W115'], judgedBeforeFigures),
  rule(['W119'], daysInTables),
];

/** What figures say of one another. */
const ON_FIGURES_TOGETHER: readonly Rule[] = [
  figureRule(['W104'], statedFigures),
  figureRule(['W105'], statedLabels),
  figureRule(['W106'], statedTwice),
  figureRule(['W132'], mixedDefinitions),
  figureRule(['W107'], givenFigures),
  figureRule(['W133'], fteAboveHeadcount),
  figureRule(['W134'], partsAboveWhole),
  figureRule(['W135'], longerPeriods),
  figureRule(['E112'], wholeWorkforce),
  figureRule(['W117'], wholeBehindGroups),
  figureRule(['W116', 'W120'], partsAgainstWhole),
  figureRule(['W121', 'W128'], membersLeftOut),
  figureRule(['W125'], membersSuperseded),
  figureRule(['W126'], membersOnOtherBasis),
  figureRule(['E124', 'W124'], membersLikeTotals),
  figureRule(['W127'], wholeNoLongerGiven),
  figureRule(['W129'], sharesBeyondAll),
  figureRule(['W130'], ratesOfTwoDimensions),
  figureRule(['W131'], workedOut),
  figureRule(['E122'], unknownGroups),
];

/** Every rule on figures of the workforce and of indicators. */
export const FIGURE_RULES: readonly Rule[] = [...ON_VALUES, ...ON_FIGURES_TOGETHER];
