import { formatList, plural } from '../../model/format.ts';
import type { SideRef } from '../comparison.ts';
import type { ChangesView } from '../view.ts';
import { build, headingHeight, headingText, type Built } from './blocks.ts';
import { fitted, type Placed } from './fit.ts';
import { cutToLines, lineCount, type Measure } from './lines.ts';
import type { ChangesPaper, PaperBlock, PaperSection, PaperSide, PaperZone } from './paper.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { AROUND, SHEET, TEXT } from './sizes.ts';

const TITLE_LINES = 2;
const FACTS = 4;
const NOTES = 3;
const NOTE_LINES = 2;

/**
 * Returns the paper of a comparison: one or two sheets of A4, whatever it holds. What has no room is counted where it is
 * cut. `measure` is the width of a text at size 1, at least what it takes in print.
 */
export function changesPaper(view: ChangesView, measure: Measure): ChangesPaper {
  const { title, language } = view;
  const head = headOf(view, measure);
  const notes = view.notes.slice(0, NOTES).map((note) => footLine(note, measure));
  const paper = new Layout(measure);
  const pieces = piecesOf(view);
  const { sheets, dropped } = fitted(pieces, {
    heightOf: (placed) => paper.heightOf(placed),
    first: SHEET.firstHeight - headHeight(head, measure),
    second: SHEET.height,
    // Room for the notes, and for a line on what is not shown, whether it is needed or not.
    foot: footHeight([...notes, 'x', 'x'], measure),
  });
  const isCut = dropped.length > 0 || cutSomething(pieces, sheets.flat());
  const foot = [...notes, ...(isCut ? [footLine(leftOut(dropped), measure)] : [])];
  return {
    language,
    title,
    ...head,
    sheets: sheets.map((placed, at) => ({
      first: at === 0,
      zones: paper.zonesOf(placed, at === 0 ? undefined : sheets[at - 1]),
      foot: at === sheets.length - 1 ? foot : [],
    })),
  };
}

type Head = Pick<ChangesPaper, 'heading' | 'sides' | 'facts' | 'eyebrow'>;

function headOf({ comparison, title, facts }: ChangesView, measure: Measure): Head {
  const { organisation, programme, before, after } = comparison;
  const eyebrow = [organisation, programme].filter((name) => name !== '').join(' · ');
  // The names and the two sides stand above.
  const others = facts.slice((eyebrow === '' ? 0 : 1) + 1);
  const column = { ...TEXT.small, width: SHEET.width };
  return {
    heading: cutToLines(title, TITLE_LINES, { ...TEXT.h1, width: SHEET.width }, measure),
    eyebrow: cutToLines(eyebrow, 1, { ...TEXT.body, width: SHEET.width }, measure),
    sides: [paperSide('From', before, measure), paperSide('To', after, measure)],
    facts: others.slice(0, FACTS).map((fact) => cutToLines(fact, 1, column, measure)),
  };
}

function paperSide(term: string, { label, commit }: SideRef, measure: Measure): PaperSide {
  const width = SHEET.column - 10;
  const detail = commit === undefined ? '' : `${commit.hash.slice(0, 10)}, ${commit.date}`;
  return {
    term,
    label: cutToLines(label, 1, { size: TEXT.h2.size * 1.2, width }, measure),
    detail: cutToLines(detail, 1, { ...TEXT.small, width }, measure),
  };
}

function headHeight({ heading, eyebrow, sides, facts }: Head, measure: Measure): number {
  const title = TEXT.h1.line * lineCount(heading, { ...TEXT.h1, width: SHEET.width }, measure);
  const details = sides.some(({ detail }) => detail !== '') ? TEXT.small.line : 0;
  return (
    AROUND.head +
    title +
    (eyebrow === '' ? 0 : TEXT.body.line) +
    AROUND.sides +
    TEXT.small.line +
    18 +
    details +
    facts.length * TEXT.small.line
  );
}

function footLine(text: string, measure: Measure): string {
  return cutToLines(text, NOTE_LINES, { ...TEXT.small, width: SHEET.width }, measure);
}

function footHeight(lines: readonly string[], measure: Measure): number {
  const column = { ...TEXT.small, width: SHEET.width };
  return (
    AROUND.foot + lines.reduce((sum, line) => sum + TEXT.small.line * lineCount(line, column, measure) + 2, 0)
  );
}

function cutSomething(pieces: readonly Piece[], placed: readonly Placed[]): boolean {
  const shown = (piece: Piece): number =>
    Math.max(0, ...placed.filter((one) => one.piece === piece).map(({ to }) => to));
  return pieces.some((piece) => shown(piece) < piece.count);
}

