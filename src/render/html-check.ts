import type Handlebars from 'handlebars';
import { finding, type Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { formatList } from '../model/format.ts';
import { nearest } from '../model/suggest.ts';
import { HELPER_NAMES } from './html-helpers.ts';
import type { PartCall } from './html-body.ts';
import type { TemplatePart } from './template-source.ts';
import { attributeFindings } from './html-check-attributes.ts';
import { notList, notMarkdown, pathHelp, unprintable, type ValueFault } from './html-check-values.ts';
import { unclosedMark } from './template-marks.ts';
import { placeAt } from './template-place.ts';

type Engine = typeof Handlebars;
type Scopes = readonly unknown[];

const BLOCKS = ['if', 'unless', 'each', 'with'];

/** What the engine says of an entry within its list. */
const LOOP_NAMES = ['index', 'first', 'last', 'key', 'root'];
const LOOP_HELP = `within a list there are ${formatList(LOOP_NAMES.map((name) => `@${name}`))}`;

interface Check {
  readonly parts: ReadonlyMap<string, TemplatePart>;
  readonly programs: ReadonlyMap<string, hbs.AST.Program>;
  readonly findings: Map<string, Finding>;
  /** What the page, or one call of a part, is printed with: `@root`, in the parts within it too. */
  readonly root: unknown;
  /** Partials that are being walked: one that includes itself ends here. */
  readonly open: Set<string>;
}

/**
 * Checks a template against a view: every path exists, nothing is printed unescaped, no value stands where escaping
 * does not protect. Handlebars itself notices none of these in `{{#if typo}}`. Lists are entered where the view has
 * something in them, so an example view that fills everything proves the whole template. `calls` are the partials that the
 * page's sections are printed with, each with what it prints; `root` is the partial that is the page.
 */
export function checkTemplate(
  engine: Engine,
  parts: readonly TemplatePart[],
  view: unknown,
  calls: readonly PartCall[] = [],
  root: string = 'report',
): Finding[] {
  const findings = new Map<string, Finding>();
  const programs = new Map<string, hbs.AST.Program>();
  const report = (found: Finding): void => {
    findings.set(JSON.stringify([found.code, found.at, found.message]), found);
  };
  for (const part of parts) {
    for (const found of attributeFindings(part)) report(found);
    try {
      programs.set(part.name, engine.parse(part.text));
    } catch (error) {
      report(syntaxFinding(part, error));
    }
  }
  const check: Check = {
    parts: new Map(parts.map((part) => [part.name, part])),
    programs,
    findings,
    root: view,
    open: new Set(),
  };
  for (const { part, context } of [{ part: root, context: view }, ...calls]) {
    const called = check.parts.get(part);
    if (called) walkPart({ ...check, root: context }, called, [context]);
    else report(finding('E502', `there is no part "${part}"`));
  }
  return [...findings.values()];
}

/** What Handlebars says of an unclosed block names neither the block nor its line: that is looked for here. */
function syntaxFinding(part: TemplatePart, error: unknown): Finding {
  const unclosed = unclosedMark(part.text);
  if (unclosed) {
    const { at, length, message, help } = unclosed;
    return finding('E502', message, { at: placeAt(part.file, part.text, at, at + length), help });
  }
  const [first = '', near = '', , expected = ''] = (
    error instanceof Error ? error.message : String(error)
  ).split('\n');
  const line = Number(/line (\d+)/.exec(first)?.[1] ?? 1);
  const got = /got '(\w+)'/.exec(expected)?.[1];
  const said = near === '' ? first : `near "${near.replace(/^\.\.\./, '').trim()}"`;
  return finding('E502', `the template cannot be read: ${said}`, {
    at: { file: part.file, line, column: 1, length: 1 },
    why: got === 'INVALID' ? 'there is a character that cannot stand between braces' : undefined,
  });
}

function walkPart(check: Check, part: TemplatePart, scopes: Scopes): void {
  const program = check.programs.get(part.name);
  if (!program || check.open.has(part.name)) return;
  check.open.add(part.name);
  walk(check, part, program, scopes);
  check.open.delete(part.name);
}

function walk(check: Check, part: TemplatePart, program: hbs.AST.Program, scopes: Scopes): void {
  for (const statement of program.body) {
    if (isMustache(statement)) checkMustache(check, part, statement, scopes);
    else if (isBlock(statement)) walkBlock(check, part, statement, scopes);
    else if (isPartial(statement)) walkPartial(check, part, statement, scopes);
  }
}

function checkMustache(
  check: Check,
  part: TemplatePart,
  node: hbs.AST.MustacheStatement,
  scopes: Scopes,
): void {
  if (!node.escaped) add(check, part, 'E504', 'a value is printed without escaping', node.loc);
  const name = pathName(node.path);
  const isHelper = node.params.length > 0;
  if (isHelper && !HELPER_NAMES.some((helper) => helper === name))
    add(
      check,
      part,
      'E502',
      `there is no helper "${name}"`,
      node.loc,
      wordHelp(name, 'helper', HELPER_NAMES),
    );
  if (!isHelper) addFault(check, part, node, unprintable(name, resolve(check, part, node.path, scopes)));
  for (const param of node.params) {
    const value = resolve(check, part, param, scopes);
    if (name === 'markdown') addFault(check, part, node, notMarkdown(pathName(param), value));
  }
}

function walkBlock(check: Check, part: TemplatePart, node: hbs.AST.BlockStatement, scopes: Scopes): void {
  const name = pathName(node.path);
  if (!BLOCKS.includes(name)) {
    add(check, part, 'E502', `there is no block "${name}"`, node.loc, wordHelp(name, 'block', BLOCKS));
    return;
  }
  const [param] = node.params;
  const value = param ? resolve(check, part, param, scopes) : undefined;
  if (name === 'each' && param) addFault(check, part, node, notList(pathName(param), value));
  for (const inner of innerScopes(name, value, scopes)) walk(check, part, node.program, inner);
  // Handlebars' types promise an `else` branch; the parser leaves it out where there is none.
  const otherwise = node.inverse as hbs.AST.Program | undefined;
  if (otherwise) walk(check, part, otherwise, scopes);
}

/** The scopes in which a block's content is rendered: one for `if`, one an item for `each`, none for nothing. */
function innerScopes(block: string, value: unknown, scopes: Scopes): Scopes[] {
  if (block === 'if') return isEmpty(value) ? [] : [scopes];
  if (block === 'unless') return isEmpty(value) ? [scopes] : [];
  if (block === 'with') return isEmpty(value) ? [] : [[...scopes, value]];
  return Array.isArray(value) ? value.map((item: unknown) => [...scopes, item]) : [];
}

function isEmpty(value: unknown): boolean {
  return !value || (Array.isArray(value) && value.length === 0);
}

function walkPartial(check: Check, part: TemplatePart, node: hbs.AST.PartialStatement, scopes: Scopes): void {
  const name = 'original' in node.name ? node.name.original : '';
  const target = check.parts.get(name);
  if (!target) {
    add(
      check,
      part,
      'E502',
      `there is no part "${name}"`,
      node.loc,
      wordHelp(name, 'part', [...check.parts.keys()]),
    );
    return;
  }
  const [param] = node.params;
  // What is around the call is out of a partial's reach: `..` must not lead there.
  walkPart(check, target, [param ? resolve(check, part, param, scopes) : scopes.at(-1)]);
}

/** Returns the value of an expression; a path that leads nowhere is a finding. */
function resolve(check: Check, part: TemplatePart, expression: hbs.AST.Expression, scopes: Scopes): unknown {
  if (!isPath(expression)) return 'value' in expression ? expression.value : undefined;
  const { parts, depth } = expression;
  if (!expression.data) {
    const around = scopes.slice(0, Math.max(0, scopes.length - 1 - depth));
    return follow(check, part, expression, {
      keys: parts,
      from: scopes[scopes.length - 1 - depth],
      written: '../'.repeat(depth),
      around,
    });
  }
  const [name = '', ...keys] = parts;
  if (name === 'root')
    return follow(check, part, expression, { keys, from: check.root, written: '@root.', around: [] });
  if (!LOOP_NAMES.includes(name)) addMissing(check, part, expression, LOOP_HELP);
  return undefined;
}

/** The names of a path, where they lead on from, and how that is written. */
interface Way {
  readonly keys: readonly string[];
  readonly from: unknown;
  readonly written: string;
  /** What is around the place that it leads on from. */
  readonly around: Scopes;
}

function follow(check: Check, part: TemplatePart, path: hbs.AST.PathExpression, way: Way): unknown {
  let value = way.from;
  for (const [index, key] of way.keys.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      const before = way.keys.slice(0, index).map((one) => `${one}.`);
      addMissing(check, part, path, pathHelp(key, way.written + before.join(''), value, way.around));
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}

function addMissing(
  check: Check,
  part: TemplatePart,
  { original, loc }: hbs.AST.PathExpression,
  help: string | undefined,
): void {
  add(check, part, 'E503', `there is no "${original}" at this place`, loc, help);
}

function addFault(
  check: Check,
  part: TemplatePart,
  { loc }: hbs.AST.Node,
  fault: ValueFault | undefined,
): void {
  if (fault) add(check, part, 'E510', fault.message, loc, fault.help);
}

/** Returns the name that was meant, or what names there are. */
function wordHelp(name: string, kind: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return kind === 'part'
    ? 'name one of those that `cip-report templates list` has'
    : `there are the ${kind}s ${formatList(known)}`;
}

function add(
  check: Check,
  part: TemplatePart,
  code: 'E502' | 'E503' | 'E504' | 'E510',
  message: string,
  loc: hbs.AST.SourceLocation,
  help?: string,
): void {
  const at: Place = {
    file: part.file,
    line: loc.start.line,
    column: loc.start.column + 1,
    length: loc.start.line === loc.end.line ? Math.max(1, loc.end.column - loc.start.column) : 1,
  };
  const found = finding(code, message, { at, help });
  check.findings.set(JSON.stringify([code, at, message]), found);
}

function pathName(path: hbs.AST.Expression | hbs.AST.Literal): string {
  return isPath(path) ? path.original : '';
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function isMustache(node: hbs.AST.Node): node is hbs.AST.MustacheStatement {
  return node.type === 'MustacheStatement';
}

function isBlock(node: hbs.AST.Node): node is hbs.AST.BlockStatement {
  return node.type === 'BlockStatement';
}

function isPartial(node: hbs.AST.Node): node is hbs.AST.PartialStatement {
  return node.type === 'PartialStatement';
}
