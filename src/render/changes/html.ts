import { changesPaper } from '../../compare/paper/changes-paper.ts';
import type { ChangesPaper } from '../../compare/paper/paper.ts';
import type { ChangesView } from '../../compare/view.ts';
import { glossaryOf, type Abbreviated } from '../../report/abbreviations.ts';
import type { Report } from '../../report/report.ts';
import { withAbbreviations } from '../abbreviations.ts';
import { fontFaces } from '../assets.ts';
import { withoutControls } from '../controls.ts';
import { withEngines, type NewEngine } from '../html-engine.ts';
import { contentPolicy, headlessRule, runningRule } from '../html-frame.ts';
import { pageTemplate } from '../html-page.ts';
import { themeRules } from '../html-theme.ts';
import { styleText } from '../template-source.ts';
import { pageOf } from './html-page-view.ts';
import { printWidth, runningText } from './html-width.ts';

/**
 * Returns what changed as one self-contained HTML document, which prints on one or two sheets of A4: no script, no request,
 * the same bytes for the same view.
 */
export async function changesHtml(
  view: ChangesView,
  theme: Report['theme'] = {},
  abbreviated: Abbreviated = {},
): Promise<string> {
  const paper = changesPaper(view, printWidth);
  return withEngines((newEngine) => renderWith(newEngine, paper, theme, abbreviated), false);
}

function renderWith(
  newEngine: NewEngine,
  paper: ChangesPaper,
  theme: Report['theme'],
  abbreviated: Abbreviated,
): string {
  const engine = newEngine();
  const page = pageOf(paper);
  const template = pageTemplate(engine, 'changes', undefined);
  const style = [
    fontFaces(JSON.stringify(page)),
    styleText(template.style),
    ...themeRules(theme),
    ...widthRules(page.widths),
    runningRule({ title: runningText(paper.title), draft: '', meeting: runningText(paper.eyebrow) }),
    headlessRule(':first'),
  ].join('\n');
  const filled = template.fill(page, {
    csp: contentPolicy(style, false),
    style: new engine.SafeString(style),
  });
  return withAbbreviations(withoutControls(filled), glossaryOf(abbreviated));
}

/** A rule for every width that a column of the page has: no value stands in an attribute `style`. */
function widthRules(widths: readonly number[]): string[] {
  return widths.map((width) => `.w-${width}{width:${width}%}`);
}
