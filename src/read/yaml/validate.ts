import * as z from 'zod/mini';
import { finding, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import { alternatives, isOptional, keyDoc, knownKeys, schemaUnder } from '../schema/key.ts';
import { keyPlaceUnder, placeUnder, plain, under, type Path, type Tree } from './tree.ts';
import { withKnownWords } from './words.ts';

/** Returns the typed value of a tree, or undefined; every way in which it departs from the schema is a finding. */
export function validate<S extends z.core.$ZodType>(
  schema: S,
  tree: Tree,
): { readonly value: z.infer<S> | undefined; readonly findings: readonly Finding[] } {
  const result = z.safeParse(schema, plain(withKnownWords(schema, tree)));
  if (result.success) return { value: result.data, findings: [] };
  const issues = result.error.issues.flatMap((issue) => meantIssues(schema, tree, issue));
  const meant = new Set(issues.flatMap((issue) => meantKeys(schema, issue)));
  // A key that is only misspelt is not missing as well.
  const told = issues.filter(
    ({ path }) => under(tree, path) !== undefined || !meant.has(JSON.stringify(path)),
  );
  return { value: undefined, findings: told.flatMap((issue) => issueFindings(schema, tree, issue)) };
}

/** Returns the paths of the keys that unknown keys were likely meant to be. */
function meantKeys(schema: z.core.$ZodType, issue: z.core.$ZodIssue): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  return issue.keys.flatMap((name) => {
    const meant = nearest(name, knownKeys(schema, issue.path));
    return meant === undefined ? [] : [JSON.stringify([...issue.path, meant])];
  });
}

/** Returns what is documented of a key, as a clause. */
function purpose(schema: z.core.$ZodType, path: Path): string | undefined {
  const meaning = meaningOf(schema, path, ' (Markdown)');
  if (meaning === undefined) return undefined;
  const template = keyDoc(schema, path)?.neededBy;
  return `here goes ${meaning}${template === undefined ? '' : `; the template ${template} needs it`}`;
}

function meaningOf(schema: z.core.$ZodType, path: Path, ofMarkdown = ''): string | undefined {
  const description = keyDoc(schema, path)?.description;
  if (description === undefined) return undefined;
  const clause = description.replace(/\. Markdown\.$/, ofMarkdown).replace(/\.$/, '');
  return `${clause.charAt(0).toLowerCase()}${clause.slice(1)}`;
}

function issueFindings(schema: z.core.$ZodType, tree: Tree, issue: z.core.$ZodIssue): Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => unknownKey(schema, tree, issue.path, name));
  if (issue.code === 'invalid_key') return [badKey(tree, issue.path)];
  const found = under(tree, issue.path);
  if (found === undefined) return [missingKey(schema, tree, issue.path)];
  if (issue.code === 'invalid_union') return [noAlternative(schema, tree, issue.path)];
  return [badValue(schema, tree, issue)];
}

function unknownKey(schema: z.core.$ZodType, tree: Tree, path: Path, name: string): Finding {
  const known = knownKeys(schema, path);
  const meant = nearest(name, known);
  return finding('E045', `the key ${quoted(name)} is not known${inside(path)}`, {
    at: keyPlaceUnder(tree, [...path, name]),
    why: known.length > 0 ? knownKeysText(schema, path, known, meant === undefined) : undefined,
    help: meant === undefined ? otherWordHelp(name, known) : `did you mean ${quoted(meant)}?`,
  });
}

/** Words that people use for keys of another name. */
const OTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  target: ['at_least', 'at_most'],
  threshold: ['at_least', 'at_most'],
  limit: ['at_least', 'at_most'],
  level: ['at_least', 'at_most'],
  minimum: ['at_least'],
  min: ['at_least'],
  maximum: ['at_most'],
  max: ['at_most'],
  tolerance: ['amber_to'],
  name: ['label', 'title'],
  title: ['label', 'name'],
  key: ['id'],
  code: ['id'],
  definition: ['description'],
  calculation: ['formula'],
  decimals: ['places'],
  type: ['unit', 'kind'],
  group: ['of'],
  deadline: ['by'],
  due: ['by'],
  date: ['by'],
  glidepath: ['plan'],
  trajectory: ['plan'],
  author: ['report_by'],
  color: ['accent'],
  colour: ['accent'],
};

