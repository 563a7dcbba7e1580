import { finding, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import { quoted } from '../grammar/reading.ts';
import { MILESTONE_FIELDS } from '../milestones.ts';
import { RISK_FIELDS } from '../risks.ts';
import { fieldOf, fieldsOf } from '../table/fields.ts';
import { headingKey, IGNORE, type HeadingMap } from '../table/heading-key.ts';
import { KNOWN_HEADINGS, KNOWN_WORDS, roleOf } from '../workforce/columns.ts';
import { under, type Entry, type Tree } from '../yaml/tree.ts';

export type TableKind = 'workforce' | 'milestones' | 'risks';

/** The council's own headings, by kind of table. */
export type Headings = Readonly<Record<TableKind, HeadingMap>>;

interface Vocabulary {
  readonly knows: (word: string) => boolean;
  readonly words: readonly string[];
  readonly told: string;
}

const VOCABULARIES: Readonly<Record<TableKind, Vocabulary>> = {
  workforce: { knows: (word) => roleOf(word) !== undefined, words: KNOWN_WORDS, told: KNOWN_HEADINGS },
  milestones: {
    knows: (word) => fieldOf(word, MILESTONE_FIELDS) !== undefined,
    words: [...fieldsOf(MILESTONE_FIELDS), IGNORE],
    told: [...fieldsOf(MILESTONE_FIELDS), IGNORE].join(', '),
  },
  risks: {
    knows: (word) => fieldOf(word, RISK_FIELDS) !== undefined,
    words: [...fieldsOf(RISK_FIELDS), IGNORE],
    told: [...fieldsOf(RISK_FIELDS), IGNORE].join(', '),
  },
};

/** Returns the headings that the configuration maps, with a finding for each that is mapped to nothing known. */
export function readHeadings(tree: Tree): {
  readonly headings: Headings;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const mapOf = (kind: TableKind): HeadingMap => {
    const section = under(tree, ['headings', kind]);
    const entries = section?.kind === 'map' ? [...section.entries.values()] : [];
    return new Map(
      entries.flatMap((entry) => {
        if (entry.value.kind !== 'scalar') return [];
        const word = entry.value.text;
        if (!VOCABULARIES[kind].knows(word)) findings.push(unknownTarget(entry, word, VOCABULARIES[kind]));
        return [[headingKey(entry.key), { heading: entry.key, to: word }] as const];
      }),
    );
  };
  return {
    headings: { workforce: mapOf('workforce'), milestones: mapOf('milestones'), risks: mapOf('risks') },
    findings,
  };
}

function unknownTarget(entry: Entry, word: string, vocabulary: Vocabulary): Finding {
  const meant = nearest(word, vocabulary.words);
  return finding(
    'E049',
    `the heading ${quoted(entry.key)} is mapped to ${quoted(word)}, which is not known`,
    {
      at: entry.value.at,
      why: `known are ${vocabulary.told}`,
      help:
        meant === undefined
          ? 'map it to one of these; a printed rate is marked as in `agency_rate (stated)`'
          : `did you mean ${quoted(meant)}?`,
    },
  );
}
