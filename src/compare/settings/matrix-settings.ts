import { exact, toDecimal } from '../../model/exact.ts';
import { formatList } from '../../model/format.ts';
import type { Matrix, MatrixCell, Rating } from '../../model/matrix.ts';
import { fold } from '../../model/suggest.ts';
import type { SettingChange } from '../comparison.ts';
import { RANKS } from './ranks.ts';
import {
  byId,
  changesBetween,
  differentWords,
  idPart,
  nowAndBefore,
  textOfSayings,
  type RankedChange,
  type Saying,
  type Setting,
} from './setting.ts';

/** The change of a matrix that one side only has. */
const WHOLE_MATRIX = 'matrix.all';

interface MatrixSetting extends Setting {
  /** What it is called: `Significant × Medium`. */
  readonly name: string;
  readonly says: readonly Saying[];
  /** The lists of levels and ratings that it comes and goes with. */
  readonly of: readonly string[];
}

/** Returns what a matrix says: its levels, its ratings, and what stands in each cell. */
export function matrixSettings(matrix: Matrix | undefined): MatrixSetting[] {
  if (matrix === undefined) return [];
  const { likelihood, impact, ratings, cells, guidance } = matrix;
  const labels = (some: readonly { readonly label: string }[]) => formatList(some.map(({ label }) => label));
  const axis = (id: string, name: string, levels: Matrix['likelihood']): MatrixSetting =>
    listSetting(id, name, JSON.stringify(levels.map((level) => [level.id, level.label])), labels(levels));
  return [
    axis('matrix.likelihood', 'Likelihood in the risk matrix', likelihood),
    axis('matrix.impact', 'Impact in the risk matrix', impact),
    listSetting(
      'matrix.ratings',
      'The list of ratings in the risk matrix',
      JSON.stringify(ratings.map(({ id }) => id)),
      labels(ratings),
    ),
    ...ratings.map(ratingSetting),
    ...cells.map((cell) => cellSetting(cell, matrix)),
    ...(guidance === undefined
      ? []
      : [listSetting('matrix.guidance', 'The text under the risk matrix', guidance, `"${guidance}"`)]),
  ];
}

function listSetting(id: string, name: string, text: string, words: string): MatrixSetting {
  return { id, name, text, says: [{ aspect: 'list', text, words }], of: [] };
}

function ratingSetting({ id, label, colour, severe }: Rating): MatrixSetting {
  const says = [
    { aspect: 'severe', text: severe.toString(), words: severe ? 'severe' : 'not severe' },
    { aspect: 'colour', text: colour, words: `shown in ${colour}` },
    { aspect: 'label', text: label, words: `called "${label}"` },
  ];
  const name = `The rating ${label}`;
  return {
    id: `matrix.ratings.${idPart(id)}`,
    name,
    says,
    text: textOfSayings(says),
    of: ['matrix.ratings'],
  };
}

function cellSetting(
  { likelihood, impact, score, rating, action }: MatrixCell,
  matrix: Matrix,
): MatrixSetting {
  const labelIn = (some: readonly { readonly id: string; readonly label: string }[], id: string) =>
    some.find((one) => one.id === id)?.label ?? id;
  const pair = [labelIn(matrix.likelihood, likelihood), labelIn(matrix.impact, impact)];
  const says = [
    {
      aspect: 'cell',
      text: JSON.stringify([sameText(score), rating]),
      words: `${score} ${labelIn(matrix.ratings, rating)}`,
    },
    { aspect: 'action', text: action ?? '', words: `"${action ?? ''}"` },
  ];
  return {
    id: `matrix.cells.${idPart(likelihood)}.${idPart(impact)}`,
    // As the matrix is drawn: what runs down the side first.
    name: (matrix.rows === 'likelihood' ? pair : pair.toReversed()).join(' × '),
    says,
    text: textOfSayings(says),
    of: ['matrix.likelihood', 'matrix.impact'],
  };
}

