import type { PeriodRef } from '../model/period-ref.ts';
import type { Amount } from './comparison-figures.ts';

/** A change of what the configuration says. */
export interface SettingChange {
  readonly what:
    | 'definition'
    | 'measure'
    | 'indicator'
    | 'matrix'
    | 'target'
    | 'basis'
    | 'population'
    | 'overlapping'
    | 'label'
    | 'limit';
  /** `agency_rate`, `matrix.cells.High.Critical`, `target.agency-10.value`: unique in its list. */
  readonly id: string;
  readonly kind: 'new' | 'gone' | 'changed';
  /** What is said of it: `Agency rate is now agency ÷ establishment; it was agency ÷ (permanent + agency)`. */
  readonly text: string;
  /** null: the side does not have it. As text that is the same where it means the same. */
  readonly before: string | null;
  readonly after: string | null;
  /** What a changed definition alone does to figures. */
  readonly effects: readonly SettingEffect[];
}

/** One side's figure, under both sides' definitions. */
export interface SettingEffect {
  readonly side: 'before' | 'after';
  /** `agency_rate@2021-02`. */
  readonly figure: string;
  readonly label: string;
  readonly period: PeriodRef;
  /** Under the first side's definition. */
  readonly old: string;
  /** Under the second side's. */
  readonly new: string;
  /** new − old. */
  readonly change?: Amount;
}
