import type { Rule } from '../context.ts';
import { bridgeUnexplained } from './bridge.ts';
import { createFigureContext, type FigureRule } from './figure-context.ts';
import { givenFigures } from './given.ts';
import { marksAndNotes } from './marks.ts';
import { notation } from './notation.ts';
import { statedFigures, statedLabels, statedTwice } from './stated.ts';
import { definitionFaults, unknownFigures } from './unknown.ts';

const RULES: readonly FigureRule[] = [
  definitionFaults,
  unknownFigures,
  notation,
  statedFigures,
  statedLabels,
  statedTwice,
  givenFigures,
  marksAndNotes,
  bridgeUnexplained,
];

/** Every rule on workforce figures. They share one comparison of the stated figures, and so are one to the runner. */
export const FIGURE_RULES: readonly Rule[] = [
  (context) => {
    const seen = createFigureContext(context);
    return RULES.flatMap((rule) => rule(seen));
  },
];
