import { describe, expect, it } from 'vitest';
import MarkdownIt from 'markdown-it';
import type { Observation } from '../../src/model/dataset.ts';
import { createFigureSet } from '../../src/report/figures.ts';
import { createNarrative } from '../../src/report/narrative.ts';
import { context, meeting, milestone, risk, sourced } from '../support/board.ts';
import { lutonObservations, month, table } from '../support/dataset.ts';

function narrativeOn(observations: readonly Observation[]) {
  const seen = context([
    meeting('2021-04-19', {
      observations,
      milestones: [milestone('2021-03'), milestone('2021-06', { complete: true })],
      risks: [
        risk('A', 'High', 'Critical'),
        risk('B', 'Low', 'Critical'),
        risk('C', 'Low', 'Low', { open: false }),
      ],
    }),
  ]);
  const figures = createFigureSet(seen);
  return { figures, ...createNarrative(figures) };
}

const fill = (text: string) => narrativeOn(lutonObservations()).markdown(sourced(text));
const html = (markdown: string) => new MarkdownIt().render(markdown).trim();

describe('createNarrative', () => {
  it('fills figures in at the precision of their definitions', () => {
    expect(fill('{{agency}} are {{agency_rate}}, from {{agency_rate@2021-01}} in {{period}}')).toBe(
      '39 are 21.08%, from 20.00% in February 2021',
    );
    expect(fill('{{agency@2020-05}} {{agency from May 2020}} {{in_post@Dec 2020}}')).toBe('72 72 193');
  });

  it('fills counts of milestones and risks in', () => {
    expect(
      fill(
        '{{milestones.total}} {{milestones.complete}} {{milestones.overdue}} {{milestones.due_soon}} ' +
          '{{milestones.slipped}} {{risks.open}} {{risks.closed}} {{risks.red}}',
      ),
    ).toBe('2 1 1 0 0 2 1 1');
  });

  it('fills a group’s figure in', () => {
    const observations = [
      ...lutonObservations(),
      ...table([month('2021-02')], [['agency', 7]], { group: { team: 'Assessment' } }),
    ];
    const { markdown } = narrativeOn(observations);
    expect(markdown(sourced('{{agency[team=Assessment]}} of {{agency}}'))).toBe('7 of 39');
  });

  it('adds what is cited to the figures of the report', () => {
    const { markdown, figures } = narrativeOn(lutonObservations());
    markdown(sourced('{{agency@2020-05}}'));
    expect(Object.keys(figures.all())).toEqual(['agency@2020-05']);
  });

  it('leaves braces that are no citation', () => {
    expect(fill('Write \\{{agency}}, and { agency }.')).toBe('Write {{agency}}, and { agency }.');
  });

  it('lets no value act as markup', () => {
    const { markdown, plain } = narrativeOn(table([month('2021-02')], [['agency', '<5']]));
    expect(markdown(sourced('Fewer: {{agency}}'))).toBe('Fewer: \\<5');
    expect(html(markdown(sourced('{{agency}} and `{{agency}}`')))).toBe(
      '<p>&lt;5 and <code>&lt;5</code></p>',
    );
    expect(plain(sourced('{{agency}}'))).toBe('<5');
  });

  it('starts no numbered list with a figure', () => {
    expect(html(fill('We have\n\n{{agency}}. They stay.'))).toBe('<p>We have</p>\n<p>39. They stay.</p>');
    expect(html(fill('- {{agency}}) stay'))).toBe('<ul>\n<li>39) stay</li>\n</ul>');
    expect(fill('We have {{agency}}. They stay.')).toBe('We have 39. They stay.');
  });
});
