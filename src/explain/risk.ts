import type { Risk } from '../model/dataset.ts';
import { formatDate, formatList, midSentence } from '../model/format.ts';
import type { PaperContext } from '../papers/context.ts';
import { assess, sameScore, type Assessment, type Scored } from '../risk/matrix.ts';
import { riskSection } from '../report/risks.ts';
import { entryExplanation, fact, dateFact } from './entry.ts';
import type { EntryExplanation } from './explanation.ts';
import type { Papers } from './papers.ts';

/** Returns how a risk came to its score, and how it moved. */
export function explainRisk(papers: Papers, risk: Risk): EntryExplanation {
  const { context } = papers;
  const { fields } = risk;
  const { matrix } = context.programme;
  const found = matrix && assess(matrix, risk.likelihood, risk.impact);
  return entryExplanation(papers, 'risk', {
    reference: risk.reference,
    title: risk.risk,
    at: risk.at,
    fields,
    state: `${risk.open ? '' : 'closed: '}${stateOf(found)}`,
    because: [...lookUpWords(found), ...statedWords(risk, found), ...movementWords(context, risk)],
    facts: [
      ...fact('likelihood', risk.likelihood, fields['likelihood']),
      ...fact('impact', risk.impact, fields['impact']),
      ...fact('score as stated', risk.statedScore, fields['statedScore']),
      ...fact('rating as stated', risk.statedRating, fields['statedRating']),
      ...fact('mitigation', risk.mitigation, fields['mitigation']),
      ...dateFact('mitigated by', risk.mitigationDate, fields['mitigationDate']),
      ...fact('owner', risk.owner, fields['owner']),
      ...fact('comment', risk.comment, fields['comment']),
    ],
  });
}

/** Returns a risk's score and rating in a few words: `8, Red`. */
export function riskState(context: PaperContext, risk: Risk): string {
  const { matrix } = context.programme;
  return stateOf(matrix && assess(matrix, risk.likelihood, risk.impact));
}

function stateOf(found: Assessment | undefined): string {
  switch (found?.kind) {
    case undefined:
      return 'not scored: the configuration has no matrix';
    case 'scored':
      return `${found.cell.score}, ${found.rating.label}`;
    case 'swapped':
      return 'not scored: the levels are the wrong way round';
    case 'unknown':
      return 'not scored: the matrix has no such levels';
  }
}

function lookUpWords(found: Assessment | undefined): string[] {
  switch (found?.kind) {
    case undefined:
      return [];
    case 'scored':
      return [
        `${cellWords(found)}. The score is looked up in the matrix of cip-report.yaml, never multiplied`,
      ];
    case 'swapped':
      return [
        'likelihood and impact only make sense exchanged, so that no score is printed',
        `exchanged: ${cellWords(found.exchanged)}`,
      ];
    case 'unknown':
      return found.levels.map(({ axis, written, known }) => {
        const levels = formatList(known.map(({ label }) => label));
        return `${axis} ${written} is no level of the matrix, which has ${levels}`;
      });
  }
}

/** `likelihood Medium × impact Critical is cell 8, rating Red: must manage and monitor risks`. */
function cellWords({ likelihood, impact, cell, rating }: Scored): string {
  const action = cell.action === undefined ? '' : `: ${midSentence(cell.action)}`;
  return `likelihood ${likelihood.label} × impact ${impact.label} is cell ${cell.score}, rating ${rating.label}${action}`;
}

function statedWords({ statedScore }: Risk, found: Assessment | undefined): string[] {
  if (statedScore === undefined || found?.kind !== 'scored') return [];
  return [
    sameScore(statedScore, found.cell.score)
      ? `the risk log states ${statedScore} too`
      : `the risk log states ${statedScore}, which the matrix does not give`,
  ];
}

function movementWords(context: PaperContext, risk: Risk): string[] {
  const { previous } = context;
  if (previous === undefined) return [];
  const { open, closed } = riskSection(context);
  const movement = [...open, ...closed].find(({ at }) => at === risk.at)?.movement;
  if (movement === undefined) return [];
  return [`against the papers of ${formatDate(previous.date)}: ${midSentence(movement.text)}`];
}
