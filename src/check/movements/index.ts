import { figureRule, type Rule } from '../rule.ts';
import { bridgeUnexplained } from './bridge.ts';
import { monthsLeftOut } from './gaps.ts';
import { restatedFigures } from './restated.ts';

/** Every rule on movements, jumps, freshness and missing rows. */
export const MOVEMENT_RULES: readonly Rule[] = [
  figureRule(['W110'], bridgeUnexplained),
  figureRule(['W118'], monthsLeftOut),
  figureRule(['N118'], restatedFigures),
];
