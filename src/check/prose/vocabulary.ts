import { kindOf, type FigureKind } from '../../metrics/registry.ts';
import { DEFINITIONS } from '../../model/definitions.ts';
import { groupBy } from '../../model/group-by.ts';
import type { Group } from '../../model/dataset.ts';
import { MEASURES } from '../../model/measures.ts';
import type { PaperContext } from '../../papers/context.ts';
import { stemOf } from './tokens.ts';
import { SYNONYMS, GENERAL, GENERAL_ALONE, WHOLES } from './words.ts';

/** What words of a text stand for. */
export type Meaning =
  /** A figure by one of its names; several ids where one is a count and one a share. */
  | { readonly kind: 'figure'; readonly ids: readonly string[]; readonly orOf?: OneOf }
  /** A group of the data; a name that several groups have is ambiguous. */
  | { readonly kind: 'group'; readonly dimension: string; readonly member: string }
  /** What a share is of. */
  | { readonly kind: 'whole'; readonly of: 'staff' | 'posts' }
  /** The council, its service or its staff as a whole; `isWider`: the council, who has other staff, too. */
  | { readonly kind: 'everybody'; readonly isWider: boolean }
  /** Names that more than one thing has. */
  | { readonly kind: 'ambiguous' };

/** A group that a figure's name may name, too: `agency social workers`, where `Social worker` is a role of the data. */
export interface OneOf {
  readonly group: Group;
  /** Whether the data has just one other beside it, so that the name can mean nothing between the group and the whole. */
  readonly isOneOfTwo: boolean;
}

export interface Name {
  readonly stems: readonly string[];
  readonly meaning: Meaning;
  /** Set for a name of one word that is a group's: with a small letter it is any word. */
  readonly capital?: true;
}

/** The names of a data repo's figures and groups, by their first word, longest first. */
export type Vocabulary = ReadonlyMap<string, readonly Name[]>;

/** Returns what the papers call their figures and groups, and what people call them. */
export function vocabularyOf(papers: PaperContext): Vocabulary {
  const groups = groupNames(papers);
  const names = [...figureNames(papers, groups), ...groups, ...wholeNames(papers)];
  const byText = groupBy(names, ({ stems }) => stems.join(' '));
  const merged = [...byText.values()].map((all) => oneMeaning(all));
  const byFirst = groupBy(merged, ({ stems }) => stems[0] ?? '');
  return new Map(
    [...byFirst].map(([first, all]) => [first, all.sort((a, b) => b.stems.length - a.stems.length)]),
  );
}

/** A group that is called as a figure or another group is leaves open which is meant. */
function oneMeaning(names: readonly Name[]): Name {
  const [first, ...others] = names;
  if (first === undefined) return { stems: [], meaning: { kind: 'ambiguous' } };
  const rest = others.filter(({ meaning }) => meaning.kind !== 'whole' && meaning.kind !== 'everybody');
  return rest.length === 0 ? first : { stems: first.stems, meaning: { kind: 'ambiguous' } };
}

/** The council's own words for a figure, and then the names that ship, where the council does not use them otherwise. */
function figureNames(papers: PaperContext, groups: readonly Name[]): Name[] {
  const { registry, book } = papers.figures;
  const own: [string, string][] = [];
  const shipped: [string, string][] = [];
  for (const kind of registry.kinds.values()) {
    const names = isOwn(kind) ? own : shipped;
    names.push([kind.id, kind.label], [kind.id, kind.id.replaceAll('_', ' ')]);
  }
  for (const { observation } of book.given.values()) own.push([observation.measure, observation.label]);
  for (const [id, names] of Object.entries(SYNONYMS)) for (const name of names) shipped.push([id, name]);
  const taken = idsByName(papers, own);
  const usual = [...idsByName(papers, shipped)].filter(([name]) => !taken.has(name));
  return [...taken, ...usual].flatMap(([name, set]): Name[] => {
    const [ids, stems] = [[...set], name.split(' ')];
    const held = taken.has(name) ? [] : groups.filter((one) => holds(name, one.stems));
    if (held.length > 0) {
      const orOf = oneOf(held, groups);
      return orOf && isClear(papers, ids) ? [{ stems, meaning: { kind: 'figure', ids, orOf } }] : [];
    }
    return [{ stems, meaning: isClear(papers, ids) ? { kind: 'figure', ids } : { kind: 'ambiguous' } }];
  });
}