function otherWordHelp(name: string, known: readonly string[]): string {
  const words = Object.hasOwn(OTHER_WORDS, name.toLowerCase()) ? OTHER_WORDS[name.toLowerCase()] : undefined;
  const meant = (words ?? []).filter((word) => known.includes(word));
  return meant.length === 0
    ? 'delete it, or use one of the keys listed'
    : `did you mean ${meant.map(quoted).join(' or ')}?`;
}

/** The most keys of which it is said what they are for. */
const EXPLAINED = 4;

function knownKeysText(
  schema: z.core.$ZodType,
  path: Path,
  known: readonly string[],
  explained: boolean,
): string {
  if (!explained || known.length > EXPLAINED) return `the keys known here are ${known.join(', ')}`;
  const told = known.map((name) => {
    const meaning = meaningOf(schema, [...path, name]);
    return meaning === undefined ? name : `${name} (${meaning})`;
  });
  return `the keys known here are ${told.join(', ')}`;
}

function badKey(tree: Tree, path: Path): Finding {
  if (path[0] === 'abbreviations')
    return finding('E048', `${quoted(String(path.at(-1)))} cannot be an abbreviation`, {
      at: keyPlaceUnder(tree, path),
      why: 'an abbreviation is one word of 2 to 20 letters and digits; &, . or - may stand within it',
      help: 'write it as the papers do, such as MASH, and what it stands for after the colon',
    });
  return finding('E048', `${quoted(String(path.at(-1)))} cannot be used as an id`, {
    at: keyPlaceUnder(tree, path),
    why: 'an id consists of small letters and digits, with - or _ between words',
    help: 'rename it',
  });
}

/** Returns the finding for a missing key; `inSchema` is its path in the schema, where that starts further down. */
export function missingKey(schema: z.core.$ZodType, tree: Tree, path: Path, inSchema: Path = path): Finding {
  const name = String(path.at(-1));
  const example = keyDoc(schema, inSchema)?.example ?? `${name}: …`;
  return finding('E046', `${quoted(name)} is missing${inside(path.slice(0, -1))}`, {
    at: parentPlace(tree, path),
    why: purpose(schema, inSchema),
    help: `add it, for example: ${example}`,
  });
}

/** A missing key is shown at the key whose value should hold it, or at the start of the file. */
function parentPlace(tree: Tree, path: Path): Finding['at'] {
  const parent = path.slice(0, -1);
  return typeof parent.at(-1) === 'string' ? keyPlaceUnder(tree, parent) : placeUnder(tree, parent);
}

/** Of the alternatives of a union, the one of the value's own kind (text, list, map) was meant: what is wrong with it. */
function meantIssues(schema: z.core.$ZodType, tree: Tree, issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const value = under(tree, issue.path);
  const options = alternatives(schemaUnder(schema, issue.path));
  const meant = issue.errors[options.findIndex((one) => value && isOfKind(one, value))];
  if (!meant) return [issue];
  return meant.flatMap((one) => meantIssues(schema, tree, { ...one, path: [...issue.path, ...one.path] }));
}

function noAlternative(schema: z.core.$ZodType, tree: Tree, path: Path): Finding {
  const wanted = alternatives(schemaUnder(schema, path)).map(
    ({ _zod: { def } }) => WANTED[def.type] ?? def.type,
  );
  const example = keyDoc(schema, path)?.example;
  const value = under(tree, path);
  const what = value?.kind === 'scalar' && value.value === null ? 'nothing' : found(value);
  return finding('E047', `${what} stands where ${listed(wanted)} is wanted`, {
    at: placeUnder(tree, path),
    why: purpose(schema, path),
    help: example === undefined ? undefined : `write it as in ${example}`,
  });
}

function isOfKind(schema: z.core.$ZodType, value: Tree): boolean {
  const { type } = schema._zod.def;
  if (value.kind === 'list') return type === 'array';
  if (value.kind === 'map') return type === 'object' || type === 'record';
  return value.value !== null && type === typeof value.value;
}

