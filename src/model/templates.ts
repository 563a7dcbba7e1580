import type { SectionId } from './sections.ts';

/** What a template is, apart from its markup. */
export interface TemplateDefinition {
  /** What its papers are called where they have no title of their own: `Workforce highlight report`. */
  readonly title: string;
  /** Keys of report.yaml without which it cannot be made. */
  readonly needs: readonly string[];
  /** Whether every paragraph has a number (`8.14`), or only every section. */
  readonly paragraphs: 'numbered' | 'plain';
  /** The sections of a workstream that chooses none, in order; those that have nothing in them are left out. */
  readonly sections: readonly SectionId[];
}

const DETAIL = ['workforce', 'tables', 'trends', 'indicators', 'benchmarks', 'targets'] as const;
const CLOSING = ['risks', 'appendices', 'checked'] as const;

/** The templates that ship, by name; the first is that of a workstream which names none. */
export const TEMPLATES = {
  'highlight-report': {
    title: 'highlight report',
    needs: ['sponsor', 'lead', 'completed_by', 'period', 'next_period', 'rag', 'progress', 'next'],
    paragraphs: 'plain',
    sections: [
      'status',
      'escalations',
      'progress',
      'answers',
      ...DETAIL,
      'milestones',
      'recommendations',
      'actions',
      'questions',
      'resolutions',
      ...CLOSING,
    ],
  },
  'committee-report': {
    title: 'report',
    needs: ['title', 'report_by'],
    paragraphs: 'numbered',
    sections: [
      'classification',
      'key_decision',
      'wards',
      'summary',
      'purpose',
      'decision',
      'policy',
      'background',
      'options',
      'reasons',
      'considerations',
      'advice',
      'answers',
      'status',
      'escalations',
      'progress',
      ...DETAIL,
      'milestones',
      'recommendations',
      'actions',
      'questions',
      'resolutions',
      'community_impact',
      'equality',
      'climate',
      'strategic_plan',
      'financial',
      'legal',
      'risk_management',
      'risks',
      'consultees',
      'conclusion',
      'appendices',
      'background_papers',
      'checked',
    ],
  },
  'recommendations-report': {
    title: 'progress on recommendations',
    needs: ['title', 'report_by'],
    paragraphs: 'plain',
    sections: [
      'decision',
      'summary',
      'background',
      'answers',
      'status',
      'escalations',
      'progress',
      'recommendations',
      'actions',
      ...DETAIL,
      'milestones',
      'questions',
      'resolutions',
      'options',
      'consultees',
      'strategic_plan',
      'financial',
      'legal',
      'climate',
      'equality',
      'risk_management',
      'conclusion',
      'background_papers',
      ...CLOSING,
    ],
  },
} as const satisfies Readonly<Record<string, TemplateDefinition>>;

export type TemplateName = keyof typeof TEMPLATES;

// The keys are written out above, so that they are exactly these.
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as readonly TemplateName[];

/** The template of a workstream that names none. */
export const DEFAULT_TEMPLATE: TemplateName = 'highlight-report';

/** Returns whether a template of this name ships. */
export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name);
}
