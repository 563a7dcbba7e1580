import { placeText } from '../../src/model/place.ts';
import { placeInWords } from '../../src/report/view-text.ts';
import type { Report } from '../../src/report/report.ts';

/**
 * Returns every number that a page prints and that the report does not account for, with the words around it: one that is
 * no figure of the report (its change, what is stated of it, what it rests on), no value with a place or with figures that
 * it is reckoned from, and is not on the short list of numbers that are no figures.
 */
export function unaccounted(html: string, report: Report): string[] {
  const own = ownTexts(report);
  const values = accountedNumbers(report);
  const counts = countedNumbers(report);
  return [...new Set(segments(html))].flatMap((segment) => {
    if (isWithin(segment, own)) return [];
    const rest = withoutFurniture(segment, report);
    const known = COUNTING.test(rest) ? new Set([...values, ...counts]) : values;
    return numbersIn(rest)
      .filter((number) => !known.has(number))
      .map((number) => `${number} in “${segment.slice(0, 120)}”`);
  });
}

/** A number with its decimals and its sign of per cent; thousands are grouped by commas. */
const NUMBER = /\d[\d,]*(?:\.\d+)?%?/g;

function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([number]) => number.replace(/,$/, ''));
}

/** The page's text nodes and the texts that stand for pictures. */
function segments(html: string): string[] {
  const page = FURNITURE.reduce(
    (text, pattern) => text.replace(pattern, ' '),
    withUnits(html).replace(/<abbr\b[^>]*>([^<]*)<\/abbr>(?!:)/g, '$1'),
  );
  const nodes = [...page.matchAll(/>([^<]+)</g)].map(([, text = '']) => text);
  const spoken = [...page.matchAll(/\s(?:alt|aria-label|title)="([^"]*)"/g)].map(([, text = '']) => text);
  return [...nodes, ...spoken].map(plainText).filter((text) => /\d/.test(text));
}

/**
 * Returns the page with a per cent sign behind each number whose heading says it in its place, and no longer in the heading:
 * what 26.94 says under `%` is 26.94%, and as that it has to be in the report. That a heading does say it,
 * test/render/html/units holds.
 */
