/** Words with which the name of a total begins or ends. */
const STEMS: ReadonlySet<string> = new Set([
  'all',
  'total',
  'totals',
  'subtotal',
  'whole',
  'overall',
  'grand',
  'entire',
]);

/** What is added up, and how people are counted: with a stem and nothing else, no team is called so. */
const PLAIN: ReadonlySet<string> = new Set(
  [
    'of the our in across sub for and',
    'team teams service services role roles grade grades group groups area areas',
    'authority authorities department departments directorate directorates division divisions',
    'council organisation workforce staff staffing employees people',
    'children childrens fte ftes headcount heads posts post members',
    'above figures sum count combined',
  ].flatMap((line) => line.split(' ')),
);

/** Who is counted; among staff groups and roles these may be one group of several. */
const WORKERS: ReadonlySet<string> = new Set(['social', 'worker', 'workers']);
const KINDS_OF_PEOPLE: ReadonlySet<string> = new Set(['staff_group', 'role', 'grade']);

/** What the council calls everybody, in lower case. */
export interface Everybody {
  readonly organisation: string;
  readonly population: string;
}

/** Whole names that stand for everybody. */
const WHOLE_NAMES: ReadonlySet<string> = new Set(['council', 'organisation', 'everybody', 'everyone']);

/**
 * Returns whether a member of a dimension is called as totals are: `all teams`, `total fte`, `council total`, or as the
 * council itself. `All Saints` is none: Saints are neither counted nor everybody. Names come in lower case and with single
 * spaces. An authority may well be called as the organisation is, and a staff group as the population.
 */
export function isTotalName(name: string, dimension: string, everybody: Everybody): boolean {
  const { organisation, population } = everybody;
  const own = dimension === 'authority' ? [] : [organisation];
  if (own.length > 0 && (WHOLE_NAMES.has(name) || own.includes(name))) return true;
  const words = wordsOf(name);
  const others = words.filter((word) => !STEMS.has(word));
  if (others.length === words.length) return false;
  const areAll = !KINDS_OF_PEOPLE.has(dimension);
  const text = others.join(' ');
  if (text !== '' && [...own, ...(areAll ? [population] : [])].some((one) => wordsOf(one).join(' ') === text))
    return true;
  return others.every((word) => PLAIN.has(word) || (areAll && WORKERS.has(word)));
}

/** Returns whether a name begins or ends with a word of totals: it may be one, or the name of a team. */
export function isLikeTotal(name: string): boolean {
  const words = wordsOf(name);
  return [words[0], words.at(-1)].some((word) => word !== undefined && STEMS.has(word));
}

function wordsOf(name: string): string[] {
  return name
    .replace(/['()]/g, '')
    .split(/[\s/,]+/)
    .filter((word) => word !== '');
}
