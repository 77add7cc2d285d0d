import type { HitDocument } from './html/client/shapes.js';
import type { Narrowing } from './narrow.js';

export type ReportFormat = 'html' | 'md' | 'csv' | 'xlsx';

/** The portable index as the search room builds it (`buildLunr`), with lunr's own browser source to ship beside it. */
export interface SearchIndex {
  readonly index: object;
  readonly documents: readonly HitDocument[];
  /** Text of `lunr.min.js`. */
  readonly lunr: string;
}

/** `codes` (or families) and `jurisdictions` narrow the report; archetypes stay as reference poles. */
export interface ReportOptions extends Narrowing {
  readonly format: ReportFormat;
  /** HTML only; without it the search page says where to search instead. */
  readonly index?: SearchIndex | null;
}
