import type { Observation } from '../../model/dataset.ts';
import { finding } from '../../model/finding.ts';
import { formatPeriodInFull } from '../../model/format.ts';
import { placeWithin } from '../../model/place.ts';
import { oneLine } from '../../model/one-line.ts';
import { allFiguresRead, type PaperContext } from '../../papers/context.ts';
import { figureSubject } from '../../papers/subject.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { splitCitations } from '../../papers/citation.ts';
import type { CitationFault } from '../../papers/citation-result.ts';
import { newerPeriod } from '../../papers/newer-period.ts';
import { textsOf } from '../../papers/texts.ts';
import { resolveCitation } from '../../papers/resolve.ts';

const unresolved: Check = (context) =>
  textsOf(context).flatMap((text) =>
    splitCitations(text.value).flatMap((piece) => {
      if (piece.kind === 'words') return [];
      const found = resolveCitation(context, piece.subject);
      if (found.kind === 'text' || isReported(found.fault, context)) return [];
      return [
        finding('E403', `${oneLine(piece.written)} cannot be filled in: ${found.message}`, {
          at: placeWithin(text, piece.offset, piece.written.length),
          about: citedName(piece.written),
          help: found.help,
        }),
      ];
    }),
  );

/** Words without a period tell of now, and the figure is not of now. */
const old: Check = (context) =>
  textsOf(context).flatMap((text) =>
    splitCitations(text.value).flatMap((piece) => {
      if (piece.kind === 'words' || piece.subject.kind !== 'figure') return [];
      const found = piece.subject.period === undefined && resolveCitation(context, piece.subject);
      if (!found || found.kind === 'problem' || !found.figure) return [];
      const newer = newerPeriod(context, found.figure);
      if (!newer || !allFiguresRead(context)) return [];
      const { period } = found.figure;
      return [
        finding('W417', `${oneLine(piece.written)} is of ${formatPeriodInFull(period)}`, {
          at: placeWithin(text, piece.offset, piece.written.length),
          about: figureSubject(found.figure, context),
          why: `the papers have figures for ${formatPeriodInFull(newer)}`,
          help: `write the period into it, as in ${withPeriod(piece.written, period.key)}, and into the sentence`,
        }),
      ];
    }),
  );

export const NARRATIVE_RULES: readonly Rule[] = [rule(['E403'], unresolved), rule(['W417'], old)];

/**
 * What is missing may stand where a file could not be read; a definition at fault has its own finding, and so has
 * workforce data without any figure of the whole.
 */
function isReported(fault: CitationFault, { faulty, meetings }: PaperContext): boolean {
  switch (fault) {
    case 'written':
      return false;
    case 'definition':
      return true;
    case 'data':
      return faulty.size > 0;
    case 'whole':
      return faulty.size > 0 || meetings.some(({ observations }) => observations.some(isData));
  }
}

function isData({ stated, cell }: Observation): boolean {
  return !stated && cell.kind !== 'missing';
}

/** What the braces hold: nobody knows it, and it has no other name. */
function citedName(written: string): string {
  const name = oneLine(written).replace(/^\{\{ ?| ?\}\}$/g, '');
  return name === '' ? written : name;
}

/** The period stands after the name, before a group: `{{agency@2021-01[team=Duty]}}`. */
function withPeriod(written: string, key: string): string {
  return oneLine(written).replace(/\s*(?=\[|\}\})/, `@${key}`);
}
