import ts from 'typescript';

/** Returns the types of source files as the project compiles them. It takes the compiler a few seconds to make. */
export function typeProgram(sources: readonly string[]): ts.Program {
  return ts.createProgram([...sources], {
    strict: true,
    exactOptionalPropertyTypes: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
  });
}
