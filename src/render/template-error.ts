import type { Finding } from '../model/finding.ts';

/** A template that does not fit its page. Nothing is printed with it. */
export class TemplateError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((one) => one.message).join('\n'));
    this.name = 'TemplateError';
    this.findings = findings;
  }
}
