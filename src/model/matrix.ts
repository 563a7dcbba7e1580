/** A colour family for a rating; templates choose the actual colour. */
export type RatingColour = 'green' | 'amber' | 'red' | 'blue' | 'grey';

export interface Rating {
  readonly id: string;
  readonly label: string;
  readonly colour: RatingColour;
  /** A risk of this rating counts as red: shown first, and evidence against a Green RAG. */
  readonly severe: boolean;
}

export interface Level {
  /** As written in the risk log: `Medium`, `B`, `4`. */
  readonly id: string;
  readonly label: string;
}

/** One pair of levels: a lookup, never a product. */
export interface MatrixCell {
  readonly likelihood: string;
  readonly impact: string;
  /** What the risk log prints as its score: `5`, `BII`, `E`. */
  readonly score: string;
  readonly rating: string;
  /** The management action, where the matrix gives one. */
  readonly action?: string;
}

/** Two ordered axes, lowest level first, and a cell for every pair. Any rectangular shape. */
export interface Matrix {
  readonly likelihood: readonly Level[];
  readonly impact: readonly Level[];
  readonly ratings: readonly Rating[];
  readonly cells: readonly MatrixCell[];
  /** Which axis runs down the side when it is drawn. */
  readonly rows: 'likelihood' | 'impact';
  /** Printed under the matrix. */
  readonly guidance?: string;
}
