import { plural, formatList } from './format.ts';
import { askLead, attentionEntries } from './pack-attention.ts';
import { ASK_LINES, ITEM_LINES, PACK_LINE, packRoom, type PackRoom } from './pack-room.ts';
import type { Pack, PackCounts, PackHeadline, PackWorkstream } from './pack.ts';
import { excerpt } from './view-excerpt.ts';
import { isCommittee } from './view-head.ts';
import { packTimeLine } from './pack-time-line.ts';
import { changeView } from './view-headlines.ts';
import { RAGS } from './view-rag.ts';
import { ASKS } from './view-asks.ts';
import { targetState } from './view-targets.ts';
import type { TimeLine } from './view-time-line.ts';
import {
  dateText,
  markdownText,
  sentence,
  type MarkdownText,
  type SignName,
  type StateView,
} from './view-text.ts';

/** The programme on one sheet. */
export interface PackSummary {
  /** What a link to the summary leads to: `programme-summary`. */
  readonly id: string;
  /** What stands above the heading: the programme. */
  readonly eyebrow: string;
  /** `2 workstreams: 1 Green, 1 Amber`. */
  readonly standing: string;
  /** Whether each workstream has two lines and no figures. */
  readonly compact: boolean;
  /** A row for each workstream. */
  readonly rows: readonly SummaryRow[];
  /** `What is asked of the board?` */
  readonly asksTitle: string;
  /** What the board is asked by all workstreams, decisions first. */
  readonly asks: readonly SummaryAsk[];
  /** What there is no room for; empty where there is. */
  readonly asksMore: string;
  /** `2 milestones overdue, 1 action missing`. */
  readonly overdueTitle: string;
  /** What is overdue, missing or not answered. */
  readonly overdue: readonly SummaryItem[];
  /** How many more there is no room for; empty where all are here. */
  readonly overdueMore: string;
  /** `2 red risks`, `No red risk`. */
  readonly risksTitle: string;
  /** The red risks of all workstreams. */
  readonly risks: readonly SummaryItem[];
  /** How many more there is no room for; empty where all are here. */
  readonly risksMore: string;
  /** The open milestones of all workstreams, where one is and the sheet has room for it. */
  readonly timeLine: TimeLine | null;
  /** Warnings on the data of all reports. */
  readonly warnings: string;
}

export interface SummaryRow {
  /** The workstream: `Workforce`. */
  readonly title: string;
  /** The link to its report: `#workforce--report`. */
  readonly href: string;
  /** The meeting, where reports are for several, and whether it is a draft. */
  readonly detail: string;
  /** Its RAG; nothing where its paper states none. */
  readonly rag: {
    /** Names the class that gives the colour: `rag-green`. */
    readonly rag: string;
    /** The shape beside the word, drawn by `{{sign sign "sign"}}`. */
    readonly sign: SignName;
    /** `Green`, `Amber`, `Red` or `Blue`. */
    readonly word: string;
    /** The council's own word for it: `on plan`; may be empty. */
    readonly label: string;
    /** `Changed from Green since 14 September 2026`, `First report`. */
    readonly change: string;
  } | null;
  /** Why it is this RAG; nothing where there is no room for it. */
  readonly reason: MarkdownText | null;
  /** Which period the figures are of, and what all of them count; empty where there are none. */
  readonly period: string;
  /** Its first headline figures. */
  readonly headlines: readonly SummaryHeadline[];
  /** `2 more figures in the report.`; empty where all are here. */
  readonly headlinesMore: string;
  /** `1 milestone overdue`, one a line. */
  readonly attention: readonly StateView[];
}

export interface SummaryHeadline {
  /** What is counted: `Agency rate`. */
  readonly label: string;
  /** The figure: `21.08%`. */
  readonly text: string;
  /** The period where it is not that of the first: `Sep 2026`. */
  readonly period: string;
  /** `Worse: +1.08 pp`; nothing without an earlier figure. */
  readonly change: StateView | null;
  /** What it is held to: `Target 12% by Mar 2027`; empty where it is held to nothing, or there is no room. */
  readonly aim: string;
  /** How that target stands; nothing where it has no state of its own. */
  readonly aimState: StateView | null;
}

/** A request of the board, with the workstream that makes it. */
export interface SummaryAsk {
  /** `For decision`, `For support` or `For noting`; empty where the words of the paper say it. */
  readonly kind: string;
  /** The workstream that asks: `Workforce`. */
  readonly workstream: string;
  /** The link to its report: `#workforce--report`. */
  readonly href: string;
  /** What is asked, shortened where it is long. */
  readonly text: MarkdownText;
}

