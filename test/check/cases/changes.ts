import { LATEST, type Edit, type RuleCase, type RuleCases } from '../../support/rule-cases.ts';

const CONFIG = 'cip-report.yaml';

/** Returns the configuration with another heading of the workforce. */
function mapped(heading: string, to: string): Edit {
  const before = '    In post: in_post (stated)\n';
  return { file: CONFIG, replace: before, by: `${before}    ${JSON.stringify(heading)}: ${to}\n` };
}

/** Returns a table with August, October and a column of changes. */
function column(heading: string, ...rows: readonly string[]): readonly Edit[] {
  const text = ['Measure,Team,Aug 2026,Oct 2026,' + heading, ...rows].join('\n');
  return [mapped(heading, 'change (stated)'), { file: `${LATEST}/workforce-changes.csv`, by: `${text}\n` }];
}

const changed = (name: string, heading: string, rows: readonly string[], ...finds: string[]): RuleCase => ({
  name,
  edits: column(heading, ...rows),
  finds,
});

const RATE = 'Agency rate,,20.4%,16.8%';
const ASSESSMENT = 'Agency rate,Assessment,23.7%,18.4%';
const SAFEGUARDING = 'Agency rate,Safeguarding,19.6%,17.9%';
const AGENCY = 'agency (stated),,23,19';
const PERMANENT = 'permanent (stated),,90,94';

/** Returns the latest workforce table with a column of changes of agency workers. */
function monthly(changes: readonly string[]): readonly Edit[] {
  const rows = [
    'Sep 2026,Assessment,40,30,8,38,21.1%,1,0',
    'Sep 2026,Safeguarding,60,46,10,56,17.9%,3,2',
    'Sep 2026,Fostering,20,17,2,19,10.5%,1,0',
    'Sep 2026,All,120,93,20,113,17.7%,5,2',
    'Oct 2026,Assessment,40,31,7,38,18.4%,2,1',
    'Oct 2026,Safeguarding,60,46,10,56,17.9%,1,1',
    'Oct 2026,Fostering,20,17,2,19,10.5%,0,0',
    'Oct 2026,All,120,94,19,113,16.8%,3,2',
  ];
  const head = 'Month,Team,Establishment,Permanent,Agency,In post,Agency rate,Starters,Leavers,Change';
  const lines = [head, ...rows.map((row, index) => `${row},${changes[index] ?? ''}`)];
  return [
    mapped('Change', 'agency change (stated)'),
    { file: `${LATEST}/workforce.csv`, by: `${lines.join('\n')}\n` },
  ];
}

/** Returns a repo with shares of sickness by length, and what is printed for all of them. */
function shares(name: string, addsUp: boolean, cells: readonly string[], ...finds: string[]): RuleCase {
  const rows = ['Short', 'Medium', 'Long', 'Total'].flatMap((length, index) => {
    const cell = cells[index] ?? '';
    return length === 'Total' && cell === '' ? [] : [`${length},Oct 2026,${cell}`];
  });
  const indicator = [
    '  - id: length',
    '    label: Sickness by length',
    '    unit: share',
    '    direction: none',
    '    description: Sickness of this length, of all sickness.',
    ...(addsUp ? ['    adds_up: true'] : []),
  ];
  return {
    name,
    edits: [
      { file: CONFIG, replace: 'indicators:\n', by: `indicators:\n${indicator.join('\n')}\n` },
      {
        file: CONFIG,
        replace: '  workforce:\n    In',
        by: '  indicators: { Spell: dimension spell }\n  workforce:\n    In',
      },
      { file: `${LATEST}/indicators-sickness.csv`, by: `Spell,Month,Length\n${rows.join('\n')}\n` },
    ],
    finds,
  };
}

