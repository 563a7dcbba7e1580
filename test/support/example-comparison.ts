import { fileURLToPath } from 'node:url';
import { compareSides } from '../../src/compare/compare.ts';
import { PARTS, type Comparison } from '../../src/compare/comparison.ts';
import { createContext } from '../../src/papers/context.ts';
import { readDataRepo } from '../../src/read/index.ts';
import { month } from './dataset.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** Returns the comparison of two months of an example's newest papers. */
export async function twoMonths(example: string, from: string, to: string): Promise<Comparison> {
  const { dataset } = await readDataRepo(`${EXAMPLES}/${example}`);
  const [workstream] = dataset?.workstreams ?? [];
  const meeting = workstream?.meetings.at(-1);
  if (!dataset || !workstream || !meeting) throw new Error(`no papers in ${example}`);
  const context = createContext(dataset, { workstream, meeting });
  const side = (key: string) => {
    const period = month(key);
    return { dataset, ref: { label: key, asked: key }, papers: [{ context, period }] };
  };
  return compareSides(side(from), side(to), { form: 'periods', version: '0.1.0', parts: PARTS });
}
