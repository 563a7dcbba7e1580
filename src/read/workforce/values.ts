import { finding, type Finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { Row, TextCell } from '../table/table.ts';
import type { FigureRole, ValueRole } from './columns.ts';
import type { Column } from './layout.ts';
import type { ValuePart, Vocabulary } from './vocabulary.ts';

/** A cell of a row of values, by its column, and the figure that it gives. */
interface Value {
  readonly index: number;
  readonly role: FigureRole;
}

/**
 * Returns which figures the cells of a row of values give: the one that the row names, its numerator and its denominator.
 * One of these without the other, and both for a figure that has none, are findings.
 */
export function valuesOf(
  row: Row,
  columns: readonly Column[],
  figure: FigureRole,
  { figures }: Vocabulary,
): { readonly values: readonly Value[]; readonly findings: readonly Finding[] } {
  const written = columns.flatMap(({ role, index }) => (role.kind === 'value' ? [{ role, index }] : []));
  const cellOf = (part: ValuePart) =>
    written
      .filter(({ role }) => role.part === part)
      .map(({ index }) => row.cells[index])
      .find((cell) => cell !== undefined && cell.text !== '');
  const [numerator, denominator] = [cellOf('numerator'), cellOf('denominator')];
  const part = numerator ?? denominator;
  const hasParts = figures.get(figure.measure)?.hasParts === true;
  if (part && !hasParts)
    return {
      values: written.flatMap(({ role, index }) =>
        role.part === 'whole' ? [{ index, role: roleOf(figure, role) }] : [],
      ),
      findings: [noParts(part, figure.measure)],
    };
  return {
    values: written
      .filter(({ role }) => hasParts || role.part === 'whole')
      .map(({ role, index }) => ({ index, role: roleOf(figure, role) })),
    findings:
      part && !(numerator && denominator) ? [halfGiven(part, numerator ? 'denominator' : 'numerator')] : [],
  };
}

function roleOf(figure: FigureRole, { part, stated, basis }: ValueRole): FigureRole {
  const measure = part === 'whole' ? figure.measure : `${figure.measure}_${part}`;
  const own = basis ?? figure.basis;
  return { kind: 'figure', measure, stated: stated || figure.stated, ...(own && { basis: own }) };
}

function noParts(cell: TextCell, measure: string): Finding {
  return finding('E091', `${measure} has no numerator and denominator, and ${quoted(cell.text)} is one`, {
    at: cell.at,
    help: `give \`numerator\` and \`denominator\` of ${measure} under \`indicators\` in cip-report.yaml, or write its value alone`,
  });
}

function halfGiven(cell: TextCell, missing: 'numerator' | 'denominator'): Finding {
  return finding('E091', `the row gives ${quoted(cell.text)} without a ${missing}`, {
    at: cell.at,
    why: 'an indicator is its numerator divided by its denominator',
    help: `fill in the ${missing}; write x where it is not available`,
  });
}
