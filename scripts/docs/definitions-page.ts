import { createRegistry, type FigureKind, type Registry } from '../../src/metrics/registry.ts';
import { formatList } from '../../src/model/format.ts';
import { MEASURES } from '../../src/model/measures.ts';
import { formulaText } from '../../src/metrics/wording.ts';

const UNITS = {
  count: 'a count',
  share: 'a percentage',
  ratio: 'a ratio',
  money: 'pounds',
  duration: 'years and months',
} as const;
const WANTED = {
  lower: 'lower is better',
  higher: 'higher is better',
  none: 'neither way is better',
} as const;
const NATURES = { stock: 'at the period’s end', flow: 'in the period' } as const;

/** Returns docs/definitions.md: every measure and metric of the registry, as evaluation and the page use them. */
export function definitionsPage(): string {
  const { registry } = createRegistry([]);
  const kinds = [...registry.kinds.values()];
  return [
    '# Definitions',
    '',
    'Generated from the registry (`npm run docs`). There is no one "agency rate": councils divide by different things.',
    'So a definition is data with a formula, every printed figure names its definition, and a council adds or overrides',
    'definitions under `definitions` in `cip-report.yaml`.',
    '',
    'Figures are computed exactly and rounded once, half away from zero, when they are printed. A figure that the data',
    'gives is used as given; a metric is computed only where the data does not give it.',
    '',
    '## Measures',
    '',
    '| id | name | counted | what it is |',
    '|---|---|---|---|',
    ...kinds.filter((kind) => kind.origin === 'measure').map(measureRow),
    '',
    ...givenOrComputed(registry),
    '',
    '## Metrics',
    ...kinds.filter((kind) => kind.formula !== undefined).flatMap((kind) => metricSection(kind, registry)),
    '',
  ].join('\n');
}

/** Some are measures to whoever gives them, and metrics to whoever does not. */
function givenOrComputed({ kinds }: Registry): string[] {
  const both = MEASURES.filter(({ id }) => kinds.get(id)?.formula !== undefined);
  if (both.length === 0) return [];
  const names = formatList(both.map(({ id }) => `\`${id}\``));
  return [
    `${names} may be given, too: where a table has them, they are measures like those above;`,
    'where it has not, they are metrics, computed by the formulas below.',
  ];
}

function measureRow({ id, label, nature, description }: FigureKind): string {
  return `| \`${id}\` | ${label} | ${nature === undefined ? '' : NATURES[nature]} | ${description} |`;
}

function metricSection(kind: FigureKind, registry: Registry): string[] {
  return [
    '',
    `### \`${kind.id}\`: ${kind.label}`,
    '',
    kind.description,
    '',
    `- Formula: ${formulaText(kind, registry) ?? ''} (\`${kind.formula ?? ''}\`)`,
    `- Printed as ${UNITS[kind.unit]} with ${kind.places} decimals; ${WANTED[kind.direction]}`,
    ...(kind.usedBy.length > 0 ? [`- Used by: ${kind.usedBy.join('; ')}`] : []),
  ];
}