function withUnits(html: string): string {
  const headed = html.replace(/(<th\b[^>]*>[^<]*), (?:%|£)(?=<)/g, '$1');
  return headed.replace(/(<td\b[^>]* data-unit="%"[^>]*>[-+−]?[\d,]+(?:\.\d+)?)(?=<)/g, '$1%');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

function plainText(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is no figure, by where it stands: each with its reason. */
const FURNITURE: readonly RegExp[] = [
  // Rules of print.
  /<style>[\s\S]*?<\/style>/g,
  // Numbers of sections and paragraphs.
  /<(span|p) class="(?:no|para-no)">[^<]*<\/\1>/g,
  // Round numbers at an axis: they say where the lines of the grid are, and nothing of the council.
  /<text class="tick"[^>]*>[^<]*<\/text>/g,
];

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';

/** What is no figure, by its form: each with its reason. */
const FORMS: readonly RegExp[] = [
  // Dates and periods, which the report holds as such.
  new RegExp(`(?:\\d{1,2} )?\\b${MONTH} \\d{4}`, 'g'),
  new RegExp(`\\d{1,2} ${MONTH}\\b`, 'g'),
  /\b\d{4}-\d{2}(?:-\d{2}|-Q\d)?\b/g,
  /\b(?:Q\d )?\d{4}\/\d{2}\b/g,
  /\b(?:spring|summer|autumn|winter) \d{4}\b/gi,
  // Where on the page something is.
  /\b(?:Tables?|Figures?|sections?|Appendix|paragraphs?) \d+(?:(?:, | and | to )\d+)*/g,
  // Codes of findings, the name of a sum, the program's own version.
  /\b[EWN]\d{3}\b/g,
  /\bSHA-256\b|\bSecure Hash Algorithm, 256 bits\b/g,
  /\bcip-report \d+\.\d+\.\d+\b/g,
  // Where an axis begins and ends, as its caption says where that is not zero.
  /The scale runs from [^,]+? to [^,]+?(?=, not from zero)/g,
  // What the limits of an XmR chart are made with, whatever the figures.
  /mean ± 2\.66 × mean moving range/g,
  // Words of a definition: how long a year is, and what a rate is taken over.
  /\b12 months\b|\b12-month\b/g,
];

function withoutFurniture(segment: string, report: Report): string {
  const { risks, inputs, recommendations, actions, findings, checked } = report;
  const listed = [...risks.open, ...risks.closed, ...recommendations, ...actions];
  // Names: references as they were given, places in files, and of files their sums and sizes.
  const names = [
    ...listed.map((one) => one.reference),
    ...[...findings, ...checked.differing].flatMap(({ at }) => (at ? [placeInWords(at)] : [])),
    ...inputs.flatMap(({ path, sha256, bytes }) => [
      path,
      sha256,
      `${bytes.toString().replace(/\B(?=(\d{3})+$)/g, ',')} bytes`,
    ]),
  ].filter((one) => /\d/.test(one) && /[a-z]/i.test(one));
  const longestFirst = names.sort((a, b) => b.length - a.length);
  const bare = longestFirst.reduce((text, name) => text.replaceAll(name, ' '), segment);
  return FORMS.reduce((text, form) => text.replace(form, ' '), bare);
}

/** Words that say that a number beside them counts entries, and is no figure. */
const COUNTING =
  /\b(?:milestones?|risks?|actions?|targets?|indicators?|recommendations?|resolutions?|warnings?|notes?|figures?|numbers?|errors?|findings?|questions?|times|agree|more|overdue|slipped|red|amber|green|complete)\b/i;

/** Counts of entries, each of which has its place in the report. */
function countedNumbers(report: Report): Set<string> {
  const { milestones, risks, actions, recommendations, targets, indicators, checked, findings } = report;
  const states = (list: readonly { readonly state: string }[]): number[] =>
    [...new Set(list.map((one) => one.state))].map(
      (state) => list.filter((one) => one.state === state).length,
    );
  const counts = [
    milestones.length,
    ...Object.values(report.milestoneCounts),
    risks.open.length,
    risks.closed.length,
    ...Object.values(risks.counts),
    actions.length,
    ...states(actions),
    recommendations.length,
    ...[...new Set(recommendations.map((one) => one.statusText))].map(
      (text) => recommendations.filter((one) => one.statusText === text).length,
    ),
    targets.length,
    ...states(targets),
    indicators.length,
    ...(['red', 'amber', 'green'] as const).map(
      (rag) => indicators.filter(({ limit }) => limit?.rag === rag).length,
    ),
    checked.recomputed,
    checked.agreed,
    checked.recomputed - checked.agreed,
    checked.typed.numbers,
    checked.typed.tied,
    checked.typed.agreed,
    findings.length,
    ...(['warning', 'note'] as const).map(
      (severity) => findings.filter((one) => one.severity === severity).length,
    ),
  ];
  return new Set(counts.map((count) => count.toString()));
}

/** The numbers of everything that has a place in the report, or figures that it follows from. */
function accountedNumbers(report: Report): Set<string> {
  const { figures, targets, workforce, benchmarks, indicators, trends, risks, rag } = report;
  const has = (...ids: readonly (string | undefined)[]): boolean =>
    ids.every((id) => id !== undefined && figures[id] !== undefined);
  const texts = [
    ...Object.values(figures).flatMap(figureTexts),
    ...targets.flatMap((one) => targetTexts(one, has)),
    ...workforce.bridges.flatMap((one) => (has(...one.figures) ? textsIn(one) : [])),
    ...benchmarks.flatMap(({ own, rows }) =>
      rows.flatMap((row) => [row.text, ...(has(own) ? [row.differenceText ?? ''] : []), row.period]),
    ),
    ...indicators.flatMap(({ figure, limit }) => (limit && has(figure) ? textsIn(limit) : [])),
    ...trends.flatMap(({ series, levels, xmr }) =>
      has(...series.flatMap((one) => one.figures))
        ? [...textsIn(levels), ...textsIn(xmr), (xmr?.screened ?? 0).toString()]
        : [],
    ),
    ...[...risks.open, ...risks.closed].flatMap((one) => textsIn({ ...one, at: null, mitigationDate: null })),
    ...textsIn(risks.matrix),
    ...report.milestones.flatMap((one) => [one.stateText, one.slipText ?? '']),
    ...report.actions.map((one) => one.stateText),
    ...(rag?.evidence ?? []).map((one) => one.text),
    ...report.checked.differing.flatMap(({ statedText, computedText, at }) => [
      statedText,
      computedText,
      placeText(at),
    ]),
  ];
  return new Set(texts.flatMap((text) => numbersIn(withoutDates(text))));
}

function figureTexts(figure: Report['figures'][string]): string[] {
  const { text, change, restated, stated, inputs } = figure;
  return [
    text,
    ...(change ? [change.text, change.relativeText ?? ''] : []),
    ...(restated ? [restated.text] : []),
    ...stated.map((one) => one.text),
    ...inputs.map((one) => one.text),
  ];
}

/** The level stands in the configuration; the way to it follows from the latest figure, which has to be there. */
function targetTexts(
  { targetText, path, plan = [], figure, series = [] }: Report['targets'][number],
  has: (...ids: readonly (string | undefined)[]) => boolean,
): string[] {
  return [
    targetText,
    ...plan.flatMap((row) => [row.planText, ...(has(row.figure) ? [row.differenceText ?? ''] : [])]),
    ...(path && has(figure, ...series) ? [...textsIn(path), path.months.toString()] : []),
  ];
}

/** Every text within a part of the report. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(textsIn);
}

function withoutDates(text: string): string {
  return FORMS.reduce((rest, form) => rest.replace(form, ' '), text);
}

/** What people wrote, and what findings say with their places: neither is reckoned by the page. */
function ownTexts(report: Report): string[] {
  const texts = [
    report.title,
    report.organisation,
    report.programme,
    report.board,
    report.workstream.title,
    ...textsIn([report.asks, report.escalations, report.questions, report.notes, report.appendices]),
    ...textsIn([
      report.progress,
      report.next,
      report.workforce.commentary,
      report.rag?.reason,
      report.rag?.despite,
    ]),
    ...textsIn(report.sections.flatMap(({ blocks, title }) => [blocks, title])),
    ...textsIn(report.recommendations),
    ...textsIn([report.answers, report.resolutions, report.missingActions]),
    ...textsIn([report.reportBy, report.sponsor, report.lead, report.completedBy]),
    ...report.targets.flatMap(({ label, note }) => [label, note ?? '']),
    ...report.milestones.flatMap(({ milestone, comment, reference }) => [milestone, comment, reference]),
    ...report.actions.flatMap(({ action, comment, owner }) => [action, comment, owner ?? '']),
    ...[...report.risks.open, ...report.risks.closed].flatMap((one) => [
      one.risk,
      one.mitigation,
      one.comment,
      one.owner ?? '',
    ]),
    report.risks.matrix?.guidance ?? '',
    ...textsIn(report.rag?.meanings),
    ...report.definitions.flatMap((one) => [
      one.label,
      one.description,
      one.formulaText ?? '',
      ...one.usedBy,
    ]),
    ...report.tables.flatMap(({ title, note }) => [title, ...textsIn(note)]),
    ...report.benchmarks.flatMap(({ label, cautions, notCompared, rows }) => [
      label,
      ...cautions,
      notCompared?.because ?? '',
      ...textsIn(rows.map(({ place, source }) => [place, `Source: ${source}`])),
    ]),
    ...report.findings.flatMap(({ message, why, help, at, related = [], accepted }) => [
      message,
      why ?? '',
      help,
      ...textsIn(accepted),
      ...[...(at ? [at] : []), ...related].map(placeText),
    ]),
    ...report.checked.differing.flatMap(({ explanation, label, at }) => [explanation, label, placeText(at)]),
  ];
  // A list item is a text of its own on the page.
  const items = texts.flatMap((text) =>
    text.split('\n').map((line) => line.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')),
  );
  return [...texts, ...items].map(bared).filter((text) => /\d/.test(text));
}

/** Without marks of Markdown and quotation, whose signs the page writes in its own way. */
function bared(text: string): string {
  return text
    .replace(/\\(?=[^\w\s])/g, '')
    .replace(/[*_`"'“”‘’#>[\]]|\(https?:[^)]*\)/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/&/g, 'and')
    .trim()
    .toLowerCase();
}

/** A few words may stand in a longer text by chance: only a whole text, or a good part of one, is people's own. */
const TELLING = 16;

function isWithin(segment: string, own: readonly string[]): boolean {
  const wanted = bared(segment).replace(/[.…]+$/, '');
  const isTelling = wanted.length >= TELLING && /[a-z]/.test(wanted);
  return own.some((text) => (isTelling ? text.includes(wanted) : text.replace(/\.$/, '') === wanted));
}
