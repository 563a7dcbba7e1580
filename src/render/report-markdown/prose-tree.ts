import type { Token } from 'markdown-it';

/** A token of Markdown with what stands between it and the one that closes it. */
export interface ProseNode {
  readonly token: Token;
  readonly children: readonly ProseNode[];
}

interface Open {
  readonly token: Token;
  readonly children: ProseNode[];
}

/** Returns what a run of tokens is made of. */
export function treeOf(tokens: readonly Token[]): ProseNode[] {
  const root: ProseNode[] = [];
  const open: Open[] = [];
  for (const token of tokens) {
    if (token.nesting < 0) {
      open.pop();
      continue;
    }
    const node: Open = { token, children: [] };
    (open.at(-1)?.children ?? root).push(node);
    if (token.nesting > 0) open.push(node);
  }
  return root;
}
