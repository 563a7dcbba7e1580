import { describe, expect, it } from 'vitest';
import { findingsIn, type Edit } from '../support/rule-cases.ts';

const config = (replace: string, by: string): Edit => ({ file: 'cip-report.yaml', replace, by });

const HEADLINES = '    headlines: [agency_rate, permanent, agency, unfilled]\n';
const sections = (...ids: readonly string[]): Edit =>
  config(HEADLINES, `${HEADLINES}    sections: [${ids.join(', ')}]\n`);

/** Every section that the base repo has something for. */
const ALL = [
  'status',
  'progress',
  'answers',
  'workforce',
  'tables',
  'trends',
  'indicators',
  'targets',
  'milestones',
  'recommendations',
  'actions',
  'resolutions',
  'risks',
  'checked',
];
const without = (...ids: readonly string[]): Edit => sections(...ALL.filter((id) => !ids.includes(id)));

const abbreviations = (...lines: readonly string[]): Edit =>
  config(
    '\nworkstreams:\n',
    `\nabbreviations:\n${lines.map((one) => `  ${one}\n`).join('')}\nworkstreams:\n`,
  );

async function told(edits: readonly Edit[]): Promise<unknown[]> {
  return (await findingsIn(edits)).map(({ code, about, message, at, accepted, why, help }) => ({
    said: `${code} ${about ?? ''}: ${message}`,
    at: `${at?.file ?? ''}:${at?.line ?? 0}`,
    ...(why !== undefined && { why }),
    help,
    ...(accepted && { accepted: accepted.reason }),
  }));
}

describe('sections that a workstream chooses', () => {
  it('are told of where they leave out what the papers have, once, with all of it', async () => {
    expect(await told([without('risks', 'milestones', 'tables')])).toEqual([
      {
        said: 'N085 sections: the report has no section for tables, milestones and risks',
        at: 'cip-report.yaml:16',
        why: 'the data has 1 table, 4 milestones and 3 risks, and the sections chosen for workforce leave them out',
        help: 'add `tables`, `milestones` and `risks` to them, or accept this note with the reason',
      },
    ]);
  });

  it.each([
    ['all of them', [sections(...ALL)]],
    ['none', []],
    [
      'all but those without anything in them',
      [sections(...ALL), config('title: Workforce\n', 'title: Staff\n')],
    ],
    [
      'all, one of them among the paragraphs',
      [
        without('risks'),
        {
          file: 'workforce/2026-11-09/report.yaml',
          replace: 'answers:\n',
          by: 'sections:\n  risk_management:\n    - show: risks\nanswers:\n',
        },
      ],
    ],
  ])('are not told of where they have %s', async (_what, edits) => {
    expect(await told(edits)).toEqual([]);
  });

  it('can be accepted with the reason, in words that hold however many rows there are', async () => {
    const accepted = config(
      '\nworkstreams:\n',
      `\nchecks:\n  accepted:\n    - { finding: section-left-out, of: sections, says: no section for risks, reason: The risk committee has them., by: Head of Workforce }\n\nworkstreams:\n`,
    );
    expect(await told([without('risks'), accepted])).toMatchObject([
      {
        said: 'N085 sections: the report has no section for risks',
        accepted: 'The risk committee has them.',
      },
    ]);
  });
});

describe('an abbreviation that the configuration explains', () => {
  it('is told of at its line where no paper has it', async () => {
    expect(
      await told([abbreviations('CIB: Children’s Improvement Board', 'MASH: Multi-Agency Safeguarding Hub')]),
    ).toEqual([
      {
        said: 'N086 abbreviation:MASH: no paper has the abbreviation "MASH"',
        at: 'cip-report.yaml:11',
        help: 'take it out, or write it in the papers as it stands here: a whole word in the same case',
      },
    ]);
  });

  const text = (words: string): Edit => ({
    file: 'workforce/2026-09-14/report.yaml',
    replace: 'progress: |\n',
    by: `progress: |\n  ${words}\n\n`,
  });

  it.each([
    ['of an earlier meeting has it', 'MASH', 'The MASH is open.', undefined],
    ['has it in another case', 'MASH', 'The Mash is open.', 'Mash'],
    ['has it with two letters the wrong way round', 'MASH', 'The MSAH is open.', 'MSAH'],
    ['has its plural', 'EHCP', 'There are EHCPs.', 'EHCPs'],
    ['has it within a word', 'EHC', 'The EHC2PLAN is open.', ''],
    ['has a short word that is no abbreviation', 'IT', 'It is open.', ''],
    ['has a common one', 'FTE', 'Nothing is said.', undefined],
    ['has the one beside its own plural', 'EHCPs', 'There are EHCPs.', undefined],
  ])('where a paper %s', async (_what, short, words, written) => {
    const found = await findingsIn([abbreviations(`${short}: something`), text(words)]);
    expect(found.map(({ code, help }) => `${code} ${help}`)).toEqual(
      written === undefined
        ? []
        : [
            written === ''
              ? 'N086 take it out, or write it in the papers as it stands here: a whole word in the same case'
              : `N086 the papers have "${written}": write it the same in both, in the same case`,
          ],
    );
  });
});
