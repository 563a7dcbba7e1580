import type Handlebars from 'handlebars';
import { finding } from '../model/finding.ts';
import { packageRoot } from './assets.ts';
import { UncleanMarkup } from './clean-markup.ts';
import { bodyCalls, renderBody, type PartCall, type WithBody } from './html-body.ts';
import { checkTemplate } from './html-check.ts';
import { COMPILE_OPTIONS } from './html-compile.ts';
import type { Engine } from './html-engine.ts';
import { SHIPPED } from './html-shipped.ts';
import { TemplateError } from './template-error.ts';
import { withOwnTemplates, type OwnTemplates } from './own-templates.ts';
import { readTemplate, rootPart, type PageName, type TemplateStyle } from './template-source.ts';

/** What a page has beside its view: its content policy and its style sheet. */
export interface PageFrame {
  readonly csp: string;
  readonly style: object;
}

/** A report's markup without the document around it. */
export interface PageContent {
  readonly opening: string;
  readonly body: string;
}

/** A template that is ready to be filled. */
export interface PageTemplate {
  readonly style: TemplateStyle;
  /** Returns the page. Throws a TemplateError where the template does not fit the view. */
  fill(view: WithBody, frame: PageFrame): string;
  /** Returns what stands inside of the page, to be put into another. Throws as `fill` does. */
  content(view: WithBody): PageContent;
}

/**
 * Returns a template: compiled ahead where the program is built, else read, checked against its view and compiled. One with
 * parts of a council's own is checked and compiled always; then the engine must be one that can.
 */
export function pageTemplate(engine: Engine, name: PageName, own: OwnTemplates | undefined): PageTemplate {
  const shipped = SHIPPED[name];
  if (shipped === undefined || own !== undefined) return fromSource(engine, name, own);
  for (const [part, specification] of Object.entries(shipped.parts))
    engine.registerPartial(part, engine.template(specification));
  return ready(engine, name, shipped.style, () => undefined);
}

function fromSource(engine: Engine, name: PageName, own: OwnTemplates | undefined): PageTemplate {
  const shipped = readTemplate(name, packageRoot());
  const { parts, style } = own === undefined ? shipped : withOwnTemplates(shipped, own);
  const template = ready(engine, name, style, (view) => {
    const whole = { ...view, page: { csp: '', style: '', body: '' } };
    const findings = checkTemplate(engine, parts, whole, bodyCalls(view), rootPart(name));
    if (findings.length > 0) throw new TemplateError(findings);
    for (const part of parts) engine.registerPartial(part.name, engine.compile(part.text, COMPILE_OPTIONS));
  });
  return own === undefined ? template : guarded(template);
}

/** A council's template that the check passed and the engine does not fill is the template's fault, not the program's. */
function guarded(template: PageTemplate): PageTemplate {
  const filled = <T>(make: () => T): T => {
    try {
      return make();
    } catch (error) {
      if (error instanceof TemplateError || error instanceof UncleanMarkup || !(error instanceof Error))
        throw error;
      throw new TemplateError([finding('E502', `the templates cannot be filled: ${error.message}`)]);
    }
  };
  return {
    style: template.style,
    fill: (view, frame) => filled(() => template.fill(view, frame)),
    content: (view) => filled(() => template.content(view)),
  };
}

function ready(
  engine: Engine,
  name: PageName,
  style: TemplateStyle,
  prepare: (view: WithBody) => void,
): PageTemplate {
  const fill = ({ part, context }: PartCall): string => partial(engine, part)(context);
  const asMarkup = (markup: string): object => new engine.SafeString(markup);
  return {
    style,
    fill: (view, frame) => {
      prepare(view);
      const body = asMarkup(renderBody(view, fill, asMarkup));
      return fill({ part: rootPart(name), context: { ...view, page: { ...frame, body } } });
    },
    content: (view) => {
      prepare(view);
      return { opening: fill({ part: 'opening', context: view }), body: renderBody(view, fill, asMarkup) };
    },
  };
}

function partial(engine: Engine, name: string): Handlebars.TemplateDelegate {
  const found: unknown = engine.partials[name];
  if (typeof found !== 'function') throw new TypeError(`a template without its part "${name}"`);
  return found as Handlebars.TemplateDelegate;
}
