import {
  joined,
  type PageName,
  type TemplatePart,
  type TemplateSheet,
  type TemplateSource,
} from './template-source.ts';

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

/** A style sheet that takes the place of the shipped one of its name, or else follows those that ship. */
export interface OwnSheet {
  readonly page: PageName | undefined;
  readonly name: string;
  readonly text: string;
}

/** Returns a template with a council's parts in the place of those that ship, and its styles after theirs. */
export function withOwnTemplates(shipped: TemplateSource, own: OwnTemplates): TemplateSource {
  const forAll = own.parts.filter(
    (part) =>
      part.page === undefined &&
      shipped.parts.some((one) => one.name === part.name) &&
      !shipped.kept.includes(part.name),
  );
  const forThis = own.parts.filter((part) => part.page === shipped.name);
  const parts = new Map([...shipped.parts, ...forAll, ...forThis].map((part) => [part.name, part]));
  const [ofAll, ofThis] = [
    replaced(shipped.sheets.shared, own, undefined),
    replaced(shipped.sheets.own, own, shipped.name),
  ];
  return {
    ...shipped,
    parts: [...parts.values()],
    style: { shared: ofAll.style, own: ofThis.style, custom: ofAll.custom, customOwn: ofThis.custom },
  };
}

/** Returns the style sheets of a folder with a council's in the place of those of their name, and the others that it has. */
function replaced(
  shipped: readonly TemplateSheet[],
  { sheets }: OwnTemplates,
  page: PageName | undefined,
): { readonly style: string; readonly custom: string } {
  const own = sheets.filter((one) => one.page === page);
  const others = own.filter((one) => !shipped.some(({ name }) => name === one.name));
  return {
    style: joined(
      shipped.map((one) => ({ ...one, text: own.find(({ name }) => name === one.name)?.text ?? one.text })),
    ),
    custom: others.map((one) => `${one.text}\n`).join(''),
  };
}
