import type Handlebars from 'handlebars';
import type { Waterfall } from '../compare/paper/waterfall.ts';
import type { BenchmarkChart } from '../report/view-benchmarks.ts';
import type { MatrixChart, Sparkline, TimeChart } from '../report/view-charts.ts';
import type { TimeLine } from '../report/view-time-line.ts';
import type { MarkdownText, SignName } from '../report/view-text.ts';
import { renderBenchmarkChart } from './charts/benchmark-chart.ts';
import { renderRiskMatrix } from './charts/risk-matrix.ts';
import { renderSign } from './charts/signs.ts';
import { renderSparkline } from './charts/sparkline.ts';
import { renderTimeChart } from './charts/time-chart.ts';
import { renderTimeLine } from './charts/time-line.ts';
import { renderWaterfall } from './charts/waterfall.ts';
import { renderCodeSpans } from './code-spans.ts';
import type { MarkdownRenderer } from './markdown.ts';

/** The only ways in which a template gets markup: each makes it from typed data and escapes every text in it. */
export interface TemplateHelpers {
  readonly markdown: (text: MarkdownText) => string;
  readonly codeSpans: (text: string) => string;
  readonly timeChart: (chart: TimeChart) => string;
  readonly timeLine: (chart: TimeLine) => string;
  readonly riskMatrix: (chart: MatrixChart) => string;
  readonly benchmarkChart: (chart: BenchmarkChart) => string;
  readonly waterfall: (chart: Waterfall) => string;
  readonly sparkline: (spark: Sparkline) => string;
  readonly sign: (name: SignName, className: string) => string;
}

export const HELPER_NAMES = [
  'markdown',
  'codeSpans',
  'timeChart',
  'timeLine',
  'riskMatrix',
  'benchmarkChart',
  'waterfall',
  'sparkline',
  'sign',
] as const;

export function templateHelpers(markdown: MarkdownRenderer): TemplateHelpers {
  return {
    markdown: (text) => markdown(text.markdown, text.level),
    codeSpans: renderCodeSpans,
    timeChart: renderTimeChart,
    timeLine: renderTimeLine,
    riskMatrix: renderRiskMatrix,
    benchmarkChart: renderBenchmarkChart,
    waterfall: renderWaterfall,
    sparkline: renderSparkline,
    sign: renderSign,
  };
}

/** Registers the helpers; what they return is markup and is not escaped again. */
export function registerHelpers(engine: typeof Handlebars, helpers: TemplateHelpers): void {
  const { SafeString } = engine;
  engine.registerHelper({
    markdown: (text: MarkdownText) => new SafeString(helpers.markdown(text)),
    codeSpans: (text: string) => new SafeString(helpers.codeSpans(text)),
    timeChart: (chart: TimeChart) => new SafeString(helpers.timeChart(chart)),
    timeLine: (chart: TimeLine) => new SafeString(helpers.timeLine(chart)),
    riskMatrix: (chart: MatrixChart) => new SafeString(helpers.riskMatrix(chart)),
    benchmarkChart: (chart: BenchmarkChart) => new SafeString(helpers.benchmarkChart(chart)),
    waterfall: (chart: Waterfall) => new SafeString(helpers.waterfall(chart)),
    sparkline: (spark: Sparkline) => new SafeString(helpers.sparkline(spark)),
    sign: (name: SignName, className: string) => new SafeString(helpers.sign(name, className)),
  });
}