/** Something overdue, or a red risk, with the workstream that has it. */
export interface SummaryItem {
  /** The council's reference: `WFR1`. */
  readonly reference: string;
  /** What it is, shortened where it is long. */
  readonly text: string;
  /** The workstream that has it: `Workforce`. */
  readonly workstream: string;
  /** The link to its report: `#workforce--report`. */
  readonly href: string;
  /** `Overdue by 19 days`; of a risk, `Score 9`. */
  readonly state: StateView;
}

type HrefOf = (workstream: string) => string;

/** Returns the programme's summary, trimmed to one sheet; `hrefOf` gives the link to a workstream's report. */
export function packSummary(pack: Pack, id: string, hrefOf: HrefOf): PackSummary {
  const room = packRoom(pack);
  const asks = summaryAsks(pack, hrefOf);
  const overdue = overdueItems(pack, hrefOf);
  const risks = riskItems(pack, hrefOf);
  return {
    id,
    eyebrow: pack.programme,
    standing: standing(pack),
    compact: room.compact,
    rows: pack.workstreams.map((one) => summaryRow(pack, one, room, hrefOf)),
    asksTitle: isCommittee(pack.board) ? 'What is asked of the committee?' : 'What is asked of the board?',
    asks: asks.slice(0, room.asks),
    asksMore: moreText(asks.length, room.asks, 'request'),
    overdueTitle: overdueTitle(pack),
    overdue: overdue.slice(0, room.overdue),
    overdueMore: moreText(overdue.length, room.overdue, 'entry', 'entries'),
    risksTitle: risksTitle(pack, risks.length),
    risks: risks.slice(0, room.redRisks),
    risksMore: moreText(risks.length, room.redRisks, 'risk'),
    timeLine: packTimeLine(pack, room.timeLine),
    warnings: warningsText(pack.counts),
  };
}

function moreText(all: number, shown: number, one: string, many = `${one}s`): string {
  const left = all - shown;
  if (left <= 0) return '';
  return shown === 0
    ? `See the reports for ${plural(left, one, many)}.`
    : `${plural(left, `more ${one}`, `more ${many}`)} in the reports.`;
}

function standing({ workstreams }: Pack): string {
  const counted = (['red', 'amber', 'green', 'blue'] as const).flatMap((rag) => {
    const count = workstreams.filter((one) => one.rag?.current === rag).length;
    return count === 0 ? [] : [`${count} ${RAGS[rag].word}`];
  });
  const unstated = workstreams.filter((one) => one.rag === undefined).length;
  const parts = [...counted, ...(unstated === 0 ? [] : [`${unstated} without a RAG`])];
  return `${plural(workstreams.length, 'workstream')}: ${formatList(parts)}.`;
}

function summaryRow(pack: Pack, one: PackWorkstream, room: PackRoom, hrefOf: HrefOf): SummaryRow {
  const { rag } = one;
  const details = [
    ...(pack.meetings.length > 1 ? [dateText(one.meeting.date)] : []),
    ...(one.draft ? ['draft'] : []),
  ];
  return {
    title: one.title,
    href: hrefOf(one.id),
    detail: details.join(', '),
    rag: rag
      ? {
          rag: rag.current,
          sign: RAGS[rag.current].sign,
          word: rag.word,
          label: room.compact ? '' : rag.label,
          change: rag.change,
        }
      : null,
    reason: rag && room.reasons ? markdownText(rag.reason, 2) : null,
    period: room.headlines === 0 ? '' : one.headlinePeriod,
    headlines: one.headlines
      .slice(0, room.headlines)
      .map((figure) => headline(figure, one.headlines[0], room)),
    headlinesMore: room.compact ? '' : figuresMore(one, room),
    attention: room.compact ? firstOf(attention(one)) : attention(one),
  };
}

function figuresMore({ headlines, moreHeadlines }: PackWorkstream, room: PackRoom): string {
  const left = Math.max(0, headlines.length - room.headlines) + moreHeadlines;
  return left === 0 ? '' : `${plural(left, 'more figure')} in the report.`;
}

function headline(
  { label, text, period, change, aim, aimState, aimEarly = false }: PackHeadline,
  first: PackHeadline | undefined,
  { aims }: PackRoom,
): SummaryHeadline {
  return {
    label,
    text,
    period: first?.period === period ? '' : period,
    change: change ? changeView(change) : null,
    aim: aims ? (aim ?? '') : '',
    aimState: aims && aimState ? targetState(aimState, aimEarly) : null,
  };
}

