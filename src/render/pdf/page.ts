import type { PDFContext, PDFDict, PDFRef } from '@cantoo/pdf-lib';
import { fontsOf, type Font } from './fonts.ts';
import { formsWithContent, paintsPicture } from './forms.ts';
import { contentOf, pagesOf } from './objects.ts';
import { textOfRuns } from './run-text.ts';
import type { Mark, Survey, SurveyOptions } from './painted.ts';
import { surveyContent } from './survey.ts';
import { marksOf, type MarkedKid, type StructElement } from './tree.ts';

/** A page of a document with what it paints. */
export interface Page {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly content: string;
  readonly survey: Survey;
  /** What bears the number of an element's content, by number. */
  readonly marks: ReadonlyMap<number, Mark>;
}

/** Returns the pages of a document in order. The text is read of the marks that are named, by page. */
export function readPages(
  context: PDFContext,
  refs: readonly { readonly ref: PDFRef; readonly dict: PDFDict }[] = pagesOf(context),
  wanted: readonly ReadonlySet<number>[] = [],
): Page[] {
  const known = new Map<PDFDict, Font>();
  return refs.map(({ ref, dict }, index) => {
    const named = wanted[index];
    const fonts = fontsOf(dict, known);
    const isWanted = (mcid: number): boolean => named?.has(mcid) === true;
    return pageWith(ref, dict, contentOf(dict), { fonts, wanted: isWanted });
  });
}

/**
 * Returns the pages of a document in order, without where anything stands on them: of the text, only which strings they
 * show. `contents` stand for what is not yet in the file.
 */
export function readNesting(context: PDFContext, contents: readonly string[] = []): Page[] {
  return pagesOf(context).map(({ ref, dict }, index) =>
    pageWith(ref, dict, contents[index] ?? contentOf(dict), { isPlaced: false, keepsShown: true }),
  );
}

function pageWith(ref: PDFRef, dict: PDFDict, content: string, options: SurveyOptions): Page {
  const survey = surveyContent(content, {
    ...options,
    isForm: formsWithContent(dict),
    isPicture: paintsPicture(dict),
  });
  return { ref, dict, content, survey, marks: new Map(survey.marks.map((mark) => [mark.mcid, mark])) };
}

/** Returns what a kid of an element paints, or undefined where the page has no such content. */
export function markOf(pages: readonly Page[], kid: MarkedKid): Mark | undefined {
  return pages[kid.page]?.marks.get(kid.mcid);
}

/** Returns the text of an element and of those within it, in one line. Only of marks that were named to `readPages`. */
export function textOfElement(pages: readonly Page[], element: StructElement): string {
  return textOfRuns(marksOf(element).flatMap((kid) => markOf(pages, kid)?.runs ?? []));
}
