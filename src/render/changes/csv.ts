import type {
  Comparison,
  EntryChange,
  FieldChange,
  PeriodRef,
  RagChange,
  SettingChange,
  WorkstreamComparison,
} from '../../compare/comparison.ts';
import { cellCsv, figureCsv, groupChangeCsv, placeCsv, restatedCsv } from './csv-figures.ts';
import { csvTable, type CsvRow } from './csv-row.ts';
import { csvText } from './csv-text.ts';
import { bridgeCsv, rateCsv, signalCsv } from './csv-why.ts';

/**
 * Returns everything that changed as CSV, a row each: settings, the RAG, figures, restated figures, cells, groups, periods,
 * bridges with their flows, the parts of rates, what history says, entries of lists and their fields. Numbers are decimals and
 * not formatted; `CSV_COLUMNS` says what the columns hold. In the JSON alone are what a changed definition does to figures, a
 * change under the former definition (here in words), the words that changed, and what is not compared.
 */
export function changesCsv(comparison: Comparison): string {
  const { settings, workstreams, onlyBefore, onlyAfter } = comparison;
  return csvText(
    csvTable([
      ...settings.map(settingCsv),
      ...onlyBefore.map((label): CsvRow => ({ kind: 'gone', label })),
      ...onlyAfter.map((label): CsvRow => ({ kind: 'new', label })),
      ...workstreams.flatMap((one) => workstreamCsv(one).map((row) => ({ ...row, workstream: one.id }))),
    ]),
  );
}

function workstreamCsv(workstream: WorkstreamComparison): CsvRow[] {
  const { rag, figures, restated, cells, groups, periods, bridges, rates, signals } = workstream;
  const known = new Map(figures.map((one) => [one.id, one]));
  return [
    ...workstream.settings.map(settingCsv),
    ...(rag === undefined ? [] : ragCsv(rag)),
    ...figures.map(figureCsv),
    ...restated.map(restatedCsv),
    ...cells.map(cellCsv),
    ...groups.map((one) => groupChangeCsv(one, cells)),
    ...periods.gone.map((period) => periodCsv('gone', period)),
    ...periods.new.map((period) => periodCsv('new', period)),
    ...bridges.flatMap(bridgeCsv),
    ...rates.flatMap((one) => rateCsv(one, known.get(one.figure))),
    ...signals.map((one) => signalCsv(one, known.get(one.figure))),
    ...entriesCsv('milestones', workstream.milestones),
    ...entriesCsv('risks', workstream.risks),
    ...entriesCsv('actions', workstream.actions),
    ...entriesCsv('recommendations', workstream.recommendations),
    ...entriesCsv('resolutions', workstream.resolutions),
    ...entriesCsv('escalations', workstream.escalations),
  ];
}

function settingCsv({ what, id, kind, text, before, after }: SettingChange): CsvRow {
  const part = what === 'target' || what === 'limit' ? 'targets' : 'definitions';
  return { part, kind, id, label: what, before: before ?? '', after: after ?? '', text };
}

function ragCsv({ before, after, text, fields }: RagChange): CsvRow[] {
  const rating: CsvRow = {
    part: 'rag',
    kind: 'changed',
    id: 'rag',
    before: before ?? '',
    after: after ?? '',
    text,
  };
  const others = fields.map((field) => fieldCsv('rag', 'rag', field));
  return before === after ? others : [rating, ...others];
}

function periodCsv(kind: 'new' | 'gone', { key, label }: PeriodRef): CsvRow {
  const side: CsvRow = kind === 'new' ? { period_after: key } : { period_before: key };
  return { part: 'workforce', kind, id: key, label, ...side };
}

function entriesCsv(part: string, entries: readonly EntryChange<string>[]): CsvRow[] {
  return entries.flatMap(({ reference, title, kinds, texts, fields, before, after }) => {
    const place = placeCsv(after ?? before);
    return [
      { part, kind: kinds.join('; '), id: reference, label: title, text: texts.join('; '), ...place },
      ...fields.map((field) => ({ ...fieldCsv(part, reference, field), ...place })),
    ];
  });
}

function fieldCsv(part: string, id: string, { field, before, after }: FieldChange): CsvRow {
  return {
    part,
    kind: 'field',
    id: `${id}.${field}`,
    label: field,
    before: before ?? '',
    after: after ?? '',
  };
}
