import { PDFArray, PDFDict, PDFNumber, PDFRef, type PDFObject } from '@cantoo/pdf-lib';
import { pathOf, type Examined } from './examined.ts';
import { arrayAt, dictAt, nameAt, numberAt, textAt } from './objects.ts';
import { markOf } from './page.ts';
import type { Loose } from './painted.ts';
import { FORM_IN_ARTIFACT } from './survey.ts';
import { DOCUMENT, type PdfRule, type Wrong } from './rule.ts';

const ARTIFACT_IN_CONTENT = 'an artifact within tagged content';
const CONTENT_IN_ARTIFACT = 'tagged content within an artifact';
const OF_OTHER_RULES = new Set([ARTIFACT_IN_CONTENT, CONTENT_IN_ARTIFACT, FORM_IN_ARTIFACT]);
const GROUP = 'what a style sheet has painted as a group (by opacity or blending)';
const PICTURE = 'a picture, which may be text that a style sheet filters,';

/** Returns what is said of the nesting of pages' content, as far as it is told. */
function nesting({ pages }: Examined, isMeant: (what: string) => boolean): Wrong[] {
  return pages.flatMap(({ survey }, index) =>
    [...new Set(survey.faults)].filter(isMeant).map((what) => ({ what, where: `page ${index + 1}` })),
  );
}

function nameOf({ isText, isForm, isPicture }: Loose): string {
  if (isForm === true) return GROUP;
  if (isPicture === true) return PICTURE;
  return isText ? 'text' : 'a drawing';
}

/** Rules on what the pages paint, and on how the tree and the pages point at each other. */
export const CONTENT_RULES: readonly PdfRule[] = [
  {
    name: 'all-marked',
    checkpoint: '01-005',
    says: 'All that a page paints is in the tree or an artifact.',
    check: ({ pages }) =>
      pages.flatMap(({ survey }, index) =>
        survey.loose.map((one) => ({
          what: `${nameOf(one)} is neither tagged nor an artifact`,
          where: `page ${index + 1}`,
        })),
      ),
  },
  {
    name: 'artifact-in-content',
    checkpoint: '01-003',
    says: 'No artifact is within tagged content.',
    check: (paper) => nesting(paper, (what) => what === ARTIFACT_IN_CONTENT),
  },
  {
    name: 'content-in-artifact',
    checkpoint: '01-004',
    says: 'No tagged content is within an artifact.',
    check: (paper) => nesting(paper, (what) => what === CONTENT_IN_ARTIFACT),
  },
  {
    name: 'groups-kept',
    says: 'No text that is painted as a group, as opacity and blending have it, is an artifact.',
    check: (paper) => nesting(paper, (what) => what === FORM_IN_ARTIFACT),
  },
  {
    name: 'nesting',
    says: 'Marked content, text objects and saved states begin and end within each other.',
    check: (paper) => nesting(paper, (what) => !OF_OTHER_RULES.has(what)),
  },
  {
    name: 'parent-tree',
    says: 'Each content of the tree is on its page, and each page and annotation says to which element it belongs.',
    check: parentTreeFaults,
  },
  {
    name: 'link-in-tree',
    checkpoint: '28-011',
    says: 'Every link belongs to a Link element.',
    check: (paper) => {
      const owners = new Map(
        paper.nodes.flatMap((node) =>
          node.element.kids.flatMap((kid) =>
            kid.kind === 'object' && kid.ref ? [[kid.ref, node] as const] : [],
          ),
        ),
      );
      return annotationsOf(paper).flatMap(({ ref, dict, where }) => {
        const owner = ref === undefined ? undefined : owners.get(ref);
        if (owner === undefined) return [{ what: 'an annotation is not in the tree', where }];
        const isRight = nameAt(dict, 'Subtype') !== 'Link' || owner.type === 'Link';
        return isRight ? [] : [{ what: 'a link is not within a Link element', where: pathOf(owner) }];
      });
    },
  },
  {
    name: 'link-contents',
    checkpoint: '28-004, 28-012',
    says: 'Every link says in words where it leads.',
    check: (paper) =>
      annotationsOf(paper).flatMap(({ dict, where }) =>
        (textAt(dict, 'Contents') ?? '').trim() === ''
          ? [{ what: 'an annotation does not say in words what it is', where }]
          : [],
      ),
  },
  {
    name: 'tab-order',
    checkpoint: '28-008, 28-009',
    says: 'On a page with annotations the keyboard goes through them in the order of the tree.',
    check: ({ pages }) =>
      pages.flatMap(({ dict }, index) =>
        (arrayAt(dict, 'Annots')?.size() ?? 0) > 0 && nameAt(dict, 'Tabs') !== 'S'
          ? [{ what: 'the order of the keyboard is not that of the tree', where: `page ${index + 1}` }]
          : [],
      ),
  },
];

