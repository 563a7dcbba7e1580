import type { Indicator } from '../../model/dataset.ts';
import type { MetricUnit } from '../../model/definition.ts';
import { finding } from '../../model/finding.ts';
import { quoted } from '../grammar/reading.ts';
import type { WrittenConfig } from '../schema/config.ts';
import { writtenIndicator, type WrittenIndicator } from '../schema/figures.ts';
import { keyPlaceUnder, placeUnder, type Path } from '../yaml/tree.ts';
import { missingKey } from '../yaml/validate.ts';
import { knownFigures, type KnownFigure } from './known-figures.ts';
import { limitsUnder } from './levels.ts';
import type { ConfigSource } from './source.ts';
import { unknownReference } from './unknown-reference.ts';

/** The indicators, and the ids of those that were left out with what is wrong with them, and of their parts. */
interface IndicatorsRead {
  readonly indicators: readonly Indicator[];
  readonly faulty: readonly string[];
}

/** Returns the indicators; one that lacks what it needs is reported and left out. */
export function readIndicators(config: WrittenConfig, source: ConfigSource): IndicatorsRead {
  const known = knownFigures(config);
  const indicators = config.indicators ?? [];
  const ids = indicators.map((one) => one.id);
  const workstreams = Object.keys(config.workstreams);
  const faulty: string[] = [];
  const read = indicators.flatMap((written, index) => {
    const path = ['indicators', index];
    source.findings.push(...unknownWorkstreams(written, workstreams, source, path));
    const bracket = bracketOf(written, ids, source, path);
    const one = indicator(written, known.get(written.id), config.labels ?? {}, source, path);
    if (!one) faulty.push(written.id, `${written.id}_numerator`, `${written.id}_denominator`);
    return one ? [{ ...one, ...(bracket && { bracket }) }] : [];
  });
  return { indicators: read, faulty };
}

function indicator(
  written: WrittenIndicator,
  known: KnownFigure | undefined,
  labels: Readonly<Record<string, string>>,
  source: ConfigSource,
  path: Path,
): Indicator | undefined {
  const { tree, findings } = source;
  const { id } = written;
  if (known) findings.push(...redefined(written, known, source, path));
  const unit = written.unit ?? known?.unit;
  const label = (Object.hasOwn(labels, id) ? labels[id] : undefined) ?? known?.label ?? written.label;
  const direction = written.direction ?? known?.direction;
  const description = written.description ?? known?.description;
  const limits = limitsUnder(written, { unit, direction }, source, path);
  const parts = partsOf(written, source, path);
  findings.push(...sumOfNoSum(written, unit, source, path));
  const needed = { label, unit, direction, description };
  for (const [name, value] of Object.entries(needed))
    if (value === undefined) findings.push(missingIn(name, source, path));
  if (label === undefined || !unit || !direction || description === undefined) return undefined;
  return {
    id,
    at: placeUnder(tree, [...path, 'id']),
    label,
    unit,
    places: written.places ?? known?.places ?? placesOf(unit),
    direction,
    nature: written.nature ?? known?.nature ?? 'stock',
    description,
    ...(written.adds_up !== undefined && { addsUp: written.adds_up }),
    ...(parts && { parts }),
    limits,
    workstreams: written.workstreams ?? [],
  };
}

/** Counts, pounds and months are whole on the page; a share or an average needs a decimal to say anything. */
function placesOf(unit: MetricUnit): number {
  return unit === 'share' || unit === 'ratio' ? 1 : 0;
}

function partsOf(
  { numerator, denominator }: WrittenIndicator,
  source: ConfigSource,
  path: Path,
): Indicator['parts'] | undefined {
  if (numerator !== undefined && denominator !== undefined) return { numerator, denominator };
  if (numerator !== undefined) source.findings.push(missingIn('denominator', source, path));
  if (denominator !== undefined) source.findings.push(missingIn('numerator', source, path));
  return undefined;
}

/** Rates and averages of groups make no total, whatever is said of them; shares of one whole make 100%. */
function sumOfNoSum(
  { id, adds_up, numerator }: WrittenIndicator,
  unit: MetricUnit | undefined,
  { tree }: ConfigSource,
  path: Path,
) {
  if (adds_up !== true || unit === undefined || unit === 'count' || unit === 'money') return [];
  if (unit === 'share' && numerator === undefined) return [];
  return [
    finding('E052', `the unit of ${quoted(id)} is ${unit}, and "adds_up" says that groups are added up`, {
      at: keyPlaceUnder(tree, [...path, 'adds_up']),
      why: 'counts, money and shares of one whole add up; a rate or an average of several groups is that of their parts',
      help: 'delete adds_up, and give numerator and denominator where the data has them',
    }),
  ];
}

function missingIn(name: string, { tree }: ConfigSource, path: Path) {
  return missingKey(writtenIndicator, tree, [...path, name], [name]);
}

const DEFINING = ['label', 'unit', 'places', 'direction', 'nature', 'description', 'adds_up'] as const;

/** An indicator of a known id adds levels to it and changes nothing else: what it says of it otherwise would go unseen. */
function redefined(written: WrittenIndicator, known: KnownFigure, { tree }: ConfigSource, path: Path) {
  return DEFINING.filter((name) => written[name] !== undefined && written[name] !== valueOf(known, name)).map(
    (name) =>
      finding(
        'E052',
        `${quoted(written.id)} is ${known.origin}, and ${quoted(name)} would change nothing of it`,
        {
          at: keyPlaceUnder(tree, [...path, name]),
          why:
            valueOf(known, name) === undefined ? undefined : `its ${name} is ${String(valueOf(known, name))}`,
          help:
            name === 'label'
              ? `delete it, and write ${written.id}: … under \`labels\``
              : `delete it, or give the indicator an id of its own`,
        },
      ),
  );
}

/** Whether a known figure is added up follows from what it is. */
function valueOf(known: KnownFigure, name: (typeof DEFINING)[number]) {
  return name === 'adds_up' ? undefined : known[name];
}

function unknownWorkstreams(
  { workstreams = [] }: WrittenIndicator,
  known: readonly string[],
  { tree }: ConfigSource,
  path: Path,
) {
  return workstreams.flatMap((name, index) => {
    if (known.includes(name)) return [];
    return [unknownReference(tree, [...path, 'workstreams', index], 'workstream', name, known)];
  });
}

function bracketOf(
  { id, bracket }: WrittenIndicator,
  ids: readonly string[],
  { tree, findings }: ConfigSource,
  path: Path,
): Indicator['bracket'] {
  if (!bracket) return undefined;
  const at = [...path, 'bracket', 'indicator'];
  const others = ids.filter((one) => one !== id);
  if (others.includes(bracket.indicator)) return bracket;
  findings.push(
    bracket.indicator === id
      ? finding('E048', `the number in brackets cannot belong to ${quoted(id)} itself`, {
          at: placeUnder(tree, at),
          why: 'the number before the brackets is its own',
          help: 'name another indicator, which takes the number in brackets',
        })
      : unknownReference(tree, at, 'indicator', bracket.indicator, others),
  );
  return undefined;
}
