import { PDFDict, PDFRawStream, PDFName, type PDFContext } from '@cantoo/pdf-lib';
import { catalogOf, dictAt, nameAt } from './objects.ts';
import { readNesting, type Page } from './page.ts';
import { readTree, type Kid, type StructElement } from './tree.ts';

/** An element of a PDF's tree with its place in it. */
export interface Node {
  readonly element: StructElement;
  /** The kind of PDF 1.7 that its own kind is mapped to, or its own. */
  readonly type: string;
  readonly parent: Node | undefined;
  readonly nodes: readonly Node[];
}

/** A PDF as the rules look at it. */
export interface Examined {
  readonly context: PDFContext;
  readonly catalog: PDFDict | undefined;
  readonly info: PDFDict | undefined;
  readonly pages: readonly Page[];
  /** Every element, each before those within it. */
  readonly nodes: readonly Node[];
  /** The metadata packet; empty where there is none. */
  readonly xmp: string;
}

/** Returns what the rules look at. `contents` stand for what the pages paint where that is not yet in the file. */
export function examine(context: PDFContext, contents?: readonly string[]): Examined {
  const catalog = catalogOf(context);
  const info = context.lookup(context.trailerInfo.Info);
  const pages = readNesting(context, contents);
  const roles = dictAt(dictAt(catalog, 'StructTreeRoot'), 'RoleMap');
  const nodes: Node[] = [];
  const add = (kids: readonly Kid[], parent: Node | undefined): Node[] =>
    kids.flatMap((element) => {
      if (element.kind !== 'element') return [];
      const within: Node[] = [];
      const node: Node = { element, type: mappedType(roles, element.type), parent, nodes: within };
      nodes.push(node);
      within.push(...add(element.kids, node));
      return [node];
    });
  add(readTree(context, pages), undefined);
  const metadata = catalog?.lookup(PDFName.of('Metadata'));
  const xmp = metadata instanceof PDFRawStream ? new TextDecoder().decode(metadata.contents) : '';
  return { context, catalog, info: info instanceof PDFDict ? info : undefined, pages, nodes, xmp };
}

/** Returns the kind at the end of a role map's chain, or the kind itself; one in a circle is none of PDF 1.7. */
function mappedType(roles: PDFDict | undefined, type: string): string {
  let mapped = type;
  for (let step = 0; step < 10; step += 1) {
    const next = nameAt(roles, mapped);
    if (next === undefined) return mapped;
    mapped = next;
  }
  return '';
}

/** Returns where an element stands in the tree: `Document/Table[2]/TR[1]`. */
export function pathOf({ element, parent }: Node): string {
  if (parent === undefined) return element.type;
  const same = parent.nodes.filter((one) => one.element.type === element.type);
  const index = same.findIndex((one) => one.element === element) + 1;
  return `${pathOf(parent)}/${element.type}${same.length > 1 ? `[${index}]` : ''}`;
}
