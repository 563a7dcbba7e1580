import type { BodySection } from '../report/view-body.ts';

/** A partial and what it prints. */
export interface PartCall {
  readonly part: string;
  readonly context: object;
}

/** A view with the sections of its page. */
export interface WithBody {
  readonly body: readonly BodySection[];
}

/** Prints one partial. What it returns is markup. */
export type FillPart = (call: PartCall) => string;

/** Wraps markup so that a template prints it as it is. */
export type AsMarkup = (markup: string) => object;

/**
 * Returns the sections of the page in their order: each is its paragraphs in the partial `section`, each of those its parts
 * in `paragraph`, and each part is in `part` under its heading.
 */
export function renderBody(view: WithBody, fill: FillPart, asMarkup: AsMarkup): string {
  return view.body
    .map((section) => {
      const paragraphs = section.paragraphs.map((paragraph) => {
        const parts = paragraph.parts.map(({ part, heading, context }) =>
          fill({
            part: 'part',
            context: { heading, body: asMarkup(fill({ part, context: context ?? view })) },
          }),
        );
        return fill({ part: 'paragraph', context: { ...paragraph, body: asMarkup(parts.join('')) } });
      });
      return fill({ part: 'section', context: { ...section, body: asMarkup(paragraphs.join('')) } });
    })
    .join('');
}

/** Returns every partial that the sections of the page are printed with, so that each can be checked. */
export function bodyCalls(view: WithBody): PartCall[] {
  const calls: PartCall[] = [];
  renderBody(
    view,
    (call) => {
      calls.push(call);
      return '';
    },
    (markup) => ({ toHTML: () => markup }),
  );
  return calls;
}
