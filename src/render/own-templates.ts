import type { TemplatePart, TemplateSource, PageName } from './template-source.ts';

/** A council's own parts of templates and styles, read from its folder. */
export interface OwnTemplates {
  readonly parts: readonly OwnPart[];
  /** In order of file. */
  readonly sheets: readonly OwnSheet[];
  /** Gives the text of a line of one of the files, for messages. */
  readonly lineOf: (file: string, line: number) => string | undefined;
}

/** A part that takes the place of the shipped one of its name: on one page alone, or on every page that has it. */
export interface OwnPart extends TemplatePart {
  readonly page: PageName | undefined;
}

export interface OwnSheet {
  readonly page: PageName | undefined;
  readonly text: string;
}

/** Returns a template with a council's parts in the place of those that ship, and its styles after theirs. */
export function withOwnTemplates(shipped: TemplateSource, own: OwnTemplates): TemplateSource {
  const forAll = own.parts.filter(
    (part) => part.page === undefined && shipped.parts.some((one) => one.name === part.name),
  );
  const forThis = own.parts.filter((part) => part.page === shipped.name);
  const parts = new Map([...shipped.parts, ...forAll, ...forThis].map((part) => [part.name, part]));
  const sheets = (page: PageName | undefined): string =>
    own.sheets
      .filter((one) => one.page === page)
      .map((one) => `${one.text}\n`)
      .join('');
  return {
    name: shipped.name,
    parts: [...parts.values()],
    style: { ...shipped.style, custom: sheets(undefined), customOwn: sheets(shipped.name) },
  };
}
