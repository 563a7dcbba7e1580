import type Handlebars from 'handlebars';
import { checkTemplate } from './html-check.ts';
import { COMPILE_OPTIONS } from './html-compile.ts';
import { SHIPPED } from './html-shipped.ts';
import { packageRoot } from './assets.ts';
import type { TemplateName } from '../model/templates.ts';
import { readTemplate } from './template-source.ts';
import { TemplateError } from './template-error.ts';

type Engine = typeof Handlebars;

/** A template that is ready to be filled. */
export interface PageTemplate {
  readonly style: string;
  /** Returns the page. Throws a TemplateError where the template does not fit the context. */
  fill(context: object): string;
}

/** Returns a template: compiled ahead where the program is built, else read, checked against its context and compiled. */
export function pageTemplate(engine: Engine, name: TemplateName): PageTemplate {
  const shipped = SHIPPED[name];
  if (shipped === undefined) return fromSource(engine, name);
  for (const [part, specification] of Object.entries(shipped.parts))
    engine.registerPartial(part, engine.template(specification));
  return { style: shipped.style, fill: (context) => report(engine)(context) };
}

function fromSource(engine: Engine, name: TemplateName): PageTemplate {
  const { parts, style } = readTemplate(name, packageRoot());
  return {
    style,
    fill: (context) => {
      const findings = checkTemplate(engine, parts, context);
      if (findings.length > 0) throw new TemplateError(findings);
      for (const part of parts) engine.registerPartial(part.name, engine.compile(part.text, COMPILE_OPTIONS));
      return report(engine)(context);
    },
  };
}

function report(engine: Engine): Handlebars.TemplateDelegate {
  const partial: unknown = engine.partials['report'];
  if (typeof partial !== 'function') throw new TypeError('a template without its part "report"');
  return partial as Handlebars.TemplateDelegate;
}
