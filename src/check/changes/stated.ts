import { groupText } from '../../metrics/book.ts';
import { suggestId } from '../../metrics/registry.ts';
import { groupWords, placesBehind } from '../../metrics/wording.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { formatList, formatPeriod, midSentence, plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { PaperContext } from '../../papers/context.ts';
import {
  changeReckoning,
  changesText,
  figuresText,
  meaningText,
  statedText,
} from '../../papers/stated-change-words.ts';
import { laterKey, type ComparedChange } from '../../papers/stated-changes.ts';
import { figureSubject } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** The most rows of a column that a finding names. */
const NAMED = 12;

/** W154: a stated change that is none of the two figures', read in whichever way. */
export const changesThatDoNotFollow: Check = (papers) =>
  papers.changes
    .filter(({ verdict }) => verdict === 'wrong')
    .map((one) =>
      finding('W154', `${printed(one)}; the figures give ${changesText(one)}`, {
        ...common(one, papers),
        why: changeReckoning(one),
      }),
    );

/**
 * W155: changes of one column in another unit than they are printed in: percentage points with a % sign, a change in per
 * cent as points or as a number. W156 where others of the column are right: then it mixes the two. One finding a column.
 */
export const changesInOtherUnits: Check = (papers) =>
  columnsOf(papers.changes).flatMap((column) => {
    const amiss = column.filter(({ verdict }) => verdict === 'other-unit');
    const [first] = amiss;
    if (first === undefined) return [];
    const others = column.filter((one) => one.verdict === 'right' && !one.isBoth && isAlike(one, first));
    const mixed = [...amiss, ...others];
    return new Set(mixed.map(({ is }) => is)).size > 1
      ? [
          mixedFinding(
            first,
            column.filter((one) => mixed.includes(one)),
            papers,
          ),
        ]
      : [unitFinding(first, amiss.slice(1), papers)];
  });

/** W157: changes whose figure went the other way. One finding a column, which may be the earlier figure less the later. */
export const changesWithOtherSign: Check = (papers) =>
  columnsOf(papers.changes.filter(({ verdict }) => verdict === 'other-sign')).flatMap(([first, ...others]) =>
    first ? [signFinding(first, others, papers)] : [],
  );

/** W159: a heading that names the change of a figure that is not known. */
export const changesOfUnknownFigures: Check = (papers) => {
  const { registry } = papers.figures;
  const unknown = papers.meeting.changes.filter(
    ({ id }) => !registry.kinds.has(id) && !registry.unusable.has(id),
  );
  const columns = groupBy(unknown, ({ id, heading, at }) => JSON.stringify([at.file, heading, id]));
  return [...columns.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const message = `"${first.heading}" states changes of ${first.id}, which is neither a measure nor a metric`;
    return finding('W159', message, {
      at: first.at,
      about: figureSubject(laterKey(first), papers),
      help: suggestId(registry, first.id),
      related: others.map(({ at }) => at),
    });
  });
};

/** Returns the changes by the heading under which a table prints them. */
function columnsOf(changes: readonly ComparedChange[]): readonly ComparedChange[][] {
  return [...groupBy(changes, ({ change: { at, heading } }) => JSON.stringify([at.file, heading])).values()];
}

/** A number and a percentage in one column say themselves what they are. */
function isAlike({ change: a }: ComparedChange, { change: b }: ComparedChange): boolean {
  return a.written === b.written;
}

function common(one: ComparedChange, papers: PaperContext) {
  return {
    at: one.change.at,
    about: figureSubject(laterKey(one.change), papers),
    related: [one.from, one.to].flatMap(placesBehind),
  };
}

/** Returns what is printed: `the change of agency rate from Jul 2023 to Mar 2024 is printed as −11% for team Duty`. */
function printed({ change, kind, from }: ComparedChange): string {
  const whose = groupText(change.group) === '' ? '' : ` for ${groupWords(change.group)}`;
  const when = `from ${formatPeriod(from.key.period)} to ${formatPeriod(change.to)}`;
  return `the change of ${midSentence(kind.label)} ${when} is printed as ${statedText(change)}${whose}`;
}

