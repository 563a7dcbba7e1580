import type { NumberChange } from '../../metrics/measured-change.ts';
import { toDecimal } from '../../model/exact.ts';
import type { Amount } from '../comparison.ts';

/** Returns a change as the comparison has it. */
export function amountsOf({ difference, text, relative, relativeText }: NumberChange): {
  readonly absolute: Amount;
  readonly relative?: Amount;
} {
  return {
    absolute: { decimal: toDecimal(difference), text },
    ...(relative !== undefined &&
      relativeText !== undefined && { relative: { decimal: toDecimal(relative), text: relativeText } }),
  };
}
