/** Strings that choose or compute something: a closed set of words, dates, numbers, ids that others refer to. */
const STRUCTURE =
  /^(schema|template|language|kind|tone|state|basis|unit|direction|movement|severity|code|colour|rows|source|key|start|end|date|previous|current|indicated|from|to|asOf|decimal|absolute|targetDecimal|requiredDecimal|paceDecimal|unexplained|figure|figures|headlines|metric|id|rating|likelihood|impact|origin|green|amber|red|what|status|level|mediaType|base64|planDecimal|series|indicator|own|meeting|rag)$/;

/** Returns the value with `poison` after every string of text in it. */
export function poisoned(value: unknown, poison: string, key = ''): unknown {
  if (typeof value === 'string') return STRUCTURE.test(key) ? value : `${value}${poison}`;
  if (Array.isArray(value)) return value.map((one) => poisoned(one, poison, key));
  if (typeof value !== 'object' || value === null) return value;
  const byId = key === 'figures';
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, poisoned(inner, poison, byId ? '' : name)]),
  );
}
