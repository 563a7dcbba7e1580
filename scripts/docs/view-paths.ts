import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { typeProgram } from './type-program.ts';

/** One path of a view, as a template may use it. */
export interface ViewPath {
  /** `summary.headlines[].label`: of each entry of a list. */
  readonly path: string;
  readonly type: string;
  /** From the comment on it; empty where its name says enough. */
  readonly is: string;
}

/** What is given whole to a helper, which is documented with it. */
export type HelperTypes = Readonly<Record<string, string>>;

const SOURCES = ['view.ts', 'view-body.ts', 'pack-view.ts'].map((name) =>
  fileURLToPath(new URL(`../../src/report/${name}`, import.meta.url)),
);

/** Returns a reader of the view’s types. */
export function viewReader(helpers: HelperTypes): ViewReader {
  const program = typeProgram(SOURCES);
  return new ViewReader(program, helpers);
}

/** Members of one kind, from which on they are told once. */
const MANY = 6;

export class ViewReader {
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #helpers: HelperTypes;

  constructor(program: ts.Program, helpers: HelperTypes) {
    this.#program = program;
    this.#checker = program.getTypeChecker();
    this.#helpers = helpers;
  }

  /** Returns every path of an exported interface but those under the names left out. Throws where there is no such interface. */
  paths(name: string, without: readonly string[] = []): ViewPath[] {
    return this.#under(this.#declared(name), '', []).filter(
      ({ path }) =>
        !without.some((one) => path === one || path.startsWith(`${one}[]`) || path.startsWith(`${one}.`)),
    );
  }

  /** Returns the members of an exported interface, each with the paths of what it is. */
  members(name: string): ReadonlyMap<string, readonly ViewPath[]> {
    const properties = this.#checker.getPropertiesOfType(this.#declared(name));
    return new Map(
      properties.map((one) => [one.name, this.#under(this.#checker.getTypeOfSymbol(one), '', [])]),
    );
  }

  #declared(name: string): ts.Type {
    for (const source of SOURCES) {
      const file = this.#program.getSourceFile(source);
      const module = file && this.#checker.getSymbolAtLocation(file);
      const symbol = module && this.#checker.getExportsOfModule(module).find((one) => one.name === name);
      if (symbol) return this.#checker.getDeclaredTypeOfSymbol(symbol);
    }
    throw new Error(`no ${name} among the views`);
  }

  #under(type: ts.Type, prefix: string, open: readonly ts.Type[]): ViewPath[] {
    if (open.includes(type)) return [];
    const alike = this.#alike(type);
    if (alike)
      return [
        { path: `${prefix}.<name>`, type: 'group', is: `Of ${alike.names}.` },
        ...this.#under(alike.type, `${prefix}.<name>`, [...open, type]),
      ];
    return this.#checker.getPropertiesOfType(type).flatMap((property): ViewPath[] => {
      const path = prefix === '' ? property.name : `${prefix}.${property.name}`;
      const whole = this.#checker.getTypeOfSymbol(property);
      const { members, mayLack } = this.#members(whole);
      const [first] = members;
      const told: ViewPath = { path, type: this.#told(members, mayLack), is: this.#comment(property) };
      const inner = first && this.#inner(first);
      if (!inner || members.length > 1) return [told];
      return [told, ...this.#under(inner.type, inner.isList ? `${path}[]` : path, [...open, type])];
    });
  }

  /** What has many members of one kind is told once, with their names. */
  #alike(type: ts.Type): { readonly names: string; readonly type: ts.Type } | undefined {
    const properties = this.#checker.getPropertiesOfType(type);
    const [first, ...others] = properties.map((one) => this.#checker.getTypeOfSymbol(one));
    if (first === undefined || properties.length < MANY || !this.#inner(first)) return undefined;
    if (others.some((one) => one !== first)) return undefined;
    return { names: properties.map((one) => `\`${one.name}\``).join(', '), type: first };
  }

  /** Of a value that may be nothing, what it is else. */
  #members(type: ts.Type): { readonly members: readonly ts.Type[]; readonly mayLack: boolean } {
    const lacking = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
    const all = type.isUnion() ? type.types : [type];
    return {
      members: all.filter((one) => !(one.flags & lacking)),
      mayLack: all.some((one) => one.flags & lacking),
    };
  }

  /** What has members of its own that a template may name. */
  #inner(type: ts.Type): { readonly type: ts.Type; readonly isList: boolean } | undefined {
    const item = this.#checker.isArrayType(type)
      ? this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number)
      : undefined;
    const { members } = this.#members(item ?? type);
    const [one, another] = members;
    if (!one || another || !(one.flags & ts.TypeFlags.Object) || this.#helperOf(one) !== undefined)
      return undefined;
    return this.#checker.isArrayType(one) ? undefined : { type: one, isList: item !== undefined };
  }

  #told(members: readonly ts.Type[], mayLack: boolean): string {
    const texts = members.flatMap((one) =>
      one.isStringLiteral() && one.value !== '' ? [`\`${one.value}\``] : [],
    );
    const others = members.flatMap((one) => (one.isStringLiteral() ? [] : [this.#kind(one)]));
    const mayBeEmpty = members.some((one) => one.isStringLiteral() && one.value === '');
    const all = [...texts.sort(), ...new Set(others), ...(mayBeEmpty ? ['empty'] : [])];
    return `${all.join(' or ')}${mayLack ? ', or nothing' : ''}`;
  }

  #kind(type: ts.Type): string {
    const helper = this.#helperOf(type);
    if (helper !== undefined) return `for \`{{${helper} …}}\``;
    if (type.flags & ts.TypeFlags.String) return 'text';
    if (type.flags & ts.TypeFlags.Number) return 'number';
    if (type.flags & ts.TypeFlags.BooleanLiteral) return 'yes or no';
    if (!this.#checker.isArrayType(type)) return 'group';
    const item = this.#checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item === undefined) return 'list';
    const { members, mayLack } = this.#members(item);
    return `list of ${this.#told(members, mayLack)
      .replace(/^group/, 'groups')
      .replace(/^text/, 'texts')}`;
  }

  #helperOf(type: ts.Type): string | undefined {
    const name = type.getSymbol()?.name ?? type.aliasSymbol?.name ?? '';
    return Object.hasOwn(this.#helpers, name) ? this.#helpers[name] : undefined;
  }

  #comment(symbol: ts.Symbol): string {
    return ts
      .displayPartsToString(symbol.getDocumentationComment(this.#checker))
      .replace(/\s+/g, ' ')
      .replaceAll('|', '\\|')
      .trim();
  }
}
