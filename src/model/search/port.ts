import type { ClauseAnnotation } from '../annotation.js';
import type { InstrumentMetadata } from '../instrument.js';
import type { ProvisionRef } from '../span.js';
import type { Excerpt } from './passage.js';
import type { FacetCounts, GroupBy, GroupCount, IndexAnswer, IndexQuery, TermCount } from './query.js';

/** What search needs of an index with its texts; the study's database has it, and so does any other engine made to fit (OpenSearch). */
export interface SearchPort {
  instruments(): readonly InstrumentMetadata[];
  find(query: IndexQuery): IndexAnswer;
  facets(query: IndexQuery): FacetCounts;
  groups(query: IndexQuery, by: GroupBy): readonly GroupCount[];
  vocabulary(start: string, glob: string, limit: number): readonly TermCount[];
  frequencies(terms: readonly string[]): readonly TermCount[];
  /** eIds cited exactly so, and those cited so within an annex or part. In document order. */
  cited(instrument: string, citation: string): readonly string[];
  citedWithin(instrument: string, citation: string): readonly string[];
  /** Null where the index does not hold it. */
  excerpt(ref: ProvisionRef): Excerpt | null;
  annotations(filter: { instrument: string }): readonly ClauseAnnotation[];
}
