import { knownPeriods } from '../papers/known-figures.ts';
import type { PaperContext } from '../papers/context.ts';
import { figureSubject } from '../papers/subject.ts';
import { seriesPeriods } from '../papers/series-kind.ts';
import { figuresOf } from '../metrics/book.ts';
import type { Observation } from '../model/dataset.ts';
import { finding, type Finding } from '../model/finding.ts';
import { formatList, formatPeriod, plural } from '../model/format.ts';
import { groupBy } from '../model/group-by.ts';
import type { PeriodKind } from '../model/period.ts';
import { PERIOD_WORDS } from '../model/period-words.ts';
import { placeText } from '../model/place.ts';
import type { Figure } from './report.ts';

/** The most periods that a finding names. */
const NAMED = 3;

/** Returns W083: figures of this meeting that nothing on the page shows or uses, since series are of other periods. */
export function periodsNotShown(context: PaperContext, figures: readonly Figure[]): Finding[] {
  const used = new Set(
    figures.flatMap(({ at, inputs }) =>
      [at, ...inputs.map((one) => one.at)].flatMap((one) => (one ? [placeText(one)] : [])),
    ),
  );
  const left = figuresOf(context.meeting).flatMap((one) => {
    const kind =
      one.stated || one.cell.kind === 'missing' || used.has(placeText(one.at))
        ? undefined
        : seriesKind(context, one);
    // A single day has a finding of its own.
    return kind === undefined || kind === one.period.kind || one.period.kind === 'day' ? [] : [{ one, kind }];
  });
  const tables = groupBy(left, ({ one, kind }) => JSON.stringify([one.at.file, one.period.kind, kind]));
  return [...tables.values()].flatMap((some) => {
    const [first] = some;
    return first
      ? [
          notShown(
            context,
            first.one,
            first.kind,
            some.map(({ one }) => one),
          ),
        ]
      : [];
  });
}

/** Returns the kind of the series that a figure would belong to. */
function seriesKind(context: PaperContext, { measure, group, basis }: Observation): PeriodKind | undefined {
  const { figures, periods, meeting } = context;
  const isIndicator = figures.registry.kinds.get(measure)?.series !== undefined;
  if (!isIndicator) return periods[0]?.kind;
  return seriesPeriods(knownPeriods(figures, { id: measure, group, basis }), meeting.date)[0]?.kind;
}

function notShown(
  context: PaperContext,
  first: Observation,
  kind: PeriodKind,
  all: readonly Observation[],
): Finding {
  const { at, period, measure: id, group, basis } = first;
  const names = [...new Set(all.map((one) => formatPeriod(one.period)))];
  const more = names.length > NAMED ? [`${(names.length - NAMED).toString()} more`] : [];
  const which = formatList([...names.slice(0, NAMED), ...more]);
  return finding(
    'W083',
    `${plural(all.length, 'figure')} for ${which} ${all.length === 1 ? 'stands' : 'stand'} nowhere on the page`,
    {
      at,
      about: figureSubject({ id, period, group, basis }, context),
      why: `${PERIOD_WORDS[period.kind]}s are not set among ${PERIOD_WORDS[kind]}s, of which the papers have more`,
    },
  );
}