/** Cases of the rules on change columns and shares of a whole. */
export const CHANGE_CASES: readonly RuleCases[] = [
  {
    codes: ['W159'],
    fires: [
      {
        name: 'a figure that nothing defines',
        edits: [
          mapped('Change', 'locums_rate change (stated)'),
          { file: `${LATEST}/workforce-changes.csv`, by: 'Month,Change\nOct 2026,-3 pp\nSep 2026,-2 pp\n' },
        ],
        finds: ['W159 locums_rate@2026-10'],
      },
    ],
    quiet: [
      {
        name: 'a metric that the table does not print',
        edits: [
          mapped('Change', 'vacancy_rate change (stated)'),
          { file: `${LATEST}/workforce-changes.csv`, by: 'Month,Change\nOct 2026,–\n' },
        ],
      },
    ],
    edge: 'nothing in it is rounded',
  },
  {
    codes: ['W154'],
    fires: [
      changed('a number', 'Change', [`${AGENCY},-5`], 'W154 agency@2026-10'),
      changed('points', 'Change', [`${RATE},-2.0 pp`], 'W154 agency_rate@2026-10'),
      changed('a change in per cent', '% change', [`${PERMANENT},+5.4%`], 'W154 permanent@2026-10'),
      changed(
        'one of a team',
        'Change',
        ['agency (stated),Assessment,9,7,-3'],
        'W154 agency@2026-10[team=Assessment]',
      ),
      changed('no change, where there is one', 'Change', [`${AGENCY},no change`], 'W154 agency@2026-10'),
      {
        name: 'one from the row before, and one from the papers before',
        edits: monthly(['', '', '', '-2', '', '', '', '-2']),
        finds: ['W154 agency@2026-10', 'W154 agency@2026-09'],
      },
      {
        name: 'one between other periods than those beside it',
        edits: [
          mapped('Change', 'change (stated)'),
          {
            file: `${LATEST}/workforce-changes.csv`,
            by: 'Measure,Aug 2026,Sep 2026,Oct 2026,Change\nagency (stated),23,20,19,-4\n',
          },
        ],
        finds: ['W154 agency@2026-10'],
      },
    ],
    quiet: [
      changed('every way of writing a change', 'Change', [
        `${RATE},(3.6 pp)`,
        `${AGENCY},4 reduction`,
        `${PERMANENT},+4`,
      ]),
      changed('a bare number under a heading of reductions', 'Reduction', [`${AGENCY},4`, `${RATE},3.6 pp`]),
      changed('a mark, and nothing', 'Change', [`${AGENCY},c`, `${PERMANENT},–`]),
      changed('a figure that is not known', 'Change', ['cases (stated),,,,5']),
      {
        name: 'both, in columns beside one another',
        edits: [
          {
            file: CONFIG,
            replace: '    In post:',
            by: '    Change: change (stated)\n    "%": change (stated)\n    In post:',
          },
          {
            file: `${LATEST}/workforce-changes.csv`,
            by: `Measure,Team,Aug 2026,Oct 2026,Change,%\n${AGENCY},-4,-17.4\n${RATE},-3.6 pp,-17.4%\n`,
          },
        ],
      },
      { name: 'one from the row before', edits: monthly(['-1', '-1', '-1', '-3', '-1', '0', '0', '-1']) },
      {
        name: 'periods that the heading names',
        edits: [
          mapped('Since July', 'change from Jul 2026 to Oct 2026 (stated)'),
          {
            file: `${LATEST}/workforce-changes.csv`,
            by: 'Measure,Aug 2026,Oct 2026,Since July\nagency (stated),23,19,-5\n',
          },
        ],
      },
    ],
    edge: [
      changed('that of the unrounded rates', 'Change', [`${RATE},-3.5 pp`]),
      changed('that of the printed rates', 'Change', [`${RATE},-3.6 pp`]),
      changed('one step further', 'Change', [`${RATE},-3.7 pp`], 'W154 agency_rate@2026-10'),
      changed(
        'a number of workers that is their change in per cent by chance',
        'Change in headcount',
        [`${AGENCY},-17`],
        'W154 agency@2026-10',
      ),
      changed('one step less', 'Change', [`${RATE},-3.4 pp`], 'W154 agency_rate@2026-10'),
      changed('whole points', 'Change', [`${RATE},-4 pp`]),
      changed('per cent of the unrounded rates', '% change', [`${RATE},-17.4%`]),
      changed('per cent of the printed rates', '% change', [`${RATE},-17.6%`]),
      changed('a step beyond both', '% change', [`${RATE},-17.8%`], 'W154 agency_rate@2026-10'),
    ],
  },
  {
    codes: ['W155', 'W156'],
    fires: [
      changed('points with a % sign', '% change', [`${RATE},-3.6%`], 'W155 agency_rate@2026-10'),
      changed('points under a heading of per cent', '% change', [`${RATE},-3.6`], 'W155 agency_rate@2026-10'),
      changed('per cent as points', 'Change', [`${RATE},-17.4 pp`], 'W155 agency_rate@2026-10'),
      changed(
        'per cent under a heading of points',
        'Change (pp)',
        [`${RATE},-17.4%`],
        'W155 agency_rate@2026-10',
      ),
      changed('a number of workers with a % sign', 'Change', [`${AGENCY},-4%`], 'W155 agency@2026-10'),
      changed('per cent of workers as a number', 'Change', [`${AGENCY},-17.4`], 'W155 agency@2026-10'),
      changed('a number of workers as points', 'Change', [`${AGENCY},-4 pp`], 'W155 agency@2026-10'),
      changed(
        'a column of them, as one',
        '% change',
        [`${RATE},-3.6%`, `${ASSESSMENT},-5.3%`],
        'W155 agency_rate@2026-10',
      ),
      changed(
        'a column that mixes the two',
        '% change',
        [`${RATE},-3.6%`, `${ASSESSMENT},-22.2%`, `${AGENCY},-17.4%`],
        'W156 agency_rate@2026-10',
      ),
    ],
    quiet: [
      changed('points as points', '% change', [`${RATE},-3.6 pp`]),
      changed('per cent as per cent', '% change', [`${RATE},-17.4%`, `${AGENCY},-17.4`]),
      changed('points under a heading of points', 'Change (% points)', [
        `${RATE},-3.6%`,
        `${ASSESSMENT},-5.3`,
      ]),
      changed('both, each with its unit', 'Change', [`${RATE},-3.6 pp`, `${ASSESSMENT},-22.2%`]),
    ],
    edge: [
      changed('points of the unrounded rates', '% change', [`${RATE},-3.5%`], 'W155 agency_rate@2026-10'),
      changed(
        'no change in either',
        '% change',
        [`${SAFEGUARDING},0%`],
        'W154 agency_rate@2026-10[team=Safeguarding]',
      ),
      changed(
        'whole points',
        '% change',
        [`${SAFEGUARDING},-2%`],
        'W155 agency_rate@2026-10[team=Safeguarding]',
      ),
    ],
  },
  {
    codes: ['W157'],
    fires: [
      changed('a rise that fell', 'Change', [`${AGENCY},+4`], 'W157 agency@2026-10'),
      changed(
        'a bare number of a figure that fell',
        'Change',
        [`${RATE},3.6 pp`],
        'W157 agency_rate@2026-10',
      ),
      changed('points with a % sign, too', '% change', [`${RATE},3.6%`], 'W157 agency_rate@2026-10'),
      changed(
        'a rise under a heading of reductions',
        'Reduction',
        [`${PERMANENT},4`],
        'W157 permanent@2026-10',
      ),
      changed(
        'a column of the earlier figure less the later',
        'Variance',
        [`${AGENCY},4`, `${PERMANENT},-4`],
        'W157 agency@2026-10',
      ),
    ],
    quiet: [
      changed('a rise', 'Change', [`${PERMANENT},4`]),
      changed('a reduction with a minus sign', 'Reduction', [`${AGENCY},-4`]),
      changed('an increase or a reduction', 'Increase/(decrease)', [`${AGENCY},(4)`, `${PERMANENT},4`]),
    ],
    edge: [changed('a change that rounds to nothing', 'Change', [`${SAFEGUARDING},-2 pp`])],
  },
  {
    codes: ['W158'],
    fires: [
      shares(
        'a total of 100% that the parts do not make',
        false,
        ['31.6%', '5.9%', '60.4%', '100%'],
        'W158 length@2026-10',
      ),
      shares(
        'another total that they do not make',
        false,
        ['31.6%', '5.9%', '62.5%', '98%'],
        'W158 length@2026-10',
      ),
      shares('shares that are said to add up', true, ['31.6%', '5.9%', '60.4%', ''], 'W158 length@2026-10'),
      shares(
        'shares that come to just over 100%, of which nothing is said',
        false,
        ['40%', '35%', '33%', ''],
        'W158 length@2026-10',
      ),
      shares('more than all of them', true, ['31.6%', '15.9%', '62.5%', ''], 'W158 length@2026-10'),
      shares(
        'a total that they do not make, where they make 100%',
        true,
        ['31.6%', '5.9%', '62.5%', '98%'],
        'W158 length@2026-10',
      ),
    ],
    quiet: [
      shares('shares that make it', true, ['31.6%', '5.9%', '62.5%', '100%']),
      shares('a rate of each, with that of all of them', false, ['100%', '90%', '95%', '96%']),
      shares('a rate of each that is always kept', false, ['100%', '100%', '100%', '100%']),
      shares('rates beyond all, with one that is not', false, ['105%', '80%', '90%', '100%']),
      shares('shares of which nothing is said', false, ['31.6%', '5.9%', '60.4%', '']),
      shares('rates of each, which come to twice as much', false, ['80%', '70%', '60%', '']),
      {
        name: 'rates by team, which come to just over 100%',
        edits: [
          ...shares('', false, ['40%', '35%', '33%', '']).edits.slice(0, 1),
          {
            file: `${LATEST}/indicators-sickness.csv`,
            by: 'Team,Month,Length\nAssessment,Oct 2026,40%\nSafeguarding,Oct 2026,35%\nFostering,Oct 2026,33%\n',
          },
        ],
      },
      shares('a part that is confidential', true, ['31.6%', 'c', '60.4%', '100%']),
      shares('a part that does not apply', true, ['31.6%', 'z', '68.4%', '100%']),
      shares('a part that is missing', true, ['31.6%', '', '60.4%', '100%']),
      shares('a total far from 100%', false, ['10%', '10%', '10%', '35%']),
    ],
    edge: [
      shares('what rounding may hide', true, ['33.3%', '33.3%', '33.3%', '100%']),
      shares('as much as rounding may hide', true, ['50%', '49%', 'z', '']),
      shares('over 100% by what rounding may hide', false, ['34%', '34%', '33%', '']),
      shares('over 100% by a step more', false, ['34%', '34%', '34%', ''], 'W158 length@2026-10'),
      shares('a step more', true, ['33.3%', '33.3%', '33.2%', ''], 'W158 length@2026-10'),
      shares('whole per cent', false, ['33%', '33%', '33%', '100%']),
      shares('whole per cent, a step more', false, ['33%', '33%', '32%', '100%'], 'W158 length@2026-10'),
      shares('a total that is rounded as well', false, ['32%', '33%', '34%', '98%']),
    ],
  },
];
