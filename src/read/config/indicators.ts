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

/** Returns the indicators; one that lacks what it needs is reported and left out. */
export function readIndicators(config: WrittenConfig, source: ConfigSource): Indicator[] {
  const known = knownFigures(config);
  const indicators = config.indicators ?? [];
  const ids = indicators.map((one) => one.id);
  return indicators.flatMap((written, index) => {
    const path = ['indicators', index];
    source.findings.push(...unknownNames(written, ids, Object.keys(config.workstreams), source, path));
    return indicator(written, known.get(written.id), config.labels ?? {}, source, path) ?? [];
  });
}

function indicator(
  written: WrittenIndicator,
  known: KnownFigure | undefined,
  labels: Readonly<Record<string, string>>,
  source: ConfigSource,
  path: Path,
): Indicator | undefined {
  const { tree, findings } = source;
  const { id, bracket } = written;
  if (known) findings.push(...redefined(written, known, source, path));
  const unit = written.unit ?? known?.unit;
  const limits = limitsUnder(written, unit, source, path);
  const label = written.label ?? (Object.hasOwn(labels, id) ? labels[id] : undefined) ?? known?.label;
  const direction = written.direction ?? known?.direction;
  const description = written.description ?? known?.description;
  const parts = partsOf(written, source, path);
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
    ...(parts && { parts }),
    limits,
    ...(bracket && { bracket }),
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

function missingIn(name: string, { tree }: ConfigSource, path: Path) {
  return missingKey(writtenIndicator, tree, [...path, name], [name]);
}

const DEFINING = ['unit', 'direction', 'nature'] as const;

/** An indicator of a known id adds levels to it: it cannot make it something else. */
function redefined(written: WrittenIndicator, known: KnownFigure, { tree }: ConfigSource, path: Path) {
  const differing = DEFINING.filter(
    (name) => written[name] !== undefined && known[name] !== undefined && written[name] !== known[name],
  );
  const parts = (['numerator', 'denominator'] as const).filter((name) => written[name] !== undefined);
  return [...differing, ...parts].map((name) =>
    finding('E052', `${quoted(written.id)} is ${known.origin}, and ${quoted(name)} would make it another`, {
      at: keyPlaceUnder(tree, [...path, name]),
      why: name === 'numerator' || name === 'denominator' ? undefined : `its ${name} is ${known[name] ?? ''}`,
      help: `delete ${name}, or give the indicator an id of its own`,
    }),
  );
}

function unknownNames(
  { id, bracket, workstreams = [] }: WrittenIndicator,
  ids: readonly string[],
  known: readonly string[],
  { tree }: ConfigSource,
  path: Path,
) {
  const lists = workstreams.flatMap((name, index) =>
    known.includes(name)
      ? []
      : [unknownReference(tree, [...path, 'workstreams', index], 'workstream', name, known)],
  );
  if (!bracket) return lists;
  const at = [...path, 'bracket', 'indicator'];
  const others = ids.filter((one) => one !== id);
  if (bracket.indicator === id)
    return [
      ...lists,
      finding('E048', `the number in brackets cannot belong to ${quoted(id)} itself`, {
        at: placeUnder(tree, at),
        why: 'the number before the brackets is its own',
        help: 'name another indicator, which takes the number in brackets',
      }),
    ];
  return others.includes(bracket.indicator)
    ? lists
    : [...lists, unknownReference(tree, at, 'indicator', bracket.indicator, others)];
}
