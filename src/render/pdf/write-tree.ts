import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFContext,
  type PDFObject,
} from '@cantoo/pdf-lib';
import type { Page } from './page.ts';
import { asName, catalogOf, dictAt, itemsAt, keyOf, nameAt, numberAt } from './objects.ts';
import { elementsOf, type Kid, type StructElement } from './tree.ts';

/** Kinds of HTML that PDF 1.7 does not know, and the kind that each is. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['Strong', 'Span'],
  ['Em', 'Span'],
  ['Sub', 'Span'],
  ['Title', 'P'],
  ['Aside', 'Sect'],
  ['FENote', 'Note'],
]);

/** Puts a tree into the file in place of the one that it was read from, with the way back from each page and annotation. */
export function writeTree(
  context: PDFContext,
  before: readonly StructElement[],
  top: readonly StructElement[],
  pages: readonly Page[],
): void {
  const root = dictAt(catalogOf(context), 'StructTreeRoot');
  const rootRef = root && context.getObjectRef(root);
  if (root === undefined || rootRef === undefined) return;
  const elements = elementsOf(top);
  for (const element of elements) element.ref ??= context.register(element.dict);
  const kept = new Set(elements.map(({ dict }) => dict));
  for (const { ref, dict } of before) if (ref !== undefined && !kept.has(dict)) context.delete(ref);
  for (const element of top) writeElement(element, rootRef, pages);
  root.set(
    keyOf('K'),
    oneOrMore(
      context,
      top.flatMap(({ ref }) => ref ?? []),
    ),
  );
  writeParentTree(context, root, top, pages);
  writeRoles(context, root, elements);
}

function writeElement(element: StructElement, parent: PDFRef, pages: readonly Page[]): void {
  const { dict, ref, kids } = element;
  const { context } = dict;
  const page = kids.find((kid) => kid.kind !== 'element')?.page;
  const pageRef = page === undefined ? undefined : pages[page]?.ref;
  dict.set(keyOf('S'), PDFName.of(element.type));
  dict.set(keyOf('P'), parent);
  if (pageRef === undefined) dict.delete(keyOf('Pg'));
  else dict.set(keyOf('Pg'), pageRef);
  mergeAttributes(dict);
  const written = kids.flatMap((kid) => kidObject(context, kid, page, pages) ?? []);
  if (written.length === 0) dict.delete(keyOf('K'));
  else dict.set(keyOf('K'), oneOrMore(context, written));
  if (ref === undefined) return;
  for (const kid of kids) if (kid.kind === 'element') writeElement(kid, ref, pages);
}

function kidObject(
  context: PDFContext,
  kid: Kid,
  page: number | undefined,
  pages: readonly Page[],
): PDFObject | undefined {
  if (kid.kind === 'element') return kid.ref;
  const pageRef = pages[kid.page]?.ref;
  if (kid.kind === 'mark' && kid.page === page) return PDFNumber.of(kid.mcid);
  if (kid.kind === 'mark') return context.obj({ Type: 'MCR', Pg: pageRef, MCID: kid.mcid });
  return context.obj({ Type: 'OBJR', Obj: kid.ref, ...(kid.page !== page && { Pg: pageRef }) });
}

function oneOrMore(context: PDFContext, objects: readonly PDFObject[]): PDFObject {
  const [first, ...more] = objects;
  return first !== undefined && more.length === 0 ? first : context.obj([...objects]);
}

/** The browser writes one dictionary an attribute, and spans of one cell, which say nothing. */
function mergeAttributes(dict: PDFDict): void {
  const written = dict.lookup(keyOf('A'));
  if (!(written instanceof PDFArray)) return;
  const parts = itemsAt(dict, 'A').filter((one) => one instanceof PDFDict);
  const owners = new Set(parts.map((part) => nameAt(part, 'O')));
  if (parts.length !== written.size() || owners.size !== 1) return;
  const merged = PDFDict.withContext(dict.context);
  for (const part of parts)
    for (const [key, value] of part.entries()) {
      const isSpan = key === keyOf('RowSpan') || key === keyOf('ColSpan');
      if (!isSpan || numberAt(part, asName(key) ?? '') !== 1) merged.set(key, value);
    }
  if (merged.keys().length > 1) dict.set(keyOf('A'), merged);
  else dict.delete(keyOf('A'));
}

function writeParentTree(
  context: PDFContext,
  root: PDFDict,
  top: readonly StructElement[],
  pages: readonly Page[],
): void {
  const entries: PDFObject[] = [];
  const owners = pages.map((): PDFRef[] => []);
  const annotations: [PDFRef, PDFRef][] = [];
  for (const { ref, kids } of elementsOf(top))
    for (const kid of kids) {
      if (ref === undefined || kid.kind === 'element') continue;
      if (kid.kind === 'mark') (owners[kid.page] ?? [])[kid.mcid] = ref;
      else if (kid.ref !== undefined) annotations.push([kid.ref, ref]);
    }
  let next = 0;
  for (const [index, { dict }] of pages.entries()) {
    const list = owners[index] ?? [];
    if (list.length === 0) {
      dict.delete(keyOf('StructParents'));
      continue;
    }
    dict.set(keyOf('StructParents'), PDFNumber.of(next));
    entries.push(PDFNumber.of(next), context.register(context.obj([...list])));
    next += 1;
  }
  for (const [annotation, element] of annotations) {
    const dict = context.lookup(annotation);
    if (!(dict instanceof PDFDict)) continue;
    dict.set(keyOf('StructParent'), PDFNumber.of(next));
    entries.push(PDFNumber.of(next), element);
    next += 1;
  }
  deleteNodes(context, root.get(keyOf('ParentTree')));
  root.set(keyOf('ParentTree'), context.register(context.obj({ Nums: entries })));
  root.set(keyOf('ParentTreeNextKey'), PDFNumber.of(next));
}

/** Takes a number tree out of the file: its nodes and the lists in them. */
function deleteNodes(context: PDFContext, node: PDFObject | undefined): void {
  const dict = context.lookup(node);
  if (!(dict instanceof PDFDict)) return;
  const lists = [...rawItems(dict, 'Nums')].filter((one) => context.lookup(one) instanceof PDFArray);
  for (const kid of rawItems(dict, 'Kids')) deleteNodes(context, kid);
  for (const one of [node, ...lists]) if (one instanceof PDFRef) context.delete(one);
}

function rawItems(dict: PDFDict, key: string): PDFObject[] {
  const found = dict.lookup(PDFName.of(key));
  return found instanceof PDFArray ? found.asArray() : [];
}

function writeRoles(context: PDFContext, root: PDFDict, elements: readonly StructElement[]): void {
  const roles = dictAt(root, 'RoleMap') ?? PDFDict.withContext(context);
  for (const type of [...new Set(elements.map((element) => element.type))].sort()) {
    const role = ROLES.get(type);
    if (role !== undefined && !roles.has(PDFName.of(type))) roles.set(PDFName.of(type), PDFName.of(role));
  }
  if (roles.keys().length > 0) root.set(keyOf('RoleMap'), roles);
}
