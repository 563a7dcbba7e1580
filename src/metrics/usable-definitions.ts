import { finding, type Finding } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import { references, type Reference } from './expression.ts';
import { suggestion, type FigureKind } from './figure-kind.ts';

/** A kind of figure that may still turn out to be unusable, and where a council defines it. */
export interface Candidate {
  readonly kind: FigureKind;
  readonly at?: Place;
}

/** The longest chain of definitions that stand on one another. */
const CHAIN_LIMIT = 24;

type Visit = 'open' | 'usable' | 'unusable';

/** Takes out every definition that cannot be used (unknown name, circle), and returns their ids. */
export function dropUnusable(
  candidates: Map<string, Candidate>,
  broken: ReadonlySet<string>,
  findings: Finding[],
): string[] {
  const visits = new Map<string, Visit>();
  const all = [...candidates.keys()];
  for (const id of all) visit(id, []);
  const unusable = all.filter((id) => visits.get(id) === 'unusable');
  for (const id of unusable) candidates.delete(id);
  return unusable;

  function visit(id: string, path: readonly string[]): boolean {
    const seen = visits.get(id);
    const candidate = candidates.get(id);
    if (candidate === undefined) return false;
    if (seen === 'open') {
      findings.push(circle([...path.slice(path.indexOf(id)), id], candidates));
      return false;
    }
    if (seen !== undefined) return seen === 'usable';
    if (path.length >= CHAIN_LIMIT) {
      findings.push(tooLong(id, candidate));
      visits.set(id, 'unusable');
      return false;
    }
    visits.set(id, 'open');
    const usable = isUsable(id, candidate, path);
    visits.set(id, usable ? 'usable' : 'unusable');
    return usable;
  }

  function isUsable(id: string, { kind, at }: Candidate, path: readonly string[]): boolean {
    let usable = true;
    for (const reference of kind.expression ? references(kind.expression) : []) {
      const { id: name, column } = reference;
      const target = candidates.get(name)?.kind;
      const problem = problemOf(reference, target);
      if (broken.has(name)) usable = false;
      else if (problem !== undefined) {
        const why = `${kind.formula ?? ''} · character ${column.toString()}`;
        const help = target === undefined ? suggestion(name, all) : undefined;
        findings.push(
          finding('E101', `the formula of ${id} cannot be used: ${problem}`, { at, about: id, why, help }),
        );
        usable = false;
      } else if (!visit(name, [...path, id])) usable = false;
    }
    return usable;
  }
}

function problemOf({ id, through }: Reference, target: FigureKind | undefined): string | undefined {
  if (target === undefined) return `${id} is neither a measure nor a metric`;
  if (through !== 'last_12_months' || target.nature !== 'stock') return undefined;
  return `last_12_months(${id}) would add up what stands at the end of each period; it takes a flow`;
}

function circle(path: readonly string[], candidates: ReadonlyMap<string, Candidate>): Finding {
  const at = path.map((id) => candidates.get(id)?.at).find((place) => place !== undefined);
  const formulas = [...new Set(path)].map((id) => `${id} = ${candidates.get(id)?.kind.formula ?? ''}`);
  return finding('E102', `${path[0] ?? ''} is defined by itself: ${path.join(' → ')}`, {
    at,
    ...(path[0] !== undefined && { about: path[0] }),
    why: formulas.join(' · '),
  });
}

function tooLong(id: string, { at }: Candidate): Finding {
  return finding(
    'E101',
    `${id} stands at the end of more than ${CHAIN_LIMIT} definitions, each in the next`,
    {
      at,
      about: id,
      help: 'define it by measures directly',
    },
  );
}
