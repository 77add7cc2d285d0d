import type { ClauseAnnotation, Instrument, InstrumentMetadata, ProvisionRef } from '../../model/index.js';
import type { PassageFilter } from '../compile.js';

/** What search needs of an index with its texts; the study's database has it, and so does any other engine made to fit. */
export interface SearchPort {
  instruments(): readonly InstrumentMetadata[];
  find(query: IndexQuery): { readonly hits: readonly IndexHit[]; readonly total: number };
  facets(query: IndexQuery): FacetCounts;
  groups(query: IndexQuery, by: GroupBy): readonly { readonly group: string; readonly count: number }[];
  vocabulary(start: string, glob: string, limit: number): readonly TermCount[];
  frequencies(terms: readonly string[]): readonly TermCount[];
  /** eIds cited exactly so, and those cited so within an annex or part. In document order. */
  cited(instrument: string, citation: string): readonly string[];
  citedWithin(instrument: string, citation: string): readonly string[];
  excerpt(ref: ProvisionRef): Instrument | null;
  annotations(filter: { instrument: string }): readonly ClauseAnnotation[];
}

export type GroupBy = 'instrument' | 'jurisdiction';
export type SortBy = 'relevance' | 'date' | 'jurisdiction';

export interface IndexQuery {
  readonly match: string | null;
  readonly filter?: PassageFilter | null;
  readonly sort?: SortBy;
  readonly limit: number;
  readonly offset?: number;
}

export interface IndexHit {
  readonly instrument: string;
  readonly eId: string;
  readonly citation: string | null;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly context: string;
  readonly heading: string;
  readonly jurisdictions: readonly string[];
  readonly kind: string;
  readonly language: string;
  readonly date: string | null;
  readonly codes: readonly string[];
  readonly forces: readonly string[];
  readonly score: number;
}

export interface TermCount {
  readonly term: string;
  readonly documents: number;
}

export type FacetCounts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;
