/**
 * Returns the offset at which a YAML text may be nested more than `limit` levels deep. An upper bound that needs no
 * parser: the parser calls itself for each level, and is not to see such a text at all.
 */
export function tooDeepAt(text: string, limit: number): number | undefined {
  return bracketsTooDeep(text, limit) ?? indentsTooDeep(text, limit);
}

function bracketsTooDeep(text: string, limit: number): number | undefined {
  let open = 0;
  for (const bracket of text.matchAll(/[[\]{}]/g)) {
    open = '[{'.includes(bracket[0]) ? open + 1 : Math.max(0, open - 1);
    if (open > limit) return bracket.index;
  }
  return undefined;
}

/** Counts the columns at which a block may start that is still open: indents, and what `- ` and `? ` and `: ` begin. */
function indentsTooDeep(text: string, limit: number): number | undefined {
  const open: number[] = [];
  for (const line of text.matchAll(/^([ \t]*)((?:[-?:][ \t]+)*)(?=\S)/gm)) {
    const indent = line[1]?.length ?? 0;
    while ((open.at(-1) ?? -1) >= indent) open.pop();
    open.push(indent);
    for (const marker of (line[2] ?? '').matchAll(/[-?:]/g)) open.push(indent + marker.index + 1);
    if (open.length > limit) return line.index;
  }
  return undefined;
}
