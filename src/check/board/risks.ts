import type { Risk } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatDate, formatList, formatPeriodInFull, plural } from '../../model/format.ts';
import type { Level, Matrix } from '../../model/matrix.ts';
import {
  assess,
  findRating,
  judgedPair,
  sameScore,
  type Assessment,
  type Scored,
  type UnknownLevel,
} from '../../risk/matrix.ts';
import type { PaperContext } from '../../papers/context.ts';
import { rule, type Check, type Rule } from '../rule.ts';
import { followedEntries, RISKS } from '../../papers/followed.ts';
import { subjectOf } from '../../papers/subject.ts';
import { fieldPlace } from '../../risk/entry.ts';
import { riskMovement } from '../../risk/movement.ts';
import { riskSilence } from './silence.ts';

const noMatrix: Check = ({ meeting, programme, faulty }) => {
  const [first, ...others] = meeting.risks;
  if (!first || programme.matrix || faulty.size > 0) return [];
  return [
    finding('E307', `there is no matrix to score ${plural(meeting.risks.length, 'risk')} with`, {
      at: first.at,
      related: others.map((risk) => risk.at),
    }),
  ];
};

const unknownLevels: Check = (context) =>
  eachRisk(context, (risk, found) =>
    found.kind === 'unknown' ? found.levels.map((level) => unknownLevel(risk, level)) : [],
  );

const statedScore: Check = (context) =>
  eachRisk(context, (risk, found) => {
    if (found.kind !== 'scored' || risk.statedScore === undefined) return [];
    if (sameScore(risk.statedScore, found.cell.score)) return [];
    const message = `${risk.reference}: the stated score ${risk.statedScore} is not the matrix's ${found.cell.score}`;
    return [
      finding('W302', message, {
        at: fieldPlace(risk, 'statedScore'),
        about: aboutOf(risk),
        why: cellText(found),
      }),
    ];
  });

const swappedAxes: Check = (context) =>
  eachRisk(context, (risk, found) => {
    if (found.kind !== 'swapped') return [];
    const { exchanged } = found;
    const why = [
      `"${risk.likelihood}" is a level of impact and "${risk.impact}" one of likelihood`,
      `exchanged, ${cellText(exchanged)}`,
      ...statedAgainst(risk, exchanged),
    ];
    const message = `${risk.reference}: likelihood "${risk.likelihood}" and impact "${risk.impact}" are the wrong way round`;
    return [
      finding('W303', message, {
        at: fieldPlace(risk, 'likelihood'),
        about: aboutOf(risk),
        why: why.join(' · '),
        related: [fieldPlace(risk, 'impact')],
      }),
    ];
  });

const statedRating: Check = (context) =>
  eachRisk(context, (risk, found, matrix) => {
    if (found.kind !== 'scored' || risk.statedRating === undefined) return [];
    if (findRating(matrix, risk.statedRating)?.id === found.rating.id) return [];
    const message = `${risk.reference}: the stated rating ${risk.statedRating} is not the matrix's ${found.rating.label}`;
    return [
      finding('W304', message, {
        at: fieldPlace(risk, 'statedRating'),
        about: aboutOf(risk),
        why: cellText(found),
      }),
    ];
  });

const unmanagedRed: Check = (context) =>
  eachRisk(context, (risk, found) => {
    const pair = judgedPair(found);
    if (!risk.open || !pair?.rating.severe) return [];
    const lacking = LACKING.filter(({ isGiven }) => !isGiven(risk));
    if (lacking.length === 0) return [];
    const message = `${risk.reference} is rated ${pair.rating.label} and has ${formatList(lacking.map(({ words }) => words))}`;
    return [
      finding('W305', message, {
        at: fieldPlace(risk, 'reference'),
        about: aboutOf(risk),
        why: cellText(pair),
        help: `say in the risk log ${formatList(lacking.map(({ advice }) => advice))}`,
      }),
    ];
  });

