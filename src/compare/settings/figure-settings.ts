import { references } from '../../metrics/expression.ts';
import { createRegistry, kindOf, type FigureKind, type Registry } from '../../metrics/registry.ts';
import { canonicalFormula } from '../../metrics/same-formula.ts';
import { formulaText } from '../../metrics/wording.ts';
import type { Programme } from '../../model/dataset.ts';
import type { Direction, MetricUnit } from '../../model/definition.ts';
import { formatList, midSentence, plural } from '../../model/format.ts';
import {
  byId,
  changesBetween,
  differentWords,
  nowAndBefore,
  textOfSayings,
  type RankedChange,
  type Saying,
  type Setting,
  type What,
} from './setting.ts';
import { RANKS } from './ranks.ts';

type FigureWhat = Extract<What, 'definition' | 'measure' | 'indicator'>;

/** What a configuration means by a figure: one that ships with the program, or the council's own. */
export interface FigureSetting extends Setting {
  readonly what: FigureWhat;
  readonly label: string;
  readonly says: readonly Saying[];
  /** The formula as it stands, metrics not written out; absent for what is counted. */
  readonly own?: string;
  /** As it is written. */
  readonly formula?: string;
  /** Ids in the formula. */
  readonly uses: readonly string[];
}

/** Returns what the configuration means by each figure: definitions as they come to hold, own measures, indicators. */
export function figureSettings(programme: Programme): FigureSetting[] {
  const { registry } = createRegistry(programme.definitions, programme.labels, programme);
  const known = [...registry.kinds.values()]
    // The parts of an indicator are told with it.
    .filter(({ id, series }) => series === undefined || series === id)
    .map((kind) => figureSetting(kind, registry, whatOf(kind, programme)));
  const unusable = [...registry.unusable].map((id) => unusableSetting(id));
  return [...known, ...unusable];
}

function whatOf({ id, origin, series }: FigureKind, { definitions, measures }: Programme): FigureWhat {
  if (origin !== 'council') return origin === 'measure' ? 'measure' : 'definition';
  if (definitions.some(({ value }) => value.id === id)) return 'definition';
  if (series === undefined || measures.some(({ value }) => value.id === id)) return 'measure';
  return 'indicator';
}

const UNITS: Readonly<Record<MetricUnit, string>> = {
  count: 'a count',
  share: 'a share, printed in percent',
  ratio: 'a ratio',
  money: 'an amount of money',
  duration: 'a length of time',
};

const DIRECTIONS: Readonly<Record<Direction, string>> = {
  lower: 'better when lower',
  higher: 'better when higher',
  none: 'neither better nor worse when higher',
};

const NATURES = { stock: 'counted at the end of the period', flow: 'counted in the period' } as const;

function figureSetting(kind: FigureKind, registry: Registry, what: FigureWhat): FigureSetting {
  const { id, label, unit, direction, nature, places, description, formula, expression, addsUp } = kind;
  const says: Saying[] = [
    { aspect: 'formula', text: formulaOf(kind, registry), words: formulaText(kind, registry) ?? COUNTED },
    { aspect: 'unit', text: unit, words: UNITS[unit] },
    { aspect: 'nature', text: nature ?? '', ...(nature && { words: NATURES[nature] }) },
    { aspect: 'direction', text: direction, words: DIRECTIONS[direction] },
    {
      aspect: 'adds up',
      text: addsUp === undefined ? '' : addsUp.toString(),
      ...(addsUp !== undefined && { words: addsUp ? 'added up over groups' : 'not added up over groups' }),
    },
    { aspect: 'places', text: places.toString(), words: `printed with ${plural(places, 'decimal')}` },
    { aspect: 'label', text: label, words: `called "${label}"` },
    { aspect: 'description', text: description, words: `described as "${description}"` },
  ];
  return {
    id,
    what,
    label,
    says,
    text: textOfSayings(says),
    uses: expression === undefined ? [] : [...new Set(references(expression).map((one) => one.id))],
    ...(expression && { own: withParts(kind, registry, ownFormula(kind)) }),
    ...(formula !== undefined && { formula }),
  };
}

const COUNTED = 'counted, and not computed';

/** What a figure comes to in measures. */
function formulaOf(kind: FigureKind, registry: Registry): string {
  if (kind.expression === undefined) return '';
  const text = canonicalFormula(kind.expression, (id) => kindOf(registry, id)?.expression);
  // One that grows beyond any formula is compared as it stands: what it stands on has a setting of its own.
  return withParts(kind, registry, text ?? ownFormula(kind));
}

/** A formula, and of an indicator what its two parts count. */
function withParts({ id, expression, formula = '' }: FigureKind, registry: Registry, text = formula): string {
  const parts = (expression ? references(expression) : []).flatMap((one) => {
    const part = kindOf(registry, one.id);
    return part?.series === id && one.id !== id ? [part.label] : [];
  });
  return parts.length === 0 ? text : JSON.stringify([text, ...parts]);
}

function ownFormula({ expression }: FigureKind): string | undefined {
  return expression && canonicalFormula(expression, () => undefined);
}

