import { groupText } from '../../metrics/book.ts';
import { kindOf, labelOf } from '../../metrics/registry.ts';
import { groupWords } from '../../metrics/wording.ts';
import type { Target } from '../../model/dataset.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { formatBasis, formatLevel, formatList, formatPeriod, midSentence } from '../../model/format.ts';
import type { PaperContext } from '../../papers/context.ts';
import { targetsOf } from '../../papers/target-state.ts';
import type { SettingChange } from '../comparison.ts';
import type { PaperPair } from '../side.ts';
import {
  byId,
  changesBetween,
  differentWords,
  idPart,
  textOfSayings,
  type Saying,
  type Setting,
  type What,
} from './setting.ts';

interface WorkstreamSetting extends Setting {
  readonly what: What;
  /** `Target "Agency workers at most 10%"`. */
  readonly name: string;
  readonly says: readonly Saying[];
}

/** Returns what a configuration says of a workstream, by id: how and who is counted, and its targets. */
export function workstreamSettingsOf(context: PaperContext): ReadonlyMap<string, string> {
  return new Map([...byId(settings(context))].map(([id, { text }]) => [id, text]));
}

/** Returns what the two sides' configurations say differently of the workstream: basis, population, then targets. */
export function compareWorkstreamSettings({ before, after }: PaperPair): SettingChange[] {
  const changes = changesBetween(settings(before.context), settings(after.context), {
    what: (was, is) => (is ?? was)?.what ?? 'target',
    rank: (was, is) => ORDER.indexOf((is ?? was)?.what ?? 'target'),
    changed: (was, is) => {
      const words = differentWords(was.says, is.says);
      return `${is.name}: now ${words.is.join(', ')}; it was ${words.was.join(', ')}`;
    },
    isNew: (is) => `${is.name} is new: ${meaning(is)}`,
    isGone: (was) => `${was.name} is gone; it was ${meaning(was)}`,
  });
  return changes.toSorted((a, b) => a.rank - b.rank).map(({ change }) => change);
}

const ORDER: readonly What[] = ['basis', 'population', 'target'];

function settings(context: PaperContext): WorkstreamSetting[] {
  const { basis, population } = context.workstream;
  return [
    { ...single('basis', 'basis', formatBasis(basis)), text: basis },
    // A table without a data repo does not say it.
    ...(population === '' ? [] : [single('population', 'Who is counted', population)]),
    ...targetsOf(context).map((target) => targetSetting(context, target)),
  ];
}

function single(what: 'basis' | 'population', name: string, text: string): WorkstreamSetting {
  const label = what === 'basis' ? 'How workers are counted' : name;
  return { id: what, what, name: label, text, says: [{ aspect: what, text, words: text }] };
}

const BOUNDS = { lower: 'a level to stay at or below', higher: 'a level to stay at or above' } as const;

function targetSetting({ figures: { registry } }: PaperContext, target: Target): WorkstreamSetting {
  const { id, label, metric, direction, value, notation, by, of, plan, stated } = target;
  const kind = metric === undefined ? undefined : kindOf(registry, metric);
  const unit: MetricUnit = notation === 'percent' ? 'share' : (kind?.unit ?? 'count');
  const says: Saying[] = [
    {
      aspect: 'level',
      text: `${value.toFraction()} by ${by.kind} ${by.key}`,
      words: `${formatLevel(value, unit)} by ${formatPeriod(by)}`,
    },
    { aspect: 'direction', text: direction, words: BOUNDS[direction] },
    {
      aspect: 'metric',
      text: metric ?? '',
      words:
        metric === undefined ? 'judged by no figure' : `judged by ${midSentence(labelOf(registry, metric))}`,
    },
    { aspect: 'of', text: groupText(of), words: `of ${groupWords(of)}` },
    { aspect: 'plan', text: planText(plan), words: planWords(plan, unit) },
    {
      aspect: 'stated',
      text: stated === undefined ? '' : JSON.stringify([stated.outcome, stated.note ?? '']),
      words: stated === undefined ? 'not stated' : `stated as ${stated.outcome}${noted(stated.note)}`,
    },
    { aspect: 'label', text: label, words: `called "${label}"` },
  ];
  return {
    id: `target.${idPart(id)}`,
    what: 'target',
    name: `Target "${label}"`,
    says,
    text: textOfSayings(says),
  };
}

function noted(note: string | undefined): string {
  return note === undefined ? '' : ` (${note})`;
}

function planText(plan: Target['plan']): string {
  return JSON.stringify(
    plan.map(({ period, value }) => [period.kind, period.key, value.toFraction()]).toSorted(byText),
  );
}

function byText(a: readonly string[], b: readonly string[]): number {
  return a.join(' ') < b.join(' ') ? -1 : 1;
}

function planWords(plan: Target['plan'], unit: MetricUnit): string {
  if (plan.length === 0) return 'without a plan';
  const steps = plan.map(({ period, value }) => `${formatLevel(value, unit)} by ${formatPeriod(period)}`);
  return `planned at ${formatList(steps)}`;
}

function meaning({ says }: WorkstreamSetting): string {
  return says[0]?.words ?? '';
}
