import { finding, type Finding } from '../../model/finding.ts';
import { nearest } from '../../model/suggest.ts';
import { ACTION_FIELDS } from '../actions.ts';
import { BENCHMARK_FIELDS } from '../benchmarks/table.ts';
import { quoted } from '../grammar/reading.ts';
import { MILESTONE_FIELDS } from '../milestones.ts';
import { RECOMMENDATION_FIELDS } from '../recommendations.ts';
import { RESOLUTION_FIELDS } from '../resolutions.ts';
import { RISK_FIELDS } from '../risks.ts';
import { fieldOf, fieldsOf, type FieldSet } from '../table/fields.ts';
import { headingKey, IGNORE, type HeadingMap } from '../table/heading-key.ts';
import { BASIS_HELP, isBasisAsDimension, knownHeadings, knownWords, roleOf } from '../workforce/columns.ts';
import type { Vocabulary } from '../workforce/vocabulary.ts';
import { under, type Entry, type Tree } from '../yaml/tree.ts';
import type { Vocabularies } from './vocabularies.ts';

/** What a meeting folder may hold beside its report.yaml. */
export type TableKind =
  | 'workforce'
  | 'indicators'
  | 'benchmarks'
  | 'milestones'
  | 'risks'
  | 'actions'
  | 'recommendations'
  | 'resolutions';

/** The council's own headings, by kind of table. */
export type Headings = Readonly<Record<TableKind, HeadingMap>>;

/** What a heading of a kind of table can be mapped to. */
interface Targets {
  readonly knows: (word: string) => boolean;
  readonly words: readonly string[];
  readonly told: string;
}

function ofFigures(vocabulary: Vocabulary): Targets {
  return {
    knows: (word) => roleOf(word, vocabulary) !== undefined,
    words: knownWords(vocabulary),
    told: knownHeadings(vocabulary),
  };
}

function ofFields<F extends string>(set: FieldSet<F>): Targets {
  const words = [...fieldsOf(set), IGNORE];
  return { knows: (word) => fieldOf(word, set) !== undefined, words, told: words.join(', ') };
}

/** Returns the headings that the configuration maps, with a finding for each that is mapped to nothing known. */
export function readHeadings(
  tree: Tree,
  vocabularies: Vocabularies,
): { readonly headings: Headings; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const mapOf = (kind: TableKind, targets: Targets): HeadingMap => {
    const section = under(tree, ['headings', kind]);
    const entries = section?.kind === 'map' ? [...section.entries.values()] : [];
    return new Map(
      entries.flatMap((entry) => {
        if (entry.value.kind !== 'scalar') return [];
        const word = entry.value.text;
        if (!targets.knows(word)) findings.push(unknownTarget(entry, word, targets));
        return [[headingKey(entry.key), { heading: entry.key, to: word }] as const];
      }),
    );
  };
  const headings: Headings = {
    workforce: mapOf('workforce', ofFigures(vocabularies.workforce)),
    indicators: mapOf('indicators', ofFigures(vocabularies.indicators)),
    benchmarks: mapOf('benchmarks', ofFields(BENCHMARK_FIELDS)),
    milestones: mapOf('milestones', ofFields(MILESTONE_FIELDS)),
    risks: mapOf('risks', ofFields(RISK_FIELDS)),
    actions: mapOf('actions', ofFields(ACTION_FIELDS)),
    recommendations: mapOf('recommendations', ofFields(RECOMMENDATION_FIELDS)),
    resolutions: mapOf('resolutions', ofFields(RESOLUTION_FIELDS)),
  };
  return { headings, findings };
}

function unknownTarget(entry: Entry, word: string, targets: Targets): Finding {
  const meant = nearest(word, targets.words);
  return finding(
    'E049',
    `the heading ${quoted(entry.key)} is mapped to ${quoted(word)}, which is not known`,
    {
      at: entry.value.at,
      why: `known are ${targets.told}`,
      help: isBasisAsDimension(word)
        ? BASIS_HELP
        : meant === undefined
          ? 'map it to one of these; a printed rate is marked as in `agency_rate (stated)`'
          : `did you mean ${quoted(meant)}?`,
    },
  );
}
