import { eachOperation, matrixOf, operandsOf, stringsOf, type Operation } from './content-operations.ts';
import { LooseStretches } from './loose-stretches.ts';
import type { Loose, Mark, Survey, SurveyOptions } from './painted.ts';
import { IDENTITY, including, multiply, overlap, place, union, type Box, type Matrix } from './geometry.ts';
import { TextState } from './text-state.ts';

/** What is said of a form whose text is kept from whoever is read to. */
export const FORM_IN_ARTIFACT = 'text or tagged content that is painted as a group is an artifact';

interface Open {
  readonly mark: Mark | undefined;
  readonly isArtifact: boolean;
  readonly inText: boolean;
}

interface Graphics {
  readonly ctm: Matrix;
  readonly clip: Box | undefined;
}

/** Returns what the content of a page paints, by the marks that it bears. */
export function surveyContent(content: string, options: SurveyOptions = {}): Survey {
  const surveyor = new Surveyor(options);
  eachOperation(
    content,
    (operation) => {
      surveyor.visit(operation);
    },
    (x, y, operation) => {
      surveyor.visitGlyph(x, y, operation);
    },
  );
  surveyor.end();
  return surveyor;
}

class Surveyor implements Survey {
  readonly marks: Mark[] = [];
  readonly faults: string[] = [];
  readonly shown = new Map<string, Set<string>>();
  readonly #options: SurveyOptions;
  readonly #isPlaced: boolean;
  readonly #open: Open[] = [];
  readonly #saved: Graphics[] = [];
  readonly #stretches = new LooseStretches();
  #mark: Mark | undefined;
  #artifacts = 0;
  #ctm: Matrix = IDENTITY;
  #clip: Box | undefined;
  #path: Box | undefined;
  #pathFrom: number | undefined;
  #clips = false;
  /** Where the text object begins, or undefined outside of one. */
  #textFrom: number | undefined;
  #textHasMarks = false;
  /** What the text object shows outside any marked content. */
  #textLoose: Loose[] = [];
  readonly #text = new TextState();
  /** What is shown in the font that is set, where that is asked for. */
  #strings: Set<string> | undefined;

  constructor(options: SurveyOptions) {
    this.#options = options;
    this.#isPlaced = options.isPlaced !== false;
  }

  get loose(): readonly Loose[] {
    return this.#stretches.all;
  }

