import { createBook, groupText, type FigureBook } from '../../metrics/book.ts';
import type { Group, TableAxis } from '../../model/dataset.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { Place } from '../../model/place.ts';
import { dimensionsIn, knownGroup } from '../../papers/known-groups.ts';
import { subjectOf } from '../../papers/subject.ts';
import type { Check } from '../rule.ts';

/** What shows groups: in words, as findings name it, and where it is configured. */
interface Shown {
  readonly what: string;
  readonly about: string;
  readonly at: Place;
}

/**
 * E122: a table or a chart of a group that no meeting's papers have, in this spelling: it could only be empty. Groups of
 * targets and of levels have their own finding (W414).
 */
export const unknownGroups: Check = ({ workstream, meetings: known, figures }) => {
  const { tables, charts, meetings } = workstream;
  if (tables.length === 0 && charts.length === 0) return [];
  // A group that only later papers have is no fault of the configuration.
  const book = meetings.length === known.length ? figures.book : createBook(meetings);
  return [
    ...tables.flatMap(({ id, of, rows, columns, at }) => {
      const shown = { what: `the table ${id}`, about: subjectOf('table', id), at };
      return [...groupFindings(book, of, shown), ...axisFindings(book, [rows, columns], shown)];
    }),
    ...charts.flatMap(({ id, of, at }) =>
      groupFindings(book, of, { what: `the chart ${id}`, about: subjectOf('chart', id), at }),
    ),
  ];
};

function groupFindings(book: FigureBook, of: Group, { what, about, at }: Shown): Finding[] {
  const known = knownGroup(book, of);
  if (known.kind === 'unknown')
    return [
      finding('E122', `${what} is of a group that is not there: ${known.message}`, {
        at,
        about,
        help: known.help,
      }),
    ];
  const own = groupText(known.group);
  if (own === groupText(of)) return [];
  const message = `${what} is of a group that is not there in this spelling: ${groupText(of)}`;
  return [finding('E122', message, { at, about, help: `did you mean ${own}?` })];
}

function axisFindings(book: FigureBook, axes: readonly TableAxis[], { what, about, at }: Shown): Finding[] {
  const dimensions = new Set(dimensionsIn(book));
  return axes.flatMap((axis) => {
    if (axis.kind !== 'members' || dimensions.has(axis.dimension)) return [];
    const known = knownGroup(book, { [axis.dimension]: '' });
    const message = `${what} has a row or column for each ${axis.dimension}: the data has no groups by ${axis.dimension}`;
    return [finding('E122', message, { at, about, help: known.kind === 'unknown' ? known.help : undefined })];
  });
}