interface Annotation {
  readonly ref: PDFRef | undefined;
  readonly dict: PDFDict;
  readonly where: string;
}

function annotationsOf({ pages }: Examined): Annotation[] {
  return pages.flatMap(({ dict }, index) =>
    (arrayAt(dict, 'Annots')?.asArray() ?? []).flatMap((written) => {
      const annotation = dict.context.lookup(written);
      if (!(annotation instanceof PDFDict)) return [];
      return [
        {
          ref: written instanceof PDFRef ? written : undefined,
          dict: annotation,
          where: `page ${index + 1}`,
        },
      ];
    }),
  );
}

function parentTreeFaults(paper: Examined): readonly Wrong[] {
  const { pages, nodes, catalog } = paper;
  const entries = new Map<number, PDFObject>();
  readNumbers(dictAt(dictAt(catalog, 'StructTreeRoot'), 'ParentTree'), entries, 0);
  const faults: Wrong[] = [];
  const held = pages.map(() => new Set<number>());
  for (const node of nodes)
    for (const kid of node.element.kids) {
      if (kid.kind === 'element') continue;
      if (kid.kind === 'object') {
        const annotation = paper.context.lookup(kid.ref);
        const key = annotation instanceof PDFDict ? numberAt(annotation, 'StructParent') : undefined;
        if (key === undefined || entries.get(key) !== node.element.ref)
          faults.push({ what: 'an annotation does not name its element', where: pathOf(node) });
        continue;
      }
      const key = numberAt(pages[kid.page]?.dict, 'StructParents');
      const list = key === undefined ? undefined : paper.context.lookup(entries.get(key));
      const owner = list instanceof PDFArray && kid.mcid < list.size() ? list.get(kid.mcid) : undefined;
      if (markOf(pages, kid) === undefined)
        faults.push({ what: `content ${kid.mcid} is not on page ${kid.page + 1}`, where: pathOf(node) });
      if (owner === undefined || owner !== node.element.ref)
        faults.push({
          what: `page ${kid.page + 1} gives content ${kid.mcid} to another element`,
          where: pathOf(node),
        });
      held[kid.page]?.add(kid.mcid);
    }
  for (const [index, { survey }] of pages.entries())
    for (const { mcid } of survey.marks)
      if (held[index]?.has(mcid) !== true)
        faults.push({ what: `content ${mcid} belongs to no element`, where: `page ${index + 1}` });
  if (nodes.length === 0) faults.push({ what: 'there is no tree', where: DOCUMENT });
  return faults;
}

/** Reads a number tree; deeper than ten levels there is a circle. */
function readNumbers(node: PDFDict | undefined, entries: Map<number, PDFObject>, depth: number): void {
  if (node === undefined || depth > 10) return;
  const numbers = arrayAt(node, 'Nums')?.asArray() ?? [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [key, value] = [node.context.lookup(numbers[at]), numbers[at + 1]];
    if (key instanceof PDFNumber && value !== undefined) entries.set(key.asNumber(), value);
  }
  for (const kid of arrayAt(node, 'Kids')?.asArray() ?? []) {
    const dict = node.context.lookup(kid);
    if (dict instanceof PDFDict) readNumbers(dict, entries, depth + 1);
  }
}
