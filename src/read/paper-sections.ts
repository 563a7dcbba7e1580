import type { PaperSection, SectionBlock } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { isSectionId, SECTIONS, type SectionId } from '../model/sections.ts';
import { entriesUnder } from './config/source.ts';
import { quoted } from './grammar/reading.ts';
import type { PaperSettings } from './paper-settings.ts';
import type { WrittenPaper } from './schema/paper.ts';
import { nearestSection } from './section-choices.ts';
import {
  keyPlaceUnder,
  keysUnder,
  placeUnder,
  sourcedUnder,
  textUnder,
  under,
  type Path,
  type Tree,
} from './yaml/tree.ts';

const IDS = Object.entries(SECTIONS);
const TEXT_SECTIONS = IDS.filter(([, { kind }]) => kind === 'text').map(([id]) => id);
const COMPUTED_SECTIONS = IDS.filter(([, { kind }]) => kind === 'computed').map(([id]) => id);

/** Returns the sections of text in the order in which they were written; what is wrong with them is reported. */
export function readSections(
  { sections: written = {} }: WrittenPaper,
  tree: Tree,
  settings: PaperSettings,
  findings: Finding[],
): PaperSection[] {
  const shown = new Map<string, Path>();
  return keysUnder(tree, ['sections']).flatMap((id) => {
    const section = written[id];
    if (!section) return [];
    const path = ['sections', id];
    const title = Array.isArray(section) ? undefined : section.title;
    const fault = sectionFault(id, title, tree, path, settings);
    if (fault) findings.push(fault);
    const blocks = entriesUnder(tree, Array.isArray(section) ? path : [...path, 'paragraphs']).flatMap(
      (block) => blockUnder(tree, block, { settings, shown, findings }) ?? [],
    );
    if (fault) return [];
    return [{ id, ...(title !== undefined && { title }), blocks, at: keyPlaceUnder(tree, path) }];
  });
}

function sectionFault(
  id: string,
  title: string | undefined,
  tree: Tree,
  path: Path,
  { shown }: PaperSettings,
): Finding | undefined {
  const at = keyPlaceUnder(tree, path);
  if (shown.includes(id))
    return finding('E051', `${quoted(id)} is the id of a table or chart`, {
      at,
      why: 'cip-report.yaml gives the id to a table or chart of the workstream',
      help: `give the section another id, and show the table or chart in it: - show: ${id}`,
    });
  if (isSectionId(id)) return SECTIONS[id].kind === 'computed' ? computed(id, at) : undefined;
  if (title !== undefined) return undefined;
  const meant = nearestSection(id, TEXT_SECTIONS);
  const own = 'a section of its own needs a title: { title: …, paragraphs: […] }';
  return finding('E085', `there is no section of text ${quoted(id)}`, {
    at,
    why: `the sections of text are ${TEXT_SECTIONS.join(', ')}`,
    help: meant === undefined ? own : `did you mean ${quoted(meant)}? If not: ${own}`,
  });
}

/** Sections of text that people look for under the name of a computed one. */
const FRONT_MATTER: Readonly<Partial<Record<SectionId, SectionId>>> = {
  recommendations: 'decision',
  risks: 'risk_management',
};

function computed(id: SectionId, at: Finding['at']): Finding {
  const front = FRONT_MATTER[id];
  const rename =
    front === undefined
      ? ''
      : `if this is the front matter's "${SECTIONS[front].title}", call the section ${front}; otherwise `;
  return finding('E086', `the section ${quoted(id)} is made from the data, and cannot be written`, {
    at,
    why: `${quoted(SECTIONS[id].title)} lists what the files of the meeting and the configuration hold`,
    help: `${rename}write the text in a section of text or one of its own (with a title), and show this one there: - show: ${id}`,
  });
}

interface BlockContext {
  readonly settings: PaperSettings;
  /** What was shown before, and where. */
  readonly shown: Map<string, Path>;
  readonly findings: Finding[];
}

function blockUnder(tree: Tree, path: Path, context: BlockContext): SectionBlock | undefined {
  if (under(tree, path)?.kind === 'scalar') return { kind: 'text', text: sourcedUnder(tree, path) };
  const [text, show, heading] = ['text', 'show', 'heading'].map((name) => textUnder(tree, [...path, name]));
  if ((text === undefined) === (show === undefined)) {
    context.findings.push(textOrShow(tree, path, show !== undefined));
    return undefined;
  }
  if (show === undefined)
    return {
      kind: 'text',
      ...(heading !== undefined && { heading }),
      text: sourcedUnder(tree, [...path, 'text']),
    };
  const at = [...path, 'show'];
  const fault = showFault(show, tree, at, context);
  if (fault) context.findings.push(fault);
  if (fault) return undefined;
  return { kind: 'show', ...(heading !== undefined && { heading }), id: show, at: placeUnder(tree, at) };
}

function textOrShow(tree: Tree, path: Path, both: boolean): Finding {
  if (both)
    return finding('E052', 'this paragraph has both a text and something to show', {
      at: keyPlaceUnder(tree, [...path, 'show']),
      why: 'only one of the two would be printed',
      help: 'make two entries of it: - text: … and - show: …',
      related: [keyPlaceUnder(tree, [...path, 'text'])],
    });
  return finding('E046', 'this paragraph has neither a text nor something to show', {
    at: placeUnder(tree, path),
    why: 'a heading alone has nothing under it',
    help: 'add text: …, or show: … with the id of a table, a chart or a computed section',
  });
}

function showFault(
  id: string,
  tree: Tree,
  path: Path,
  { settings, shown }: BlockContext,
): Finding | undefined {
  const known = [...settings.shown, ...COMPUTED_SECTIONS];
  const at = placeUnder(tree, path);
  if (!known.includes(id)) {
    const meant = nearestSection(id, known);
    return finding('E085', `there is no table, chart or computed section ${quoted(id)}`, {
      at,
      why: `${settings.shown.length === 0 ? 'the workstream has no tables and charts of its own' : `tables and charts are ${settings.shown.join(', ')}`}; computed sections are ${COMPUTED_SECTIONS.join(', ')}`,
      help:
        meant === undefined
          ? 'correct the id, or add the table or chart to the workstream in cip-report.yaml'
          : `did you mean ${quoted(meant)}?`,
    });
  }
  const earlier = shown.get(id);
  if (!earlier) {
    shown.set(id, path);
    return undefined;
  }
  return finding('E051', `${quoted(id)} is shown twice`, {
    at,
    why: 'a table, chart or section stands in one place, to which the others can refer',
    help: 'delete one of the two',
    related: [placeUnder(tree, earlier)],
  });
}
