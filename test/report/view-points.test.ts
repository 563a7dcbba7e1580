import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { reportView } from '../../src/report/view.ts';
import { renderHtml } from '../../src/render/html.ts';
import { LUTON } from '../support/luton-report.ts';

const AT = { file: 'workforce/2021-02-15/actions.csv', line: 2, column: 1, length: 2 };
const MISSING: Report['missingActions'] = [
  { reference: 'A3', action: 'Write the plan', owner: 'Head of Service', meeting: '2021-02-15', at: AT },
];
const ANSWERS: Report['answers'] = [
  { reference: 'R1', resolution: 'Show the survey.', meeting: '2021-02-15', at: AT },
  { reference: 'R2', resolution: 'Show the plan.', meeting: '2021-02-15', at: AT, answer: 'Shown.' },
];
const section = (id: string): Report['sections'][number] => ({ id, title: id, kind: 'computed', blocks: [] });

function restated(): Report['figures'] {
  const [id = ''] = LUTON.workforce.headlines;
  const figure = LUTON.figures[id];
  if (!figure) throw new RangeError('Luton has headlines');
  return { ...LUTON.figures, [id]: { ...figure, restated: { text: '20%', meeting: '2021-02-15' } } };
}

const OPEN: Report = {
  ...LUTON,
  sections: [section('answers'), section('actions'), ...LUTON.sections.filter((one) => one.id !== 'actions')],
  missingActions: MISSING,
  answers: ANSWERS,
  figures: restated(),
};

describe('what earlier papers left open', () => {
  it.each(['highlight-report', 'committee-report', 'recommendations-report'] as const)(
    'is named on the first page of a %s, with links to it',
    async (template) => {
      const view = reportView({ ...OPEN, template }, template);
      expect(view.points.map(({ text, joint }) => text + joint).join('')).toBe(
        '1 resolution is not answered, 1 action of earlier papers is missing and 1 figure was revised. ',
      );
      const page = await renderHtml({ ...OPEN, template });
      expect(page).toContain('<a href="#answers">1 resolution is not answered</a>, ');
      for (const { href } of view.points) expect(page).toContain(`id="${href.slice(1)}"`);
    },
  );

  it('is not spoken of where there is nothing', () => {
    expect(reportView(LUTON, 'highlight-report').points).toEqual([]);
  });

  it('has no link where the page does not show it', () => {
    const [point] = reportView({ ...LUTON, missingActions: MISSING }, 'highlight-report').points;
    expect(point).toEqual({ text: '1 action of earlier papers is missing', href: '', joint: '. ' });
  });

  it('stands among the actions', () => {
    const { actions, actionsTitle } = reportView(OPEN, 'highlight-report');
    expect(actions.at(-1)).toMatchObject({
      reference: 'A3',
      state: { text: 'Missing from this paper', tone: 'attention' },
      carried: 'Last in the papers of 15 February 2021, open then',
    });
    expect(actionsTitle).toMatch(/1 action missing from this paper$/);
  });

  it('lets nobody say that no action is overdue without it', () => {
    const { actions } = reportView(OPEN, 'committee-report').glance;
    expect(actions).toMatchObject({ tone: 'attention' });
    expect(actions?.text).toMatch(/1 missing from this paper$/);
  });
});
