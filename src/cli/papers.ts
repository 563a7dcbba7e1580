import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finding, type Finding } from '../model/finding.ts';
import { renderHtml } from '../render/html.ts';
import { templateName, viewOf } from '../render/html-templates.ts';
import type { PublishFile, SetAside } from '../render/publish-stage.ts';
import { serialiseReport } from '../report/build-report.ts';
import type { Report } from '../report/report.ts';
import type { Printing } from './printing.ts';

/** One report as files: HTML, PDF where it could be made, JSON. */
export interface Paper {
  /** `workforce-2021-04-19`. */
  readonly stem: string;
  readonly files: readonly PublishFile[];
  /** Why there is no PDF although one was wanted. */
  readonly faults: readonly Finding[];
}

/** Returns a report's files. Without `printing` no PDF is made, and none is missed. */
export async function renderPaper(
  report: Report,
  printing: Printing | undefined,
  onStep: (step: string) => void,
): Promise<Paper> {
  const stem = `${report.workstream.id}-${report.meeting.id}`;
  onStep('HTML');
  const html = await renderHtml(report);
  const files = [textFile(`${stem}.html`, html), textFile(`${stem}.json`, serialiseReport(report))];
  if (printing === undefined) return { stem, files, faults: [] };
  onStep('PDF');
  const { title } = viewOf(report, templateName(report.template));
  const pdf = await printing.print(html, { title, lang: report.language, date: report.meeting.date });
  if (!(pdf instanceof Uint8Array)) return { stem, files, faults: [pdf] };
  return { stem, files: files.toSpliced(1, 0, { name: `${stem}.pdf`, bytes: pdf }), faults: [] };
}

function textFile(name: string, text: string): PublishFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** What becomes of PDFs of an earlier build that this one has no PDF to replace with. */
export interface Outdated {
  readonly setAside: readonly SetAside[];
  /** Says where each went; true once the exchange was made. */
  readonly findings: readonly Finding[];
}

/**
 * Returns which PDFs of an earlier build would stand beside newer HTML and JSON, and are to go on under another name:
 * they are not of one build. A PDF of the same data is left alone.
 */
export function outdatedPdfs(outDir: string, papers: readonly Paper[]): Outdated {
  const setAside = papers.flatMap(({ stem, files }) => {
    const name = `${stem}.pdf`;
    if (files.some((file) => file.name === name) || !existsSync(join(outDir, name))) return [];
    const json = files.find((file) => file.name === `${stem}.json`);
    return json && sameContent(join(outDir, json.name), json.bytes)
      ? []
      : [{ name, as: `${stem}.earlier.pdf` }];
  });
  const findings = setAside.map(({ name, as }) =>
    finding(
      'W910',
      `${name} is of an earlier build and does not show this data: it is now ${join(outDir, as)}`,
    ),
  );
  return { setAside, findings };
}

function sameContent(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0;
}