/** Returns the only group that a figure's name holds, where the names of no others hold it in turn. */
function oneOf([only, ...others]: readonly Name[], groups: readonly Name[]): OneOf | undefined {
  if (only?.meaning.kind !== 'group' || others.length > 0) return undefined;
  if (groups.some((one) => one !== only && holds(one.stems.join(' '), only.stems))) return undefined;
  const { dimension, member } = only.meaning;
  const members = groups.filter(({ meaning }) => meaning.kind === 'group' && meaning.dimension === dimension);
  return { group: { [dimension]: member }, isOneOfTwo: members.length === 2 };
}

function isOwn({ id, label, origin, series }: FigureKind): boolean {
  const shippedLabels = [...MEASURES, ...DEFINITIONS].filter((one) => one.id === id).map((one) => one.label);
  return origin === 'council' || series !== undefined || !shippedLabels.includes(label);
}

function idsByName(papers: PaperContext, names: readonly [string, string][]): Map<string, Set<string>> {
  const ids = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const [id, name] of names) {
    if (seen.has(`${id} ${name}`) || !kindOf(papers.figures.registry, id)) continue;
    seen.add(`${id} ${name}`);
    const stems = nameStems(name);
    if (stems.length === 0 || stems.length > LONGEST || isGeneral(stems)) continue;
    const text = stems.join(' ');
    ids.set(text, (ids.get(text) ?? new Set()).add(id));
  }
  return ids;
}

/** `Social workers in post` is a name all the same. */
function isGeneral(stems: readonly string[]): boolean {
  if (stems.length === 1 && GENERAL_ALONE.has(stems[0] ?? '')) return true;
  return stems.every((one) => GENERAL.has(one)) && !/.+ in post$/.test(stems.join(' '));
}

/** The most words of a name. */
const LONGEST = 12;

/** A label says what a number is of, and may say when; within a sentence neither is said again. */
function nameStems(label: string): string[] {
  const bare = label
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^(?:total )?number of /i, '')
    .replace(/ (?:at (?:the )?(?:period end|end of the period)|in the (?:period|month|quarter|year))$/i, '');
  return /[%£\d/]/.test(bare)
    ? []
    : bare
        .split(/[\s-]+/)
        .filter((word) => /\p{L}/u.test(word))
        .map(stemOf);
}

/** One count and one share may have a name together; two of either leave open which is meant. */
function isClear({ figures: { registry } }: PaperContext, ids: readonly string[]): boolean {
  const shares = ids.filter((id) => kindOf(registry, id)?.unit === 'share').length;
  return shares <= 1 && ids.length - shares <= 1;
}

function holds(name: string, stems: readonly string[]): boolean {
  return ` ${name} `.includes(` ${stems.join(' ')} `);
}

function groupNames({ figures }: PaperContext): Name[] {
  const seen = new Map<string, Name>();
  for (const { observation } of figures.book.given.values())
    for (const [dimension, member] of Object.entries(observation.group)) {
      const stems = member
        .split(/\s+/)
        .filter((word) => /\p{L}/u.test(word))
        .map(stemOf);
      const key = JSON.stringify([dimension, stems]);
      if (stems.length === 0 || seen.has(key)) continue;
      const meaning: Meaning = { kind: 'group', dimension, member };
      seen.set(key, { stems, meaning, ...(stems.length === 1 && { capital: true }) });
    }
  return [...seen.values()];
}

function wholeNames({ programme, workstream }: PaperContext): Name[] {
  const wholes = (['staff', 'posts'] as const).flatMap((of) =>
    WHOLES[of].map((name): Name => ({ stems: name.split(' '), meaning: { kind: 'whole', of } })),
  );
  const everybody = [
    programme.organisation,
    workstream.population,
    "children's services",
    "children's social care",
  ];
  return [
    ...wholes,
    ...everybody.map((name): Name => ({
      stems: name.split(/\s+/).map(stemOf),
      meaning: { kind: 'everybody', isWider: name === programme.organisation },
    })),
  ];
}