/** What a red risk needs. */
const LACKING = [
  {
    words: 'no mitigation',
    advice: 'what is done about it',
    isGiven: ({ mitigation }: Risk) => mitigation.trim() !== '',
  },
  {
    words: 'no owner',
    advice: 'who sees to it, by role',
    isGiven: ({ owner }: Risk) => owner !== undefined && owner.trim() !== '',
  },
  {
    words: 'no date for mitigation',
    advice: 'by when',
    isGiven: ({ mitigationDate }: Risk) => mitigationDate !== undefined,
  },
] as const;

const mitigationPassed: Check = ({ meeting, asOf }) =>
  meeting.risks.flatMap((risk) => {
    const { mitigationDate } = risk;
    if (!risk.open || !mitigationDate || mitigationDate.end >= asOf) return [];
    const message = `${risk.reference} is open, but its date for mitigation, ${formatPeriodInFull(mitigationDate)}, has passed`;
    const why = `it ended on ${formatDate(mitigationDate.end)} · judged as of ${formatDate(asOf)}`;
    return [finding('W306', message, { at: fieldPlace(risk, 'mitigationDate'), about: aboutOf(risk), why })];
  });

/** A risk that moves without a word leaves the board to guess why. */
const moved: Check = (context) =>
  followedEntries(context, RISKS).flatMap((one) => {
    const { meeting, was, now } = one;
    const movement = now?.open === true ? riskMovement(context.programme.matrix, now, [was]) : undefined;
    const { from, to } = movement?.scored ?? {};
    const silent = now && riskSilence(now, one, context.meeting.risks);
    if (!now || !movement || !from || !to || from.cell === to.cell || silent === undefined) return [];
    const change =
      movement.kind === 'up'
        ? 'more severe than'
        : movement.kind === 'down'
          ? 'less severe than'
          : 'as severe as';
    const message = `${now.reference} moved from ${shortCell(from)} to ${shortCell(to)}, ${silent}`;
    return [
      finding('W310', message, {
        at: fieldPlace(now, 'likelihood'),
        about: aboutOf(now),
        why: `${change} on ${formatDate(meeting.date)}`,
        related: [fieldPlace(was, 'likelihood')],
      }),
    ];
  });

export const RISK_RULES: readonly Rule[] = [
  rule(['E307'], noMatrix),
  rule(['E301'], unknownLevels),
  rule(['W302'], statedScore),
  rule(['W303'], swappedAxes),
  rule(['W304'], statedRating),
  rule(['W305'], unmanagedRed),
  rule(['W306'], mitigationPassed),
  rule(['W310'], moved),
];

function aboutOf({ reference }: Risk): string {
  return subjectOf('risk', reference);
}

function eachRisk(
  { meeting, programme: { matrix } }: PaperContext,
  judge: (risk: Risk, found: Assessment, matrix: Matrix) => readonly Finding[],
): Finding[] {
  if (!matrix) return [];
  return meeting.risks.flatMap((risk) => judge(risk, assess(matrix, risk.likelihood, risk.impact), matrix));
}

function unknownLevel(risk: Risk, { axis, written, known, suggestion }: UnknownLevel): Finding {
  return finding('E301', `${risk.reference}: ${axis} "${written}" is no level of the matrix`, {
    at: fieldPlace(risk, axis),
    about: aboutOf(risk),
    why: `the levels of ${axis} are ${formatList(known.map(levelText))}`,
    ...(suggestion && { help: `did you mean "${suggestion.label}"?` }),
  });
}

function levelText({ id, label }: Level): string {
  return id === label ? id : `${id} (${label})`;
}

function cellText({ likelihood, impact, cell, rating }: Scored): string {
  return `${likelihood.label} × ${impact.label} scores ${cell.score} (${rating.label})`;
}

function shortCell({ likelihood, impact, cell, rating }: Scored): string {
  return `${likelihood.label} × ${impact.label} (${cell.score}, ${rating.label})`;
}

function statedAgainst(risk: Risk, { cell }: Scored): string[] {
  if (risk.statedScore === undefined) return [];
  const verdict = sameScore(risk.statedScore, cell.score) ? 'agrees with that' : 'does not agree with that';
  return [`the stated score ${risk.statedScore} ${verdict}`];
}