function leftOut(dropped: readonly Piece[]): string {
  const all = 'All changes: cip-report diff --format csv.';
  if (dropped.length === 0) return all;
  const counts = new Map<string, number>();
  for (const { title, count } of dropped) counts.set(title, (counts.get(title) ?? 0) + count);
  const named = [...counts].map(([title, count]) => `${title} (${plural(count, 'line')})`);
  return `${all} Not shown here: ${formatList(named)}.`;
}

/** Blocks as they stand on the paper, each made once. */
class Layout {
  readonly #built = new Map<string, Built>();
  readonly #headings = new Map<string, number>();
  readonly #ids = new Map<Piece, number>();
  readonly #measure: Measure;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** Returns the height of what stands on one sheet. */
  heightOf(placed: readonly Placed[]): number {
    return zones(placed).reduce((sum, zone) => sum + this.#zoneHeight(zone), 0);
  }

  /** Returns the zones of a sheet; `before` is the sheet before it. */
  zonesOf(placed: readonly Placed[], before: readonly Placed[] = []): PaperZone[] {
    const seen = new Set(before.map(({ piece }) => piece.section));
    return zones(placed).map((zone) => {
      const columns = isColumns(zone, this.#units(zone));
      return { columns, sections: this.#sections(zone, columns, seen) };
    });
  }

  #sections(zone: readonly Placed[], columns: boolean, seen: Set<string>): PaperSection[] {
    const sections: { id: string; section: string; title: string; blocks: PaperBlock[] }[] = [];
    for (const one of zone) {
      const { section, title } = one.piece;
      const { block } = this.#build(one);
      const last = sections.at(-1);
      if (last?.section === section) last.blocks.push(...joined(last.blocks, block));
      else {
        const whole = seen.has(section) ? `${title}, continued` : title;
        seen.add(section);
        const text = headingText(whole, columns ? SHEET.column : SHEET.width, this.#measure);
        sections.push({ id: `${this.#idOf(one.piece)}-${one.from}`, section, title: text, blocks: [block] });
      }
    }
    return sections.map(({ id, title, blocks }) => ({ id, title, blocks }));
  }

  #zoneHeight(zone: readonly Placed[]): number {
    const units = this.#units(zone);
    return isColumns(zone, units) ? balanced(units) : units.reduce((sum, one) => sum + one, 0);
  }

  /** Heights of what stays whole: a heading is one with what follows it. */
  #units(zone: readonly Placed[]): number[] {
    const units: number[] = [];
    let section: string | undefined;
    for (const one of zone) {
      const { piece } = one;
      const [first = 0, ...others] = this.#build(one).units;
      const width = widthOf(one);
      const above = piece.section === section ? AROUND.block : this.#headingHeight(piece.title, width);
      units.push(above + first, ...others);
      section = piece.section;
    }
    return units;
  }

  /** Once for each title: this is asked for again and again. */
  #headingHeight(title: string, width: number): number {
    const key = `${width} ${title}`;
    const text = (): string => headingText(`${title}, continued`, width, this.#measure);
    const found = this.#headings.get(key) ?? headingHeight(text(), width, this.#measure);
    this.#headings.set(key, found);
    return found;
  }

  #build(placed: Placed): Built {
    const id = this.#idOf(placed.piece);
    const key = `${id} ${placed.from} ${placed.to} ${placed.last}`;
    const found = this.#built.get(key) ?? build(placed, widthOf(placed), id, this.#measure);
    this.#built.set(key, found);
    return found;
  }

  #idOf(piece: Piece): string {
    const at = this.#ids.get(piece) ?? this.#ids.size + 1;
    this.#ids.set(piece, at);
    return `part-${at}`;
  }
}

function widthOf({ piece }: Placed): number {
  return piece.content.kind === 'items' ? SHEET.column : SHEET.width;
}

/** Lists beside each other in columns, all else across the sheet. */
function zones(placed: readonly Placed[]): Placed[][] {
  const found: Placed[][] = [];
  for (const one of placed) {
    const last = found.at(-1);
    const before = last?.at(-1);
    if (last && before && widthOf(before) === widthOf(one)) last.push(one);
    else found.push([one]);
  }
  return found;
}

function isColumns([first]: readonly Placed[], units: readonly number[]): boolean {
  return first !== undefined && widthOf(first) === SHEET.column && units.length > 1;
}

/** Returns the height of two columns that break between units. */
function balanced(units: readonly number[]): number {
  const all = units.reduce((sum, one) => sum + one, 0);
  let left = 0;
  let least = all;
  for (const unit of units) {
    left += unit;
    least = Math.min(least, Math.max(left, all - left));
  }
  return least;
}

/** Items of one list that stand on the same sheet are one list. */
function joined(blocks: PaperBlock[], block: PaperBlock): PaperBlock[] {
  const last = blocks.at(-1);
  if (!last?.items || !block.items || last.more !== '') return [block];
  blocks.pop();
  return [{ ...last, items: [...last.items, ...block.items], more: block.more }];
}
