import * as z from 'zod/mini';
import { figureId, id, key, label, text } from './key.ts';

const acceptance = z.strictObject({
  finding: key(text(), 'The code of the finding, or the name of its rule.', 'finding: W110'),
  of: key(
    label(),
    'What the finding is about, as `check` prints it: a figure, or an entry of a list.',
    'of: permanent@2021-01',
  ),
  says: key(
    label(),
    'What the finding says, as `check` prints it: its words, or the part of them that has the value. Where it comes to say another, it is no longer accepted.',
    'says: −6 unexplained',
  ),
  workstream: key(z.optional(id()), 'In the papers of which workstream; of any where it is left out.'),
  reason: key(
    text().check(z.maxLength(1000)),
    'Why it is left as it is, in no more than 1,000 characters. It is printed in the report, and figures in it are read like those of any other text.',
    'reason: Counted a week late.',
  ),
  by: key(text(), 'Who accepts it, by role.', 'by: Head of Workforce'),
});

/** `checks` in `cip-report.yaml` as people write it. */
export const writtenChecks = z.strictObject({
  freshness_days: key(
    z.optional(z.int().check(z.minimum(1), z.maximum(3660))),
    'Figures are old when their last period ended more than so many days before the meeting; 122 where it is left out.',
    'freshness_days: 60',
  ),
  unexplained: key(
    z.optional(label()),
    'So many permanent workers may be left unexplained by starters and leavers; none where it is left out.',
    'unexplained: 2',
  ),
  jumps: key(
    z.optional(z.record(figureId(), label())),
    'The most by which a figure is expected to change from one period to the next, as a number or in percent of the earlier figure (of a share: percentage points).',
    'jumps: { agency: 25%, permanent: 10 }',
  ),
  severities: key(
    z.optional(z.record(text(), z.enum(['error', 'warning', 'note']))),
    'Severities in place of the default ones, by the code of a finding or the name of its rule. What is an error by default stays one.',
    'severities: { figure-restated: warning, W110: error }',
  ),
  accepted: key(
    z.optional(z.array(acceptance).check(z.maxLength(500))),
    'Findings that are known and left as they are, each with a reason and the role of whoever accepts it. They are printed in the report, and fail no build or check.',
  ),
});
