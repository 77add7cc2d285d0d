import type { ClauseAnnotation } from '../annotation.js';
import type { InstrumentMetadata } from '../instrument.js';
import type { ProvisionRef } from '../span.js';
import type { Excerpt } from './passage.js';
import type { FacetCounts, GroupBy, GroupCount, IndexAnswer, IndexQuery, TermCount } from './query.js';

/** What search needs of an index with its texts; the study's database has it, and so does any other engine made to fit (OpenSearch). */
export interface SearchPort {
  /** What the index knows of every instrument. */
  instruments(): readonly InstrumentMetadata[];
  /** The hits of a compiled query, best first. */
  find(query: IndexQuery): IndexAnswer;
  /** How many hits each value of a facet has. */
  facets(query: IndexQuery): FacetCounts;
  /** Hits gathered under instruments or jurisdictions. */
  groups(query: IndexQuery, by: GroupBy): readonly GroupCount[];
  /** For so many words of the index a wildcard stands at most, the most frequent; null where it stands for all that fit. */
  readonly mostExpanded: number | null;
  /** The words of the index, for suggestions. */
  vocabulary(start: string, glob: string, limit: number): readonly TermCount[];
  /** How often words occur. */
  frequencies(terms: readonly string[]): readonly TermCount[];
  /** eIds cited exactly so, and those cited so within an annex or part. In document order. */
  cited(instrument: string, citation: string): readonly string[];
  /** The provisions that a citation names, with what stands in them. */
  citedWithin(instrument: string, citation: string): readonly string[];
  /** What is found of an instrument (its articles, sections, recitals), in the order of the law. */
  passages(instrument: string): readonly { readonly eId: string; readonly citation: string | null }[];
  /** Null where the index does not hold it. */
  excerpt(ref: ProvisionRef): Excerpt | null;
  /** The codings that stand. */
  annotations(filter: { instrument: string }): readonly ClauseAnnotation[];
}