/** A figure whose definition is faulty: it stays out, and so do the figures that stand on it. */
function unusableSetting(id: string): FigureSetting {
  const says = [{ aspect: 'formula', text: 'unusable', words: 'without a definition that can be used' }];
  return { id, what: 'definition', label: id, says, text: textOfSayings(says), own: 'unusable', uses: [] };
}

/** Returns what two configurations mean differently by figures. */
export function compareFigureSettings(before: Programme, after: Programme): RankedChange[] {
  const [old, now] = [figureSettings(before), figureSettings(after)];
  const [oldById, nowById] = [byId(old), byId(now)];
  const changedFormula = (id: string): boolean =>
    saying(oldById.get(id), 'formula') !== saying(nowById.get(id), 'formula');
  return changesBetween(old, now, {
    what: whatChanged,
    rank: (was, is) => RANKS[rankOf(was, is)],
    changed: (was, is) => changedText(was, is, is.uses.filter(changedFormula)),
    isNew: (is) => `${is.label} is new: ${meaning(is)}`,
    isGone: (was) => `${was.label} is gone; it was ${midSentence(meaning(was))}`,
  });
}

/**
 * Returns whether a figure's own formula is another one. Where it is not, and the reckoning is, what changed is a figure
 * that it stands on.
 */
function isOwnChange(was: FigureSetting | undefined, is: FigureSetting | undefined): boolean {
  return was?.own !== is?.own;
}

/** Returns whether what is said of a figure itself may give it, or a sum of it, another value. */
export function mayChangeFigures(was: FigureSetting | undefined, is: FigureSetting | undefined): boolean {
  return isOwnChange(was, is) || ['adds up', 'nature'].some((one) => saying(was, one) !== saying(is, one));
}

const ORDER: readonly FigureWhat[] = ['definition', 'measure', 'indicator'];

function whatChanged(was: FigureSetting | undefined, is: FigureSetting | undefined): What {
  if (was && is && aspectsChanged(was, is).every((aspect) => aspect === 'label')) return 'label';
  return ORDER.find((what) => [was?.what, is?.what].includes(what)) ?? 'definition';
}

/** What only changes how a figure is printed or spoken of. */
const SMALL: readonly string[] = ['places', 'label', 'description'];

function rankOf(was: FigureSetting | undefined, is: FigureSetting | undefined): keyof typeof RANKS {
  const what = whatChanged(was, is);
  if (was === undefined || is === undefined) return what === 'definition' ? 'definitionNew' : ofWhat(what);
  const changed = aspectsChanged(was, is);
  if (what === 'label') return 'label';
  if (changed.every((aspect) => SMALL.includes(aspect))) return 'small';
  if (what !== 'definition') return ofWhat(what);
  return changed.includes('formula') && !isOwnChange(was, is) ? 'definitionBehind' : 'definition';
}

function ofWhat(what: What): 'measure' | 'indicator' {
  return what === 'indicator' ? 'indicator' : 'measure';
}

function aspectsChanged(was: FigureSetting, is: FigureSetting): string[] {
  const aspects = new Set([...was.says, ...is.says].map(({ aspect }) => aspect));
  return [...aspects].filter((aspect) => saying(was, aspect) !== saying(is, aspect));
}

function saying(setting: FigureSetting | undefined, aspect: string): string | undefined {
  return setting?.says.find((one) => one.aspect === aspect)?.text;
}

function changedText(was: FigureSetting, is: FigureSetting, behind: readonly string[]): string {
  const changed = aspectsChanged(was, is);
  // Called as it was where it has another name now, and never by an id where a label is known.
  const subject = is.label === is.id || changed.includes('label') ? was.label : is.label;
  const isBehind = changed.includes('formula') && !isOwnChange(was, is);
  const onlyWords = changed.every((aspect) => SMALL.includes(aspect));
  const leftOut = [...(isBehind ? ['formula'] : []), ...(onlyWords ? [] : ['description'])];
  const words = differentWords(named(was, is), named(is, was), leftOut);
  if (!isBehind) return nowAndBefore(subject, words);
  const because =
    behind.length === 0
      ? `${subject} is computed from a figure that is defined otherwise now`
      : `${subject} is computed from ${formatList(behind.map(plainId))}, defined otherwise now`;
  return words.is.length === 0 ? because : `${because}; ${nowAndBefore('it', words)}`;
}

function plainId(id: string): string {
  return id.replaceAll('_', ' ');
}

/** What is said of a figure, the formula in ids where both formulas read alike in the labels of their sides. */
function named(one: FigureSetting, other: FigureSetting): readonly Saying[] {
  const wordsOf = ({ says }: FigureSetting) => says.find(({ aspect }) => aspect === 'formula')?.words;
  const { formula } = one;
  if (formula === undefined || wordsOf(one) !== wordsOf(other)) return one.says;
  return one.says.map((said) => (said.aspect === 'formula' ? { ...said, words: formula } : said));
}

function meaning({ says, own }: FigureSetting): string {
  const aspect = own === undefined ? 'description' : 'formula';
  const found = says.find((one) => one.aspect === aspect);
  return (aspect === 'formula' ? found?.words : found?.text.replace(/\.$/, '')) ?? COUNTED;
}
