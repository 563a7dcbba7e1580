import { describe, expect, it } from 'vitest';
import { RISK_WORD_RULES } from '../../../src/check/board/risk-words.ts';
import { codesAndMessages, context, meeting, risk } from '../../support/board.ts';

const found = (comment: string, open = true, mitigation = 'Weekly meetings') =>
  codesAndMessages(
    RISK_WORD_RULES,
    context([
      meeting('2021-04-19', { risks: [risk('R1', 'Low', 'Critical', { comment, open, mitigation })] }),
    ]),
  );

describe('an open risk', () => {
  it.each([
    'No longer a risk: to be closed',
    'Closed',
    'Closed in March 2021.',
    'Closed at the last meeting',
    'Risk closed',
    'Posts are filled; the risk is now closed',
    'Posts are filled. This risk can now be closed',
    'To be closed',
    'Propose to close this risk',
    'Recommended for closure',
    'The risk no longer applies',
  ])('is not closed, as it says: %s', (comment) => {
    expect(found(comment)).toEqual([
      expect.stringMatching(/^W309 R1 is listed as open, but its comment says ".+"$/),
    ]);
  });

  it.each([
    '',
    'This risk cannot be closed',
    'Not to be closed',
    'Watched until the risk is closed',
    'To be closed once the posts are filled',
    'To be closed at the next meeting',
    'If posts are filled: risk closed',
    'Is the risk closed?',
    'Can this risk be closed?',
    'Recruitment round closed on 3 March',
    'Recruitment round: closed',
    'The unit stood empty. It is closed',
    'The unit is to be closed',
    'Closed in May. Reopened in June',
    'No longer a high risk',
  ])('may be one that says: %s', (comment) => {
    expect(found(comment)).toEqual([]);
  });
});

describe('a closed risk', () => {
  it.each(['The risk remains open', 'Still a risk', 'Cannot be closed yet', 'To remain open'])(
    'is not open, as it says: %s',
    (comment) => {
      expect(found(comment, false)).toHaveLength(1);
    },
  );

  it.each(['Closed', 'The offer remains open', 'The home cannot be closed', 'No longer a risk'])(
    'may be one that says: %s',
    (comment) => {
      expect(found(comment, false)).toEqual([]);
    },
  );
});
