import { figureRule, rule, type Rule } from '../rule.ts';
import { bridgesNetOut, bridgeUnexplained } from './bridge.ts';
import { calendarOff } from './calendar.ts';
import { rowsExchanged } from './exchanged.ts';
import { oldFigures } from './freshness.ts';
import { monthsLeftOut } from './gaps.ts';
import { jumpsBeyondLimits } from './jumps.ts';
import { beyondLimits } from './limits.ts';
import { namesNearlyAlike } from './names.ts';
import { movementsExplained, movementsUnknown } from './recorded.ts';
import { restatedFigures } from './restated.ts';
import { rowsMissing } from './rows.ts';
import { swings } from './swings.ts';

/** Every rule on movements, jumps, freshness and missing rows. */
export const MOVEMENT_RULES: readonly Rule[] = [
  figureRule(['W110'], bridgeUnexplained),
  figureRule(['N151'], bridgesNetOut),
  figureRule(['W118', 'N152'], monthsLeftOut),
  figureRule(['N118'], restatedFigures),
  rule(['W140'], movementsUnknown),
  figureRule(['W141'], movementsExplained),
  figureRule(['W142', 'E014'], jumpsBeyondLimits),
  figureRule(['W143'], swings),
  figureRule(['N150'], beyondLimits),
  figureRule(['W144'], oldFigures),
  figureRule(['W145'], rowsMissing),
  figureRule(['W146'], calendarOff),
  figureRule(['W147'], namesNearlyAlike),
  figureRule(['W148'], rowsExchanged),
];
