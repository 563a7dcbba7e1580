import { dimensionsIn, knownGroup } from '../papers/known-groups.ts';
import type { Group } from '../model/dataset.ts';
import { formatBasis } from '../model/format.ts';
import { nearest, nearestId } from '../model/suggest.ts';
import { readFigureName } from '../papers/figure-name.ts';
import { CITABLE } from '../papers/resolve.ts';
import { figureSubject, groupSubject, RAG_SUBJECT } from '../papers/subject.ts';
import { codeHelp, nearestRule, RULES } from './codes.ts';
import { entriesOf } from './lists.ts';
import { idsNamed, locate } from './locate.ts';
import type { Papers } from './papers.ts';

/** Returns what may have been meant by a name that nothing has, as advice; undefined where nothing is near. */
export function meantBy(name: string, papers: readonly Papers[]): string | undefined {
  const code = codeHelp(name);
  if (code !== undefined) return code;
  const meant = papers.map((one) => inWords(one, name)).find((one) => one !== undefined);
  const near = meant ?? nearestName(name, papers);
  return near === undefined ? referencesLike(name, papers) : `did you mean ${near}?`;
}

/** The nearest of all names, then the nearest figure of a name with a period or a group too, then the nearest label. */
function nearestName(name: string, papers: readonly Papers[]): string | undefined {
  const figures = papers.flatMap(({ context }) => [...context.figures.registry.kinds.values()]);
  const ids = figures.map(({ id }) => id);
  const figure = readFigureName(name);
  const written = typeof figure === 'string' ? name : figure.name;
  return (
    nearest(name, [...ids, ...referencesIn(papers), ...Object.keys(CITABLE), RAG_SUBJECT, ...RULES]) ??
    nearestId(written, ids) ??
    figures.find(({ label }) => nearest(written, [label]) !== undefined)?.id ??
    nearestRule(name)
  );
}

function referencesIn(papers: readonly Papers[]): string[] {
  return papers.flatMap((one) => entriesOf(one).map(({ reference }) => reference));
}

/** The most references that advice lists. */
const LISTED = 8;

/** `R9`, where the papers have R1 to R4. */
function referencesLike(name: string, papers: readonly Papers[]): string | undefined {
  const series = seriesOf(name);
  if (series === undefined) return undefined;
  const alike = [...new Set(referencesIn(papers).filter((one) => seriesOf(one) === series))];
  if (alike.length === 0) return undefined;
  const more = alike.length > LISTED ? ' …' : '';
  return `the papers have ${alike.slice(0, LISTED).join(', ')}${more}`;
}

function seriesOf(reference: string): string | undefined {
  return /^([a-z]+)[\s-]?\d+$/i.exec(reference.trim())?.[1]?.toLowerCase();
}

/** The figure of `agency[Assessment]`, and of what tables and explanations say: `Agency workers, Assessment, Oct 2026`. */
function inWords(papers: Papers, asked: string): string | undefined {
  const { context } = papers;
  const [name = '', ...parts] = asked
    .split(idsNamed(context, asked).length > 0 ? /[,@[\]]/ : /[,@[\]()]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const [id, ...others] = idsNamed(context, name);
  if (id === undefined || others.length > 0 || parts.length === 0) return undefined;
  const groups = parts.map((part) => ({ part, group: basisNamed(papers, part) ?? groupNamed(papers, part) }));
  const group = Object.fromEntries(groups.flatMap((one) => Object.entries(one.group ?? {})));
  const [period, ...more] = groups.flatMap((one) => (one.group === undefined ? [one.part] : []));
  if (more.length > 0) return undefined;
  if (period === undefined) return groupSubject(id, group);
  const located = locate(papers, { name: id, period, group });
  return located?.kind === 'located' ? figureSubject(located.key, context) : undefined;
}

/** The basis of `agency (fte)`; nothing to name where it is the papers' own. */
function basisNamed({ context: { workstream } }: Papers, part: string): Group | undefined {
  const basis = (['fte', 'headcount'] as const).find((one) =>
    [one, formatBasis(one), `basis=${one}`].includes(part.toLowerCase()),
  );
  if (basis === undefined) return undefined;
  return basis === workstream.basis ? {} : { basis };
}

/** The group of a member's name alone, or after its dimension: `Assessment`, `team Assessment`. */
function groupNamed({ context: { figures } }: Papers, part: string): Group | undefined {
  return dimensionsIn(figures.book)
    .flatMap((dimension) => {
      const words = `${dimension.replaceAll('_', ' ')} `;
      const isLed = part.toLowerCase().startsWith(words.toLowerCase());
      return [part, ...(isLed ? [part.slice(words.length)] : [])].map((name) => ({ [dimension]: name }));
    })
    .map((written) => knownGroup(figures.book, written))
    .flatMap((known) => (known.kind === 'known' ? [known.group] : []))[0];
}
