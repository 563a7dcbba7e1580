import { escapeText } from './charts/svg.ts';

/** Returns the plain text of a finding as markup: what stands between backticks (`rag.current`) as `<code>`. */
export function renderCodeSpans(text: string): string {
  return text
    .split(/(`[^`]+`)/)
    .map((part, index) =>
      index % 2 === 1 ? `<code>${escapeText(part.slice(1, -1))}</code>` : escapeText(part),
    )
    .join('');
}
