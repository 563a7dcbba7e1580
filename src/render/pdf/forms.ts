import { PDFRawStream, type PDFDict } from '@cantoo/pdf-lib';
import { eachOperation, operandsOf, showsText } from './content-operations.ts';
import { dictAt, nameAt, streamText } from './objects.ts';

/**
 * Returns every form that a page paints, in forms too, each once: the browser paints what a style sheet makes transparent,
 * filters or blends as a form, with its text and the fonts of it.
 */
export function formsOf(page: PDFDict): PDFRawStream[] {
  const found = new Set<PDFRawStream>();
  const add = (owner: PDFDict): void => {
    for (const form of namedForms(dictAt(owner, 'Resources')).values()) {
      if (found.has(form)) continue;
      found.add(form);
      add(form.dict);
    }
  };
  add(page);
  return [...found];
}

/** Returns, of the name of what a page paints, whether it is a form with text or tagged content, in forms within it too. */
export function formsWithContent(page: PDFDict): (name: string) => boolean {
  const forms = namedForms(dictAt(page, 'Resources'));
  const known = new Map<string, boolean>();
  return (name) => {
    const form = forms.get(name);
    if (form === undefined) return false;
    const holds = known.get(name) ?? holdsContent(form, new Set());
    known.set(name, holds);
    return holds;
  };
}

/** Returns, of the name of what a page paints, whether it is a picture, or a form with one in it. */
export function paintsPicture(page: PDFDict): (name: string) => boolean {
  const objects = namedObjects(dictAt(page, 'Resources'));
  return (name) => holdsPicture(objects.get(name), new Set());
}

function holdsPicture(object: PDFRawStream | undefined, seen: Set<PDFRawStream>): boolean {
  if (object === undefined || seen.has(object)) return false;
  seen.add(object);
  if (nameAt(object.dict, 'Subtype') === 'Image') return true;
  return [...namedObjects(dictAt(object.dict, 'Resources')).values()].some((one) => holdsPicture(one, seen));
}

function holdsContent(form: PDFRawStream, seen: Set<PDFRawStream>): boolean {
  if (seen.has(form)) return false;
  seen.add(form);
  const within = namedForms(dictAt(form.dict, 'Resources'));
  let holds = false;
  eachOperation(streamText(form), (operation) => {
    if (holds) return;
    if (operation.name === 'BDC') holds = operandsOf(operation).includes('/MCID');
    else if (operation.name === 'Do') {
      const inner = within.get(operation.operand(0).slice(1));
      holds = inner !== undefined && holdsContent(inner, seen);
    } else holds = showsText(operation);
  });
  return holds;
}

function namedForms(resources: PDFDict | undefined): ReadonlyMap<string, PDFRawStream> {
  const forms = [...namedObjects(resources)];
  return new Map(forms.filter(([, { dict }]) => nameAt(dict, 'Subtype') === 'Form'));
}

/** Returns what content can paint by name: pictures and forms. */
function namedObjects(resources: PDFDict | undefined): ReadonlyMap<string, PDFRawStream> {
  const objects = new Map<string, PDFRawStream>();
  for (const [name, value] of dictAt(resources, 'XObject')?.entries() ?? []) {
    const stream = resources?.context.lookup(value);
    if (stream instanceof PDFRawStream) objects.set(name.decodeText(), stream);
  }
  return objects;
}
