import { finding, type Finding } from '../../model/finding.ts';
import type { Level, Matrix, MatrixCell } from '../../model/matrix.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenMatrix } from '../schema/matrix.ts';
import {
  keyPlaceUnder,
  keysUnder,
  placeUnder,
  textUnder,
  under,
  type Path,
  type Tree,
} from '../yaml/tree.ts';
import { productCells } from './product-cells.ts';
import { unknownReference } from './unknown-reference.ts';

const AT = ['matrix'] as const;

/** Returns the risk matrix with a cell for every pair; undefined, with findings, where it has not. */
export function readMatrix(written: WrittenMatrix, tree: Tree, findings: Finding[]): Matrix | undefined {
  const before = findings.length;
  const rows = written.rows ?? 'likelihood';
  const axes = { likelihood: levels('likelihood', tree, findings), impact: levels('impact', tree, findings) };
  const ratings = keysUnder(tree, [...AT, 'ratings']).flatMap((id) => {
    const rating = written.ratings[id];
    return rating ? [{ id, label: rating.label, colour: rating.colour, severe: rating.severe ?? false }] : [];
  });
  const known = ratings.map((rating) => rating.id);
  const cells = cellsOf(written, tree, { rows, ...axes }, known, findings);
  if (findings.length > before) return undefined;
  return {
    ...axes,
    ratings,
    cells,
    rows,
    ...(written.guidance !== undefined && { guidance: written.guidance }),
  };
}

type Axes = Pick<Matrix, 'likelihood' | 'impact' | 'rows'>;

function cellsOf(
  written: WrittenMatrix,
  tree: Tree,
  axes: Axes,
  ratings: readonly string[],
  findings: Finding[],
): MatrixCell[] {
  if ((written.cells === undefined) === (written.fill === undefined)) {
    findings.push(
      finding(
        'E050',
        `the matrix needs either cells or fill, and has ${written.cells ? 'both' : 'neither'}`,
        {
          at: keyPlaceUnder(tree, AT),
          help: 'write a cell for every pair under `cells`, or `fill: product` with `bands`',
        },
      ),
    );
    return [];
  }
  return written.cells
    ? listedCells(tree, axes, ratings, findings)
    : productCells(written, tree, axes, ratings, findings);
}

function levels(axis: 'likelihood' | 'impact', tree: Tree, findings: Finding[]): Level[] {
  const list = under(tree, [...AT, axis]);
  const levels: Level[] = [];
  for (const item of list?.kind === 'list' ? list.items : []) {
    const id = (item.kind === 'scalar' ? item.text : (textUnder(item, ['id']) ?? '')).trim();
    if (levels.some((level) => level.id === id))
      findings.push(
        finding('E051', `the level ${quoted(id)} is listed twice under ${axis}`, { at: item.at }),
      );
    else levels.push({ id, label: (item.kind === 'map' ? textUnder(item, ['label']) : undefined) ?? id });
  }
  return levels;
}

/** Cells under `cells`: levels of the axis that runs down the side, and under each the levels of the other. */
function listedCells(tree: Tree, axes: Axes, ratings: readonly string[], findings: Finding[]): MatrixCell[] {
  const columns = axes.rows === 'impact' ? 'likelihood' : 'impact';
  const cells: MatrixCell[] = [];
  const root = [...AT, 'cells'];
  const misspeltRows = checkLevels(tree, root, axes.rows, axes[axes.rows], findings);
  for (const row of axes[axes.rows]) {
    const path = [...root, row.id];
    if (misspeltRows.has(row.id)) continue;
    if (!under(tree, path)) {
      findings.push(noCells(tree, row.id, axes.rows));
      continue;
    }
    const misspelt = checkLevels(tree, path, columns, axes[columns], findings);
    for (const column of axes[columns]) {
      if (misspelt.has(column.id)) continue;
      const pair = { [axes.rows]: row.id, [columns]: column.id };
      const cell = listedCell(tree, [...path, column.id], pair, ratings, findings);
      if (cell) cells.push(cell);
    }
  }
  return cells;
}

function noCells(tree: Tree, level: string, axis: string): Finding {
  return finding('E050', `the matrix has no cells for the ${axis} ${quoted(level)}`, {
    at: keyPlaceUnder(tree, [...AT, 'cells']),
  });
}

function listedCell(
  tree: Tree,
  path: Path,
  pair: Readonly<Record<string, string>>,
  ratings: readonly string[],
  findings: Finding[],
): MatrixCell | undefined {
  const [likelihood, impact] = [pair['likelihood'] ?? '', pair['impact'] ?? ''];
  if (!under(tree, path)) {
    findings.push(
      finding(
        'E050',
        `the matrix has no cell for likelihood ${quoted(likelihood)} and impact ${quoted(impact)}`,
        {
          at: keyPlaceUnder(tree, path.slice(0, -1)),
          help: `add ${String(path.at(-1))}: { score: …, rating: … }`,
        },
      ),
    );
    return undefined;
  }
  const rating = textUnder(tree, [...path, 'rating']) ?? '';
  if (!ratings.includes(rating))
    findings.push(unknownReference(tree, [...path, 'rating'], 'rating', rating, ratings));
  const action = textUnder(tree, [...path, 'action']);
  const score = textUnder(tree, [...path, 'score']) ?? '';
  return { likelihood, impact, score, rating, ...(action !== undefined && { action }) };
}

/** Reports keys that are no levels; returns the levels that were likely meant by them, which are not missing as well. */
function checkLevels(
  tree: Tree,
  path: Path,
  axis: string,
  levels: readonly Level[],
  findings: Finding[],
): ReadonlySet<string> {
  const known = levels.map((level) => level.id);
  const written = keysUnder(tree, path);
  const misspelt = new Set<string>();
  for (const key of written) {
    if (known.includes(key)) continue;
    const meant = nearest(
      key,
      known.filter((level) => !written.includes(level)),
    );
    if (meant !== undefined) misspelt.add(meant);
    findings.push(
      finding('E050', `${quoted(key)} is not a level of ${axis}`, {
        at: keyPlaceUnder(tree, [...path, key]),
        why: `the levels of ${axis} are ${known.join(', ')}, as listed in line ${placeUnder(tree, [...AT, axis]).line}`,
        help: meant === undefined ? undefined : `did you mean ${quoted(meant)}?`,
      }),
    );
  }
  return misspelt;
}
