import { finding, type Finding } from '../../model/finding.ts';
import type { Fault } from './rule.ts';

/** Returns the note that a PDF does not bear the identifier of PDF/UA, with the first rule that it breaks; none where it does. */
export function leftOutNote(title: string, faults: readonly Fault[]): Finding[] {
  const [first, ...more] = faults;
  if (first === undefined) return [];
  const others = more.length === 0 ? '' : `, and ${more.length} more`;
  return [
    finding(
      'N914',
      `the PDF of “${title}” breaks the rule “${first.rule}”: ${first.what} (${first.where})${others}`,
      {
        why: 'a file that breaks a rule of accessibility does not bear the identifier of PDF/UA; all else of it is as it must be',
      },
    ),
  ];
}
