import { formulaText } from '../metrics/wording.ts';
import type { FigureSet } from './figures.ts';
import type { DefinitionRow } from './report.ts';

/** Returns the definitions of the figures in the set, in the registry's order: what only stands behind them is not printed. */
export function definitionRows(figures: FigureSet): DefinitionRow[] {
  const { registry } = figures.context.figures;
  const printed = new Set(Object.values(figures.all()).map((figure) => figure.metric));
  return [...registry.kinds.values()]
    .filter((kind) => printed.has(kind.id))
    .map((kind) => {
      const formula = formulaText(kind, registry);
      return {
        id: kind.id,
        label: kind.label,
        ...(formula !== undefined && { formulaText: formula }),
        description: kind.description,
        usedBy: kind.usedBy,
        origin: kind.origin,
      };
    });
}
