/**
 * The sections that a paper can have. `computed` ones are made from the data; `text` ones are written in report.yaml
 * under `sections`. A paper's own sections of text come beside these.
 */
export const SECTIONS = {
  status: { title: 'RAG and requests in full', kind: 'computed' },
  escalations: { title: 'Urgent matters for escalation', kind: 'computed' },
  progress: { title: 'Progress and next period', kind: 'computed' },
  workforce: { title: 'Workforce data', kind: 'computed' },
  tables: { title: 'Workforce in detail', kind: 'computed' },
  trends: { title: 'Trends', kind: 'computed' },
  indicators: { title: 'Indicators', kind: 'computed' },
  benchmarks: { title: 'Compared with others', kind: 'computed' },
  targets: { title: 'Targets', kind: 'computed' },
  milestones: { title: 'Key milestones', kind: 'computed' },
  recommendations: { title: 'Progress on recommendations', kind: 'computed' },
  actions: { title: 'Actions', kind: 'computed' },
  answers: { title: 'Answers to earlier meetings’ resolutions', kind: 'computed' },
  questions: { title: 'Questions answered', kind: 'computed' },
  resolutions: { title: 'Resolved at this meeting', kind: 'computed' },
  risks: { title: 'Risk log', kind: 'computed' },
  appendices: { title: 'Appendices', kind: 'computed' },
  checked: { title: 'Figures checked', kind: 'computed' },
  classification: { title: 'Classification', kind: 'text' },
  key_decision: { title: 'Key decision', kind: 'text' },
  wards: { title: 'Wards affected', kind: 'text' },
  summary: { title: 'Summary', kind: 'text' },
  purpose: { title: 'Purpose', kind: 'text' },
  decision: { title: 'Recommendations', kind: 'text' },
  policy: { title: 'Budget and policy framework', kind: 'text' },
  background: { title: 'Background', kind: 'text' },
  options: { title: 'Alternative options', kind: 'text' },
  reasons: { title: 'Reasons for recommendations', kind: 'text' },
  considerations: { title: 'Key considerations', kind: 'text' },
  advice: { title: 'Advice and analysis', kind: 'text' },
  community_impact: { title: 'Community impact', kind: 'text' },
  equality: { title: 'Equality and human rights', kind: 'text' },
  climate: { title: 'Climate change implications', kind: 'text' },
  strategic_plan: { title: 'Strategic plan', kind: 'text' },
  financial: { title: 'Financial implications', kind: 'text' },
  legal: { title: 'Legal implications', kind: 'text' },
  risk_management: { title: 'Risk management', kind: 'text' },
  consultees: { title: 'Consultees', kind: 'text' },
  conclusion: { title: 'Conclusion', kind: 'text' },
  background_papers: { title: 'Background papers', kind: 'text' },
} as const satisfies Readonly<Record<string, { title: string; kind: 'computed' | 'text' }>>;

export type SectionId = keyof typeof SECTIONS;

/** Returns whether an id is that of a known section; a paper may have others of its own. */
export function isSectionId(id: string): id is SectionId {
  return Object.hasOwn(SECTIONS, id);
}
