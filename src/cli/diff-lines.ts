import type { WordRun } from '../compare/comparison.ts';
import type { ChangesView, ViewBlock, ViewItem, ViewSection } from '../compare/view.ts';
import { columnsOf, padded, shown, wrappedSpans, wrappedText } from './diff-columns.ts';
import { lookOf, tableLines, withOption } from './diff-table-lines.ts';
import type { Line, Look, Span } from './output.ts';

/** Returns what changed as lines of at most `width` columns: the few sentences that say it all, then part by part. */
export function changesLines(view: ChangesView, width: number): Line[] {
  return [
    ...wrappedText(view.title, { width, indent: 0, hanging: 2 }, 'strong'),
    ...(view.factsAsTyped ?? view.facts).flatMap((fact) =>
      wrappedText(fact, { width, indent: 0, hanging: 2 }, 'quiet'),
    ),
    '',
    ...summaryLines(view, width),
    ...view.sections.flatMap((section) => sectionLines(section, width)),
    ...noteLines(view.notesToType ?? view.notes, width),
  ];
}

/** A sentence that says all stands alone; several are a list. */
function summaryLines({ summary, sections, comparison }: ChangesView, width: number): Line[] {
  const { before, after, differs } = comparison;
  if (summary.length === 0 || (!differs && sections.length === 0))
    return wrappedText(`Nothing changed between ${before.label} and ${after.label}.`, { width, indent: 0 });
  const [only] = summary;
  if (summary.length === 1 && only) return wrappedText(only.text, { width, indent: 0 }, lookOf(only.tone));
  return summary.flatMap(({ text, tone }) => bulleted(text, width, lookOf(tone)));
}

function bulleted(text: string, width: number, look: Look | undefined): Line[] {
  return wrappedSpans([{ text: '• ' }, { text: shown(text), ...(look && { look }) }], {
    width,
    indent: 0,
    hanging: 2,
  });
}

function noteLines(notes: readonly string[], width: number): Line[] {
  if (notes.length === 0) return [];
  return [
    '',
    [{ text: 'Not compared', look: 'strong' }],
    ...notes.flatMap((note) => bulleted(note, width, 'quiet')),
  ];
}

function sectionLines({ title, workstream, blocks }: ViewSection, width: number): Line[] {
  const lines = blocks.flatMap((block, index) => [
    ...(index > 0 && isApart(block, blocks[index - 1]) ? [''] : []),
    ...blockLines(block, width),
  ]);
  const over = workstream === undefined ? [] : ['', ...workstreamLines(workstream, width)];
  return [...over, '', ...wrappedText(title, { width, indent: 0, hanging: 2 }, 'strong'), ...lines];
}

/** Lines of words stand together; a table or a list stands apart. */
function isApart(block: ViewBlock, before: ViewBlock | undefined): boolean {
  const isWords = (one: ViewBlock | undefined): boolean => one?.kind === 'text' || one?.kind === 'bridge';
  return !isWords(block) || !isWords(before);
}

function workstreamLines(title: string, width: number): Line[] {
  const rule = '═'.repeat(Math.min(width, columnsOf(shown(title))));
  return [...wrappedText(title, { width, indent: 0 }, 'strong'), [{ text: rule, look: 'quiet' }]];
}

function blockLines(block: ViewBlock, width: number): Line[] {
  switch (block.kind) {
    case 'table':
      return tableLines(block, width);
    case 'text':
      return wrappedText(
        withOption(block.text, block.whole),
        { width, indent: 2, hanging: 4 },
        lookOf(block.tone),
      );
    case 'bridge':
      return block.lines.flatMap((line) => wrappedText(line, { width, indent: 2, hanging: 4 }));
    case 'items': {
      const column = Math.max(0, ...block.items.map(({ mark }) => columnsOf(shown(mark))));
      const isBeside = column <= MARK && width - column >= BESIDE;
      return [
        ...block.items.flatMap((item) => itemLines(item, isBeside ? column : undefined, width)),
        ...(block.more === undefined
          ? []
          : wrappedText(block.more, { width, indent: 2, hanging: 4 }, 'quiet')),
      ];
    }
  }
}

/** Columns of the word for what happened, and those that an entry beside it needs. */
const MARK = 20;
const BESIDE = 40;

/** An entry: what happened, its reference and what it is; under it what is said of it. */
function itemLines(item: ViewItem, column: number | undefined, width: number): Line[] {
  const look = lookOf(item.tone);
  const mark = shown(item.mark);
  const indent = column === undefined ? 4 : 2 + column + 2;
  const room = { width, indent };
  const name: Span[] = [
    { text: shown(item.reference), look: 'strong' },
    { text: item.reference === '' ? '' : ': ' },
    { text: shown(item.title) },
  ];
  const head =
    column === undefined
      ? [
          ...wrappedSpans([{ text: mark, ...(look && { look }) }], { width, indent: 2 }),
          ...wrappedSpans(name, room),
        ]
      : beside(
          { text: `  ${padded(mark, column)}  `, ...(look && { look }) },
          wrappedSpans(name, room),
          indent,
        );
  return [
    ...head,
    ...item.lines.flatMap((line) => wrappedText(line, { ...room, hanging: indent + 2 })),
    ...(item.option === undefined
      ? []
      : wrappedText(`If so: ${item.option}`, { ...room, hanging: indent + 2 }, 'quiet')),
    ...item.words.flatMap(({ label, runs }) =>
      wrappedSpans([{ text: `${shown(label)}: `, look: 'quiet' }, ...runSpans(runs)], {
        ...room,
        hanging: indent + 2,
      }),
    ),
  ];
}

/** Puts a text in the room before the first line. */
function beside(lead: Span, lines: readonly Line[], indent: number): Line[] {
  const [first = '', ...others] = lines;
  const rest = typeof first === 'string' ? [{ text: first }] : first;
  const [blank, ...spans] = rest;
  const text = (blank?.text ?? '').slice(indent);
  return [[lead, ...(text === '' || !blank ? [] : [{ ...blank, text }]), ...spans], ...others];
}

/** Words that stay beside what changed; between them the same words are left out. */
const KEPT = 6;

/** Word by word: `[-gone-]{+come+}`, so that it can be read without colour. */
function runSpans(runs: readonly WordRun[]): Span[] {
  return runs.flatMap((run, index): Span[] => {
    if (run.kind === 'same') return [{ text: sameText(run.text, index === 0, index === runs.length - 1) }];
    const [, before = '', , after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
    const text = shown(run.text);
    if (text === '') return [{ text: ' ' }];
    const span: Span =
      run.kind === 'removed' ? { text: `[-${text}-]`, look: 'error' } : { text: `{+${text}+}`, look: 'good' };
    return [...(before === '' ? [] : [{ text: ' ' }]), span, ...(after === '' ? [] : [{ text: ' ' }])];
  });
}

function sameText(text: string, isFirst: boolean, isLast: boolean): string {
  const words = shown(text).split(' ');
  const most = (isFirst || isLast ? 1 : 2) * KEPT;
  const start = isFirst ? [] : words.slice(0, KEPT);
  const end = isLast ? [] : words.slice(-KEPT);
  const kept = words.length <= most + 1 ? words : [...start, '…', ...end];
  return `${/^\s/.test(text) ? ' ' : ''}${kept.join(' ')}${/\s$/.test(text) ? ' ' : ''}`;
}
