import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place, SourceLine } from '../../model/place.ts';
import { mergeConflict } from '../csv/file-faults.ts';
import { LARGE_YAML, startOf } from '../files.ts';
import { quoted } from '../grammar/reading.ts';
import type { Limits } from '../limits.ts';
import type { SourceText } from '../source-text.ts';
import { tooDeepAt } from './depth.ts';
import { escapedControlCharacter } from './escapes.ts';
import { linesOf } from './lines.ts';
import { tooManyPartsAt } from './parts.ts';
import { syntaxFinding } from './syntax.ts';
import type { Entry, ScalarTree, Tree } from './tree.ts';

/**
 * Returns a YAML 1.2 text as a tree with places, with what is wrong with it; the tree is undefined where the text
 * cannot be understood. Only plain data is read: no anchors and aliases, no tags, no merge keys, one document.
 */
export function readYaml(
  source: SourceText,
  limits: Limits,
): { readonly tree: Tree | undefined; readonly findings: readonly Finding[] } {
  const refused = refusal(source, limits);
  if (refused) return { tree: undefined, findings: [refused] };
  const document = parseDocument(source.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    // The parser compares each key with every other one; the walk below finds repeated keys in one pass.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const faults = syntaxFaults(source, document);
  if (faults.length > 0) return { tree: undefined, findings: faults };
  if (!document.contents) return { tree: undefined, findings: [emptyFile(source)] };
  const walk = new Walk(source);
  const tree = walk.tree(document.contents);
  // What stands in place of a refused value is no data: checking it would report the same fault again.
  return { tree: walk.refused ? undefined : tree, findings: walk.findings };
}

function refusal(source: SourceText, limits: Limits): Finding | undefined {
  const conflict = mergeConflict(source);
  if (conflict) return conflict;
  if (source.text.trim() === '') return emptyFile(source);
  if (/^%/.test(source.text))
    return finding('E043', 'the file starts with a YAML directive', {
      at: source.place(0, source.line(1)?.length),
      help: 'delete the first line: YAML 1.2 is read, and nothing else',
    });
  const deep = tooDeepAt(source.text, limits.yamlDepth);
  if (deep !== undefined)
    return finding('E042', `the file is nested more than ${limits.yamlDepth} levels deep`, {
      at: source.place(deep),
    });
  const many = tooManyPartsAt(source.text, limits.yamlParts);
  if (many === undefined) return undefined;
  return finding('E005', `the file has more than ${limits.yamlParts} keys and values`, {
    at: source.place(many),
    help: LARGE_YAML,
  });
}

function emptyFile(source: SourceText): Finding {
  return finding('E020', 'the file is empty', { at: startOf(source.file), help: 'fill it in, or delete it' });
}

/** One fault in YAML often causes others further down, so the first is reported and the others are counted. */
function syntaxFaults(source: SourceText, document: Document.Parsed): Finding[] {
  const tags = document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED');
  const others = [...document.errors, ...document.warnings.filter((warning) => !tags.includes(warning))];
  const [first] = others.sort((a, b) => a.pos[0] - b.pos[0]);
  return first ? [syntaxFinding(source, document, first, others.length - 1)] : [];
}

class Walk {
  readonly findings: Finding[] = [];
  /** Whether a feature was met that is not read. */
  refused = false;
  readonly #named = new Set<string>();
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
  }

  tree(node: Node): Tree {
    const at = this.#place(node);
    if (isAlias(node)) return this.#alias(node.source, at);
    this.#checkProperties(node);
    if (isMap(node))
      return { kind: 'map', at, entries: this.#entries(node.items as Pair<Node, Node | null>[]) };
    if (isSeq(node))
      return { kind: 'list', at, items: (node.items as Node[]).map((item) => this.tree(item)) };
    return this.#scalar(node, at);
  }

  #scalar(node: Node, at: Place): ScalarTree {
    const value = isScalar(node) ? node.value : null;
    const source = isScalar(node) ? node.source : undefined;
    if (typeof value === 'string') {
      if (isScalar(node) && node.type === 'QUOTE_DOUBLE') this.#escapes(node);
      const lines = this.#lines(node, value);
      return { kind: 'scalar', at, value, text: value, ...(lines && { lines }) };
    }
    if (value === null) {
      const comment = this.#commentAfter(node);
      return { kind: 'scalar', at, value, text: source ?? '', ...(comment !== undefined && { comment }) };
    }
    if (typeof value === 'boolean' || typeof value === 'number')
      return { kind: 'scalar', at, value, text: source ?? '' };
    return { kind: 'scalar', at, value: source ?? '', text: source ?? '' };
  }

  /** Returns the one word behind a # on the line of an empty value: a colour, or a number of something. */
  #commentAfter(node: Node): string | undefined {
    const { text } = this.#source;
    const start = node.range?.[1] ?? 0;
    const line = text.slice(start, (text.indexOf('\n', start) + 1 || text.length + 1) - 1);
    return /^\s*#(?<word>\S+)\s*$/.exec(line)?.groups?.['word'];
  }

  #escapes(node: Node): void {
    const [start, end] = node.range ?? [0, 0];
    const found = escapedControlCharacter(this.#source, start, end);
    if (!found) return;
    this.refused = true;
    this.findings.push(found);
  }

  #lines(node: Node, value: string): readonly SourceLine[] | undefined {
    const [start, end] = node.range ?? [0, 0];
    if (isBlock(node)) return linesOf(this.#source, value, this.#source.text.indexOf('\n', start) + 1, end);
    const mark = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') ? 1 : 0;
    return linesOf(this.#source, value, start + mark, end - mark);
  }

  #entries(pairs: readonly Pair<Node, Node | null>[]): Map<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      const keyAt = this.#place(pair.key);
      const key = this.#key(pair.key, keyAt);
      if (key === undefined) continue;
      const earlier = entries.get(key);
      if (earlier) this.#keyTwice(key, keyAt, earlier.keyAt);
      const value = pair.value ? this.tree(pair.value) : emptyAt(keyAt);
      if (!earlier) entries.set(key, { key, keyAt, value });
    }
    return entries;
  }

  #key(node: Node, at: Place): string | undefined {
    if (!isScalar(node)) {
      this.#keyRefused(node, at);
      return undefined;
    }
    const key = this.#scalar(node, at).text;
    if (key === '__proto__') {
      this.refused = true;
      const why = 'it has a meaning of its own inside programs';
      this.findings.push(
        finding('E045', 'the key "__proto__" cannot be used', { at, why, help: 'rename it, or delete it' }),
      );
      return undefined;
    }
    if (key !== '<<') return key;
    this.#refused(at, 'the merge key << brings in values written elsewhere');
    return undefined;
  }

  #keyRefused(node: Node, at: Place): void {
    const start = node.range?.[0] ?? 0;
    if (this.#source.text.slice(start - 1, start + 1) !== '{{') {
      this.#refused(at, 'a list, a map or an alias is used as a key');
      return;
    }
    this.refused = true;
    const help = 'put the whole text in quotation marks';
    this.findings.push(finding('E043', 'a text that starts with {{ lacks its quotation marks', { at, help }));
  }

  #keyTwice(key: string, at: Place, earlier: Place): void {
    this.findings.push(
      finding('E041', `the key ${quoted(key)} is given twice`, {
        at,
        why: `line ${earlier.line} has it already, and nothing says which one counts`,
        related: [earlier],
      }),
    );
  }

  #checkProperties(node: Node): void {
    const anchor = 'anchor' in node ? node.anchor : undefined;
    if (node.tag !== undefined) {
      const { text, at } = this.#before(node, '!');
      this.#refused(at, `the tag ${quoted(text)} asks for a special kind of value`);
    } else if (anchor !== undefined) this.#alias(anchor, this.#before(node, '&').at);
  }

  /** One finding for each name, however often it is used. */
  #alias(name: string, at: Place): ScalarTree {
    if (this.#named.has(name)) return emptyAt(at);
    this.#named.add(name);
    return this.#refused(
      at,
      `an anchor and its aliases (&${name}, *${name}) put one value in several places`,
    );
  }

  /** Returns what stands before a value, from the sign that starts it: its tag or its anchor. */
  #before(node: Node, sign: string): { text: string; at: Place } {
    const end = node.range?.[0] ?? 0;
    const found = Math.max(0, this.#source.text.lastIndexOf(sign, end - 1));
    const start = sign === '!' && this.#source.text[found - 1] === '!' ? found - 1 : found;
    const text = this.#source.text.slice(start, end).split(/\s/)[0] ?? '';
    return { text, at: this.#source.place(start, start + Math.max(1, text.length)) };
  }

  #refused(at: Place, message: string): ScalarTree {
    this.refused = true;
    this.findings.push(finding('E043', message, { at }));
    return emptyAt(at);
  }

  /** A block of text is at its first line, where people see it, and not at the sign that opens it. */
  #place(node: Node): Place {
    const [start, end] = node.range ?? [0, 1];
    if (!isBlock(node)) return this.#source.place(start, end);
    const text = this.#source.text;
    const first = text.slice(text.indexOf('\n', start), end).search(/\S/);
    const from = first < 0 ? start : text.indexOf('\n', start) + first;
    return this.#source.place(from, end);
  }
}

function isBlock(node: Node): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
}

function emptyAt(at: Place): ScalarTree {
  return { kind: 'scalar', at, value: null, text: '' };
}
