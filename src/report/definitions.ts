import { formulaText } from '../metrics/wording.ts';
import type { FigureSet } from './figures.ts';
import type { DefinitionRow } from './report.ts';

/** Returns the definitions of every figure in the set and of what those were computed from, in the registry's order. */
export function definitionRows(figures: FigureSet): DefinitionRow[] {
  const { registry } = figures.context.figures;
  const used = new Set(
    Object.values(figures.all()).flatMap((figure) => [
      figure.metric,
      ...figure.inputs.map((input) => input.metric),
    ]),
  );
  return [...registry.kinds.values()]
    .filter((kind) => used.has(kind.id))
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
