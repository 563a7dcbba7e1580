import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import ts from 'typescript';
import { typeProgram } from './type-program.ts';

/** A JSON Schema, as far as the contract needs one. */
export interface Schema {
  $ref?: string;
  description?: string;
  type?: string;
  const?: string | boolean;
  enum?: string[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
}

export interface ComparisonSchema extends Schema {
  $schema: string;
  title: string;
  $defs: Record<string, Schema>;
}

const SOURCE = fileURLToPath(new URL('../../src/compare/comparison.ts', import.meta.url));

/**
 * Returns the JSON Schema of what `diff --format json` writes, made from the type `Comparison` and its comments, so that
 * there is no second list of what it holds. Throws where the type uses something that this does not know.
 */
export function comparisonSchema(): ComparisonSchema {
  const program = typeProgram([SOURCE]);
  const writer = new SchemaWriter(program.getTypeChecker());
  const root = writer.named(program, 'Comparison');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What changed between two sides: the JSON of `cip-report diff`',
    ...root,
    $defs: Object.fromEntries([...writer.defs].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Returns docs/comparison.schema.json, formatted as the rest of the repository is. */
export async function formattedSchema(schema: ComparisonSchema): Promise<string> {
  return format(JSON.stringify(schema), { parser: 'json', printWidth: 110 });
}

class SchemaWriter {
  readonly defs = new Map<string, Schema>();
  private readonly checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  /** Returns the schema of an exported interface itself, and not a reference to it. */
  named(program: ts.Program, name: string): Schema {
    const file = program.getSourceFile(SOURCE);
    const module = file && this.checker.getSymbolAtLocation(file);
    const symbol = module && this.checker.getExportsOfModule(module).find((one) => one.name === name);
    if (symbol === undefined) throw new Error(`no ${name} in ${SOURCE}`);
    return { ...this.described(symbol), ...this.objectOf(this.checker.getDeclaredTypeOfSymbol(symbol)) };
  }

  private schemaOf(type: ts.Type): Schema {
    if (type.isStringLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { const: this.checker.typeToString(type) === 'true' };
    if (type.isUnion()) return this.unionOf(type.types);
    if (this.checker.isArrayType(type)) return this.arrayOf(type);
    if (type.flags & ts.TypeFlags.Object) return this.referenceTo(type);
    throw new Error(`no schema for ${this.checker.typeToString(type)}`);
  }

  /** The schema of any of the types. Texts in the order of the alphabet: that of the compiler follows from its work. */
  private unionOf(types: readonly ts.Type[]): Schema {
    const [single, another] = types;
    if (single !== undefined && another === undefined) return this.schemaOf(single);
    const isBoolean = (one: ts.Type): boolean => (one.flags & ts.TypeFlags.BooleanLiteral) !== 0;
    const texts = types.flatMap((one) => (one.isStringLiteral() ? one.value : [])).sort();
    const booleans = types.filter(isBoolean);
    const members: Schema[] = [
      ...(texts.length === 0 ? [] : [{ enum: texts }]),
      ...(booleans.length === 2 ? [{ type: 'boolean' }] : booleans.map((one) => this.schemaOf(one))),
      ...types.filter((one) => !one.isStringLiteral() && !isBoolean(one)).map((one) => this.schemaOf(one)),
    ];
    const [only, other] = members;
    return only !== undefined && other === undefined ? only : { anyOf: members };
  }

  private arrayOf(type: ts.Type): Schema {
    const item = this.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (item === undefined) throw new Error(`no item of ${this.checker.typeToString(type)}`);
    return { type: 'array', items: this.schemaOf(item) };
  }

  /** What has a name is written once; of a generic one, each form once. */
  private referenceTo(type: ts.Type): Schema {
    const symbol = type.getSymbol();
    if (symbol === undefined || !(symbol.flags & ts.SymbolFlags.Interface)) return this.objectOf(type);
    const name = this.checker.typeToString(type).replace(/<(\w+)>$/, 'Of$1');
    if (!/^\w+$/.test(name)) throw new Error(`no name for ${name}`);
    if (!this.defs.has(name)) {
      // Before its parts, which may refer to it.
      this.defs.set(name, {});
      this.defs.set(name, { ...this.described(symbol), ...this.objectOf(type) });
    }
    return { $ref: `#/$defs/${name}` };
  }

  private objectOf(type: ts.Type): Schema {
    const values = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (values !== undefined) return { type: 'object', additionalProperties: this.schemaOf(values) };
    const properties = this.checker.getPropertiesOfType(type);
    const isOptional = (one: ts.Symbol): boolean => (one.flags & ts.SymbolFlags.Optional) !== 0;
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map((one) => [one.name, this.propertyOf(one)])),
      required: properties.filter((one) => !isOptional(one)).map((one) => one.name),
      additionalProperties: false,
    };
  }

  private propertyOf(symbol: ts.Symbol): Schema {
    const type = this.checker.getTypeOfSymbol(symbol);
    // JSON has no `undefined`: what is optional is not there.
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const members = type.isUnion() ? type.types : [type];
    const given = members.filter((one) => !isOptional || (one.flags & ts.TypeFlags.Undefined) === 0);
    return { ...this.described(symbol), ...this.unionOf(given) };
  }

  private described(symbol: ts.Symbol): Pick<Schema, 'description'> {
    const text = ts
      .displayPartsToString(symbol.getDocumentationComment(this.checker))
      .replace(/\s+/g, ' ')
      .trim();
    return text === '' ? {} : { description: text };
  }
}
