import type { Indicator } from '../model/dataset.ts';
import { unitsOfParts, type MeasureDefinition } from '../model/definition.ts';
import { finding, type Finding } from '../model/finding.ts';
import type { Sourced } from '../model/place.ts';
import type { Expression } from './expression.ts';
import type { FigureKind } from './figure-kind.ts';
import type { Candidate } from './usable-definitions.ts';

type Candidates = Map<string, Candidate>;
type IsTaken = (id: string) => boolean;

/** Adds a council's own measures; one whose id is taken is left out, and a finding (E120). */
export function addOwnMeasures(
  candidates: Candidates,
  isTaken: IsTaken,
  measures: readonly Sourced<MeasureDefinition>[],
): Finding[] {
  return measures.flatMap(({ value, at }) => {
    if (isTaken(value.id)) return [clash('an own measure', value.id, at)];
    const kind: FigureKind = { ...value, unit: 'count', places: 0, usedBy: [], origin: 'council' };
    candidates.set(value.id, { kind, at });
    return [];
  });
}

/**
 * Adds indicators. One of the id of a figure that is known already adds levels to that figure and changes nothing else
 * of it, so that it has no parts of its own (E121). Two of one id, and parts whose names are taken, are E120.
 */
export function addIndicators(
  candidates: Candidates,
  isTaken: IsTaken,
  indicators: readonly Indicator[],
): Finding[] {
  const seen = new Set<string>();
  return indicators.flatMap((indicator) => {
    const { id, at, parts } = indicator;
    if (seen.has(id)) return [clash('an indicator', id, at)];
    seen.add(id);
    const known = candidates.get(id);
    if (known !== undefined) {
      candidates.set(id, { ...known, kind: { ...known.kind, series: id } });
      return parts === undefined ? [] : [partsOfKnown(indicator, known.kind)];
    }
    // The definition of this id cannot be used, and has its finding.
    if (isTaken(id)) return [];
    return addIndicator(candidates, isTaken, indicator);
  });
}

const PART_WORDS = {
  numerator: ['upper number', 'which is divided'],
  denominator: ['lower number', 'by which it is divided'],
} as const;

function addIndicator(candidates: Candidates, isTaken: IsTaken, indicator: Indicator): Finding[] {
  const { id, at, parts, label, unit, places, direction, nature, description } = indicator;
  const shared = { direction, nature, usedBy: [], origin: 'council', series: id } as const;
  const own: FigureKind = {
    ...shared,
    id,
    label,
    unit,
    places,
    description,
    addsUp: indicator.addsUp ?? false,
  };
  if (parts === undefined) {
    candidates.set(id, { kind: own, at });
    return [];
  }
  const names = { numerator: `${id}_numerator`, denominator: `${id}_denominator` };
  const clashes = Object.values(names).filter(isTaken);
  if (clashes.length > 0) return clashes.map((name) => clash(`a part of the indicator ${id}`, name, at));
  for (const part of ['numerator', 'denominator'] as const)
    candidates.set(names[part], {
      kind: {
        ...shared,
        id: names[part],
        label: parts[part],
        unit: unitsOfParts(unit)[part],
        places: 0,
        direction: 'none',
        description: `The ${PART_WORDS[part][0]} of "${label}", ${PART_WORDS[part][1]}.`,
      },
      at,
    });
  const kind = {
    ...own,
    formula: `${names.numerator} / ${names.denominator}`,
    expression: quotient(names.numerator, names.denominator),
  };
  candidates.set(id, { kind, at });
  return [];
}

function quotient(numerator: string, denominator: string): Expression {
  return {
    kind: 'operation',
    operator: '/',
    left: { kind: 'reference', id: numerator, column: 1 },
    right: { kind: 'reference', id: denominator, column: numerator.length + 4 },
  };
}

function clash(what: string, id: string, at: Indicator['at']): Finding {
  return finding('E120', `the id ${id} of ${what} is taken`, { at, about: id });
}

function partsOfKnown({ id, at }: Indicator, { formula }: FigureKind): Finding {
  return finding(
    'E121',
    `the indicator ${id} has a numerator and a denominator, and ${id} is defined already`,
    {
      at,
      about: id,
      why: formula === undefined ? `${id} is a measure` : `${id} = ${formula}`,
    },
  );
}
