import { headingKey } from './heading-key.ts';

/** Returns a name as it is compared: without case, with spaces and dashes made equal, and `&` as `and`. */
export function memberKey(name: string): string {
  return headingKey(name.normalize('NFKC').replace(/\s*&\s*/g, ' and '));
}