function under({ change }: ComparedChange): string {
  return ` under "${change.heading}"`;
}

function alsoOthers(others: readonly ComparedChange[]): string {
  return others.length === 0 ? '' : `; so it is with ${plural(others.length, 'other change')} of the column`;
}

function unitFinding(one: ComparedChange, others: readonly ComparedChange[], papers: PaperContext): Finding {
  const { at, about, related } = common(one, papers);
  return finding('W155', `${printed(one)}${under(one)}; it is ${meaningText(one)}${alsoOthers(others)}`, {
    at,
    about,
    why: changeReckoning(one),
    help: unitHelp(one),
    related: [...others.map((other) => other.change.at), ...related],
  });
}

function unitHelp({ is, change, kind }: ComparedChange): string {
  const number = statedText({ ...change, written: 'plain' });
  const { heading, written } = change;
  if (is === 'relative')
    return written === 'percent'
      ? 'head the column "% change", or print the difference of the two figures'
      : `write ${number}%, or the difference of the two figures`;
  if (kind.unit !== 'share') return `write ${number} without a unit, or the change in per cent`;
  return `write ${number} pp, or head the column "${withPoints(heading)}"`;
}

function withPoints(heading: string): string {
  const bare = heading.replace(/\s*\(?%(?:age)?\)?\s*/g, ' ').trim();
  return `${bare === '' ? 'Change' : bare} (percentage points)`;
}

function mixedFinding(first: ComparedChange, rows: readonly ComparedChange[], papers: PaperContext): Finding {
  const points = rows.filter(({ is }) => is === 'difference');
  const relative = rows.filter(({ is }) => is === 'relative');
  const differences = points.every(({ kind }) => kind.unit === 'share') ? 'percentage points' : 'differences';
  const message = `the column "${first.change.heading}" mixes ${differences} (${namesOf(points)}) and changes in per cent (${namesOf(relative)})`;
  const shown = rows.slice(0, NAMED).map((row) => `${nameOf(row)}: ${changeReckoning(row)}`);
  const more = rows.length > NAMED ? [`and ${plural(rows.length - NAMED, 'other row')}`] : [];
  return finding('W156', message, {
    at: first.change.at,
    about: figureSubject(laterKey(first.change), papers),
    why: [...shown, ...more].join(' · '),
    related: rows.filter((row) => row !== first).map((row) => row.change.at),
  });
}

function namesOf(rows: readonly ComparedChange[]): string {
  const named = rows.slice(0, NAMED).map((row) => `${nameOf(row)} ${statedText(row.change)}`);
  const more = rows.length > NAMED ? [plural(rows.length - NAMED, 'other')] : [];
  return formatList([...named, ...more]);
}

/** Returns what a reader of the table calls a row: whose it is, or of what, or when. */
function nameOf({ change, kind }: ComparedChange): string {
  const names = Object.values(change.group);
  const own = change.label === change.heading || change.label === '' ? kind.label : change.label;
  const when = change.label === change.heading ? [formatPeriod(change.to)] : [];
  return [...(names.length === 0 ? [own] : names), ...when].join(', ');
}

function signFinding(one: ComparedChange, others: readonly ComparedChange[], papers: PaperContext): Finding {
  const { pair, change } = one;
  const { at, about, related } = common(one, papers);
  const way = pair.to.value.compare(pair.from.value) > 0 ? 'rose' : 'fell';
  const message = `${printed(one)}${under(one)}; the figure ${way} from ${figuresText(one, pair)}: ${changesText(one)}`;
  return finding('W157', `${message}${alsoOthers(others)}`, {
    at,
    about,
    why: changeReckoning(one),
    help: change.signed
      ? undefined
      : 'write a minus sign, or a word such as "reduction", where a figure fell',
    related: [...others.map((other) => other.change.at), ...related],
  });
}
