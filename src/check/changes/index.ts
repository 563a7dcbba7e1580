import { figureRule, rule, type Rule } from '../rule.ts';
import {
  changesInOtherUnits,
  changesOfUnknownFigures,
  changesThatDoNotFollow,
  changesWithOtherSign,
} from './stated.ts';
import { sharesOfWhole } from './wholes.ts';

/** Every rule on change columns and shares that make up a whole. */
export const CHANGE_RULES: readonly Rule[] = [
  rule(['W159'], changesOfUnknownFigures),
  figureRule(['W154'], changesThatDoNotFollow),
  figureRule(['W155', 'W156'], changesInOtherUnits),
  figureRule(['W157'], changesWithOtherSign),
  figureRule(['W158'], sharesOfWhole),
];
