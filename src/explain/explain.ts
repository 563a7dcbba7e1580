import { readFigureName } from '../papers/figure-name.ts';
import { RAG_SUBJECT } from '../papers/subject.ts';
import { explainCodes, isCode, type CodeScope } from './codes.ts';
import { explainCount } from './counts.ts';
import type { Explanation, PapersRef } from './explanation.ts';
import { explainFigure } from './figure.ts';
import { entriesNamed, foundUnder } from './lists.ts';
import { locate } from './locate.ts';
import { meantBy } from './meant.ts';
import { papersRef, type Papers } from './papers.ts';
import { explainRag } from './rag.ts';

/** What a name comes to. */
export type Answer =
  | { readonly kind: 'explained'; readonly explanations: readonly Explanation[] }
  /** Several workstreams' papers have it, and it is not the same thing in each. */
  | { readonly kind: 'ambiguous'; readonly choices: readonly PapersRef[] }
  | { readonly kind: 'unknown'; readonly message: string; readonly help?: string };

/**
 * Returns where what is asked for comes from: a figure, an entry of a list, the RAG, a count, a code or a rule. All of the
 * papers are searched; entries that share a reference are all explained.
 */
export function explain(asked: string, scope: CodeScope): Answer {
  const name = unbraced(asked);
  const codes = explainCodes(name, scope);
  if (codes.length > 0) return { kind: 'explained', explanations: codes };
  const answers = scope.papers.map((papers) => ({ papers, answer: explainIn(papers, name) }));
  const found = answers.filter(({ answer }) => answer.kind === 'explained');
  // A figure that is known and has no value says why only where no other papers have it.
  const valued = found.filter(
    ({ answer }) => answer.kind === 'explained' && answer.explanations.some(hasValue),
  );
  const [best, ...others] = valued.length > 0 ? valued : found;
  if (best === undefined)
    return (
      foundOnly(name, scope) ??
      unknown(
        name,
        scope,
        answers.map(({ answer }) => answer),
      )
    );
  if (others.length === 0) return best.answer;
  return { kind: 'ambiguous', choices: [best, ...others].map(({ papers }) => papersRef(papers)) };
}

function explainIn(papers: Papers, name: string): Answer {
  if (name.toLowerCase() === RAG_SUBJECT) return answerOf(explainRag(papers), 'the papers state no RAG');
  const count = explainCount(papers, name);
  if (count) return { kind: 'explained', explanations: [count] };
  const entries = entriesNamed(papers, name);
  const figure = readFigureName(name);
  const located = typeof figure === 'string' ? undefined : locate(papers, figure);
  // What is spelt as an id means the figure, whose other names may be those of entries; these are told beside it.
  const isId = typeof figure !== 'string' && papers.context.figures.registry.kinds.has(figure.name);
  if (located?.kind === 'located' && (isId || entries.length === 0)) {
    const answer = answerOf(explainFigure(papers, located.key), `${name} is no measure or metric`);
    if (entries.length === 0) return answer;
    if (answer.kind === 'explained')
      return { kind: 'explained', explanations: [...answer.explanations, ...entries] };
  }
  if (entries.length > 0) return { kind: 'explained', explanations: entries };
  if (located?.kind === 'problem')
    return {
      kind: 'unknown',
      message: located.message,
      ...(located.help !== undefined && { help: located.help }),
    };
  return { kind: 'unknown', message: '' };
}

function answerOf(explanation: Explanation | undefined, message: string): Answer {
  return explanation ? { kind: 'explained', explanations: [explanation] } : { kind: 'unknown', message };
}

/** A finding may be of all papers: it is told once. */
function foundOnly(name: string, { papers }: CodeScope): Answer | undefined {
  const [first] = papers.flatMap((one) => foundUnder(one, name) ?? []);
  return first && { kind: 'explained', explanations: [first] };
}

function hasValue(one: Explanation): boolean {
  return one.kind !== 'figure' || one.value.result.kind !== 'missing';
}

/** Braces may have come along from a text that cites the figure. */
function unbraced(asked: string): string {
  return asked
    .trim()
    .replace(/^\{\{(.*)\}\}$/s, '$1')
    .trim();
}

function unknown(name: string, { papers }: CodeScope, answers: readonly Answer[]): Answer {
  const told = answers.find((one) => one.kind === 'unknown' && one.message !== '');
  if (told) return told;
  const message = isCode(name) ? `there is no code ${name}` : `nothing is called ${name}`;
  const help = meantBy(name, papers);
  return { kind: 'unknown', message, ...(help !== undefined && { help }) };
}
