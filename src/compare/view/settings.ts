import type { SettingChange, SettingEffect } from '../comparison.ts';
import type { ViewBlock, ViewItem } from '../view.ts';
import { brief, SENTENCE } from './texts.ts';

/** Settings that are told with the targets: they judge figures and change none. */
const LEVELS: ReadonlySet<SettingChange['what']> = new Set(['target', 'limit']);

/** Returns whether a setting changes what other lines mean, and is therefore told first. */
export function isMeaning({ what }: SettingChange): boolean {
  return !LEVELS.has(what);
}

/** Returns what the configuration says otherwise, and what each change alone does to figures. */
export function settingBlocks(settings: readonly SettingChange[]): ViewBlock[] {
  return settings.length === 0 ? [] : [{ kind: 'items', items: settings.map(settingItem) }];
}

// By its words alone: ids are for the CSV and the JSON.
function settingItem({ kind, text, effects }: SettingChange): ViewItem {
  return {
    mark: kind,
    tone: 'neutral',
    reference: '',
    title: brief(text, SENTENCE),
    lines: effects.map(effectLine),
    words: [],
  };
}

function effectLine({ label, period, old, new: now, change }: SettingEffect): string {
  const by = change === undefined ? '' : `: ${change.text} from the definition alone`;
  return brief(`${label}, ${period.label}: ${old} under the former, ${now} under the new${by}`, SENTENCE);
}
