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
 * A cell that is empty beside one that is not says nothing. One of the two parts without the other is a finding, and so
 * is either for a figure that has none.
 */
export function valuesOf(
  row: Row,
  columns: readonly Column[],
  figure: FigureRole,
  { figures }: Vocabulary,
): { readonly values: readonly Value[]; readonly findings: readonly Finding[] } {
  const cells = columns.flatMap(({ role, index }) => {
    const cell = row.cells[index];
    return role.kind === 'value' && cell
      ? [{ index, cell, part: role.part, role: roleOf(figure, role) }]
      : [];
  });
  const written = cells.filter(({ cell }) => cell.text !== '');
  const first = (part: ValuePart) => written.find((one) => one.part === part)?.cell;
  const [numerator, denominator] = [first('numerator'), first('denominator')];
  const part = numerator ?? denominator;
  if (part && figures.get(figure.measure)?.hasParts !== true)
    return {
      values: written.filter((one) => one.part === 'whole'),
      findings: [noParts(part, figure.measure)],
    };
  if (written.length === 0)
    return { values: cells.filter((one) => one.part === 'whole' && !one.role.stated), findings: [] };
  const isHalf = part !== undefined && (numerator === undefined || denominator === undefined);
  return {
    values: written,
    findings: isHalf ? [halfGiven(part, numerator ? 'denominator' : 'numerator')] : [],
  };
}

function roleOf(figure: FigureRole, { part, stated, basis }: ValueRole): FigureRole {
  const measure = part === 'whole' ? figure.measure : `${figure.measure}_${part}`;
  const own = basis ?? figure.basis;
  return { kind: 'figure', measure, stated: stated || figure.stated, ...(own && { basis: own }) };
}

function noParts(cell: TextCell, measure: string): Finding {
  return finding(
    'E091',
    `${quoted(cell.text)} is a part of ${measure}, which has no numerator and denominator`,
    {
      at: cell.at,
      help: `give \`numerator\` and \`denominator\` of ${measure} under \`indicators\` in cip-report.yaml, or write its value alone`,
    },
  );
}

function halfGiven(cell: TextCell, missing: 'numerator' | 'denominator'): Finding {
  return finding('E097', `the row gives ${quoted(cell.text)} without a ${missing}`, {
    at: cell.at,
    why: 'an indicator is its numerator divided by its denominator',
    help: `fill in the ${missing}; write x where it is not available`,
  });
}
