import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyExample, inTemporaryFolder } from '../support/program.ts';
import { edited, findingName, findingsOf } from '../support/rule-cases.ts';
import { CHECKED_EXAMPLES } from './inconsistencies.ts';

const names = (list: readonly { readonly finding: string }[] = []) => list.map((one) => one.finding).sort();

describe.each(CHECKED_EXAMPLES)(
  'examples/$example',
  ({ example, wrong, matters, accepted = [], corrections }) => {
    it('has exactly the findings that its source deserves', () =>
      inTemporaryFolder(async (folder) => {
        const findings = await findingsOf(await copyExample(example, folder));
        const open = findings.filter((one) => one.accepted === undefined);
        expect(open.map(findingName).sort()).toEqual([...names(wrong), ...names(matters)].sort());
        const known = findings.filter((one) => one.accepted !== undefined);
        expect(known.map(findingName).sort()).toEqual(names(accepted));
      }));

    it('has none once it is corrected', () =>
      inTemporaryFolder(async (folder) => {
        const root = await copyExample(example, folder);
        for (const edit of corrections) {
          const path = join(root, edit.file);
          await writeFile(path, edited(await readFile(path, 'utf8'), edit));
        }
        const findings = await findingsOf(root);
        expect(findings.filter((one) => one.accepted === undefined).map((one) => one.message)).toEqual([]);
      }));
  },
);
