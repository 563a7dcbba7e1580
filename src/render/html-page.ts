import type Handlebars from 'handlebars';
import { bodyCalls, renderBody, type PartCall, type WithBody } from './html-body.ts';
import { checkTemplate } from './html-check.ts';
import { COMPILE_OPTIONS } from './html-compile.ts';
import { SHIPPED } from './html-shipped.ts';
import { packageRoot } from './assets.ts';
import type { TemplateName } from '../model/templates.ts';
import { readTemplate } from './template-source.ts';
import { TemplateError } from './template-error.ts';

type Engine = typeof Handlebars;

/** What a page has beside its view: its content policy and its style sheet. */
export interface PageFrame {
  readonly csp: string;
  readonly style: object;
}

/** A template that is ready to be filled. */
export interface PageTemplate {
  readonly style: string;
  /** Returns the page. Throws a TemplateError where the template does not fit the view. */
  fill(view: WithBody, frame: PageFrame): string;
}

/** Returns a template: compiled ahead where the program is built, else read, checked against its view and compiled. */
export function pageTemplate(engine: Engine, name: TemplateName): PageTemplate {
  const shipped = SHIPPED[name];
  if (shipped === undefined) return fromSource(engine, name);
  for (const [part, specification] of Object.entries(shipped.parts))
    engine.registerPartial(part, engine.template(specification));
  return { style: shipped.style, fill: (view, frame) => page(engine, view, frame) };
}

function fromSource(engine: Engine, name: TemplateName): PageTemplate {
  const { parts, style } = readTemplate(name, packageRoot());
  return {
    style,
    fill: (view, frame) => {
      const whole = { ...view, page: { ...frame, body: '' } };
      const findings = checkTemplate(engine, parts, whole, bodyCalls(view));
      if (findings.length > 0) throw new TemplateError(findings);
      for (const part of parts) engine.registerPartial(part.name, engine.compile(part.text, COMPILE_OPTIONS));
      return page(engine, view, frame);
    },
  };
}

function page(engine: Engine, view: WithBody, frame: PageFrame): string {
  const fill = ({ part, context }: PartCall): string => partial(engine, part)(context);
  const asMarkup = (markup: string): object => new engine.SafeString(markup);
  const body = asMarkup(renderBody(view, fill, asMarkup));
  return fill({ part: 'report', context: { ...view, page: { ...frame, body } } });
}

function partial(engine: Engine, name: string): Handlebars.TemplateDelegate {
  const found: unknown = engine.partials[name];
  if (typeof found !== 'function') throw new TypeError(`a template without its part "${name}"`);
  return found as Handlebars.TemplateDelegate;
}