  visit(operation: Operation): void {
    switch (operation.name) {
      case 'Td':
      case 'TD':
        if (!this.#isPlaced) return;
        this.#text.move(operation.number(0), operation.number(1));
        if (operation.name === 'TD') this.#text.leading = -operation.number(1);
        return;
      case 'T*':
        this.#text.move(0, -this.#text.leading);
        return;
      case 'TL':
        this.#text.leading = operation.number(0);
        return;
      case 'Tj':
      case 'TJ':
        this.#show(operation);
        return;
      case "'":
      case '"':
        this.#text.move(0, -this.#text.leading);
        this.#show(operation);
        return;
      case 'Tm':
        if (this.#isPlaced) this.#text.setLine(matrixOf(operation));
        return;
      case 'Tf':
        this.#setFont(operation);
        return;
      case 'BT':
        this.#beginText(operation);
        return;
      case 'ET':
        this.#endText(operation);
        return;
      case 'q':
        this.#saved.push({ ctm: this.#ctm, clip: this.#clip });
        this.#stretches.end();
        return;
      case 'Q':
        this.#restore();
        return;
      case 'cm':
        if (this.#isPlaced) this.#ctm = multiply(matrixOf(operation), this.#ctm);
        return;
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
      case 're':
        this.#extendPath(operation);
        return;
      case 'h':
        return;
      case 'W':
      case 'W*':
        this.#clips = true;
        return;
      case 'n':
        this.#endPath();
        return;
      case 'f':
      case 'F':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
      case 's':
      case 'S':
        this.#painted('paths', this.#pathFrom ?? operation.from, operation.to, this.#path);
        this.#endPath();
        return;
      case 'Do':
        this.#paintNamed(operation);
        return;
      case 'EI':
        this.#paintPicture(operation);
        return;
      case 'sh':
        this.#painted('images', operation.from, operation.to, this.#unitBox());
        return;
      case 'BDC':
      case 'BMC':
        this.#beginMark(operation);
        return;
      case 'EMC':
        this.#endMark(operation);
        return;
    }
  }

  visitGlyph(x: number, y: number, operation: Operation): void {
    if (this.#isPlaced) this.#text.move(x, y);
    this.#show(operation);
  }

  end(): void {
    if (this.#open.length > 0) this.faults.push('marked content does not end');
    if (this.#textFrom !== undefined) this.faults.push('a text object does not end');
    if (this.#saved.length > 0) this.faults.push('a saved state is not restored');
  }

  #setFont(operation: Operation): void {
    const name = operation.operand(0).slice(1);
    this.#text.setFont(this.#options.fonts?.get(name), operation.number(1));
    if (this.#options.keepsShown !== true) return;
    this.#strings = this.shown.get(name) ?? new Set();
    this.shown.set(name, this.#strings);
  }

  #show(operation: Operation): void {
    if (this.#strings !== undefined)
      if (operation.count === 1) this.#strings.add(operation.operand(0));
      else for (const one of stringsOf(operation)) this.#strings.add(one);
    const mark = this.#mark;
    if (this.#textFrom === undefined) this.faults.push('text is shown outside a text object');
    if (!this.#isPlaced && mark !== undefined) {
      mark.glyphs += 1;
      return;
    }
    if (mark === undefined && this.#artifacts > 0) return;
    const ctm = this.#ctm;
    const x = ctm[0] * this.#text.x + ctm[2] * this.#text.y + ctm[4];
    const y = ctm[1] * this.#text.x + ctm[3] * this.#text.y + ctm[5];
    this.#text.show(operation, x, y);
    if (mark === undefined) {
      const origin = [ctm[4], ctm[5]] as const;
      this.#textLoose.push({
        from: operation.from,
        to: operation.to,
        isText: true,
        box: [x, y, x, y],
        origin,
      });
      return;
    }
    mark.glyphs += 1;
    this.#seeGlyph(mark, x, y);
    const { font } = this.#text;
    if (font === undefined || this.#options.wanted?.(mark.mcid) !== true) return;
    const size = this.#text.sizeOnPage(ctm);
    const { text, width } = font.read(stringsOf(operation));
    mark.runs.push({ text, x, y, end: x + width * size, size });
  }

  #paintNamed(operation: Operation): void {
    const name = operation.operand(0).slice(1);
    if (this.#options.isForm?.(name) === true) this.#showForm(operation);
    else if (this.#options.isPicture?.(name) === true) this.#paintPicture(operation);
    else this.#painted('images', operation.from, operation.to, this.#unitBox());
  }

  #paintPicture({ from, to }: Operation): void {
    const box = this.#unitBox();
    if (this.#mark !== undefined || this.#artifacts > 0) this.#painted('images', from, to, box);
    else
      this.#stretches.addAlone({ from, to, isText: false, box: overlap(box, this.#clip), isPicture: true });
  }

  /** What is painted as a group belongs to the element whose mark is around it, and to none otherwise. */
  #showForm({ from, to }: Operation): void {
    if (this.#artifacts > 0) this.faults.push(FORM_IN_ARTIFACT);
    else if (this.#mark === undefined)
      this.#stretches.addAlone({ from, to, isText: true, box: undefined, isForm: true });
    else {
      this.#mark.glyphs += 1;
      this.#mark.seen = true;
    }
  }

  /** As `#painted` for a point: most of what a page paints are glyphs. */
  #seeGlyph(mark: Mark, x: number, y: number): void {
    const clip = this.#clip;
    if (clip !== undefined && (x < clip[0] || y < clip[1] || x > clip[2] || y > clip[3])) return;
    mark.seen = true;
    const box = mark.box;
    if (box === undefined || x < box[0] || y < box[1] || x > box[2] || y > box[3])
      mark.box = including(box, [x, y]);
  }

  #beginText(operation: Operation): void {
    if (this.#textFrom !== undefined) this.faults.push('a text object within another');
    this.#textFrom = operation.from;
    this.#textHasMarks = false;
    this.#textLoose = [];
    this.#text.begin();
  }

  #endText(operation: Operation): void {
    const from = this.#textFrom;
    this.#textFrom = undefined;
    const line = this.#isPlaced ? this.#text.lineUntil(operation.from, this.#ctm) : undefined;
    const lines = line === undefined ? [] : [line];
    if (from !== undefined && this.#mark !== undefined && this.#mark.open.to <= from)
      this.#mark.lines.push(...lines);
    if (from === undefined) this.faults.push('a text object ends that did not begin');
    else if (this.#textHasMarks) this.#stretches.all.push(...this.#textLoose);
    else if (this.#textLoose.length > 0) {
      const box = this.#textLoose.reduce<Box | undefined>((all, one) => union(all, one.box), undefined);
      this.#stretches.add({ ...this.#textLoose[0], from, to: operation.to, isText: true, box, lines });
    }
  }

  #restore(): void {
    const saved = this.#saved.pop();
    this.#stretches.end();
    if (saved === undefined) this.faults.push('a state is restored that was not saved');
    else [this.#ctm, this.#clip] = [saved.ctm, saved.clip];
  }

  #extendPath(operation: Operation): void {
    this.#pathFrom ??= operation.from;
    if (!this.#isPlaced) return;
    if (operation.name === 're') {
      const [x, y] = [operation.number(0), operation.number(1)];
      this.#path = including(this.#path, place(this.#ctm, x, y));
      const far = place(this.#ctm, x + operation.number(2), y + operation.number(3));
      this.#path = including(this.#path, far);
      return;
    }
    for (let index = 0; index + 1 < operation.count; index += 2)
      this.#path = including(
        this.#path,
        place(this.#ctm, operation.number(index), operation.number(index + 1)),
      );
  }

  #endPath(): void {
    if (this.#clips) this.#clip = overlap(this.#clip, this.#path);
    this.#clips = false;
    this.#path = undefined;
    this.#pathFrom = undefined;
  }

  #unitBox(): Box {
    return including(including(undefined, place(this.#ctm, 0, 0)), place(this.#ctm, 1, 1));
  }

  #painted(what: 'paths' | 'images', from: number, to: number, box: Box | undefined): void {
    const mark = this.#mark;
    if (mark !== undefined) {
      const cut = overlap(box, this.#clip);
      mark[what] += 1;
      if (cut === undefined || cut[0] > cut[2] || cut[1] > cut[3]) return;
      mark.seen = true;
      mark.box = union(mark.box, cut);
    } else if (this.#artifacts === 0) {
      this.#stretches.add({ from, to, isText: false, box });
    }
  }

  #beginMark(operation: Operation): void {
    const tag = operation.operand(0);
    const key = operandsOf(operation).indexOf('/MCID');
    const isArtifact = tag === '/Artifact';
    this.#stretches.end();
    if (this.#textFrom !== undefined) this.#textHasMarks = true;
    if (tag === '/ReversedChars') this.#text.isReversed = true;
    if (this.#pathFrom !== undefined) this.faults.push('marked content begins within a path');
    if (isArtifact && this.#mark !== undefined) this.faults.push('an artifact within tagged content');
    let mark: Mark | undefined;
    if (key >= 0 && !isArtifact) {
      if (this.#artifacts > 0) this.faults.push('tagged content within an artifact');
      if (this.#mark !== undefined) this.faults.push('tagged content within tagged content');
      mark = {
        mcid: operation.number(key + 1),
        open: { from: operation.from, to: operation.to },
        close: undefined,
        glyphs: 0,
        paths: 0,
        images: 0,
        box: undefined,
        seen: false,
        lines: [],
        runs: [],
      };
      this.marks.push(mark);
      this.#mark = mark;
    }
    if (isArtifact) this.#artifacts += 1;
    this.#open.push({ mark, isArtifact, inText: this.#textFrom !== undefined });
  }

  #endMark(operation: Operation): void {
    const open = this.#open.pop();
    this.#stretches.end();
    if (open === undefined) {
      this.faults.push('marked content ends that did not begin');
      return;
    }
    if (open.inText !== (this.#textFrom !== undefined))
      this.faults.push('marked content and a text object overlap');
    if (open.isArtifact) this.#artifacts -= 1;
    if (open.mark === undefined) return;
    open.mark.close = { from: operation.from, to: operation.to };
    this.#mark = this.#open.findLast(({ mark }) => mark !== undefined)?.mark;
  }
}
