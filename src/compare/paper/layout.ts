import { groupBy } from '../../model/group-by.ts';
import { build, headingHeight, headingText, type Built } from './blocks.ts';
import type { Placed } from './arrange.ts';
import type { Measure } from './lines.ts';
import type { PaperBlock, PaperSection, PaperZone } from './paper.ts';
import type { Piece } from './piece.ts';
import { AROUND, SHEET } from './sizes.ts';

/** What it may cost, in points, that no section goes on in the other column. */
const KEPT = 40;

/** Blocks as they stand on the paper, each made once. */
export class Layout {
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
    const seen = new Set(before.map(({ piece }) => piece.title));
    return zones(placed).map((zone) => {
      const columns = isColumns(zone, this.#units(zone));
      const single = columns && this.#bySection(zone).length === 1;
      const kept = columns && !single && this.#isKept(zone);
      return { columns, single, kept, sections: this.#sections(zone, columns && !single, seen) };
    });
  }

  #sections(zone: readonly Placed[], columns: boolean, seen: Set<string>): PaperSection[] {
    const sections: { id: string; of: string; title: string; blocks: PaperBlock[] }[] = [];
    for (const one of zone) {
      const { title: of } = one.piece;
      const { block } = this.#build(one);
      const last = sections.at(-1);
      if (last?.of === of) last.blocks.push(...joined(last.blocks, block));
      else {
        const whole = seen.has(of) ? `${of}, continued` : of;
        seen.add(of);
        const title = headingText(whole, columns ? SHEET.column : SHEET.width, this.#measure);
        sections.push({ id: `${this.#idOf(one.piece)}-${one.from}`, of, title, blocks: [block] });
      }
    }
    return sections.map(({ id, title, blocks }) => ({ id, title, blocks }));
  }

  #zoneHeight(zone: readonly Placed[]): number {
    const units = this.#units(zone);
    if (!isColumns(zone, units)) return sum(units);
    const sections = this.#bySection(zone);
    const [only, another] = sections;
    if (only && !another) {
      // The heading stands above both columns.
      const heading = this.#headingHeight(zone[0]?.piece.title ?? '', SHEET.column);
      return heading + balanced([(only[0] ?? 0) - heading, ...only.slice(1)]);
    }
    return this.#isKept(zone) ? balanced(sections.map(sum)) : balanced(units);
  }

  /** Sections stay whole where that costs little. */
  #isKept(zone: readonly Placed[]): boolean {
    const sections = this.#bySection(zone);
    return balanced(sections.map(sum)) <= balanced(sections.flat()) + KEPT;
  }

  /** The heights of what stays whole, by section. */
  #bySection(zone: readonly Placed[]): number[][] {
    const sections = groupBy(zone, ({ piece }) => piece.title);
    return [...sections.values()].map((own) => this.#units(own));
  }

  /** Heights of what stays whole: a heading is one with what follows it. */
  #units(zone: readonly Placed[]): number[] {
    const units: number[] = [];
    let title: string | undefined;
    for (const one of zone) {
      const { piece } = one;
      const [first = 0, ...others] = this.#build(one).units;
      const width = widthOf(one);
      const above =
        piece.title !== title ? this.#headingHeight(piece.title, width) : one.from > 0 ? 0 : AROUND.block;
      units.push(above + first, ...others);
      title = piece.title;
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
  return piece.across ? SHEET.width : SHEET.column;
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
  const all = sum(units);
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