/** Returns what a workstream has that the board should look at; one entry that says so where it has nothing. */
function attention(one: PackWorkstream): StateView[] {
  const entries = attentionEntries(one.counts).map(([text, tone]): StateView => ({
    sign: tone === 'bad' ? 'cross' : 'alert',
    tone,
    text,
  }));
  return entries.length > 0 ? entries : [nothing(one)];
}

/** Characters of states that two lines of a compact row hold. */
const COMPACT = 66;

/** Returns the first states that a compact row has room for, and how many more there are. */
function firstOf(states: readonly StateView[]): StateView[] {
  let used = 0;
  const over = states.findIndex(({ text }) => (used += text.length + 4) > COMPACT);
  if (over < 1) return [...states];
  const more: StateView = { sign: 'dash', tone: 'plain', text: `${states.length - over} more` };
  return [...states.slice(0, over), more];
}

/** What a workstream whose data has nothing to look at can say of each kind that it gives. */
const NOTHING: readonly (readonly [PackWorkstream['given'][number], string])[] = [
  ['milestones', 'no milestone overdue'],
  ['actions', 'no action overdue'],
  ['targets', 'no target missed'],
  ['indicators', 'no indicator outside its level'],
  ['risks', 'no red risk'],
];

function nothing({ given }: PackWorkstream): StateView {
  const texts = NOTHING.filter(([kind]) => given.includes(kind)).map(([, text]) => text);
  return texts.length === 0
    ? { sign: 'dash', tone: 'plain', text: 'No data on progress or risk' }
    : { sign: 'tick', tone: 'good', text: sentence(texts.join(', ')) };
}

/** Returns what is asked of the board by all workstreams: decisions, then what papers' own sections ask, support, what is to be noted. */
function summaryAsks({ workstreams }: Pack, hrefOf: HrefOf): SummaryAsk[] {
  return (['decide', 'decision', 'support', 'note'] as const).flatMap((kind) =>
    workstreams.flatMap((one) =>
      one.asks
        .filter((ask) => ask.kind === kind)
        .map(({ markdown }) => {
          const lead = askLead(kind, one.title);
          const { text } = excerpt(`${lead}${markdown}`, ASK_LINES, PACK_LINE.ask);
          return {
            kind: ASKS[kind],
            workstream: one.title,
            href: hrefOf(one.id),
            text: markdownText(text.slice(lead.length), 2),
          };
        }),
    ),
  );
}

function overdueTitle({ counts, workstreams }: Pack): string {
  const { overdueMilestones, overdueActions, missingActions, unanswered } = counts;
  const overdue = [
    ...(overdueMilestones > 0 ? [plural(overdueMilestones, 'milestone')] : []),
    ...(overdueActions > 0 ? [plural(overdueActions, 'action')] : []),
  ];
  const parts = [
    ...(overdue.length === 0 ? [] : [`${formatList(overdue)} overdue`]),
    ...(missingActions > 0 ? [`${plural(missingActions, 'action')} missing`] : []),
    ...(unanswered > 0 ? [`${plural(unanswered, 'resolution')} not answered`] : []),
  ];
  if (parts.length > 0) return parts.join(', ');
  const isGiven = workstreams.some(({ given }) => given.includes('milestones') || given.includes('actions'));
  return isGiven ? 'Nothing is overdue' : 'No milestones or actions are given';
}

function risksTitle({ workstreams }: Pack, count: number): string {
  if (count > 0) return plural(count, 'red risk');
  return workstreams.some(({ given }) => given.includes('risks')) ? 'No red risk' : 'No risk log is given';
}

function overdueItems({ workstreams }: Pack, hrefOf: HrefOf): SummaryItem[] {
  return workstreams.flatMap((one) =>
    one.overdue.map(({ reference, text, state }) => ({
      reference,
      text: excerpt(text, ITEM_LINES, PACK_LINE.item).text,
      workstream: one.title,
      href: hrefOf(one.id),
      state: { sign: 'cross', tone: 'bad', text: state },
    })),
  );
}

function riskItems({ workstreams }: Pack, hrefOf: HrefOf): SummaryItem[] {
  return workstreams.flatMap((one) =>
    one.redRisks.map(({ reference, risk, score }) => ({
      reference,
      text: excerpt(risk, ITEM_LINES, PACK_LINE.item).text,
      workstream: one.title,
      href: hrefOf(one.id),
      state: { sign: 'cross', tone: 'bad', text: score === undefined ? 'Not scored' : `Score ${score}` },
    })),
  );
}

function warningsText({ warnings }: PackCounts): string {
  return warnings === 0
    ? 'No warning on the data of these reports.'
    : `${plural(warnings, 'warning')} on the data of these reports; each report lists its own.`;
}
