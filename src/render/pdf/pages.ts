import { pdfObject } from './object.ts';

/**
 * Returns the pages, counted from 1, on which the places stand that links of a document lead to, by id. Only for PDFs as
 * Chrome writes them. Empty where nothing links.
 */
export function pagesOfLinks(bytes: Uint8Array): ReadonlyMap<string, number> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const trailer = file.slice(file.lastIndexOf('trailer'));
  const root = pdfObject(file, trailer, 'Root')?.text;
  const places = root === undefined ? undefined : pdfObject(file, root, 'Dests')?.text;
  if (root === undefined || places === undefined) return new Map();
  const pages = new Map(pageObjects(file, root, 'Pages').map((object, index) => [object, index + 1]));
  const found = [...places.matchAll(/\/([^\s/[\]<>()]+) \[ ?(\d+) 0 R/g)].flatMap(
    ([, name = '', object = '']) => {
      const page = pages.get(object);
      return page === undefined ? [] : [[nameText(name), page] as const];
    },
  );
  return new Map(found);
}

/** Returns the numbers of the page objects in order: a tree of nodes, whose leaves are the pages. */
function pageObjects(file: string, owner: string, key: string): string[] {
  const node = pdfObject(file, owner, key)?.text ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(node)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, number = '']) => {
    const kid = `/Kid ${number} 0 R`;
    const isNode = /\/Type \/Pages\b/.test(pdfObject(file, kid, 'Kid')?.text ?? '');
    return isNode ? pageObjects(file, kid, 'Kid') : [number];
  });
}

/** Names are written with `#20` for what cannot stand in one, in UTF-8. */
function nameText(name: string): string {
  const bytes = name.replace(/#([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
