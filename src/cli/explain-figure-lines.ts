import type { FigureExplanation, InputNode } from '../explain/explanation.ts';
import { formatList } from '../model/format.ts';
import {
  COLUMN,
  factLines,
  findingsParts,
  papersText,
  part,
  placeLines,
  titleLines,
  type ExplainPrinting,
} from './explain-parts.ts';
import type { Line } from './output.ts';
import { labelled, wrapped } from './wrapped.ts';

/** Returns where a figure comes from as lines of text. */
export function figureLines(one: FigureExplanation, printing: ExplainPrinting): Line[] {
  const about = `${one.id} · ${one.of}, ${one.basis} · ${papersText(one.papers)}`;
  const inputs = one.inputs.flatMap((node) => nodeLines(node, 2, printing));
  return [
    ...titleLines(titleOf(one), one.value.text, about, printing),
    ...part('How it comes about', originLines(one, printing)),
    ...part('What it rests on', inputs),
    ...part('What it means', definitionLines(one, printing)),
    ...part('Other definitions give', otherLines(one, printing)),
    ...part('As stated', statedLines(one, printing)),
    ...part('Before', earlierLines(one, printing)),
    ...part('As earlier papers gave it', restatedLines(one, printing)),
    ...part('Held against', factLines(one.goals, printing)),
    ...part('Beside it', factLines(one.benchmarks, printing)),
    ...part('Why it moved', factLines(one.reasons, printing)),
    ...part('Where the report prints it', printedLines(one, printing)),
    ...findingsParts(one.findings, printing),
  ];
}

/** `Agency social workers, team Assessment, Feb 2021`. */
function titleOf({ title, of, isWhole, period }: FigureExplanation): string {
  return [title, ...(isWhole ? [] : [of]), period].join(', ');
}

function statedLines({ stated }: FigureExplanation, printing: ExplainPrinting): Line[] {
  return factLines(
    stated.map(({ text, agrees, at }) => ({
      label: text,
      text: agrees ? 'follows from the data' : 'does not follow from the data',
      at,
    })),
    printing,
  );
}

function earlierLines({ earlier }: FigureExplanation, { width }: ExplainPrinting): Line[] {
  return earlier.flatMap(({ period, text, change }) =>
    labelled(period, change === undefined ? text : `${text.padEnd(10)} ${change}`, COLUMN, {
      width,
      indent: 2,
    }),
  );
}

function restatedLines({ restated }: FigureExplanation, printing: ExplainPrinting): Line[] {
  return factLines(
    restated.map(({ text, meeting, at }) => ({ label: meeting, text, ...(at && { at }) })),
    printing,
  );
}

function printedLines({ printed }: FigureExplanation, { width }: ExplainPrinting): Line[] {
  const places = printed.length === 0 ? ['nowhere'] : printed;
  return places.flatMap((text) => wrapped(text, { width, indent: 2 }));
}

function originLines(one: FigureExplanation, printing: ExplainPrinting): Line[] {
  const { width } = printing;
  const line = (text: string): Line[] => wrapped(text, { width, indent: 2, hanging: 4 });
  const { formula, at, value, origin } = one;
  return [
    ...(origin === 'given' ? line('as the data gives it') : []),
    ...(at ? placeLines(at, 2, printing) : []),
    ...(formula ? line(formula.words) : []),
    ...(formula?.ids === undefined ? [] : line(formula.ids)),
    ...(formula ? line(formula.numbers) : []),
    ...line(value.rounding),
  ];
}

function nodeLines(node: InputNode, indent: number, printing: ExplainPrinting): Line[] {
  const { width } = printing;
  const about = [node.period, node.of].filter((one) => one !== undefined);
  const name = [node.label, ...about].join(', ');
  const how = howText(node);
  return [
    ...wrapped(`${name}: ${node.text}${how === '' ? '' : ` (${how})`}`, {
      width,
      indent,
      hanging: indent + 2,
    }),
    ...(node.at ? placeLines(node.at, indent + 2, printing) : []),
    ...node.inputs.flatMap((one) => nodeLines(one, indent + 2, printing)),
  ];
}

function howText({ origin, heading, formula, because, above }: InputNode): string {
  if (origin === 'missing') return because ?? 'missing';
  if (origin === 'given') return heading === undefined ? 'given' : `given as “${heading}”`;
  return `${formula ?? origin}${above ? '; as above' : ''}`;
}

const ORIGINS: Readonly<Record<FigureExplanation['definition']['origin'], string>> = {
  measure: 'counted; a measure that ships with cip-report',
  registry: 'computed; a definition that ships with cip-report',
  council: 'the council’s own, in cip-report.yaml',
};

const DIRECTIONS = { lower: 'lower is better', higher: 'higher is better', none: 'neither way is better' };

function definitionLines({ definition }: FigureExplanation, printing: ExplainPrinting): Line[] {
  const { description, origin, at, usedBy, direction, nature } = definition;
  const time =
    nature === undefined ? '' : nature === 'stock' ? 'at the end of the period; ' : 'in the period; ';
  return factLines(
    [
      { label: 'definition', text: description },
      { label: 'origin', text: ORIGINS[origin], ...(at && { at }) },
      ...(usedBy.length > 0 ? [{ label: 'used by', text: formatList(usedBy) }] : []),
      { label: 'reading', text: `${time}${DIRECTIONS[direction]}` },
    ],
    printing,
  );
}

function otherLines({ others }: FigureExplanation, printing: ExplainPrinting): Line[] {
  return factLines(
    others.map(({ id, label, formula, text, usedBy }) => ({
      label: text,
      text: `${label} (${id}): ${formula}${usedBy.length > 0 ? `; used by ${formatList(usedBy)}` : ''}`,
    })),
    printing,
  );
}