/** Scores are the same as numbers where they are numbers, else as words. */
function sameText(score: string): string {
  const text = score.trim();
  return /^\d+(\.\d+)?$/.test(text) ? toDecimal(exact(text)) : fold(text);
}

/**
 * Returns what two matrices say differently. A matrix, a level or a rating that one side only has is one change, together
 * with its cells: then `before` and `after` hold several settings, as JSON by their ids.
 */
export function compareMatrices(before: Matrix | undefined, after: Matrix | undefined): RankedChange[] {
  const [old, now] = [matrixSettings(before), matrixSettings(after)];
  const only = after ?? before;
  if (only !== undefined && (before === undefined || after === undefined))
    return [{ change: wholeMatrix(old, now, only), rank: RANKS.matrix }];
  const changes = changesBetween(old, now, {
    what: () => 'matrix',
    rank: () => RANKS.matrix,
    changed: changedText,
    isNew: (one) => `${one.name} is new: ${wordsOf(one)}`,
    isGone: (one) => `${one.name} is gone; it was ${wordsOf(one)}`,
  });
  return gathered(changes, byId([...old, ...now]));
}

function wholeMatrix(
  old: readonly MatrixSetting[],
  now: readonly MatrixSetting[],
  { likelihood, impact, ratings }: Matrix,
): SettingChange {
  const shape = `${likelihood.length.toString()} × ${impact.length.toString()}, with the ratings ${formatList(ratings.map(({ label }) => label))}`;
  const isNew = old.length === 0;
  return {
    what: 'matrix',
    id: WHOLE_MATRIX,
    kind: isNew ? 'new' : 'gone',
    text: `The risk matrix is ${isNew ? 'new:' : 'gone; it was'} ${shape}`,
    before: isNew ? null : textOf(old),
    after: isNew ? textOf(now) : null,
    effects: [],
  };
}

/** Puts what comes and goes with a level or a rating into the change of their list. */
function gathered(
  changes: readonly RankedChange[],
  settings: ReadonlyMap<string, MatrixSetting>,
): RankedChange[] {
  const lists = new Map(
    changes.flatMap(({ change }) => (LISTS.includes(change.id) ? [[change.id, change] as const] : [])),
  );
  const homeOf = ({ id, kind }: SettingChange): string | undefined =>
    kind === 'changed' ? undefined : settings.get(id)?.of.find((list) => lists.has(list));
  return changes.flatMap((one) => {
    const { change, rank } = one;
    if (homeOf(change) !== undefined) return [];
    if (!lists.has(change.id)) return [one];
    const all = [
      change,
      ...changes.map((other) => other.change).filter((other) => homeOf(other) === change.id),
    ];
    return [{ rank, change: { ...change, before: sideText(all, 'before'), after: sideText(all, 'after') } }];
  });
}

const LISTS: readonly string[] = ['matrix.likelihood', 'matrix.impact', 'matrix.ratings'];

function sideText(changes: readonly SettingChange[], side: 'before' | 'after'): string {
  return textOf(changes.flatMap(({ id, [side]: text }) => (text === null ? [] : [{ id, text }])));
}

function textOf(settings: readonly Setting[]): string {
  const texts = settings.map(({ id, text }) => [id, text] as const);
  return JSON.stringify(Object.fromEntries(texts.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function changedText(was: MatrixSetting, is: MatrixSetting): string {
  if (!is.id.startsWith('matrix.cells.')) {
    const subject = is.id.startsWith('matrix.ratings.') ? was.name : is.name;
    return nowAndBefore(subject, differentWords(was.says, is.says));
  }
  const words = differentWords(was.says, is.says);
  return `${is.name}: ${words.was.map((one, index) => `${one} → ${words.is[index] ?? ''}`).join(', ')}`;
}

function wordsOf({ says }: MatrixSetting): string {
  return says[0]?.words ?? '';
}
