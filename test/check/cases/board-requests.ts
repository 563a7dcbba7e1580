import { BEFORE, LATEST, type Edit, type RuleCases } from '../../support/rule-cases.ts';

const paper = (replace: string, by: string): Edit => ({ file: `${LATEST}/report.yaml`, replace, by });
const recommendation = (replace: string, by: string): Edit => ({
  file: `${LATEST}/recommendations.yaml`,
  replace,
  by,
});
/** What the papers before recommended, so that something can be gone. */
const recommendedBefore = (status: string): Edit => ({
  file: `${BEFORE}/recommendations.yaml`,
  by: `- { Reference: '2', Recommendation: Keep to the caps., Status: ${status}, Due: March 2027, Progress: Caps are set. }\n`,
});
const resolved = (due: string): Edit => ({
  file: `${BEFORE}/resolutions.csv`,
  by: `Reference,Resolution,Due\nV1,The board asks to see agency workers by team in the next report.,\nV2,The board asks for a plan.,${due}\n`,
});

/** Cases of the rules on recommendations and resolutions. */
export const REQUEST_CASES: readonly RuleCases[] = [
  {
    codes: ['W405'],
    fires: [
      {
        name: 'no answer to a resolution without a date',
        edits: [resolved('')],
        finds: ['W405 resolution:V2'],
      },
    ],
    quiet: [{ name: 'one that is due later', edits: [resolved('January 2027')] }],
    edge: [
      {
        name: 'due on the day of the meeting',
        edits: [resolved('9 November 2026')],
        finds: ['W405 resolution:V2'],
      },
      { name: 'due on the day after', edits: [resolved('10 November 2026')] },
    ],
  },
  {
    codes: ['W406'],
    fires: [
      {
        name: 'an action that is not listed',
        edits: [recommendation('Actions: [A2]', 'Actions: [A9]')],
        finds: ['W406 recommendation:1'],
      },
    ],
    quiet: [
      { name: 'an action in other letters', edits: [recommendation('Actions: [A2]', 'Actions: [a 2]')] },
    ],
    edge: 'an action is listed or not',
  },
  {
    codes: ['W407'],
    fires: [
      {
        name: 'complete while an action of it is open',
        edits: [recommendation('Status: In progress', 'Status: Complete')],
        finds: ['W407 recommendation:1'],
      },
    ],
    quiet: [
      {
        name: 'complete with an action that is',
        edits: [
          recommendation('Status: In progress', 'Status: Complete'),
          recommendation('Actions: [A2]', 'Actions: [A1]'),
        ],
      },
    ],
    edge: 'an action is open or not',
  },
  {
    codes: ['W408'],
    fires: [
      {
        name: 'a date that has passed',
        edits: [recommendation('Due: March 2027', 'Due: October 2026')],
        finds: ['W408 recommendation:1'],
      },
    ],
    quiet: [
      { name: 'a quarter that is not over', edits: [recommendation('Due: March 2027', 'Due: Q3 2026/27')] },
    ],
    edge: [
      { name: 'the day of the meeting', edits: [recommendation('Due: March 2027', 'Due: 9 November 2026')] },
      {
        name: 'the day before it',
        edits: [recommendation('Due: March 2027', 'Due: 8 November 2026')],
        finds: ['W408 recommendation:1'],
      },
    ],
  },
  {
    codes: ['W409'],
    fires: [
      {
        name: 'in progress without a word',
        edits: [recommendation('  Progress: Each team manager has a daily list of visits due.\n', '')],
        finds: ['W409 recommendation:1'],
      },
    ],
    quiet: [
      {
        name: 'not started, without a word',
        edits: [
          recommendation('  Progress: Each team manager has a daily list of visits due.\n', ''),
          recommendation('Status: In progress', 'Status: Not started'),
        ],
      },
    ],
    edge: 'a text is there or not',
  },
  {
    codes: ['W410'],
    fires: [
      {
        name: 'in progress last time, gone now',
        edits: [recommendedBefore('In progress')],
        finds: ['W410 recommendation:2'],
      },
    ],
    quiet: [{ name: 'complete last time, gone now', edits: [recommendedBefore('Complete')] }],
    edge: 'a recommendation is listed or not',
  },
  {
    codes: ['W411'],
    fires: [
      {
        name: 'an answer to something else',
        edits: [paper('resolution: V1', 'resolution: V7')],
        finds: ['W405 resolution:V1', 'W411 resolution:V7'],
      },
    ],
    quiet: [{ name: 'the reference in other letters', edits: [paper('resolution: V1', 'resolution: v 1')] }],
    edge: 'a reference is known or not',
  },
  {
    codes: ['W412'],
    fires: [
      {
        name: 'two answers',
        edits: [
          paper('  - resolution: V1\n', '  - { resolution: v 1, text: It is done. }\n  - resolution: V1\n'),
        ],
        finds: ['W412 resolution:V1'],
      },
    ],
    quiet: [
      {
        name: 'two answers to two resolutions',
        edits: [
          resolved(''),
          paper('  - resolution: V1\n', '  - { resolution: V2, text: It is done. }\n  - resolution: V1\n'),
        ],
      },
    ],
    edge: 'a reference is the same or not',
  },
];
