import { describe, expect, it } from 'vitest';
import type { FieldChange } from '../../../src/compare/comparison.ts';
import { compareEscalations } from '../../../src/compare/lists/escalations.ts';
import { compareRag } from '../../../src/compare/lists/rag.ts';
import { compareRecommendations } from '../../../src/compare/lists/recommendations.ts';
import { compareResolutions } from '../../../src/compare/lists/resolutions.ts';
import { compareRisks } from '../../../src/compare/lists/risks.ts';
import type { PaperPair } from '../../../src/compare/side.ts';
import type { Meeting } from '../../../src/model/dataset.ts';
import { recommendation, resolution, risk, sourced, place } from '../../support/board.ts';
import { month, paper, table } from '../../support/dataset.ts';
import { pairOf } from './pairs.ts';

/** Two sides, the first with 36 agency workers and the second with 39. */
function cited(before: Partial<Meeting>, after: Partial<Meeting>): PaperPair {
  const agency = (count: number) => ({ observations: table([month('2021-02')], [['agency', count]]) });
  return pairOf({ ...agency(36), ...before }, { ...agency(39), ...after });
}

function shown(fields: readonly FieldChange[] | undefined): string[] {
  return (fields ?? []).map(({ field, words }) => {
    const runs = (words ?? []).map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    );
    return `${field}: ${runs.join('')}`;
  });
}

const rag = (reason: string, despite?: string) => ({
  paper: paper({
    rag: {
      current: 'amber',
      reason: sourced(reason),
      ...(despite !== undefined && { despite: sourced(despite) }),
      at: place(),
    },
  }),
});

describe('what changed in a text with live citations', () => {
  it('is told with each side’s own figures, and kept as it is written', () => {
    expect(
      compareRag(cited(rag('Agency is at {{agency}}.'), rag('Agency rose to {{agency}}.')))?.fields,
    ).toEqual([
      {
        field: 'reason',
        before: 'Agency is at {{agency}}.',
        after: 'Agency rose to {{agency}}.',
        words: [
          { kind: 'same', text: 'Agency ' },
          { kind: 'removed', text: 'is at 36' },
          { kind: 'added', text: 'rose to 39' },
          { kind: 'same', text: '.' },
        ],
      },
    ]);
  });

  it.each([
    ['a figure typed in its place', 'At {{agency}}', 'At 36', 'reason: At 36'],
    ['a citation that comes to nothing', 'At {{agncy}}', 'Now {{agncy}}', 'reason: [-At-]{+Now+} {{agncy}}'],
    ['braces that are none', 'At \\{{agency}}', 'Now \\{{agency}}', 'reason: [-At-]{+Now+} {{agency}}'],
    ['marks of Markdown', 'At {{agency}}', 'At **{{agency}}**', 'reason: At [-36-]{+**39**+}'],
  ])('has %s as it is printed', (_, before, after, text) => {
    expect(shown(compareRag(cited(rag(before), rag(after)))?.fields)).toEqual([text]);
  });

  it('is nothing where only the figures differ that it cites', () => {
    const same = {
      ...rag('At {{agency}}', 'Since {{agency}}'),
      recommendations: [recommendation('4', { progress: sourced('At {{agency}}') })],
      resolutions: [resolution('R1', { resolution: sourced('At {{agency}}') })],
    };
    const pair = cited(same, same);
    expect(compareRag(pair)).toBeUndefined();
    expect([...compareRecommendations(pair), ...compareResolutions(pair)]).toEqual([]);
  });

  it('is told of every text of a recommendation', () => {
    const one = (word: string) => {
      const text = sourced(`${word} {{agency}}`);
      return {
        recommendations: [
          recommendation('4', {
            recommendation: text,
            progress: text,
            inPlace: text,
            evidence: [text, text],
          }),
        ],
      };
    };
    expect(shown(compareRecommendations(cited(one('At'), one('Now')))[0]?.fields)).toEqual([
      'recommendation: [-At 36-]{+Now 39+}',
      'progress: [-At 36-]{+Now 39+}',
      'in_place: [-At 36-]{+Now 39+}',
      'evidence: [-At 36-]{+Now 39+}; [-At 36-]{+Now 39+}',
    ]);
  });
});

describe('what an entry is', () => {
  const matter = (text: string) => ({
    paper: paper({ escalations: [{ matter: sourced(text), action: sourced('Agree') }] }),
  });

  it.each([
    ['**Agency** is at {{agency}}', 'Agency is at 39'],
    ['See [the plan](https://example.org) and `{{agency}}`', 'See the plan and 39'],
    ['{{no_such_thing}} \\*', '{{no_such_thing}} *'],
  ])('reads as it is printed, without marks of Markdown: %s', (text, title) => {
    const nothing = cited({}, matter(text));
    expect(compareEscalations(nothing).map((one) => one.title)).toEqual([title]);
  });

  it('has the figures of the side that it is of', () => {
    const list = { resolutions: [resolution('R1', { resolution: sourced('{{agency}} is too many') })] };
    expect(compareResolutions(cited(list, {}))[0]?.title).toBe('36 is too many');
    expect(compareResolutions(cited({}, list))[0]?.title).toBe('39 is too many');
  });

  it('is as it is written where the field is no Markdown', () => {
    const risks = { risks: [risk('R1', 'High', 'Critical', { risk: 'Pay * {{agency}}' })] };
    expect(compareRisks(cited({}, risks))[0]?.title).toBe('Pay * {{agency}}');
  });
});
