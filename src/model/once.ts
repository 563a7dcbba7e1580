/**
 * Returns the function with each of its results kept for as long as what it was given: a figure of a thousand teams is
 * walked through once, not once for every rate that stands on it. Only for what never changes.
 */
export function once<K extends object, V>(compute: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before.value;
    const value = compute(of);
    known.set(of, { value });
    return value;
  };
}
