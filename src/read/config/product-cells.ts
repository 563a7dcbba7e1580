import { finding, type Finding } from '../../model/finding.ts';
import type { Level, MatrixCell } from '../../model/matrix.ts';
import type { WrittenMatrix } from '../schema/matrix.ts';
import { keyPlaceUnder, placeUnder, textUnder, type Tree } from '../yaml/tree.ts';
import { unknownReference } from './unknown-reference.ts';

/** Returns the cells of a product matrix: likelihood times impact, each counted from 1, rated by bands of scores. */
export function productCells(
  written: WrittenMatrix,
  tree: Tree,
  axes: { readonly likelihood: readonly Level[]; readonly impact: readonly Level[] },
  ratings: readonly string[],
  findings: Finding[],
): MatrixCell[] {
  const highest = axes.likelihood.length * axes.impact.length;
  const bands = bandsOf(written, tree, ratings, highest, findings);
  return axes.likelihood.flatMap((likelihood, row) =>
    axes.impact.flatMap((impact, column) => {
      const score = (row + 1) * (column + 1);
      const band = bands.find((one) => score <= one.upTo);
      if (!band) return [];
      const { rating, action } = band;
      return [
        {
          likelihood: likelihood.id,
          impact: impact.id,
          score: String(score),
          rating,
          ...(action !== undefined && { action }),
        },
      ];
    }),
  );
}

interface Band {
  readonly upTo: number;
  readonly rating: string;
  readonly action: string | undefined;
}

function bandsOf(
  { bands = [] }: WrittenMatrix,
  tree: Tree,
  ratings: readonly string[],
  highest: number,
  findings: Finding[],
): Band[] {
  bands.forEach((band, index) => {
    const path = ['matrix', 'bands', index];
    const rating = textUnder(tree, [...path, 'rating']) ?? '';
    if (!ratings.includes(rating))
      findings.push(unknownReference(tree, [...path, 'rating'], 'rating', rating, ratings));
    if (index > 0 && band.up_to <= (bands[index - 1]?.up_to ?? 0))
      findings.push(
        finding('E050', 'the bands do not rise', {
          at: placeUnder(tree, [...path, 'up_to']),
          why: `${band.up_to} follows ${bands[index - 1]?.up_to ?? 0}`,
          help: 'list the bands from the lowest scores to the highest',
        }),
      );
  });
  if ((bands.at(-1)?.up_to ?? 0) < highest)
    findings.push(
      finding('E050', `no band reaches the highest score, ${highest}`, {
        at: keyPlaceUnder(tree, ['matrix', bands.length > 0 ? 'bands' : 'fill']),
        help: `add a band: { up_to: ${highest}, rating: … }`,
      }),
    );
  return bands.map((band, index) => ({
    upTo: band.up_to,
    rating: textUnder(tree, ['matrix', 'bands', index, 'rating']) ?? '',
    action: band.action,
  }));
}
