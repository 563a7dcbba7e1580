import type { SideRef } from '../comparison.ts';
import type { ChangesView } from '../view.ts';
import { fitted, type Fit } from './fit.ts';
import { Layout } from './layout.ts';
import { leftOut } from './left-out.ts';
import { cutToLines, lineCount, type Measure } from './lines.ts';
import type { ChangesPaper, PaperSide } from './paper.ts';
import { piecesOf } from './pieces.ts';
import { AROUND, SHEET, TEXT } from './sizes.ts';

const TITLE_LINES = 2;
const FACTS = 4;
const NOTES = 3;
const NOTE_LINES = 2;
/** A side's name, in points. */
const SIDE_LINE = 18;

/**
 * Returns the paper of a comparison: one or two sheets of A4, whatever it holds. What has no room is counted where it is
 * cut. `measure` is the width of a text at size 1, at least what it takes in print.
 */
export function changesPaper(view: ChangesView, measure: Measure): ChangesPaper {
  const { title, language } = view;
  const head = headOf(view, measure);
  const notes = view.notes.slice(0, NOTES).map((note) => footLine(note, measure));
  const paper = new Layout(measure);
  const { sheets, dropped, isCut } = bestFit(view, paper, headHeight(head, measure), notes, measure);
  const foot = [...notes, ...(isCut ? leftOut(dropped).map((line) => footLine(line, measure)) : [])];
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

/** Everything, where it has room; with the words that changed, where these take no more sheets. */
function bestFit(
  view: ChangesView,
  paper: Layout,
  above: number,
  notes: readonly string[],
  measure: Measure,
): Fit {
  const fit = (withWords: boolean, lines: readonly string[]): Fit =>
    fitted(piecesOf(view, withWords), {
      heightOf: (placed) => paper.heightOf(placed),
      first: SHEET.firstHeight - above,
      second: SHEET.height,
      foot: footHeight(lines, measure),
    });
  const plain = fit(false, notes);
  // Lines on what is not shown take room of their own: once it is known which, no more than that.
  if (plain.isCut) {
    const lines = ({ dropped }: Fit): string[] => leftOut(dropped).map((line) => footLine(line, measure));
    const careful = fit(false, [...notes, ...FOOT_LINES]);
    const room = footHeight(lines(careful), measure);
    const closer = fit(false, [...notes, ...lines(careful)]);
    return footHeight(lines(closer), measure) <= room ? closer : careful;
  }
  const rich = fit(true, notes);
  return !rich.isCut && rich.sheets.length === plain.sheets.length ? rich : plain;
}

/** Room for what is not shown, in two lines, and for where it is. */
const FOOT_LINES = ['x', 'x', 'x'];

type Head = Pick<ChangesPaper, 'heading' | 'sides' | 'facts' | 'eyebrow'>;

function headOf({ comparison, title, facts }: ChangesView, measure: Measure): Head {
  const { organisation, programme, before, after } = comparison;
  const eyebrow = [organisation, programme].filter((name) => name !== '').join(' · ');
  // The names and the two sides stand above.
  const others = facts.slice((eyebrow === '' ? 0 : 1) + 1);
  const column = { ...TEXT.small, width: SHEET.width };
  const sides = [paperSide('From', before, measure), paperSide('To', after, measure)];
  const heading = cutToLines(title, TITLE_LINES, { ...TEXT.h1, width: SHEET.width }, measure);
  const isSaid =
    heading.endsWith(`${before.label} to ${after.label}`) && sides.every(({ detail }) => detail === '');
  return {
    heading,
    eyebrow: cutToLines(eyebrow, 1, { ...TEXT.body, width: SHEET.width }, measure),
    sides: isSaid ? [] : sides,
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
    (sides.length === 0 ? 0 : AROUND.sides + TEXT.small.line + SIDE_LINE + details) +
    facts.length * TEXT.small.line
  );
}

function footLine(text: string, measure: Measure): string {
  return cutToLines(text, NOTE_LINES, { ...TEXT.small, width: SHEET.width }, measure);
}

function footHeight(lines: readonly string[], measure: Measure): number {
  const column = { ...TEXT.small, width: SHEET.width };
  return lines.reduce(
    (sum, line) => sum + TEXT.small.line * lineCount(line, column, measure),
    lines.length === 0 ? 0 : AROUND.foot,
  );
}
