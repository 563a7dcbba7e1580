import { plural } from '../../model/format.ts';
import { groupBy } from '../../model/group-by.ts';
import type { SettingChange, SettingEffect } from '../comparison.ts';
import type { ViewBlock, ViewItem } from '../view.ts';
import { brief, listed, NAME, SENTENCE } from './texts.ts';

/** Settings that are told with the targets: they judge figures and change none. */
const LEVELS: ReadonlySet<SettingChange['what']> = new Set(['target', 'limit']);

/** So many of one kind are told in one entry, with the names of so many. */
const MANY = 5;
const MOST_NAMES = 12;

/** Returns whether a setting changes what other lines mean, and is therefore told first. */
export function isMeaning({ what }: SettingChange): boolean {
  return !LEVELS.has(what);
}

/** Returns what the configuration says otherwise, and what each change alone does to figures. */
export function settingBlocks(settings: readonly SettingChange[]): ViewBlock[] {
  if (settings.length === 0) return [];
  const groups = groupBy(settings, (one) => `${one.what} ${one.kind}`);
  return [{ kind: 'items', items: [...groups.values()].flatMap(groupItems) }];
}

/** Many that came or went together are one entry with their names: nobody reads forty definitions of what is new. */
function groupItems(settings: readonly SettingChange[]): ViewItem[] {
  const names = settings.flatMap((one) => nameOf(one) ?? []);
  const [first] = settings;
  if (first === undefined || settings.length < MANY || names.length < settings.length)
    return settings.map(settingItem);
  const title = `${plural(names.length, first.what)}: ${listed(names, MOST_NAMES, '; ')}`;
  return [
    {
      mark: first.kind,
      tone: 'neutral',
      reference: '',
      title: brief(title, SENTENCE * 2),
      lines: [],
      words: [],
    },
  ];
}

/** The name in `Sickness is new: Days lost`; undefined for what changed, and for what does something to figures. */
function nameOf({ kind, text, effects }: SettingChange): string | undefined {
  if (kind === 'changed' || effects.length > 0) return undefined;
  const name = new RegExp(`^(.+?) is ${kind}\\b`).exec(text)?.[1];
  return name === undefined ? undefined : brief(name, NAME);
}

// By its words alone: ids are for the CSV and the JSON.
function settingItem({ kind, text, effects }: SettingChange): ViewItem {
  return {
    mark: kind,
    tone: 'neutral',
    reference: '',
    title: brief(text, SENTENCE),
    // Where both sides have the same latest period, and the same figures in it, each has the same effect.
    lines: [...new Set(effects.map(effectLine))],
    words: [],
  };
}

function effectLine({ label, period, old, new: now, change }: SettingEffect): string {
  const by = change === undefined ? '' : `: ${change.text} from the definition alone`;
  return brief(`${label}, ${period.label}: ${old} under the former, ${now} under the new${by}`, SENTENCE);
}
