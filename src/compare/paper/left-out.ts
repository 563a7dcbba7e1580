import { groupBy } from '../../model/group-by.ts';
import { partOf, type Piece } from './piece.ts';

/**
 * Returns lines on what has no room on the paper, in a board's words: `Not shown here: figures by team, effects by team.`, and a
 * last one on where all of it is. What one of several workstreams alone lacks is told with its name.
 */
export function leftOut(dropped: readonly Piece[]): string[] {
  const command = 'cip-report diff --format csv';
  if (dropped.length === 0) return [`The CSV lists what is only counted here (${command}).`];
  const whose = (one: string): Set<string> =>
    new Set(dropped.filter(({ name }) => name === one).map(({ workstream }) => workstream));
  const isOfOne = ({ name, workstream }: Piece): boolean => workstream !== '' && whose(name).size === 1;
  const named = [...groupBy(dropped, (one) => (isOfOne(one) ? one.workstream : ''))]
    .toSorted(([one], [other]) => Number(one !== '') - Number(other !== ''))
    .map(([workstream, some]) => {
      const names = [...new Set(some.map(({ name }) => name))].join(', ');
      return workstream === '' ? names : `of ${workstream} ${names}`;
    });
  const isInJson = dropped.some(({ section }) => partOf(section) === 'why');
  const reasons = isInJson ? '; the JSON also says where each comes from' : '';
  return [`Not shown here: ${named.join('; ')}.`, `The CSV lists every change (${command})${reasons}.`];
}
