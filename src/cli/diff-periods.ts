import type { SideRef } from '../compare/comparison.ts';
import type { SidePapers } from '../compare/side.ts';
import { formatPeriod } from '../model/format.ts';
import { isSamePeriod, type Period } from '../model/period.ts';
import type { PaperContext } from '../papers/context.ts';
import { parsePeriod } from '../read/grammar/period.ts';
import { comparedPeriods, periodsOfPaper } from '../papers/paper-periods.ts';
import { choosePapers, contextOf } from './diff-papers.ts';
import type { SideData } from './diff-read.ts';
import type { DiffRequest } from './diff-options.ts';
import type { DiffSides } from './diff-sides.ts';
import { renamingsOf, withRenamed } from './diff-renamed.ts';
import { UsageError } from './exit-code.ts';

/** A workstream's papers with its two periods, as far as it has them. */
interface Pair {
  readonly context: PaperContext;
  readonly before: Period | undefined;
  readonly after: Period | undefined;
}

/**
 * Returns the two sides of two periods of the same papers: of those that are named, of one and the latest, or of the last
 * two. A workstream that has not both is left out, and said. Throws a UsageError where none has.
 */
export function periodSides(data: SideData, texts: readonly string[], request: DiffRequest): DiffSides {
  const selected = choosePapers({ ...data, ref: { label: '', asked: '' } }, request);
  const pairs = selected.map((one) => pairOf(contextOf(data, one, request.asOf), texts));
  const whole = pairs.flatMap(({ context, before, after }) =>
    before && after && (!isSamePeriod(before, after) || texts.length === 2)
      ? [{ context, before, after }]
      : [],
  );
  refuseNone(pairs, whole.length, texts);
  for (const { before, after } of whole) refuseKinds(before, after);
  const old = withRenamed(data.dataset, data.dataset, request.renamed);
  const papersThen = whole.map(({ context, before }): SidePapers => {
    const same = old === data.dataset ? context : undefined;
    return { context: same ?? again(context, { ...data, dataset: old }, request), period: before };
  });
  const papersNow = whole.map(({ context, after }): SidePapers => ({ context, period: after }));
  return {
    before: {
      dataset: old,
      ref: refOf(papersThen, texts[0], 'the period before the latest'),
      papers: papersThen,
    },
    after: { dataset: data.dataset, ref: refOf(papersNow, texts[1], 'the latest period'), papers: papersNow },
    notCompared: pairs
      .filter((one) => !whole.some(({ context }) => context === one.context))
      .map((one) => missingIn(one, texts)),
    renamed: renamingsOf(data.dataset, data.dataset, request.renamed),
  };
}

function pairOf(context: PaperContext, texts: readonly string[]): Pair {
  const own = comparedPeriods(context);
  const known = periodsOfPaper(context);
  const named = texts.map((text) => {
    const reading = parsePeriod(text);
    if (!reading.ok) return undefined;
    // A year may be written as a month would be: 2010-11.
    return (
      known.find((one) => isSamePeriod(one, reading.value)) ??
      known.find(({ key }) => key === reading.value.key)
    );
  });
  if (texts.length === 2) return { context, before: named[0], after: named[1] };
  // A year alone is compared with the latest year, where the papers have years beside their months.
  const [one] = named;
  if (texts.length === 1) {
    const like = one && own.at(-1)?.kind !== one.kind ? known.filter(({ kind }) => kind === one.kind) : own;
    return { context, before: one, after: like.at(-1) };
  }
  return { context, before: own.at(-2), after: own.at(-1) };
}

/** The same papers of the data in which members have their new names. */
function again(context: PaperContext, data: SideData, { asOf }: DiffRequest): PaperContext {
  const workstream = data.dataset.workstreams.find(({ id }) => id === context.workstream.id);
  const meeting = workstream?.meetings.find(({ id }) => id === context.meeting.id);
  return workstream && meeting ? contextOf(data, { workstream, meeting }, asOf) : context;
}

function refuseNone(pairs: readonly Pair[], whole: number, texts: readonly string[]): void {
  if (whole > 0) return;
  const [first] = pairs;
  const alone = pairs.find(({ before, after }) => before && isSamePeriod(before, after));
  if (alone?.before && texts.length === 1)
    throw new UsageError(
      `${formatPeriod(alone.before)} is the latest period: there is none to compare it with`,
      'name an earlier one, or two',
    );
  const known = first && comparedPeriods(first.context).map(formatPeriod);
  throw new UsageError(
    texts.length === 0 ? 'no workstream has two periods of figures' : 'no workstream has both periods',
    known === undefined || known.length === 0
      ? 'compare two meetings, folders or revisions'
      : `${first?.context.workstream.title ?? ''} has ${known.slice(-MOST_NAMED).join(', ')}`,
  );
}

const MOST_NAMED = 12;

/** What happened in a month and what happened in a year are not compared. */
function refuseKinds(before: Period, after: Period): void {
  if (before.kind === after.kind) return;
  throw new UsageError(
    `${formatPeriod(before)} and ${formatPeriod(after)} are not of one length`,
    'compare a month with a month, and a year with a year',
  );
}

function refOf(papers: readonly SidePapers[], asked: string | undefined, others: string): SideRef {
  const labels = new Set(papers.flatMap(({ period }) => (period ? [formatPeriod(period)] : [])));
  const [only] = labels;
  return { label: only !== undefined && labels.size === 1 ? only : others, asked: asked ?? '' };
}

function missingIn({ context, before, after }: Pair, texts: readonly string[]): string {
  const { title } = context.workstream;
  if (texts.length === 0) return `${title} is not compared: it has fewer than two periods of figures.`;
  if (before && after) return `${title} is not compared: ${formatPeriod(before)} is its latest period.`;
  const named = texts.map((text) => {
    const reading = parsePeriod(text);
    return reading.ok ? formatPeriod(reading.value) : text;
  });
  const lacks = [before, after].flatMap((one, index) => (one ? [] : [named[index] ?? 'the latest period']));
  return `${title} is not compared: it has no figures of ${lacks.join(' or ')}.`;
}