function badValue(schema: z.core.$ZodType, tree: Tree, issue: z.core.$ZodIssue): Finding {
  const at = placeUnder(tree, issue.path);
  const value = under(tree, issue.path);
  const last = issue.path.at(-1) ?? 'the file';
  const name = typeof last === 'number' ? `entry ${last + 1}` : quoted(String(last));
  const subject = `${name}${inside(issue.path.slice(0, -1))}`;
  const why = purpose(schema, issue.path);
  if (issue.code === 'invalid_value') return notAllowed(at, subject, value, issue.values, why);
  if (issue.code === 'invalid_type')
    return finding(
      'E047',
      `${subject} is ${found(value)}, and ${WANTED[issue.expected] ?? issue.expected} is wanted`,
      {
        at,
        why,
        help: typeHelp(schema, issue.path, value, issue.expected),
      },
    );
  if (issue.code === 'too_small' || issue.code === 'too_big') return outOfRange(at, subject, value, issue);
  if (issue.code === 'invalid_format')
    return finding('E048', badFormat(subject, value), { at, why: formatRule(issue), help: 'correct it' });
  return finding('E048', `${subject} is ${found(value)}, which is not allowed`, { at, why });
}

function notAllowed(
  at: Finding['at'],
  subject: string,
  value: Tree | undefined,
  allowed: readonly unknown[],
  why: string | undefined,
): Finding {
  const words = allowed.map(String);
  const meant = value?.kind === 'scalar' ? nearest(value.text, words) : undefined;
  return finding('E048', `${subject} is ${found(value)}, and not ${listed(words)}`, {
    at,
    why,
    help: meant === undefined ? `write ${listed(words)}` : `did you mean ${quoted(meant)}?`,
  });
}

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'a map (key: value)',
  record: 'a map (key: value)',
  array: 'a list',
};

function typeHelp(
  schema: z.core.$ZodType,
  path: Path,
  value: Tree | undefined,
  expected: string,
): string | undefined {
  const example = keyDoc(schema, path)?.example;
  const asIn = example === undefined ? undefined : `write it as in ${example}`;
  if (value?.kind !== 'scalar') return asIn;
  if (value.value === null) {
    if (value.comment !== undefined)
      return `a # starts a comment in YAML: write '#${value.comment}' in quotation marks`;
    const write = `write a value after the colon${example === undefined ? '' : `, as in ${example}`}`;
    return isOptional(schema, path) ? `${write}, or delete the key: the report can do without it` : write;
  }
  if (expected === 'boolean' && /^(yes|on|y)$/i.test(value.text)) return 'write true';
  if (expected === 'boolean' && /^(no|off|n)$/i.test(value.text)) return 'write false';
  if (expected === 'string' && value.text !== '') return `put it in quotation marks: '${value.text}'`;
  if (expected === 'array') return 'put each entry on a line of its own, after a dash';
  return asIn;
}

function outOfRange(
  at: Finding['at'],
  subject: string,
  value: Tree | undefined,
  issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig,
): Finding {
  const bound = issue.code === 'too_small' ? `at least ${issue.minimum}` : `at most ${issue.maximum}`;
  if (issue.origin === 'array')
    return issue.code === 'too_small'
      ? finding('E048', `${subject} has no entries`, { at, help: 'add at least one' })
      : finding('E048', `${subject} has more than ${issue.maximum} entries`, {
          at,
          help: 'remove what the report does not need',
        });
  if (issue.origin === 'string' && issue.code === 'too_big')
    return finding('E048', `${subject} has more than ${issue.maximum} characters`, {
      at,
      help: 'say it in fewer words',
    });
  return finding('E048', `${subject} is ${found(value)}, and ${bound} is wanted`, {
    at,
    help: `write a number of ${bound}`,
  });
}

function badFormat(subject: string, value: Tree | undefined): string {
  return value?.kind === 'scalar' && value.text.trim() === ''
    ? `${subject} is empty`
    : `${subject} is ${found(value)}`;
}

function formatRule(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.pattern === '/\\S/'
    ? 'a text is wanted'
    : 'an id consists of small letters and digits, with - or _ between words (only _ in the id of a figure)';
}

function inside(path: Path): string {
  const names = path.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step)));
  return names.length === 0 ? '' : ` in ${names.join(' › ')}`;
}

function found(value: Tree | undefined): string {
  if (value === undefined) return 'missing';
  if (value.kind === 'map') return 'a map (key: value)';
  if (value.kind === 'list') return 'a list';
  if (value.value === null) return 'empty';
  if (typeof value.value === 'string') return `the text ${quoted(value.text)}`;
  return typeof value.value === 'boolean' ? value.text : `the number ${value.text}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
