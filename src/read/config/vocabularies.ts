import { unitsOfParts, type MetricUnit } from '../../model/definition.ts';
import {
  MEASURE_WORDS,
  METRIC_WORDS,
  vocabularyOf,
  type KnownFigure,
  type NamedFigure,
  type Vocabulary,
} from '../workforce/vocabulary.ts';
import { headingKey } from '../table/heading-key.ts';
import { textUnder, under, type Tree } from '../yaml/tree.ts';

/** The figures that tables may give, by kind of table. */
export type Vocabularies = Readonly<Record<Vocabulary['kind'], Vocabulary>>;

const UNITS: readonly MetricUnit[] = ['count', 'share', 'ratio', 'money', 'duration'];

/**
 * Returns the figures that tables may give: those that ship and the council's own. Ids, names and units are taken from
 * the tree, so that tables are read also where the configuration is faulty; what is wrong there is reported with it.
 */
export function readVocabularies(tree: Tree): Vocabularies {
  const measures = entriesOf(tree, 'measures').map(ownMeasure);
  const definitions = entriesOf(tree, 'definitions').map(ownMetric);
  const others = [...METRIC_WORDS, ...MEASURE_WORDS, ...measures, ...definitions];
  const known = new Map(others.map(({ figure }) => [figure.id, figure]));
  const indicators = entriesOf(tree, 'indicators').flatMap((one) => ownIndicator(one, known.get(one.id)));
  const names = indicators.flatMap((one) => one.names.map(headingKey));
  return {
    workforce: { ...vocabularyOf('workforce', MEASURE_WORDS, measures), indicators: new Set(names) },
    indicators: vocabularyOf('indicators', others, indicators),
  };
}

/** An entry of a list of the configuration: its id, and the rest of it. */
interface Written {
  readonly id: string;
  readonly text: (...path: readonly string[]) => string | undefined;
}

function entriesOf(tree: Tree, section: string): Written[] {
  const list = under(tree, [section]);
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    const id = textUnder(item, ['id']);
    return id === undefined || id === '' ? [] : [{ id, text: (...path) => textUnder(item, path) }];
  });
}

const PLAIN = { ofPeople: false, mayBeNegative: false, hasParts: false } as const;

function ownMeasure({ id, text }: Written): NamedFigure {
  return { figure: { ...PLAIN, id, unit: 'count', ofPeople: true }, names: named(id, text('label')) };
}

function ownMetric({ id, text }: Written): NamedFigure {
  const unit = unitOf(text('unit'));
  return {
    figure: { ...PLAIN, id, unit, mayBeNegative: true },
    names: named(id, text('label')),
  };
}

/** An indicator, and its numerator and denominator where it has them; one of another figure's id stays that figure. */
function ownIndicator({ id, text }: Written, other: KnownFigure | undefined): NamedFigure[] {
  const unit = other?.unit ?? unitOf(text('unit'));
  const [numerator, denominator] = [text('numerator'), text('denominator')];
  const hasParts = numerator !== undefined && denominator !== undefined;
  const [word, indicator] = [text('bracket', 'word'), text('bracket', 'indicator')];
  const figure: KnownFigure = {
    ...(other ?? { ...PLAIN, id, unit, mayBeNegative: MAY_BE_NEGATIVE.has(unit) }),
    hasParts,
    ...(word !== undefined && indicator !== undefined && { bracket: { word, indicator } }),
  };
  const whole = { figure, names: named(id, text('label')) };
  if (!hasParts) return [whole];
  const units = unitsOfParts(unit);
  return [
    whole,
    part(`${id}_numerator`, numerator, units.numerator),
    part(`${id}_denominator`, denominator, units.denominator),
  ];
}

function part(id: string, name: string, unit: MetricUnit): NamedFigure {
  return {
    figure: { ...PLAIN, id, unit, mayBeNegative: MAY_BE_NEGATIVE.has(unit) },
    names: named(id, name),
  };
}

/** Money is also overspent, and a share or ratio of it likewise; nothing else is less than nothing. */
const MAY_BE_NEGATIVE: ReadonlySet<MetricUnit> = new Set(['money', 'share', 'ratio']);

function named(id: string, label: string | undefined): string[] {
  return label === undefined || label === '' ? [id] : [id, label];
}

function unitOf(written: string | undefined): MetricUnit {
  return UNITS.find((unit) => unit === written?.trim().toLowerCase()) ?? 'count';
}
